// Checks an HTTP archive against the public JSON schema of HAR 1.2.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace sonde::testing
{

class HarSchema
{
public:
    static QString folder() { return QStringLiteral(SONDE_SUITES "/har/schema/"); }
    static bool isThere() { return QFile::exists(folder()); }

    // What is wrong with it, one line each; empty if nothing is.
    [[nodiscard]] QString problems(const QJsonObject &archive)
    {
        check(archive, {{QStringLiteral("$ref"), QStringLiteral("har.json")}}, "har");
        return m_problems;
    }
    [[nodiscard]] int checked() const { return m_checked; }

private:
    static bool isOf(const QJsonValue &value, const QString &type)
    {
        return type.isEmpty() || (type == u"object" && value.isObject()) ||
               (type == u"array" && value.isArray()) || (type == u"string" && value.isString()) ||
               (type == u"null" && value.isNull()) || (type == u"boolean" && value.isBool()) ||
               (type == u"number" && value.isDouble()) ||
               (type == u"integer" && value.isDouble() &&
                value.toDouble() == double(value.toInteger()));
    }

    void check(const QJsonValue &value, QJsonObject schema, const QString &path)
    {
        ++m_checked;
        if (const QString other = schema["$ref"].toString(); !other.isEmpty()) {
            QFile file(folder() + other.section('/', -1).remove('#'));
            if (!file.open(QIODevice::ReadOnly))
                m_problems += path + " has no schema " + other + '\n';
            schema = QJsonDocument::fromJson(file.readAll()).object();
        }
        bool fits = isOf(value, schema["type"].toString());
        if (schema["type"].isArray()) {
            fits = false;
            for (const QJsonValue &type : schema["type"].toArray())
                fits = fits || isOf(value, type.toString());
        }
        if (!fits)
            m_problems += path + " is no " + schema["type"].toString() + '\n';
        for (const QJsonValue &name : schema["required"].toArray()) {
            if (value.isObject() && !value.toObject().contains(name.toString()))
                m_problems += path + " lacks " + name.toString() + '\n';
        }
        if (value.isDouble() && schema.contains("min") && value.toDouble() < schema["min"].toInt())
            m_problems += path + " is too small\n";
        const QString pattern = schema["pattern"].toString();
        if (!pattern.isEmpty() && !QRegularExpression(pattern).match(value.toString()).hasMatch())
            m_problems += path + " does not match " + pattern + '\n';
        checkMembers(value, schema, path);
    }

    void checkMembers(const QJsonValue &value, const QJsonObject &schema, const QString &path)
    {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QJsonObject member = schema["properties"].toObject()[it.key()].toObject();
            if (!member.isEmpty())
                check(it.value(), member, path + '.' + it.key());
        }
        if (value.isArray() && schema["items"].isObject()) {
            for (const QJsonValue &entry : value.toArray())
                check(entry, schema["items"].toObject(), path + "[]");
        }
    }

    QString m_problems;
    int m_checked = 0;
};

} // namespace sonde::testing

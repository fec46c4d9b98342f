#include "collection/environments.h"

#include "collection/variables.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Error;
using http::Result;

constexpr qint64 sizeLimit = 16 << 20; // octets; environments are written by hand
const QString shared = QStringLiteral("$shared");

std::unexpected<Error> unusable(Code code, const QString &sentence, const QString &detail = {})
{
    return std::unexpected(
        Error{.layer = http::Layer::File, .code = code, .sentence = sentence, .detail = detail});
}

// Objects and lists are settings of other programs (SSLConfiguration, Security), not variables.
std::optional<QString> variableText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return value.toVariant().toString();
    return std::nullopt;
}

} // namespace

Result<Environments> Environments::load(const QString &folder)
{
    return loadBetween(folder, folder);
}

Result<Environments> Environments::loadBetween(const QString &topmost, const QString &folder)
{
    QStringList folders{QDir::cleanPath(QDir(folder).absolutePath())};
    const QString top = QDir::cleanPath(QDir(topmost).absolutePath());
    while (folders.constLast() != top && folders.constLast().startsWith(top + u'/'))
        folders.append(QFileInfo(folders.constLast()).absolutePath());
    Environments environments;
    for (auto it = folders.crbegin(); it != folders.crend(); ++it) {
        if (auto added = environments.addFolder(*it); !added)
            return std::unexpected(added.error());
    }
    return environments;
}

Result<Environments> Environments::loadFile(const QString &path)
{
    Environments environments;
    if (!QFile::exists(path))
        return unusable(Code::FileMissing,
                        QStringLiteral("The environment file “%1” does not exist.").arg(path));
    if (auto added = environments.add(path); !added)
        return std::unexpected(added.error());
    return environments;
}

Result<void> Environments::addFolder(const QString &folder)
{
    for (const char *name :
         {"http-client.env.json", "http-client.env.json.user", "http-client.private.env.json"}) {
        const QString path = QDir(folder).filePath(QLatin1String(name));
        if (!QFile::exists(path))
            continue;
        if (auto added = add(path); !added)
            return added;
    }
    return {};
}

Result<void> Environments::add(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(
            Code::FileUnreadable,
            QStringLiteral("The environment file “%1” cannot be read; check its permissions.")
                .arg(path),
            file.errorString());
    const QByteArray octets = file.read(sizeLimit + 1);
    if (octets.size() > sizeLimit)
        return unusable(
            Code::LimitExceeded,
            QStringLiteral("The environment file “%1” is larger than 16 MiB.").arg(path));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(octets, &problem);
    if (!document.isObject()) {
        const qint64 line =
            1 + octets.first(std::clamp<qsizetype>(problem.offset, 0, octets.size())).count('\n');
        return unusable(
            Code::FileUnreadable,
            QStringLiteral("The environment file “%1” is not a JSON object, see line %2; "
                           "write {\"name\": {\"variable\": \"value\"}}.")
                .arg(path)
                .arg(line),
            problem.errorString());
    }
    const bool isPrivate = path.endsWith(QLatin1String(".private.env.json"));
    const QJsonObject all = document.object();
    for (auto environment = all.begin(); environment != all.end(); ++environment) {
        Variables &variables = m_environments[environment.key()];
        const QJsonObject object = environment.value().toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const auto text = variableText(it.value());
            if (!text)
                continue;
            variables.insert(it.key(), *text);
            if (isPrivate)
                m_private[environment.key()].insert(it.key(), *text);
        }
    }
    return {};
}

QStringList Environments::names() const
{
    QStringList names = m_environments.keys();
    names.removeAll(shared);
    return names;
}

Variables Environments::variables(const QString &name) const
{
    return merged(m_environments.value(shared), m_environments.value(name));
}

QStringList Environments::secretValues(const QString &name) const
{
    return merged(m_private.value(shared), m_private.value(name)).values();
}

} // namespace sonde::collection

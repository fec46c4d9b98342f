#include "collection/environment_file.h"

#include "body/json_text.h"
#include "body/read_at_most.h"
#include "collection/environments.h"
#include "collection/json_members.h"
#include "collection/secrets.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Error;
using http::Result;
using Kind = EnvironmentEdit::Kind;
using Kept = EditableVariable::Kept;

constexpr qint64 sizeLimit = 16 << 20; // octets; environments are written by hand

std::unexpected<Error> refuse(Code code, const QString &sentence, const QString &detail = {})
{
    return std::unexpected(
        Error{.layer = http::Layer::File, .code = code, .sentence = sentence, .detail = detail});
}

void applyToEnvironment(QByteArray &octets, const EnvironmentEdit &edit)
{
    const JsonObject root = jsonObjectAt(octets, jsonRoot(octets));
    const JsonMember *environment = root.find(edit.environment);
    switch (edit.kind) {
    case Kind::AddEnvironment:
        if (!environment)
            appendMember(octets, root, quotedText(edit.environment) + ": {}");
        return;
    case Kind::RemoveEnvironment:
        if (environment)
            removeMember(octets, root, *environment);
        return;
    default:
        if (environment && !root.find(edit.value))
            octets.replace(environment->keyFrom, environment->keyTo - environment->keyFrom,
                           quotedText(edit.value));
        return;
    }
}

void applyToVariable(QByteArray &octets, const EnvironmentEdit &edit)
{
    const JsonObject root = jsonObjectAt(octets, jsonRoot(octets));
    const JsonMember *environment = root.find(edit.environment);
    if (!environment || !environment->isObject) {
        if ((edit.kind != Kind::Set && edit.kind != Kind::SetSecret) || environment)
            return;
        appendMember(octets, root, quotedText(edit.environment) + ": {}");
        return applyToVariable(octets, edit);
    }
    const JsonObject object = jsonObjectAt(octets, environment->from);
    const JsonMember *variable = object.find(edit.name);
    if (edit.kind == Kind::Set || edit.kind == Kind::SetSecret) {
        const QByteArray value =
            edit.kind == Kind::Set ? quotedText(edit.value) : secretMarker(edit.value);
        if (variable)
            octets.replace(variable->from, variable->to - variable->from, value);
        else
            appendMember(octets, object, quotedText(edit.name) + ": " + value);
    } else if (variable && edit.kind == Kind::Remove) {
        removeMember(octets, object, *variable);
    } else if (variable && !object.find(edit.value)) {
        octets.replace(variable->keyFrom, variable->keyTo - variable->keyFrom,
                       quotedText(edit.value));
    }
}

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return refuse(Code::FileUnreadable,
                      QStringLiteral("The environment file “%1” cannot be read; check its "
                                     "permissions.")
                          .arg(path),
                      file.errorString());
    QByteArray octets = body::readAtMost(file, sizeLimit + 1);
    if (octets.size() > sizeLimit)
        return refuse(Code::LimitExceeded,
                      QStringLiteral("The environment file “%1” is larger than 16 MiB.").arg(path));
    return octets;
}

// What a scalar stands for as a variable; nothing for objects, lists and null.
std::optional<QString> textOf(QByteArrayView value)
{
    if (value.startsWith('"'))
        return QString::fromUtf8(body::unescapedJson(value));
    if (value.isEmpty() || value.startsWith('{') || value.startsWith('[') || value == "null")
        return std::nullopt;
    return QString::fromUtf8(value);
}

Result<void> readInto(std::vector<EditableEnvironment> &environments, const QString &path,
                      Kept file)
{
    auto octets = readAll(path);
    if (octets)
        octets = withEdits(*octets, {}); // whether it is a JSON object
    if (!octets) {
        octets.error().sentence += QStringLiteral(" (%1)").arg(path);
        return std::unexpected(octets.error());
    }
    for (const JsonMember &member : jsonObjectAt(*octets, jsonRoot(*octets)).members) {
        if (!member.isObject)
            continue;
        const QString name = QString::fromUtf8(member.name);
        auto found = std::ranges::find(environments, name, &EditableEnvironment::name);
        if (found == environments.end())
            found = environments.insert(environments.end(), {.name = name, .variables = {}});
        for (const JsonMember &variable : jsonObjectAt(*octets, member.from).members) {
            const QString name = QString::fromUtf8(variable.name);
            const QByteArray value = octets->sliced(variable.from, variable.to - variable.from);
            const QString secret = variable.isObject
                                       ? secretNameIn(QJsonDocument::fromJson(value).object())
                                       : QString();
            if (!secret.isEmpty())
                found->variables.push_back({name, {}, Kept::Secret, secret});
            else if (const auto text = textOf(value))
                found->variables.push_back({name, *text, file, {}});
        }
    }
    return {};
}

// The marker of a secret stands in the shared file, so that a clone knows that there is one.
bool isIn(const EditableVariable &variable, Kept file)
{
    return variable.kept == file || (file == Kept::Shared && variable.kept == Kept::Secret);
}

// For the file; the value of a secret is not in it.
bool isSameIn(const EditableVariable &a, const EditableVariable &b)
{
    if (a.kept == Kept::Secret && b.kept == Kept::Secret)
        return a.name == b.name && a.secretName == b.secretName;
    return a == b;
}

std::vector<EnvironmentEdit> differences(const std::vector<EditableEnvironment> &before,
                                         const std::vector<EditableEnvironment> &after, Kept file)
{
    std::vector<EnvironmentEdit> edits;
    const auto find = [](const auto &all, const QString &name) {
        const auto found = std::ranges::find(all, name, &EditableEnvironment::name);
        return found == all.end() ? nullptr : &*found;
    };
    const auto holds = [&](const EditableEnvironment *in, const QString &name) {
        return in && std::ranges::any_of(in->variables, [&](const EditableVariable &one) {
                   return isIn(one, file) && one.name == name;
               });
    };
    for (const EditableEnvironment &old : before) {
        const EditableEnvironment *now = find(after, old.name);
        if (!now)
            edits.push_back({Kind::RemoveEnvironment, old.name, {}, {}});
        for (const EditableVariable &one : old.variables) {
            if (now && isIn(one, file) && !holds(now, one.name))
                edits.push_back({Kind::Remove, old.name, one.name, {}});
        }
    }
    for (const EditableEnvironment &now : after) {
        const EditableEnvironment *old = find(before, now.name);
        if (!old && file == Kept::Shared)
            edits.push_back({Kind::AddEnvironment, now.name, {}, {}});
        for (const EditableVariable &one : now.variables) {
            const bool same = old && std::ranges::any_of(old->variables, [&](const auto &before) {
                                  return isSameIn(before, one);
                              });
            if (!isIn(one, file) || same || one.name.isEmpty())
                continue;
            if (one.kept != Kept::Secret)
                edits.push_back({Kind::Set, now.name, one.name, one.value});
            else if (!one.secretName.isEmpty())
                edits.push_back({Kind::SetSecret, now.name, one.name, one.secretName});
        }
    }
    return edits;
}

// Of Environments::filesOf(), in its order.
constexpr Kept keptIn[] = {Kept::Shared, Kept::User, Kept::Private};

} // namespace

Result<std::vector<EditableEnvironment>> readEnvironments(const QString &folder)
{
    const QStringList files = Environments::filesOf(folder);
    std::vector<EditableEnvironment> environments{{.name = Environments::shared, .variables = {}}};
    for (qsizetype at = 0; at < files.size(); ++at) {
        const auto read = readInto(environments, files[at], keptIn[at]);
        if (!read)
            return std::unexpected(read.error());
    }
    return environments;
}

Result<void> writeEnvironments(const QString &folder,
                               const std::vector<EditableEnvironment> &before,
                               const std::vector<EditableEnvironment> &after)
{
    const QStringList files = Environments::filesOf(folder);
    // The private one first: a value that moves must not be lost in between.
    for (qsizetype at = files.size() - 1; at >= 0; --at) {
        const QString &path = files[at];
        auto edits = differences(before, after, keptIn[at]);
        if (!QFile::exists(path)) // nothing to take away there
            std::erase_if(edits, [](const EnvironmentEdit &edit) {
                return edit.kind == Kind::Remove || edit.kind == Kind::RemoveEnvironment;
            });
        if (const auto done = editEnvironmentFile(path, edits); !done)
            return done;
    }
    return {};
}

Result<QByteArray> withEdits(QByteArray octets, const std::vector<EnvironmentEdit> &edits)
{
    if (octets.trimmed().isEmpty())
        octets = "{\n}\n";
    const qint64 fault = jsonFaultLine(octets);
    if (fault > 0 || jsonRoot(octets) < 0)
        return refuse(Code::FileUnreadable,
                      QStringLiteral("The file of environments is not a JSON object, see line %1; "
                                     "mend it in a text editor first.")
                          .arg(std::max<qint64>(fault, 1)));
    for (const EnvironmentEdit &edit : edits) {
        if (edit.kind <= Kind::Rename)
            applyToVariable(octets, edit);
        else
            applyToEnvironment(octets, edit);
    }
    return octets;
}

Result<void> editEnvironmentFile(const QString &path, const std::vector<EnvironmentEdit> &edits)
{
    if (edits.empty())
        return {};
    auto octets = readAll(path);
    if (!octets)
        return std::unexpected(octets.error());
    auto edited = withEdits(*octets, edits);
    if (!edited) {
        edited.error().sentence += QStringLiteral(" (%1)").arg(path);
        return std::unexpected(edited.error());
    }
    if (*edited == *octets)
        return {};
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly);
    if (opened && path.endsWith(QLatin1String(".private.env.json")))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!opened || file.write(*edited) != edited->size() || !file.commit())
        return refuse(
            Code::FileUnwritable,
            QStringLiteral("“%1” could not be written; the file is as it was. Check that you may "
                           "write to its folder.")
                .arg(path),
            file.errorString());
    return {};
}

} // namespace sonde::collection

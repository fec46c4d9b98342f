#include "collection/environments.h"

#include "body/read_at_most.h"
#include "collection/secrets.h"

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

QStringList foldersBetween(const QString &topmost, const QString &folder)
{
    QStringList folders{QDir::cleanPath(QDir(folder).absolutePath())};
    const QString top = QDir::cleanPath(QDir(topmost).absolutePath());
    while (folders.constFirst() != top && folders.constFirst().startsWith(top + u'/'))
        folders.prepend(QFileInfo(folders.constFirst()).absolutePath());
    return folders;
}

Result<Environments> Environments::loadBetween(const QString &topmost, const QString &folder)
{
    Environments environments;
    for (const QString &one : foldersBetween(topmost, folder)) {
        if (auto added = environments.addFolder(one); !added)
            return std::unexpected(added.error());
    }
    return environments;
}

QStringList Environments::filesOf(const QString &folder)
{
    const QDir dir(folder);
    return {dir.filePath(QStringLiteral("http-client.env.json")),
            dir.filePath(QStringLiteral("http-client.env.json.user")),
            dir.filePath(QStringLiteral("http-client.private.env.json"))};
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
    for (const QString &path : filesOf(folder)) {
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
    const QByteArray octets = body::readAtMost(file, sizeLimit + 1);
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
        Definitions &definitions = m_environments[environment.key()];
        const QJsonObject object = environment.value().toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString secret = secretNameIn(it.value());
            const auto text = secret.isEmpty() ? variableText(it.value()) : QString();
            if (!text)
                continue;
            std::vector<Definition> &all = definitions[it.key()];
            all.insert(all.begin(), Definition{.value = *text,
                                               .environment = environment.key(),
                                               .path = path,
                                               .isSecret = isPrivate || !secret.isEmpty(),
                                               .secretName = secret});
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

Definitions Environments::definitions(const QString &name) const
{
    Definitions all = m_environments.value(name);
    if (name == shared)
        return all;
    const Definitions below = m_environments.value(shared);
    for (auto it = below.begin(); it != below.end(); ++it) {
        std::vector<Definition> &mine = all[it.key()];
        mine.insert(mine.end(), it->begin(), it->end());
    }
    return all;
}

Variables Environments::variables(const QString &name) const
{
    Variables variables;
    const Definitions all = definitions(name);
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!it->front().isLocked())
            variables.insert(it.key(), it->front().value);
    }
    return variables;
}

QStringList Environments::secretValues(const QString &name) const
{
    QStringList values;
    for (const std::vector<Definition> &all : definitions(name)) {
        for (const Definition &one : all) {
            if (one.isSecret && !one.isLocked())
                values.append(one.value);
        }
    }
    return values;
}

} // namespace sonde::collection

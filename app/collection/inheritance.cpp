#include "collection/inheritance.h"

#include "collection/block_reader.h"
#include "collection/folder_file.h"
#include "collection/json_members.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sonde::collection
{
namespace
{

using http::Result;
using std::chrono::milliseconds;

constexpr int levelLimit = 32; // folders upwards
constexpr qsizetype headerLimit = 200;

Auth authFrom(const QJsonObject &json)
{
    Auth auth;
    const auto text = [&](const char *name) { return json.value(QLatin1String(name)).toString(); };
    const QString type = text("type");
    if (type == u"none") {
        auth.kind = Auth::Kind::None;
    } else if (type == u"basic") {
        auth.kind = Auth::Kind::Basic;
        auth.user = text("username");
        auth.password = text("password");
    } else if (type == u"bearer") {
        auth.kind = Auth::Kind::Bearer;
        auth.token = text("token");
    } else if (type == u"apikey" && !text("name").isEmpty()) {
        auth.kind = Auth::Kind::ApiKey;
        auth.name = text("name");
        auth.value = text("value");
        auth.place = text("in") == u"query" ? Auth::Place::Query : Auth::Place::Header;
    }
    return auth;
}

QJsonObject jsonOf(const Auth &auth)
{
    const auto text = [](const char *name) { return QString::fromLatin1(name); };
    switch (auth.kind) {
    case Auth::Kind::None:
        return {{text("type"), text("none")}};
    case Auth::Kind::Basic:
        return {{text("type"), text("basic")},
                {text("username"), auth.user},
                {text("password"), auth.password}};
    case Auth::Kind::Bearer:
        return {{text("type"), text("bearer")}, {text("token"), auth.token}};
    case Auth::Kind::ApiKey:
        return {{text("type"), text("apikey")},
                {text("in"), auth.place == Auth::Place::Query ? text("query") : text("header")},
                {text("name"), auth.name},
                {text("value"), auth.value}};
    case Auth::Kind::Default:
    case Auth::Kind::Other:
        break;
    }
    return {};
}

std::optional<bool> boolFrom(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::optional<milliseconds> timeFrom(const QJsonValue &value)
{
    return value.isString() ? parseDuration(value.toString().toUtf8()) : std::nullopt;
}

QJsonValue jsonOf(milliseconds time)
{
    return time.count() % 1000 == 0 ? QStringLiteral("%1 s").arg(time.count() / 1000)
                                    : QStringLiteral("%1 ms").arg(time.count());
}

Defaults defaultsFrom(const QJsonObject &json)
{
    Defaults defaults;
    defaults.auth = authFrom(json.value(QLatin1String("auth")).toObject());
    const QJsonObject headers = json.value(QLatin1String("headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (it.value().isString() && qsizetype(defaults.headers.size()) < headerLimit)
            defaults.headers.push_back({.name = it.key(), .value = it.value().toString()});
    }
    const QJsonObject settings = json.value(QLatin1String("settings")).toObject();
    if (settings.value(QLatin1String("inherit")).toString() == u"sending")
        defaults.way = Defaults::Way::AtSending;
    defaults.followRedirects = boolFrom(settings.value(QLatin1String("redirects")));
    defaults.verifyTls = boolFrom(settings.value(QLatin1String("verify")));
    defaults.timeout = timeFrom(settings.value(QLatin1String("timeout")));
    defaults.connectTimeout = timeFrom(settings.value(QLatin1String("connectTimeout")));
    return defaults;
}

// A flat object, a line for each member.
QByteArray written(const QJsonObject &object)
{
    QByteArray text;
    for (auto it = object.begin(); it != object.end(); ++it)
        text += (text.isEmpty() ? "{\n    " : ",\n    ") + quotedText(it.key()) + ": " +
                quotedText(it.value().toString());
    return text.isEmpty() ? text : text + "\n  }";
}

bool hasHeader(const RequestDocument &document, const QString &name)
{
    return std::ranges::any_of(document.headers, [&](const Row &row) {
        return row.name.trimmed().compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
}

void addSettings(Settings &settings, const Defaults &defaults, const Defaults &before)
{
    const Settings usual;
    const auto add = [](auto &mine, const auto &said, const auto &old, const auto &plain) {
        if (mine == plain || (old && mine == *old))
            mine = said.value_or(plain);
    };
    add(settings.followRedirects, defaults.followRedirects, before.followRedirects,
        usual.followRedirects);
    add(settings.verifyTls, defaults.verifyTls, before.verifyTls, usual.verifyTls);
    add(settings.timeout, defaults.timeout, before.timeout, usual.timeout);
    add(settings.connectTimeout, defaults.connectTimeout, before.connectTimeout,
        usual.connectTimeout);
}

// Above it there is nothing that belongs to a collection.
bool isTopmost(const QFileInfo &folder)
{
    return folder.isRoot() || folder.absoluteFilePath() == QDir::homePath() ||
           QFileInfo::exists(QDir(folder.filePath()).filePath(QStringLiteral(".git")));
}

// The folder and those above it that belong to its collection.
QStringList foldersUpwards(const QString &start)
{
    QStringList folders;
    QFileInfo folder(start);
    for (int level = 0; level < levelLimit; ++level) {
        // What anybody may write into says nothing for anybody.
        if (folder.permission(QFile::WriteOther))
            break;
        folders.append(folder.absoluteFilePath());
        if (isTopmost(folder))
            break;
        folder = QFileInfo(folder.absolutePath());
    }
    return folders;
}

} // namespace

Defaults defaultsIn(const QByteArray &folderFile, const QString &fileName)
{
    QJsonObject json = QJsonDocument::fromJson(folderFile).object();
    if (!fileName.isEmpty())
        json = json.value(QLatin1String("files")).toObject().value(fileName).toObject();
    return defaultsFrom(json);
}

Result<QByteArray> withDefaults(QByteArray folderFile, const Defaults &defaults,
                                const QString &fileName)
{
    QJsonObject headers;
    for (const Row &row : defaults.headers) {
        if (row.enabled && !row.name.trimmed().isEmpty())
            headers.insert(row.name.trimmed(), row.value);
    }
    const QStringList at =
        fileName.isEmpty() ? QStringList() : QStringList{QStringLiteral("files"), fileName};
    Result<QByteArray> octets = std::move(folderFile);
    const auto set = [&](const QStringList &path, const QByteArray &value) {
        if (octets)
            octets = withFolderMember(std::move(*octets), at + path, value);
    };
    const auto setting = [&](const char *name, const QByteArray &value) {
        set({QStringLiteral("settings"), QLatin1String(name)}, value);
    };
    const auto flag = [](const std::optional<bool> &value) -> QByteArray {
        return !value ? QByteArray() : *value ? QByteArray("true") : QByteArray("false");
    };
    const auto time = [](const std::optional<milliseconds> &value) -> QByteArray {
        return value ? '"' + jsonOf(*value).toString().toUtf8() + '"' : QByteArray();
    };
    set({QStringLiteral("auth")}, written(jsonOf(defaults.auth)));
    set({QStringLiteral("headers")}, written(headers));
    setting("inherit", defaults.way == Defaults::Way::AtSending ? "\"sending\"" : "");
    setting("redirects", flag(defaults.followRedirects));
    setting("verify", flag(defaults.verifyTls));
    setting("timeout", time(defaults.timeout));
    setting("connectTimeout", time(defaults.connectTimeout));
    return octets;
}

const InheritedLevel *Inheritance::authLevel() const
{
    const auto found = std::ranges::find_if(levels, [](const InheritedLevel &level) {
        return level.defaults.auth.kind != Auth::Kind::Default;
    });
    return found == levels.end() ? nullptr : &*found;
}

Inheritance readInheritance(const QString &file)
{
    Inheritance inheritance;
    if (file.isEmpty())
        return inheritance;
    const QFileInfo info(file);
    const auto add = [&](const QString &path, Defaults defaults) {
        if (!defaults.isEmpty())
            inheritance.levels.push_back({path, std::move(defaults)});
    };
    for (const QString &folder : foldersUpwards(info.absolutePath())) {
        const QByteArray octets = folderFileOctets(folder);
        if (octets.isEmpty())
            continue;
        if (folder == info.absolutePath())
            add(info.absoluteFilePath(), defaultsIn(octets, info.fileName()));
        add(folder, defaultsIn(octets));
    }
    return inheritance;
}

QString topmostFolder(const QString &folder)
{
    const QStringList folders = foldersUpwards(folder);
    return folders.isEmpty() ? QFileInfo(folder).absoluteFilePath() : folders.constLast();
}

RequestDocument withInherited(RequestDocument document, const Inheritance &inheritance)
{
    using Way = Defaults::Way;
    // The closest decides how the request authenticates, whichever way that is.
    const InheritedLevel *level = inheritance.authLevel();
    if (level && level->defaults.way == Way::AtSending &&
        authOf(document).kind == Auth::Kind::Default &&
        level->defaults.auth.kind != Auth::Kind::None)
        document = withAuth(std::move(document), level->defaults.auth);
    Defaults all;
    for (const InheritedLevel &one : inheritance.levels) {
        if (one.defaults.way != Way::AtSending)
            continue;
        for (const Row &row : one.defaults.headers) {
            if (!hasHeader(document, row.name))
                document.headers.push_back(row);
        }
        const auto take = [](auto &mine, const auto &said) { mine = mine ? mine : said; };
        take(all.followRedirects, one.defaults.followRedirects);
        take(all.verifyTls, one.defaults.verifyTls);
        take(all.timeout, one.defaults.timeout);
        take(all.connectTimeout, one.defaults.connectTimeout);
    }
    addSettings(document.settings, all, {});
    return document;
}

RequestDocument withWritten(RequestDocument document, const Defaults &defaults,
                            const Defaults &before)
{
    const Auth mine = authOf(document);
    const bool isOurs = mine.kind == Auth::Kind::Default ||
                        (before.auth.kind != Auth::Kind::Default && mine == before.auth);
    if (isOurs && defaults.auth.kind != Auth::Kind::None)
        document = withAuth(std::move(document), defaults.auth);
    const auto named = [](const std::vector<Row> &rows, const QString &name) {
        return std::ranges::find_if(
            rows, [&](const Row &row) { return row.name.compare(name, Qt::CaseInsensitive) == 0; });
    };
    for (const Row &old : before.headers) {
        const auto there = std::ranges::find(document.headers, old);
        const auto now = named(defaults.headers, old.name);
        if (there == document.headers.end())
            continue;
        if (now == defaults.headers.end())
            document.headers.erase(there);
        else
            there->value = now->value;
    }
    for (const Row &row : defaults.headers) {
        if (!hasHeader(document, row.name))
            document.headers.push_back(row);
    }
    addSettings(document.settings, defaults, before);
    return document;
}

RequestDocument withWritten(RequestDocument document, const Inheritance &inheritance)
{
    const InheritedLevel *auth = inheritance.authLevel();
    for (const InheritedLevel &level : inheritance.levels) {
        if (level.defaults.way != Defaults::Way::Written)
            continue;
        Defaults defaults = level.defaults;
        if (auth != &level)
            defaults.auth = {};
        const Auth mine = authOf(document);
        document = withWritten(std::move(document), defaults);
        if (defaults.auth.kind == Auth::Kind::Default && authOf(document) != mine)
            document = withAuth(std::move(document), mine);
    }
    return document;
}

} // namespace sonde::collection

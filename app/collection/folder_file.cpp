#include "collection/folder_file.h"

#include "body/read_at_most.h"
#include "collection/json_members.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sonde::collection
{

using http::Result;

QString folderFilePath(const QString &folder)
{
    return QDir(folder).filePath(folderFileName);
}

QByteArray folderFileOctets(const QString &folder)
{
    QFile file(folderFilePath(folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray octets = body::readAtMost(file, folderFileLimit + 1);
    return octets.size() > folderFileLimit ? QByteArray() : octets;
}

QStringList orderIn(const QByteArray &octets)
{
    QStringList names;
    const QJsonObject object = QJsonDocument::fromJson(octets).object();
    for (const QJsonValue &name : object.value(QLatin1String("order")).toArray())
        names.append(name.toString());
    return names;
}

Result<QByteArray> withOrder(QByteArray octets, const QStringList &order)
{
    // A line for each, so that two people who add entries do not meet in one line.
    QByteArray value = "[";
    for (const QString &name : order)
        value += (value.size() > 1 ? ",\n    " : "\n    ") + quotedText(name);
    value += order.isEmpty() ? "]" : "\n  ]";
    return withFolderMember(std::move(octets), {QStringLiteral("order")}, value);
}

QStringList mergedOrder(const QStringList &known, const QStringList &shown)
{
    QStringList order = shown;
    for (qsizetype at = 0; at < known.size(); ++at) {
        if (order.contains(known[at]))
            continue;
        const qsizetype neighbour = at == 0 ? -1 : order.indexOf(known[at - 1]);
        order.insert(neighbour + 1, known[at]);
    }
    return order;
}

Result<QByteArray> withRenamedEntry(QByteArray octets, const QString &from, const QString &to)
{
    if (octets.trimmed().isEmpty() || jsonFaultLine(octets) > 0 || jsonRoot(octets) < 0)
        return octets;
    QStringList order = orderIn(octets);
    if (const qsizetype at = order.indexOf(from); at >= 0) {
        order[at] = to;
        auto renamed = withOrder(std::move(octets), order);
        if (!renamed)
            return renamed;
        octets = std::move(*renamed);
    }
    const JsonObject root = jsonObjectAt(octets, jsonRoot(octets));
    const JsonMember *files = root.find(QStringLiteral("files"));
    if (!files || !files->isObject)
        return octets;
    const JsonObject all = jsonObjectAt(octets, files->from);
    if (const JsonMember *member = all.find(from); member && !all.find(to))
        octets.replace(member->keyFrom, member->keyTo - member->keyFrom, quotedText(to));
    return octets;
}

Result<QByteArray> withFolderMember(QByteArray octets, const QStringList &path, QByteArray value)
{
    // A line break inside a string is escaped: these are between members.
    value.replace('\n', '\n' + QByteArray(2 * std::max<qsizetype>(path.size() - 1, 0), ' '));
    if (octets.trimmed().isEmpty())
        octets = "{\n}\n";
    const qint64 fault = jsonFaultLine(octets);
    if (fault > 0 || jsonRoot(octets) < 0)
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = http::Code::FileUnreadable,
            .sentence = QStringLiteral("_folder.json is not a JSON object, see line %1; mend it "
                                       "in a text editor first.")
                            .arg(std::max<qint64>(fault, 1))});
    qsizetype open = jsonRoot(octets);
    for (qsizetype depth = 0; depth < path.size(); ++depth) {
        const JsonObject object = jsonObjectAt(octets, open);
        const JsonMember *member = object.find(path[depth]);
        const bool isLast = depth + 1 == path.size();
        if (isLast && value.isEmpty()) {
            if (member)
                removeMember(octets, object, *member);
        } else if (isLast) {
            if (member)
                octets.replace(member->from, member->to - member->from, value);
            else
                appendMember(octets, object, quotedText(path[depth]) + ": " + value);
        } else {
            if (value.isEmpty() && !(member && member->isObject))
                return octets; // nothing there to take away
            if (member && !member->isObject)
                octets.replace(member->from, member->to - member->from, "{}");
            else if (!member)
                appendMember(octets, object, quotedText(path[depth]) + ": {}");
            open = jsonObjectAt(octets, open).find(path[depth])->from;
        }
    }
    return octets;
}

} // namespace sonde::collection

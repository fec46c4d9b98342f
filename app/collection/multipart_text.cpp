#include "collection/body_text.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace sonde::collection
{
namespace
{

// RFC 7578 section 4.2, spelled as browsers do: a quote and line breaks in a name are
// percent-encoded.
QString quoted(QString text)
{
    text.replace(u'"', QLatin1String("%22"));
    text.replace(u'\r', QLatin1String("%0D"));
    text.replace(u'\n', QLatin1String("%0A"));
    return text;
}

QString unquoted(QString text)
{
    text.replace(QLatin1String("\\\""), QLatin1String("\""));
    text.replace(QLatin1String("%22"), QLatin1String("\""));
    text.replace(QLatin1String("%0D"), QLatin1String("\r"));
    text.replace(QLatin1String("%0A"), QLatin1String("\n"));
    return text;
}

bool readDisposition(const QString &value, Part &part)
{
    static const QRegularExpression shape(QStringLiteral(
        R"re(^form-data\s*;\s*name="((?:[^"\\]|\\.)*)"(?:\s*;\s*filename="((?:[^"\\]|\\.)*)")?\s*;?$)re"));
    const auto match = shape.match(value.trimmed());
    if (!match.hasMatch())
        return false;
    part.name = unquoted(match.captured(1));
    part.fileName = unquoted(match.captured(2));
    return true;
}

std::optional<Part> readPart(const QStringList &lines)
{
    Part part;
    qsizetype i = 0;
    bool named = false;
    for (; i < lines.size() && !lines[i].trimmed().isEmpty(); ++i) {
        const qsizetype colon = lines[i].indexOf(u':');
        const QString name = lines[i].first(std::max<qsizetype>(colon, 0)).trimmed().toLower();
        const QString value = lines[i].sliced(colon + 1).trimmed();
        if (name == QLatin1String("content-disposition") && !named)
            named = readDisposition(value, part);
        else if (name == QLatin1String("content-type") && part.mediaType.isEmpty())
            part.mediaType = value;
        else
            return std::nullopt;
    }
    if (!named)
        return std::nullopt;
    const QStringList content = lines.sliced(std::min(i + 1, lines.size()));
    part.value = content.join(u'\n');
    if (content.size() == 1 && content[0].startsWith(QLatin1String("< "))) {
        part.isFile = true;
        part.value = content[0].sliced(2).trimmed();
        // What the writer puts there when the part names none itself.
        if (part.fileName == part.value.section(u'/', -1))
            part.fileName.clear();
    } else if (!part.fileName.isEmpty() || std::ranges::any_of(content, [](const QString &line) {
                   return line.startsWith(u'<');
               })) {
        return std::nullopt;
    }
    return part;
}

void writePart(const Part &part, QStringList &lines)
{
    QString disposition =
        QStringLiteral("Content-Disposition: form-data; name=\"%1\"").arg(quoted(part.name));
    if (part.isFile)
        disposition += QStringLiteral("; filename=\"%1\"")
                           .arg(quoted(part.fileName.isEmpty() ? part.value.section(u'/', -1)
                                                               : part.fileName));
    lines << disposition;
    if (!part.mediaType.isEmpty())
        lines << QStringLiteral("Content-Type: ") + part.mediaType;
    lines << QString();
    if (part.isFile)
        lines << QStringLiteral("< ") + part.value;
    else
        lines << part.value.split(u'\n');
}

} // namespace

QString boundaryOf(const QString &mediaType)
{
    static const QRegularExpression shape(
        QStringLiteral(
            R"re(^multipart/form-data\s*;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))\s*$)re"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(mediaType.trimmed());
    return match.captured(1) + match.captured(2);
}

std::optional<std::vector<Part>> readMultipart(const QStringList &lines, const QString &boundary)
{
    const QString start = QStringLiteral("--") + boundary;
    const QString end = start + QLatin1String("--");
    if (boundary.isEmpty() || lines.isEmpty() || lines.constFirst().trimmed() != start)
        return std::nullopt;
    std::vector<Part> parts;
    QStringList current;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line != start && line != end) {
            current.append(lines[i]);
            continue;
        }
        auto part = readPart(std::exchange(current, {}));
        if (!part)
            return std::nullopt;
        parts.push_back(std::move(*part));
        if (line == end)
            return i + 1 == lines.size() ? std::optional(std::move(parts)) : std::nullopt;
    }
    return std::nullopt;
}

QStringList writeMultipart(const std::vector<Part> &parts, const QString &boundary)
{
    QStringList lines;
    for (const Part &part : parts) {
        if (!part.enabled)
            continue;
        lines << QStringLiteral("--") + boundary;
        writePart(part, lines);
    }
    lines << QStringLiteral("--%1--").arg(boundary);
    return lines;
}

QString freeBoundary(const std::vector<Part> &parts)
{
    const auto taken = [&](const QString &boundary) {
        return std::ranges::any_of(parts, [&](const Part &part) {
            return part.value.contains(boundary) || part.name.contains(boundary);
        });
    };
    QString boundary = QStringLiteral("SondeBoundary");
    for (int i = 1; taken(boundary); ++i)
        boundary = QStringLiteral("SondeBoundary%1").arg(i);
    return boundary;
}

namespace
{

QString writeOff(std::initializer_list<std::pair<QString, QString>> items)
{
    QUrlQuery query;
    for (const auto &[key, value] : items) {
        if (!value.isEmpty())
            query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value, "{}<>/ .")));
    }
    return query.query(QUrl::EncodeReserved);
}

QString item(const QUrlQuery &query, const char *key)
{
    return query.queryItemValue(QLatin1String(key), QUrl::FullyDecoded);
}

} // namespace

QString writeOffRow(const Row &row)
{
    return writeOff({{QStringLiteral("name"), row.name}, {QStringLiteral("value"), row.value}});
}

std::optional<Row> readOffRow(const QString &text)
{
    const QUrlQuery query(text);
    if (query.isEmpty())
        return std::nullopt;
    return Row{.name = item(query, "name"), .value = item(query, "value"), .enabled = false};
}

QString writeOffPart(const Part &part)
{
    return writeOff({{QStringLiteral("name"), part.name},
                     {part.isFile ? QStringLiteral("file") : QStringLiteral("value"), part.value},
                     {QStringLiteral("type"), part.mediaType},
                     {QStringLiteral("filename"), part.fileName}});
}

std::optional<Part> readOffPart(const QString &text)
{
    const QUrlQuery query(text);
    if (query.isEmpty())
        return std::nullopt;
    const bool isFile = query.hasQueryItem(QStringLiteral("file"));
    return Part{.name = item(query, "name"),
                .value = item(query, isFile ? "file" : "value"),
                .isFile = isFile,
                .mediaType = item(query, "type"),
                .fileName = item(query, "filename"),
                .enabled = false};
}

} // namespace sonde::collection

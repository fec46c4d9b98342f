#include "collection/block_reader.h"

#include "collection/body_text.h"
#include "collection/file_fidelity.h"
#include "collection/line_classifier.h"

namespace sonde::collection
{
namespace
{

QString shown(QByteArrayView octets)
{
    return QString::fromUtf8(octets);
}

// Goes through the lines once, then makes the body from those it has gathered.
class BlockReader
{
public:
    BlockReader(const HttpText &text, const Block &block)
        : m_text(text)
        , m_block(block)
    {
    }

    ReadBlock run()
    {
        m_read.request.firstLine = m_block.first;
        m_read.request.lineCount = m_block.count;
        m_read.request.requestLine = m_block.requestLine.value_or(m_block.first);
        for (size_t i = m_block.first; i < m_block.first + m_block.count; ++i)
            readLine(i);
        if (document().title.isEmpty())
            document().title = m_read.request.name;
        m_read.request.description = m_description.join(u'\n');
        readKind();
        readBody();
        std::ranges::move(m_offRows, std::back_inserter(document().body.form));
        std::ranges::move(m_offParts, std::back_inserter(document().body.parts));
        return std::move(m_read);
    }

private:
    RequestDocument &document() { return m_read.request.document; }
    BlockPlaces &places() { return m_read.places; }
    void note(const QString &note)
    {
        constexpr qsizetype most = 12; // more than a person reads
        QStringList &notes = m_read.request.notes;
        if (notes.size() < most && !notes.contains(note))
            notes.append(note);
    }

    void readLine(size_t line);
    void readRequestLine(size_t line);
    void readVersion(QByteArrayView version);
    void readTag(size_t line);
    void readAnnotation(size_t line);
    void readHeader(size_t line, QByteArrayView text, bool enabled);
    void readDisabledQuery(size_t line);
    void readKind();
    void readBody();
    void readTypedBody(const QStringList &lines);

    const HttpText &m_text;
    const Block &m_block;
    ReadBlock m_read;
    QStringList m_description;
    std::vector<size_t> m_bodyLines;
    bool m_fromFile = false; // the body starts with a < line
    std::vector<Row> m_offRows;
    std::vector<Part> m_offParts;
};

void BlockReader::readLine(size_t line)
{
    const QByteArrayView text = m_text.text(line);
    const bool aboveRequest = line < *m_block.requestLine;
    switch (m_text.lines()[line].kind) {
    case LineKind::Separator: {
        QByteArrayView title = text;
        while (title.startsWith('#'))
            title = title.sliced(1);
        document().title = shown(http::trimmed(title));
        break;
    }
    case LineKind::Comment:
        if (aboveRequest)
            m_description.append(shown(*commentText(text)));
        break;
    case LineKind::Tag:
        readTag(line);
        break;
    case LineKind::Annotation:
        readAnnotation(line);
        break;
    case LineKind::RequestLine:
        readRequestLine(line);
        break;
    case LineKind::Continuation:
        document().url += shown(http::trimmed(text));
        places().continuations.push_back(line);
        places().headEnd = line + 1;
        break;
    case LineKind::DisabledQuery:
        readDisabledQuery(line);
        break;
    case LineKind::Header:
        readHeader(line, text, true);
        break;
    case LineKind::DisabledHeader:
        readHeader(line, *commentText(text), false);
        break;
    case LineKind::BodyFile:
        m_fromFile = true;
        m_bodyLines.push_back(line);
        break;
    case LineKind::Body:
        m_bodyLines.push_back(line);
        break;
    case LineKind::PreScript:
        note(QStringLiteral("A script before the request is kept and not run."));
        break;
    case LineKind::Handler:
        note(QStringLiteral("A script after the response is kept and not run."));
        break;
    case LineKind::ResponseRedirect:
    case LineKind::ResponseReference:
        note(QStringLiteral("A file for the response is kept and not written."));
        break;
    case LineKind::Directive:
        note(QStringLiteral("An import or run line is kept and not carried out."));
        break;
    case LineKind::Opaque:
        m_read.request.isEditable = false;
        note(QStringLiteral("Line %1 is not understood; it is kept as it is.").arg(line + 1));
        break;
    case LineKind::Blank:
    case LineKind::FileVariable:
        break;
    }
}

void BlockReader::readRequestLine(size_t line)
{
    const auto parts = *parseRequestLine(m_text.text(line));
    places().requestLine = line;
    places().headEnd = line + 1;
    document().method =
        parts.method.isEmpty() ? QStringLiteral("GET") : shown(parts.method).toUpper();
    document().url = shown(parts.target);
    readVersion(parts.version);
}

void BlockReader::readVersion(QByteArrayView version)
{
    using http::VersionPolicy;
    if (version.isEmpty())
        return;
    const bool priorKnowledge = version.contains('(');
    const QByteArrayView number = http::trimmed(version.sliced(
        5, version.indexOf('(') < 0 ? version.size() - 5 : version.indexOf('(') - 5));
    if (number == "1.0")
        document().settings.version = VersionPolicy::Http10;
    else if (number == "1.1")
        document().settings.version = VersionPolicy::Http11;
    else if (number == "2" || number == "2.0")
        document().settings.version = priorKnowledge ? VersionPolicy::H2c : VersionPolicy::Http2;
    else
        m_read.request.problem = QStringLiteral("The request asks for %1, which Sonde cannot send; "
                                                "change its version to HTTP/1.1 or HTTP/2.")
                                     .arg(shown(version));
}

void BlockReader::readTag(size_t line)
{
    const auto [key, value] = tagParts(*commentText(m_text.text(line)));
    if (key == "name") {
        m_read.request.name = shown(value);
    } else if (key == "no-redirect") {
        document().settings.followRedirects = false;
        places().noRedirect = line;
    } else if (key == "timeout" || key == "connection-timeout") {
        const auto duration = parseDuration(value);
        if (!duration)
            return note(
                QStringLiteral("Line %1 gives no time that is understood; write 30 s or 500 ms.")
                    .arg(line + 1));
        (key == "timeout" ? document().settings.timeout : document().settings.connectTimeout) =
            *duration;
        (key == "timeout" ? places().timeout : places().connectTimeout) = line;
    }
}

void BlockReader::readAnnotation(size_t line)
{
    const auto [key, value] = annotationParts(*commentText(m_text.text(line)));
    m_read.request.annotations.push_back(
        {.key = shown(key).toLower(), .value = shown(value), .line = line});
    if (key == "verify") {
        document().settings.verifyTls = value != "off";
        places().verify = line;
    } else if (key == "auth") {
        document().settings.auth = shown(value);
        places().auth = line;
    } else if (key == "http" && value == "3") {
        readVersion("HTTP/3");
    } else if (key == "form") {
        if (auto row = readOffRow(shown(value))) {
            m_offRows.push_back(std::move(*row));
            places().switchedOff.push_back(line);
        }
    } else if (key == "part") {
        if (auto part = readOffPart(shown(value))) {
            m_offParts.push_back(std::move(*part));
            places().switchedOff.push_back(line);
        }
    }
}

void BlockReader::readHeader(size_t line, QByteArrayView text, bool enabled)
{
    const auto parts = *parseHeaderLine(text);
    document().headers.push_back(
        {.name = shown(parts.name), .value = shown(parts.value), .enabled = enabled});
    places().headers.push_back(line);
    places().headEnd = line + 1;
}

void BlockReader::readDisabledQuery(size_t line)
{
    const QString part = shown(http::trimmed(commentText(m_text.text(line))->sliced(1)));
    auto rows = queryRows(u'?' + part);
    if (rows.size() != 1)
        return;
    rows.front().enabled = false;
    document().disabledParams.push_back(std::move(rows.front()));
    places().disabledQuery.push_back(line);
    places().headEnd = line + 1;
}

void BlockReader::readKind()
{
    HttpRequest &request = m_read.request;
    request.kind = kindOf(request.document);
    if (request.kind != RequestKind::WebSocket && request.kind != RequestKind::Grpc)
        return;
    request.isEditable = false;
    request.problem = QStringLiteral("“%1” requests are kept in the file and cannot be sent yet.")
                          .arg(request.kind == RequestKind::Grpc ? QStringLiteral("GRPC")
                                                                 : QStringLiteral("WEBSOCKET"));
}

void BlockReader::readBody()
{
    // Comments below a body stand above the next request: they are not content.
    const auto isComment = [&](size_t line) { return commentText(m_text.text(line)).has_value(); };
    while (!m_bodyLines.empty() && isComment(m_bodyLines.back()))
        m_bodyLines.pop_back();
    if (m_bodyLines.empty())
        return;
    places().bodyFirst = m_bodyLines.front();
    places().bodyCount = m_bodyLines.back() + 1 - m_bodyLines.front();
    QStringList lines;
    for (size_t i = 0; i < places().bodyCount; ++i) {
        const size_t line = places().bodyFirst + i;
        const LineKind kind = m_text.lines()[line].kind;
        if (kind != LineKind::Body && kind != LineKind::Blank && kind != LineKind::BodyFile) {
            // A script in the midst of a body: where one ends and the other begins is for the text
            // editor.
            m_read.request.isEditable = false;
            continue;
        }
        lines.append(shown(m_text.text(line)));
        if (lines.constLast().toUtf8() != m_text.text(line)) {
            m_read.request.isEditable = false;
            m_read.request.problem =
                QStringLiteral(
                    "Line %1 holds octets that are not UTF-8; put the body into a file of its "
                    "own and name it with “< path”.")
                    .arg(line + 1);
        }
    }
    readTypedBody(lines);
}

void BlockReader::readTypedBody(const QStringList &lines)
{
    Body &body = document().body;
    const auto &headers = document().headers;
    // Two of them are the person's own affair: they stay rows, and the first one tells the mode.
    const auto found = std::ranges::find_if(headers, isContentType);
    const bool single = std::ranges::count_if(headers, isContentType) == 1;
    const QString type = found == headers.end() ? QString() : found->value;
    const QString ownType = single ? type : QString();
    const QString essence = type.section(u';', 0, 0).trimmed().toLower();
    bool owned = true; // the body's mode and media type say what the Content-Type line says
    if (m_fromFile) {
        const bool plain = lines.constFirst().startsWith(QLatin1String("< "));
        body = {.mode = BodyMode::File,
                .mediaType = ownType,
                .file = lines.constFirst().sliced(2).trimmed()};
        if (!plain || lines.size() > 1) {
            m_read.request.isEditable = false;
            m_read.request.problem = QStringLiteral(
                "The body mixes a file with text or asks for variables to be filled into the file, "
                "which Sonde cannot send; name one whole file with “< path”.");
        }
    } else if (auto parts = readMultipart(lines, boundaryOf(type))) {
        body = {.mode = BodyMode::Multipart, .parts = std::move(*parts)};
    } else if (auto form = essence == QLatin1String("application/x-www-form-urlencoded")
                               ? readForm(lines)
                               : std::nullopt) {
        body = {.mode = BodyMode::Form, .form = std::move(*form)};
        owned = type.trimmed().toLower() == essence;
    } else if (essence == QLatin1String("application/json") ||
               essence.endsWith(QLatin1String("+json"))) {
        body = {.mode = BodyMode::Json, .text = lines.join(u'\n')};
        owned = type.trimmed().toLower() == QLatin1String("application/json");
    } else {
        body = {.mode = BodyMode::Text, .text = lines.join(u'\n'), .mediaType = ownType};
        if (essence.startsWith(QLatin1String("multipart/")) &&
            std::ranges::any_of(
                lines, [](const QString &line) { return line.startsWith(QLatin1String("< ")); }))
            m_read.request.problem = QStringLiteral(
                "The multipart body takes in a file and is not plain form data, which Sonde cannot "
                "send; "
                "give every part a Content-Disposition with a name and at most a Content-Type.");
    }
    if (owned && single) {
        const auto index = found - headers.begin();
        places().contentType = places().headers[size_t(index)];
        places().headers.erase(places().headers.begin() + index);
        document().headers.erase(document().headers.begin() + index);
    }
}

} // namespace

const Block *blockOf(const HttpText &text, size_t request)
{
    for (const Block &block : text.blocks()) {
        if (block.requestLine && request-- == 0)
            return &block;
    }
    return nullptr;
}

ReadBlock readBlock(const HttpText &text, const Block &block)
{
    return BlockReader(text, block).run();
}

std::optional<std::chrono::milliseconds> parseDuration(QByteArrayView text)
{
    using std::chrono::milliseconds;
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    if (digits == 0 || digits > 9)
        return std::nullopt;
    const qint64 number = text.first(digits).toLongLong();
    const QByteArrayView unit = http::trimmed(text.sliced(digits));
    if (unit.isEmpty() || unit == "s")
        return milliseconds(number * 1000);
    if (unit == "ms")
        return milliseconds(number);
    if (unit == "m")
        return milliseconds(number * 60'000);
    return std::nullopt;
}

KeyValue tagParts(QByteArrayView comment)
{
    const QByteArrayView text = comment.sliced(1);
    qsizetype end = 0;
    while (end < text.size() && text[end] != ' ' && text[end] != '\t' && text[end] != '=')
        ++end;
    QByteArrayView value = http::trimmed(text.sliced(end));
    if (value.startsWith('='))
        value = http::trimmed(value.sliced(1));
    return {text.first(end), value};
}

KeyValue annotationParts(QByteArrayView comment)
{
    const qsizetype close = comment.indexOf(']');
    return {http::trimmed(comment.sliced(1, close - 1)), http::trimmed(comment.sliced(close + 1))};
}

} // namespace sonde::collection

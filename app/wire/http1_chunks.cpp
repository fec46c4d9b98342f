#include "wire/http1_chunks.h"

#include "http/headers.h"
#include "http/method.h"

namespace sonde::wire
{

using http::Code;
using http::Phase;

namespace
{

int hexValue(char octet)
{
    if (octet >= '0' && octet <= '9')
        return octet - '0';
    const char lower = char(octet | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Takes a quoted-string off the front; false if it does not end.
bool skipQuoted(QByteArrayView &text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            text = text.sliced(i + 1);
            return true;
        }
    }
    return false;
}

bool skipToken(QByteArrayView &text)
{
    qsizetype length = 0;
    while (length < text.size() && http::isToken(text.sliced(length, 1)))
        ++length;
    text = text.sliced(length);
    return length > 0;
}

void skipBlank(QByteArrayView &text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
}

} // namespace

bool areChunkExtensions(QByteArrayView text)
{
    skipBlank(text);
    while (!text.isEmpty()) {
        if (text.front() != ';')
            return false;
        text = text.sliced(1);
        skipBlank(text);
        if (!skipToken(text))
            return false;
        skipBlank(text);
        if (text.startsWith('=')) {
            text = text.sliced(1);
            skipBlank(text);
            if (!(text.startsWith('"') ? skipQuoted(text) : skipToken(text)))
                return false;
            skipBlank(text);
        }
    }
    return true;
}

void Http1ChunkDecoder::begin()
{
    m_state = State::Size;
    m_remaining = 0;
}

void Http1ChunkDecoder::takeData(quint64 octets)
{
    m_remaining -= octets;
    if (m_remaining == 0)
        m_state = State::Gap;
}

http::Result<void> Http1ChunkDecoder::line(const Http1Line &line)
{
    if (m_state == State::Size)
        return sizeLine(line);
    if (!line.text.isEmpty())
        return gapError(line.offset);
    m_state = State::Size;
    return checkEnding(line);
}

http::Result<void> Http1ChunkDecoder::partial(QByteArrayView pending, qint64 offset) const
{
    if (m_state != State::Gap || pending == "\r")
        return {};
    return gapError(offset);
}

std::unexpected<http::Error> Http1ChunkDecoder::gapError(qint64 offset) const
{
    return std::unexpected(
        http1Error(m_notes.role(), Code::MalformedResponse, Phase::ReceiveBody,
                   QStringLiteral("A chunk is longer than its size says: no line "
                                  "end follows its last octet."),
                   offset));
}

// In a request, a bare LF here is read differently by different servers: a way to smuggle.
http::Result<void> Http1ChunkDecoder::checkEnding(const Http1Line &line)
{
    if (line.ending == Http1Line::Ending::CrLf) [[likely]]
        return {};
    if (m_notes.role() == Http1Role::Request)
        return std::unexpected(http1Error(
            m_notes.role(), Code::ProtocolViolation, Phase::ReceiveBody,
            QStringLiteral("A line of the chunked coding ends in LF alone."), line.offset));
    m_notes.bareLf(line.offset + line.octets - 1);
    return {};
}

http::Result<void> Http1ChunkDecoder::sizeLine(const Http1Line &line)
{
    quint64 size = 0;
    qsizetype at = 0;
    bool tooLarge = false;
    for (; at < line.text.size() && hexValue(line.text[at]) >= 0; ++at) {
        tooLarge = tooLarge || size > quint64(std::numeric_limits<qint64>::max()) >> 4;
        size = size << 4 | quint64(hexValue(line.text[at]));
    }
    const Http1Octets octets = http1Inspect(line.text);
    if (at == 0 || tooLarge || octets == Http1Octets::Nul || octets == Http1Octets::BareCr)
        return std::unexpected(http1Error(
            m_notes.role(), Code::MalformedResponse, Phase::ReceiveBody,
            QStringLiteral("The chunk size “%1” is not a hexadecimal number that can be read.")
                .arg(http1Quoted(line.text, 30)),
            line.offset));
    if (at < line.text.size()) {
        if (auto rest = afterSize(line.text.sliced(at), line.offset + at); !rest)
            return rest;
    }
    m_remaining = size;
    m_state = size == 0 ? State::Last : State::Data;
    return checkEnding(line);
}

http::Result<void> Http1ChunkDecoder::afterSize(QByteArrayView rest, qint64 offset)
{
    const QByteArrayView extensions = http::trimmed(rest);
    if (extensions.isEmpty())
        return m_notes.tolerate({.rule = "http1.chunk-space",
                                 .what = QStringLiteral("White space follows a chunk size"),
                                 .remedy = QStringLiteral("it is ignored"),
                                 .section = "RFC 9112 section 7.1",
                                 .offset = offset},
                                Phase::ReceiveBody);
    if (extensions.front() != ';')
        return std::unexpected(http1Error(
            m_notes.role(), Code::MalformedResponse, Phase::ReceiveBody,
            QStringLiteral(
                "“%1” follows a chunk size, where only extensions after a semicolon may.")
                .arg(http1Quoted(extensions, 30)),
            offset));
    noteExtensions(extensions, offset);
    return {};
}

// RFC 9112 section 7.1.1: extensions that are not known are to be ignored. A person wants to see
// them.
void Http1ChunkDecoder::noteExtensions(QByteArrayView extensions, qint64 offset)
{
    if (areChunkExtensions(extensions))
        m_notes.add(
            {.severity = trace::Severity::Note,
             .rule = "http1.chunk-extension",
             .what = QStringLiteral("A chunk has the extension “%1”").arg(http1Quoted(extensions)),
             .remedy = QStringLiteral("it means nothing to Sonde and is ignored"),
             .section = "RFC 9112 section 7.1.1",
             .offset = offset});
    else
        m_notes.add({.rule = "http1.chunk-extension-syntax",
                     .what = QStringLiteral("The chunk extension “%1” is malformed")
                                 .arg(http1Quoted(extensions)),
                     .remedy = QStringLiteral("it is ignored"),
                     .section = "RFC 9112 section 7.1.1",
                     .offset = offset});
}

} // namespace sonde::wire

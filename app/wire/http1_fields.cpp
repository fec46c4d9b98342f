#include "wire/http1_fields.h"

#include "http/method.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sonde::wire
{

using http::Code;
using http::Phase;

namespace
{

constexpr qsizetype usualFields = 12; // room made beforehand

bool isBlank(char octet)
{
    return octet == ' ' || octet == '\t';
}

std::unexpected<http::Error> refused(const Http1Notes &notes, const QString &sentence,
                                     qint64 offset)
{
    return std::unexpected(
        http1Error(notes.role(), Code::MalformedResponse, Phase::ReceiveHead, sentence, offset));
}

} // namespace

void Http1FieldParser::begin(Section section)
{
    m_section = section;
    m_fields = {};
    m_last.reset();
    m_places = {};
    if (section == Section::Trailers)
        return;
    m_fields.reserve(usualFields);
    m_count = 0;
}

http::Headers Http1FieldParser::finish()
{
    flush();
    return std::exchange(m_fields, {});
}

void Http1FieldParser::flush()
{
    if (m_last)
        m_fields.append(std::move(*m_last));
    m_last.reset();
}

http::Result<void> Http1FieldParser::line(const Http1Line &line)
{
    if (const auto *known = m_known.find(m_count, line.text)) {
        flush();
        ++m_count;
        m_last = *known;
        notePlace(known->name, line.offset);
        return {};
    }
    const Http1Octets octets = http1Inspect(line.text);
    if (octets != Http1Octets::Clean) [[unlikely]] {
        if (auto tolerated = tolerateOctets(line, octets); !tolerated)
            return tolerated;
    }
    if (isBlank(line.text.front())) [[unlikely]]
        return continuation(line);
    flush();
    const qsizetype place = m_count++;
    if (m_count > Http1Limits::fields)
        return std::unexpected(http1Error(
            m_notes.role(), Code::LimitExceeded, Phase::ReceiveHead,
            QStringLiteral("The message has more than %1 fields, head and trailers together, which "
                           "is Sonde's limit.")
                .arg(http1Counted(Http1Limits::fields)),
            line.offset));
    return newLine(line, place, octets);
}

http::Result<void> Http1FieldParser::newLine(const Http1Line &line, qsizetype place,
                                             Http1Octets octets)
{
    const auto *colon =
        static_cast<const char *>(std::memchr(line.text.data(), ':', size_t(line.text.size())));
    if (!colon)
        return m_notes.tolerate(
            {.rule = "http1.no-colon",
             .what = QStringLiteral("The field line “%1” has no colon").arg(http1Quoted(line.text)),
             .remedy = QStringLiteral("it is left out"),
             .section = "RFC 9112 section 5",
             .offset = line.offset},
            Phase::ReceiveHead);
    const QByteArrayView written = line.text.first(colon - line.text.data());
    const bool good = http::isToken(written);
    const auto name = good ? written : fieldName(line, written);
    if (!name)
        return std::unexpected(name.error());
    if (name->isEmpty())
        return {};
    const QByteArrayView value = http::trimmed(line.text.sliced(written.size() + 1));
    m_last = http::Field{.name = m_known.name(place, *name), .value = value.toByteArray()};
    if (good && octets == Http1Octets::Clean)
        m_known.remember(place, line.text, *m_last);
    notePlace(*name, line.offset);
    return {};
}

http::Result<void> Http1FieldParser::tolerateOctets(const Http1Line &line, Http1Octets octets)
{
    if (octets == Http1Octets::Nul)
        return refused(m_notes, QStringLiteral("A field line holds a NUL octet."), line.offset);
    // RFC 9112 section 2.2: a bare CR makes the element invalid; it could hide a second field.
    if (octets == Http1Octets::BareCr)
        return refused(m_notes, QStringLiteral("A field line holds a CR without an LF after it."),
                       line.offset);
    return m_notes.tolerate({.severity = trace::Severity::Warning,
                             .rule = "http1.field-control",
                             .what = QStringLiteral("The field line “%1” holds a control character")
                                         .arg(http1Quoted(line.text)),
                             .remedy = QStringLiteral("it is kept"),
                             .section = "RFC 9110 section 5.5",
                             .offset = line.offset},
                            Phase::ReceiveHead);
}

http::Result<void> Http1FieldParser::continuation(const Http1Line &line)
{
    if (!m_last)
        return m_notes.tolerate(
            {.rule = "http1.unexpected-space",
             .what = QStringLiteral("The line “%1” begins with white space but no field stands "
                                    "before it")
                         .arg(http1Quoted(line.text)),
             .remedy = QStringLiteral("it is left out"),
             .section = "RFC 9112 section 2.2",
             .offset = line.offset},
            Phase::ReceiveHead);
    auto tolerated =
        m_notes.tolerate({.rule = "http1.obs-fold",
                          .what = QStringLiteral("The value of “%1” is folded over several lines")
                                      .arg(http1Quoted(m_last->name)),
                          .remedy = QStringLiteral("the lines are joined by a space"),
                          .section = "RFC 9112 section 5.2",
                          .offset = line.offset},
                         Phase::ReceiveHead);
    const QByteArrayView more = http::trimmed(line.text);
    if (tolerated && !more.isEmpty()) {
        if (!m_last->value.isEmpty())
            m_last->value += ' ';
        m_last->value += more;
    }
    return tolerated;
}

// What is no token: without white space before the colon; empty if the line is to be left out.
http::Result<QByteArrayView> Http1FieldParser::fieldName(const Http1Line &line, QByteArrayView name)
{
    const QByteArrayView trimmed = http::trimmed(name);
    http::Result<void> tolerated;
    if (trimmed.isEmpty())
        tolerated = m_notes.tolerate(
            {.rule = "http1.empty-name",
             .what = QStringLiteral("The field line “%1” has no name").arg(http1Quoted(line.text)),
             .remedy = QStringLiteral("it is left out"),
             .section = "RFC 9112 section 5",
             .offset = line.offset},
            Phase::ReceiveHead);
    else if (http::isToken(trimmed))
        tolerated = m_notes.tolerate(
            {.rule = "http1.space-before-colon",
             .what = QStringLiteral("White space stands between the field name “%1” and its colon")
                         .arg(http1Quoted(trimmed)),
             .remedy = QStringLiteral("it is not taken for part of the name"),
             .section = "RFC 9112 section 5.1",
             .offset = line.offset + trimmed.size()},
            Phase::ReceiveHead);
    else
        // No known name has such octets, so that keeping it shows it without acting on it.
        tolerated = m_notes.tolerate(
            {.rule = "http1.field-name",
             .what = QStringLiteral("The field name “%1” holds characters that a name cannot have")
                         .arg(http1Quoted(trimmed)),
             .remedy = QStringLiteral("it is kept and nothing is made of it"),
             .section = "RFC 9110 section 5.1",
             .offset = line.offset},
            Phase::ReceiveHead);
    if (!tolerated)
        return std::unexpected(std::move(tolerated.error()));
    return trimmed;
}

void Http1FieldParser::notePlace(QByteArrayView name, qint64 offset)
{
    if (m_section == Section::Trailers) {
        noteTrailer(name, offset);
    } else if (name.size() == 14 && http::sameName(name, "Content-Length")) {
        if (m_places.contentLength < 0)
            m_places.contentLength = offset;
        else if (m_places.repeatedContentLength < 0)
            m_places.repeatedContentLength = offset;
    } else if (name.size() == 17 && http::sameName(name, "Transfer-Encoding")) {
        if (m_places.transferEncoding < 0)
            m_places.transferEncoding = offset;
    }
}

// RFC 9110 section 6.5.1: what frames, routes or authenticates a message comes too late in its
// trailers.
void Http1FieldParser::noteTrailer(QByteArrayView name, qint64 offset)
{
    static constexpr std::array<QByteArrayView, 12> forbidden{
        "Content-Length",   "Transfer-Encoding", "Host",          "Trailer",
        "Content-Encoding", "Content-Type",      "Content-Range", "TE",
        "Authorization",    "Set-Cookie",        "Cache-Control", "Connection",
    };
    const auto same = [&](QByteArrayView other) { return http::sameName(name, other); };
    if (std::ranges::any_of(forbidden, same))
        m_notes.add(
            {.rule = "http1.trailer-field",
             .what = QStringLiteral("The field “%1” stands in the trailers, where it may not")
                         .arg(http1Quoted(name)),
             .remedy = QStringLiteral("it is shown there and not acted on"),
             .section = "RFC 9110 section 6.5.1",
             .offset = offset});
}

} // namespace sonde::wire

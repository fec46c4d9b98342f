#include "wire/http1_framing.h"

namespace sonde::wire
{

using http::Code;
using http::Phase;
using Kind = Http1Framing::Kind;

namespace
{

std::unexpected<http::Error> refused(const Http1Notes &notes, const QString &sentence,
                                     qint64 offset)
{
    return std::unexpected(
        http1Error(notes.role(), Code::MalformedResponse, Phase::ReceiveHead, sentence, offset));
}

// RFC 9110 section 8.6: digits only. Anything else, a sign included, would let two readers
// disagree.
std::optional<quint64> parseLength(QByteArrayView digits)
{
    static constexpr quint64 most = quint64(std::numeric_limits<qint64>::max());
    quint64 value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9' || value > (most - quint64(digit - '0')) / 10)
            return std::nullopt;
        value = value * 10 + quint64(digit - '0');
    }
    return digits.isEmpty() ? std::nullopt : std::optional(value);
}

// The members of a list field, empty ones left out (RFC 9110 section 5.6.1.2).
QList<QByteArrayView> members(const QByteArray &list)
{
    QList<QByteArrayView> found;
    for (QByteArrayView rest = list; !rest.isEmpty();) {
        const qsizetype comma = rest.indexOf(',');
        const QByteArrayView member = http::trimmed(comma < 0 ? rest : rest.first(comma));
        rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
        if (!member.isEmpty())
            found.append(member);
    }
    return found;
}

http::Result<void> tolerateRepeats(qsizetype times, const Http1FramingPlaces &places,
                                   Http1Notes &notes)
{
    return notes.tolerate({.rule = "http1.repeated-content-length",
                           .what = QStringLiteral("Content-Length is given %1 times").arg(times),
                           .remedy = QStringLiteral("all agree, and it is read once"),
                           .section = "RFC 9110 section 8.6",
                           .offset = std::max(places.contentLength, places.repeatedContentLength)},
                          Phase::ReceiveHead);
}

http::Result<quint64> contentLength(const http::Headers &headers, const Http1FramingPlaces &places,
                                    Http1Notes &notes)
{
    const QByteArray all = headers.combined("Content-Length");
    if (const auto length = parseLength(all))
        return *length;
    // An empty member is no number either: nothing is left out here.
    const QList<QByteArray> values = all.split(',');
    std::optional<quint64> length;
    for (const QByteArray &value : values) {
        const auto one = parseLength(http::trimmed(value));
        if (!one)
            return refused(
                notes,
                QStringLiteral("The Content-Length “%1” is not a number of octets, so that "
                               "the end of the message is unknown.")
                    .arg(http1Quoted(all)),
                places.contentLength);
        if (length && *length != *one)
            return refused(
                notes,
                QStringLiteral("The Content-Length fields disagree: %1 and %2 octets. The end "
                               "of the message is unknown.")
                    .arg(*length)
                    .arg(*one),
                std::max(places.contentLength, places.repeatedContentLength));
        length = one;
    }
    if (values.size() == 1)
        return *length;
    const auto tolerated = tolerateRepeats(values.size(), places, notes);
    return tolerated ? http::Result<quint64>(*length) : std::unexpected(tolerated.error());
}

// What the list of transfer codings ends in.
enum class LastCoding : quint8 { None, Chunked, Other };

// A Transfer-Encoding, and the findings that concern it.
class TransferCodings
{
public:
    TransferCodings(const http::Headers &headers, qint64 place, Http1Notes &notes)
        : m_list(headers.combined("Transfer-Encoding"))
        , m_place(place)
        , m_notes(notes)
    {
    }

    // RFC 9112 section 6.1: the last coding must be chunked, and only once.
    [[nodiscard]] http::Result<LastCoding> last()
    {
        const QList<QByteArrayView> codings = members(m_list);
        if (countOf(codings, "identity") == codings.size())
            return deviation(LastCoding::None, "http1.transfer-identity",
                             QStringLiteral("The Transfer-Encoding “%1” names no coding"),
                             QStringLiteral("it is taken for absent"));
        if (!http::sameName(codings.last(), "chunked"))
            return deviation(
                LastCoding::Other, "http1.transfer-coding",
                QStringLiteral("The last transfer coding in “%1” is not chunked"),
                QStringLiteral("the content is read as it is until the server closes"));
        const qsizetype times = countOf(codings, "chunked");
        http::Result<LastCoding> found = LastCoding::Chunked;
        if (times > 1)
            found =
                deviation(LastCoding::Chunked, "http1.repeated-chunked",
                          QStringLiteral("The Transfer-Encoding “%1” names chunked more than once"),
                          QStringLiteral("it is taken off once"));
        if (found && times < codings.size())
            found = deviation(LastCoding::Chunked, "http1.transfer-coding",
                              QStringLiteral("The Transfer-Encoding “%1” names codings that nobody "
                                             "asked for"),
                              QStringLiteral("only chunked is taken off"));
        return found;
    }

private:
    static qsizetype countOf(const QList<QByteArrayView> &codings, QByteArrayView name)
    {
        return std::ranges::count_if(
            codings, [name](QByteArrayView coding) { return http::sameName(coding, name); });
    }
    [[nodiscard]] http::Result<LastCoding> deviation(LastCoding last, QByteArrayView rule,
                                                     const QString &what, const QString &remedy)
    {
        auto tolerated = m_notes.tolerate({.rule = rule,
                                           .what = what.arg(http1Quoted(m_list)),
                                           .remedy = remedy,
                                           .section = "RFC 9112 section 6.1",
                                           .offset = m_place},
                                          Phase::ReceiveHead);
        if (!tolerated)
            return std::unexpected(std::move(tolerated.error()));
        return last;
    }

    const QByteArray m_list;
    const qint64 m_place;
    Http1Notes &m_notes;
};

void noteIgnored(const Http1FramingPlaces &places, const QString &where, QByteArrayView section,
                 Http1Notes &notes)
{
    const qint64 place = std::max(places.contentLength, places.transferEncoding);
    if (place >= 0)
        notes.add(
            {.rule = "http1.framing-ignored",
             .what = QStringLiteral("Content-Length or Transfer-Encoding stands in %1").arg(where),
             .remedy = QStringLiteral("it is ignored"),
             .section = section,
             .offset = place});
}

// RFC 9112 section 6.1: HTTP/1.0 has no transfer codings; what follows is not to be trusted.
void noteCodingIn10(qint64 place, Http1Notes &notes)
{
    notes.add({.rule = "http1.transfer-encoding-1.0",
               .what = QStringLiteral("An HTTP/1.0 message has a Transfer-Encoding"),
               .remedy = QStringLiteral("it is obeyed and the connection not used again"),
               .section = "RFC 9112 section 6.1",
               .offset = place});
}

// Content-Length and Transfer-Encoding, for a message that may have content. Kind::None if it has
// neither.
http::Result<Http1Framing> contentFraming(const http::Headers &headers, http::Version version,
                                          const Http1FramingPlaces &places, Http1Notes &notes)
{
    Http1Framing framing{.keepAlive = http1KeepsAlive(version, headers)};
    if (places.transferEncoding >= 0) {
        const auto last = TransferCodings(headers, places.transferEncoding, notes).last();
        if (!last)
            return std::unexpected(last.error());
        if (version == http::Version::Http10) {
            framing.keepAlive = false;
            noteCodingIn10(places.transferEncoding, notes);
        }
        if (*last == LastCoding::Chunked)
            framing.kind = Kind::Chunked;
        else if (*last == LastCoding::Other)
            framing.kind = Kind::UntilClose;
    }
    if (places.contentLength < 0)
        return framing;
    if (framing.kind == Kind::None) {
        const auto length = contentLength(headers, places, notes);
        if (!length)
            return std::unexpected(length.error());
        framing.kind = Kind::Length;
        framing.length = *length;
        return framing;
    }
    // RFC 9112 section 6.3 rule 3: Transfer-Encoding wins; it may be an attempt at smuggling.
    framing.keepAlive = false;
    auto tolerated = notes.tolerate(
        {.rule = "http1.length-with-transfer-encoding",
         .what = QStringLiteral("The message has both Content-Length and Transfer-Encoding"),
         .remedy = QStringLiteral("Transfer-Encoding counts, and the connection is not used again"),
         .section = "RFC 9112 section 6.3",
         .offset = places.contentLength},
        Phase::ReceiveHead);
    if (!tolerated)
        return std::unexpected(std::move(tolerated.error()));
    return framing;
}

} // namespace

bool http1KeepsAlive(http::Version version, const http::Headers &headers)
{
    if (headers.listContains("Connection", "close"))
        return false;
    return version == http::Version::Http11 || headers.listContains("Connection", "keep-alive");
}

http::Result<Http1Framing> responseFraming(const http::ResponseHead &head,
                                           const Http1Expected &expected,
                                           const Http1FramingPlaces &places, Http1Notes &notes)
{
    const bool tunnel = expected.method == "CONNECT" && head.status >= 200 && head.status < 300;
    if (head.status == 101 || tunnel) {
        noteIgnored(places,
                    tunnel ? QStringLiteral("a successful response to CONNECT")
                           : QStringLiteral("a response of status 101"),
                    "RFC 9112 section 6.3", notes);
        if (!tunnel && !expected.asksUpgrade)
            notes.add({.rule = "http1.unasked-upgrade",
                       .what = QStringLiteral("The server switches to another protocol, which the "
                                              "request did not ask for"),
                       .remedy = QStringLiteral("what follows is shown as it comes"),
                       .section = "RFC 9110 section 7.8"});
        return Http1Framing{.kind = Kind::Tunnel, .keepAlive = false};
    }
    // RFC 9112 section 6.3 rule 1: no content, whatever the fields say. With HEAD and 304 they
    // describe the content that a GET would have brought; with 204 they may not be there.
    if (expected.method == "HEAD" || head.status == 204 || head.status == 304) {
        if (head.status == 204)
            noteIgnored(places, QStringLiteral("a response of status 204, which has no content"),
                        "RFC 9110 section 8.6", notes);
        return Http1Framing{.kind = Kind::None,
                            .keepAlive = http1KeepsAlive(head.version, head.headers)};
    }
    auto framing = contentFraming(head.headers, head.version, places, notes);
    if (framing && framing->kind == Kind::None)
        framing->kind = Kind::UntilClose;
    if (framing && framing->kind == Kind::UntilClose)
        framing->keepAlive = false;
    return framing;
}

http::Result<Http1Framing> requestFraming(const RequestHead &head, const Http1FramingPlaces &places,
                                          Http1Notes &notes)
{
    // RFC 9112 section 3.2: exactly one Host from HTTP/1.1 on.
    const qsizetype hosts = qsizetype(head.headers.values("Host").size());
    if (hosts > 1 || (hosts == 0 && head.version == http::Version::Http11))
        return refused(notes,
                       hosts == 0 ? QStringLiteral("The request has no Host field.")
                                  : QStringLiteral("The request has more than one Host field."),
                       -1);
    return contentFraming(head.headers, head.version, places, notes);
}

} // namespace sonde::wire

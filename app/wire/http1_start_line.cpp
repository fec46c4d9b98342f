#include "wire/http1_start_line.h"

#include "http/headers.h"

namespace sonde::wire
{

using http::Code;
using http::Phase;

namespace
{

constexpr QByteArrayView httpName = "HTTP/";
// So many octets that do not begin with HTTP/ are enough to say so without waiting for a line end.
constexpr qsizetype enoughToJudge = 24;

bool isBlank(char octet)
{
    return octet == ' ' || octet == '\t';
}

bool isDigit(char octet)
{
    return octet >= '0' && octet <= '9';
}

std::unexpected<http::Error> refused(Http1Role role, Code code, const QString &sentence,
                                     qint64 offset)
{
    return std::unexpected(http1Error(role, code, Phase::ReceiveHead, sentence, offset));
}

// RFC 9112 section 2.3: one digit, a dot, one digit; a higher minor version is read as the highest
// known.
http::Result<http::Version> parseVersion(QByteArrayView text, qint64 offset, Http1Notes &notes)
{
    if (!text.startsWith(httpName))
        notes.add({.rule = "http1.version-case",
                   .what = QStringLiteral("The protocol name is not written HTTP in capitals"),
                   .remedy = QStringLiteral("it is taken for HTTP"),
                   .section = "RFC 9112 section 2.3",
                   .offset = offset});
    const QByteArrayView digits = text.sliced(httpName.size());
    if (digits.size() != 3 || !isDigit(digits[0]) || digits[1] != '.' || !isDigit(digits[2]))
        return refused(notes.role(), Code::MalformedResponse,
                       QStringLiteral("The version “%1” is none: HTTP/1.1 or HTTP/1.0 is expected.")
                           .arg(http1Quoted(text, 20)),
                       offset);
    if (digits[0] != '1')
        return refused(
            notes.role(), Code::UnexpectedVersion,
            QStringLiteral("The message names version %1 in HTTP/1 text form, where only "
                           "HTTP/1.1 and HTTP/1.0 can stand.")
                .arg(http1Quoted(text)),
            offset);
    if (digits[2] > '1')
        notes.add({.severity = trace::Severity::Note,
                   .rule = "http1.version-minor",
                   .what = QStringLiteral("The message names version %1").arg(http1Quoted(text)),
                   .remedy = QStringLiteral("it is read as HTTP/1.1"),
                   .section = "RFC 9110 section 2.5",
                   .offset = offset});
    return digits[2] == '0' ? http::Version::Http10 : http::Version::Http11;
}

http::Result<void> checkOctets(const Http1Line &line, Http1Notes &notes)
{
    const Http1Octets octets = http1Inspect(line.text);
    if (octets == Http1Octets::Clean) [[likely]]
        return {};
    if (octets == Http1Octets::Nul)
        return refused(notes.role(), Code::MalformedResponse,
                       QStringLiteral("The first line holds a NUL octet."), line.offset);
    // RFC 9112 section 2.2: a bare CR makes the element invalid. What is a line to one reader would
    // be two to another.
    if (octets == Http1Octets::BareCr)
        return refused(notes.role(), Code::MalformedResponse,
                       QStringLiteral("The first line holds a CR without an LF after it."),
                       line.offset);
    return notes.tolerate({.severity = trace::Severity::Warning,
                           .rule = "http1.start-line-control",
                           .what = QStringLiteral("The first line holds a control character"),
                           .remedy = QStringLiteral("it is kept"),
                           .section = "RFC 9112 section 4",
                           .offset = line.offset},
                          Phase::ReceiveHead);
}

// Three digits at the front, and nothing grown onto them.
http::Result<int> parseStatus(QByteArrayView text, qint64 offset, Http1Notes &notes)
{
    if (text.size() < 3 || !isDigit(text[0]) || !isDigit(text[1]) || !isDigit(text[2]) ||
        text[0] == '0' || (text.size() > 3 && !isBlank(text[3])))
        return refused(
            notes.role(), Code::MalformedResponse,
            QStringLiteral("The status in “%1” is not a number of three digits from 100 on.")
                .arg(http1Quoted(text)),
            offset);
    const int status = (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0');
    if (status >= 600)
        notes.add({.severity = trace::Severity::Warning,
                   .rule = "http1.status-range",
                   .what = QStringLiteral("The status %1 is outside 100 to 599").arg(status),
                   .remedy = QStringLiteral("clients take it for a server error"),
                   .section = "RFC 9110 section 15",
                   .offset = offset});
    return status;
}

} // namespace

http::Result<http::ResponseHead> parseStatusLine(const Http1Line &line, Http1Notes &notes)
{
    const QByteArrayView text = line.text;
    if (!http1MayBeHttp(text) || text.size() < httpName.size())
        return std::unexpected(http1NotHttp(text, line.offset));
    if (auto clean = checkOctets(line, notes); !clean)
        return std::unexpected(std::move(clean.error()));

    qsizetype at = httpName.size();
    while (at < text.size() && !isBlank(text[at]))
        ++at;
    const auto version = parseVersion(text.first(at), line.offset, notes);
    if (!version)
        return std::unexpected(version.error());
    const qsizetype gap = at;
    while (at < text.size() && isBlank(text[at]))
        ++at;
    // RFC 9112 section 4: one space; white space of other kinds may be taken for it.
    if (at > gap && (at - gap != 1 || text[gap] != ' '))
        notes.add({.rule = "http1.status-line-space",
                   .what = QStringLiteral("Version and status are not parted by one single space"),
                   .remedy = QStringLiteral("they are read as parted"),
                   .section = "RFC 9112 section 4",
                   .offset = line.offset + gap});

    const QByteArrayView rest = text.sliced(at);
    const auto status = parseStatus(rest, line.offset + at, notes);
    if (!status)
        return std::unexpected(status.error());
    http::ResponseHead head{.version = *version, .status = *status};
    if (rest.size() > 3)
        head.reason = rest.sliced(4).toByteArray();
    else
        notes.add({.rule = "http1.no-reason-space",
                   .what = QStringLiteral("No space follows the status"),
                   .remedy = QStringLiteral("the reason is read as empty"),
                   .section = "RFC 9112 section 4",
                   .offset = line.offset + text.size()});
    return head;
}

http::Result<RequestHead> parseRequestLine(const Http1Line &line, Http1Notes &notes)
{
    if (auto clean = checkOctets(line, notes); !clean)
        return std::unexpected(std::move(clean.error()));
    const QByteArrayView text = line.text;
    const qsizetype first = text.indexOf(' ');
    const qsizetype last = text.lastIndexOf(' ');
    if (first <= 0 || last == first || last + 1 == text.size())
        return refused(
            notes.role(), Code::MalformedResponse,
            QStringLiteral("The request line “%1” is not method, target and version with "
                           "one space between them.")
                .arg(http1Quoted(text)),
            line.offset);
    RequestHead head;
    head.method = text.first(first).toByteArray();
    const QByteArrayView target = text.sliced(first + 1, last - first - 1);
    const QByteArrayView version = text.sliced(last + 1);
    if (!http::isToken(head.method))
        return refused(
            notes.role(), Code::MalformedResponse,
            QStringLiteral("The method “%1” is not a token.").arg(http1Quoted(head.method)),
            line.offset);
    if (target.isEmpty() || target.contains(' ') || target.contains('\t'))
        return refused(notes.role(), Code::MalformedResponse,
                       QStringLiteral("The request target “%1” is empty or holds white space.")
                           .arg(http1Quoted(target)),
                       line.offset + first + 1);
    if (!version.startsWith(httpName))
        return refused(notes.role(), Code::MalformedResponse,
                       QStringLiteral("The request line ends in “%1” instead of an HTTP version.")
                           .arg(http1Quoted(version)),
                       line.offset + last + 1);
    const auto parsed = parseVersion(version, line.offset + last + 1, notes);
    if (!parsed)
        return std::unexpected(parsed.error());
    head.version = *parsed;
    head.target = target.toByteArray();
    return head;
}

bool http1MayBeHttp(QByteArrayView first)
{
    const QByteArrayView head = first.first(std::min(first.size(), httpName.size()));
    return http::sameName(head, httpName.first(head.size()));
}

http::Error http1NotHttp(QByteArrayView first, qint64 offset)
{
    return http1Error(Http1Role::Response, Code::MalformedResponse, Phase::ReceiveHead,
                      QStringLiteral("The server does not speak HTTP here: its answer begins with "
                                     "“%1” instead of HTTP/1.1.")
                          .arg(http1Quoted(first, enoughToJudge - 4)),
                      offset);
}

std::optional<http::Error> http1Foreign(Http1Role role, QByteArrayView first, qint64 offset)
{
    const bool response = role == Http1Role::Response;
    const auto error = [&](Code code, const QString &sentence) {
        return http1Error(role, code, Phase::ReceiveHead, sentence, offset);
    };
    // A TLS record: handshake (22) or alert (21), major version 3.
    if (first.size() >= 2 && (first[0] == 0x16 || first[0] == 0x15) && first[1] == 0x03)
        return error(Code::UnexpectedVersion,
                     response ? QStringLiteral("The server speaks TLS on this port; use https:// "
                                               "instead of http://.")
                              : QStringLiteral("The client speaks TLS on a port for plain HTTP."));
    // RFC 9113 section 3.4: an HTTP/2 server begins with a SETTINGS frame (type 4), which is short.
    if (response && first.size() >= 4 && first[0] == 0 && first[1] == 0 && first[3] == 4)
        return error(Code::UnexpectedVersion,
                     QStringLiteral("The server speaks HTTP/2 on this port; pin h2c for http:// or "
                                    "HTTP/2 for https://."));
    if (!response || http1MayBeHttp(first) || first.size() < enoughToJudge)
        return std::nullopt;
    return http1NotHttp(first, offset);
}

} // namespace sonde::wire

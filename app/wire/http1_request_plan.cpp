#include "wire/http1_request_plan.h"

#include "wire/http1_common.h"

namespace sonde::wire
{

using Kind = ContentLength::Kind;
using Framing = Http1Outbox::Framing;

namespace
{

std::unexpected<http::Error> conflict(const QString &sentence)
{
    return std::unexpected(http::Error{.layer = http::Layer::Http1,
                                       .code = http::Code::ConflictingOptions,
                                       .blame = http::Blame::Local,
                                       .phase = http::Phase::Plan,
                                       .sentence = sentence});
}

bool endsInChunked(const http::Headers &headers)
{
    const QByteArray codings = headers.combined("Transfer-Encoding");
    const QByteArrayView last = QByteArrayView(codings).sliced(codings.lastIndexOf(',') + 1);
    return http::sameName(http::trimmed(last), "chunked");
}

// The user wrote Transfer-Encoding.
http::Result<Http1RequestPlan> planCoded(const RequestHead &head, ContentLength content)
{
    if (head.version == http::Version::Http10)
        return conflict(
            QStringLiteral("HTTP/1.0 has no Transfer-Encoding; remove the field or send "
                           "HTTP/1.1."));
    if (head.headers.contains("Content-Length"))
        return conflict(QStringLiteral("The request has both Content-Length and Transfer-Encoding; "
                                       "remove one of them."));
    if (!endsInChunked(head.headers))
        return conflict(
            QStringLiteral("The last transfer coding of a request must be chunked, or its "
                           "end cannot be found; the field says “%1”.")
                .arg(http1Quoted(head.headers.combined("Transfer-Encoding"))));
    return Http1RequestPlan{.framing = Framing::Chunked, .length = content.octets};
}

// The user wrote Content-Length.
http::Result<Http1RequestPlan> planCounted(const RequestHead &head, ContentLength content)
{
    const QByteArray text = head.headers.combined("Content-Length");
    bool isNumber = false;
    const quint64 length = text.toULongLong(&isNumber);
    if (!isNumber || text.front() == '+')
        return conflict(
            QStringLiteral("The Content-Length “%1” is not a number of octets; remove the "
                           "field to have the right one sent.")
                .arg(http1Quoted(text)));
    const quint64 there = content.kind == Kind::Known ? content.octets : 0;
    if (content.kind != Kind::Unknown && length != there)
        return conflict(
            QStringLiteral("Content-Length says %1, but the content has %2 octets; remove "
                           "the field to have the right one sent.")
                .arg(http1Counted(length), http1Counted(there)));
    return Http1RequestPlan{
        .framing = content.kind == Kind::None ? Framing::None : Framing::Counted, .length = length};
}

} // namespace

http::Result<Http1RequestPlan> planRequest(const RequestHead &head, ContentLength content)
{
    if (head.headers.contains("Transfer-Encoding"))
        return planCoded(head, content);
    if (head.headers.contains("Content-Length"))
        return planCounted(head, content);
    Http1RequestPlan plan{.length = content.octets};
    // RFC 9110 section 9.3.6: what follows CONNECT is the tunnel, not content.
    if (content.kind == Kind::None || head.method == "CONNECT")
        return plan;
    if (content.kind == Kind::Known) {
        plan.framing = Framing::Counted;
        plan.added = {.name = "Content-Length", .value = QByteArray::number(content.octets)};
        return plan;
    }
    if (head.version == http::Version::Http10)
        return conflict(
            QStringLiteral("HTTP/1.0 cannot send content whose length is not known before; "
                           "send HTTP/1.1, or content from memory or a file."));
    plan.framing = Framing::Chunked;
    plan.added = {.name = "Transfer-Encoding", .value = "chunked"};
    return plan;
}

} // namespace sonde::wire

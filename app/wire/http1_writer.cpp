#include "wire/http1_writer.h"

#include "wire/http1_common.h"

#include <algorithm>

namespace sonde::wire
{

using http::Code;

namespace
{

constexpr QByteArrayView lineEnd = "\r\n";

void appendFields(QByteArray &out, const http::Headers &fields)
{
    for (const http::Field &field : fields) {
        out += field.name;
        out += ':';
        if (!field.value.isEmpty()) {
            out += ' ';
            out += field.value;
        }
        out += lineEnd;
    }
    out += lineEnd;
}

qsizetype sizeOf(const http::Headers &fields)
{
    qsizetype octets = lineEnd.size();
    for (const http::Field &field : fields)
        octets += field.name.size() + field.value.size() + 4;
    return octets;
}

http::Error refused(Code code, const QString &sentence)
{
    return {.layer = http::Layer::Http1,
            .code = code,
            .blame = http::Blame::Local,
            .phase = http::Phase::Send,
            .sentence = sentence};
}

} // namespace

QByteArray writeHead(const RequestHead &head)
{
    QByteArray out;
    out.reserve(head.method.size() + head.target.size() + 16 + sizeOf(head.headers));
    out += head.method;
    out += ' ';
    out += head.target;
    out += ' ';
    out += http::versionName(head.version);
    out += lineEnd;
    appendFields(out, head.headers);
    return out;
}

QByteArray writeHead(const http::ResponseHead &head)
{
    QByteArray out;
    out.reserve(head.reason.size() + 20 + sizeOf(head.headers));
    out += http::versionName(head.version);
    out += ' ';
    out += QByteArray::number(head.status);
    // RFC 9112 section 4: the space stands even before an empty reason.
    out += ' ';
    out += head.reason;
    out += lineEnd;
    appendFields(out, head.headers);
    return out;
}

QByteArray writeChunkSize(qsizetype octets)
{
    return QByteArray::number(octets, 16) + "\r\n";
}

QByteArray writeLastChunk(const http::Headers &trailers)
{
    QByteArray out = "0\r\n";
    appendFields(out, trailers);
    return out;
}

http::Result<void> checkWritable(const RequestHead &head)
{
    if (!http::isToken(head.method))
        return std::unexpected(refused(
            Code::MalformedMethod,
            QStringLiteral("The method “%1” is not a token.").arg(http1Quoted(head.method))));
    const auto unsendable = [](char octet) { return uchar(octet) <= 0x20 || octet == 0x7f; };
    if (head.target.isEmpty() || std::ranges::any_of(head.target, unsendable))
        return std::unexpected(refused(
            Code::MalformedUrl,
            QStringLiteral("The request target “%1” is empty or holds white space or control "
                           "characters; percent-encode them.")
                .arg(http1Quoted(head.target))));
    if (head.version != http::Version::Http10 && head.version != http::Version::Http11)
        return std::unexpected(
            refused(Code::UnsupportedVersion,
                    QStringLiteral("An HTTP/1 connection cannot carry a request of version %1.")
                        .arg(QLatin1StringView(http::versionName(head.version)))));
    return checkWritable(head.headers);
}

http::Result<void> checkWritable(const http::ResponseHead &head)
{
    if (head.status < 100 || head.status > 999 || head.reason.contains('\r') ||
        head.reason.contains('\n') || head.reason.contains('\0'))
        return std::unexpected(refused(Code::MalformedHeader,
                                       QStringLiteral("The status line %1 “%2” cannot be written.")
                                           .arg(head.status)
                                           .arg(http1Quoted(head.reason))));
    return checkWritable(head.headers);
}

http::Result<void> checkWritable(const http::Headers &fields)
{
    for (const http::Field &field : fields) {
        if (auto checked = http::checkField(field); !checked)
            return checked;
    }
    return {};
}

} // namespace sonde::wire

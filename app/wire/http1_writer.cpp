#include "wire/http1_writer.h"

#include "wire/http1_common.h"

#include <algorithm>

namespace sonde::wire
{

using http::Code;

namespace
{

constexpr QByteArrayView lineEnd = "\r\n";

qsizetype sizeOf(const http::Headers &fields)
{
    qsizetype octets = lineEnd.size();
    for (const http::Field &field : fields)
        octets += field.name.size() + field.value.size() + 4;
    return octets;
}

// Writes into room that was measured before: appending piece by piece would check it every time.
class Pen
{
public:
    explicit Pen(qsizetype room)
        : m_octets(room, Qt::Uninitialized)
        , m_at(m_octets.data())
    {
    }
    Pen &operator<<(QByteArrayView text)
    {
        m_at = std::copy(text.begin(), text.end(), m_at);
        return *this;
    }
    Pen &operator<<(const http::Headers &fields)
    {
        for (const http::Field &field : fields) {
            *this << field.name << (field.value.isEmpty() ? ":" : ": ") << field.value << lineEnd;
        }
        return *this << lineEnd;
    }
    QByteArray take()
    {
        m_octets.truncate(m_at - m_octets.constData());
        return std::move(m_octets);
    }

private:
    QByteArray m_octets;
    char *m_at;
};

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
    return writeHead(head, head.headers);
}

QByteArray writeHead(const RequestHead &head, const http::Headers &fields)
{
    const QByteArrayView version = http::versionName(head.version);
    constexpr qsizetype betweens = 4; // two spaces and the line end
    Pen pen(head.method.size() + head.target.size() + version.size() + betweens + sizeOf(fields));
    pen << head.method << " " << head.target << " " << version << lineEnd << fields;
    return pen.take();
}

QByteArray writeHead(const http::ResponseHead &head)
{
    const QByteArrayView version = http::versionName(head.version);
    const QByteArray status = QByteArray::number(head.status);
    constexpr qsizetype betweens = 4;
    Pen pen(version.size() + status.size() + head.reason.size() + betweens + sizeOf(head.headers));
    // RFC 9112 section 4: the space stands even before an empty reason.
    pen << version << " " << status << " " << head.reason << lineEnd << head.headers;
    return pen.take();
}

QByteArray writeChunkSize(qsizetype octets)
{
    return QByteArray::number(octets, 16) + "\r\n";
}

QByteArray writeLastChunk(const http::Headers &trailers)
{
    constexpr QByteArrayView last = "0\r\n";
    Pen pen(last.size() + sizeOf(trailers));
    pen << last << trailers;
    return pen.take();
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

#include "net/proxy_tunnel.h"

#include "http/request.h"
#include "net/errors.h"
#include "net/socket_wait.h"

#include <array>

namespace sonde::net
{
namespace
{

constexpr qsizetype maxHead = 64 * 1024; // octets of the proxy's answer
constexpr size_t maxPieces = 256;        // of it in the trace: a proxy may send octet by octet

http::Error proxyError(const Proxy &proxy, http::Code code, const QString &whatItDid)
{
    return {.layer = http::Layer::Proxy,
            .code = code,
            .blame = http::Blame::Remote,
            .phase = http::Phase::Proxy,
            .retrySafe = true,
            .sentence = QStringLiteral("The proxy %1:%2 %3")
                            .arg(shown(proxy.host))
                            .arg(proxy.port)
                            .arg(whatItDid)};
}

QByteArray connectHead(const Proxy &proxy, const http::Origin &origin)
{
    const auto authority = origin.hostAndPort();
    auto head = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n";
    if (!proxy.credentials.isEmpty())
        head += "Proxy-Authorization: Basic " + proxy.credentials.toBase64() + "\r\n";
    return head + "\r\n";
}

// Where the head ends, blank line included; -1: not yet. Bare LF counts as a line end, as in
// browsers.
qsizetype headEnd(const QByteArray &octets)
{
    const auto strict = octets.indexOf("\r\n\r\n");
    const auto lenient = octets.indexOf("\n\n");
    if (strict >= 0 && (lenient < 0 || strict < lenient))
        return strict + 4;
    return lenient >= 0 ? lenient + 2 : -1;
}

// The status of "HTTP/1.1 200 …"; 0: this is no status line.
int statusOf(const QByteArray &head)
{
    const bool known = head.startsWith("HTTP/1.1 ") || head.startsWith("HTTP/1.0 ");
    bool isNumber = false;
    const int status = head.mid(9, 3).toInt(&isNumber);
    return known && isNumber ? status : 0;
}

QString statusLine(const QByteArray &head)
{
    return QString::fromLatin1(head.left(head.indexOf('\n')).trimmed().left(200));
}

http::Error refusal(const Proxy &proxy, const http::Origin &origin, const QByteArray &head)
{
    const int status = statusOf(head);
    auto error = proxyError(
        proxy, http::Code::ProxyRefused,
        status == 407 ? (proxy.credentials.isEmpty()
                             ? QStringLiteral("asks for a user name and a password (407).")
                             : QStringLiteral("does not accept the user name and password given "
                                              "(407)."))
                      : QStringLiteral("refused a tunnel to %1: it answered %2.")
                            .arg(shown(origin.hostAndPort()), statusLine(head)));
    error.number = status;
    error.detail = statusLine(head);
    return error;
}

http::Error ended(const Proxy &proxy, int number)
{
    auto error = proxyError(proxy, http::Code::ProxyProtocol,
                            number == 0 ? QStringLiteral("closed the connection instead of "
                                                         "answering CONNECT.")
                                        : QStringLiteral("broke the connection off instead of "
                                                         "answering CONNECT."));
    error.number = number;
    if (number != 0)
        error.detail = errnoText(number);
    return error;
}

QCoro::Task<http::Result<bool>> sendAll(Socket *socket, QByteArray octets, Proxy proxy,
                                        CancelToken token)
{
    qsizetype at = 0;
    while (at < octets.size()) {
        const auto sent = socket->send(QByteArrayView(octets).sliced(at));
        at += sent.octets;
        if (sent.status == Socket::Status::Failed)
            co_return std::unexpected(ended(proxy, socket->number()));
        if (sent.status == Socket::Status::WouldBlock) {
            const auto wake = co_await writable(socket, token);
            if (wake == Wake::Cancelled)
                co_return std::unexpected(cancelledError(http::Phase::Proxy));
        }
    }
    co_return true;
}

void record(trace::Connection &trace, trace::Direction direction, const QByteArray &octets)
{
    const auto at = trace::now();
    trace.update([&](trace::ConnectionState &state) {
        quint64 before = 0;
        for (const auto &piece : state.tunnel)
            before += piece.direction == direction ? quint64(piece.octets.size()) : 0;
        const auto room = qsizetype(quint64(2 * maxHead) - std::min(before, quint64(2 * maxHead)));
        if (octets.isEmpty() || room == 0 || state.tunnel.size() >= maxPieces)
            return;
        state.tunnel.push_back({.at = at,
                                .direction = direction,
                                .offset = before,
                                .octets = octets.first(std::min(room, octets.size()))});
    });
}

} // namespace

QCoro::Task<http::Result<Tunnel>> openTunnel(Socket *socket, Proxy proxy, http::Origin origin,
                                             std::shared_ptr<trace::Connection> trace,
                                             CancelToken token)
{
    auto head = connectHead(proxy, origin);
    auto sent = co_await sendAll(socket, head, proxy, token);
    if (!sent)
        co_return std::unexpected(std::move(sent.error()));
    record(*trace, trace::Direction::Sent, head);

    QByteArray answer;
    for (;;) {
        const auto wake = co_await readable(socket, token);
        if (wake == Wake::Cancelled)
            co_return std::unexpected(cancelledError(http::Phase::Proxy));
        std::array<char, 16 * 1024> buffer;
        const auto got = socket->receive(buffer);
        if (got.status == Socket::Status::Ended)
            co_return std::unexpected(ended(proxy, 0));
        if (got.status == Socket::Status::Failed)
            co_return std::unexpected(ended(proxy, socket->number()));
        const QByteArray news(buffer.data(), got.octets);
        answer += news;
        // Interim answers come before the one that counts.
        auto end = headEnd(answer);
        while (end >= 0 && statusOf(answer) / 100 == 1) {
            answer = answer.sliced(end);
            end = headEnd(answer);
        }
        const int status = end >= 0 ? statusOf(answer) : 0;
        if (status / 100 == 2) {
            Tunnel tunnel{answer.sliced(end)};
            // What came behind the head is the origin's already.
            record(*trace, trace::Direction::Received, news.chopped(tunnel.received.size()));
            co_return std::move(tunnel);
        }
        record(*trace, trace::Direction::Received, news);
        if (status != 0)
            co_return std::unexpected(refusal(proxy, origin, answer));
        const bool isHttp = QByteArrayView("HTTP/1.").startsWith(
            QByteArrayView(answer).first(std::min<qsizetype>(answer.size(), 7)));
        if (!isHttp || end >= 0 || answer.size() > maxHead) {
            co_return std::unexpected(proxyError(
                proxy, http::Code::ProxyProtocol,
                QStringLiteral("did not answer CONNECT in HTTP/1.1: it may be a proxy of "
                               "another kind.")));
        }
    }
}

} // namespace sonde::net

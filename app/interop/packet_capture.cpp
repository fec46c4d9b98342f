#include "interop/packet_capture.h"

#include "interop/connection_octets.h"
#include "interop/packet_writer.h"

#include <algorithm>

namespace sonde::interop
{
namespace
{

using http::Result;
using trace::ConnectionState;
using trace::What;

// "[::1]:80". What is unknown gets an address for documents (RFC 5737, RFC 3849).
PacketEnd endOf(const QByteArray &text, const char *unknown)
{
    const qsizetype colon = text.lastIndexOf(':');
    QString address = QString::fromLatin1(colon < 0 ? QByteArray() : text.first(colon));
    if (address.startsWith(u'['))
        address = address.sliced(1, std::max<qsizetype>(0, address.size() - 2));
    PacketEnd end{.address = QHostAddress(address), .port = text.mid(colon + 1).toUShort()};
    if (end.address.isNull())
        end.address = QHostAddress(QString::fromLatin1(unknown));
    return end;
}

QByteArray joined(const std::set<QByteArray> &names)
{
    QByteArray text;
    for (const QByteArray &name : names)
        text += (text.isEmpty() ? "" : ", ") + name;
    return text;
}

// On its own port Wireshark would look for TLS, or for nothing.
bool isMoved(const ConnectionState &state)
{
    return state.tls || state.version == http::Version::Http2;
}

// What TLS and a proxy had to do with it stands apart: the tunnel is a connection of its own, to
// the proxy, and what went through it one to nobody knows where.
struct Made {
    std::shared_ptr<const trace::Connection> connection;
    ConnectionState state;
    std::unique_ptr<ConnectionOctets> octets;
    std::set<QByteArray> maskedOfTunnel;
    std::optional<TcpScript> tunnel;
    std::optional<TcpScript> script;
    std::optional<ConnectionOctets::Piece> next;
    trace::Stamp last; // of what has been written
};

class Capture
{
public:
    Capture(QIODevice &to, const std::vector<client::Hop> &hops, ExportSecrets secrets)
        : m_writer(to)
        , m_secrets(secrets)
    {
        for (const client::Hop &hop : hops) {
            const auto connection = hop.exchange->state().connection;
            const auto known = std::ranges::find(m_made, connection, &Made::connection);
            if (!connection || known != m_made.end())
                continue;
            Made &made = m_made.emplace_back(
                Made{.connection = connection,
                     .state = connection->state(),
                     .octets = std::make_unique<ConnectionOctets>(connection, hops, secrets)});
            if (secrets == ExportSecrets::Masked)
                made.maskedOfTunnel = redactTunnel(made.state.tunnel);
        }
    }

    Result<void> write()
    {
        m_writer.begin(comment());
        if (const QByteArray keys = keyLog(); !keys.isEmpty())
            m_writer.secrets(keys);
        for (Made &made : m_made) {
            open(made);
            if (const auto read = advance(made); !read)
                return read;
        }
        // In the order in which things happened, whatever connection they happened on.
        while (true) {
            const auto first = std::ranges::min_element(m_made, {}, [](const Made &made) {
                return made.next ? made.next->at : trace::Stamp{std::numeric_limits<qint64>::max()};
            });
            if (first == m_made.end() || !first->next)
                break;
            const QByteArray note =
                first->next->missing > 0
                    ? "Content that was not kept, or holds secrets inside a coding: " +
                          QByteArray::number(first->next->missing) + " octets of zero stand for it."
                    : QByteArray();
            first->script->data(first->next->at, first->next->direction, first->next->octets, note);
            if (const auto read = advance(*first); !read)
                return read;
        }
        for (Made &made : m_made) {
            const auto closed = trace::lastOf(made.state.events, What::Closed);
            for (auto *script : {&made.script, &made.tunnel}) {
                if (closed && *script)
                    (*script)->close(std::max(*closed, made.last));
            }
        }
        return {};
    }
    [[nodiscard]] bool failed() const { return m_writer.failed(); }

private:
    [[nodiscard]] QByteArray comment() const;
    [[nodiscard]] QByteArray keyLog() const;
    void open(Made &made);
    void openTunnel(Made &made, const PacketEnd &client, PacketEnd proxy);
    static Result<void> advance(Made &made);

    PacketWriter m_writer;
    const ExportSecrets m_secrets;
    std::vector<Made> m_made;
};

// Who is to see no credentials must not get the keys to them.
QByteArray Capture::keyLog() const
{
    QByteArray lines;
    for (const Made &made : m_made) {
        if (m_secrets == ExportSecrets::Shown)
            lines += made.connection->keyLog();
    }
    return lines;
}

QByteArray Capture::comment() const
{
    QByteArray text =
        "Made by Sonde from what it read and wrote, not captured from a network: the octets and "
        "their times are real, the TCP segments around them are not.";
    if (std::ranges::any_of(m_made, [](const Made &made) { return isMoved(made.state); }))
        text += " What went through TLS is written as it was inside. It and HTTP/2 are on port 80, "
                "where they are recognised; the first packet of a connection names its real port.";
    if (std::ranges::any_of(m_made, [](const Made &made) { return !made.state.tunnel.empty(); }))
        text +=
            " A tunnel through a proxy is written as two connections: one with what was said to "
            "the proxy, on port 80, and one with what went through it.";
    if (!keyLog().isEmpty())
        text += " The keys of its TLS are in it, for what was captured of it from a network: "
                "merged with this file that is decrypted, too.";
    if (m_secrets == ExportSecrets::Shown)
        return text + " Nothing is masked: credentials and cookies are as they went.";
    std::set<QByteArray> masked;
    for (const Made &made : m_made)
        for (const auto *names : {&made.octets->masked(), &made.maskedOfTunnel})
            masked.insert(names->begin(), names->end());
    if (!masked.empty())
        text += " Masked with as many octets: " + joined(masked) + '.';
    return text;
}

void Capture::openTunnel(Made &made, const PacketEnd &client, PacketEnd proxy)
{
    const auto begun = trace::firstOf(made.state.events, What::ConnectStarted);
    const auto done = trace::firstOf(made.state.events, What::ConnectFinished);
    const QByteArray note = "Tunnel through " + made.state.proxy + ", port " +
                            QByteArray::number(proxy.port) +
                            "; what went through it is the next connection";
    proxy.port = 80;
    made.tunnel.emplace(m_writer, client, proxy);
    const trace::Stamp first = made.state.tunnel.front().at;
    made.tunnel->handshake(begun.value_or(first), done.value_or(first), note);
    for (const trace::ByteLog::Piece &piece : made.state.tunnel)
        made.tunnel->data(piece.at, piece.direction, piece.octets);
}

void Capture::open(Made &made)
{
    const bool ipv6 = made.state.remote.startsWith('[');
    const PacketEnd client = endOf(made.state.local, ipv6 ? "2001:db8::1" : "192.0.2.1");
    PacketEnd server = endOf(made.state.remote, ipv6 ? "2001:db8::2" : "192.0.2.2");
    QByteArray note = http::versionName(made.state.version).toByteArray() + " to " +
                      made.state.origin.authority();
    if (!made.state.proxy.isEmpty())
        note += " through " + made.state.proxy;
    if (!made.state.tunnel.empty()) {
        openTunnel(made, client, server);
        server = {.address = QHostAddress(QLatin1String(ipv6 ? "2001:db8::2" : "192.0.2.2")),
                  .port = made.state.origin.port};
    }
    if (made.state.tls)
        note += ", inside " + made.state.tls->version;
    if (isMoved(made.state)) {
        note += ", port " + QByteArray::number(server.port);
        server.port = 80;
    }
    if (const auto cut = made.connection->log().truncation())
        note += "; the log was full after " + QByteArray::number(cut->sent + cut->received) +
                " octets, what came later is not here";
    made.script.emplace(m_writer, client, server);
    const bool isInside = made.tunnel.has_value();
    const auto begun =
        trace::firstOf(made.state.events, isInside ? What::ProxyFinished : What::ConnectStarted);
    const auto done = isInside ? begun : trace::firstOf(made.state.events, What::ConnectFinished);
    const auto known = done ? done : begun;
    if (known)
        made.script->handshake(begun.value_or(*known), *known, note);
}

Result<void> Capture::advance(Made &made)
{
    if (made.next)
        made.last = made.next->at;
    auto next = made.octets->next();
    if (!next)
        return std::unexpected(next.error());
    made.next = *std::move(next);
    return {};
}

} // namespace

Result<void> writeCapture(QIODevice &to, const std::vector<client::Hop> &hops,
                          ExportSecrets secrets)
{
    Capture capture(to, hops, secrets);
    if (const auto written = capture.write(); !written)
        return written;
    if (!capture.failed())
        return {};
    return std::unexpected(http::Error{.layer = http::Layer::File,
                                       .code = http::Code::FileUnwritable,
                                       .phase = http::Phase::Store,
                                       .sentence = QStringLiteral("The capture cannot be written."),
                                       .detail = to.errorString()});
}

} // namespace sonde::interop

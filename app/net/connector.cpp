#include "net/connector.h"

#include "net/deadline.h"
#include "net/errors.h"
#include "net/eyeballs.h"
#include "net/proxy_tunnel.h"
#include "net/resolver.h"
#include "net/tls_handshake.h"
#include "net/tls_preparation.h"
#include "net/version_choice.h"
#include "wire/http1.h"
#include "wire/http2.h"

namespace sonde::net
{
namespace
{

using trace::What;

// What one opening knows, shared by its steps.
struct SetUp {
    Route route;
    std::shared_ptr<trace::Connection> trace;
    std::shared_ptr<TlsSessions> sessions;
    CancelSource stop;
    http::Phase phase = http::Phase::Resolve;
    bool timedOut = false;
    std::shared_ptr<TlsPreparation> preparation; // null without TLS

    [[nodiscard]] const QByteArray &host() const
    {
        return route.proxy ? route.proxy->host : route.origin.host;
    }
    [[nodiscard]] quint16 port() const
    {
        return route.proxy ? route.proxy->port : route.origin.port;
    }
    // Plain http through a proxy needs no tunnel: the proxy reads the request (RFC 9112
    // section 3.2.2).
    [[nodiscard]] bool usesTunnel() const
    {
        return route.proxy && (route.origin.isTls() || route.proxy->tunnelAlways ||
                               route.version == http::VersionPolicy::H2c);
    }
    void record(What what, quint64 value = 0) const { trace->record(what, trace::now(), value); }
};
using Shared = std::shared_ptr<SetUp>;

QCoro::Task<http::Result<Resolution>> lookUp(Shared setUp)
{
    const auto &route = setUp->route;
    auto host = setUp->host();
    // Literals and overrides need no look-up: they leave no phase behind that would read 0 ms.
    auto local = resolveLocally(host, setUp->port(), route.family, route.overrides);
    if (local && *local)
        co_return std::move(*local);
    setUp->record(What::ResolveStarted);
    auto token = setUp->stop.token();
    auto resolution = co_await resolve(host, setUp->port(), route.family, route.overrides, token);
    if (resolution)
        setUp->trace->record(What::ResolveFinished, resolution->ended,
                             quint64(resolution->addresses.size()));
    else
        setUp->record(What::ResolveFailed);
    if (!resolution && route.proxy && resolution.error().code == http::Code::HostNotFound) {
        resolution.error().code = http::Code::ProxyNotFound;
        resolution.error().sentence =
            QStringLiteral("The proxy %1 cannot be found: check the spelling of its name.")
                .arg(quoted(host));
    }
    co_return std::move(resolution);
}

QCoro::Task<http::Result<Winner>> connectSocket(Shared setUp)
{
    setUp->phase = http::Phase::Resolve;
    auto resolution = co_await lookUp(setUp);
    if (!resolution)
        co_return std::unexpected(std::move(resolution.error()));
    setUp->phase = http::Phase::Connect;
    auto addresses = interleaved(resolution->addresses);
    setUp->trace->update([&](trace::ConnectionState &state) {
        state.addressSource = resolution->source;
        for (const auto &address : addresses)
            state.addresses.append(address.toString().toLatin1());
    });
    auto token = setUp->stop.token();
    auto winner = co_await race(setUp->host(), addresses, setUp->port(), setUp->trace, token);
    if (!winner && setUp->route.proxy)
        winner.error().sentence.prepend(QStringLiteral("The proxy does not answer: "));
    co_return std::move(winner);
}

QCoro::Task<http::Result<Tunnel>> passProxy(Shared setUp, Socket *socket)
{
    setUp->phase = http::Phase::Proxy;
    setUp->record(What::ProxyStarted);
    auto token = setUp->stop.token();
    auto tunnel =
        co_await openTunnel(socket, *setUp->route.proxy, setUp->route.origin, setUp->trace, token);
    setUp->record(tunnel ? What::ProxyFinished : What::ProxyFailed);
    co_return std::move(tunnel);
}

std::shared_ptr<TlsSessions> ticketsFor(const SetUp &setUp)
{
    using Tickets = Isolation::Tickets;
    return setUp.route.isolation.tickets == Tickets::Used ? setUp.sessions : nullptr;
}

QCoro::Task<http::Result<Secured>> secure(Shared setUp, Socket *socket, QByteArray received)
{
    setUp->phase = http::Phase::TlsHandshake;
    const auto &route = setUp->route;
    auto token = setUp->stop.token();
    auto prepared = co_await TlsPreparation::ended(setUp->preparation, token);
    if (!prepared)
        co_return std::unexpected(std::move(prepared.error()));
    TlsRequest request{.policy = route.tls,
                       .host = route.origin.host,
                       .alpn = alpnFor(route.version),
                       .sessions = ticketsFor(*setUp),
                       .sessionKey = sessionKey(route)};
    auto secured = co_await handshake(socket, std::move(request), received, setUp->trace, token);
    co_return std::move(secured);
}

std::shared_ptr<OpenConnection> assemble(const SetUp &setUp, const VersionChoice &choice,
                                         OpenConnection::Parts parts)
{
    parts.trace = setUp.trace;
    parts.version = choice.version;
    parts.session =
        choice.version == http::Version::Http2 ? wire::makeHttp2Client() : wire::makeHttp1Client();
    if (setUp.route.proxy && !setUp.usesTunnel()) {
        parts.form = OpenConnection::Form::Absolute;
        parts.proxyCredentials = setUp.route.proxy->credentials;
    }
    setUp.trace->update([&](trace::ConnectionState &state) {
        state.version = choice.version;
        state.versionReason = choice.reason;
    });
    setUp.record(What::Ready);
    return OpenConnection::start(std::move(parts));
}

QCoro::Task<http::Result<Opened>> run(Shared setUp)
{
    if (setUp->route.origin.isTls())
        setUp->preparation = std::make_shared<TlsPreparation>(setUp->route.tls);
    // A file that cannot be used is said before anything goes out.
    if (setUp->preparation && setUp->route.tls.namesFiles()) {
        auto token = setUp->stop.token();
        auto usable = co_await TlsPreparation::ended(setUp->preparation, token);
        if (!usable)
            co_return std::unexpected(std::move(usable.error()));
    }
    auto winner = co_await connectSocket(setUp);
    if (!winner)
        co_return std::unexpected(std::move(winner.error()));
    OpenConnection::Parts parts;
    parts.socket = std::move(winner->socket);
    if (setUp->usesTunnel()) {
        auto tunnel = co_await passProxy(setUp, parts.socket.get());
        if (!tunnel)
            co_return std::unexpected(std::move(tunnel.error()));
        parts.received = std::move(tunnel->received);
    }
    QByteArray chosen;
    if (setUp->route.origin.isTls()) {
        auto received = std::exchange(parts.received, {});
        auto secured = co_await secure(setUp, parts.socket.get(), received);
        if (!secured)
            co_return std::unexpected(std::move(secured.error()));
        parts.tls = std::move(secured->stream);
        chosen = parts.tls->alpnChosen();
    }
    const auto choice = chooseVersion(setUp->route, chosen);
    if (!choice)
        co_return std::unexpected(choice.error());
    Opened opened{assemble(*setUp, *choice, std::move(parts))};
    co_return std::move(opened);
}

QString phaseWords(http::Phase phase)
{
    switch (phase) {
    case http::Phase::Resolve:
        return QStringLiteral("while looking up the name");
    case http::Phase::Proxy:
        return QStringLiteral("while waiting for the proxy");
    case http::Phase::TlsHandshake:
        return QStringLiteral("during the TLS handshake");
    default:
        return QStringLiteral("while connecting");
    }
}

http::Error timeoutError(const SetUp &setUp)
{
    const auto tcp = setUp.phase == http::Phase::TlsHandshake ? http::Layer::Tls
                     : setUp.phase == http::Phase::Proxy      ? http::Layer::Proxy
                     : setUp.phase == http::Phase::Resolve    ? http::Layer::Dns
                                                              : http::Layer::Tcp;
    return {.layer = tcp,
            .code = http::Code::ConnectTimeout,
            .blame = http::Blame::Remote,
            .phase = setUp.phase,
            .retrySafe = true,
            .sentence = QStringLiteral("No connection to %1 within %2 ms: the time ran out %3.")
                            .arg(shown(setUp.route.origin.hostAndPort()))
                            .arg(setUp.route.connectTimeout.count())
                            .arg(phaseWords(setUp.phase))};
}

} // namespace

QCoro::Task<http::Result<Opened>> openConnection(Route route,
                                                 std::shared_ptr<trace::Connection> trace,
                                                 std::shared_ptr<TlsSessions> sessions,
                                                 CancelToken token)
{
    if (auto pin = checkPin(route); !pin)
        co_return std::unexpected(std::move(pin.error()));
    const auto setUp = std::make_shared<SetUp>();
    setUp->route = std::move(route);
    setUp->trace = std::move(trace);
    setUp->sessions = std::move(sessions);
    if (const auto &proxy = setUp->route.proxy) {
        setUp->trace->update([&](trace::ConnectionState &state) {
            state.proxy = "http://" + proxy->host + ':' + QByteArray::number(proxy->port);
        });
    }
    const auto stop = token.onCancel([setUp] { setUp->stop.cancel(); });
    const Deadline limit(setUp->route.connectTimeout, [setUp] {
        setUp->timedOut = true;
        setUp->stop.cancel();
    });
    auto opened = co_await run(setUp);
    if (opened)
        co_return std::move(opened);
    // Nothing is left behind: OpenSSL must not be starting up while the program ends.
    if (setUp->preparation)
        co_await TlsPreparation::ended(setUp->preparation, setUp->stop.token());
    if (setUp->timedOut && opened.error().code == http::Code::Cancelled)
        opened.error() = timeoutError(*setUp);
    const auto at = trace::now();
    setUp->trace->update([&](trace::ConnectionState &state) {
        state.closeReason = opened.error().sentence;
        state.events.push_back({.at = at, .what = What::Closed});
    });
    co_return std::move(opened);
}

} // namespace sonde::net

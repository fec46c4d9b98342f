#include "net/resolver.h"

#include "http/headers.h"
#include "net/completion.h"
#include "net/errors.h"

#include <QThreadPool>

#include <algorithm>
#include <cerrno>
#include <netdb.h>
#include <sys/socket.h>

namespace sonde::net
{
namespace
{

// Addresses kept of one answer; a name server is not trusted to be brief.
constexpr qsizetype maxAddresses = 64;
// Look-ups at the same time. One may hang for the resolver's whole patience, often 10 to 30 s.
constexpr int maxLookups = 16;

bool matches(AddressFamily family, const QHostAddress &address)
{
    switch (family) {
    case AddressFamily::Any:
        return true;
    case AddressFamily::IPv4:
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    case AddressFamily::IPv6:
        return address.protocol() == QAbstractSocket::IPv6Protocol;
    }
    Q_UNREACHABLE();
}

http::Result<Resolution> filtered(const QByteArray &host, AddressFamily family,
                                  QList<QHostAddress> addresses, trace::AddressSource source)
{
    addresses.removeIf([&](const QHostAddress &address) { return !matches(family, address); });
    if (addresses.isEmpty()) {
        auto error = resolveError(host, EAI_NONAME, 0);
        error.sentence =
            QStringLiteral("%1 has no %2 address, and only that kind was asked for.")
                .arg(quoted(host), family == AddressFamily::IPv4 ? QStringLiteral("IPv4")
                                                                 : QStringLiteral("IPv6"));
        error.detail.clear();
        return std::unexpected(std::move(error));
    }
    const auto at = trace::now();
    return Resolution{std::move(addresses), source, at, at};
}

struct Answer {
    QList<QHostAddress> addresses;
    int code = 0;   // getaddrinfo's
    int number = 0; // errno with EAI_SYSTEM
    trace::Stamp started;
    trace::Stamp ended;
};

Answer askSystem(const QByteArray &host, AddressFamily family)
{
    addrinfo hints{};
    hints.ai_family = family == AddressFamily::IPv4   ? AF_INET
                      : family == AddressFamily::IPv6 ? AF_INET6
                                                      : AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    // No AI_ADDRCONFIG: it hides ::1 on a machine whose only IPv6 address is the loopback one.
    Answer answer{.started = trace::now()};
    addrinfo *found = nullptr;
    answer.code = getaddrinfo(host.constData(), nullptr, &hints, &found);
    answer.number = errno;
    answer.ended = trace::now();
    if (answer.code != 0)
        return answer;
    for (auto *entry = found; entry && answer.addresses.size() < maxAddresses;
         entry = entry->ai_next) {
        const QHostAddress address(entry->ai_addr);
        if (!address.isNull() && !answer.addresses.contains(address))
            answer.addresses.append(address);
    }
    freeaddrinfo(found);
    if (answer.addresses.isEmpty())
        answer.code = EAI_NONAME;
    return answer;
}

// Between the one who asks and the worker. `receiver` is cleared when nobody wants the answer any
// more.
struct Lookup {
    std::mutex mutex;
    QObject *receiver = nullptr;
    Completion<std::optional<Answer>> completion; // network thread only; nothing: cancelled
};

void runLookup(const std::shared_ptr<Lookup> &lookup, const QByteArray &host, AddressFamily family)
{
    {
        const std::scoped_lock lock(lookup->mutex);
        if (!lookup->receiver)
            return;
    }
    auto answer = askSystem(host, family);
    const std::scoped_lock lock(lookup->mutex);
    if (!lookup->receiver)
        return;
    QMetaObject::invokeMethod(
        lookup->receiver,
        [lookup, answer = std::move(answer)] { lookup->completion.complete(answer); },
        Qt::QueuedConnection);
}

QThreadPool &workers()
{
    // Never destroyed: its destructor would wait for a look-up that hangs, and so would the exit of
    // the program. A worker that outlives everything finds no receiver and touches nothing else.
    static auto *pool = [] {
        auto *made = new QThreadPool;
        made->setMaxThreadCount(maxLookups);
        return made;
    }();
    return *pool;
}

} // namespace

std::optional<http::Result<Resolution>> resolveLocally(const QByteArray &host, quint16 port,
                                                       AddressFamily family,
                                                       const QList<AddressOverride> &overrides)
{
    for (const auto &override : overrides) {
        if (override.port != port || !http::sameName(override.host, host))
            continue;
        QList<QHostAddress> addresses;
        for (const auto &address : override.addresses) {
            const QHostAddress parsed(QString::fromLatin1(address));
            if (!parsed.isNull() && addresses.size() < maxAddresses)
                addresses.append(parsed);
        }
        return filtered(host, family, std::move(addresses), trace::AddressSource::Override);
    }
    const QHostAddress literal(QString::fromLatin1(host));
    if (!literal.isNull())
        return filtered(host, family, {literal}, trace::AddressSource::Literal);
    if (host.endsWith(".localhost")) {
        return filtered(host, family, {QHostAddress::LocalHost, QHostAddress::LocalHostIPv6},
                        trace::AddressSource::Resolver);
    }
    return std::nullopt;
}

QCoro::Task<http::Result<Resolution>> resolve(QByteArray host, quint16 port, AddressFamily family,
                                              QList<AddressOverride> overrides, CancelToken token)
{
    if (auto local = resolveLocally(host, port, family, overrides))
        co_return std::move(*local);
    // A NUL would cut the name short for getaddrinfo and reach another host.
    if (host.isEmpty() || host.contains('\0'))
        co_return std::unexpected(resolveError(host, EAI_NONAME, 0));

    const auto lookup = std::make_shared<Lookup>();
    QObject receiver;
    lookup->receiver = &receiver;
    workers().start([lookup, host, family] { runLookup(lookup, host, family); });
    auto answer = std::optional<Answer>();
    {
        const auto stop = token.onCancel([lookup] { lookup->completion.complete(std::nullopt); });
        answer = co_await lookup->completion;
        const std::scoped_lock lock(lookup->mutex);
        lookup->receiver = nullptr;
    }
    if (!answer)
        co_return std::unexpected(cancelledError(http::Phase::Resolve));
    if (answer->code != 0)
        co_return std::unexpected(resolveError(host, answer->code, answer->number));
    Resolution resolution{.addresses = std::move(answer->addresses),
                          .started = answer->started,
                          .ended = answer->ended};
    co_return resolution;
}

} // namespace sonde::net

#include "net/resolver.h"

#include "http/headers.h"
#include "net/errors.h"
#include "net/worker.h"

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
    // Which of the two it was, no name or no such address, is not told: name services differ.
    if (answer.code == EAI_NONAME && hints.ai_family != AF_UNSPEC) {
        hints.ai_family = AF_UNSPEC;
        addrinfo *any = nullptr;
        if (getaddrinfo(host.constData(), nullptr, &hints, &any) == 0) {
            freeaddrinfo(any);
            answer.code = EAI_ADDRFAMILY;
        }
    }
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

    using Asked = std::optional<Answer>; // nothing: cancelled
    const Job<Asked> job([host, family] { return Asked(askSystem(host, family)); });
    const auto stop = token.onCancel([asked = job.result()] { asked.complete(std::nullopt); });
    auto answer = co_await job.result();
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

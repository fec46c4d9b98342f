#include "net/eyeballs.h"

#include "net/completion.h"
#include "net/deadline.h"
#include "net/endpoint.h"
#include "net/errors.h"

#include <cerrno>

namespace sonde::net
{
namespace
{

using Outcome = trace::Attempt::Outcome;

class Race
{
public:
    Race(QList<QHostAddress> addresses, quint16 port, std::shared_ptr<trace::Connection> trace)
        : m_addresses(std::move(addresses))
        , m_port(port)
        , m_trace(std::move(trace))
        , m_stagger(attemptDelay, [this] { startNext(); })
    {
        m_stagger.callOff();
    }

    void start() { startNext(); }

    // Whoever has not connected is closed and marked as abandoned.
    void stop(const QString &reason)
    {
        m_stagger.callOff();
        for (size_t i = 0; i < m_running.size(); ++i) {
            if (std::exchange(m_running[i].socket, nullptr))
                finish(i, Outcome::Abandoned, reason);
        }
    }

    struct Failure {
        QByteArray address;
        int number;
    };
    // Index of the winner; nothing: all have failed or the race was called off.
    Completion<std::optional<size_t>> completion;

    [[nodiscard]] const std::vector<Failure> &failures() const { return m_failures; }
    [[nodiscard]] std::unique_ptr<Socket> take(size_t index)
    {
        return std::move(m_running[index].socket);
    }

private:
    struct Running {
        std::unique_ptr<Socket> socket;
        size_t attempt; // index in the trace
    };

    void startNext()
    {
        while (!completion.isComplete() && m_next < m_addresses.size()) {
            const auto address = m_addresses[m_next++];
            if (startOne(address)) {
                if (m_next < m_addresses.size())
                    m_stagger.restart();
                return;
            }
        }
        giveUpIfNoneIsLeft();
    }

    bool startOne(const QHostAddress &address)
    {
        const auto text = endpointText(address, m_port);
        const auto at = trace::now();
        size_t attempt = 0;
        m_trace->update([&](trace::ConnectionState &state) {
            attempt = state.attempts.size();
            state.attempts.push_back({.address = text, .started = at});
        });
        const auto index = m_running.size();
        int number = 0;
        m_running.push_back({Socket::startConnecting(address, m_port, number), attempt});
        if (auto *socket = m_running.back().socket.get()) {
            socket->onWritable([this, index] { conclude(index); });
            socket->listenWrite(Socket::Listen::Yes);
            return true;
        }
        finish(index, Outcome::Failed, errnoText(number));
        m_failures.push_back({text, number});
        return false;
    }

    void conclude(size_t index)
    {
        auto &running = m_running[index];
        const int number = running.socket->connectResult();
        running.socket->listenWrite(Socket::Listen::No);
        running.socket->onWritable({});
        if (number == 0) {
            finish(index, Outcome::Connected, {});
            completion.complete(index);
            return;
        }
        running.socket.reset();
        finish(index, Outcome::Failed, errnoText(number));
        m_failures.push_back({endpointText(m_addresses[qsizetype(index)], m_port), number});
        // RFC 8305 section 5: a failure starts the next attempt without waiting for its turn.
        m_stagger.callOff();
        startNext();
    }

    void giveUpIfNoneIsLeft()
    {
        if (std::ranges::none_of(m_running, [](const Running &r) { return r.socket != nullptr; }))
            completion.complete(std::nullopt);
    }

    void finish(size_t index, Outcome outcome, const QString &reason)
    {
        const auto at = trace::now();
        m_trace->update([&](trace::ConnectionState &state) {
            auto &attempt = state.attempts[m_running[index].attempt];
            attempt.ended = at;
            attempt.outcome = outcome;
            attempt.reason = reason;
        });
    }

    QList<QHostAddress> m_addresses;
    quint16 m_port;
    std::shared_ptr<trace::Connection> m_trace;
    qsizetype m_next = 0;
    std::vector<Running> m_running; // one per address started, same index
    std::vector<Failure> m_failures;
    Deadline m_stagger;
};

bool isUnreachable(int number)
{
    return number == EHOSTUNREACH || number == ENETUNREACH || number == ETIMEDOUT ||
           number == EADDRNOTAVAIL || number == EAFNOSUPPORT || number == EHOSTDOWN;
}

QString sentenceFor(http::Code code, const QString &where, const QString &reason)
{
    switch (code) {
    case http::Code::ConnectionRefused:
        return QStringLiteral("%1 refused the connection: nothing listens there, or a firewall "
                              "rejects it. Check the port and that the server runs.")
            .arg(where);
    case http::Code::HostUnreachable:
        return QStringLiteral("%1 cannot be reached (%2): check the network and the address.")
            .arg(where, reason);
    default:
        return QStringLiteral("Connecting to %1 failed (%2).").arg(where, reason);
    }
}

http::Error allFailed(const QByteArray &host, const std::vector<Race::Failure> &failures)
{
    QStringList addresses;
    QStringList reasons;
    for (const auto &failure : failures) {
        addresses.append(shown(failure.address));
        reasons.append(
            QStringLiteral("%1: %2").arg(shown(failure.address), errnoText(failure.number)));
    }
    // One refusal says that the host is there; that is the better hint of two.
    const auto refused = std::ranges::find(failures, ECONNREFUSED, &Race::Failure::number);
    const auto &main = refused != failures.end() ? *refused : failures.front();
    const auto code = refused != failures.end()    ? http::Code::ConnectionRefused
                      : isUnreachable(main.number) ? http::Code::HostUnreachable
                                                   : http::Code::ConnectFailed;
    const auto where =
        QStringLiteral("%1 (%2)").arg(shown(host), addresses.join(QStringLiteral(", ")));
    return {.layer = http::Layer::Tcp,
            .code = code,
            .blame = http::Blame::Remote,
            .phase = http::Phase::Connect,
            .retrySafe = true,
            .sentence = sentenceFor(code, where, errnoText(main.number)),
            .detail = reasons.join(QLatin1Char('\n')),
            .number = main.number};
}

} // namespace

QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    if (addresses.isEmpty())
        return {};
    QList<QHostAddress> first;
    QList<QHostAddress> second;
    for (const auto &address : addresses)
        (address.protocol() == addresses.front().protocol() ? first : second).append(address);
    QList<QHostAddress> result;
    for (qsizetype i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i < first.size())
            result.append(first[i]);
        if (i < second.size())
            result.append(second[i]);
    }
    return result;
}

QCoro::Task<http::Result<Winner>> race(QByteArray host, QList<QHostAddress> addresses, quint16 port,
                                       std::shared_ptr<trace::Connection> trace, CancelToken token)
{
    Race race(std::move(addresses), port, trace);
    trace->record(trace::What::ConnectStarted, trace::now());
    auto winner = std::optional<size_t>();
    {
        const auto stop = token.onCancel([&race] { race.completion.complete(std::nullopt); });
        race.start();
        winner = co_await race.completion;
    }
    std::unique_ptr<Socket> socket;
    if (winner)
        socket = race.take(*winner);
    race.stop(winner ? QStringLiteral("another address was faster")
                     : QStringLiteral("the request was cancelled"));
    if (!winner) {
        trace->record(trace::What::ConnectFailed, trace::now());
        if (token.isCancelled() || race.failures().empty())
            co_return std::unexpected(cancelledError(http::Phase::Connect));
        co_return std::unexpected(allFailed(host, race.failures()));
    }
    trace->update([&](trace::ConnectionState &state) {
        state.local = socket->localAddress();
        state.remote = socket->remoteAddress();
        state.congestionControl = socket->congestionControl();
        // Stamped when the winner was seen to be connected, not when this coroutine went on.
        const auto won =
            std::ranges::find(state.attempts, Outcome::Connected, &trace::Attempt::outcome);
        state.events.push_back({.at = *won->ended, .what = trace::What::ConnectFinished});
        if (const auto sample = socket->sample(trace::TcpSample::When::Connected, *won->ended))
            state.tcp.push_back(*sample);
    });
    Winner result{std::move(socket)};
    co_return std::move(result);
}

} // namespace sonde::net

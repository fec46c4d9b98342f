#include "client/stop_errors.h"

#include <QLocale>

namespace sonde::client
{
namespace
{

QString shown(milliseconds time)
{
    if (time < std::chrono::seconds(1))
        return QStringLiteral("%1 ms").arg(time.count());
    return QStringLiteral("%1 s").arg(double(time.count()) / 1000);
}

// "status 200 and 1,234 of 5,678 octets of its content had arrived"
QString arrived(const trace::ExchangeState &state)
{
    if (!state.response)
        return QStringLiteral("nothing of a response had arrived");
    const QString status = QStringLiteral("status %1").arg(state.response->status);
    const QString got = QLocale(QLocale::English).toString(state.sizes.responseEncoded);
    const auto announced = state.response->headers.value("Content-Length");
    bool known = false;
    const quint64 all = announced ? announced->toByteArray().toULongLong(&known) : 0;
    if (known)
        return QStringLiteral("%1 and %2 of %3 octets of its content had arrived")
            .arg(status, got, QLocale(QLocale::English).toString(all));
    return QStringLiteral("%1 and %2 octets of its content had arrived").arg(status, got);
}

// Where the exchange stands, as far as its events tell.
http::Phase phaseOf(const trace::ExchangeState &state)
{
    using trace::What;
    const auto happened = [&](What what) { return trace::firstOf(state.events, what).has_value(); };
    if (happened(What::HeadFinished))
        return http::Phase::ReceiveBody;
    if (happened(What::HeadStarted))
        return http::Phase::ReceiveHead;
    if (happened(What::SendBodyStarted) ? happened(What::SendBodyFinished)
                                        : happened(What::SendHeadFinished))
        return http::Phase::Wait;
    if (happened(What::StreamOpened))
        return http::Phase::Send;
    return happened(What::Dispatched) ? http::Phase::Connect : http::Phase::Queue;
}

http::Error error(const trace::ExchangeState &state, http::Code code, http::Blame blame,
                  const QString &sentence)
{
    return {.layer = http::Layer::Client,
            .code = code,
            .blame = blame,
            .phase = phaseOf(state),
            .sentence = sentence};
}

} // namespace

http::Error firstByteError(const trace::ExchangeState &state, milliseconds limit)
{
    return error(
        state, http::Code::FirstByteTimeout, http::Blame::Remote,
        QStringLiteral("The server took the request but had sent no response after %1, the "
                       "first-byte timeout: allow more, or see what keeps the server busy.")
            .arg(shown(limit)));
}

http::Error idleError(const trace::ExchangeState &state, milliseconds limit)
{
    return error(state, http::Code::IdleTimeout, http::Blame::Remote,
                 QStringLiteral("The server fell silent for %1, the idle timeout; until then %2.")
                     .arg(shown(limit), arrived(state)));
}

http::Error stopError(const trace::ExchangeState &state, StopSignal::Reason reason,
                      const Timeouts &timeouts, trace::Stamp at)
{
    if (reason == StopSignal::Reason::TotalTimeout)
        return error(
            state, http::Code::TotalTimeout, http::Blame::Remote,
            QStringLiteral("The call was not over after %1, the total timeout; until then %2.")
                .arg(shown(timeouts.total), arrived(state)));
    const auto age = std::chrono::duration_cast<milliseconds>(at - state.events.front().at);
    return error(
        state, http::Code::Cancelled, http::Blame::Local,
        QStringLiteral("Cancelled after %1; until then %2.").arg(shown(age), arrived(state)));
}

} // namespace sonde::client

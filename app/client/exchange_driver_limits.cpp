// The driver's clock: the timeouts of one exchange, on one timer that exists only if there is a
// limit.
#include "client/exchange_driver.h"
#include "client/stop_errors.h"

#include <QTimer>

namespace sonde::client
{

using trace::Stamp;

std::optional<Stamp> ExchangeDriver::firstByteBy() const
{
    const bool waits = m_sentAt && !m_hasHead && !m_headStarted && timeouts().firstByte.count() > 0;
    return waits ? std::optional(*m_sentAt + timeouts().firstByte) : std::nullopt;
}

std::optional<Stamp> ExchangeDriver::idleBy() const
{
    // While our own sink is full, silence is what we asked for.
    const bool waits =
        m_answered && !m_pendingEnd && !m_writer.isHeld() && timeouts().idle.count() > 0;
    return waits ? std::optional(m_lastArrival + timeouts().idle) : std::nullopt;
}

// Arrivals only move stamps; the timer looks at them when it rings.
void ExchangeDriver::rearm()
{
    std::optional<Stamp> next = m_continueBy;
    for (const auto limit : {firstByteBy(), idleBy(), m_leaveBy}) {
        if (limit && (!next || *limit < *next))
            next = limit;
    }
    if (!next || isOver()) {
        if (m_alarm)
            m_alarm->stop();
        return;
    }
    if (!m_alarm) {
        m_alarm = std::make_unique<QTimer>();
        m_alarm->setSingleShot(true);
        m_alarm->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_alarm.get(), &QTimer::timeout, m_alarm.get(), [this] { alarmRang(); });
    }
    m_alarm->start(
        std::max(milliseconds(0), std::chrono::ceil<milliseconds>(*next - trace::now())));
}

void ExchangeDriver::alarmRang()
{
    const Stamp now = trace::now();
    if (m_continueBy && now >= *m_continueBy) {
        endContinueWait(now);
        beginUpload();
    }
    if (isOver())
        return;
    if (m_leaveBy)
        return leave(now);
    if (const auto limit = firstByteBy(); limit && now >= *limit)
        return giveUp(firstByteError(exchange().state(), timeouts().firstByte));
    if (const auto limit = idleBy(); limit && now >= *limit)
        return giveUp(idleError(exchange().state(), timeouts().idle));
    rearm();
}

// RFC 9110 section 15.2.2: after a 101 the server speaks, and expects to hear, another protocol.
// What it has said of that by now is kept.
void ExchangeDriver::leave(Stamp at)
{
    findingNoticed(
        {.severity = trace::Severity::Note,
         .rule = "client.switching-protocols",
         .sentence = QStringLiteral("The server switched to another protocol, which Sonde does not "
                                    "speak: the exchange ends here, and the connection is closed."),
         .section = "RFC 9110 section 15.2.2"});
    if (std::exchange(m_streamOpen, false))
        m_setup.connection->release(m_stream);
    ended(at, trace::End::NoContent);
}

void ExchangeDriver::stopped()
{
    if (isOver())
        return;
    giveUp(stopError(exchange().state(), m_setup.stop->reason(), timeouts(), trace::now()));
}
} // namespace sonde::client

#include "net/deadline.h"

namespace sonde::net
{

Deadline::Deadline(std::chrono::milliseconds after, std::function<void()> passed)
{
    m_timer.setSingleShot(true);
    // The default coarse timer may be 5 % late; a limit that a person set is a limit.
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(passed));
    m_timer.setInterval(after);
    if (after.count() > 0)
        m_timer.start();
}

} // namespace sonde::net

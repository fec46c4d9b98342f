#include "net/epoll_dispatcher.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace sonde::net
{
namespace
{

constexpr int eventsATurn = 64;
constexpr uint32_t broken = EPOLLHUP | EPOLLERR; // to be found out by reading or writing

// What each type of notifier waits for, and what it is told of.
struct Interest {
    QSocketNotifier::Type type;
    uint32_t asked;
    uint32_t told;
};
constexpr Interest interests[] = {
    {QSocketNotifier::Read, EPOLLIN, EPOLLIN | broken},
    {QSocketNotifier::Write, EPOLLOUT, EPOLLOUT | broken},
    {QSocketNotifier::Exception, EPOLLPRI, EPOLLPRI | broken},
};

} // namespace

EpollDispatcher::EpollDispatcher()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    epoll_event event{.events = EPOLLIN, .data = {.fd = m_wake}};
    if (m_epoll < 0 || m_wake < 0 || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wake, &event) < 0)
        qFatal("The system has no file descriptor left for an event loop.");
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wake);
    ::close(m_epoll);
}

void EpollDispatcher::install()
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    Q_EMIT awake();
    // Before the posted events are sent: whoever posts another from now on wakes the loop again.
    const bool woken = m_woken.exchange(false);
    QCoreApplication::sendPostedEvents();
    if (woken || m_woken)
        flags &= ~QEventLoop::ProcessEventsFlags(QEventLoop::WaitForMoreEvents);
    if (flags & QEventLoop::WaitForMoreEvents)
        Q_EMIT aboutToBlock();
    if (m_interrupted)
        return false;
    wait(timeout(flags), flags);
    int handled = (woken ? 1 : 0) + activateNotifiers();
    if (!(flags & QEventLoop::X11ExcludeTimers))
        handled += ring();
    return handled > 0;
}

int EpollDispatcher::timeout(QEventLoop::ProcessEventsFlags flags) const
{
    const bool files = !m_alwaysReady.empty() && !(flags & QEventLoop::ExcludeSocketNotifiers);
    if (!(flags & QEventLoop::WaitForMoreEvents) || files)
        return 0;
    if (flags & QEventLoop::X11ExcludeTimers)
        return -1;
    for (const auto &[due, id] : m_due) {
        if (m_timers.at(id).ringing)
            continue;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - trace::now()).count();
        return int(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
    }
    return -1;
}

void EpollDispatcher::wait(int timeout, QEventLoop::ProcessEventsFlags flags)
{
    epoll_event events[eventsATurn];
    m_waiting = true;
    const int count = ::epoll_wait(m_epoll, events, eventsATurn, m_woken ? 0 : timeout);
    m_waiting = false;
    for (int at = 0; at < count; ++at) {
        const auto &event = events[at];
        if (event.data.fd == m_wake) {
            eventfd_t times = 0;
            ::eventfd_read(m_wake, &times);
            continue;
        }
        if (flags & QEventLoop::ExcludeSocketNotifiers)
            continue; // found again next time: epoll goes by the level
        for (const auto &interest : interests) {
            if (event.events & interest.told)
                setReady({event.data.fd, interest.type});
        }
    }
    if (flags & QEventLoop::ExcludeSocketNotifiers)
        return;
    for (const int descriptor : m_alwaysReady) {
        setReady({descriptor, QSocketNotifier::Read});
        setReady({descriptor, QSocketNotifier::Write});
    }
}

// Once only: a loop within the loop finds again what the outer one has not come to yet.
void EpollDispatcher::setReady(Ready ready)
{
    if (std::find(m_ready.begin() + std::ptrdiff_t(m_next), m_ready.end(), ready) == m_ready.end())
        m_ready.push_back(ready);
}

int EpollDispatcher::activateNotifiers()
{
    int told = 0;
    while (m_next < m_ready.size()) {
        const auto [descriptor, type] = m_ready[m_next++];
        const auto found = m_askers.find(descriptor);
        auto *notifier = found == m_askers.end() ? nullptr : found->second[type];
        if (!notifier)
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &event);
        ++told;
    }
    m_ready.clear();
    m_next = 0;
    return told;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = int(notifier->socket());
    auto &askers = m_askers[descriptor];
    askers[notifier->type()] = notifier;
    watch(descriptor, askers);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = int(notifier->socket());
    const auto found = m_askers.find(descriptor);
    if (found == m_askers.end() || found->second[notifier->type()] != notifier)
        return;
    found->second[notifier->type()] = nullptr;
    // The number may be another socket's before its turn comes.
    for (auto at = m_next; at < m_ready.size(); ++at) {
        if (m_ready[at] == Ready{descriptor, notifier->type()})
            m_ready[at].descriptor = -1;
    }
    watch(descriptor, found->second);
    if (found->second == Askers{})
        m_askers.erase(found);
}

void EpollDispatcher::watch(int descriptor, const Askers &askers)
{
    epoll_event event{.events = 0, .data = {.fd = descriptor}};
    for (const auto &interest : interests)
        event.events |= askers[interest.type] ? interest.asked : 0;
    std::erase(m_alwaysReady, descriptor);
    if (event.events == 0) {
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, &event); // closing it has done so, perhaps
        return;
    }
    if (::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event) == 0 ||
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0)
        return;
    if (errno == EPERM)
        m_alwaysReady.push_back(descriptor);
    else
        qErrnoWarning("A file descriptor cannot be watched");
}

void EpollDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    const std::chrono::milliseconds every(interval);
    const auto due = trace::now() + every;
    m_timers.insert_or_assign(id,
                              Timer{.object = object, .interval = every, .type = type, .due = due});
    m_due.emplace(due, id);
}

bool EpollDispatcher::unregisterTimer(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return false;
    m_due.erase({found->second.due, id});
    m_timers.erase(found);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    const auto gone = std::erase_if(m_timers, [&](const auto &entry) {
        const auto &[id, timer] = entry;
        return timer.object == object && m_due.erase({timer.due, id}) > 0;
    });
    return gone > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> timers;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            timers.emplace_back(id, int(timer.interval.count()), timer.type);
    }
    return timers;
}

int EpollDispatcher::remainingTime(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return -1;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(found->second.due - trace::now());
    return int(std::max<qint64>(0, left.count()));
}

// Those that are due by now; what their handlers start waits for the next turn.
int EpollDispatcher::ring()
{
    if (m_due.empty())
        return 0;
    const auto now = trace::now();
    std::vector<int> due;
    for (auto at = m_due.begin(); at != m_due.end() && at->first <= now; ++at)
        due.push_back(at->second);
    int rung = 0;
    for (const int id : due) {
        const auto found = m_timers.find(id);
        if (found == m_timers.end() || found->second.ringing)
            continue;
        auto &timer = found->second;
        m_due.erase({timer.due, id});
        timer.due = timer.due + timer.interval;
        if (timer.due < now)
            timer.due = now + timer.interval; // what was missed is not made up for
        m_due.emplace(timer.due, id);
        timer.ringing = true;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        ++rung;
        if (const auto still = m_timers.find(id); still != m_timers.end())
            still->second.ringing = false;
    }
    return rung;
}

// Either the loop sees that it is woken before it waits, or we see that it waits.
void EpollDispatcher::wakeUp()
{
    if (!m_woken.exchange(true) && m_waiting)
        ::eventfd_write(m_wake, 1);
}

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}

} // namespace sonde::net

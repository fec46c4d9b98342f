// The event loop under threads that speak to servers: sockets, timers and posted events of Qt on
// one epoll_wait() a turn. Qt's own loops ask about every descriptor anew each time, which costs
// more than the request they wait for, and a wake-up from the thread itself costs them two calls
// more. Lives on its thread; wakeUp() and interrupt() may be called from any.
#pragma once

#include "trace/clock.h"

#include <QAbstractEventDispatcher>
#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <set>
#include <unordered_map>
#include <vector>

namespace sonde::net
{

class EpollDispatcher final : public QAbstractEventDispatcher
{
public:
    EpollDispatcher();
    ~EpollDispatcher() override;

    // For the main thread, before its QCoreApplication is made.
    static void install();

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;

    void wakeUp() override;
    void interrupt() override;

private:
    // By QSocketNotifier::Type: read, write, exception. Null: nobody asks.
    using Askers = std::array<QSocketNotifier *, 3>;
    struct Ready {
        int descriptor; // -1: nobody asks any more
        QSocketNotifier::Type type;
        bool operator==(const Ready &) const = default;
    };
    struct Timer {
        QObject *object;
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        trace::Stamp due;
        bool ringing = false; // its event is being handled, perhaps in a loop within the loop
    };

    void watch(int descriptor, const Askers &askers);
    void setReady(Ready ready);
    [[nodiscard]] int timeout(QEventLoop::ProcessEventsFlags flags) const; // ms; -1: for ever
    void wait(int timeout, QEventLoop::ProcessEventsFlags flags);
    int activateNotifiers();
    int ring();

    int m_epoll;
    int m_wake; // an eventfd: readable once somebody has woken a waiting loop
    std::unordered_map<int, Askers> m_askers;
    std::vector<int> m_alwaysReady; // what epoll refuses: files, which poll() calls ready at once
    std::vector<Ready> m_ready;     // found by the last wait
    size_t m_next = 0;              // of them
    std::unordered_map<int, Timer> m_timers;
    std::set<std::pair<trace::Stamp, int>> m_due;
    std::atomic<bool> m_woken = false;
    std::atomic<bool> m_waiting = false;
    std::atomic<bool> m_interrupted = false;
};

} // namespace sonde::net

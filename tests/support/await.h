// Runs the event loop of a test until a coroutine is over or something has become true.
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>
#include <qcoro/qcorotask.h>

#include <chrono>
#include <memory>
#include <optional>

namespace sonde::testing
{

// For detecting a hang, not for measuring: far above anything that a slow machine needs.
constexpr std::chrono::seconds patience{20};

template <typename Predicate>
bool spinUntil(Predicate predicate, std::chrono::milliseconds limit = patience)
{
    const QDeadlineTimer deadline(limit);
    QTimer tick; // wakes the loop although nothing happens
    tick.start(10);
    while (!predicate()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

inline void spinFor(std::chrono::milliseconds time)
{
    spinUntil([] { return false; }, time);
}

// A coroutine that runs while the test does other things.
template <typename T>
class Running
{
public:
    explicit Running(QCoro::Task<T> task)
        : m_value(std::make_shared<std::optional<T>>())
    {
        collect(std::move(task), m_value);
    }
    [[nodiscard]] bool isOver() const { return m_value->has_value(); }
    // Waits; fails the test program if it never ends.
    T &value()
    {
        if (!spinUntil([this] { return isOver(); }))
            qFatal("a coroutine did not end");
        return **m_value;
    }

private:
    static QCoro::Task<> collect(QCoro::Task<T> task, std::shared_ptr<std::optional<T>> into)
    {
        auto value = co_await task;
        into->emplace(std::move(value));
    }

    std::shared_ptr<std::optional<T>> m_value;
};

template <typename T>
T await(QCoro::Task<T> task)
{
    Running<T> running(std::move(task));
    return std::move(running.value());
}

inline QCoro::Task<bool> thenTrue(QCoro::Task<> task)
{
    co_await task;
    co_return true;
}

inline void await(QCoro::Task<> task)
{
    await(thenTrue(std::move(task)));
}

} // namespace sonde::testing

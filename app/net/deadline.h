// Something that happens after a while unless it is called off first. Lives on the thread that made
// it.
#pragma once

#include "net/completion.h"

#include <QTimer>

#include <chrono>
#include <functional>

namespace sonde::net
{

class Deadline
{
public:
    // Zero means never.
    Deadline(std::chrono::milliseconds after, std::function<void()> passed);
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;

    void callOff() { m_timer.stop(); }
    void restart() { m_timer.start(); }

private:
    QTimer m_timer;
};

// Completes with `value` after a while; the first completion wins, so a late one does no harm.
template <typename T>
std::unique_ptr<Deadline> completeAfter(std::chrono::milliseconds after, Completion<T> completion,
                                        T value)
{
    auto passed = [completion, value = std::move(value)] { completion.complete(value); };
    return std::make_unique<Deadline>(after, std::move(passed));
}

} // namespace sonde::net

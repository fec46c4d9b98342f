// Ctrl-C and SIGTERM as an event of the loop: the first asks to stop, the second ends the program
// at once. One at a time; on the main thread.
#pragma once

#include <functional>
#include <memory>

class QSocketNotifier;

namespace sonde::cli
{

class Interrupt
{
public:
    explicit Interrupt(std::function<void()> stop);
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    // 0, or the number of the first signal. Also true before the loop has heard of it.
    [[nodiscard]] static int signal();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace sonde::cli

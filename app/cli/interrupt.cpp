#include "cli/interrupt.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace sonde::cli
{
namespace
{

volatile std::sig_atomic_t caught = 0;
int wake[2] = {-1, -1}; // a signal handler may write to a pipe, and do little else

extern "C" void onSignal(int number)
{
    if (caught)
        ::_exit(128 + number);
    caught = number;
    const char octet = 1;
    (void)!::write(wake[1], &octet, 1);
}

} // namespace

Interrupt::Interrupt(std::function<void()> stop)
{
    caught = 0;
    if (::pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(wake[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                     [this, stop = std::move(stop)] {
                         m_notifier->setEnabled(false);
                         stop();
                     });
    struct sigaction action{};
    action.sa_handler = onSignal; // no SA_RESTART: a wait for a slow reader must end
    for (const int number : {SIGINT, SIGTERM})
        ::sigaction(number, &action, nullptr);
}

Interrupt::~Interrupt()
{
    for (const int number : {SIGINT, SIGTERM})
        ::signal(number, SIG_DFL);
    m_notifier.reset();
    ::close(wake[0]);
    ::close(wake[1]);
}

int Interrupt::signal()
{
    return caught;
}

} // namespace sonde::cli

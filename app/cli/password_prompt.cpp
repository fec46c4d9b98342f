#include "cli/password_prompt.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace sonde::cli
{
namespace
{

constexpr qsizetype longest = 4096; // octets of a password

constexpr std::array endingSignals{SIGINT, SIGQUIT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t caught = 0;

extern "C" void onEnding(int number)
{
    caught = number;
}

// While it lives, a signal that would end the program ends the wait for a key instead: a terminal
// without echo must not be left to the shell.
class Endings
{
public:
    Endings()
    {
        caught = 0;
        sigset_t held;
        ::sigemptyset(&held);
        for (const int number : endingSignals)
            ::sigaddset(&held, number);
        ::pthread_sigmask(SIG_BLOCK, &held, &m_open);
        struct sigaction action{};
        action.sa_handler = onEnding;
        for (size_t i = 0; i < endingSignals.size(); ++i)
            ::sigaction(endingSignals[i], &action, &m_before[i]);
    }
    ~Endings()
    {
        for (size_t i = 0; i < endingSignals.size(); ++i)
            ::sigaction(endingSignals[i], &m_before[i], nullptr);
        ::pthread_sigmask(SIG_SETMASK, &m_open, nullptr);
        if (caught)
            ::raise(caught);
    }
    // False once a signal has come. It can come in here only: one between two looks would be seen
    // by nobody, and the wait go on.
    [[nodiscard]] bool waitFor(int terminal) const
    {
        pollfd asked{.fd = terminal, .events = POLLIN, .revents = 0};
        return ::ppoll(&asked, 1, nullptr, &m_open) == 1 && !caught;
    }
    Endings(const Endings &) = delete;
    Endings &operator=(const Endings &) = delete;

private:
    std::array<struct sigaction, endingSignals.size()> m_before{};
    sigset_t m_open{}; // as it was
};

} // namespace

QByteArray askPassword(const QByteArray &question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return {};
    const Endings endings;
    termios before{};
    const bool known = ::tcgetattr(terminal, &before) == 0;
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    if (known)
        ::tcsetattr(terminal, TCSAFLUSH, &silent);
    (void)!::write(terminal, question.constData(), size_t(question.size()));
    QByteArray password;
    char c = 0;
    while (password.size() < longest && endings.waitFor(terminal) && ::read(terminal, &c, 1) == 1 &&
           c != '\n')
        password += c;
    (void)!::write(terminal, "\n", 1);
    if (known)
        ::tcsetattr(terminal, TCSAFLUSH, &before);
    ::close(terminal); // before the signal that was caught is let through
    return password;
}

} // namespace sonde::cli

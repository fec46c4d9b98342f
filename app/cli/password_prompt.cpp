#include "cli/password_prompt.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace sonde::cli
{
namespace
{

constexpr qsizetype longest = 4096; // octets of a password

} // namespace

QByteArray askPassword(const QByteArray &question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return {};
    termios before{};
    const bool known = ::tcgetattr(terminal, &before) == 0;
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    if (known)
        ::tcsetattr(terminal, TCSAFLUSH, &silent);
    (void)!::write(terminal, question.constData(), size_t(question.size()));
    QByteArray password;
    char c = 0;
    while (password.size() < longest && ::read(terminal, &c, 1) == 1 && c != '\n')
        password += c;
    (void)!::write(terminal, "\n", 1);
    if (known)
        ::tcsetattr(terminal, TCSAFLUSH, &before);
    ::close(terminal);
    return password;
}

} // namespace sonde::cli

#include "cli/terminal.h"

#include "cli/advice.h"

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstring>
#include <langinfo.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace sonde::cli
{
namespace
{

constexpr int usualWidth = 80;
constexpr int leastWidth = 40;

// ECMA-48 select graphic rendition.
QByteArrayView escapeOf(Ink ink)
{
    switch (ink) {
    case Ink::Error:
        return "\x1b[1;31m";
    case Ink::Warning:
        return "\x1b[33m";
    case Ink::Good:
        return "\x1b[32m";
    case Ink::Faint:
        return "\x1b[2m";
    case Ink::Strong:
        return "\x1b[1m";
    }
    Q_UNREACHABLE();
}

} // namespace

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

int terminalWidth()
{
    bool ok = false;
    const int told = qEnvironmentVariableIntValue("COLUMNS", &ok);
    if (ok && told > 0)
        return std::clamp(told, leastWidth, 1000);
    winsize size{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return std::max<int>(size.ws_col, leastWidth);
    return usualWidth;
}

Colour colourFor(int descriptor)
{
    const bool wanted = qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    return wanted && isTerminal(descriptor) ? Colour::On : Colour::Off;
}

QByteArray painted(const QByteArray &text, Ink ink, Colour colour)
{
    return colour == Colour::Off ? text : escapeOf(ink).toByteArray() + text + "\x1b[0m";
}

bool isUtf8Locale()
{
    return std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0;
}

void printError(const QByteArray &text)
{
    qsizetype done = 0;
    while (done < text.size()) {
        const ssize_t count =
            ::write(STDERR_FILENO, text.constData() + done, size_t(text.size() - done));
        if (count > 0) {
            done += count;
        } else if (errno == EAGAIN) {
            pollfd waiting{.fd = STDERR_FILENO, .events = POLLOUT, .revents = 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return;
        }
    }
}

QByteArray errorText(const QString &sentence, const QString &detail, Colour colour)
{
    QByteArray text = painted("sonde: ", Ink::Error, colour) + harmless(sentence.toUtf8()) + '\n';
    for (const QByteArray &line : detail.toUtf8().replace("\r\n", "\n").split('\n')) {
        if (!line.isEmpty())
            text += painted("       " + harmless(line), Ink::Faint, colour) + '\n';
    }
    return text;
}

QByteArray errorText(const http::Error &error, Colour colour)
{
    // Some layers have no words but the sentence's own.
    const QString detail = error.detail == error.sentence ? QString() : error.detail;
    return errorText(error.sentence, detail + u'\n' + advice(error), colour);
}

QByteArray harmless(QByteArrayView octets)
{
    QByteArray text;
    text.reserve(octets.size());
    for (qsizetype i = 0; i < octets.size(); ++i) {
        const auto c = quint8(octets[i]);
        // The C1 controls U+0080 to U+009F are two octets in UTF-8: 0xC2, then themselves.
        const bool c1 = c == 0xc2 && i + 1 < octets.size() && quint8(octets[i + 1]) >= 0x80 &&
                        quint8(octets[i + 1]) < 0xa0;
        if (c1)
            text += "\\x" + QByteArray::number(quint8(octets[++i]), 16);
        else if ((c < 0x20 && c != '\t') || c == 0x7f)
            text += "\\x" + QByteArray::number(c, 16).rightJustified(2, '0');
        else
            text += char(c);
    }
    return text;
}

} // namespace sonde::cli

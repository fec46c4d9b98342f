#include "cli/window_launch.h"

#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/terminal.h"

#include <QFile>
#include <QFileInfo>

#include <climits>
#include <unistd.h>

namespace sonde::cli
{
namespace
{

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

// Beside this program, wherever it was installed or built.
QByteArray windowProgram()
{
    char path[PATH_MAX];
    const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0)
        return "sonde-window";
    const QByteArray own(path, length);
    return own.first(own.lastIndexOf('/') + 1) + "sonde-window";
}

} // namespace

int withoutWindow()
{
    if (!hasDisplay()) {
        printError(errorText(
            QStringLiteral("There is no display for the window; set DISPLAY or WAYLAND_DISPLAY, or "
                           "work in the terminal:"),
            {}, colourFor(2)));
        printError('\n' + overview());
        return exit_code::usage;
    }
    const QByteArray program = windowProgram();
    const bool exists = QFileInfo::exists(QFile::decodeName(program));
    printError(errorText(
        exists ? QStringLiteral("The window program “%1” could not be started.")
                     .arg(QFile::decodeName(program))
               : QStringLiteral("The window program “%1” is not there; install it, or work in the "
                                "terminal: sonde help tells how.")
                     .arg(QFile::decodeName(program)),
        {}, colourFor(2)));
    return exit_code::usage;
}

} // namespace sonde::cli

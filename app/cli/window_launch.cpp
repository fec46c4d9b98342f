#include "cli/window_launch.h"

#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/terminal.h"
#include "cli/verb_words.h"

#include <QFile>
#include <QFileInfo>

#include <array>
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

const VerbSyntax &openSyntax()
{
    static constexpr VerbSyntax syntax{
        .name = "open",
        .arguments = "FILE|FOLDER",
        .help =
            "Opens an evidence bundle or an HTTP archive (HAR) in the window, offline, with every "
            "view as when it was recorded; in a terminal, sonde show prints it. A folder or a "
            ".http file is opened to work on.",
        .options = {},
    };
    return syntax;
}

int openCommand(std::span<const QByteArray> words)
{
    const auto read = VerbWords::read(words, openSyntax());
    if (!read)
        return refuseWith(read.error());
    if (read->wantsHelp()) {
        printText(verbHelp(openSyntax()));
        return exit_code::success;
    }
    const QByteArray file = read->plain().front();
    const QString name = QFile::decodeName(file);
    const QFileInfo info(name);
    if (!info.isFile() && !info.isDir())
        return refuseWith(
            {.layer = http::Layer::File,
             .code = http::Code::FileMissing,
             .sentence = QStringLiteral("There is no file or folder “%1”.").arg(name)});
    if (!hasDisplay())
        return refuseWith(
            {.layer = http::Layer::Client,
             .code = http::Code::ConflictingOptions,
             .sentence = QStringLiteral("There is no display for the window; set DISPLAY or "
                                        "WAYLAND_DISPLAY, or print the file: sonde show %1")
                             .arg(name)});
    const QByteArray program = windowProgram();
    const QString ending = info.suffix().toLower();
    const bool isWorkedOn = info.isDir() || ending == u"http" || ending == u"rest";
    // Neither is taken for another option, whatever the name begins with.
    const QByteArray option =
        isWorkedOn ? QFile::encodeName(info.absoluteFilePath()) : "--records=" + file;
    std::array<char *, 3> arguments{const_cast<char *>(program.constData()),
                                    const_cast<char *>(option.constData()), nullptr};
    ::execv(program.constData(), arguments.data());
    return withoutWindow();
}

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

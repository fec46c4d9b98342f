// The program `sonde-terminal`: what `sonde` becomes when there is a verb, or no window to open.
#include "cli/verbs.h"

#include <clocale>
#include <csignal>
#include <cstdlib>

int main(int argc, char **argv)
{
    using namespace sonde::cli;
    std::setlocale(LC_CTYPE, "");
    std::signal(SIGPIPE, SIG_IGN); // a reader that leaves is an error of writing, with its sentence
    // For the threads whose loop is Qt's: GLib's costs more calls of the system, and nothing needs
    // it.
    ::setenv("QT_NO_GLIB", "1", 0);
    const std::vector<QByteArray> words(argv + 1, argv + argc);
    return runProgram(words);
}

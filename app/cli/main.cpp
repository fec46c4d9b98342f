// The program `sonde`: the terminal face, and the door to the window.
#include "cli/verbs.h"
#include "cli/window_launch.h"

#include <clocale>
#include <csignal>

int main(int argc, char **argv)
{
    using namespace sonde::cli;
    if (argc < 2)
        becomeWindow(argv);
    std::setlocale(LC_CTYPE, "");
    std::signal(SIGPIPE, SIG_IGN); // a reader that leaves is an error of writing, with its sentence
    const std::vector<QByteArray> words(argv + 1, argv + argc);
    return runProgram(words);
}

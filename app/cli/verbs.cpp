#include "cli/verbs.h"

#include "cli/body_command.h"
#include "cli/compare_command.h"
#include "cli/exit_code.h"
#include "cli/export_command.h"
#include "cli/fmt_command.h"
#include "cli/help_text.h"
#include "cli/history_command.h"
#include "cli/import_command.h"
#include "cli/lint_command.h"
#include "cli/playground_command.h"
#include "cli/run_command.h"
#include "cli/send_command.h"
#include "cli/show_command.h"
#include "cli/terminal.h"
#include "cli/window_launch.h"

#include <algorithm>
#include <array>

namespace sonde::cli
{
namespace
{

int help(std::span<const QByteArray> words)
{
    const QByteArray topic = words.empty() ? QByteArray() : words.front();
    if (topic == "send")
        printText(sendHelp());
    else if (topic == "--man")
        printText(manualPage());
    else if (topic == "--bash")
        printText(bashCompletion());
    else if (topic == "--zsh")
        printText(zshCompletion());
    else if (topic == "--fish")
        printText(fishCompletion());
    else if (const auto verb = std::ranges::find(verbs(), QByteArrayView(topic), &Verb::name);
             verb != verbs().end() && verb->syntax)
        printText(verbHelp(verb->syntax()));
    else
        printText(overview());
    return exit_code::success;
}

int version(std::span<const QByteArray>)
{
    printText(versionText());
    return exit_code::success;
}

constexpr auto table = std::to_array<Verb>({
    {"send", "[METHOD] URL", "Send a request and print the response", sendCommand},
    {"run", "FILE|FOLDER", "Send the requests of .http files in order and check the responses",
     runCommand, runSyntax},
    {"show", "FILE", "Print what an evidence bundle or a HAR holds: headers, timing, frames",
     showCommand, showSyntax},
    {"open", "FILE|FOLDER", "Open an evidence bundle, a HAR or requests in the window", openCommand,
     openSyntax},
    {"history", "[FILTER…|show ID]", "List, search and open calls that were kept", historyCommand,
     historySyntax},
    {"body", "FILE", "Search, query or cut out of a saved body of any size", bodyCommand,
     bodySyntax},
    {"compare", "URL…|FILE", "Say which HTTP version is sooner, and how sure that is",
     compareCommand, compareSyntax},
    {"import", "SOURCE --to DIR",
     "Turn a Postman collection, a HAR or curl commands into .http files", importCommand,
     importSyntax},
    {"export", "FILE --as FORMAT", "Print requests as curl, code, HAR or a Postman collection",
     exportCommand, exportSyntax},
    {"lint", "FILE|FOLDER", "Say which other programs can read request files", lintCommand,
     lintSyntax},
    {"fmt", "FILE…", "Write request files in one tidy form", fmtCommand, fmtSyntax},
    {"playground", "[--demo]", "Run the sample server on this computer until Ctrl-C",
     playgroundCommand},
    {"help", "[VERB]", "Print help", help},
    {"version", "", "Print the version", version},
});

} // namespace

std::span<const Verb> verbs()
{
    return table;
}

int runProgram(std::span<const QByteArray> words)
{
    if (words.empty())
        return withoutWindow();
    QByteArray name = words.front();
    if (name == "--help" || name == "-h")
        name = "help";
    else if (name == "--version" || name == "-V")
        name = "version";
    const auto verb = std::ranges::find(table, QByteArrayView(name), &Verb::name);
    if (verb != table.end())
        return verb->run(words.subspan(1));
    printError(
        errorText(QStringLiteral("There is no verb “%1”; sonde help lists them.")
                      .arg(QString::fromUtf8(name.first(std::min<qsizetype>(name.size(), 80)))),
                  name.contains("://") || name.startsWith('-')
                      ? QStringLiteral("To send a request, write sonde send %1.")
                            .arg(QString::fromUtf8(name.left(120)))
                      : QString(),
                  colourFor(2)));
    return exit_code::usage;
}

} // namespace sonde::cli

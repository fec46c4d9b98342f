#include "cli/compare_command.h"

#include "cli/compare_text.h"
#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "lab/report_csv.h"
#include "lab/report_html.h"
#include "lab/report_json.h"
#include "lab/report_markdown.h"
#include "lab/run_file.h"
#include "net/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimer>

namespace sonde::cli
{
namespace
{

using namespace std::chrono_literals;

// Starts the run and shows how far it is until it is over.
void see(lab::Experiment &run)
{
    QEventLoop loop;
    const bool shows = isTerminal(2);
    QTimer look;
    const auto update = [&] {
        const auto state = run.state();
        if (state.stage == lab::Experiment::Stage::Over)
            return loop.quit();
        if (shows)
            printError("\r\x1b[K" + progressLine(state).left(terminalWidth() - 1));
    };
    QObject::connect(&look, &QTimer::timeout, &loop, update);
    const Interrupt interrupt([&] { run.stop(); });
    look.start(100ms);
    run.start();
    loop.exec();
    run.wait();
    if (shows)
        printError("\r\x1b[K");
}

http::Result<void> writeFile(const QString &path, const QByteArray &octets)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size() && file.commit())
        return {};
    return std::unexpected(http::Error{
        .layer = http::Layer::File,
        .code = http::Code::FileUnwritable,
        .sentence = QStringLiteral("The report could not be written to “%1”.").arg(path),
        .detail = file.errorString()});
}

// An interruption first, then what went wrong, then what was asked for.
int settle(const CompareWords &words, const lab::Run &run, const lab::Result &result)
{
    if (const int signal = Interrupt::signal(); signal != 0)
        return 128 + signal;
    if (run.state.error)
        return exitCode(*run.state.error);
    const bool failed = std::ranges::any_of(
        words.failIf, [&](const FailIf &condition) { return holds(condition, result); });
    return failed ? exit_code::checkFailed : exit_code::success;
}

void print(const CompareWords &words, const lab::Run &run, const lab::Result &result)
{
    if (words.json)
        printText(QJsonDocument(lab::reportJson(run, result)).toJson());
    else if (words.markdown)
        printText(lab::reportMarkdown(run.setup, result));
    else if (words.csv)
        printText(lab::reportCsv(run));
    else
        printText(comparisonText(run.setup, run.state, result, colourFor(1)));
}

int report(const CompareWords &words, const lab::Run &run)
{
    const auto result = lab::evaluate(run.setup, run.state);
    print(words, run, result);
    int code = settle(words, run, result);
    if (run.state.error)
        printError(errorText(run.state.error->sentence, run.state.error->detail, colourFor(2)));
    if (!words.saveFile.isEmpty()) {
        if (const auto saved = lab::saveRun(run, words.saveFile); !saved)
            code = refuseWith(saved.error());
    }
    if (!words.htmlFile.isEmpty()) {
        const auto written = writeFile(words.htmlFile, lab::reportHtml(run.setup, result));
        if (!written)
            code = refuseWith(written.error());
    }
    return code;
}

} // namespace

int compareCommand(std::span<const QByteArray> words)
{
    const auto read = readCompareWords(words);
    if (!read)
        return refuseWith(read.error());
    if (read->help) {
        printText(verbHelp(compareSyntax()));
        return exit_code::success;
    }
    if (!read->openFile.isEmpty()) {
        const auto saved = lab::loadRun(read->openFile);
        return saved ? report(*read, *saved) : refuseWith(saved.error());
    }
    int argc = 1;
    char name[] = "sonde";
    char *argv[] = {name, nullptr};
    net::EpollDispatcher::install();
    QCoreApplication application(argc, argv);

    for (const QString &note : read->notes)
        printError("note: " + note.toUtf8() + '\n');
    lab::Experiment experiment(read->setup);
    see(experiment);
    lab::Run run{.setup = read->setup, .state = experiment.state()};
    run.environment = lab::environmentOfThisMachine();
    run.taken = QDateTime::currentDateTimeUtc();
    if (run.state.trials.empty() && run.state.error && !read->json)
        return refuseWith(*run.state.error);
    return report(*read, run);
}

} // namespace sonde::cli

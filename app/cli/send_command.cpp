#include "cli/send_command.h"

#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/file_check.h"
#include "cli/help_text.h"
#include "cli/interrupt.h"
#include "cli/report_json.h"
#include "cli/send_content.h"
#include "cli/send_request.h"
#include "cli/send_run.h"
#include "cli/terminal.h"
#include "net/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

namespace sonde::cli
{
namespace
{

using interop::RequestPlan;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds usualWait = 3s; // as browsers do where the server says nothing
constexpr std::chrono::milliseconds longestWait = 10min;

http::Result<RequestPlan> readPlan(std::span<const QByteArray> words)
{
    const auto arguments = interop::readCurlArguments(words, interop::Tool::SondeSend);
    if (!arguments)
        return std::unexpected(arguments.error());
    return interop::planRequest(*arguments, interop::Tool::SondeSend);
}

bool wantsReport(std::span<const QByteArray> words)
{
    return std::ranges::find(words, "--json") != words.end();
}

void printReport(const Report &report)
{
    const auto out = OutputStream::standardOutput();
    {
        JsonWriter json([&](QByteArrayView text) { (void)out->write(text); });
        (void)writeReport(json, report);
    }
    (void)out->flush();
}

// Nothing could be sent: the sentence, and the report if one was asked for.
int refuse(const http::Error &error, const RequestPlan &plan, bool report, bool silent)
{
    const int code = exitCode(error);
    if (!silent)
        printError(errorText(error, colourFor(2)));
    if (report) {
        printReport({.method = interop::methodOf(plan),
                     .url = plan.url,
                     .policy = plan.versionPolicy,
                     .headers = interop::fieldsOf(plan),
                     .error = error,
                     .exitCode = code});
    }
    return code;
}

// What can be known of the output before the request is sent.
http::Result<QString> checkOutput(const RequestPlan &plan, const http::Target &target)
{
    QString file;
    if (plan.output.remoteName) {
        const auto name = remoteName(target);
        if (!name)
            return name;
        file = *name;
    } else if (plan.output.file && *plan.output.file != "-") {
        file = QFile::decodeName(*plan.output.file);
    }
    if (file.isEmpty())
        return file;
    const auto checked =
        checkWritable(file, plan.output.createFolders ? Folders::AreMade : Folders::MustExist);
    if (!checked)
        return std::unexpected(checked.error());
    return file;
}

http::Result<QByteArray> writeOutFormat(const RequestPlan &plan)
{
    const QByteArray format = plan.output.writeOut.value_or(QByteArray());
    if (!format.startsWith('@'))
        return format;
    return readWholeFile(format.sliced(1));
}

// False if it was interrupted.
bool waitFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    const Interrupt interrupt([&loop] { loop.quit(); });
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
    return Interrupt::signal() == 0;
}

int sendAndReconnect(SendRequest send, const RequestPlan &plan, const QString &file)
{
    for (int left = plan.output.reconnects;; --left) {
        SendRun run(plan.output, file);
        const int code = run.run(send, plan);
        const auto place = run.place();
        if (left <= 0 || !place || !send.request.content.isReplayable())
            return code;
        const auto wait = std::min(place->wait.value_or(usualWait), longestWait);
        if (!plan.output.silent)
            printError("sonde: the stream has ended; connecting again in " +
                       QByteArray::number(double(wait.count()) / 1000, 'f', 1) + " s" +
                       (place->lastEventId.isEmpty()
                            ? QByteArray()
                            : " after event " + harmless(place->lastEventId.left(80))) +
                       '\n');
        if (!waitFor(wait))
            return exit_code::interrupted;
        if (!place->lastEventId.isEmpty())
            send.request.headers.set("Last-Event-ID", place->lastEventId);
    }
}

} // namespace

int sendCommand(std::span<const QByteArray> words)
{
    auto plan = readPlan(words);
    if (!plan)
        return refuse(plan.error(), {}, wantsReport(words), false);
    if (plan->help) {
        printText(sendHelp());
        return exit_code::success;
    }
    if (plan->version) {
        printText(versionText());
        return exit_code::success;
    }
    const bool silent = plan->output.silent && !plan->output.showError;
    const auto refused = [&](const http::Error &error) {
        return refuse(error, *plan, plan->output.jsonReport, silent);
    };
    if (const auto settled = settleWords(*plan); !settled)
        return refused(settled.error());
    if (const auto checked = checkPlan(*plan); !checked)
        return refused(checked.error());

    int argc = 1;
    char name[] = "sonde";
    char *argv[] = {name, nullptr};
    net::EpollDispatcher::install();
    QCoreApplication application(argc, argv);

    auto send = buildRequest(*plan);
    if (!send)
        return refused(send.error());
    const auto file = checkOutput(*plan, send->request.target);
    if (!file)
        return refused(file.error());
    if (const auto checked = checkEvidence(plan->output); !checked)
        return refused(checked.error());
    auto format = writeOutFormat(*plan);
    if (!format)
        return refused(format.error());
    plan->output.writeOut = *std::move(format);
    if (plan->head)
        plan->output.heads = true;
    return sendAndReconnect(*std::move(send), *plan, *file);
}

} // namespace sonde::cli

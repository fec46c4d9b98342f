#include "cli/send_command.h"

#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/file_check.h"
#include "cli/help_text.h"
#include "cli/report_json.h"
#include "cli/send_content.h"
#include "cli/send_request.h"
#include "cli/send_run.h"
#include "cli/terminal.h"
#include "net/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QFile>

namespace sonde::cli
{
namespace
{

using interop::RequestPlan;

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
    return SendRun(plan->output, *file).run(*std::move(send), *plan);
}

} // namespace sonde::cli

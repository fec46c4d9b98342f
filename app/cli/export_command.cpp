#include "cli/export_command.h"

#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/run_command.h"
#include "cli/terminal.h"
#include "cli/terminal_secrets.h"
#include "collection/variables.h"
#include "interop/code_export.h"
#include "interop/collection_export.h"
#include "lab/run_plan.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace sonde::cli
{
namespace
{

using http::Result;
using interop::ExportSecrets;

constexpr VerbOption options[] = {
    {"as", "FORMAT",
     "curl, httpie, python-requests, python-httpx, javascript-fetch, go, cpp-libcurl, cpp-qt, har "
     "or postman"},
    {"name", "NAME", "Export the requests of this name or title alone; may be given again"},
    {"env", "NAME", "Take variables from this environment of the http-client.env.json files"},
    {"var", "NAME=VALUE", "Set a variable; it beats files and environments"},
    {"env-file", "FILE", "Take variables from this file too"},
    {"show-secrets", "", "Write credentials, tokens and cookies instead of ***"},
};

http::Error usage(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

void tellNotes(const QStringList &notes)
{
    for (const QString &note : notes)
        printError("sonde: " + harmless(note.toUtf8()) + '\n');
}

int exportPostman(const lab::RunChoice &choice, const lab::RunPlan &plan, ExportSecrets secrets)
{
    std::vector<interop::ExportedFile> files;
    const lab::RunFile *last = nullptr;
    for (const lab::PlannedRequest &planned : plan.requests) {
        if (planned.file.get() != last) {
            last = planned.file.get();
            files.push_back(
                {.name = QFileInfo(last->path).completeBaseName(), .variables = last->variables});
        }
        files.back().requests.push_back(planned.request());
    }
    const auto made =
        interop::postmanCollectionOf(QFileInfo(choice.path).completeBaseName(), files, secrets);
    printText(QJsonDocument(made.collection).toJson());
    tellNotes(made.notes);
    return exit_code::success;
}

int exportSent(QByteArrayView format, const lab::RunPlan &plan, ExportSecrets secrets)
{
    std::vector<interop::OutgoingRequest> requests;
    for (const lab::PlannedRequest &planned : plan.requests) {
        const collection::HttpRequest &request = planned.request();
        if (!request.problem.isEmpty()) {
            tellNotes(
                {QStringLiteral("“%1” is left out: %2").arg(request.label(), request.problem)});
            continue;
        }
        collection::Variables variables =
            collection::merged(planned.file->variables, planned.file->secretVariables);
        for (const QString &name : planned.file->missing.keys()) // masked: they were not asked for
            variables.insert(name, interop::maskedSecret);
        auto made = interop::outgoingRequest(
            request.label(), request.document,
            {.variables = variables, .secrets = planned.file->secrets, .show = secrets});
        if (!made) {
            http::Error error = made.error();
            error.sentence +=
                QStringLiteral(" (%1, line %2)").arg(planned.file->path).arg(request.firstLine + 1);
            return refuseWith(error);
        }
        requests.push_back(std::move(*made));
    }
    if (format == "har") {
        printText(
            QJsonDocument(interop::archiveOf(requests, QDateTime::currentDateTimeUtc())).toJson());
        return exit_code::success;
    }
    QByteArray text;
    for (const interop::OutgoingRequest &request : requests) {
        text += (text.isEmpty() ? "" : "\n") + interop::codeFor(format, request).toUtf8();
        for (const interop::Remark &remark : interop::remarksOnCode(format, request))
            tellNotes({QStringLiteral("“%1”: %2").arg(request.name, remark.text())});
    }
    printText(text);
    return exit_code::success;
}

bool isFormat(QByteArrayView format)
{
    return format == "har" || format == "postman" ||
           std::ranges::find(interop::codeLanguages(), format, &interop::CodeLanguage::id) !=
               interop::codeLanguages().end();
}

} // namespace

const VerbSyntax &exportSyntax()
{
    static constexpr VerbSyntax syntax{
        .name = "export",
        .arguments = "FILE|FOLDER",
        .help = "Prints requests of .http files as a command, as code, as an HTTP archive or as a "
                "Postman collection (2.1). Variables are filled in, but stay variables in a "
                "Postman collection. Credentials, tokens, cookies and values of private "
                "environments become ***.",
        .options = options,
    };
    return syntax;
}

int exportCommand(std::span<const QByteArray> words)
{
    const auto read = VerbWords::read(words, exportSyntax());
    if (!read)
        return refuseWith(read.error());
    if (read->wantsHelp()) {
        printText(verbHelp(exportSyntax()));
        return exit_code::success;
    }
    const QByteArray format = read->value("as").value_or(QByteArray());
    if (!isFormat(format))
        return refuseWith(usage(QStringLiteral("sonde export needs --as FORMAT: %1.")
                                    .arg(QString::fromUtf8(options[0].help))));
    auto choice = runChoice(*read);
    if (!choice)
        return refuseWith(choice.error());
    if (read->has("show-secrets")) // masked, they are not even asked for
        choice->secrets = std::make_shared<TerminalSecrets>();
    const auto plan = lab::planRun(*choice);
    if (!plan)
        return refuseWith(plan.error());
    const auto secrets = read->has("show-secrets") ? ExportSecrets::Shown : ExportSecrets::Masked;
    return format == "postman" ? exportPostman(*choice, *plan, secrets)
                               : exportSent(format, *plan, secrets);
}

} // namespace sonde::cli

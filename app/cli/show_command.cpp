#include "cli/show_command.h"

#include "cli/conversation.h"
#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/output_stream.h"
#include "cli/report_json.h"
#include "cli/show_tables.h"
#include "cli/waterfall.h"
#include "interop/evidence_bundle.h"

#include <QFile>

namespace sonde::cli
{
namespace
{

using interop::Bundle;

constexpr VerbOption options[] = {
    {"headers", "", "Print the heads and trailers of every hop, both ways"},
    {"timing", "", "Print every hop as a waterfall"},
    {"frames", "", "Print every HTTP/2 frame"},
    {"windows", "", "Print every step of every flow-control window, and every stall"},
    {"hpack", "", "Print every compressed field with its form, index and octets"},
    {"body", "", "Print the body of the last hop and nothing else"},
    {"json", "", "Print one JSON object that tells everything, as sonde send --json does"},
    {"show-secrets", "", "Show credentials and cookies, if the bundle holds them"},
};

http::Result<Bundle> openBundle(const QByteArray &path)
{
    const QString name = QFile::decodeName(path);
    QFile file(name);
    const auto failure = [&](http::Code code, const QString &sentence) {
        return std::unexpected(
            http::Error{.layer = http::Layer::File,
                        .code = code,
                        .sentence = sentence.arg(name),
                        .detail = file.error() == QFile::NoError ? QString() : file.errorString()});
    };
    if (!file.exists())
        return failure(http::Code::FileMissing, QStringLiteral("There is no file “%1”."));
    if (!file.open(QIODevice::ReadOnly))
        return failure(http::Code::FileUnreadable, QStringLiteral("The file “%1” cannot be read."));
    if (!interop::isBundle(file.peek(8)))
        return failure(
            http::Code::FileUnreadable,
            QStringLiteral("“%1” is no evidence bundle: sonde send --bundle makes one."));
    return interop::readBundle(file);
}

std::vector<trace::ExchangeState> statesOf(const Bundle &bundle)
{
    std::vector<trace::ExchangeState> states;
    for (const client::Hop &hop : bundle.call->hops())
        states.push_back(hop.exchange->state());
    return states;
}

QByteArray origin(const Bundle &bundle)
{
    QByteArray text = "Made " + harmless(bundle.made.toUtf8());
    for (const auto &[name, value] : bundle.environment)
        text += ", " + harmless(name.toUtf8()) + ' ' + harmless(value.toUtf8());
    text += ".\n";
    if (!bundle.redacted)
        text += "Nothing is masked in it: take care whom you give it to.\n";
    else if (!bundle.masked.isEmpty())
        text += "Masked: " + harmless(bundle.masked.join(QStringLiteral(", ")).toUtf8()) + ".\n";
    return text;
}

http::Result<void> writeBody(const Bundle &bundle)
{
    const auto out = OutputStream::standardOutput();
    const auto body = bundle.call->last().body;
    for (qint64 at = 0; at < body->size();) {
        const auto piece = body->read(at, 256 * 1024);
        if (!piece)
            return std::unexpected(piece.error());
        if (const auto written = out->write(*piece); !written)
            return std::unexpected(written.error());
        at += piece->size();
    }
    const auto flushed = out->flush();
    return flushed ? http::Result<void>() : std::unexpected(flushed.error());
}

Report reportOf(const Bundle &bundle)
{
    Report report{.hops = statesOf(bundle), .withFrames = true, .body = bundle.call->last().body};
    report.error = report.hops.back().error;
    report.exitCode = report.error ? exitCode(*report.error) : exit_code::success;
    return report;
}

http::Result<void> writeJson(const Bundle &bundle)
{
    const auto out = OutputStream::standardOutput();
    http::Result<void> complete;
    {
        JsonWriter json([&](QByteArrayView text) { (void)out->write(text); });
        complete = writeReport(json, reportOf(bundle));
    }
    (void)out->flush();
    return complete;
}

void printViews(const Bundle &bundle, const VerbWords &words)
{
    const auto states = statesOf(bundle);
    if (words.has("headers"))
        printText(headersText(states));
    if (words.has("timing"))
        printText(waterfall(
            reportOf(bundle),
            {.width = terminalWidth(), .colour = colourFor(1), .blocks = isUtf8Locale()}));
    if (words.has("frames"))
        printText(FrameTrace().news(states));
    if (words.has("windows"))
        printText(windowsText(states));
    if (words.has("hpack"))
        printText(hpackText(states));
}

} // namespace

const VerbSyntax &showSyntax()
{
    static constexpr VerbSyntax syntax{
        .name = "show",
        .arguments = "FILE",
        .help = "Prints what an evidence bundle holds, without any network. Without options: where "
                "it comes from, and the whole conversation as sonde send -v prints it.",
        .options = options,
    };
    return syntax;
}

int showCommand(std::span<const QByteArray> words)
{
    const auto read = VerbWords::read(words, showSyntax());
    if (!read)
        return refuseWith(read.error());
    if (read->wantsHelp()) {
        printText(verbHelp(showSyntax()));
        return exit_code::success;
    }
    const auto bundle = openBundle(read->plain().front());
    if (!bundle)
        return refuseWith(bundle.error());
    http::Result<void> written;
    if (read->has("json")) {
        written = writeJson(*bundle);
    } else if (read->has("body")) {
        written = writeBody(*bundle);
    } else if (read->has("headers") || read->has("timing") || read->has("frames") ||
               read->has("windows") || read->has("hpack")) {
        printViews(*bundle, *read);
    } else {
        const auto secrets = read->has("show-secrets") ? Secrets::Shown : Secrets::Masked;
        printText(origin(*bundle));
        printText(Conversation(secrets, colourFor(1)).news(statesOf(*bundle)));
    }
    return written ? exit_code::success : refuseWith(written.error());
}

} // namespace sonde::cli

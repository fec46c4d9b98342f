#include "cli/show_command.h"

#include "cli/connection_text.h"
#include "cli/conversation.h"
#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/output_stream.h"
#include "cli/report_json.h"
#include "cli/show_tables.h"
#include "cli/waterfall.h"

#include <QFile>

namespace sonde::cli
{
namespace
{

using interop::Recorded;

constexpr VerbOption options[] = {
    {"headers", "", "Print the heads and trailers of every hop, both ways"},
    {"connection", "",
     "Print every connection: proxy, TLS, certificate, TCP, settings, pings, and why it closed"},
    {"timing", "", "Print every hop as a waterfall"},
    {"frames", "", "Print every HTTP/2 frame"},
    {"records", "", "Print every TLS record and the octets of HTTP that it carried"},
    {"windows", "", "Print every step of every flow-control window, and every stall"},
    {"hpack", "", "Print every compressed field with its form, index and octets"},
    {"body", "", "Print the body of the last hop and nothing else"},
    {"json", "", "Print one JSON object that tells everything, as sonde send --json does"},
    {"show-secrets", "", "Show credentials and cookies, if the bundle holds them"},
};

std::vector<trace::ExchangeState> statesOf(const Recorded &recorded)
{
    std::vector<trace::ExchangeState> states;
    for (const client::Hop &hop : recorded.call->hops())
        states.push_back(hop.exchange->state());
    return states;
}

QByteArray origin(const Recorded &recorded)
{
    QByteArray text = "Made " + harmless(recorded.made.toUtf8());
    for (const auto &[name, value] : recorded.environment)
        text += ", " + harmless(name.toUtf8()) + ' ' + harmless(value.toUtf8());
    text += ".\n";
    for (const interop::Remark &note : recorded.notes)
        text += harmless(note.text().toUtf8()) + '\n';
    if (!recorded.redacted)
        text += "Nothing is masked in it: take care whom you give it to.\n";
    else if (!recorded.masked.isEmpty())
        text += "Masked: " + harmless(recorded.masked.join(QStringLiteral(", ")).toUtf8()) + ".\n";
    return text;
}

http::Result<void> writeBody(const Recorded &recorded)
{
    const auto out = OutputStream::standardOutput();
    const auto body = recorded.call->last().body;
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

Report reportOf(const Recorded &recorded)
{
    Report report{
        .hops = statesOf(recorded), .withFrames = true, .body = recorded.call->last().body};
    report.error = report.hops.back().error;
    report.exitCode = report.error ? exitCode(*report.error) : exit_code::success;
    return report;
}

http::Result<void> writeJson(const Recorded &recorded)
{
    const auto out = OutputStream::standardOutput();
    http::Result<void> complete;
    {
        JsonWriter json([&](QByteArrayView text) { (void)out->write(text); });
        complete = writeReport(json, reportOf(recorded));
    }
    (void)out->flush();
    return complete;
}

// What is masked in the file cannot be shown, and need not be hidden once more.
Secrets secretsOf(const Recorded &recorded, const VerbWords &words)
{
    return recorded.redacted || words.has("show-secrets") ? Secrets::Shown : Secrets::Masked;
}

void printViews(const Recorded &recorded, const VerbWords &words)
{
    const auto states = statesOf(recorded);
    if (words.has("headers"))
        printText(headersText(states));
    if (words.has("connection"))
        printText(connectionsText(states, secretsOf(recorded, words)));
    if (words.has("timing"))
        printText(waterfall(
            reportOf(recorded),
            {.width = terminalWidth(), .colour = colourFor(1), .blocks = isUtf8Locale()}));
    if (words.has("frames"))
        printText(framesText(states));
    if (words.has("records"))
        printText(recordsText(states));
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
        .help =
            "Prints what an evidence bundle or an HTTP archive (HAR) holds, without any network. "
            "Without options: where it comes from, and the whole conversation as sonde send -v "
            "prints it. An archive has no octets of the wire, so no frames.",
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
    const auto recorded = interop::openRecorded(QFile::decodeName(read->plain().front()));
    return recorded ? showRecorded(*recorded, *read) : refuseWith(recorded.error());
}

int showRecorded(const Recorded &recorded, const VerbWords &words)
{
    http::Result<void> written;
    if (words.has("json")) {
        written = writeJson(recorded);
    } else if (words.has("body")) {
        written = writeBody(recorded);
    } else if (words.has("headers") || words.has("connection") || words.has("timing") ||
               words.has("frames") || words.has("records") || words.has("windows") ||
               words.has("hpack")) {
        printViews(recorded, words);
    } else {
        printText(origin(recorded));
        printText(Conversation(secretsOf(recorded, words), colourFor(1)).news(statesOf(recorded)));
    }
    return written ? exit_code::success : refuseWith(written.error());
}

} // namespace sonde::cli

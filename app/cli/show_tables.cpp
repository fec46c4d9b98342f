#include "cli/show_tables.h"

#include "cli/frames.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "trace/windows.h"

#include <set>

namespace sonde::cli
{
namespace
{

using trace::ExchangeState;

QByteArray number(quint64 value)
{
    return QByteArray::number(value);
}

const char *arrow(trace::Direction direction)
{
    return direction == trace::Direction::Sent ? " > " : " < ";
}

QByteArray milliseconds(trace::Stamp at, trace::Stamp start)
{
    return QByteArray::number(double((at - start).count()) / 1e6, 'f', 3).rightJustified(10);
}

// Why there is nothing to tell of the hop's connection.
QByteArray silence(const ExchangeState &hop, const QByteArray &what)
{
    const auto version = hop.response ? hop.response->version : hop.connection->state().version;
    const bool spoke = hop.response || hop.connection->log().octets(trace::Direction::Sent) > 0;
    if (spoke && version < http::Version::Http2)
        return "HTTP/1 has no " + what + '.';
    return "none of its octets are recorded, so there is no " + what + " to show.";
}

// Calls `tell` once for each connection of the hops that speaks HTTP/2, and says of each other one
// why there is nothing.
template <typename Tell>
QByteArray eachConversation(const std::vector<ExchangeState> &hops, const char *what, Tell tell)
{
    Frames frames;
    std::set<trace::ConnectionId> told;
    QByteArray text;
    for (const ExchangeState &hop : hops) {
        if (!hop.connection || !told.insert(hop.connection->id()).second)
            continue;
        text += "connection " + number(quint64(hop.connection->id())) + ", " +
                harmless(hop.connection->state().remote);
        const auto *conversation = frames.of(hop);
        if (conversation)
            text += '\n' + tell(*conversation, hops.front().events.front().at);
        else
            text += ": " + silence(hop, what) + '\n';
    }
    return text.isEmpty() ? QByteArray("Nothing was connected to.\n") : text;
}

QByteArray blockText(const trace::HeaderBlock &block)
{
    QByteArray text = "block stream=" + number(block.stream) + arrow(block.direction) +
                      "wire=" + number(block.wireOctets) + " text=" + number(block.textOctets) +
                      '\n';
    for (const trace::WireField &field : block.fields) {
        text +=
            "  " + number(field.wireOctets).rightJustified(5) + ' ' +
            trace::name(field.form).toByteArray().leftJustified(16) +
            (field.index > 0 ? "index=" + number(field.index) : QByteArray("-")).leftJustified(10) +
            (field.became ? "becomes entry " + number(*field.became) + "  " : QByteArray()) +
            harmless(field.name) + ": " + harmless(field.value) + '\n';
    }
    return text + "  table: " + number(block.after.inserted - block.after.evicted) + " entries, " +
           number(block.after.size) + " of " + number(block.after.limit) + " octets, " +
           number(block.after.evicted) + " evicted so far\n";
}

const char *causeName(trace::WindowChange::Cause cause)
{
    using Cause = trace::WindowChange::Cause;
    switch (cause) {
    case Cause::Opened:
        return "opened";
    case Cause::Content:
        return "content";
    case Cause::WindowUpdate:
        return "window-update";
    case Cause::Settings:
        return "settings";
    }
    Q_UNREACHABLE();
}

void appendHead(QByteArray &text, char mark, const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        if (!line.trimmed().isEmpty())
            text += QByteArray(1, mark) + ' ' + harmless(line.trimmed()) + '\n';
    }
}

QByteArray fieldLines(const http::Headers &headers)
{
    QByteArray text;
    for (const http::Field &field : headers)
        text += field.name + ": " + field.value + '\n';
    return text;
}

} // namespace

QByteArray framesText(const std::vector<ExchangeState> &hops)
{
    const QByteArray frames = FrameTrace().news(hops);
    return frames.isEmpty() ? eachConversation(hops, "frames",
                                               [](const trace::Conversation &, trace::Stamp) {
                                                   return QByteArray();
                                               })
                            : frames;
}

QByteArray hpackText(const std::vector<ExchangeState> &hops)
{
    return eachConversation(hops, "header compression",
                            [](const trace::Conversation &conversation, trace::Stamp) {
                                QByteArray text;
                                for (const trace::HeaderBlock &block : conversation.blocks)
                                    text += blockText(block);
                                return text;
                            });
}

QByteArray windowsText(const std::vector<ExchangeState> &hops)
{
    return eachConversation(
        hops, "windows", [](const trace::Conversation &conversation, trace::Stamp start) {
            QByteArray text;
            for (const trace::WindowChange &change : trace::windowLedger(conversation))
                text += milliseconds(change.at, start) + arrow(change.direction) +
                        "stream=" + number(change.stream) +
                        " window=" + QByteArray::number(change.value) + ' ' +
                        causeName(change.cause) + " frame=" + number(change.frame) + '\n';
            for (const trace::Stall &stall : trace::stalls(conversation)) {
                const bool exact = stall.certainty == trace::Stall::Certainty::Exact;
                text += milliseconds(stall.from, start) + arrow(stall.direction) +
                        "stream=" + number(stall.stream) + " stalled for" +
                        milliseconds(stall.to, stall.from).trimmed().prepend(' ') + " ms" +
                        (exact ? "" : " (inferred)") + '\n';
            }
            return text;
        });
}

QByteArray recordsText(const std::vector<ExchangeState> &hops)
{
    std::set<trace::ConnectionId> told;
    QByteArray text;
    for (const ExchangeState &hop : hops) {
        if (!hop.connection || !told.insert(hop.connection->id()).second)
            continue;
        const trace::RecordLog &log = hop.connection->records();
        const auto records = log.records();
        text += "connection " + number(quint64(hop.connection->id())) + ", " +
                harmless(hop.connection->state().remote) +
                (records.empty() ? ": no TLS records.\n" : "\n");
        for (const auto &[record, seen, from] : records) {
            text += milliseconds(record.at, hops.front().events.front().at) +
                    arrow(record.direction) + "record=" + number(seen) +
                    " wire=" + number(record.wireOctets) + ' ' + trace::recordName(record.type);
            if (record.carried > 0)
                text += " carries=" + number(record.carried) + " octets=" + number(from) + "-" +
                        number(from + record.carried - 1);
            text += '\n';
        }
        if (log.isFull())
            text += "  More records went by than are kept.\n";
    }
    return text.isEmpty() ? QByteArray("Nothing was connected to.\n") : text;
}

QByteArray headersText(const std::vector<ExchangeState> &hops)
{
    QByteArray text;
    for (const ExchangeState &hop : hops) {
        if (!text.isEmpty())
            text += '\n';
        const bool sent = !hop.sentHeaders.isEmpty();
        const auto version =
            hop.connection ? hop.connection->state().version : http::Version::Http11;
        appendHead(text, '>',
                   hop.request.method.token() + ' ' + hop.request.target.url() + ' ' +
                       (sent ? http::versionName(version).toByteArray() : "(not sent)") + '\n' +
                       fieldLines(sent ? hop.sentHeaders : hop.request.headers));
        for (const http::ResponseHead &head : hop.interim)
            appendHead(text, '<', headText(head));
        if (hop.response)
            appendHead(text, '<', headText(*hop.response));
        appendHead(text, '<', fieldLines(hop.trailers));
        if (hop.error)
            text += "* " + hop.error->sentence.toUtf8() + '\n';
    }
    return text;
}

} // namespace sonde::cli

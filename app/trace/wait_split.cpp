#include "trace/wait_split.h"

#include "trace/conversation.h"
#include "trace/phases.h"

#include <algorithm>
#include <cmath>

namespace sonde::trace
{
namespace
{

using std::chrono::nanoseconds;

constexpr size_t mostTimings = 50;
constexpr double longest = 86'400e3; // ms: what a header may claim, so that it fits a stamp

std::optional<nanoseconds> leastPing(const Conversation *conversation)
{
    std::optional<nanoseconds> least;
    if (!conversation)
        return least;
    for (const PingRound &round : pingRounds(*conversation)) {
        if (round.direction == Direction::Sent && round.time && (!least || *round.time < *least))
            least = round.time;
    }
    return least;
}

std::optional<nanoseconds> connectTime(const ConnectionState &connection)
{
    for (const Attempt &attempt : connection.attempts) {
        if (attempt.outcome == Attempt::Outcome::Connected && attempt.ended)
            return *attempt.ended - attempt.started;
    }
    return std::nullopt;
}

// Cuts at a character that does not stand within quotation marks (RFC 9110 section 5.6.6).
QList<QByteArray> cut(const QByteArray &text, char at)
{
    QList<QByteArray> parts;
    bool quoted = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == at && !quoted) {
            parts << text.mid(start, i - start).trimmed();
            start = i + 1;
        }
    }
    parts << text.mid(start).trimmed();
    return parts;
}

QByteArray unquoted(const QByteArray &value)
{
    if (value.size() < 2 || !value.startsWith('"') || !value.endsWith('"'))
        return value;
    QByteArray plain;
    for (qsizetype i = 1; i + 1 < value.size(); ++i) {
        if (value[i] == '\\' && i + 2 < value.size())
            ++i;
        plain += value[i];
    }
    return plain;
}

std::optional<ServerTiming> timingOf(const QByteArray &entry)
{
    const auto parts = cut(entry, ';');
    if (parts.front().isEmpty())
        return std::nullopt;
    ServerTiming timing{.name = parts.front()};
    for (const QByteArray &part : parts.mid(1)) {
        const auto equals = part.indexOf('=');
        const QByteArray name = part.left(equals).trimmed().toLower();
        const QByteArray value =
            equals < 0 ? QByteArray() : unquoted(part.mid(equals + 1).trimmed());
        bool good = false;
        const double milliseconds = value.toDouble(&good);
        if (name == "dur" && good && !timing.duration && milliseconds >= 0 &&
            milliseconds <= longest)
            timing.duration = nanoseconds(std::llround(milliseconds * 1e6));
        else if (name == "desc" && timing.description.isEmpty())
            timing.description = value;
    }
    return timing;
}

} // namespace

std::optional<WaitSplit> splitWait(const ExchangeState &exchange, const ConnectionState &connection,
                                   const Conversation *conversation)
{
    const auto spans = phases(exchange);
    const auto wait = std::ranges::find(spans, Phase::Wait, &PhaseSpan::phase);
    if (wait->state != PhaseState::Done || wait->early || !wait->start || !wait->end)
        return std::nullopt;
    WaitSplit split{.wait = *wait->end - *wait->start};
    const auto ping = leastPing(conversation);
    const auto kernel = leastRoundTrip(connection.tcp);
    // Through a proxy TCP ends there, and only a ping comes from the server itself.
    const bool isDirect = connection.proxy.isEmpty();
    if (kernel && (!ping || (isDirect && *kernel <= *ping))) {
        split.roundTrip = *kernel;
        split.source = WaitSplit::Source::Kernel;
    } else if (ping) {
        split.roundTrip = *ping;
        split.source = WaitSplit::Source::Ping;
    } else if (const auto connect = connectTime(connection)) {
        split.roundTrip = *connect;
    } else {
        return std::nullopt;
    }
    split.roundTrip = std::min(split.roundTrip, split.wait);
    split.server = split.wait - split.roundTrip;
    return split;
}

std::vector<ServerTiming> serverTimings(const ExchangeState &exchange)
{
    std::vector<ServerTiming> timings;
    if (!exchange.response)
        return timings;
    for (const http::Headers *fields : {&exchange.response->headers, &exchange.trailers}) {
        for (const QByteArray &entry : cut(fields->combined("server-timing"), ',')) {
            auto timing = timingOf(entry);
            if (timing && timings.size() < mostTimings)
                timings.push_back(*std::move(timing));
        }
    }
    return timings;
}

} // namespace sonde::trace

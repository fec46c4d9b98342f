#include "ui/response/timing_marks.h"

#include "ui/protocol/wire_words.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>

namespace sonde::ui
{
namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Timing)
};

// More are neither seen nor read.
constexpr size_t mostStalls = 500;

} // namespace

std::optional<trace::WaitSplit> waitSplit(const HopSnapshot &hop, const TimingWire &wire)
{
    if (!hop.connection)
        return std::nullopt;
    return trace::splitWait(hop.exchange, *hop.connection, wire.of(hop));
}

std::vector<trace::Stall> hopStalls(const HopSnapshot &hop, const TimingWire &wire)
{
    std::vector<trace::Stall> own;
    const quint32 stream = hop.exchange.streamId;
    if (!wire.of(hop) || stream == 0)
        return own;
    std::ranges::copy_if(wire.stalls(), std::back_inserter(own),
                         [&](const trace::Stall &stall) { return stall.stream == stream; });
    std::ranges::sort(
        own, {}, [](const trace::Stall &stall) { return std::pair(stall.from, stall.fromFrame); });
    if (own.size() > mostStalls)
        own.resize(mostStalls);
    return own;
}

const std::vector<trace::Stall> &TimingWire::stalls() const
{
    if (!found)
        found = trace::stalls(*view.http2);
    return *found;
}

QString roundTripText(trace::WaitSplit::Source source)
{
    switch (source) {
    case trace::WaitSplit::Source::Kernel:
        return Text::tr("the least that TCP has measured");
    case trace::WaitSplit::Source::Ping:
        return Text::tr("measured by PING on this connection");
    case trace::WaitSplit::Source::Connect:
        return Text::tr("measured when connecting");
    }
    Q_UNREACHABLE();
}

QString stallText(const trace::Stall &stall)
{
    QString window;
    switch (stall.scope) {
    case trace::Stall::Scope::Stream:
        window = Text::tr("the window of the stream was used up");
        break;
    case trace::Stall::Scope::Connection:
        window = Text::tr("the window of the connection was used up");
        break;
    case trace::Stall::Scope::Both:
        window = Text::tr("the windows of stream and connection were used up");
        break;
    }
    const QString certainty = stall.certainty == trace::Stall::Certainty::Exact
                                  ? Text::tr("measured")
                                  : Text::tr("inferred");
    //: %1 "sent" or "received" content, %2 which window, %3 "measured" or "inferred"
    return Text::tr("%1; %2; %3").arg(directionText(stall.direction), window, certainty);
}

std::vector<WaterfallMark> timingMarks(const HopSnapshot &hop, const TimingWire &wire)
{
    std::vector<WaterfallMark> marks;
    if (const auto split = waitSplit(hop, wire); split && split->server.count() > 0) {
        const auto spans = trace::phases(hop.exchange);
        const auto wait = std::ranges::find(spans, trace::Phase::Wait, &trace::PhaseSpan::phase);
        // Half of the round trip lies before the server's part and half behind it.
        marks.push_back({.kind = WaterfallMark::Kind::Server,
                         .start = *wait->start + split->roundTrip / 2,
                         .end = *wait->end + -(split->roundTrip - split->roundTrip / 2),
                         .exact = false,
                         .tip = Text::tr("Of the wait, %1 are the server's: an estimate")
                                    .arg(durationText(split->server))});
    }
    for (const trace::Stall &stall : hopStalls(hop, wire))
        marks.push_back({.kind = WaterfallMark::Kind::Stall,
                         .start = stall.from,
                         .end = stall.to,
                         .exact = stall.certainty == trace::Stall::Certainty::Exact,
                         .tip = Text::tr("Stalled for %1: %2")
                                    .arg(durationText(stall.to - stall.from), stallText(stall))});
    return marks;
}

} // namespace sonde::ui

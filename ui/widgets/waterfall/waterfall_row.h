// One exchange as the waterfall draws it: computed from its trace and nothing else. Pure functions.
#pragma once

#include "trace/phases.h"

#include <QString>

namespace sonde::ui
{

struct PhaseBar {
    trace::Phase phase{};
    trace::PhaseState state = trace::PhaseState::Done;
    trace::Stamp start;
    trace::Stamp end; // of what is still running: the moment of asking
    bool shared = false;
    bool early = false;

    [[nodiscard]] std::chrono::nanoseconds duration() const { return end - start; }
    bool operator==(const PhaseBar &) const = default;
};

// Something that stands within the bars.
struct WaterfallMark {
    enum class Kind : quint8 {
        Server, // of the wait, what is left to the server: an estimate, drawn as one
        Stall,  // content waited for flow control
    };
    Kind kind = Kind::Server;
    trace::Stamp start;
    trace::Stamp end;
    bool exact = true; // measured, not inferred
    QString tip;

    bool operator==(const WaterfallMark &) const = default;
};

struct WaterfallRow {
    QString title; // "GET /orders"
    int status = 0;
    bool over = false;
    bool reused = false;
    trace::Stamp start;
    trace::Stamp end;
    std::vector<PhaseBar> bars;
    std::vector<WaterfallMark> marks;

    bool operator==(const WaterfallRow &) const = default;
};

// `now` ends what is still running.
[[nodiscard]] WaterfallRow waterfallRow(const trace::ExchangeState &exchange, trace::Stamp now);

// Distances between marks on an axis: 1, 2 or 5 times a power of ten, at most `most` of them.
[[nodiscard]] std::chrono::nanoseconds axisStep(std::chrono::nanoseconds length, int most);

} // namespace sonde::ui

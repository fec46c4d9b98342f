// The dynamic table of one direction when a frame had come or gone: what it held, what the frame
// put there and what had to go. Pure, any thread.
#pragma once

#include "ui/protocol/wire_view.h"

#include <QString>

namespace sonde::ui
{

struct HpackRow {
    enum class State : quint8 {
        Held,
        New,     // the block of this frame put it there
        Evicted, // and this one had to go
    };
    State state = State::Held;
    quint64 index = 0; // 62 and up; of an evicted one, that it had before
    QString name;
    QString value;
    quint64 size = 0;
    quint64 frame = 0; // that put it there
    quint32 stream = 0;

    bool operator==(const HpackRow &) const = default;
};

struct HpackMoment {
    std::vector<HpackRow> rows; // the newest first, evicted ones at the end
    trace::HpackTable table;
    quint64 blocks = 0; // up to and with this frame
    quint64 wireOctets = 0;
    quint64 textOctets = 0; // as HTTP/1.1 text
    bool isBlock = false;   // the frame ends a block of this direction

    [[nodiscard]] double saved() const
    {
        return textOctets == 0 ? 0 : 1 - double(wireOctets) / double(textOctets);
    }
};

[[nodiscard]] HpackMoment hpackAt(const trace::Conversation &conversation,
                                  trace::Direction direction, quint64 frame);
// The last frame of the next block of a direction (by 1) or of the one before (by -1).
[[nodiscard]] std::optional<quint64> nextBlock(const trace::Conversation &conversation,
                                               trace::Direction direction, quint64 frame, int by);

} // namespace sonde::ui

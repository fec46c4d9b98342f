#include "ui/protocol/hpack_rows.h"

#include "ui/protocol/wire_words.h"

namespace sonde::ui
{
namespace
{

constexpr quint64 firstDynamicIndex = 62; // RFC 7541 section 2.3.3
// A table of 4 GB is allowed; nobody reads more rows than these.
constexpr size_t mostRows = 5000;

HpackRow rowOf(const trace::Conversation &conversation, const trace::HpackHistory &history,
               quint64 entry, quint64 inserted)
{
    const trace::HpackEntry &held = history.entries[size_t(entry)];
    HpackRow row{.index = firstDynamicIndex + (inserted - 1 - entry),
                 .name = shownOctets(held.name),
                 .value = shownOctets(held.value),
                 .size = held.size()};
    if (held.block < conversation.blocks.size()) {
        const trace::HeaderBlock &block = conversation.blocks[size_t(held.block)];
        row.frame = block.lastFrame;
        row.stream = block.stream;
    }
    return row;
}

} // namespace

HpackMoment hpackAt(const trace::Conversation &conversation, trace::Direction direction,
                    quint64 frame)
{
    HpackMoment moment;
    trace::HpackTable before;
    for (const trace::HeaderBlock &block : conversation.blocks) {
        if (block.lastFrame > frame)
            break;
        if (block.direction != direction)
            continue;
        moment.blocks += 1;
        moment.wireOctets += block.wireOctets;
        moment.textOctets += block.textOctets;
        moment.table = block.after;
        moment.isBlock = block.lastFrame == frame;
        before = moment.isBlock ? block.before : block.after;
    }
    const auto &history = conversation.hpackOf(direction);
    const quint64 inserted = std::min<quint64>(moment.table.inserted, history.entries.size());
    for (quint64 entry = inserted; entry > moment.table.evicted && moment.rows.size() < mostRows;
         --entry) {
        moment.rows.push_back(rowOf(conversation, history, entry - 1, inserted));
        if (entry > before.inserted)
            moment.rows.back().state = HpackRow::State::New;
    }
    const quint64 gone = std::min(moment.table.evicted, std::min(before.inserted, inserted));
    for (quint64 entry = gone; entry > before.evicted && moment.rows.size() < mostRows; --entry) {
        moment.rows.push_back(rowOf(conversation, history, entry - 1, before.inserted));
        moment.rows.back().state = HpackRow::State::Evicted;
    }
    return moment;
}

std::optional<quint64> nextBlock(const trace::Conversation &conversation,
                                 trace::Direction direction, quint64 frame, int by)
{
    std::optional<quint64> found;
    for (const trace::HeaderBlock &block : conversation.blocks) {
        if (block.direction != direction)
            continue;
        if (by > 0 && block.lastFrame > frame)
            return block.lastFrame;
        if (by < 0 && block.lastFrame < frame)
            found = block.lastFrame;
    }
    return found;
}

} // namespace sonde::ui

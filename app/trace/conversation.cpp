#include "trace/conversation.h"

#include <deque>
#include <map>

namespace sonde::trace
{

std::vector<quint64> framesOf(const Conversation &conversation, quint32 stream)
{
    std::vector<quint64> numbers;
    for (const Frame &frame : conversation.frames) {
        if (frame.stream == stream)
            numbers.push_back(frame.number);
    }
    return numbers;
}

std::vector<quint64> blocksOf(const Conversation &conversation, quint32 stream, Direction direction)
{
    std::vector<quint64> numbers;
    for (size_t i = 0; i < conversation.blocks.size(); ++i) {
        const auto &block = conversation.blocks[i];
        if (block.stream == stream && block.direction == direction)
            numbers.push_back(i);
    }
    return numbers;
}

HpackTable tableAt(const Conversation &conversation, Direction direction, quint64 frame)
{
    HpackTable table;
    for (const HeaderBlock &block : conversation.blocks) {
        if (block.lastFrame > frame)
            break;
        if (block.direction == direction)
            table = block.after;
    }
    return table;
}

std::vector<SettingsRound> settingsHistory(const Conversation &conversation)
{
    std::vector<SettingsRound> rounds;
    std::array<std::deque<size_t>, 2> waiting; // by direction
    for (const Frame &frame : conversation.frames) {
        if (!frame.is(FrameType::Settings))
            continue;
        if (!frame.isAck()) {
            const auto *payload = std::get_if<SettingsPayload>(&frame.payload);
            if (!payload)
                continue;
            waiting[size_t(frame.direction)].push_back(rounds.size());
            rounds.push_back({.direction = frame.direction,
                              .frame = frame.number,
                              .sent = frame.ended,
                              .values = payload->values});
            continue;
        }
        // They are acknowledged in the order in which they were sent.
        auto &other = waiting[1 - size_t(frame.direction)];
        if (other.empty())
            continue;
        rounds[other.front()].acknowledgement = frame.number;
        rounds[other.front()].effective = frame.ended;
        other.pop_front();
    }
    return rounds;
}

std::vector<PingRound> pingRounds(const Conversation &conversation)
{
    std::vector<PingRound> rounds;
    // Not answered yet, by the direction of the question and its octets: a peer that pings a
    // hundred thousand times must not make this slow.
    std::array<std::map<QByteArray, std::deque<size_t>>, 2> waiting;
    for (const Frame &frame : conversation.frames) {
        const auto *payload = std::get_if<PingPayload>(&frame.payload);
        if (!payload)
            continue;
        if (!frame.isAck()) {
            waiting[size_t(frame.direction)][payload->opaque].push_back(rounds.size());
            rounds.push_back({.direction = frame.direction, .frame = frame.number});
            continue;
        }
        // RFC 9113 section 6.7: the answer has the same octets.
        auto &other = waiting[1 - size_t(frame.direction)];
        const auto asked = other.find(payload->opaque);
        if (asked == other.end())
            continue;
        PingRound &round = rounds[asked->second.front()];
        round.answer = frame.number;
        round.time = frame.ended - conversation.frames[size_t(round.frame)].at;
        asked->second.pop_front();
        if (asked->second.empty())
            other.erase(asked);
    }
    return rounds;
}

} // namespace sonde::trace

// However they are cut, octets are the same frames and fields, and windows and stalls follow.
#include "tests/fuzz/fuzz.h"
#include "wire/conversation_reader.h"

using namespace sonde;

namespace
{

// The first octet says how long the next stretch is and who sends it.
void read(wire::ConversationReader &reader, QByteArrayView octets, qsizetype step)
{
    quint64 offsets[2] = {0, 0};
    while (octets.size() > 1) {
        const auto how = quint8(octets.front());
        auto stretch = octets.sliced(1, std::min<qsizetype>(1 + 4 * (how >> 1), octets.size() - 1));
        octets = octets.sliced(1 + stretch.size());
        const auto direction = trace::Direction(how & 1);
        while (!stretch.isEmpty()) {
            const auto piece = stretch.first(std::min(step, stretch.size()));
            reader.take({.direction = direction,
                         .offset = offsets[how & 1],
                         .octets = piece.toByteArray()});
            offsets[how & 1] += quint64(piece.size());
            stretch = stretch.sliced(piece.size());
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 2 || size > 64 * 1024)
        return 0;
    const auto octets = fuzz::octets(data, size);
    wire::ConversationReader whole;
    read(whole, octets, octets.size());
    wire::ConversationReader pieces;
    read(pieces, octets, 3);
    INVARIANT(whole.conversation() == pieces.conversation());
    (void)trace::windowLedger(whole.conversation());
    (void)trace::stalls(whole.conversation());
    (void)trace::settingsHistory(whole.conversation());
    (void)trace::pingRounds(whole.conversation());
    return 0;
}

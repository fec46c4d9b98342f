#include "interop/octet_mask.h"

#include "interop/redaction.h"
#include "wire/frame_cutter.h"

#include <algorithm>

namespace sonde::interop
{
namespace
{

using trace::Direction;
using Step = wire::FrameCutter::Step;

constexpr char huffmanStar = char(0xf9); // RFC 7541 appendix B: '*' is 11111001

// Where the value of a literal field stands in a header block.
struct Literal {
    qsizetype at = 0;
    qsizetype size = 0;
    bool huffman = false;
};

// Walks the representations of a block (RFC 7541 section 6) without a table.
class Walk
{
public:
    explicit Walk(QByteArrayView block)
        : m_rest(block)
        , m_whole(block.size())
    {
    }
    // The next field; a null value if it is one number. False at the end, or if it cannot be read.
    bool next(std::optional<Literal> &value)
    {
        value.reset();
        while (!m_rest.isEmpty() && (quint8(m_rest.front()) & 0xe0) == 0x20) {
            if (!integer(5)) // section 6.3: the size of the table, which is no field
                return false;
        }
        if (m_rest.isEmpty())
            return false;
        const auto first = quint8(m_rest.front());
        if ((first & 0x80) != 0)
            return integer(7).has_value();
        const auto index = integer((first & 0x40) != 0 ? 6 : 4);
        if (!index || (*index == 0 && !string()))
            return false;
        value = string();
        return value.has_value();
    }

private:
    // RFC 7541 section 5.1.
    std::optional<quint64> integer(int bits)
    {
        if (m_rest.isEmpty())
            return std::nullopt;
        const quint64 most = (quint64(1) << bits) - 1;
        quint64 value = quint8(m_rest.front()) & most;
        m_rest = m_rest.sliced(1);
        if (value < most)
            return value;
        for (int shift = 0; shift <= 28 && !m_rest.isEmpty(); shift += 7) {
            const auto octet = quint8(m_rest.front());
            m_rest = m_rest.sliced(1);
            value += quint64(octet & 0x7f) << shift;
            if ((octet & 0x80) == 0)
                return value;
        }
        return std::nullopt;
    }
    // RFC 7541 section 5.2.
    std::optional<Literal> string()
    {
        if (m_rest.isEmpty())
            return std::nullopt;
        const bool huffman = (quint8(m_rest.front()) & 0x80) != 0;
        const auto size = integer(7);
        if (!size || *size > quint64(m_rest.size()))
            return std::nullopt;
        const Literal literal{m_whole - m_rest.size(), qsizetype(*size), huffman};
        m_rest = m_rest.sliced(literal.size);
        return literal;
    }

    QByteArrayView m_rest;
    const qsizetype m_whole;
};

} // namespace

// One direction while its log is read: the header block that is coming, and where it stands.
struct OctetMask::Lane {
    explicit Lane(Direction direction)
        : cutter(direction)
    {
    }
    wire::FrameCutter cutter;
    QByteArray payload; // of the frame that is coming
    std::vector<quint64> payloadAt;
    QByteArray block;
    std::vector<quint64> at; // offset of each octet of the block
    size_t blocks = 0;       // of this direction so far

    void take(QByteArrayView octets, quint64 offset)
    {
        payload += octets;
        for (qsizetype i = 0; i < octets.size(); ++i)
            payloadAt.push_back(offset + quint64(i));
    }
    // The frame is whole: what of it is of a header block. True if the block is whole, too.
    bool endFrame()
    {
        const wire::FrameHeader &header = cutter.header();
        const auto type = trace::FrameType(header.type);
        const bool first = type == trace::FrameType::Headers;
        const bool promise = type == trace::FrameType::PushPromise;
        if (first || promise || type == trace::FrameType::Continuation) {
            qsizetype from = 0;
            qsizetype end = payload.size();
            if ((first || promise) && (header.flags & trace::frameflag::padded) != 0 && end > 0) {
                end -= quint8(payload.front());
                from = 1;
            }
            if (first && (header.flags & trace::frameflag::priority) != 0)
                from += 5;
            if (promise)
                from += 4;
            if (from <= end) {
                block += payload.sliced(from, end - from);
                at.insert(at.end(), payloadAt.begin() + from, payloadAt.begin() + end);
            }
        }
        const bool whole = (first || promise || type == trace::FrameType::Continuation) &&
                           (header.flags & trace::frameflag::endHeaders) != 0;
        payload.clear();
        payloadAt.clear();
        return whole;
    }
};

OctetMask::OctetMask(const trace::Connection &connection, const client::ConnectionRecord &record,
                     SecretValues values)
    : m_values(std::move(values))
{
    if (const auto *http1 = record.http1()) {
        for (const trace::Http1Part &part : http1->parts())
            maskHead(part);
    } else if (const auto *conversation = record.conversation()) {
        maskHttp2(connection, *conversation);
    }
}

void OctetMask::add(Direction direction, Patch patch)
{
    m_patches[size_t(direction)].push_back(patch);
}

void OctetMask::maskHead(const trace::Http1Part &part)
{
    using Kind = trace::Http1Part::Kind;
    if (part.kind != Kind::Head && part.kind != Kind::Trailers)
        return;
    const auto mask = [&](qsizetype base, const Secrets &secrets) {
        for (const Secret &secret : secrets) {
            m_taken.insert(secret.name);
            add(part.direction,
                {part.offset + quint64(base + secret.at), quint64(secret.size), '*'});
        }
    };
    bool isStart = part.kind == Kind::Head;
    for (qsizetype from = 0; from < part.octets.size();) {
        qsizetype end = part.octets.indexOf('\n', from);
        end = end < 0 ? part.octets.size() : end;
        const QByteArray line = part.octets.sliced(from, end - from);
        const qsizetype colon = line.indexOf(':');
        if (std::exchange(isStart, false)) {
            const qsizetype target = line.indexOf(' ') + 1;
            const qsizetype stop = line.lastIndexOf(' ');
            if (part.direction == Direction::Sent && target > 0 && stop > target) {
                const QByteArray url = line.sliced(target, stop - target);
                mask(from + target, m_values.addedTo(secretsInUrl(url), url));
            }
        } else if (colon > 0) {
            qsizetype value = colon + 1;
            while (value < line.size() && (line[value] == ' ' || line[value] == '\t'))
                ++value;
            const qsizetype stop = line.endsWith('\r') ? line.size() - 1 : line.size();
            if (value < stop) {
                const QByteArray text = line.sliced(value, stop - value);
                mask(from + value, m_values.addedTo(secretsIn({line.first(colon), text}), text));
            }
        }
        from = end + 1;
    }
}

void OctetMask::maskHttp2(const trace::Connection &connection,
                          const trace::Conversation &conversation)
{
    std::array<std::vector<const trace::HeaderBlock *>, 2> blocks;
    for (const trace::HeaderBlock &block : conversation.blocks)
        blocks[size_t(block.direction)].push_back(&block);
    std::array<Lane, 2> lanes{Lane(Direction::Sent), Lane(Direction::Received)};
    trace::ByteLog::Cursor cursor;
    for (auto pieces = connection.log().read(cursor); !pieces.empty();
         pieces = connection.log().read(cursor)) {
        for (const trace::ByteLog::Piece &piece : pieces) {
            Lane &lane = lanes[size_t(piece.direction)];
            QByteArrayView rest = piece.octets;
            const auto step = [&] {
                const Step step = lane.cutter.next(rest);
                if (step == Step::Payload)
                    lane.take(lane.cutter.octets(),
                              piece.offset +
                                  quint64(lane.cutter.octets().data() - piece.octets.data()));
                if (step == Step::End && lane.endFrame()) {
                    const auto &known = blocks[size_t(piece.direction)];
                    if (lane.blocks < known.size())
                        maskBlock(piece.direction, lane, *known[lane.blocks]);
                    ++lane.blocks;
                    lane.block.clear();
                    lane.at.clear();
                }
                return step;
            };
            while (step() != Step::Starved) {
            }
            if (piece.elided > 0 && !lane.cutter.skipContent(piece.elided))
                return; // nothing after it can be read, by anybody
        }
    }
}

void OctetMask::maskBlock(Direction direction, const Lane &lane, const trace::HeaderBlock &block)
{
    Walk walk(lane.block);
    std::optional<Literal> value;
    for (size_t i = 0; walk.next(value); ++i) {
        if (!value || value->size == 0)
            continue;
        // A field that was not kept may be anything.
        Secrets secrets{{0, value->size, "a field"}};
        if (i < block.fields.size())
            secrets = m_values.addedTo(secretsIn({block.fields[i].name, block.fields[i].value}),
                                       block.fields[i].value);
        if (secrets.empty())
            continue;
        for (const Secret &secret : secrets)
            m_taken.insert(secret.name);
        if (value->huffman)
            secrets = {{0, value->size, {}}};
        for (const Secret &secret : secrets) {
            for (qsizetype octet = 0; octet < secret.size; ++octet)
                add(direction, {lane.at[size_t(value->at + secret.at + octet)], 1,
                                value->huffman ? huffmanStar : '*'});
        }
    }
}

void OctetMask::apply(Direction direction, quint64 offset, QByteArray &octets) const
{
    const auto &patches = m_patches[size_t(direction)];
    const quint64 end = offset + quint64(octets.size());
    auto patch = std::ranges::lower_bound(patches, offset, {},
                                          [](const Patch &p) { return p.offset + p.size; });
    for (; patch != patches.end() && patch->offset < end; ++patch) {
        const quint64 from = std::max(patch->offset, offset);
        const quint64 to = std::min(patch->offset + patch->size, end);
        for (quint64 at = from; at < to; ++at)
            octets[qsizetype(at - offset)] = patch->with;
    }
}

} // namespace sonde::interop

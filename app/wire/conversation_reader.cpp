#include "wire/conversation_reader.h"

namespace sonde::wire
{

using trace::Direction;

namespace
{

constexpr quint16 headerTableSize = 1; // RFC 9113 section 6.5.2
constexpr quint16 maxFrameSize = 5;
constexpr quint32 enhanceYourCalm = 0xb;

bool isInterim(const trace::HeaderBlock &block)
{
    return block.direction == Direction::Received && !block.fields.empty() &&
           block.fields.front().name == ":status" && block.fields.front().value.startsWith('1');
}

} // namespace

ConversationReader::ConversationReader()
    : m_lanes{Lane(Direction::Sent, m_conversation.hpack[size_t(Direction::Sent)]),
              Lane(Direction::Received, m_conversation.hpack[size_t(Direction::Received)])}
{
}

bool ConversationReader::readOn(const trace::ByteLog &log, qsizetype limit)
{
    const auto truncation = log.truncation(); // before reading: what it does not cover is there
    const auto pieces = log.read(m_cursor, limit);
    for (const auto &piece : pieces)
        take(piece);
    if (pieces.empty() && truncation == m_conversation.truncation)
        return false;
    m_conversation.truncation = truncation;
    return true;
}

void ConversationReader::take(const trace::ByteLog::Piece &piece)
{
    if (m_conversation.isCut)
        return;
    Lane &on = lane(piece.direction);
    auto rest = QByteArrayView(piece.octets);
    while (auto read = on.frames.next(rest, piece.at))
        add(*std::move(read));
    if (piece.elided > 0) {
        on.frames.skip(piece.elided, piece.at);
        while (auto read = on.frames.next(rest, piece.at))
            add(*std::move(read));
    }
    m_conversation.unfinished[size_t(piece.direction)] = on.frames.unfinished();
    m_conversation.unreadableFrom[size_t(piece.direction)] = on.frames.brokenAt();
}

void ConversationReader::add(FrameReader::Read read)
{
    auto &frames = m_conversation.frames;
    if (frames.size() >= maxFrames) {
        m_conversation.isCut = true;
        return;
    }
    read.frame.number = frames.size();
    if (auto *data = std::get_if<trace::DataPayload>(&read.frame.payload)) {
        auto &content = lane(read.frame.direction).content[read.frame.stream];
        data->offset = std::exchange(content, content + data->octets);
    }
    judge(read.frame);
    frames.push_back(std::move(read.frame));
    const trace::Frame &frame = frames.back();
    collect(frame, read.fragment);
    if (frame.is(trace::FrameType::Settings))
        settle(frame);
}

// A frame that is wrong in itself is not asked what it does to streams and windows.
void ConversationReader::judge(trace::Frame &frame)
{
    if (frame.verdict.isViolation())
        return;
    auto placed = m_rules.judge(frame);
    m_changes.clear();
    auto flow = m_windows.apply(frame, m_changes);
    if (placed.kind != trace::Verdict::Kind::Ok)
        frame.verdict = std::move(placed);
    else if (flow.isViolation())
        frame.verdict = std::move(flow);
}

// RFC 9113 section 4.3: the fragments of one section make one block.
void ConversationReader::collect(const trace::Frame &frame, const QByteArray &fragment)
{
    using Type = trace::FrameType;
    Lane &on = lane(frame.direction);
    if (frame.is(Type::Headers) || frame.is(Type::PushPromise))
        on.block = OpenBlock{.firstFrame = frame.number, .stream = frame.stream};
    else if (!frame.is(Type::Continuation))
        return;
    if (!on.block || on.block->stream != frame.stream)
        return;
    on.block->tooLarge =
        on.block->tooLarge || on.block->octets.size() + fragment.size() > maxBlockOctets;
    if (!on.block->tooLarge)
        on.block->octets += fragment;
    if (frame.endsHeaders())
        decode(frame);
}

void ConversationReader::decode(const trace::Frame &last)
{
    Lane &on = lane(last.direction);
    const auto open = *std::exchange(on.block, std::nullopt);
    const quint64 number = m_conversation.blocks.size();
    auto block = on.fields.decode(open.octets, number);
    if (open.tooLarge) {
        on.fields.abandon();
        block.verdict =
            violation(enhanceYourCalm, "RFC 9113 section 10.5.1",
                      QStringLiteral("The header section has more than %1 octets, which "
                                     "is Sonde's limit; it is read in part.")
                          .arg(maxBlockOctets));
    }
    block.direction = last.direction;
    block.stream = open.stream;
    block.firstFrame = open.firstFrame;
    block.lastFrame = last.number;
    if (m_fields + block.fields.size() > maxFields) {
        block.fieldsLeftOut += block.fields.size();
        block.fields.clear();
    }
    m_fields += block.fields.size();
    if (isInterim(block))
        m_rules.sawInterim(last.direction, open.stream);
    for (quint64 i = open.firstFrame; i <= last.number; ++i) {
        trace::Frame &frame = m_conversation.frames[size_t(i)];
        if (frame.direction == last.direction && frame.stream == open.stream)
            frame.block = number;
    }
    if (trace::Frame &frame = m_conversation.frames.back();
        block.verdict.isViolation() && !frame.verdict.isViolation())
        frame.verdict = block.verdict;
    m_conversation.blocks.push_back(std::move(block));
}

// RFC 9113 section 6.5.3: settings govern what their receiver sends after its acknowledgement.
void ConversationReader::settle(const trace::Frame &frame)
{
    const auto *payload = std::get_if<trace::SettingsPayload>(&frame.payload);
    if (!payload)
        return;
    if (!frame.isAck()) {
        lane(frame.direction).offered.push_back(*payload);
        return;
    }
    Lane &governed = lane(frame.direction);
    auto &offered = m_lanes[1 - size_t(frame.direction)].offered;
    if (offered.empty())
        return;
    for (const auto &setting : offered.front().values) {
        if (setting.id == headerTableSize)
            governed.fields.setCeiling(setting.value);
        else if (setting.id == maxFrameSize)
            governed.frames.setMaxFrameSize(setting.value);
    }
    offered.pop_front();
}

} // namespace sonde::wire

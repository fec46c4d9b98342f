#include "cli/frames.h"

#include "cli/terminal.h"
#include "trace/head_check.h"

namespace sonde::cli
{
namespace
{

QByteArray number(quint64 value)
{
    return QByteArray::number(value);
}

// What the type of a frame adds to its line.
struct Details {
    QByteArray operator()(const trace::OpaquePayload &) const { return {}; }
    QByteArray operator()(const trace::DataPayload &data) const
    {
        return " offset=" + number(data.offset);
    }
    QByteArray operator()(const trace::HeadersPayload &headers) const
    {
        return headers.priority ? (*this)(trace::PriorityPayload{*headers.priority}) : QByteArray();
    }
    QByteArray operator()(const trace::PriorityPayload &payload) const
    {
        return " dependency=" + number(payload.priority.dependency) +
               " weight=" + number(payload.priority.weight) +
               (payload.priority.exclusive ? " exclusive" : "");
    }
    QByteArray operator()(const trace::RstStreamPayload &reset) const
    {
        return " code=" + trace::errorCodeName(reset.code);
    }
    QByteArray operator()(const trace::SettingsPayload &settings) const
    {
        QByteArray text;
        for (const auto &setting : settings.values)
            text += ' ' + trace::settingName(setting.id) + '=' + number(setting.value);
        return text;
    }
    QByteArray operator()(const trace::PushPromisePayload &promise) const
    {
        return " promised=" + number(promise.promised);
    }
    QByteArray operator()(const trace::PingPayload &ping) const
    {
        return " opaque=" + ping.opaque.toHex();
    }
    QByteArray operator()(const trace::GoAwayPayload &goAway) const
    {
        return " last=" + number(goAway.lastStream) + " code=" + trace::errorCodeName(goAway.code) +
               (goAway.debug.isEmpty() ? QByteArray() : " debug=\"" + harmless(goAway.debug) + '"');
    }
    QByteArray operator()(const trace::WindowUpdatePayload &update) const
    {
        return " increment=" + number(update.increment);
    }
    QByteArray operator()(const trace::ContinuationPayload &) const { return {}; }
    QByteArray operator()(const trace::AltSvcPayload &service) const
    {
        return " origin=\"" + harmless(service.origin) + "\" value=\"" + harmless(service.value) +
               '"';
    }
    QByteArray operator()(const trace::OriginPayload &origin) const
    {
        return " origins=\"" + harmless(origin.origins.join(' ')) + '"';
    }
    QByteArray operator()(const trace::PriorityUpdatePayload &update) const
    {
        return " prioritized=" + number(update.stream) + " value=\"" + harmless(update.value) + '"';
    }
};

QByteArray verdictWords(const trace::Verdict &verdict)
{
    if (verdict.kind == trace::Verdict::Kind::Ok)
        return {};
    return (verdict.isViolation() ? " violation: " : " ignored: ") + verdict.sentence.toUtf8() +
           " (" + verdict.section + ')';
}

} // namespace

const trace::Conversation *Frames::of(const trace::ExchangeState &hop)
{
    if (!hop.connection)
        return nullptr;
    auto &record = m_records[hop.connection->id()];
    if (!record)
        record = std::make_unique<client::ConnectionRecord>(hop.connection);
    while (record->readOn() == client::ConnectionRecord::News::Some) {
    }
    return record->conversation();
}

QByteArray frameLine(const trace::Frame &frame)
{
    QByteArray line = trace::frameTypeName(frame.type) + " stream=" + number(frame.stream);
    if (frame.flags != 0)
        line += " flags=" + trace::frameFlagNames(frame.type, frame.flags).join(',');
    line += " length=" + number(frame.length);
    if (frame.padding > 0)
        line += " padding=" + number(frame.padding);
    return line + std::visit(Details{}, frame.payload) + verdictWords(frame.verdict);
}

QByteArray contentLine(const trace::Frame &first, int frames, quint64 octets)
{
    if (frames == 1)
        return frameLine(first);
    return "DATA stream=" + number(first.stream) + " frames=" + number(quint64(frames)) +
           " length=" + number(octets) + std::visit(Details{}, first.payload);
}

QByteArray FrameTrace::news(const std::vector<trace::ExchangeState> &hops)
{
    QByteArray text;
    for (const trace::ExchangeState &hop : hops) {
        const auto *conversation = m_frames.of(hop);
        if (!conversation)
            continue;
        const auto &frames = conversation->frames;
        for (size_t &told = m_told[hop.connection->id()]; told < frames.size(); ++told) {
            const auto since = (frames[told].at - hops.front().events.front().at).count();
            text += QByteArray::number(double(since) / 1e6, 'f', 3).rightJustified(10) +
                    (frames[told].direction == trace::Direction::Sent ? " > " : " < ") +
                    frameLine(frames[told]) + '\n';
        }
    }
    return text;
}

void checkHeads(std::vector<trace::ExchangeState> &hops)
{
    Frames frames;
    for (trace::ExchangeState &hop : hops) {
        const auto *conversation = frames.of(hop);
        if (!conversation)
            continue;
        for (auto &finding : trace::checkHeads(hop, *conversation))
            hop.findings.push_back(std::move(finding));
    }
}

} // namespace sonde::cli

// The frames of a send as JSON; see frames.h.
#include "cli/frames.h"

namespace sonde::cli
{
namespace
{

class Writer
{
public:
    Writer(JsonWriter &json, trace::Stamp start)
        : m_json(json)
        , m_start(start)
    {
    }

    void frame(const trace::Connection &connection, const trace::Conversation &conversation,
               const trace::Frame &frame)
    {
        m_json.beginObject(JsonWriter::Lines::One);
        entry("seq", frame.number);
        m_json.number("ns", (frame.at - m_start).count());
        text("dir", frame.direction == trace::Direction::Sent ? ">" : "<");
        entry("connection", quint64(connection.id()));
        text("type", trace::frameTypeName(frame.type));
        entry("stream", frame.stream);
        m_json.key("flags");
        m_json.beginArray(JsonWriter::Lines::One);
        for (const auto &name : trace::frameFlagNames(frame.type, frame.flags))
            m_json.string(name);
        m_json.endArray();
        entry("length", frame.length);
        if (frame.padding > 0)
            entry("padding", frame.padding);
        std::visit(*this, frame.payload);
        if (frame.block) {
            const auto &block = conversation.blocks[size_t(*frame.block)];
            if (block.lastFrame == frame.number)
                fields(block);
        }
        verdict(frame.verdict);
        m_json.endObject();
    }

    void operator()(const trace::OpaquePayload &) {}
    void operator()(const trace::DataPayload &data) { entry("offset", data.offset); }
    void operator()(const trace::HeadersPayload &headers)
    {
        if (headers.priority)
            (*this)(trace::PriorityPayload{*headers.priority});
    }
    void operator()(const trace::PriorityPayload &payload)
    {
        entry("dependency", payload.priority.dependency);
        entry("weight", payload.priority.weight);
        m_json.boolean("exclusive", payload.priority.exclusive);
    }
    void operator()(const trace::RstStreamPayload &reset)
    {
        text("code", trace::errorCodeName(reset.code));
    }
    void operator()(const trace::SettingsPayload &settings)
    {
        m_json.key("settings");
        m_json.beginArray(JsonWriter::Lines::One);
        for (const auto &setting : settings.values) {
            m_json.beginArray(JsonWriter::Lines::One);
            m_json.string(trace::settingName(setting.id));
            m_json.number(qint64(setting.value));
            m_json.endArray();
        }
        m_json.endArray();
    }
    void operator()(const trace::PushPromisePayload &promise)
    {
        entry("promised", promise.promised);
    }
    void operator()(const trace::PingPayload &ping) { text("opaque", ping.opaque.toHex()); }
    void operator()(const trace::GoAwayPayload &goAway)
    {
        entry("lastStream", goAway.lastStream);
        text("code", trace::errorCodeName(goAway.code));
        text("debug", goAway.debug);
    }
    void operator()(const trace::WindowUpdatePayload &update)
    {
        entry("increment", update.increment);
    }
    void operator()(const trace::ContinuationPayload &) {}
    void operator()(const trace::AltSvcPayload &service)
    {
        text("origin", service.origin);
        text("value", service.value);
    }
    void operator()(const trace::OriginPayload &origin)
    {
        m_json.key("origins");
        m_json.beginArray(JsonWriter::Lines::One);
        for (const auto &each : origin.origins)
            m_json.string(each);
        m_json.endArray();
    }
    void operator()(const trace::PriorityUpdatePayload &update)
    {
        entry("prioritized", update.stream);
        text("value", update.value);
    }

private:
    void entry(QByteArrayView key, quint64 value) { m_json.number(key, qint64(value)); }
    void text(QByteArrayView key, const QByteArray &value) { m_json.string(key, value); }

    // Each with its form on the wire, its index (0: none) and the octets that it took.
    void fields(const trace::HeaderBlock &block)
    {
        m_json.key("fields");
        m_json.beginArray(JsonWriter::Lines::One);
        for (const auto &field : block.fields) {
            m_json.beginArray(JsonWriter::Lines::One);
            m_json.string(field.name);
            m_json.string(field.value);
            m_json.string(trace::name(field.form));
            m_json.number(qint64(field.index));
            m_json.number(qint64(field.wireOctets));
            m_json.endArray();
        }
        m_json.endArray();
        entry("textOctets", block.textOctets);
    }

    void verdict(const trace::Verdict &verdict)
    {
        if (verdict.kind == trace::Verdict::Kind::Ok)
            return;
        m_json.string(verdict.isViolation() ? "violation" : "ignored", verdict.sentence);
        text("section", verdict.section);
    }

    JsonWriter &m_json;
    const trace::Stamp m_start;
};

} // namespace

void writeFrames(JsonWriter &json, const std::vector<trace::ExchangeState> &hops)
{
    Frames frames;
    std::map<trace::ConnectionId, bool> written;
    json.key("frames");
    json.beginArray();
    for (const trace::ExchangeState &hop : hops) {
        const auto *conversation = frames.of(hop);
        if (!conversation || std::exchange(written[hop.connection->id()], true))
            continue;
        Writer writer(json, hops.front().events.front().at);
        for (const trace::Frame &frame : conversation->frames)
            writer.frame(*hop.connection, *conversation, frame);
    }
    json.endArray();
}

} // namespace sonde::cli

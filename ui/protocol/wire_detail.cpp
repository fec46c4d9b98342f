#include "ui/protocol/wire_detail.h"

#include "ui/protocol/wire_words.h"
#include "ui/widgets/format.h"
#include "ui/widgets/sentence.h"

#include <QLocale>

namespace sonde::ui
{
namespace
{

using trace::frameHeaderOctets;
using trace::FrameType;
using Kind = DetailLine::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::WireDetail)
};

QString latin(const QByteArray &octets)
{
    return QString::fromLatin1(octets);
}

QString count(quint64 number)
{
    return QLocale().toString(qulonglong(number));
}

// A hostile block has a million fields; nobody reads them here.
constexpr size_t mostFields = 2000;

class Lines
{
public:
    std::vector<DetailLine> lines;

    void heading(const QString &title, const QString &note = {})
    {
        lines.push_back({.kind = Kind::Heading, .name = title, .value = note});
    }
    DetailLine &fact(const QString &name, const QString &value, quint64 from = 0, quint64 to = 0)
    {
        return lines.emplace_back(DetailLine{.name = name, .value = value, .from = from, .to = to});
    }
};

void addVerdict(Lines &into, const trace::Verdict &verdict)
{
    if (verdict.kind == trace::Verdict::Kind::Ok)
        return;
    const bool broken = verdict.isViolation();
    const QString sentence = inWindowLanguage(verdict.sentence);
    auto &line = into.fact(broken ? Words::tr("Rule broken") : Words::tr("Ignored"),
                           verdict.section.isEmpty()
                               ? sentence
                               : QStringLiteral("%1 (%2)").arg(sentence, latin(verdict.section)));
    line.token = broken ? Token::Danger : Token::Warning;
    if (broken)
        into.fact(Words::tr("Error that the rule names"), latin(trace::errorCodeName(verdict.code)))
            .token = Token::Danger;
}

void addFrameHeader(Lines &into, const trace::Frame &frame, trace::Stamp zero)
{
    into.heading(
        Words::tr("Frame %1: %2").arg(count(frame.number), latin(trace::frameTypeName(frame.type))),
        directionText(frame.direction));
    addVerdict(into, frame.verdict);
    QString time = Words::tr("%1 ms").arg(momentText(frame.at, zero));
    if (frame.ended != frame.at)
        time += Words::tr(", whole %1 later").arg(durationText(frame.ended - frame.at));
    into.fact(Words::tr("Time"), time);
    into.fact(Words::tr("Length"), exactOctetsText(frame.length), 0, 3);
    into.fact(Words::tr("Type"),
              QStringLiteral("%1 (0x%2)")
                  .arg(latin(trace::frameTypeName(frame.type)), QString::number(frame.type, 16)),
              3, 4);
    const auto flags = trace::frameFlagNames(frame.type, frame.flags);
    into.fact(Words::tr("Flags"), flags.isEmpty() ? Words::tr("none") : latin(flags.join(' ')), 4,
              5);
    into.fact(Words::tr("Stream"),
              frame.stream == 0 ? Words::tr("0, the connection itself") : count(frame.stream), 5,
              frameHeaderOctets);
    if (frame.padding > 0) {
        // Behind content it stands at no place that is known: content is not kept here.
        const bool known = !frame.is(FrameType::Data);
        const quint64 end = frameHeaderOctets + frame.length;
        into.fact(Words::tr("Padding"), exactOctetsText(frame.padding),
                  known ? end - frame.padding : 0, known ? end : 0);
    }
}

// The octets in front of the fragment of a header block.
quint64 beforeFragment(const trace::Frame &frame)
{
    quint64 octets = frameHeaderOctets;
    if (!frame.is(FrameType::Continuation) && frame.has(trace::frameflag::padded))
        octets += 1;
    if (frame.is(FrameType::Headers) && frame.has(trace::frameflag::priority))
        octets += 5; // RFC 9113 section 6.2
    if (frame.is(FrameType::PushPromise))
        octets += 4;
    return octets;
}

// Fields whose octets lie in this one frame are found there: they stand one behind the other.
std::optional<quint64> firstField(const trace::HeaderBlock &block, const trace::Frame &frame)
{
    if (block.firstFrame != block.lastFrame || block.fieldsLeftOut > 0 ||
        block.verdict.isViolation())
        return std::nullopt;
    quint64 fields = 0;
    for (const trace::WireField &field : block.fields)
        fields += field.wireOctets;
    if (fields > block.wireOctets)
        return std::nullopt;
    return beforeFragment(frame) + (block.wireOctets - fields); // size updates stand first
}

QString blockNote(const trace::HeaderBlock &block)
{
    return Words::tr("%1 on the wire, %2 as HTTP/1.1 text")
        .arg(exactOctetsText(qint64(block.wireOctets)), exactOctetsText(qint64(block.textOctets)));
}

void addBlock(Lines &into, const trace::Conversation &conversation, const trace::Frame &frame)
{
    if (!frame.block) {
        into.fact(Words::tr("Fields"), Words::tr("The header section is not whole yet."));
        return;
    }
    const trace::HeaderBlock &block = conversation.blocks[size_t(*frame.block)];
    into.heading(Words::tr("%n field(s)", nullptr, int(block.fields.size())), blockNote(block));
    if (block.verdict != frame.verdict)
        addVerdict(into, block.verdict);
    if (block.firstFrame != block.lastFrame)
        into.fact(Words::tr("Frames"), Words::tr("%1 to %2; the fields are those of all of them")
                                           .arg(count(block.firstFrame), count(block.lastFrame)));
    for (const quint64 limit : block.limitUpdates)
        into.fact(Words::tr("Table size update"), exactOctetsText(qint64(limit)));
    auto at = firstField(block, frame);
    const size_t shown = std::min(block.fields.size(), mostFields);
    for (const trace::WireField &field : std::span(block.fields).first(shown)) {
        DetailLine line{.kind = Kind::Field,
                        .name = shownOctets(field.name),
                        .value = shownOctets(field.value),
                        .note = sentAsText(conversation, block.direction, field),
                        .wireOctets = field.wireOctets};
        if (at) {
            line.from = *at;
            line.to = *at += field.wireOctets;
        }
        into.lines.push_back(std::move(line));
    }
    if (const quint64 rest = block.fieldsLeftOut + (block.fields.size() - shown); rest > 0)
        into.fact(Words::tr("Left out"), Words::tr("%n more field(s): too many to show", nullptr,
                                                   int(std::min<quint64>(rest, INT_MAX))));
}

struct Payload {
    Lines &into;
    const trace::Conversation &conversation;
    const trace::Frame &frame;
    static constexpr quint64 start = frameHeaderOctets;

    void operator()(const trace::OpaquePayload &payload) const
    {
        if (!payload.octets.isEmpty())
            into.fact(Words::tr("Payload"), latin(payload.octets.toHex(' ')), start,
                      start + frame.length);
    }
    void operator()(const trace::DataPayload &data) const
    {
        into.fact(Words::tr("Content"), Words::tr("%1, from octet %2 of the message")
                                            .arg(exactOctetsText(data.octets), count(data.offset)));
    }
    void operator()(const trace::HeadersPayload &headers) const
    {
        if (headers.priority)
            (*this)(trace::PriorityPayload{*headers.priority});
        addBlock(into, conversation, frame);
    }
    void operator()(const trace::PriorityPayload &payload) const
    {
        const quint64 at = beforeFragment(frame) - (frame.is(FrameType::Headers) ? 5 : 0);
        into.fact(Words::tr("Depends on"),
                  payload.priority.exclusive
                      ? Words::tr("stream %1, alone").arg(payload.priority.dependency)
                      : Words::tr("stream %1").arg(payload.priority.dependency),
                  at, at + 4);
        into.fact(Words::tr("Weight"), count(payload.priority.weight), at + 4, at + 5);
    }
    void operator()(const trace::RstStreamPayload &reset) const
    {
        into.fact(Words::tr("Error code"), errorText(reset.code), start, start + 4);
    }
    void operator()(const trace::SettingsPayload &settings) const;
    void operator()(const trace::PushPromisePayload &promise) const
    {
        const quint64 at = beforeFragment(frame) - 4;
        into.fact(Words::tr("Promised stream"), count(promise.promised), at, at + 4);
        addBlock(into, conversation, frame);
    }
    void operator()(const trace::PingPayload &ping) const;
    void operator()(const trace::GoAwayPayload &goAway) const
    {
        into.fact(Words::tr("Last stream"), count(goAway.lastStream), start, start + 4);
        into.fact(Words::tr("Error code"), errorText(goAway.code), start + 4, start + 8);
        if (!goAway.debug.isEmpty())
            into.fact(Words::tr("Debug data"), shownOctets(goAway.debug), start + 8,
                      start + frame.length);
    }
    void operator()(const trace::WindowUpdatePayload &update) const
    {
        into.fact(Words::tr("Increment"), exactOctetsText(update.increment), start, start + 4);
    }
    void operator()(const trace::ContinuationPayload &) const
    {
        addBlock(into, conversation, frame);
    }
    void operator()(const trace::AltSvcPayload &service) const
    {
        into.fact(Words::tr("Origin"), shownOctets(service.origin));
        into.fact(Words::tr("Alternative services"), shownOctets(service.value));
    }
    void operator()(const trace::OriginPayload &origin) const
    {
        for (const QByteArray &each : origin.origins)
            into.fact(Words::tr("Origin"), shownOctets(each));
    }
    void operator()(const trace::PriorityUpdatePayload &update) const
    {
        into.fact(Words::tr("Prioritized stream"), count(update.stream), start, start + 4);
        into.fact(Words::tr("Priority"), shownOctets(update.value), start + 4,
                  start + frame.length);
    }

    static QString errorText(quint32 code)
    {
        return QStringLiteral("%1 (%2)").arg(latin(trace::errorCodeName(code))).arg(code);
    }
};

void Payload::operator()(const trace::SettingsPayload &settings) const
{
    quint64 at = start;
    for (const trace::SettingValue &setting : settings.values) {
        into.fact(latin(trace::settingName(setting.id)), count(setting.value), at, at + 6);
        at += 6;
    }
    for (const trace::SettingsRound &round : trace::settingsHistory(conversation)) {
        if (round.frame == frame.number)
            into.fact(Words::tr("In force"),
                      round.effective
                          ? Words::tr("%1 later, with frame %2")
                                .arg(durationText(*round.effective - round.sent),
                                     count(*round.acknowledgement))
                          : Words::tr("not yet: the other side has not acknowledged them"));
        else if (round.acknowledgement == frame.number)
            into.fact(Words::tr("Acknowledges"),
                      Words::tr("the settings of frame %1").arg(count(round.frame)));
    }
}

void Payload::operator()(const trace::PingPayload &ping) const
{
    into.fact(Words::tr("Octets"), latin(ping.opaque.toHex(' ')), start, start + 8);
    for (const trace::PingRound &round : trace::pingRounds(conversation)) {
        if (round.frame == frame.number) {
            if (!round.time)
                into.fact(Words::tr("Answer"), Words::tr("none so far"));
            else
                into.fact(round.direction == trace::Direction::Sent ? Words::tr("Round trip")
                                                                    : Words::tr("Answered after"),
                          durationText(*round.time));
        } else if (round.answer == frame.number) {
            into.fact(Words::tr("Answers"), Words::tr("frame %1").arg(count(round.frame)));
        }
    }
}

// The lines of a head or of trailers, as they stood.
void addText(Lines &into, const trace::Http1Part &part)
{
    quint64 at = 0;
    for (const QByteArray &line : part.octets.split('\n')) {
        const auto end = at + quint64(line.size()) + 1;
        const QByteArray text = line.endsWith('\r') ? line.chopped(1) : line;
        const auto colon = text.indexOf(':');
        const bool start = at == 0 && part.kind == trace::Http1Part::Kind::Head;
        if (start)
            into.fact(Words::tr("Start line"), shownOctets(text), at, end);
        else if (!text.isEmpty() && colon > 0)
            into.lines.push_back({.kind = Kind::Field,
                                  .name = shownOctets(text.first(colon)),
                                  .value = shownOctets(text.sliced(colon + 1).trimmed()),
                                  .wireOctets = end - at,
                                  .from = at,
                                  .to = end});
        else if (!text.isEmpty())
            into.fact(Words::tr("Line"), shownOctets(text), at, end);
        at = end;
    }
}

void addPart(Lines &into, const WireView &view, size_t row, trace::Stamp zero)
{
    const trace::Http1Part &part = (*view.http1)[row];
    into.heading(typeText(view, row), directionText(part.direction));
    if (part.kind == trace::Http1Part::Kind::Stray)
        into.fact(Words::tr("Rule broken"),
                  Words::tr("These octets belong to no message (RFC 9112 section 6.3)."))
            .token = Token::Danger;
    QString time = Words::tr("%1 ms").arg(momentText(part.at, zero));
    if (part.ended != part.at)
        time += Words::tr(", whole %1 later").arg(durationText(part.ended - part.at));
    into.fact(Words::tr("Time"), time);
    into.fact(Words::tr("Octets"), exactOctetsText(qint64(wireLength(view, row))));
    if (part.message == 0) // what went before this call
        return;
    into.fact(Words::tr("Message"), count(part.message));
    if (part.kind == trace::Http1Part::Kind::ChunkSize) {
        into.fact(Words::tr("Chunk"), exactOctetsText(qint64(part.size)), 0,
                  quint64(part.octets.size()));
        if (!part.extensions.isEmpty())
            into.fact(Words::tr("Extensions"), shownOctets(part.extensions));
    } else if (part.kind == trace::Http1Part::Kind::Content) {
        into.fact(Words::tr("Content"),
                  Words::tr("%1, from octet %2 of the message")
                      .arg(exactOctetsText(qint64(part.size)), count(part.contentOffset)));
    } else {
        addText(into, part);
    }
}

} // namespace

std::vector<DetailLine> wireDetail(const WireView &view, size_t row, trace::Stamp zero)
{
    Lines lines;
    if (view.http2) {
        const trace::Frame &frame = view.http2->frames[row];
        addFrameHeader(lines, frame, zero);
        std::visit(Payload{lines, *view.http2, frame}, frame.payload);
    } else {
        addPart(lines, view, row, zero);
    }
    return std::move(lines.lines);
}

QString detailText(const std::vector<DetailLine> &lines)
{
    QString text;
    for (const DetailLine &line : lines) {
        if (line.kind == Kind::Heading) {
            text += line.value.isEmpty() ? line.name
                                         : QStringLiteral("%1 (%2)").arg(line.name, line.value);
        } else {
            text += QStringLiteral("  %1: %2").arg(line.name, line.value);
            if (line.wireOctets > 0) {
                QStringList sent{exactOctetsText(qint64(line.wireOctets))};
                if (!line.note.isEmpty())
                    sent << line.note;
                text += QStringLiteral("  [%1]").arg(sent.join(QStringLiteral(", ")));
            }
        }
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace sonde::ui

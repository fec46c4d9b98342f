#include "ui/protocol/wire_words.h"

#include "ui/widgets/body_view/text_decoder.h"
#include "ui/widgets/sentence.h"

#include <QLocale>

namespace sonde::ui
{
namespace
{

using trace::FrameType;
using Kind = trace::Http1Part::Kind;

// A row is one line: more is in the detail.
constexpr qsizetype mostCharacters = 300;
constexpr qsizetype mostSearched = 64 * 1024;

QString latin(const QByteArray &octets)
{
    return QString::fromLatin1(octets);
}

QString count(quint64 number)
{
    return QLocale().toString(qulonglong(number));
}

QString fieldsLine(const trace::HeaderBlock &block, qsizetype most)
{
    QString line;
    for (const trace::WireField &field : block.fields) {
        if (line.size() > most)
            break;
        if (!line.isEmpty())
            line += QStringLiteral(" · ");
        line += shownOctets(field.name) + QStringLiteral(": ") + shownOctets(field.value);
    }
    return line;
}

QString fieldsOf(const trace::Conversation &conversation, const trace::Frame &frame, qsizetype most)
{
    if (!frame.block)
        return WireWords::tr("the header section is not whole yet");
    const trace::HeaderBlock &block = conversation.blocks[size_t(*frame.block)];
    if (block.firstFrame != frame.number)
        return WireWords::tr("goes on with the fields of frame %1").arg(count(block.firstFrame));
    return fieldsLine(block, most);
}

QString priorityText(const trace::StreamPriority &priority)
{
    return WireWords::tr("depends on stream %1, weight %2")
        .arg(priority.dependency)
        .arg(priority.weight);
}

struct Summary {
    const trace::Conversation &conversation;
    const trace::Frame &frame;
    qsizetype most;

    QString operator()(const trace::OpaquePayload &payload) const
    {
        return latin(
            payload.octets.first(std::min<qsizetype>(payload.octets.size(), 24)).toHex(' '));
    }
    QString operator()(const trace::DataPayload &data) const
    {
        return WireWords::tr("content from octet %1").arg(count(data.offset));
    }
    QString operator()(const trace::HeadersPayload &) const
    {
        return fieldsOf(conversation, frame, most);
    }
    QString operator()(const trace::PriorityPayload &payload) const
    {
        return priorityText(payload.priority);
    }
    QString operator()(const trace::RstStreamPayload &reset) const
    {
        return latin(trace::errorCodeName(reset.code));
    }
    QString operator()(const trace::SettingsPayload &settings) const
    {
        QStringList texts;
        for (const trace::SettingValue &setting : settings.values)
            texts << QStringLiteral("%1 = %2").arg(latin(trace::settingName(setting.id)),
                                                   count(setting.value));
        if (frame.isAck())
            return WireWords::tr("the settings of the other side are in force");
        return texts.isEmpty() ? WireWords::tr("all as they were") : texts.join(u" · ");
    }
    QString operator()(const trace::PushPromisePayload &promise) const
    {
        return WireWords::tr("promises stream %1").arg(promise.promised) + QStringLiteral(" · ") +
               fieldsOf(conversation, frame, most);
    }
    QString operator()(const trace::PingPayload &ping) const
    {
        return latin(ping.opaque.toHex(' '));
    }
    QString operator()(const trace::GoAwayPayload &goAway) const
    {
        QString text = WireWords::tr("%1, last stream %2")
                           .arg(latin(trace::errorCodeName(goAway.code)))
                           .arg(goAway.lastStream);
        if (!goAway.debug.isEmpty())
            text += QStringLiteral(" · ") + shownOctets(goAway.debug);
        return text;
    }
    QString operator()(const trace::WindowUpdatePayload &update) const
    {
        return QLatin1Char('+') + count(update.increment);
    }
    QString operator()(const trace::ContinuationPayload &) const
    {
        return fieldsOf(conversation, frame, most);
    }
    QString operator()(const trace::AltSvcPayload &service) const
    {
        return shownOctets(service.origin + ' ' + service.value).trimmed();
    }
    QString operator()(const trace::OriginPayload &origin) const
    {
        return shownOctets(origin.origins.join(' '));
    }
    QString operator()(const trace::PriorityUpdatePayload &update) const
    {
        return WireWords::tr("stream %1: %2").arg(update.stream).arg(shownOctets(update.value));
    }
};

QString frameSummary(const trace::Conversation &conversation, const trace::Frame &frame,
                     qsizetype most)
{
    const QString text = std::visit(Summary{conversation, frame, most}, frame.payload);
    if (frame.verdict.sentence.isEmpty())
        return text;
    return inWindowLanguage(frame.verdict.sentence) + QStringLiteral(" · ") + text;
}

// A call from the history holds nothing of the calls that its connection carried before it.
bool isEarlier(const trace::Http1Part &part)
{
    return part.kind == Kind::Content && part.message == 0;
}

QString partSummary(const trace::Http1Part &part, qsizetype most)
{
    switch (part.kind) {
    case Kind::Content:
        if (isEarlier(part))
            return WireWords::tr("of calls before this one; not kept with it");
        return WireWords::tr("content from octet %1").arg(count(part.contentOffset));
    case Kind::ChunkSize: {
        QString text = part.size == 0 ? WireWords::tr("the last chunk")
                                      : WireWords::tr("%1 octets follow").arg(count(part.size));
        if (!part.extensions.isEmpty())
            text += QStringLiteral(" · ") + shownOctets(part.extensions);
        return text;
    }
    case Kind::ChunkEnd:
        return WireWords::tr("line end after the chunk");
    default:
        break;
    }
    QStringList lines;
    qsizetype size = 0;
    for (const QByteArray &line : part.octets.split('\n')) {
        if (const QByteArray text = line.trimmed(); !text.isEmpty() && size <= most) {
            lines << shownOctets(text);
            size += text.size();
        }
    }
    return lines.isEmpty() ? WireWords::tr("empty line") : lines.join(QStringLiteral(" · "));
}

QString partType(const trace::Http1Part &part)
{
    switch (part.kind) {
    case Kind::Head:
        return part.direction == trace::Direction::Sent ? WireWords::tr("request head")
                                                        : WireWords::tr("response head");
    case Kind::ChunkSize:
        return WireWords::tr("chunk size");
    case Kind::Content:
        return isEarlier(part) ? WireWords::tr("earlier messages") : WireWords::tr("content");
    case Kind::ChunkEnd:
        return WireWords::tr("chunk end");
    case Kind::Trailers:
        return WireWords::tr("trailers");
    case Kind::Stray:
        return WireWords::tr("stray octets");
    }
    Q_UNREACHABLE();
}

Token partToken(Kind kind)
{
    switch (kind) {
    case Kind::Head:
    case Kind::Trailers:
        return Token::PhaseWait;
    case Kind::Content:
        return Token::PhaseReceive;
    case Kind::Stray:
        return Token::PhaseFailed;
    default:
        return Token::PhaseDns;
    }
}

QString summaryOf(const WireView &view, size_t row, qsizetype most)
{
    return view.http2 ? frameSummary(*view.http2, view.http2->frames[row], most)
                      : partSummary((*view.http1)[row], most);
}

QString literalText(const trace::WireField &field)
{
    switch (field.form) {
    case trace::FieldForm::LiteralIndexed:
        return WireWords::tr("written out, put into the table");
    case trace::FieldForm::NeverIndexed:
        return WireWords::tr("written out, never to be put into a table");
    default:
        return WireWords::tr("written out, not put into the table");
    }
}

} // namespace

WireRow wireRow(const WireView &view, size_t row)
{
    WireRow words{.type = typeText(view, row), .summary = summaryOf(view, row, mostCharacters)};
    words.summary.truncate(2 * mostCharacters);
    words.length = wireLength(view, row);
    if (view.http2) {
        const trace::Frame &frame = view.http2->frames[row];
        words.flags = latin(trace::frameFlagNames(frame.type, frame.flags).join(' '));
    }
    return words;
}

quint64 wireLength(const WireView &view, size_t row)
{
    if (view.http2)
        return view.http2->frames[row].length;
    const trace::Http1Part &part = (*view.http1)[row];
    return part.kind == Kind::Content ? part.size : quint64(part.octets.size());
}

QString typeText(const WireView &view, size_t row)
{
    return view.http2 ? latin(trace::frameTypeName(view.http2->frames[row].type))
                      : partType((*view.http1)[row]);
}

Token kindToken(const WireView &view, size_t row)
{
    if (!view.http2)
        return partToken((*view.http1)[row].kind);
    switch (FrameType(view.http2->frames[row].type)) {
    case FrameType::Data:
        return Token::PhaseReceive;
    case FrameType::Headers:
    case FrameType::Continuation:
    case FrameType::PushPromise:
        return Token::PhaseWait;
    case FrameType::Settings:
        return Token::PhaseTls;
    case FrameType::WindowUpdate:
        return Token::PhaseDns;
    case FrameType::Ping:
        return Token::PhaseTcp;
    case FrameType::RstStream:
    case FrameType::GoAway:
        return Token::PhaseFailed;
    default:
        return Token::PhaseQueue;
    }
}

trace::Verdict::Kind verdictKind(const WireView &view, size_t row)
{
    if (view.http2)
        return view.http2->frames[row].verdict.kind;
    return (*view.http1)[row].kind == Kind::Stray ? trace::Verdict::Kind::Violation
                                                  : trace::Verdict::Kind::Ok;
}

QString searchText(const WireView &view, size_t row)
{
    QString text = typeText(view, row) + QLatin1Char(' ');
    if (view.http2) {
        const trace::Frame &frame = view.http2->frames[row];
        text += latin(trace::frameFlagNames(frame.type, frame.flags).join(' ')) + QLatin1Char(' ');
    }
    return text + summaryOf(view, row, mostSearched);
}

QString directionText(trace::Direction direction)
{
    return direction == trace::Direction::Sent ? WireWords::tr("sent") : WireWords::tr("received");
}

QString directionArrow(trace::Direction direction)
{
    return direction == trace::Direction::Sent ? QStringLiteral("→") : QStringLiteral("←");
}

QString sentAsText(const trace::Conversation &conversation, trace::Direction direction,
                   const trace::WireField &field)
{
    const auto &history = conversation.hpackOf(direction);
    QString source;
    if (field.refersTo && *field.refersTo < history.entries.size()) {
        const quint64 block = history.entries[size_t(*field.refersTo)].block;
        source =
            WireWords::tr("index %1, put into the table by stream %2")
                .arg(field.index)
                .arg(block < conversation.blocks.size() ? conversation.blocks[size_t(block)].stream
                                                        : 0);
    } else if (field.index > 0) {
        source = WireWords::tr("index %1 of the static table").arg(field.index);
    }
    if (field.form == trace::FieldForm::Indexed)
        return source;
    QString text = literalText(field);
    if (!source.isEmpty())
        text += QStringLiteral("; ") + WireWords::tr("name: %1").arg(source);
    if (field.valueHuffman || field.nameHuffman)
        text += QStringLiteral("; ") + WireWords::tr("Huffman coded");
    return text;
}

QString shownOctets(QByteArrayView octets)
{
    thread_local TextDecoder decoder; // making one is costly; using it is not shared by threads
    return decoder.row(octets).text;
}

QString momentText(trace::Stamp at, trace::Stamp zero)
{
    return QLocale().toString(double((at - zero).count()) / 1e6, 'f', 3);
}

} // namespace sonde::ui

#include "wire/event_reader.h"

#include <algorithm>

namespace sonde::wire
{

std::optional<EventReader::Form> EventReader::formOf(QByteArrayView mediaType)
{
    const QByteArray type = mediaType.toByteArray().toLower();
    if (type == "text/event-stream")
        return Form::ServerSent;
    for (const char *subtype :
         {"ndjson", "jsonl", "jsonlines", "json-seq", "jsonstream", "stream+json", "json-lines"}) {
        if (type.endsWith(subtype))
            return Form::JsonLines;
    }
    return std::nullopt;
}

std::unique_ptr<EventReader> EventReader::make(Form form)
{
    if (form == Form::ServerSent)
        return std::make_unique<ServerSentReader>();
    return std::make_unique<JsonLinesReader>();
}

void EventReader::feed(QByteArrayView octets)
{
    while (!octets.isEmpty()) {
        const qsizetype taken = take(octets);
        octets = octets.sliced(taken);
        m_offset += taken;
    }
}

std::optional<StreamEvent> EventReader::next()
{
    if (m_events.empty())
        return std::nullopt;
    StreamEvent event = std::move(m_events.front());
    m_events.pop_front();
    return event;
}

void EventReader::emitEvent(StreamEvent event)
{
    m_begin = event.to;
    m_events.push_back(std::move(event));
}

qsizetype ServerSentReader::take(QByteArrayView octets)
{
    if (std::exchange(m_afterReturn, false) && octets[0] == '\n') {
        if (begun() == offset())
            begin(offset() + 1); // it still belongs to the event before
        return 1;
    }
    qsizetype end = 0;
    while (end < octets.size() && octets[end] != '\n' && octets[end] != '\r')
        ++end;
    const qsizetype room = longestEvent + longestField - m_line.size();
    m_line.append(octets.first(std::min(end, room)));
    m_cut = m_cut || end > room;
    if (end == octets.size())
        return end;
    m_afterReturn = octets[end] == '\r';
    lineEnded(offset() + end + 1);
    return end + 1;
}

// WHATWG HTML section 9.2.6.
void ServerSentReader::lineEnded(qint64 after)
{
    QByteArrayView line(m_line);
    if (std::exchange(m_first, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    const qsizetype colon = line.indexOf(':');
    if (line.isEmpty()) {
        dispatch(after);
    } else if (colon == 0) {
        ++m_comments;
    } else if (colon < 0) {
        field(line, {});
    } else {
        const QByteArrayView value = line.sliced(colon + 1);
        field(line.first(colon), value.startsWith(' ') ? value.sliced(1) : value);
    }
    m_line.clear();
}

void ServerSentReader::field(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        const qsizetype room = std::max<qsizetype>(longestEvent - m_data.size(), 0);
        if (m_hasData && room > 0)
            m_data.append('\n');
        m_data.append(value.first(std::min(value.size(), room)));
        m_hasData = true;
        m_cut = m_cut || value.size() > room;
        return;
    }
    if (value.size() > longestField)
        return;
    if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "id" && !value.contains('\0')) {
        m_id = value.toByteArray();
    } else if (name == "retry") {
        bool valid = false;
        const qint64 wait = value.toByteArray().toLongLong(&valid);
        if (valid && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; }))
            m_retry = std::chrono::milliseconds(wait);
    }
}

void ServerSentReader::dispatch(qint64 after)
{
    m_lastId = m_id;
    // Without a data field there is no event; an empty one makes one.
    if (m_hasData) {
        emitEvent({.from = begun(),
                   .to = after,
                   .type = m_type.isEmpty() ? QByteArray("message") : m_type,
                   .id = m_lastId,
                   .data = m_data,
                   .isCut = m_cut});
    } else {
        begin(after);
    }
    m_data.clear();
    m_type.clear();
    m_hasData = false;
    m_cut = false;
}

qsizetype JsonLinesReader::take(QByteArrayView octets)
{
    const qsizetype found = octets.indexOf('\n');
    const qsizetype end = found < 0 ? octets.size() : found;
    const qsizetype room = longestEvent - m_line.size();
    m_line.append(octets.first(std::min(end, room)));
    m_cut = m_cut || end > room;
    if (found < 0)
        return end;
    lineEnded(offset() + end + 1);
    return end + 1;
}

void JsonLinesReader::lineEnded(qint64 after)
{
    QByteArrayView line(m_line);
    const auto passedOver = [](char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\x1E';
    };
    while (!line.isEmpty() && passedOver(line.front()))
        line = line.sliced(1);
    while (!line.isEmpty() && passedOver(line.back()))
        line.chop(1);
    if (line.isEmpty())
        begin(after);
    else
        emitEvent({.from = begun(), .to = after, .data = line.toByteArray(), .isCut = m_cut});
    m_line.clear();
    m_cut = false;
}

void JsonLinesReader::finish()
{
    if (!m_line.isEmpty())
        lineEnded(offset());
}

} // namespace sonde::wire

#include "wire/http1_notes.h"

#include <algorithm>

namespace sonde::wire
{

void Http1Notes::begin(StreamId stream)
{
    m_stream = stream;
    m_counts.clear();
    m_bareLf = false;
}

void Http1Notes::add(const Http1Deviation &deviation)
{
    auto count = std::ranges::find(m_counts, deviation.rule, &Count::rule);
    if (count == m_counts.end())
        count = m_counts.insert(count, {deviation.rule, 0});
    if (++count->times > mostPerRule)
        return;
    QString sentence = deviation.what;
    if (!deviation.remedy.isEmpty())
        sentence += QStringLiteral("; ") + deviation.remedy;
    sentence += QLatin1Char('.');
    m_events.emplace_back(FindingNoticed{
        .stream = m_stream,
        .finding = {.severity = deviation.severity,
                    .rule = deviation.rule.toByteArray(),
                    .sentence = std::move(sentence),
                    .section = deviation.section.toByteArray(),
                    .offset = deviation.offset},
    });
}

http::Result<void> Http1Notes::tolerate(const Http1Deviation &deviation, http::Phase phase)
{
    if (m_role == Http1Role::Request)
        return std::unexpected(http1Error(m_role, http::Code::ProtocolViolation, phase,
                                          deviation.what + QLatin1Char('.'), deviation.offset));
    add(deviation);
    return {};
}

void Http1Notes::bareLf(qint64 offset)
{
    if (m_bareLf)
        return;
    m_bareLf = true;
    add({.rule = "http1.bare-lf",
         .what = QStringLiteral("A line ends in LF alone, not in CRLF"),
         .remedy = QStringLiteral("it is taken for a line end"),
         .section = "RFC 9112 section 2.2",
         .offset = offset});
}

} // namespace sonde::wire

#include "body/utf8_copy.h"

#include <algorithm>

namespace sonde::body
{
namespace
{

constexpr qint64 markDistance = 8 << 10; // octets of the source: 2 MiB of marks a gigabyte

// RFC 3629 section 3, by UTF-16 units: each half of a pair counts two.
qint64 utf8Size(QChar unit)
{
    const char16_t c = unit.unicode();
    return c < 0x80 ? 1 : c < 0x800 || unit.isSurrogate() ? 2 : 3;
}

} // namespace

Utf8Copy::Utf8Copy(std::shared_ptr<const ByteSource> source, const QByteArray &charset)
    : m_source(std::move(source))
    , m_decoder(charset)
    , m_coding(rowCodingOf(charset))
{
}

Utf8Copy::Step Utf8Copy::advance()
{
    // In this order: what was appended before finish() is then seen whenever the finish is.
    const bool finished = m_source->isFinished();
    const auto read = m_source->read(m_position, largestStep);
    if (!read) {
        m_problem = read.error().sentence;
        return Step::Failed;
    }
    const bool last = finished && m_position + read->size() >= m_source->size();
    QByteArrayView octets(*read);
    QByteArray text;
    while (!octets.isEmpty()) {
        const auto end = rowEnd(octets, last ? Following::Nothing : Following::More, m_coding);
        if (!end)
            break;
        markHere(m_copy->size() + text.size(), m_position);
        text += m_decoder.decode(octets.first(end->length)).text.toUtf8();
        m_position += end->length;
        octets = octets.sliced(end->length);
    }
    if (const auto written = m_copy->append(text); !written) {
        m_problem = written.error().sentence;
        return Step::Failed;
    }
    if (last)
        m_copy->finish();
    return text.isEmpty() || last ? Step::Waiting : Step::Partial;
}

void Utf8Copy::markHere(qint64 copied, qint64 source)
{
    if (m_marks.empty() || source - m_marks.back().source >= markDistance)
        m_marks.push_back({copied, source});
}

// The row that begins there; nothing at the end.
DecodedOctets Utf8Copy::decodeFrom(qint64 source)
{
    const QByteArray octets = m_source->read(source, rowLookAhead).value_or(QByteArray());
    const auto end = rowEnd(octets, Following::Nothing, m_coding);
    return m_decoder.decode(QByteArrayView(octets).first(end ? end->length : 0));
}

qint64 Utf8Copy::sourceOffset(qint64 copied)
{
    if (m_marks.empty())
        return 0;
    const auto after =
        std::ranges::upper_bound(m_marks, copied, std::ranges::less{}, &Mark::copied);
    const Mark mark = after == m_marks.begin() ? *after : *std::prev(after);
    // On from the row that is at hand, unless it lies behind, or far before.
    if (m_row.copied < mark.copied || m_row.copied > copied) {
        m_row = mark;
        m_decoded = decodeFrom(m_row.source);
    }
    while (true) {
        qint64 at = m_row.copied;
        for (qsizetype unit = 0; unit < m_decoded.text.size(); ++unit) {
            at += utf8Size(m_decoded.text[unit]);
            if (at > copied)
                return m_row.source + m_decoded.octetAt[size_t(unit)];
        }
        if (m_decoded.text.isEmpty())
            return m_row.source;
        m_row = {at, m_row.source + m_decoded.octetAt.back()};
        m_decoded = decodeFrom(m_row.source);
    }
}

} // namespace sonde::body

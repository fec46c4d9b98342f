#include "wire/http1_line.h"

#include <cstring>

namespace sonde::wire
{

QByteArrayView Http1LineBuffer::pending() const
{
    return m_given ? QByteArrayView() : QByteArrayView(m_pending);
}

Http1LineBuffer::Outcome Http1LineBuffer::take(Http1Cursor &in, qsizetype limit, Http1Line &line)
{
    if (m_given) {
        m_pending.clear();
        m_given = false;
    }
    // Searching no further than the limit gives the same verdict however the octets were cut.
    const qsizetype room = std::max<qsizetype>(0, limit - m_pending.size());
    const auto reach = size_t(std::min(in.rest.size(), room));
    const auto *end = static_cast<const char *>(std::memchr(in.rest.data(), '\n', reach));
    if (!end) {
        if (in.rest.size() > room)
            return Outcome::TooLong;
        if (m_pending.isEmpty())
            m_offset = in.offset;
        m_pending.append(in.take(in.rest.size()));
        return Outcome::Incomplete;
    }

    line.offset = m_pending.isEmpty() ? in.offset : m_offset;
    line.text = in.take(end - in.rest.data() + 1);
    if (!m_pending.isEmpty()) {
        m_pending.append(line.text);
        m_given = true;
        line.text = m_pending;
    }
    line.octets = line.text.size();
    line.text.chop(1);
    line.ending = Http1Line::Ending::BareLf;
    if (line.text.endsWith('\r')) {
        line.text.chop(1);
        line.ending = Http1Line::Ending::CrLf;
    }
    return Outcome::Line;
}

Http1Octets http1Inspect(QByteArrayView text)
{
    // Without a branch in the loop, so that the compiler makes vector code of it.
    unsigned odd = 0;
    for (const char octet : text) {
        const auto value = uchar(octet);
        odd |= unsigned(value < 0x20) & unsigned(value != '\t');
        odd |= unsigned(value == 0x7f);
    }
    if (odd == 0) [[likely]]
        return Http1Octets::Clean;
    if (text.contains('\0'))
        return Http1Octets::Nul;
    return text.contains('\r') ? Http1Octets::BareCr : Http1Octets::Controls;
}

} // namespace sonde::wire

#include "body/json_formatter.h"

#include "body/json_skip.h"
#include "body/octets64.h"

#include <algorithm>

namespace sonde::body
{
namespace
{

// Hostile nesting must not fill the disk: past this ratio lines are no longer indented.
constexpr qint64 largestGrowth = 16;
constexpr qint64 freeGrowth = 1 << 20; // octets

bool isStructure(char c)
{
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':';
}

} // namespace

void JsonFormatter::feed(QByteArrayView octets, QByteArray &into)
{
    const qsizetype before = into.size();
    into.reserve(before + octets.size() * 2);
    for (qsizetype i = 0; i < octets.size(); ++i) {
        if (m_inString) {
            i = copyString(octets, i, into) - 1;
            continue;
        }
        const char c = octets[i];
        if (isJsonSpace(c)) {
            m_inWord = false;
        } else if (isStructure(c)) {
            m_inWord = false;
            structure(c, into);
        } else if (c == '"') {
            beforeValue(into);
            into.append(c);
            m_inString = true;
            m_inWord = false;
            m_afterValue = true;
        } else {
            if (!m_inWord)
                beforeValue(into);
            const qsizetype from = i;
            while (i + 1 < octets.size() && !isJsonBreak(octets[i + 1]))
                ++i;
            into.append(octets.sliced(from, i + 1 - from));
            m_inWord = true;
            m_afterValue = true;
        }
    }
    m_read += octets.size();
    m_written += into.size() - before;
}

// Copies to the string's end or that of the octets; returns where to go on.
qsizetype JsonFormatter::copyString(QByteArrayView octets, qsizetype from, QByteArray &into)
{
    qsizetype at = from;
    while (at < octets.size() && m_inString) {
        if (!m_escaped && octets.size() - at >= Octets64::size) {
            const Octets64 here(octets.data() + at);
            const quint64 marks = here.equalTo('"') | here.equalTo('\\');
            at += marks == 0 ? Octets64::size : std::countr_zero(marks);
            if (marks == 0)
                continue;
        }
        const char c = octets[at++];
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else if (c == '"')
            m_inString = false;
    }
    into.append(octets.sliced(from, at - from));
    return at;
}

void JsonFormatter::structure(char c, QByteArray &into)
{
    switch (c) {
    case '{':
    case '[':
        beforeValue(into);
        into.append(c);
        ++m_depth;
        m_justOpened = true;
        m_afterValue = false;
        return;
    case '}':
    case ']':
        m_depth = std::max<qint64>(m_depth - 1, 0);
        if (!std::exchange(m_justOpened, false))
            newline(into);
        into.append(c);
        m_afterValue = true;
        return;
    case ',':
        into.append(c);
        m_justOpened = false;
        m_afterValue = false;
        newline(into);
        return;
    default: // a colon
        into.append(": ");
        m_justOpened = false;
        m_afterValue = false;
    }
}

void JsonFormatter::beforeValue(QByteArray &into)
{
    if (std::exchange(m_justOpened, false))
        newline(into);
    else if (m_afterValue && m_depth == 0) // JSON lines: one value after another
        into.append('\n');
    else if (m_afterValue) // not JSON; keep apart what was apart
        into.append(' ');
}

void JsonFormatter::newline(QByteArray &into)
{
    into.append('\n');
    const bool within = m_written < m_read * largestGrowth + freeGrowth;
    if (within)
        into.append(std::min(m_depth, deepest) * indent, ' ');
}

} // namespace sonde::body

#include "body/json_skip.h"

#include "body/octets64.h"

namespace sonde::body
{
namespace
{

// The octets a backslash takes the meaning of: every second one of a run of backslashes and what
// follows a run of odd length, found by the carry of an addition. `carry`: the first octet is one.
quint64 escapedOctets(quint64 backslashes, bool &carry)
{
    constexpr quint64 even = 0x5555555555555555ULL;
    const quint64 before = carry ? 1 : 0;
    backslashes &= ~before;
    const quint64 following = backslashes << 1 | before;
    const quint64 oddStarts = backslashes & ~even & ~following;
    quint64 runs = 0;
    carry = __builtin_add_overflow(oddStarts, backslashes, &runs);
    return (even ^ (runs << 1)) & following;
}

} // namespace

bool isJsonSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isJsonBreak(char c)
{
    return isJsonSpace(c) || c == ',' || c == ':' || c == '"' || c == '[' || c == ']' || c == '{' ||
           c == '}';
}

qsizetype JsonSkip::feed(QByteArrayView octets)
{
    if (octets.isEmpty())
        return 0;
    if (m_shape == Shape::Unknown) {
        const char first = octets[0];
        if (first == '"') {
            m_shape = Shape::String;
            return string(octets, 1);
        }
        m_shape = first == '{' || first == '[' ? Shape::Container : Shape::Word;
    }
    switch (m_shape) {
    case Shape::Container:
        return container(octets);
    case Shape::String:
        return string(octets, 0);
    case Shape::Word:
        return word(octets, 0);
    default:
        return 0;
    }
}

qsizetype JsonSkip::container(QByteArrayView octets)
{
    qsizetype at = 0;
    while (octets.size() - at >= Octets64::size) {
        if (chunk(octets.data() + at, at))
            return at;
    }
    while (at < octets.size()) {
        if (slowly(octets[at++])) {
            m_shape = Shape::Done;
            return at;
        }
    }
    return at;
}

// True when the value ends in it.
bool JsonSkip::chunk(const char *octets, qsizetype &taken)
{
    const Octets64 here(octets);
    const quint64 backslashes = here.equalTo('\\');
    const quint64 escaped =
        backslashes == 0 && !m_escaped ? 0 : escapedOctets(backslashes, m_escaped);
    const quint64 quotes = here.equalTo('"') & ~escaped;
    const quint64 strings = parityUpTo(quotes) ^ (m_inString ? ~quint64(0) : 0);
    const quint64 opening = here.equalToFolded('{') & ~strings;
    const quint64 closing = here.equalToFolded('}') & ~strings;
    m_inString = (strings >> 63 & 1) != 0;
    const qint64 closed = std::popcount(closing);
    if (m_depth > closed) { // wherever they stand, this value stays open
        m_depth += std::popcount(opening) - closed;
        taken += Octets64::size;
        return false;
    }
    for (quint64 left = opening | closing; left != 0; left &= left - 1) {
        m_depth += (opening & left & -left) != 0 ? 1 : -1;
        if (m_depth <= 0) {
            m_shape = Shape::Done;
            taken += std::countr_zero(left) + 1;
            return true;
        }
    }
    taken += Octets64::size;
    return false;
}

bool JsonSkip::slowly(char c)
{
    if (m_escaped) {
        m_escaped = false;
        return false;
    }
    if (c == '\\') {
        m_escaped = true;
    } else if (c == '"') {
        m_inString = !m_inString;
    } else if (!m_inString) {
        if (c == '{' || c == '[')
            ++m_depth;
        else if (c == '}' || c == ']')
            return --m_depth <= 0;
    }
    return false;
}

qsizetype JsonSkip::string(QByteArrayView octets, qsizetype at)
{
    while (at < octets.size()) {
        if (!m_escaped && octets.size() - at >= Octets64::size) {
            const Octets64 here(octets.data() + at);
            const quint64 marks = here.equalTo('"') | here.equalTo('\\');
            if (marks == 0) {
                at += Octets64::size;
                continue;
            }
            at += std::countr_zero(marks);
        }
        const char c = octets[at++];
        if (m_escaped) {
            m_escaped = false;
        } else if (c == '\\') {
            m_escaped = true;
        } else if (c == '"') {
            m_shape = Shape::Done;
            return at;
        }
    }
    return at;
}

qsizetype JsonSkip::word(QByteArrayView octets, qsizetype at)
{
    while (at < octets.size() && !isJsonBreak(octets[at]))
        ++at;
    if (at < octets.size())
        m_shape = Shape::Done;
    return at;
}

} // namespace sonde::body

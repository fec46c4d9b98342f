// New lines and their indentation for what lays text out, with a bound on how much that adds. One
// thread.
#pragma once

#include "body/formatter.h"

#include <algorithm>

namespace sonde::body
{

class LineWriter
{
public:
    // Octets that came in and went out so far.
    void note(qint64 read, qint64 written)
    {
        m_read += read;
        m_written += written;
    }
    void newline(qint64 depth, QByteArray &into)
    {
        into.append('\n');
        // Hostile nesting must not fill the disk: past this ratio lines are no longer indented.
        constexpr qint64 largestGrowth = 16;
        constexpr qint64 freeGrowth = 1 << 20; // octets
        if (m_written < m_read * largestGrowth + freeGrowth)
            into.append(std::clamp<qint64>(depth, 0, Formatter::deepest) * Formatter::indent, ' ');
    }

private:
    qint64 m_read = 0;
    qint64 m_written = 0;
};

[[nodiscard]] inline bool isTextSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

} // namespace sonde::body

// JSON laid out for reading, as it streams by: no tree, no look-ahead, memory of a few octets.
// Numbers, strings and order stay what they were; what is not JSON passes through. Any thread.
#pragma once

#include "body/formatter.h"

namespace sonde::body
{

class JsonFormatter final : public Formatter
{
public:
    void feed(QByteArrayView octets, QByteArray &into) override;

private:
    qsizetype copyString(QByteArrayView octets, qsizetype from, QByteArray &into);
    void structure(char c, QByteArray &into);
    void beforeValue(QByteArray &into);
    void newline(QByteArray &into);

    qint64 m_depth = 0;
    qint64 m_read = 0;
    qint64 m_written = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_inWord = false;     // a number, true, false, null
    bool m_justOpened = false; // an empty {} or [] stays on its line
    bool m_afterValue = false;
};

} // namespace sonde::body

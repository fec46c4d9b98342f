// Finds where one JSON value ends, octet counts in, no grammar checked: brackets are counted, of
// either kind, outside strings. Goes on wherever the octets were cut. Pure state, any thread.
#pragma once

#include <QByteArrayView>

namespace sonde::body
{

class JsonSkip
{
public:
    // Octets from the value's first on. Returns how many belong to it: all of them unless isDone().
    qsizetype feed(QByteArrayView octets);
    [[nodiscard]] bool isDone() const { return m_shape == Shape::Done; }

private:
    enum class Shape : quint8 { Unknown, Container, String, Word, Done };

    qsizetype container(QByteArrayView octets);
    bool chunk(const char *octets, qsizetype &taken);
    bool slowly(char octet);
    qsizetype string(QByteArrayView octets, qsizetype at);
    qsizetype word(QByteArrayView octets, qsizetype at);

    Shape m_shape = Shape::Unknown;
    qint64 m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false; // the next octet
};

// What ends a number or a word.
[[nodiscard]] bool isJsonBreak(char octet);
[[nodiscard]] bool isJsonSpace(char octet);

} // namespace sonde::body

// Outgoing content of one stream that waits for the peer's credit: a short queue of shared octets.
// Owned by the stream.
#pragma once

#include <QByteArray>

#include <vector>

namespace sonde::wire
{

class Http2ContentQueue
{
public:
    void append(QByteArray octets);
    // Moves up to `length` octets from the front to `to`; returns how many.
    qsizetype take(char *to, qsizetype length);
    void clear();
    [[nodiscard]] qsizetype octets() const { return m_octets; }

private:
    std::vector<QByteArray> m_chunks;
    size_t m_first = 0;    // index of the chunk in front
    qsizetype m_taken = 0; // octets of it that are gone
    qsizetype m_octets = 0;
};

} // namespace sonde::wire

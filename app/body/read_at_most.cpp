#include "body/read_at_most.h"

#include <algorithm>

namespace sonde::body
{
namespace
{

constexpr qint64 pieceOctets = 64 * 1024;

} // namespace

QByteArray readAtMost(QIODevice &device, qint64 limit)
{
    // A pipe, or a file below /proc, has no size to tell.
    const qint64 announced = device.isSequential() ? 0 : device.size() - device.pos();
    qint64 piece = announced > 0 ? announced : pieceOctets;
    QByteArray octets;
    qint64 taken = 0;
    while (taken < limit) {
        octets.resize(std::min(taken + piece, limit));
        const qint64 got = device.read(octets.data() + taken, octets.size() - taken);
        if (got <= 0)
            break;
        taken += got;
        if (announced > 0 && device.atEnd())
            break;
        piece = std::max(taken, pieceOctets); // as much again
    }
    octets.resize(taken);
    if (octets.capacity() > taken + pieceOctets)
        octets.squeeze();
    return octets;
}

} // namespace sonde::body

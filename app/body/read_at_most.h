// Files that are read whole, up to a limit. Any thread.
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace sonde::body
{

// The next octets of `device` to its end, `limit` of them at most; fewer also after an error, which
// the device tells. Takes the memory of what is there: QIODevice::read() takes that of `limit`, and
// what it returns keeps it.
[[nodiscard]] QByteArray readAtMost(QIODevice &device, qint64 limit);

} // namespace sonde::body

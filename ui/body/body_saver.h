// Writes octets of a store to a file, from a worker; the file appears whole or not at all. GUI
// thread.
#pragma once

#include "body/byte_source.h"
#include "body/workers.h"

#include <functional>

namespace sonde::ui
{

// `done` is called on the GUI thread with an empty text, or the reason it failed.
void saveOctets(std::shared_ptr<const body::ByteSource> store, qint64 from, qint64 to,
                const QString &path, std::function<void(const QString &problem)> done);

} // namespace sonde::ui

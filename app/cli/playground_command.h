// `sonde playground`: the sample server, run until Ctrl-C, or shown off by a few requests. Main
// thread.
#pragma once

#include <QByteArray>

#include <span>

namespace sonde::cli
{

// `words` without the program and the verb. Returns the exit code. Makes the QCoreApplication.
[[nodiscard]] int playgroundCommand(std::span<const QByteArray> words);

} // namespace sonde::cli

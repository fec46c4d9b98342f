// `sonde send`: one request from the command line to the exit code. Main thread; the engine runs on
// it.
#pragma once

#include <QByteArray>

#include <span>

namespace sonde::cli
{

// `words` without the program and the verb. Returns the exit code. Makes the QCoreApplication.
[[nodiscard]] int sendCommand(std::span<const QByteArray> words);

} // namespace sonde::cli

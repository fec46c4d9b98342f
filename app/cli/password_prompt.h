// Asks for a password on the terminal itself, without showing it.
#pragma once

#include <QByteArray>

namespace sonde::cli
{

// Empty if there is no terminal or nothing is typed.
[[nodiscard]] QByteArray askPassword(const QByteArray &question);

} // namespace sonde::cli

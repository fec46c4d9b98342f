// JSON laid out afresh: two spaces a level, everything but white space kept as it was written, so
// that no number loses a digit and {{variables}} survive. Pure function.
#pragma once

#include <QString>

namespace sonde::ui
{

[[nodiscard]] QString indentJson(const QString &text);

} // namespace sonde::ui

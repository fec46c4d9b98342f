// The two sizes and weights that the window's own texts are set in. Each font more is found, opened
// and measured before the first paint: a thirtieth of what a start has to do. GUI thread.
#pragma once

#include <QFont>

namespace sonde::ui
{

// For what stands beside a text: badges, methods in lists, the status line.
[[nodiscard]] QFont smallFont(QFont font);
// For what is to be found first.
[[nodiscard]] QFont strongFont(QFont font);

} // namespace sonde::ui

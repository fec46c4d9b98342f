// Our own monochrome icons, drawn in the colour of the theme in force. GUI thread.
#pragma once

#include "ui/widgets/theme.h"

#include <QIcon>

namespace sonde::ui
{

// "send", "cancel", "add", …: a file of resources/icons/. Follows theme changes by itself; an
// unknown name is an assertion in debug builds and an empty icon otherwise.
[[nodiscard]] QIcon icon(const char *name);
// The same in one meaning's colour.
[[nodiscard]] QIcon icon(const char *name, Token token);
// The application icon, in full colour.
[[nodiscard]] QIcon applicationIcon();

} // namespace sonde::ui

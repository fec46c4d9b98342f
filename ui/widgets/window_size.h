// How large a window opens. GUI thread.
#pragma once

#include <QSize>

class QWidget;

namespace sonde::ui
{

// `wanted`, or as much of it as the screen has room for: what lies outside of a small screen cannot
// be reached.
void openNoLargerThanTheScreen(QWidget *window, QSize wanted);

} // namespace sonde::ui

#include "ui/widgets/window_size.h"

#include <QScreen>
#include <QWidget>

namespace sonde::ui
{
namespace
{

constexpr int titleBar = 40; // pixels that the desktop puts above a window, or less

} // namespace

void openNoLargerThanTheScreen(QWidget *window, QSize wanted)
{
    window->resize(wanted.boundedTo(window->screen()->availableSize() - QSize(0, titleBar)));
}

} // namespace sonde::ui

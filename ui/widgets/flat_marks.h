// The small marks of the style: what is ticked, what is chosen, what opens. GUI thread.
#pragma once

#include "ui/widgets/theme.h"

class QPainter;
class QStyleOption;

namespace sonde::ui
{

// The colour, or that of what is disabled.
[[nodiscard]] QColor inkFor(const QStyleOption *option, Token token);

enum class Mark : quint8 { Tick, Dot }; // of a check box, of a radio button
void drawIndicator(const QStyleOption *option, QPainter *painter, Mark mark);

// A tool button shows a ground only while something is done to it, or while it is on.
void drawTool(const QStyleOption *option, QPainter *painter);

// The ring around what has the keys.
void drawFocus(const QRect &rect, QPainter *painter);

void drawChevron(const QRect &rect, const QColor &ink, QPainter *painter);

} // namespace sonde::ui

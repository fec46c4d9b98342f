// The axis that the painted wire views share: round marks, and the shared cursor. GUI thread.
#pragma once

#include "ui/protocol/time_scale.h"

#include <QRectF>

class QPainter;

namespace sonde::ui
{

// Marks with their texts in `head`, lines down through `area`; `zero` is where times are told from.
void paintTimeAxis(QPainter &painter, const QRectF &head, const QRectF &area,
                   const TimeScale &scale, trace::Stamp zero);
// A line through `area` at a moment, if it is in sight.
void paintTimeCursor(QPainter &painter, const QRectF &area, const TimeScale &scale,
                     trace::Stamp moment);

} // namespace sonde::ui

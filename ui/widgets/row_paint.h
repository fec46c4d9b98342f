// What the rows of the sidebar's lists have in common. GUI thread.
#pragma once

#include <QString>

class QPainter;
class QStyleOptionViewItem;

namespace sonde::ui
{

// Selection, hover and the ring of the keyboard's focus, below what the row says.
void paintRowGround(QPainter *painter, const QStyleOptionViewItem &row);

// Six letters at most: a long method would push away what stands behind it.
[[nodiscard]] QString shortMethod(const QString &method);

} // namespace sonde::ui

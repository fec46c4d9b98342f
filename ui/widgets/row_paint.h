// What rows have in common, those of the sidebar's lists and others. GUI thread.
#pragma once

#include <QString>

class QFontMetrics;
class QPainter;
class QStyleOptionViewItem;

namespace sonde::ui
{

// Of a row of text in lists, tables and what a combo box opens.
[[nodiscard]] int rowHeight(const QFontMetrics &font);

// Selection, hover and the ring of the keyboard's focus, below what the row says.
void paintRowGround(QPainter *painter, const QStyleOptionViewItem &row);

// Six letters at most: a long method would push away what stands behind it.
[[nodiscard]] QString shortMethod(const QString &method);

} // namespace sonde::ui

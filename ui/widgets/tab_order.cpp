#include "ui/widgets/tab_order.h"

#include <QLayout>
#include <QWidget>

namespace sonde::ui
{
namespace
{

void collect(QWidget *widget, QList<QWidget *> &stops);

void collectLayout(const QLayout *layout, QList<QWidget *> &stops, QSet<QWidget *> &met)
{
    for (int at = 0; at < layout->count(); ++at) {
        QLayoutItem *item = layout->itemAt(at);
        if (QWidget *widget = item->widget()) {
            met.insert(widget);
            collect(widget, stops);
        } else if (const QLayout *inner = item->layout()) {
            collectLayout(inner, stops, met);
        }
    }
}

void collect(QWidget *widget, QList<QWidget *> &stops)
{
    // Where a proxy stands in, Tab does not stop.
    if ((widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
        stops.append(widget);
    QSet<QWidget *> met;
    if (const QLayout *layout = widget->layout())
        collectLayout(layout, stops, met);
    const auto children = widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *child : children) {
        if (!met.contains(child) && !child->isWindow())
            collect(child, stops);
    }
}

} // namespace

void tabAsLaidOut(QWidget *pane)
{
    QList<QWidget *> stops;
    collect(pane, stops);
    QWidget *before = pane;
    for (QWidget *stop : std::as_const(stops)) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
}

} // namespace sonde::ui

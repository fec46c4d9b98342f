#include "ui/widgets/menu_hover.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

void letGo(const QWidget *window)
{
    const QWidget *under = QApplication::widgetAt(QCursor::pos());
    for (auto *button : window->findChildren<QToolButton *>()) {
        if (!button->underMouse() || button == under)
            continue;
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(button, &leave);
    }
}

class MenuWatch : public QObject
{
protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *menu =
            event->type() == QEvent::Hide ? qobject_cast<const QMenu *>(watched) : nullptr;
        // Later: what is under the pointer now is still the menu.
        if (QWidget *parent = menu ? menu->parentWidget() : nullptr)
            QMetaObject::invokeMethod(
                parent, [parent] { letGo(parent->window()); }, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void letGoOfButtonsAfter(QMenu *menu)
{
    static MenuWatch watch;
    menu->installEventFilter(&watch);
}

} // namespace sonde::ui

#include "ui/widgets/focus_hand.h"

#include <QFocusEvent>

namespace sonde::ui
{

FocusHand::FocusHand(QWidget *pane)
    : QObject(pane)
{
    pane->installEventFilter(this);
}

void FocusHand::set(QWidget *pane, QWidget *to)
{
    auto *hand = pane->findChild<FocusHand *>({}, Qt::FindDirectChildrenOnly);
    if (!hand)
        hand = new FocusHand(pane);
    hand->m_to = to;
    pane->setFocusPolicy(Qt::NoFocus); // Tab is to come to what is in it
    if (pane->hasFocus())
        to->setFocus();
}

bool FocusHand::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && m_to)
        m_to->setFocus(static_cast<QFocusEvent *>(event)->reason());
    return QObject::eventFilter(watched, event);
}

} // namespace sonde::ui

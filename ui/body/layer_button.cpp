#include "ui/body/layer_button.h"

#include "ui/widgets/choice_menu.h"

namespace sonde::ui
{

LayerButton::LayerButton(QWidget *parent)
    : QToolButton(parent)
    , m_list(new ChoiceMenu(this))
{
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setMenu(m_list);
    connect(m_list, &QMenu::aboutToShow, this, &LayerButton::fillMenu);
    hide();
}

QString LayerButton::nameOf(qsizetype on) const
{
    if (on == 0)
        return tr("Decoded");
    const QString left = QString::fromLatin1(m_codings.first(on).join(", "));
    if (on == m_codings.size())
        //: %1 content codings, as “gzip, br”
        return tr("As received: %1").arg(left);
    //: %1 the content coding that was taken off, %2 those that are left
    return tr("After %1, still %2").arg(QString::fromLatin1(m_codings[on]), left);
}

void LayerButton::show(const QByteArrayList &codings, qsizetype on)
{
    m_codings = codings;
    m_on = on;
    setVisible(!codings.isEmpty());
    if (codings.isEmpty())
        return;
    setText(nameOf(on));
    setAccessibleName(tr("Content coding: %1").arg(nameOf(on)));
    setToolTip(tr("The body came in the content coding %1. Choose how much of it is taken off.")
                   .arg(QString::fromLatin1(codings.join(", "))));
}

void LayerButton::fillMenu()
{
    m_list->clear();
    for (qsizetype on = 0; on <= m_codings.size(); ++on) {
        m_list->addChoice(nameOf(on), on == m_on ? ChoiceMenu::Is::Chosen : ChoiceMenu::Is::Other,
                          [this, on] { Q_EMIT chosen(on); });
    }
}

} // namespace sonde::ui

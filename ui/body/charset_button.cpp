#include "ui/body/charset_button.h"

#include "ui/widgets/choice_menu.h"

namespace sonde::ui
{

CharsetButton::CharsetButton(QWidget *parent)
    : QToolButton(parent)
    , m_list(new ChoiceMenu(this))
{
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setMenu(m_list);
    connect(m_list, &QMenu::aboutToShow, this, &CharsetButton::fillMenu);
    describe();
}

void CharsetButton::showChoice(const body::CharsetChoice &choice)
{
    m_choice = choice;
    describe();
}

void CharsetButton::showChosen(const QByteArray &name)
{
    m_chosen = name;
    describe();
}

void CharsetButton::describe()
{
    const QString name = QString::fromLatin1(m_chosen.isEmpty() ? m_choice.name : m_chosen);
    setText(name);
    setAccessibleName(tr("Character set: %1").arg(name));
    using Reason = body::CharsetChoice::Reason;
    QString reason;
    if (!m_chosen.isEmpty())
        reason = tr("Chosen by you.");
    else if (m_choice.reason == Reason::Mark)
        reason = tr("Told by the byte order mark.");
    else if (m_choice.reason == Reason::Parameter)
        reason = tr("Told by the Content-Type field.");
    else if (m_choice.reason == Reason::Guess)
        reason = tr("Guessed from the octets.");
    else
        reason = tr("Nothing tells; this reads every octet.");
    setToolTip(tr("The text is read as %1. %2").arg(name, reason));
}

void CharsetButton::fillMenu()
{
    m_list->clear();
    const auto add = [this](const QString &text, const QByteArray &charset) {
        m_list->addChoice(text,
                          charset == m_chosen ? ChoiceMenu::Is::Chosen : ChoiceMenu::Is::Other,
                          [this, charset] { Q_EMIT chosen(charset); });
    };
    add(tr("As found: %1").arg(QString::fromLatin1(m_choice.name)), {});
    m_list->addSeparator();
    for (const QByteArrayView charset : body::charsetChoices())
        add(QString::fromLatin1(charset), charset.toByteArray());
}

} // namespace sonde::ui

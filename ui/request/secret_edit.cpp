#include "ui/request/secret_edit.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QToolButton>

namespace sonde::ui
{

SecretEdit::SecretEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_eye(addAction(icon("eye", Token::Muted), TrailingPosition))
{
    m_eye->setCheckable(true);
    connect(m_eye, &QAction::toggled, this, &SecretEdit::showAsIs);
    connect(this, &QLineEdit::textChanged, this, &SecretEdit::showAsIs);
    showAsIs();
}

void SecretEdit::showAsIs()
{
    const bool isVariable = text().contains(QLatin1String("{{"));
    setEchoMode(isVariable || m_eye->isChecked() ? Normal : Password);
    const QString say = m_eye->isChecked() ? tr("Hide") : tr("Show");
    m_eye->setVisible(!isVariable);
    m_eye->setIcon(icon(m_eye->isChecked() ? "eye-off" : "eye", Token::Muted));
    m_eye->setToolTip(say);
    m_eye->setText(say);
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setAccessibleName(say);
}

} // namespace sonde::ui

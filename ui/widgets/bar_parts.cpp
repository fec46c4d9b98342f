#include "ui/widgets/bar_parts.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/sentence.h"

#include <QToolButton>

namespace sonde::ui
{

QToolButton *closeButton(QWidget *bar, const QString &name, const QString &hint)
{
    auto *button = new QToolButton(bar);
    button->setIcon(icon("close"));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(hint.isEmpty() ? name : hint);
    return button;
}

ProblemLabel::ProblemLabel(QWidget *bar)
    : QLabel(bar)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setContentsMargins(8, 0, 8, 4);
    connect(&Theme::instance(), &Theme::changed, this, &ProblemLabel::recolor);
    recolor();
    hide();
}

void ProblemLabel::say(const QString &problem)
{
    const QString said = inWindowLanguage(problem);
    if (said == text())
        return;
    setText(said);
    setVisible(!said.isEmpty());
}

void ProblemLabel::recolor()
{
    QPalette own;
    own.setColor(QPalette::WindowText, Theme::instance().color(Token::Danger));
    setPalette(own);
}

} // namespace sonde::ui

#include "ui/body/view_note.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonde::ui
{

ViewNote::ViewNote(QAbstractScrollArea *view, const QString &wayBack)
    : QWidget(view->viewport())
    , m_view(view)
    , m_sentence(new QLabel(this))
    , m_how(new QLabel(this))
    , m_button(new QPushButton(wayBack, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setCursor(Qt::ArrowCursor);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->addStretch(1);
    for (QLabel *label : {m_sentence, m_how}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText); // it quotes what was typed
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_how->setForegroundRole(QPalette::PlaceholderText);
    column->addSpacing(4);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_button, &QPushButton::clicked, this, [this] {
        m_view->setFocus(Qt::OtherFocusReason); // the button goes
        Q_EMIT wayBackTaken();
    });
    view->viewport()->installEventFilter(this);
    hide();
}

void ViewNote::say(const QString &sentence, const QString &how)
{
    const bool told = isVisible() && sentence == m_sentence->text();
    m_sentence->setText(sentence);
    m_how->setText(how);
    m_how->setVisible(!how.isEmpty());
    setAccessibleName(sentence);
    setGeometry(parentWidget()->rect());
    show();
    raise();
    if (told || !isVisible())
        return;
    QAccessibleEvent alert(m_sentence, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString ViewNote::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

bool ViewNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace sonde::ui

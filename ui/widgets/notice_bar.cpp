#include "ui/widgets/notice_bar.h"

#include "ui/widgets/bar_parts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/sentence.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr int iconSize = 16;

Token ground(NoticeBar::Kind kind)
{
    switch (kind) {
    case NoticeBar::Kind::Note:
        return Token::SurfaceAlternate;
    case NoticeBar::Kind::Warning:
        return Token::WarningSurface;
    case NoticeBar::Kind::Danger:
        return Token::DangerSurface;
    }
    Q_UNREACHABLE();
}

QIcon symbol(NoticeBar::Kind kind)
{
    switch (kind) {
    case NoticeBar::Kind::Note:
        return icon("info", Token::Accent);
    case NoticeBar::Kind::Warning:
        return icon("warning", Token::Warning);
    case NoticeBar::Kind::Danger:
        return icon("error", Token::Danger);
    }
    Q_UNREACHABLE();
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_row(new QHBoxLayout(this))
    , m_close(closeButton(this, tr("Dismiss")))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_row->setContentsMargins(10, 4, 6, 4);
    m_row->addWidget(m_icon, 0, Qt::AlignVCenter);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    connect(&Theme::instance(), &Theme::changed, this, &NoticeBar::recolor);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
        if (old && now && isAncestorOf(now) && !isAncestorOf(old))
            m_before = old;
    });
    hide();
}

void NoticeBar::say(Kind kind, const QString &sentence)
{
    removeButtons();
    m_kind = kind;
    m_text->setText(inWindowLanguage(sentence));
    recolor();
    show();
}

void NoticeBar::addButton(const QString &text, std::function<void()> action)
{
    auto *button = new QPushButton(text, this);
    m_buttons.append(button);
    m_row->insertWidget(m_row->indexOf(m_close), button);
    setTabOrder(m_close->previousInFocusChain(), button); // not where the window ends
    connect(button, &QPushButton::clicked, this, std::move(action));
}

// Otherwise they would go to whatever comes next in the window.
void NoticeBar::giveBackKeys()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus && isAncestorOf(focus) && m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

void NoticeBar::removeButtons()
{
    giveBackKeys();
    for (QWidget *button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
    }
    m_buttons.clear();
}

void NoticeBar::dismiss()
{
    removeButtons();
    hide();
}

QString NoticeBar::sentence() const
{
    return isHidden() ? QString() : m_text->text();
}

void NoticeBar::recolor()
{
    m_icon->setPixmap(symbol(m_kind).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    update();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(ground(m_kind)));
    painter.setPen(Theme::instance().color(Token::Border));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace sonde::ui

#include "ui/response/hop_selector.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

namespace sonde::ui
{

HopSelector::HopSelector(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Requests of this chain"));
    auto *row = new FlowLayout(this, 4);
    row->setContentsMargins(10, 0, 10, 4);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void HopSelector::addButton(int hop)
{
    if (hop > 0) {
        auto *arrow = new QLabel(QStringLiteral("→"), this);
        arrow->setForegroundRole(QPalette::PlaceholderText);
        layout()->addWidget(arrow);
        m_arrows.append(arrow);
    }
    auto *button = new QToolButton(this);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(this);
    layout()->addWidget(button);
    m_buttons.append(button);
    connect(button, &QToolButton::clicked, this, [this, hop] { Q_EMIT chosen(hop); });
}

void HopSelector::showHops(const std::vector<HopSnapshot> &hops, size_t current)
{
    const auto count = hops.size() > 1 ? qsizetype(hops.size()) : 0;
    while (m_buttons.size() > count) {
        delete m_buttons.takeLast();
        if (!m_arrows.isEmpty())
            delete m_arrows.takeLast();
    }
    while (m_buttons.size() < count)
        addButton(int(m_buttons.size()));
    m_current = int(current);
    for (qsizetype i = 0; i < count; ++i) {
        const HopSnapshot &hop = hops[size_t(i)];
        const QString status = hop.status() > 0
                                   ? QString::number(hop.status())
                                   : (hop.exchange.isOver() ? statusShape(0) : QStringLiteral("…"));
        QToolButton *button = m_buttons[i];
        button->setText(QStringLiteral("%1 · %2").arg(i + 1).arg(status));
        button->setToolTip(QString::fromUtf8(hop.exchange.request.method.token() + ' ' +
                                             hop.exchange.request.target.url()));
        button->setAccessibleDescription(button->toolTip());
        button->setChecked(i == qsizetype(current));
    }
    setVisible(count > 0);
}

// Left and right go along the chain; the buttons would only move the focus.
bool HopSelector::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return QWidget::eventFilter(watched, event);
    const int target = m_current + (key == Qt::Key_Right ? 1 : -1);
    if (target >= 0 && target < m_buttons.size()) {
        m_buttons[target]->setFocus();
        Q_EMIT chosen(target);
    }
    return true;
}

} // namespace sonde::ui

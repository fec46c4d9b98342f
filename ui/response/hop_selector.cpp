#include "ui/response/hop_selector.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

namespace sonde::ui
{

namespace
{

// More is no chain that anybody reads along.
constexpr size_t mostButtons = 24;

QString statusOf(const HopSnapshot &hop)
{
    if (hop.status() > 0)
        return QString::number(hop.status());
    return hop.exchange.isOver() ? statusShape(0) : QStringLiteral("…");
}

QString requestOf(const HopSnapshot &hop)
{
    return QString::fromUtf8(hop.exchange.request.method.token() + ' ' +
                             hop.exchange.request.target.url());
}

} // namespace

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
    m_current = int(current);
    const bool isList = hops.size() > mostButtons;
    showChain(isList ? std::vector<HopSnapshot>() : hops, current);
    if (isList)
        showList(hops, current);
    if (m_list)
        m_list->setVisible(isList);
    setVisible(hops.size() > 1);
}

void HopSelector::showChain(const std::vector<HopSnapshot> &hops, size_t current)
{
    const auto count = hops.size() > 1 ? qsizetype(hops.size()) : 0;
    while (m_buttons.size() > count) {
        delete m_buttons.takeLast();
        if (!m_arrows.isEmpty())
            delete m_arrows.takeLast();
    }
    while (m_buttons.size() < count)
        addButton(int(m_buttons.size()));
    for (qsizetype i = 0; i < count; ++i) {
        const HopSnapshot &hop = hops[size_t(i)];
        QToolButton *button = m_buttons[i];
        button->setText(QStringLiteral("%1 · %2").arg(i + 1).arg(statusOf(hop)));
        button->setToolTip(requestOf(hop));
        button->setAccessibleDescription(button->toolTip());
        button->setChecked(i == qsizetype(current));
    }
}

void HopSelector::showList(const std::vector<HopSnapshot> &hops, size_t current)
{
    if (!m_list) {
        m_list = new QComboBox(this);
        m_list->setAccessibleName(tr("Requests of this call"));
        m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_list->setMinimumContentsLength(60);
        layout()->addWidget(m_list);
        connect(m_list, &QComboBox::activated, this, &HopSelector::chosen);
    }
    for (size_t i = 0; i < hops.size(); ++i) {
        const QString text =
            QStringLiteral("%1 · %2  %3").arg(i + 1).arg(statusOf(hops[i]), requestOf(hops[i]));
        if (int(i) >= m_list->count())
            m_list->addItem(text);
        else if (m_list->itemText(int(i)) != text)
            m_list->setItemText(int(i), text);
    }
    while (m_list->count() > int(hops.size()))
        m_list->removeItem(m_list->count() - 1);
    m_list->setCurrentIndex(int(current));
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

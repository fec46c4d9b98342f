#include "ui/widgets/tool_rows.h"

#include <QBoxLayout>
#include <QEvent>

namespace sonde::ui
{
namespace
{

constexpr int toolsApart = 2;
constexpr int groupsApart = 6;

} // namespace

ToolRows::ToolRows(QWidget *parent)
    : QWidget(parent)
    , m_both(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_first(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_second(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_both->setContentsMargins(6, 4, 6, 4);
    m_both->setSpacing(groupsApart);
    m_first->setSpacing(toolsApart);
    m_second->setSpacing(toolsApart);
    m_both->addLayout(m_first);
    m_both->addLayout(m_second, 1);
}

QSize ToolRows::minimumSizeHint() const
{
    const QMargins margins = m_both->contentsMargins();
    const int inner = std::max(m_first->minimumSize().width(), m_second->minimumSize().width());
    return {inner + margins.left() + margins.right(), QWidget::minimumSizeHint().height()};
}

bool ToolRows::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    // Tools come and go as well as room does.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        arrange();
    return handled;
}

void ToolRows::arrange()
{
    const QMargins margins = m_both->contentsMargins();
    const int wanted = m_first->minimumSize().width() + groupsApart +
                       m_second->minimumSize().width() + margins.left() + margins.right();
    const bool fits = wanted <= width();
    const auto direction = fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_both->direction() == direction)
        return;
    // Below each other, the first would spread its tools over the whole width.
    m_both->setAlignment(m_first, fits ? Qt::Alignment() : Qt::AlignLeft);
    m_both->setSpacing(fits ? groupsApart : toolsApart);
    m_both->setDirection(direction);
    updateGeometry();
}

} // namespace sonde::ui

#include "ui/shell/sidebar.h"

#include "ui/collections/collection_panel.h"
#include "ui/history/history_panel.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace sonde::ui
{

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new FlatTabBar(this))
    , m_parts(new QStackedWidget(this))
    , m_collections(new CollectionPanel(m_parts))
    , m_history(new HistoryPanel(m_parts))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_parts, 1);
    m_tabs->addTab(tr("Collections"));
    m_tabs->addTab(tr("History"));
    m_tabs->setAccessibleName(tr("Parts of the sidebar"));
    m_parts->addWidget(m_collections);
    m_parts->addWidget(m_history);
    connect(m_tabs, &QTabBar::currentChanged, m_parts, &QStackedWidget::setCurrentIndex);
    setMinimumWidth(160);
    setAccessibleName(tr("Sidebar"));
}

void Sidebar::showPart(Part part)
{
    m_tabs->setCurrentIndex(int(part));
}

Sidebar::Part Sidebar::part() const
{
    return Part(m_parts->currentIndex());
}

void Sidebar::focusPart()
{
    if (part() == Part::History)
        m_history->focusList();
    else
        m_collections->tree()->setFocus(Qt::ShortcutFocusReason);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Window));
    // Beside the documents the splitter draws this line.
    if (parentWidget() && !parentWidget()->inherits("QSplitter"))
        painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Token::Border));
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sonde::ui

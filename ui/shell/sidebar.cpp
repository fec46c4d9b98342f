#include "ui/shell/sidebar.h"

#include "ui/collections/collection_panel.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace sonde::ui
{

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_collections(new CollectionPanel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_collections);
    setMinimumWidth(160);
    setAccessibleName(tr("Sidebar"));
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

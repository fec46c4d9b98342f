#include "ui/widgets/body_view/overview_ruler.h"

#include "body/body_search.h"
#include "ui/widgets/body_view/body_view.h"

#include <QMouseEvent>
#include <QPainter>

namespace sonde::ui
{
namespace
{

constexpr int thickness = 10; // pixels
constexpr int part = 2;       // pixels a mark is high

} // namespace

OverviewRuler::OverviewRuler(BodyView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
{
    setFixedWidth(thickness);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Where the matches are"));
    setToolTip(tr("Where in the body the matches are"));
    connect(view, &BodyView::matchesChanged, this, [this] {
        setVisible(m_view->search() && m_view->search()->isActive());
        update();
    });
    connect(view, &BodyView::selectionChanged, this, qOverload<>(&QWidget::update));
    hide();
}

QSize OverviewRuler::sizeHint() const
{
    return {thickness, 40};
}

void OverviewRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    painter.fillRect(rect(), theme.color(Token::Gutter));
    if (!m_view->search() || !m_view->store())
        return;
    const qint64 size = m_view->store()->size();
    const auto counts = m_view->search()->overview(size, height() / part);
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            painter.fillRect(2, int(i) * part, width() - 4, part, theme.color(Token::Warning));
    }
    if (size > 0) {
        const auto y = int(double(m_view->caret()) / double(size) * height());
        painter.fillRect(0, std::min(y, height() - part), width(), part, theme.color(Token::Focus));
    }
}

void OverviewRuler::mousePressEvent(QMouseEvent *event)
{
    goTo(event->position().y());
}

void OverviewRuler::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position().y());
}

void OverviewRuler::goTo(qreal y)
{
    if (!m_view->store() || height() == 0)
        return;
    const qreal share = std::clamp(y / height(), 0.0, 1.0);
    m_view->reveal(qint64(double(m_view->store()->size()) * share));
}

} // namespace sonde::ui

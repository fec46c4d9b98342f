#include "ui/body/bar_plot.h"

#include "ui/widgets/accessible_role.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace sonde::ui
{
namespace
{

constexpr int plotHeight = 56; // pixels, without the lines of text
constexpr qreal gap = 2;
constexpr qreal widest = 48;

} // namespace

class BarPlot::Model : public RowTable<Bar>
{
public:
    Model(const QString &ranges, const QString &readings, QObject *parent)
        : RowTable({{.title = ranges}, {.title = readings, .side = Qt::AlignRight}}, parent)
    {
    }

private:
    [[nodiscard]] QString cell(const Bar &bar, int column) const override
    {
        return column == 0 ? bar.range : bar.reading;
    }
};

BarCanvas::BarCanvas(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BarCanvas::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
}

void BarCanvas::setBars(std::vector<Bar> bars)
{
    if (bars == m_bars)
        return;
    m_bars = std::move(bars);
    choose(m_current && *m_current < m_bars.size() ? m_current : std::nullopt);
}

void BarCanvas::choose(std::optional<size_t> bar)
{
    m_current = bar;
    setAccessibleDescription(bar ? m_bars[*bar].range + QStringLiteral(": ") + m_bars[*bar].reading
                                 : QString());
    setToolTip(accessibleDescription());
    update();
}

QSize BarCanvas::sizeHint() const
{
    return {240, 2 * fontMetrics().height() + plotHeight + 12};
}

QRectF BarCanvas::plot() const
{
    const int line = fontMetrics().height();
    return QRectF(rect()).adjusted(8, line + 6, -8, -line - 4);
}

QRectF BarCanvas::rectOf(size_t bar) const
{
    const QRectF area = plot();
    const qreal width = std::min(widest, area.width() / qreal(std::max<size_t>(m_bars.size(), 1)));
    const double most = std::ranges::max(m_bars, {}, &Bar::value).value;
    const double part = most > 0 ? m_bars[bar].value / most : 0;
    // What is not nothing is seen.
    const qreal height = m_bars[bar].value > 0 ? std::max<qreal>(part * area.height(), 2) : 0;
    return {area.left() + qreal(bar) * width, area.bottom() - height,
            std::max<qreal>(width - gap, 1), height};
}

void BarCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    const QRectF area = plot();
    const qreal line = fontMetrics().height();
    painter.setPen(theme.color(Token::Muted));
    const QRectF top(area.left(), 2, area.width(), line);
    const QString head = m_current ? accessibleDescription() : m_title;
    painter.drawText(top, Qt::AlignLeft,
                     fontMetrics().elidedText(head, Qt::ElideRight, int(top.width())));
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1),
                     theme.color(Token::Border));
    qreal free = area.left(); // where the next label may stand
    for (size_t i = 0; i < m_bars.size(); ++i) {
        const QRectF bar = rectOf(i);
        painter.fillRect(bar, theme.color(m_current == i ? Token::Accent : Token::PhaseReceive));
        const QString &place = m_bars[i].place;
        const qreal width = fontMetrics().horizontalAdvance(place);
        if (bar.left() < free || bar.left() + width > area.right())
            continue;
        painter.drawText(QRectF(bar.left(), area.bottom() + 2, width + 1, line), Qt::AlignLeft,
                         place);
        free = bar.left() + width + 10;
    }
    if (hasFocus()) {
        painter.setPen(theme.color(Token::Focus));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void BarCanvas::mousePressEvent(QMouseEvent *event)
{
    for (size_t i = 0; i < m_bars.size(); ++i) {
        const QRectF bar = rectOf(i);
        if (event->position().x() >= bar.left() && event->position().x() < bar.right() + gap)
            choose(i);
    }
}

void BarCanvas::keyPressEvent(QKeyEvent *event)
{
    const size_t count = m_bars.size();
    const bool moves = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right ||
                       event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (count == 0 || !moves) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Home || !m_current)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(count - 1);
    else if (event->key() == Qt::Key_Right)
        choose(std::min(*m_current + 1, count - 1));
    else
        choose(*m_current > 0 ? *m_current - 1 : 0);
}

void BarCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void BarCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

BarPlot::BarPlot(const QString &title, const QString &ranges, const QString &readings,
                 QWidget *parent)
    : QStackedWidget(parent)
    , m_canvas(new BarCanvas(this))
    , m_table(new QTableView(this))
    , m_model(new Model(ranges, readings, this))
{
    m_canvas->setTitle(title);
    m_table->setModel(m_model);
    m_table->setAccessibleName(title);
    dressPlainTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFixedHeight(m_canvas->sizeHint().height());
    addWidget(m_canvas);
    addWidget(m_table);
}

BarPlot::~BarPlot() = default;

void BarPlot::setBars(std::vector<Bar> bars)
{
    m_model->setRows(bars);
    m_canvas->setBars(std::move(bars));
}

void BarPlot::showTable(bool table)
{
    setCurrentIndex(table ? 1 : 0);
    setFixedHeight(m_canvas->sizeHint().height() * (table ? 2 : 1));
}

} // namespace sonde::ui

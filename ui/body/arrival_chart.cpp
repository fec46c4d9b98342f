#include "ui/body/arrival_chart.h"

#include "ui/widgets/accessible_role.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace sonde::ui
{
namespace
{

constexpr int chartHeight = 84; // pixels
constexpr qreal dot = 3;

} // namespace

ArrivalChart::ArrivalChart(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(chartHeight);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::Chart);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Arrival of the body"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ArrivalChart::sizeHint() const
{
    return {200, chartHeight};
}

void ArrivalChart::setExchange(std::shared_ptr<const trace::Exchange> exchange)
{
    m_arrivals = Arrivals(std::move(exchange));
    m_current.reset();
    describe();
}

void ArrivalChart::noteGrowth()
{
    const size_t before = m_arrivals.chunks().size();
    m_arrivals.refresh();
    if (m_arrivals.chunks().size() < before)
        m_current.reset(); // merged: it has another number now
    describe();
}

void ArrivalChart::describe()
{
    setAccessibleDescription(m_current ? wordsOf(*m_current) : QString());
    setToolTip(accessibleDescription());
    update();
}

QRectF ArrivalChart::plot() const
{
    const qreal top = fontMetrics().height() + 6;
    return QRectF(rect()).adjusted(12, top, -12, -8);
}

QPointF ArrivalChart::pointOf(size_t chunk) const
{
    const auto &chunks = m_arrivals.chunks();
    const qreal duration =
        std::max<qreal>(qreal((chunks.back().at - chunks.front().at).count()), 1);
    const qreal octets = std::max<qreal>(qreal(chunks.back().decodedTo), 1);
    const QRectF area = plot();
    const qreal x = qreal((chunks[chunk].at - chunks.front().at).count()) / duration;
    return {area.left() + x * area.width(),
            area.bottom() - qreal(chunks[chunk].decodedTo) / octets * area.height()};
}

QString ArrivalChart::wordsOf(size_t chunk) const
{
    const auto [from, to] = m_arrivals.octetsOf(chunk);
    const QLocale locale;
    //: %1 the number of an arrival, %2 a time, %3 a size, %4 an offset
    return tr("Arrival %1 at %2: %3 from octet %4")
        .arg(locale.toString(qulonglong(chunk) + 1),
             durationText(m_arrivals.time(m_arrivals.chunks()[chunk])), octetsText(to - from),
             locale.toString(from));
}

void ArrivalChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    painter.fillRect(rect(), theme.color(Token::Surface));
    painter.fillRect(0, 0, width(), 1, theme.color(Token::Border));
    painter.setPen(theme.color(Token::Muted));
    const auto &chunks = m_arrivals.chunks();
    const QRectF line(12, 4, width() - 24, fontMetrics().height());
    if (chunks.empty()) {
        painter.drawText(line, Qt::AlignLeft, tr("Nothing has arrived yet."));
        return;
    }
    const auto duration = chunks.back().at - chunks.front().at;
    const QString all = tr("%Ln arrival(s)", nullptr, int(chunks.size())) + QStringLiteral(" · ") +
                        octetsText(qint64(chunks.back().decodedTo)) + QStringLiteral(" · ") +
                        durationText(duration);
    painter.drawText(line, Qt::AlignLeft, m_current ? wordsOf(*m_current) : all);
    const QRectF area = plot();
    painter.fillRect(QRectF(area.left(), area.bottom() + 2, area.width(), 1),
                     theme.color(Token::Border));
    QPointF last(-10, -10);
    for (size_t i = 0; i < chunks.size(); ++i) {
        const QPointF at = pointOf(i);
        if ((at - last).manhattanLength() < 1) // more dots than pixels
            continue;
        last = at;
        painter.fillRect(QRectF(at.x() - dot / 2, at.y() - dot / 2, dot, dot),
                         theme.color(Token::PhaseReceive));
    }
    if (m_current) {
        const QPointF at = pointOf(*m_current);
        painter.fillRect(QRectF(at.x(), area.top(), 1, area.height() + 2),
                         theme.color(Token::Accent));
        painter.fillRect(QRectF(at.x() - dot, at.y() - dot, 2 * dot, 2 * dot),
                         theme.color(Token::Accent));
    }
    if (hasFocus()) {
        painter.setPen(theme.color(Token::Focus));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

std::optional<size_t> ArrivalChart::chunkNear(qreal x) const
{
    const auto &chunks = m_arrivals.chunks();
    if (chunks.empty())
        return std::nullopt;
    size_t low = 0;
    size_t high = chunks.size() - 1;
    while (low < high) { // the first one not left of x
        const size_t middle = (low + high) / 2;
        if (pointOf(middle).x() < x)
            low = middle + 1;
        else
            high = middle;
    }
    if (low > 0 && x - pointOf(low - 1).x() < pointOf(low).x() - x)
        --low;
    return low;
}

void ArrivalChart::choose(size_t chunk)
{
    m_current = chunk;
    describe();
    const auto [from, to] = m_arrivals.octetsOf(chunk);
    Q_EMIT chosen(from, to);
}

void ArrivalChart::showOctet(qint64 octet)
{
    m_current = m_arrivals.chunkOf(octet);
    describe();
}

void ArrivalChart::mousePressEvent(QMouseEvent *event)
{
    if (const auto chunk = chunkNear(event->position().x()))
        choose(*chunk);
}

void ArrivalChart::mouseMoveEvent(QMouseEvent *event)
{
    const auto chunk = chunkNear(event->position().x());
    if (chunk && (event->buttons() & Qt::LeftButton) && chunk != m_current)
        choose(*chunk);
}

void ArrivalChart::keyPressEvent(QKeyEvent *event)
{
    const size_t count = m_arrivals.chunks().size();
    const size_t here = m_current.value_or(0);
    if (count == 0)
        QWidget::keyPressEvent(event);
    else if (event->key() == Qt::Key_Left)
        choose(here > 0 ? here - 1 : 0);
    else if (event->key() == Qt::Key_Right)
        choose(m_current ? std::min(here + 1, count - 1) : 0);
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(count - 1);
    else
        QWidget::keyPressEvent(event);
}

void ArrivalChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ArrivalChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace sonde::ui

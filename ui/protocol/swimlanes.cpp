#include "ui/protocol/swimlanes.h"

#include "ui/protocol/time_axis.h"
#include "ui/protocol/wire_selection.h"
#include "ui/protocol/wire_words.h"
#include "ui/widgets/accessible_role.h"
#include "ui/widgets/icons.h"

#include <QPainter>
#include <QScrollBar>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr qreal leastMark = 3;   // a frame of microseconds is still there
constexpr double zoomStep = 1.5; // of a button
constexpr int lanesShown = 4;    // before the user makes room

QRectF markBetween(const QRectF &lane, trace::Direction direction, double left, double right)
{
    const qreal half = (lane.height() - 4) / 2;
    const bool sent = direction == trace::Direction::Sent;
    return {left, lane.top() + 2 + (sent ? 0 : half), std::max(right - left, leastMark), half - 1};
}

} // namespace

Swimlanes::Swimlanes(WireSelection *selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_selection(selection)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::Chart);
    setAccessibleName(tr("Frames in time"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    addButtons();
    connect(m_selection, &WireSelection::selected, this, &Swimlanes::followSelection);
    connect(m_selection, &WireSelection::pointed, viewport(), qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void Swimlanes::addButtons()
{
    const auto add = [this](const char *name, const QString &tip, auto action) {
        auto *button = new QToolButton(this);
        button->setIcon(icon(name, Token::Muted));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setIconSize({12, 12});
        connect(button, &QToolButton::clicked, this, action);
        m_buttons << button;
    };
    add("add", tr("Zoom in (+)"), [this] { zoom(zoomStep); });
    add("remove", tr("Zoom out (−)"), [this] { zoom(1 / zoomStep); });
    add("split-vertical", tr("The whole connection (0)"), [this] { showStretch(Stretch::Whole); });
    add("send", tr("This request (1)"), [this] { showStretch(Stretch::Request); });
}

void Swimlanes::placeButtons()
{
    const int side = headHeight() - 2;
    int x = 4;
    for (QToolButton *button : m_buttons) {
        button->setGeometry(x, 0, side + 2, side);
        x += side + 2;
    }
}

void Swimlanes::show(const WireView &view, const WireSubject &subject, std::vector<Lane> lanes)
{
    const bool other = subject.zero() != m_subject.zero();
    const bool sameHeight = lanes.size() == m_lanes.size();
    m_view = view;
    m_subject = subject;
    m_lanes = std::move(lanes);
    if (other)
        m_kept = Stretch::Request;
    if (m_view.size() > 0)
        m_scale.setWhole(m_view.at(0), m_view.ended(m_view.size() - 1));
    if (m_kept)
        fitTo(*m_kept);
    setAccessibleDescription(
        tr("%n lane(s); the table below says the same in words", nullptr, int(m_lanes.size())));
    if (!sameHeight)
        updateGeometry();
    updateScrollBar();
    viewport()->update();
}

// With a little room at both ends, so that the first and the last mark can be seen.
void Swimlanes::fitTo(Stretch stretch)
{
    if (m_view.size() == 0)
        return;
    trace::Stamp from = m_view.at(0);
    trace::Stamp to = m_view.ended(m_view.size() - 1);
    const auto own = stretch == Stretch::Request ? m_subject.stream(m_view) : std::nullopt;
    const auto lane =
        std::ranges::find_if(m_lanes, [&](const Lane &each) { return own && each.stream == *own; });
    if (lane != m_lanes.end() && !lane->rows.empty()) {
        from = m_view.at(lane->rows.front());
        to = m_view.ended(lane->rows.back());
        // A connection of its own is part of the request.
        if (!m_subject.exchange.connectionReused)
            from = m_view.at(0);
    }
    const auto margin = std::max((to - from) / 25, std::chrono::nanoseconds(20'000));
    m_scale.show(from + -margin, to + margin);
}

void Swimlanes::showStretch(Stretch stretch)
{
    m_kept = stretch;
    fitTo(stretch);
    viewport()->update();
}

void Swimlanes::zoom(double factor)
{
    trace::Stamp around = m_scale.from() + m_scale.length() / 2;
    if (const auto row = m_selection->row(); row && *row < m_view.size()) {
        if (const auto at = m_view.at(*row); at >= m_scale.from() && at <= m_scale.to())
            around = at;
    }
    m_kept.reset();
    m_scale.zoom(factor, around);
    viewport()->update();
}

int Swimlanes::laneHeight() const
{
    return fontMetrics().height() + 6;
}

int Swimlanes::headHeight() const
{
    return fontMetrics().height() + 6;
}

QSize Swimlanes::sizeHint() const
{
    return {500, minimumSizeHint().height()};
}

QSize Swimlanes::minimumSizeHint() const
{
    const int lanes = std::clamp(int(m_lanes.size()), 1, lanesShown);
    return {200, headHeight() + lanes * laneHeight() + 2};
}

qreal Swimlanes::labelWidth() const
{
    return std::clamp(viewport()->width() * 0.22, 100.0, 220.0);
}

QRectF Swimlanes::plot() const
{
    const qreal left = labelWidth();
    return {left, qreal(headHeight()), std::max(viewport()->width() - left - 6, 20.0),
            qreal(std::max(viewport()->height() - headHeight(), 1))};
}

QRectF Swimlanes::laneRectangle(size_t lane) const
{
    const qreal top = headHeight() + qreal(lane) * laneHeight() - verticalScrollBar()->value();
    return {0, top, qreal(viewport()->width()), qreal(laneHeight())};
}

std::optional<size_t> Swimlanes::laneAt(QPointF position) const
{
    const qreal y = position.y() - headHeight() + verticalScrollBar()->value();
    if (position.y() < headHeight() || y < 0 || size_t(y) / size_t(laneHeight()) >= m_lanes.size())
        return std::nullopt;
    return size_t(y) / size_t(laneHeight());
}

std::optional<size_t> Swimlanes::laneOf(size_t row) const
{
    if (row >= m_view.size())
        return std::nullopt;
    const auto lane = std::ranges::find(m_lanes, m_view.stream(row), &Lane::stream);
    return lane == m_lanes.end() ? std::nullopt : std::optional(size_t(lane - m_lanes.begin()));
}

QRectF Swimlanes::markIn(const QRectF &lane, size_t row) const
{
    const QRectF area = plot();
    return markBetween(lane, m_view.direction(row),
                       m_scale.x(m_view.at(row), area.left(), area.width()),
                       m_scale.x(m_view.ended(row), area.left(), area.width()));
}

QRectF Swimlanes::markRectangle(size_t row) const
{
    const auto lane = laneOf(row);
    return lane ? markIn(laneRectangle(*lane), row).intersected(plot()) : QRectF();
}

void Swimlanes::updateScrollBar()
{
    const int room = std::max(viewport()->height() - headHeight(), 0);
    verticalScrollBar()->setRange(0, std::max(0, int(m_lanes.size()) * laneHeight() - room));
    verticalScrollBar()->setPageStep(std::max(room, 1));
    verticalScrollBar()->setSingleStep(laneHeight());
}

void Swimlanes::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeButtons();
    updateScrollBar();
}

void Swimlanes::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.color(Token::Surface));
    const QRectF area = plot();
    if (m_view.size() > 0)
        paintTimeAxis(painter, {0, 0, qreal(viewport()->width()), qreal(headHeight()) - 1}, area,
                      m_scale, m_subject.zero());
    painter.setClipRect(QRectF(0, headHeight(), viewport()->width(), viewport()->height()));
    for (size_t lane = 0; lane < m_lanes.size(); ++lane) {
        const QRectF rect = laneRectangle(lane);
        if (rect.bottom() >= headHeight() && rect.top() <= viewport()->height())
            paintLane(painter, lane);
    }
    painter.setClipRect(area);
    paintSelected(painter);
    if (m_selection->cursor())
        paintTimeCursor(painter, area, m_scale, *m_selection->cursor());
    painter.setClipping(false);
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Focus), 2));
        painter.drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
    }
}

void Swimlanes::paintLane(QPainter &painter, size_t lane) const
{
    const Theme &theme = Theme::instance();
    const QRectF rect = laneRectangle(lane);
    const bool own = m_subject.stream(m_view) == m_lanes[lane].stream;
    if (lane % 2 == 1)
        painter.fillRect(rect, theme.color(Token::SurfaceAlternate));
    painter.setPen(theme.color(Token::Border));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    QFont font = painter.font();
    font.setBold(own);
    painter.setFont(font);
    painter.setPen(theme.color(own ? Token::Text : Token::Muted));
    const QRectF label(8, rect.top(), labelWidth() - 14, rect.height());
    painter.drawText(
        label, Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_lanes[lane].label, Qt::ElideRight, int(label.width())));
    painter.save();
    painter.setClipRect(plot(), Qt::IntersectClip);
    paintMarks(painter, rect, m_lanes[lane]);
    painter.restore();
}

// Marks that would stand on one pixel are drawn once: a hundred thousand of them paint as fast as a
// few.
void Swimlanes::paintMarks(QPainter &painter, const QRectF &rect, const Lane &lane) const
{
    const Theme &theme = Theme::instance();
    const auto from = m_scale.from();
    const auto first = std::ranges::lower_bound(lane.rows, from, {},
                                                [this](quint32 row) { return m_view.ended(row); });
    const QRectF area = plot();                         // asked once: it measures the font
    std::array<std::tuple<int, Token, bool>, 2> last{}; // by direction
    for (auto row = first == lane.rows.begin() ? first : std::prev(first); row != lane.rows.end();
         ++row) {
        const double left = m_scale.x(m_view.at(*row), area.left(), area.width());
        if (left > area.right())
            break;
        const double right = m_scale.x(m_view.ended(*row), area.left(), area.width());
        const Token token = kindToken(m_view, *row);
        const auto direction = m_view.direction(*row);
        const bool broken = verdictKind(m_view, *row) == trace::Verdict::Kind::Violation;
        const std::tuple here(int(right), token, broken);
        if (std::exchange(last[size_t(direction)], here) == here)
            continue;
        const QRectF mark = markBetween(rect, direction, left, right);
        painter.fillRect(mark, theme.color(token));
        if (broken) {
            painter.setPen(QPen(theme.color(Token::Danger), 2));
            painter.drawRect(mark.adjusted(-2, -2, 2, 2));
        }
    }
}

void Swimlanes::paintSelected(QPainter &painter) const
{
    const auto row = m_selection->row();
    const auto lane = row ? laneOf(*row) : std::nullopt;
    if (!lane)
        return;
    const QRectF mark = markIn(laneRectangle(*lane), *row);
    painter.setPen(QPen(Theme::instance().color(Token::Accent), 1));
    painter.drawLine(QPointF(mark.center().x(), plot().top()),
                     QPointF(mark.center().x(), plot().bottom()));
    painter.setPen(QPen(Theme::instance().color(Token::Text), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(mark.adjusted(-2, -1.5, 2, 1.5));
}

void Swimlanes::followSelection()
{
    const auto row = m_selection->row();
    if (row && *row < m_view.size()) {
        m_scale.reveal(m_view.at(*row));
        if (const auto lane = laneOf(*row)) {
            const int top = int(*lane) * laneHeight();
            const int room = verticalScrollBar()->pageStep();
            if (top < verticalScrollBar()->value())
                verticalScrollBar()->setValue(top);
            else if (top + laneHeight() > verticalScrollBar()->value() + room)
                verticalScrollBar()->setValue(top + laneHeight() - room);
        }
        setAccessibleDescription(describe(*row));
    }
    viewport()->update();
}

QString Swimlanes::describe(size_t row) const
{
    //: "stream 1: HEADERS, received, 12.345 ms": a frame in one line
    const QString text = tr("%1: %2, %3, %4 ms");
    const QString lane = m_view.stream(row) == 0 ? tr("connection")
                         : m_view.http1          ? tr("message %1").arg(m_view.stream(row))
                                                 : tr("stream %1").arg(m_view.stream(row));
    return text.arg(lane, typeText(m_view, row), directionText(m_view.direction(row)),
                    momentText(m_view.at(row), m_subject.zero()));
}

} // namespace sonde::ui

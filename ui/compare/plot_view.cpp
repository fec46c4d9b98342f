#include "ui/compare/plot_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QtMath>

#include <array>

namespace sonde::ui
{
namespace
{

using Ink = lab::Mark::Ink;
using Kind = lab::Mark::Kind;

constexpr qreal reach = 9; // how near is on a dot

QPointF at(const lab::PlotPoint &point)
{
    return {point.x, point.y};
}

} // namespace

Token armToken(int arm, int arms)
{
    constexpr std::array tokens{Token::PhaseReceive, Token::PhaseTcp, Token::PhaseTls,
                                Token::PhaseWait};
    return arm == arms - 1 ? Token::Muted : tokens[size_t(arm) % tokens.size()];
}

PlotView::PlotView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PlotView::setPlot(Draw draw, Height height)
{
    m_draw = std::move(draw);
    m_height = height;
    m_trial = -1;
    this->draw();
}

void PlotView::draw()
{
    m_plot = m_draw ? m_draw({.width = double(width()), .height = double(height())}) : lab::Plot{};
    m_arms = 0;
    for (const lab::Mark &mark : m_plot.marks)
        m_arms = std::max(m_arms, mark.arm + 1);
    if (m_height == Height::OfPlot)
        setFixedHeight(qCeil(m_plot.height));
    setAccessibleName(m_plot.title);
    setAccessibleDescription(tr("The numbers are in the table below."));
    update();
}

void PlotView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    draw();
}

void PlotView::setCurrentTrial(int trial)
{
    m_trial = trial;
    update();
}

QPointF PlotView::dotOf(int trial) const
{
    for (const lab::Mark &mark : m_plot.marks) {
        if (mark.kind == Kind::Dot && mark.trial == trial)
            return at(mark.points.front());
    }
    return {-1, -1};
}

void PlotView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Token::Surface));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const lab::Mark &mark : m_plot.marks)
        paintMark(painter, mark);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::instance().color(Token::Focus), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void PlotView::paintMark(QPainter &painter, const lab::Mark &mark) const
{
    const Theme &theme = Theme::instance();
    const QColor color = theme.color(mark.ink == Ink::Arm     ? armToken(mark.arm, m_arms)
                                     : mark.ink == Ink::Faint ? Token::Border
                                                              : Token::Text);
    switch (mark.kind) {
    case Kind::Line: {
        QPen pen(color, mark.width);
        const auto dashes = lab::dashesOf(mark.arm);
        if (mark.ink == Ink::Arm && !dashes.empty()) {
            QList<qreal> pattern;
            for (const double length : dashes)
                pattern.append(length / mark.width);
            pen.setDashPattern(pattern);
        }
        painter.setPen(pen);
        QPolygonF line;
        for (const lab::PlotPoint &point : mark.points)
            line.append(at(point));
        painter.drawPolyline(line);
        break;
    }
    case Kind::Band: {
        QColor fill = theme.color(Token::Muted);
        fill.setAlphaF(0.22F);
        painter.fillRect(QRectF(at(mark.points.front()), at(mark.points.back())), fill);
        break;
    }
    case Kind::Block:
        paintBlock(painter, mark);
        break;
    case Kind::Dot:
        paintDot(painter, mark);
        break;
    case Kind::Text: {
        painter.setPen(theme.color(Token::Text));
        const QPointF base = at(mark.points.front());
        const qreal width = painter.fontMetrics().horizontalAdvance(mark.text);
        const qreal left = mark.anchor == lab::Mark::Anchor::Start    ? 0
                           : mark.anchor == lab::Mark::Anchor::Middle ? width / 2
                                                                      : width;
        painter.drawText(base - QPointF(left, 0), mark.text);
        break;
    }
    }
}

void PlotView::paintBlock(QPainter &painter, const lab::Mark &mark) const
{
    constexpr std::array<Qt::BrushStyle, lab::fillings> styles{Qt::SolidPattern, Qt::BDiagPattern,
                                                               Qt::FDiagPattern, Qt::HorPattern,
                                                               Qt::VerPattern,   Qt::CrossPattern};
    const QColor ink = Theme::instance().color(Token::PhaseReceive);
    QColor fill = ink;
    fill.setAlphaF(mark.filling == 0 ? 0.55F : 0.9F);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(QBrush(fill, styles[size_t(mark.filling) % styles.size()]));
    painter.drawRect(QRectF(at(mark.points.front()), at(mark.points.back())));
}

const lab::Mark *PlotView::blockAt(QPointF position) const
{
    const auto found = std::ranges::find_if(m_plot.marks, [&](const lab::Mark &mark) {
        return mark.kind == Kind::Block &&
               QRectF(at(mark.points.front()), at(mark.points.back())).contains(position);
    });
    return found == m_plot.marks.end() ? nullptr : &*found;
}

void PlotView::paintDot(QPainter &painter, const lab::Mark &mark) const
{
    const Theme &theme = Theme::instance();
    QColor fill = theme.color(armToken(mark.arm, m_arms));
    fill.setAlphaF(0.75F);
    const bool hollow = mark.shape == lab::Mark::Shape::Ring;
    painter.setPen(hollow ? QPen(fill, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(hollow ? QBrush(Qt::NoBrush) : QBrush(fill));
    QPolygonF corners;
    for (const lab::PlotPoint &point : lab::cornersOf(mark))
        corners.append(at(point));
    if (corners.isEmpty())
        painter.drawEllipse(at(mark.points.front()), mark.width, mark.width);
    else
        painter.drawPolygon(corners);
    if (mark.trial >= 0 && mark.trial == m_trial) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::Focus), 2));
        painter.drawEllipse(at(mark.points.front()), mark.width + 3, mark.width + 3);
    }
}

const lab::Mark *PlotView::dotAt(QPointF position) const
{
    const lab::Mark *nearest = nullptr;
    qreal distance = reach;
    for (const lab::Mark &mark : m_plot.marks) {
        if (mark.kind != Kind::Dot)
            continue;
        const qreal away = QLineF(position, at(mark.points.front())).length();
        if (away < distance) {
            distance = away;
            nearest = &mark;
        }
    }
    return nearest;
}

void PlotView::mousePressEvent(QMouseEvent *event)
{
    const lab::Mark *dot = dotAt(event->position());
    if (!dot || dot->trial < 0 || event->button() != Qt::LeftButton)
        return;
    const int trial = dot->trial;
    setCurrentTrial(trial);
    Q_EMIT trialSelected(trial);
    Q_EMIT trialActivated(trial);
}

void PlotView::step(int by)
{
    std::vector<int> trials;
    for (const lab::Mark &mark : m_plot.marks) {
        if (mark.kind == Kind::Dot && mark.trial >= 0)
            trials.push_back(mark.trial);
    }
    if (trials.empty())
        return;
    const auto now = std::ranges::find(trials, m_trial);
    const auto at = now == trials.end() ? (by > 0 ? -1 : 0) : int(now - trials.begin());
    const int size = int(trials.size());
    setCurrentTrial(trials[size_t((at + by + size) % size)]);
    Q_EMIT trialSelected(m_trial);
}

void PlotView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        step(-1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        step(1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_trial >= 0)
            Q_EMIT trialActivated(m_trial);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool PlotView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const lab::Mark *mark = dotAt(help->pos());
        mark = mark ? mark : blockAt(help->pos());
        QToolTip::showText(help->globalPos(), mark ? mark->text : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace sonde::ui

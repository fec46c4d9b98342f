#include "ui/response/phase_strip.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waterfall/phase_look.h"

#include <QPainter>

namespace sonde::ui
{
namespace
{

constexpr int pad = 10;
constexpr int arrow = 22; // between two steps

// The phases a step stands for, and the moment of an error that belongs to it.
struct StepPlan {
    std::vector<trace::Phase> phases;
    std::vector<http::Phase> errors;
};

std::vector<StepPlan> plans()
{
    using T = trace::Phase;
    using H = http::Phase;
    return {{{T::Queued}, {H::Plan}},
            {{T::Resolve}, {H::Resolve, H::Queue}},
            {{T::Connect}, {H::Connect}},
            {{T::Proxy}, {H::Proxy}},
            {{T::Tls}, {H::TlsHandshake}},
            {{T::SendHead, T::SendBody}, {H::Send}},
            {{T::Wait}, {H::Wait}},
            {{T::Head}, {H::ReceiveHead}},
            {{T::Body, T::Trailers}, {H::ReceiveBody, H::Store}}};
}

PhaseStep::State markOf(PhaseStep::State now, trace::PhaseState state)
{
    if (state == trace::PhaseState::Reused)
        return PhaseStep::State::Reused;
    if (state == trace::PhaseState::Done || state == trace::PhaseState::Running)
        return PhaseStep::State::Passed;
    return now;
}

QString stepName(const StepPlan &plan)
{
    switch (plan.phases.front()) {
    case trace::Phase::Queued:
        //: a step: putting the request together, before anything is sent
        return PhaseStrip::tr("Request");
    case trace::Phase::SendHead:
        return PhaseStrip::tr("Send");
    case trace::Phase::Head:
        return PhaseStrip::tr("Head");
    case trace::Phase::Body:
        return PhaseStrip::tr("Body");
    default:
        return phaseName(plan.phases.front());
    }
}

bool contains(const std::vector<http::Phase> &phases, http::Phase phase)
{
    return std::find(phases.begin(), phases.end(), phase) != phases.end();
}

// TLS and proxy stand there only if the request goes that way, its making only if that failed.
bool isOnTheWay(const StepPlan &plan, const HopSnapshot &hop)
{
    const trace::Phase phase = plan.phases.front();
    if (phase == trace::Phase::Queued)
        return hop.exchange.error && hop.exchange.error->phase == http::Phase::Plan;
    if (phase == trace::Phase::Tls)
        return hop.exchange.request.target.origin.isTls();
    if (phase == trace::Phase::Proxy)
        return (hop.connection && !hop.connection->proxy.isEmpty()) ||
               (hop.exchange.error && hop.exchange.error->phase == http::Phase::Proxy);
    return true;
}

QString symbolOf(PhaseStep::State state)
{
    switch (state) {
    case PhaseStep::State::Passed:
        return QStringLiteral("✓");
    case PhaseStep::State::Reused:
        return QStringLiteral("↺");
    case PhaseStep::State::Failed:
        return QStringLiteral("✕");
    case PhaseStep::State::NotReached:
        return QStringLiteral("–");
    }
    Q_UNREACHABLE();
}

QString spoken(const PhaseStep &step)
{
    switch (step.state) {
    case PhaseStep::State::Passed:
        return PhaseStrip::tr("%1 done").arg(step.name);
    case PhaseStep::State::Reused:
        return PhaseStrip::tr("%1 reused").arg(step.name);
    case PhaseStep::State::Failed:
        return PhaseStrip::tr("%1 failed").arg(step.name);
    case PhaseStep::State::NotReached:
        return PhaseStrip::tr("%1 not reached").arg(step.name);
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<PhaseStep> phaseSteps(const HopSnapshot &hop)
{
    std::vector<PhaseStep> steps;
    const auto spans = trace::phases(hop.exchange);
    for (const StepPlan &plan : plans()) {
        if (!isOnTheWay(plan, hop))
            continue;
        PhaseStep step{.name = stepName(plan)};
        std::chrono::nanoseconds time(0);
        bool timed = false;
        for (const trace::PhaseSpan &span : spans) {
            if (std::find(plan.phases.begin(), plan.phases.end(), span.phase) == plan.phases.end())
                continue;
            step.state = markOf(step.state, span.state);
            if (span.start && span.end) {
                time += *span.end - *span.start;
                timed = true;
            }
        }
        if (hop.exchange.error && contains(plan.errors, hop.exchange.error->phase))
            step.state = PhaseStep::State::Failed;
        if (timed)
            step.time = durationText(time);
        steps.push_back(std::move(step));
    }
    return steps;
}

PhaseStrip::PhaseStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("How far the request came"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PhaseStrip::setSteps(std::vector<PhaseStep> steps)
{
    m_steps = std::move(steps);
    QStringList words;
    for (const PhaseStep &step : m_steps)
        words << spoken(step);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int PhaseStrip::stepWidth(const PhaseStep &step) const
{
    const QString first = symbolOf(step.state) + QLatin1Char(' ') + step.name;
    return std::max(fontMetrics().horizontalAdvance(first),
                    fontMetrics().horizontalAdvance(step.time)) +
           2 * pad;
}

int PhaseStrip::stepHeight() const
{
    return 2 * fontMetrics().height() + 12;
}

template <typename Place>
int PhaseStrip::arrange(int width, Place place) const
{
    int x = 0;
    int y = 0;
    for (const PhaseStep &step : m_steps) {
        const int wide = stepWidth(step);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += stepHeight() + 6;
        }
        place(step, QRect(x, y, wide, stepHeight()));
        x += wide + arrow;
    }
    return y + stepHeight();
}

QSize PhaseStrip::sizeHint() const
{
    int width = 0;
    for (const PhaseStep &step : m_steps)
        width += stepWidth(step) + arrow;
    return {std::max(width - arrow, 0), stepHeight()};
}

QSize PhaseStrip::minimumSizeHint() const
{
    return {120, stepHeight()};
}

int PhaseStrip::heightForWidth(int width) const
{
    return arrange(width, [](const PhaseStep &, QRect) {});
}

void PhaseStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::instance();
    const PhaseStep *last = m_steps.empty() ? nullptr : &m_steps.back();
    arrange(width(), [&](const PhaseStep &step, QRect where) {
        const bool failed = step.state == PhaseStep::State::Failed;
        const bool reached = step.state != PhaseStep::State::NotReached;
        painter.setPen(theme.color(failed ? Token::Danger : Token::Border));
        painter.setBrush(theme.color(failed    ? Token::DangerSurface
                                     : reached ? Token::SuccessSurface
                                               : Token::Surface));
        painter.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        painter.setPen(theme.color(failed    ? Token::Danger
                                   : reached ? Token::Success
                                             : Token::Muted));
        const int line = fontMetrics().height();
        painter.drawText(QRect(where.x(), where.y() + 5, where.width(), line), Qt::AlignCenter,
                         symbolOf(step.state) + QLatin1Char(' ') + step.name);
        painter.setPen(theme.color(Token::Muted));
        painter.drawText(QRect(where.x(), where.y() + 6 + line, where.width(), line),
                         Qt::AlignCenter, step.time);
        if (&step != last)
            painter.drawText(QRect(where.right() + 1, where.y(), arrow, where.height()),
                             Qt::AlignCenter, QStringLiteral("→"));
    });
}

} // namespace sonde::ui

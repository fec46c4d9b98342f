#include "ui/compare/measure_page.h"

#include "body/workers.h"
#include "ui/compare/lab_words.h"
#include "ui/compare/plan_form.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTimerEvent>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

constexpr int lookMilliseconds = 200; // seldom enough to leave the processor to the trials

// Its end waits for the network thread, which is not for this one to do.
void letGo(std::unique_ptr<lab::Experiment> experiment)
{
    experiment->stop();
    body::workers().start([gone = std::shared_ptr<lab::Experiment>(
                               std::move(experiment))]() mutable { gone.reset(); });
}

} // namespace

MeasurePage::MeasurePage(std::vector<http::Request> requests, client::Options options,
                         QWidget *parent)
    : QWidget(parent)
    , m_requests(std::move(requests))
    , m_options(std::move(options))
    , m_form(new PlanForm(m_requests.front().target.origin, int(m_requests.size())))
    , m_notice(new NoticeBar(this))
    , m_start(new QPushButton(icon("play"), tr("Measure"), this))
    , m_stop(new QPushButton(icon("stop"), tr("Stop"), this))
    , m_bar(new QProgressBar(this))
    , m_progress(new QLabel(this))
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    m_form->setBackgroundRole(QPalette::Base);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(fontMetrics().height() / 2);
    m_bar->setAccessibleName(tr("Progress of the measurement"));
    for (QPushButton *button : {m_start, m_stop})
        button->setAutoDefault(false);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->setSpacing(12);
    foot->addWidget(m_start);
    foot->addWidget(m_stop);
    foot->addWidget(m_bar, 1);
    foot->addWidget(m_progress, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(scroll, 1);
    column->addLayout(foot);
    connect(m_start, &QPushButton::clicked, this, &MeasurePage::start);
    connect(m_stop, &QPushButton::clicked, this, &MeasurePage::stop);
    connect(m_form, &PlanForm::changed, this, &MeasurePage::refresh);
    FocusHand::set(this, m_form);
    refresh();
}

MeasurePage::~MeasurePage()
{
    if (m_experiment)
        letGo(std::move(m_experiment));
}

void MeasurePage::refresh()
{
    const bool running = isRunning();
    m_form->setEnabled(!running);
    m_start->setVisible(!running);
    m_start->setEnabled(m_form->problem().isEmpty());
    m_stop->setVisible(running);
    m_stop->setEnabled(true);
    m_bar->setVisible(running);
}

void MeasurePage::start()
{
    if (m_form->problem().isEmpty())
        repeat(m_form->plan());
}

void MeasurePage::repeat(const lab::Plan &plan)
{
    if (isRunning())
        return;
    if (!lab::needsConsent(m_requests)) {
        measure(plan);
        return;
    }
    const auto trials = qint64(lab::schedule(plan).size());
    const qint64 requests = trials * plan.batch * qint64(m_requests.size());
    m_notice->say(
        NoticeBar::Kind::Warning,
        tr("Measuring repeats the request %1 times, and its method is not idempotent: each "
           "repeat may change something on the server.")
            .arg(QLocale().toString(requests)));
    m_notice->addButton(tr("Repeat it"), [this, plan] { measure(plan); });
}

void MeasurePage::measure(const lab::Plan &plan)
{
    m_notice->dismiss();
    m_experiment = std::make_unique<lab::Experiment>(
        lab::Experiment::Setup{.plan = plan, .requests = m_requests, .options = m_options});
    m_experiment->start();
    m_clock.start(lookMilliseconds, this);
    showProgress(m_experiment->state());
    refresh();
    m_stop->setFocus();
    Q_EMIT runningChanged();
}

void MeasurePage::stop()
{
    if (!isRunning())
        return;
    m_stop->setEnabled(false);
    m_experiment->stop();
}

void MeasurePage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_clock.timerId() || !m_experiment) {
        QWidget::timerEvent(event);
        return;
    }
    auto state = m_experiment->state();
    if (state.stage == lab::Experiment::Stage::Over)
        finish(std::move(state));
    else
        showProgress(state);
}

void MeasurePage::showProgress(const lab::Experiment::State &state)
{
    m_bar->setRange(0, int(state.planned));
    m_bar->setValue(int(state.trials.size()));
    if (state.stage == lab::Experiment::Stage::Looking) {
        m_progress->setText(tr("Looking at each arm once…"));
        return;
    }
    const auto left = lab::timeLeft(state);
    const QString done = tr("Trial %1 of %2")
                             .arg(QLocale().toString(qulonglong(state.trials.size())),
                                  QLocale().toString(state.planned));
    m_progress->setText(left ? tr("%1, about %2 left").arg(done, durationText(*left)) : done);
}

void MeasurePage::finish(lab::Experiment::State state)
{
    m_clock.stop();
    auto run = std::make_shared<lab::Run>(
        lab::Run{.setup = m_experiment->setup(), .state = std::move(state)});
    run->environment = lab::environmentOfThisMachine();
    run->taken = QDateTime::currentDateTimeUtc();
    letGo(std::move(m_experiment));
    m_progress->clear();
    refresh();
    m_start->setFocus();
    if (run->state.error)
        m_notice->say(NoticeBar::Kind::Danger, labWords().error(*run->state.error));
    else if (run->state.trials.empty())
        m_notice->say(NoticeBar::Kind::Note, tr("Stopped before the first trial was over."));
    Q_EMIT runningChanged();
    if (!run->state.trials.empty())
        Q_EMIT measured(run);
}

} // namespace sonde::ui

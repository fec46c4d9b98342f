#include "lab/experiment.h"

#include <QEventLoop>

namespace sonde::lab
{
namespace
{

constexpr int failuresInARow = 3; // after which a server is left alone

http::Error refusedByServer(size_t trial, size_t planned)
{
    return {.layer = http::Layer::Client,
            .code = http::Code::LimitExceeded,
            .blame = http::Blame::Remote,
            .phase = http::Phase::ReceiveHead,
            .sentence = QStringLiteral("The server answered 429, too many requests, in trial %1 of "
                                       "%2, so no more were sent; what was measured before is "
                                       "kept.")
                            .arg(trial)
                            .arg(planned)};
}

bool isRefused(const Trial &trial)
{
    return std::ranges::any_of(trial.items,
                               [](const Item &item) { return item.status == tooManyRequests; });
}

} // namespace

Experiment::Experiment(Setup setup, MakeBench makeBench)
    : m_setup(std::move(setup))
    , m_makeBench(std::move(makeBench))
{
    m_state.planned = schedule(m_setup.plan).size();
}

Experiment::~Experiment()
{
    stop();
    wait();
}

void Experiment::start()
{
    m_thread = std::jthread([this] { live(); });
}

void Experiment::stop()
{
    m_stopping = true;
    const std::scoped_lock lock(m_mutex);
    if (m_wake)
        m_wake();
}

void Experiment::wait()
{
    if (m_thread.joinable())
        m_thread.join();
}

Experiment::State Experiment::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

template <typename Change>
void Experiment::update(Change change)
{
    {
        const std::scoped_lock lock(m_mutex);
        change(m_state);
    }
    if (m_changed)
        m_changed();
}

// The network thread, from beginning to end.
void Experiment::live()
{
    QEventLoop loop;
    const auto bench = m_makeBench ? m_makeBench(m_setup) : std::make_unique<EngineBench>(m_setup);
    {
        const std::scoped_lock lock(m_mutex);
        m_wake = [&loop, bench = bench.get()] {
            QMetaObject::invokeMethod(&loop, [bench] { bench->stop(); }, Qt::QueuedConnection);
        };
    }
    bool over = false;
    conduct(this, bench.get(), [&] {
        over = true;
        loop.quit();
    });
    if (!over)
        loop.exec();
    const std::scoped_lock lock(m_mutex);
    m_wake = {};
}

QCoro::Task<bool> Experiment::lookAround(Experiment *self, Bench *bench)
{
    for (int arm = 0; arm < int(self->m_setup.plan.arms.size()); ++arm) {
        auto look = co_await bench->look(arm);
        if (!look) {
            self->finish(std::move(look.error()));
            co_return false;
        }
        const bool refused = isRefused(*look);
        self->update([&](State &state) {
            state.looks.push_back(std::make_shared<const Trial>(*std::move(look)));
        });
        if (refused || self->m_stopping) {
            const auto error = refusedByServer(0, self->m_state.planned);
            self->finish(self->m_stopping ? std::nullopt : std::optional(error));
            co_return false;
        }
    }
    co_return true;
}

QCoro::Task<> Experiment::conduct(Experiment *self, Bench *bench, std::function<void()> over)
{
    const bool ready = co_await lookAround(self, bench);
    if (ready) {
        self->m_measuringSince = trace::now();
        self->update([](State &state) { state.stage = Stage::Measuring; });
        const auto slots = schedule(self->m_setup.plan);
        bool goesOn = true;
        for (size_t i = 0; goesOn && i < slots.size(); ++i) {
            const Slot slot = slots[i];
            auto trial = co_await bench->run(slot);
            goesOn = self->take(std::move(trial)) && !self->m_stopping;
        }
        if (self->state().stage != Stage::Over)
            self->finish(std::nullopt);
    }
    over();
}

// False: that was the last one.
bool Experiment::take(Trial trial)
{
    const auto error = trial.error();
    // What was cut by stop() tells nothing.
    if (m_stopping && error)
        return false;
    m_failures = error ? m_failures + 1 : 0;
    const bool refused = isRefused(trial);
    update([&](State &state) {
        state.trials.push_back(std::make_shared<const Trial>(std::move(trial)));
        state.measuredFor = trace::now() - m_measuringSince;
    });
    const State now = state();
    if (refused)
        finish(refusedByServer(now.trials.size(), now.planned));
    else if (m_failures >= failuresInARow)
        finish(error);
    return now.stage != Stage::Over && !refused && m_failures < failuresInARow;
}

void Experiment::finish(std::optional<http::Error> error)
{
    update([&](State &state) {
        state.stage = Stage::Over;
        state.stopped = m_stopping;
        state.error = std::move(error);
        if (state.stopped && state.error && state.error->code == http::Code::Cancelled)
            state.error.reset();
    });
}

std::optional<std::chrono::milliseconds> timeLeft(const Experiment::State &state)
{
    if (state.trials.empty() || state.trials.size() > state.planned)
        return std::nullopt;
    const double each = double(state.measuredFor.count()) / double(state.trials.size());
    const double left = each * double(state.planned - state.trials.size());
    return std::chrono::milliseconds(qint64(left / 1e6));
}

} // namespace sonde::lab

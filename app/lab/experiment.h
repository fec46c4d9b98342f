// One comparison while it runs: first a look at every arm, then trial after trial on a network
// thread of its own, so that no pane disturbs the clock. Owned by the window or the terminal; any
// thread.
#pragma once

#include "lab/engine_bench.h"

#include <functional>
#include <thread>

namespace sonde::lab
{

class Experiment
{
public:
    using Setup = EngineBench::Setup;
    using MakeBench = std::function<std::unique_ptr<Bench>(const Setup &)>;
    // The plan has been checked with checkPlan(), consent asked for where needsConsent() says so.
    // `makeBench` is called on the network thread; without it the trials go through the engine.
    explicit Experiment(Setup setup, MakeBench makeBench = {});
    ~Experiment(); // stops and waits
    Experiment(const Experiment &) = delete;
    Experiment &operator=(const Experiment &) = delete;

    void start(); // once
    // Ends within the time that cancelling takes; what is done is kept. Any number of times.
    void stop();
    void wait(); // until it is over

    enum class Stage : quint8 {
        Looking,   // one exchange over each arm
        Measuring, // trials
        Over,      // all done, stopped, or in trouble
    };
    struct State {
        Stage stage = Stage::Looking;
        size_t planned = 0;                              // trials
        std::vector<std::shared_ptr<const Trial>> looks; // by arm
        std::vector<std::shared_ptr<const Trial>> trials;
        std::chrono::nanoseconds measuredFor{0};
        bool stopped = false;             // by stop()
        std::optional<http::Error> error; // why it ended early
    };
    [[nodiscard]] State state() const;
    [[nodiscard]] const Setup &setup() const { return m_setup; }

    // Called on the network thread after something changed, and must only post. Set before start().
    void onChange(std::function<void()> listener) { m_changed = std::move(listener); }

private:
    void live();
    static QCoro::Task<> conduct(Experiment *self, Bench *bench, std::function<void()> over);
    static QCoro::Task<bool> lookAround(Experiment *self, Bench *bench);
    [[nodiscard]] bool take(Trial trial);
    void finish(std::optional<http::Error> error);
    template <typename Change>
    void update(Change change);

    const Setup m_setup;
    const MakeBench m_makeBench;
    std::function<void()> m_changed;
    mutable std::mutex m_mutex;
    State m_state;
    std::atomic<bool> m_stopping = false;
    std::function<void()> m_wake; // stops the bench, from any thread; under m_mutex
    int m_failures = 0;           // trials in a row
    trace::Stamp m_measuringSince;
    std::jthread m_thread;
};

// How long the rest will take, judged by what is done; nothing before a trial is over.
[[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft(const Experiment::State &state);

} // namespace sonde::lab

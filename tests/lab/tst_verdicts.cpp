// The truth of verdicts over whole imagined runs: the same twice is hardly ever called different, a
// planted slowdown nearly always found.
#include "lab/result.h"

#include <QTest>

#include <cmath>

using namespace sonde;
using namespace sonde::lab;

namespace
{

double normal(Random &random)
{
    const double u = 1 - random.unit();
    return std::sqrt(-2 * std::log(u)) * std::cos(2 * M_PI * random.unit());
}

// Times as servers have them: skewed, with a drift over the run and now and then a long wait.
class Times
{
public:
    explicit Times(quint64 seed)
        : m_random(seed)
    {
    }
    double next(double base)
    {
        m_drift += 0.02 * normal(m_random);
        const double outlier = m_random.unit() < 0.02 ? base * m_random.unit() : 0;
        return base * std::exp(0.03 * normal(m_random)) * (1 + 0.01 * m_drift) + outlier;
    }

private:
    Random m_random;
    double m_drift = 0;
};

Experiment::Setup setup(int blocks, quint64 seed, std::vector<Arm> arms = {})
{
    if (arms.empty())
        arms = {{.version = http::VersionPolicy::Http11}, {.version = http::VersionPolicy::Http2}};
    Experiment::Setup setup{.plan = {.arms = std::move(arms), .blocks = blocks, .seed = seed}};
    setup.requests.resize(1);
    return setup;
}

std::shared_ptr<const Trial> trial(const Slot &slot, double makespan)
{
    Trial trial{.slot = slot, .makespan = makespan, .cpu = 1, .connections = 1};
    trial.items = {{.milliseconds = makespan, .status = 200}};
    return std::make_shared<const Trial>(std::move(trial));
}

// A run in which arm 1 takes `factor` times as long.
Experiment::State imagine(const Experiment::Setup &setup, double factor, double base = 100)
{
    Times times(setup.plan.seed * 7919 + 1);
    Experiment::State state{.stage = Experiment::Stage::Over};
    for (const Slot &slot : schedule(setup.plan))
        state.trials.push_back(trial(slot, times.next(slot.arm == 1 ? base * factor : base)));
    state.planned = state.trials.size();
    return state;
}

bool warns(const Result &result, Warning::Kind kind)
{
    return std::ranges::find(result.warnings, kind, &Warning::kind) != result.warnings.end();
}

} // namespace

class TestVerdicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameIsNotCalledDifferent()
    {
        int different = 0;
        for (quint64 seed = 1; seed <= 200; ++seed) {
            const auto plan = setup(15, seed);
            const Result result = evaluate(plan, imagine(plan, 1));
            different += result.comparisons.front().outcome == Outcome::Different ? 1 : 0;
        }
        QVERIFY2(different <= 10, qPrintable(QString::number(different)));
    }

    // At a baseline this long the margin of 2 ms cannot hide it.
    void fivePerCentAreFound()
    {
        int found = 0;
        for (quint64 seed = 1; seed <= 100; ++seed) {
            const auto plan = setup(30, seed);
            const Result result = evaluate(plan, imagine(plan, 1.05));
            const Comparison &comparison = result.comparisons.front();
            found +=
                comparison.outcome == Outcome::Different && comparison.ratio.median > 1 ? 1 : 0;
        }
        QVERIFY2(found >= 95, qPrintable(QString::number(found)));
    }

    // Much sooner than the margin: shown to be no difference that matters.
    void equalsAreShownToBeEqual()
    {
        const auto plan = setup(30, 4);
        const Result result = evaluate(plan, imagine(plan, 1, 20));
        QCOMPARE(result.comparisons.front().outcome, Outcome::Equivalent);
        QCOMPARE(result.comparisons.front().margin, 2.0);
    }

    void numbersOfTheArms()
    {
        const auto plan = setup(15, 4);
        const Result result = evaluate(plan, imagine(plan, 1.5));
        QCOMPARE(result.arms.size(), size_t(3));
        QVERIFY(result.arms.back().control);
        QCOMPARE(result.arms[0].trials, 30); // the first block does not count
        QCOMPARE(result.arms[0].makespans.size(), size_t(30));
        QVERIFY(!result.arms[0].itemTail); // under 100 items no tail is told
        const Comparison &comparison = result.comparisons.front();
        QCOMPARE(comparison.blocks.size(), size_t(15));
        QVERIFY(std::abs(comparison.ratio.median - 1.5) < 0.05);
        QVERIFY(std::abs(comparison.difference.median - 50) < 5);
        QVERIFY(comparison.cliffsDelta > 0.9);
        QVERIFY(comparison.difference.interval.contains(comparison.difference.median));
    }

    void threeArms()
    {
        auto plan = setup(15, 4,
                          {{.version = http::VersionPolicy::Http11},
                           {.version = http::VersionPolicy::Http2},
                           {.version = http::VersionPolicy::Http11, .connections = 6}});
        const Result result = evaluate(plan, imagine(plan, 1.5));
        QCOMPARE(result.arms.size(), size_t(4));
        QCOMPARE(result.comparisons.size(), size_t(2));
        QCOMPARE(result.comparisons[0].outcome, Outcome::Different);
        QVERIFY(result.comparisons[1].outcome != Outcome::Different);
        QCOMPARE(result.comparisons[1].blocks.size(), size_t(15));
    }

    void tooFewBlocksGetNoVerdict()
    {
        const auto plan = setup(5, 4);
        QCOMPARE(evaluate(plan, imagine(plan, 3)).comparisons.front().outcome, Outcome::NoVerdict);
        // A run that was stopped keeps whole blocks alone.
        const auto longer = setup(15, 4);
        auto state = imagine(longer, 3);
        state.trials.resize(6 * 4 + 3);
        const Result result = evaluate(longer, state);
        QCOMPARE(result.comparisons.front().outcome, Outcome::NoVerdict);
        QCOMPARE(result.comparisons.front().blocks.size(), size_t(3));
        QVERIFY(warns(result, Warning::Kind::Incomplete));
        QCOMPARE(evaluate(longer, {}).comparisons.front().outcome, Outcome::NoVerdict);
    }

    void failedTrialsTakeTheirBlockAlong()
    {
        const auto plan = setup(15, 4);
        auto state = imagine(plan, 1.5);
        Trial broken = *state.trials[20];
        broken.items.front().error = http::Error{.sentence = QStringLiteral("It broke.")};
        broken.slot.arm = 1;
        broken.slot.control = false;
        state.trials[20] = std::make_shared<const Trial>(broken);
        const Result result = evaluate(plan, state);
        QCOMPARE(result.comparisons.front().blocks.size(), size_t(14));
        QCOMPARE(result.arms[1].failed, 1);
        QVERIFY(warns(result, Warning::Kind::Failures));
    }

    void controlThatDiffersIsTold()
    {
        const auto plan = setup(15, 4);
        auto state = imagine(plan, 1);
        for (auto &one : state.trials) {
            if (one->slot.control)
                one = trial(one->slot, one->makespan * 1.5);
        }
        QVERIFY(warns(evaluate(plan, state), Warning::Kind::ControlDiffers));
    }

    void aProxyInTheWayIsTold()
    {
        auto plan = setup(15, 4);
        const auto state = imagine(plan, 1);
        QVERIFY(!warns(evaluate(plan, state), Warning::Kind::Proxied));
        plan.options.proxy = net::Proxy{.host = "proxy.test", .port = 3128};
        const Result result = evaluate(plan, state);
        QVERIFY(warns(result, Warning::Kind::Proxied));
        QVERIFY(result.warnings.front().sentence.contains(QStringLiteral("proxy.test")));
    }

    void aRedirectToAnotherHostIsTold()
    {
        const auto plan = setup(15, 4);
        auto state = imagine(plan, 1);
        http::Request elsewhere;
        elsewhere.target = *http::Target::parse(QStringLiteral("https://elsewhere.test/"));
        auto body = std::make_shared<body::ByteStore>();
        body->finish();
        Trial look = *state.trials.front();
        look.calls = {client::Call::recorded(
            {{std::make_shared<trace::Exchange>(plan.requests.front()), body},
             {std::make_shared<trace::Exchange>(elsewhere), body}})};
        state.looks = {std::make_shared<const Trial>(std::move(look))};
        const Result result = evaluate(plan, state);
        QVERIFY(warns(result, Warning::Kind::OtherHost));
        QVERIFY(result.warnings.front().sentence.contains(QStringLiteral("elsewhere.test")));
    }

    void refusalInTheEndIsTold()
    {
        const auto plan = setup(15, 4);
        auto state = imagine(plan, 1);
        state.trials.resize(40);
        Trial refused = *state.trials.back();
        refused.items.front().status = tooManyRequests;
        state.trials.back() = std::make_shared<const Trial>(std::move(refused));
        const Result result = evaluate(plan, state);
        QVERIFY(warns(result, Warning::Kind::Incomplete));
        QVERIFY(result.warnings.back().sentence.contains(QStringLiteral("429")));
        QVERIFY(result.comparisons.front().blocks.size() >= 5); // what was measured counts
    }

    void busyClientIsTold()
    {
        const auto plan = setup(15, 4);
        auto state = imagine(plan, 1);
        QVERIFY(!warns(evaluate(plan, state), Warning::Kind::CpuBound));
        for (auto &one : state.trials) {
            Trial busy = *one;
            busy.cpu = busy.makespan * 0.9;
            one = std::make_shared<const Trial>(std::move(busy));
        }
        QVERIFY(warns(evaluate(plan, state), Warning::Kind::CpuBound));
    }

    void cutWarmArmsAreTold()
    {
        const auto plan = setup(15, 4);
        auto state = imagine(plan, 1);
        QVERIFY(!warns(evaluate(plan, state), Warning::Kind::Reopened));
        Trial cut = *state.trials.back();
        cut.opened = 1;
        state.trials.back() = std::make_shared<const Trial>(std::move(cut));
        QVERIFY(warns(evaluate(plan, state), Warning::Kind::Reopened));
    }

    void tailsFromAHundredItems()
    {
        const auto plan = setup(15, 4);
        auto state = imagine(plan, 1);
        for (auto &one : state.trials) {
            Trial batch = *one;
            batch.items.resize(4, batch.items.front());
            one = std::make_shared<const Trial>(std::move(batch));
        }
        const Result result = evaluate(plan, state);
        QVERIFY(result.arms[0].itemTail.has_value());
        QVERIFY(*result.arms[0].itemTail >= result.arms[0].itemMedian);
    }
};

QTEST_GUILESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"

#include "lab/result.h"

#include "lab/warnings.h"

#include <cmath>

namespace sonde::lab
{
namespace
{

// Makespans of one label in one block, and how many there must be.
double labelMean(std::span<const Trial *const> block, int arm, bool control, size_t wanted)
{
    double sum = 0;
    size_t count = 0;
    for (const Trial *trial : block) {
        if (trial->slot.arm != arm || trial->slot.control != control)
            continue;
        if (!counts(*trial))
            return std::nan("");
        sum += trial->makespan;
        ++count;
    }
    return count == wanted ? sum / double(count) : std::nan("");
}

struct Pairs {
    Samples differences;
    Samples ratios;
    std::vector<int> places; // the slowest trial of the other arm in each block
};

class Evaluation
{
public:
    Evaluation(const Experiment::Setup &setup, const Experiment::State &state, const Words &words)
        : m_plan(setup.plan)
        , m_setup(setup)
        , m_state(state)
        , m_words(words)
        , m_blocks(size_t(setup.plan.blocks) + 1)
    {
        for (const auto &trial : state.trials) {
            if (trial->slot.block >= 0 && size_t(trial->slot.block) < m_blocks.size())
                m_blocks[size_t(trial->slot.block)].push_back(trial.get());
        }
    }

    Result result()
    {
        Result result{.line = m_plan.line};
        for (int arm = 0; arm < int(m_plan.arms.size()); ++arm)
            result.arms.push_back(armResult(arm, false));
        result.arms.push_back(armResult(0, true));
        const Pairs control = pairs(0, true);
        result.noiseBlocks = control.differences;
        result.noisePlaces = control.places;
        if (!control.differences.empty())
            result.noise = paired(control.differences, Random(m_plan.seed + 1));
        for (int arm = 1; arm < int(m_plan.arms.size()); ++arm)
            result.comparisons.push_back(comparison(arm, result));
        result.responses = responses();
        result.warnings = warningsOf(m_setup, m_state, result, m_words);
        return result;
    }

private:
    Pairs pairs(int arm, bool control) const
    {
        Pairs pairs;
        // Each label stands twice in a mirrored block, once in each row of a Latin square.
        const size_t wanted = m_plan.arms.size() == 2 ? 2 : m_plan.arms.size() + 1;
        for (size_t block = 1; block < m_blocks.size(); ++block) {
            const double base = labelMean(m_blocks[block], 0, false, wanted);
            const double other = labelMean(m_blocks[block], arm, control, wanted);
            if (std::isnan(base) || std::isnan(other))
                continue;
            pairs.differences.push_back(other - base);
            pairs.ratios.push_back(base > 0 ? other / base : 1);
            pairs.places.push_back(slowest(int(block), arm, control));
        }
        return pairs;
    }

    int slowest(int block, int arm, bool control) const
    {
        int place = -1;
        for (int i = 0; i < int(m_state.trials.size()); ++i) {
            const Trial &trial = *m_state.trials[size_t(i)];
            if (trial.slot == Slot{.block = block, .arm = arm, .control = control} &&
                (place < 0 || trial.makespan > m_state.trials[size_t(place)]->makespan))
                place = i;
        }
        return place;
    }

    Comparison comparison(int arm, const Result &result) const
    {
        const Pairs found = pairs(arm, false);
        Comparison comparison{.arm = arm,
                              .margin = m_plan.margin.of(result.baseline().median),
                              .blocks = found.differences,
                              .places = found.places};
        // The same resamples for both, so that they tell the same story.
        const Random random(m_plan.seed + 1 + quint64(arm));
        comparison.difference = paired(found.differences, random);
        comparison.ratio = paired(found.ratios, random);
        comparison.cliffsDelta =
            cliffsDelta(result.baseline().makespans, result.arms[size_t(arm)].makespans);
        comparison.outcome = judge(comparison.difference, result.noise, comparison.margin);
        return comparison;
    }

    ArmResult armResult(int arm, bool control) const
    {
        ArmResult result{.arm = m_plan.arms[size_t(arm)], .control = control};
        Samples cpu;
        Samples dispatch;
        Samples lineCpu;
        Samples lineLate;
        std::vector<const Trial *> counted;
        for (int place = 0; place < int(m_state.trials.size()); ++place) {
            const auto &trial = m_state.trials[size_t(place)];
            if (trial->slot.arm != arm || trial->slot.control != control || trial->slot.block == 0)
                continue;
            if (!counts(*trial)) {
                ++result.failed;
                continue;
            }
            counted.push_back(trial.get());
            result.makespans.push_back(trial->makespan);
            result.places.push_back(place);
            cpu.push_back(trial->makespan > 0 ? trial->cpu / trial->makespan : 0);
            dispatch.push_back(trial->dispatch);
            lineCpu.push_back(trial->lineCpu);
            lineLate.push_back(trial->lineLate);
            addItems(result, *trial);
        }
        result.trials = int(counted.size());
        result.median = median(result.makespans);
        result.itemMedian = median(result.items);
        if (result.items.size() >= 100)
            result.itemTail = quantile(result.items, 0.95);
        result.cpuShare = median(cpu);
        result.dispatch = median(dispatch);
        result.lineCpu = median(lineCpu);
        result.lineLate = median(lineLate);
        addOctets(result, std::move(counted));
        addEndpoint(result, arm);
        return result;
    }

    static void addItems(ArmResult &result, const Trial &trial)
    {
        for (const Item &item : trial.items)
            result.items.push_back(item.milliseconds);
        result.connections = std::max(result.connections, trial.connections);
        if (result.arm.start == Start::Warm && trial.opened > 0)
            ++result.reopened;
        if (result.arm.start == Start::Resumed && trial.resumed < trial.opened)
            ++result.unresumed;
    }

    static void addOctets(ArmResult &result, std::vector<const Trial *> trials)
    {
        if (trials.empty())
            return;
        const auto octets = [](const Trial *trial) {
            return trial->ledger.sent + trial->ledger.received;
        };
        double sum = 0;
        for (const Trial *trial : trials)
            sum += double(octets(trial));
        result.octetsPerTrial = sum / double(trials.size());
        std::ranges::sort(trials, {}, octets);
        result.ledger = trials[trials.size() / 2]->ledger;
    }

    void addEndpoint(ArmResult &result, int arm) const
    {
        for (const auto &trial : m_state.looks) {
            if (trial->slot.arm != arm || trial->observations.empty())
                continue;
            result.tls = trial->observations.front().second.tls;
            result.server = trial->observations.front().second.server;
        }
    }

    std::vector<std::vector<Difference>> responses() const
    {
        std::vector<std::vector<Difference>> result;
        for (size_t request = 0; request < m_setup.requests.size(); ++request) {
            std::vector<std::vector<Observation>> seen(m_plan.arms.size());
            const auto add = [&](const auto &trials) {
                for (const auto &trial : trials) {
                    for (const auto &[index, observation] : trial->observations) {
                        if (index == request && observation.status != tooManyRequests)
                            seen[size_t(trial->slot.arm)].push_back(observation);
                    }
                }
            };
            add(m_state.looks);
            add(m_state.trials);
            result.push_back(compareResponses(seen));
        }
        return result;
    }

    const Plan &m_plan;
    const Experiment::Setup &m_setup;
    const Experiment::State &m_state;
    const Words &m_words;
    std::vector<std::vector<const Trial *>> m_blocks;
};

} // namespace

QString ArmResult::label(const Words &words) const
{
    const QString name = QString::fromUtf8(arm.label());
    return control ? words("%1 (control)").arg(name) : name;
}

qsizetype Result::count(Nature nature) const
{
    qsizetype count = 0;
    for (const auto &request : responses)
        count += std::ranges::count(request, nature, &Difference::nature);
    return count;
}

Result evaluate(const Experiment::Setup &setup, const Experiment::State &state, const Words &words)
{
    return Evaluation(setup, state, words).result();
}

} // namespace sonde::lab

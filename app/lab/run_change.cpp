#include "lab/run_change.h"

namespace sonde::lab
{
namespace
{

Interval movedBy(const Samples &before, const Samples &after, Random random)
{
    Samples moves;
    const auto drawn = [&random](const Samples &from) {
        Samples sample;
        for (size_t i = 0; i < from.size(); ++i)
            sample.push_back(from[size_t(random.below(from.size()))]);
        return median(std::move(sample));
    };
    constexpr int resamples = 2000;
    for (int i = 0; i < resamples; ++i) {
        const double earlier = drawn(before);
        moves.push_back(drawn(after) - earlier);
    }
    return {.low = quantile(moves, 0.025), .high = quantile(moves, 0.975)};
}

} // namespace

std::vector<ArmChange> changesOf(const Run &before, const Result &earlier, const Run &after,
                                 const Result &later)
{
    std::vector<ArmChange> changes;
    for (const ArmResult &now : later.arms) {
        const auto then = std::ranges::find_if(earlier.arms, [&](const ArmResult &arm) {
            return arm.arm == now.arm && arm.control == now.control;
        });
        if (now.control || then == earlier.arms.end() || then->trials == 0 || now.trials == 0)
            continue;
        ArmChange change{.arm = now.arm, .before = then->median, .after = now.median};
        change.moved = movedBy(then->makespans, now.makespans,
                               Random(before.setup.plan.seed + after.setup.plan.seed));
        const double margin = after.setup.plan.margin.of(then->median);
        change.shown = !change.moved.contains(0) && std::abs(change.after - change.before) > margin;
        changes.push_back(change);
    }
    return changes;
}

Table changeTable(const std::vector<ArmChange> &changes, const Words &words)
{
    Table table{.heads = {words("Earlier"), words("Later"), words("Moved"), words("95 % interval"),
                          words("Judgement")}};
    for (const ArmChange &change : changes)
        table.rows.push_back(
            {.name = QString::fromUtf8(change.arm.label()),
             .cells = {timeText(change.before, words), timeText(change.after, words),
                       signedTimeText(change.after - change.before, words),
                       words("%1 to %2")
                           .arg(signedTimeText(change.moved.low, words),
                                signedTimeText(change.moved.high, words)),
                       change.shown ? (change.after < change.before ? words("faster than before")
                                                                    : words("slower than before"))
                                    : words("no change shown")}});
    return table;
}

QStringList unlike(const Run &before, const Run &after, const Words &words)
{
    QStringList list;
    if (before.setup.requests != after.setup.requests)
        list += words("the requests");
    if (before.setup.plan.batch != after.setup.plan.batch)
        list += words("the size of the batch");
    if (before.setup.plan.line != after.setup.plan.line)
        list += words("the emulated line");
    if (before.environment != after.environment)
        list += words("the machine or its software");
    return list;
}

} // namespace sonde::lab

#include "lab/semantic_diff.h"

#include <set>

namespace sonde::lab
{
namespace
{

constexpr qsizetype shownOctets = 500;

// A feature over all answers of one arm.
struct Column {
    std::set<QByteArray> values;
    size_t present = 0;
    size_t answers = 0;

    [[nodiscard]] bool isMixed() const { return present > 0 && present < answers; }
    [[nodiscard]] bool isStable() const { return !isMixed() && values.size() <= 1; }
    [[nodiscard]] std::optional<QByteArray> shown() const
    {
        if (values.empty())
            return std::nullopt;
        return values.begin()->left(shownOctets);
    }
};
using Table = std::map<Feature, std::vector<Column>>;

Table tabulate(std::span<const std::vector<Observation>> arms, BodyShape shape)
{
    Table table;
    for (size_t arm = 0; arm < arms.size(); ++arm) {
        for (const Observation &seen : arms[arm]) {
            for (auto &[feature, value] : featuresOf(seen, shape)) {
                auto &columns = table[feature];
                columns.resize(arms.size());
                columns[arm].values.insert(value);
                ++columns[arm].present;
            }
        }
    }
    for (auto &[feature, columns] : table) {
        for (size_t arm = 0; arm < arms.size(); ++arm)
            columns[arm].answers = arms[arm].size();
    }
    return table;
}

std::optional<Nature> natureOf(const std::vector<Column> &columns)
{
    std::vector<const Column *> seen;
    for (const Column &column : columns) {
        if (column.answers > 0)
            seen.push_back(&column);
    }
    if (seen.size() < 2)
        return std::nullopt;
    const auto differs = [&](auto same) {
        return !std::ranges::all_of(seen, [&](const Column *c) { return same(*c, *seen.front()); });
    };
    const bool once =
        std::ranges::any_of(seen, [](const Column *column) { return column->answers < 2; });
    const Nature found = once ? Nature::SeenOnce : Nature::ProtocolDependent;
    // Always there over one version and never over another, whatever its value.
    const bool mixed = std::ranges::any_of(seen, &Column::isMixed);
    if (!mixed && differs([](const Column &a, const Column &b) {
            return (a.present > 0) == (b.present > 0);
        }))
        return found;
    if (!std::ranges::all_of(seen, &Column::isStable))
        return Nature::Volatile;
    if (differs([](const Column &a, const Column &b) { return a.values == b.values; }))
        return found;
    return std::nullopt;
}

} // namespace

QByteArrayView name(Nature nature)
{
    switch (nature) {
    case Nature::ProtocolDependent:
        return "protocol-dependent";
    case Nature::Volatile:
        return "volatile";
    case Nature::SeenOnce:
        return "seen-once";
    }
    Q_UNREACHABLE();
}

std::vector<Difference> compareResponses(std::span<const std::vector<Observation>> arms)
{
    std::vector<Observation> all;
    for (const auto &arm : arms)
        all.insert(all.end(), arm.begin(), arm.end());
    std::vector<Difference> differences;
    for (const auto &[feature, columns] : tabulate(arms, bodyShape(all))) {
        const auto nature = natureOf(columns);
        if (!nature)
            continue;
        Difference difference{.nature = *nature, .feature = feature};
        for (const Column &column : columns)
            difference.values.push_back(column.shown());
        differences.push_back(std::move(difference));
    }
    std::ranges::sort(differences, [](const Difference &a, const Difference &b) {
        return std::tie(a.nature, a.feature) < std::tie(b.nature, b.feature);
    });
    return differences;
}

} // namespace sonde::lab

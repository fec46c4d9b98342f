#include "ui/request/param_rows.h"

#include <algorithm>
#include <iterator>

namespace sonde::ui
{

using collection::Row;

std::vector<Row> mergeParams(const std::vector<Row> &shown, const std::vector<Row> &inUrl)
{
    std::vector<Row> merged;
    auto next = inUrl.begin();
    for (const Row &row : shown) {
        if (!row.enabled)
            merged.push_back(row);
        else if (next != inUrl.end())
            merged.push_back(*next++);
    }
    merged.insert(merged.end(), next, inUrl.end());
    return merged;
}

std::vector<Row> enabledRows(const std::vector<Row> &rows)
{
    std::vector<Row> result;
    std::ranges::copy_if(rows, std::back_inserter(result), &Row::enabled);
    return result;
}

std::vector<Row> disabledRows(const std::vector<Row> &rows)
{
    std::vector<Row> result;
    std::ranges::copy_if(rows, std::back_inserter(result),
                         [](const Row &row) { return !row.enabled; });
    return result;
}

int enabledCount(const std::vector<Row> &rows)
{
    return int(std::ranges::count_if(rows, &Row::enabled));
}

} // namespace sonde::ui

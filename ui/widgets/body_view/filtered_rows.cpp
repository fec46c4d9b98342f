#include "ui/widgets/body_view/body_rows.h"

#include <algorithm>

namespace sonde::ui
{

std::vector<ShapedRowPointer> FilteredRows::rows(qint64 first, qint64 count)
{
    std::vector<ShapedRowPointer> result;
    const auto &places = m_matched.places();
    const qint64 end = std::min(first + count, qint64(places.size()));
    for (qint64 number = std::max<qint64>(first, 0); number < end; ++number) {
        const auto row = m_all->rows(places[size_t(number)].row, 1);
        if (row.empty())
            break;
        auto renumbered = std::make_shared<ShapedRow>(*row.front());
        renumbered->number = number;
        result.push_back(std::move(renumbered));
    }
    return result;
}

qint64 FilteredRows::rowAt(qint64 octet)
{
    const auto &places = m_matched.places();
    const auto after = std::ranges::upper_bound(places, octet, std::ranges::less{},
                                                &body::MatchedRows::Place::offset);
    return std::max<qint64>(after - places.begin() - 1, 0);
}

} // namespace sonde::ui

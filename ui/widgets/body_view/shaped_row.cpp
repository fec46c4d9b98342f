#include "ui/widgets/body_view/body_rows.h"

#include <algorithm>

namespace sonde::ui
{
namespace
{

constexpr int asciiColumn = 3 * HexRows::perRow + 2;

// A wider gap in the middle helps the eye to count.
int hexColumn(qint32 octet)
{
    return 3 * octet + (octet >= HexRows::perRow / 2 ? 1 : 0);
}

} // namespace

qreal ShapedRow::xOf(qint64 octet) const
{
    const auto within = qint32(std::clamp<qint64>(octet - offset, 0, after - offset));
    if (hex)
        return shape->xOf(hexColumn(within));
    const auto found = std::lower_bound(octetAt.begin(), octetAt.end(), within);
    const auto last = octetAt.end() - 1;
    return shape->xOf(qint32(std::min(found, last) - octetAt.begin()));
}

qint64 ShapedRow::octetNear(qreal x) const
{
    const qint32 unit = shape->unitAt(x);
    if (!hex)
        return offset + octetAt[size_t(unit)];
    if (unit >= asciiColumn)
        return offset + std::min(unit - asciiColumn, octets);
    const qint32 shifted = unit > 3 * HexRows::perRow / 2 ? unit - 1 : unit;
    return offset + std::min((shifted + 1) / 3, octets);
}

std::vector<std::pair<qreal, qreal>> ShapedRow::stretches(qint64 from, qint64 to) const
{
    from = std::max(from, offset);
    to = std::min(to, after);
    if (from >= to)
        return {};
    if (!hex) {
        const qreal left = xOf(from);
        const bool withTerminator = to > offset + octetAt.back();
        const qreal right = withTerminator ? shape->width() : xOf(to);
        // A selected line end shows as a small step, an empty line as a sliver.
        const qreal step = withTerminator ? 6 : 0;
        return {{left, std::max(right + step, left + 2)}};
    }
    const auto first = qint32(from - offset);
    const auto last = qint32(to - offset - 1);
    return {{shape->xOf(hexColumn(first)), shape->xOf(hexColumn(last) + 2)},
            {shape->xOf(asciiColumn + first), shape->xOf(asciiColumn + last + 1)}};
}

} // namespace sonde::ui

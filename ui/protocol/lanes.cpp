#include "ui/protocol/lanes.h"

#include "ui/protocol/wire_words.h"

#include <unordered_map>

namespace sonde::ui
{
namespace
{

// What was asked for on a stream, from the first head that says it.
QString requestOf(const WireView &view, size_t row)
{
    if (view.http1) {
        const QByteArray &octets = (*view.http1)[row].octets;
        const QByteArray line = octets.left(octets.indexOf('\n')).trimmed();
        return line.startsWith("HTTP/") ? QString() : shownOctets(line.left(line.lastIndexOf(' ')));
    }
    const trace::Frame &frame = view.http2->frames[row];
    if (!frame.block)
        return {};
    QString method;
    QString path;
    for (const trace::WireField &field : view.http2->blocks[size_t(*frame.block)].fields) {
        if (field.name == ":method")
            method = shownOctets(field.value);
        else if (field.name == ":path")
            path = shownOctets(field.value);
    }
    return (method + QLatin1Char(' ') + path).trimmed();
}

QString labelOf(const WireView &view, quint32 stream, size_t firstRow)
{
    if (stream == 0)
        return WireWords::tr("connection");
    const QString request = requestOf(view, firstRow);
    return request.isEmpty() ? QString::number(stream)
                             : QStringLiteral("%1  %2").arg(stream).arg(request.left(200));
}

} // namespace

std::vector<Lane> lanesOf(const WireView &view)
{
    std::vector<Lane> lanes;
    if (view.http2) // settings and pings come first whenever they come
        lanes.push_back({.stream = 0, .label = labelOf(view, 0, 0)});
    std::unordered_map<quint32, size_t> places;
    if (!lanes.empty())
        places.emplace(0, 0);
    for (size_t row = 0; row < view.size(); ++row) {
        const quint32 stream = view.stream(row);
        const auto [place, isNew] = places.try_emplace(stream, lanes.size());
        if (isNew)
            lanes.push_back({.stream = stream, .label = labelOf(view, stream, row)});
        lanes[place->second].rows.push_back(quint32(row));
    }
    return lanes;
}

std::optional<size_t> nearestRow(const WireView &view, const Lane &lane, trace::Stamp moment)
{
    if (lane.rows.empty())
        return std::nullopt;
    const auto after = std::ranges::lower_bound(lane.rows, moment, {},
                                                [&](quint32 row) { return view.ended(row); });
    if (after == lane.rows.begin())
        return *after;
    const quint32 before = *std::prev(after);
    if (after == lane.rows.end() || moment - view.ended(before) < view.at(*after) - moment)
        return before;
    return *after;
}

} // namespace sonde::ui

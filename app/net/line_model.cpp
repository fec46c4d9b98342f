#include "net/line_model.h"

#include <algorithm>
#include <cmath>

namespace sonde::net
{
namespace
{

using std::chrono::nanoseconds;

nanoseconds timeOf(qsizetype octets, qint64 bits)
{
    return nanoseconds(bits > 0 ? std::llround(double(octets) * 8e9 / double(bits)) : 0);
}

} // namespace

void LineModel::push(Lane lane, Way way, const QByteArray &octets, Stamp at)
{
    Flow &flow = road(way).flows[lane];
    flow.inside += octets.size();
    flow.waiting.push_back({.octets = octets, .arrived = at});
}

void LineModel::end(Lane lane, Way way, Stamp at)
{
    road(way).flows[lane].waiting.push_back({.arrived = at, .isEnd = true});
}

void LineModel::drop(Lane lane)
{
    for (Road &road : m_roads) {
        road.flows.erase(lane);
        std::erase_if(road.underWay, [&](const Delivery &one) { return one.lane == lane; });
    }
}

qint64 LineModel::inside(Lane lane, Way way) const
{
    const auto flow = road(way).flows.find(lane);
    return flow == road(way).flows.end() ? 0 : flow->second.inside;
}

qint64 LineModel::room(Way way) const
{
    constexpr qint64 least = 256 * 1024;
    constexpr qint64 most = 16 * 1024 * 1024;
    if (bits(way) == 0)
        return most;
    const double inAnRtt = double(bits(way)) / 8 * double(m_spec.rtt.count()) / 1e6;
    return std::clamp(qint64(4 * inAnRtt), least, most);
}

// Without a rate and a window nothing is won by cutting.
qsizetype LineModel::grain(Way way, const Piece &piece) const
{
    const qsizetype left = piece.octets.size() - piece.taken;
    const bool whole = bits(way) == 0 && m_spec.window == LineSpec::Window::None;
    return whole ? left : std::min(left, segment);
}

// When enough of what is in flight will have been acknowledged.
LineModel::Stamp LineModel::windowOpens(const Flow &flow, qsizetype octets) const
{
    if (m_spec.window == LineSpec::Window::None)
        return {};
    qint64 inFlight = flow.inFlight;
    qint64 window = flow.window;
    Stamp opens;
    for (const auto &[at, acknowledged] : flow.acknowledgements) {
        if (inFlight + octets <= window)
            break;
        inFlight -= acknowledged;
        window += acknowledged;
        opens = at;
    }
    return opens;
}

// Whoever can go first goes first; of those that could go together, whoever has waited longest
// for a turn.
std::optional<LineModel::Start> LineModel::nextStart(Way way) const
{
    const Road &road = this->road(way);
    std::optional<Start> best;
    quint64 served = 0;
    for (const auto &[lane, flow] : road.flows) {
        if (flow.waiting.empty())
            continue;
        const Piece &piece = flow.waiting.front();
        const Stamp at =
            std::max({road.freeAt, piece.arrived, windowOpens(flow, grain(way, piece))});
        if (!best || at < best->at || (at == best->at && flow.served < served)) {
            best = Start{.at = at, .lane = lane};
            served = flow.served;
        }
    }
    return best;
}

void LineModel::send(Way way, const Start &start)
{
    Road &road = this->road(way);
    Flow &flow = road.flows[start.lane];
    Piece &piece = flow.waiting.front();
    const qsizetype octets = grain(way, piece);
    road.freeAt = start.at + timeOf(octets, bits(way));
    flow.served = ++road.turn;
    Delivery delivery{.lane = start.lane,
                      .way = way,
                      .octets = piece.octets.mid(piece.taken, octets),
                      .isEnd = piece.isEnd,
                      .due = road.freeAt + oneWay()};
    if (m_spec.window == LineSpec::Window::Modelled && octets > 0) {
        while (!flow.acknowledgements.empty() && flow.acknowledgements.front().first <= start.at) {
            flow.inFlight -= flow.acknowledgements.front().second;
            flow.window += flow.acknowledgements.front().second;
            flow.acknowledgements.pop_front();
        }
        flow.inFlight += octets;
        flow.acknowledgements.emplace_back(delivery.due + oneWay(), octets);
    }
    piece.taken += octets;
    if (piece.taken >= piece.octets.size())
        flow.waiting.pop_front();
    road.underWay.push_back(std::move(delivery));
}

// What enters later cannot change what started before it.
void LineModel::serve(Way way, Stamp now)
{
    for (auto start = nextStart(way); start && start->at <= now; start = nextStart(way))
        send(way, *start);
}

std::optional<LineModel::Delivery> LineModel::next(Stamp now)
{
    for (const Way way : {Way::Up, Way::Down}) {
        serve(way, now);
        auto &underWay = road(way).underWay;
        if (underWay.empty() || underWay.front().due > now)
            continue;
        Delivery delivery = std::move(underWay.front());
        underWay.pop_front();
        const auto flow = road(way).flows.find(delivery.lane);
        if (flow != road(way).flows.end())
            flow->second.inside -= delivery.octets.size();
        return delivery;
    }
    return std::nullopt;
}

std::optional<LineModel::Stamp> LineModel::wakeAt() const
{
    std::optional<Stamp> earliest;
    const auto consider = [&](Stamp at) { earliest = earliest ? std::min(*earliest, at) : at; };
    for (const Way way : {Way::Up, Way::Down}) {
        if (const auto start = nextStart(way))
            consider(start->at);
        if (!road(way).underWay.empty())
            consider(road(way).underWay.front().due);
    }
    return earliest;
}

} // namespace sonde::net

// When octets come out of a line: the delay, the one bucket each way that all connections share,
// and the window, as arithmetic on stamps. No socket, no clock; driven by net::Line or a test.
#pragma once

#include "net/line_spec.h"
#include "trace/clock.h"

#include <array>
#include <deque>
#include <map>
#include <optional>

namespace sonde::net
{

class LineModel
{
public:
    using Stamp = trace::Stamp;
    using Lane = quint64; // a connection
    enum class Way : quint8 { Up, Down };

    // What TCP puts into one packet on Ethernet with time stamps; the grain in which lanes take
    // turns. Octets of headers are not counted: the line stands above TCP.
    static constexpr qsizetype segment = 1448;
    static constexpr qint64 initialWindow = 10 * segment; // RFC 6928

    explicit LineModel(const LineSpec &spec)
        : m_spec(spec)
    {
    }

    // Octets that came to the line's entry. Stamps never go back.
    void push(Lane lane, Way way, const QByteArray &octets, Stamp at);
    // No more will come that way; passes through the line behind what did.
    void end(Lane lane, Way way, Stamp at);
    void drop(Lane lane); // what is still in the line is lost

    struct Delivery {
        Lane lane = 0;
        Way way{};
        QByteArray octets;
        bool isEnd = false;
        Stamp due;
    };
    // The next that has come through by `now`.
    [[nodiscard]] std::optional<Delivery> next(Stamp now);
    // When next() will have something, or has something to work out; nothing while it is empty.
    [[nodiscard]] std::optional<Stamp> wakeAt() const;
    // Octets that have not come through yet.
    [[nodiscard]] qint64 inside(Lane lane, Way way) const;
    // As many as may be inside for one connection: enough to keep the line busy, and no more.
    [[nodiscard]] qint64 room(Way way) const;
    [[nodiscard]] std::chrono::nanoseconds oneWay() const { return m_spec.rtt / 2; }

private:
    struct Piece {
        QByteArray octets;
        Stamp arrived;
        qsizetype taken = 0;
        bool isEnd = false;
    };
    struct Flow {
        std::deque<Piece> waiting; // at the entry
        qint64 inside = 0;
        quint64 served = 0; // turn in which it was served last
        qint64 window = initialWindow;
        qint64 inFlight = 0; // sent and not acknowledged
        std::deque<std::pair<Stamp, qint64>> acknowledgements;
    };
    struct Start {
        Stamp at;
        Lane lane;
    };
    [[nodiscard]] std::optional<Start> nextStart(Way way) const;
    [[nodiscard]] Stamp windowOpens(const Flow &flow, qsizetype octets) const;
    [[nodiscard]] qsizetype grain(Way way, const Piece &piece) const;
    [[nodiscard]] qint64 bits(Way way) const
    {
        return way == Way::Up ? m_spec.upBits : m_spec.downBits;
    }
    void serve(Way way, Stamp now);
    void send(Way way, const Start &start);

    struct Road {
        std::map<Lane, Flow> flows;
        std::deque<Delivery> underWay; // due in this order
        Stamp freeAt;
        quint64 turn = 0;
    };
    [[nodiscard]] Road &road(Way way) { return m_roads[size_t(way)]; }
    [[nodiscard]] const Road &road(Way way) const { return m_roads[size_t(way)]; }

    const LineSpec m_spec;
    std::array<Road, 2> m_roads;
};

} // namespace sonde::net

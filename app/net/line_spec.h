// What a line does to the connections that pass through it, and how it is written: "rtt=40ms,
// down=5mbit,up=1mbit,window=iw10". A plain value; pure.
#pragma once

#include "http/error.h"

#include <QByteArray>

#include <chrono>

namespace sonde::net
{

struct LineSpec {
    std::chrono::microseconds rtt{0}; // half of it each way
    qint64 downBits = 0;              // a second, for all connections together; 0: no limit
    qint64 upBits = 0;
    // None: octets leave as soon as the line is free, as if every connection had long been fast.
    // Modelled: a window of ten segments at the start, larger by each octet that comes through
    // (RFC 6928, RFC 5681 section 3.1). There is no loss, so that it never shrinks.
    enum class Window : quint8 { None, Modelled } window = Window::None;

    [[nodiscard]] bool isNone() const { return *this == LineSpec{}; }
    // "rtt=40ms,down=5mbit"; empty for none. lineFrom() reads it.
    [[nodiscard]] QByteArray text() const;
    bool operator==(const LineSpec &) const = default;
};

namespace limit
{
constexpr std::chrono::microseconds lineRtt{std::chrono::seconds(10)};
constexpr qint64 slowestLine = 8'000; // bits a second
constexpr qint64 fastestLine = 100'000'000'000;
} // namespace limit

// Errors: words that it does not know, numbers out of range, nothing at all.
[[nodiscard]] http::Result<LineSpec> lineFrom(QByteArrayView text);

} // namespace sonde::net

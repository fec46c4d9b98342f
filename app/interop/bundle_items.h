// The items of an evidence bundle: byte strings, the first octet of which says what they are.
#pragma once

#include <QtGlobal>

namespace sonde::interop
{

enum class BundleItem : char {
    Header = 'H',     // what, when, how many
    Connection = 'C', // its state; its log follows
    Log = 'L',        // some pieces of the log of the last connection
    Records = 'T',    // the TLS records of the last connection
    Exchange = 'X',   // its state; its content follows
    Chunks = 'K',     // some arrivals of the last exchange
    Sent = 'S',       // some content of its request
    Received = 'R',   // some content of its response
};

inline constexpr qint64 bundleVersion = 1;
// Octets. A state is what a person can look at; the rest comes in pieces.
inline constexpr qint64 maxStateItem = 16LL << 20;
inline constexpr qint64 maxPieceItem = 2LL << 20;
inline constexpr int maxBundleConnections = 1000;
inline constexpr int maxBundleHops = 1000;
// RFC 8949 section 3.4.6: this is CBOR.
inline constexpr quint64 selfDescribed = 55799;

} // namespace sonde::interop

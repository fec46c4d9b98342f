// The decrypted octets of one connection, both directions in the order in which they went: heads,
// control frames and framing whole, content left out and counted. Written on the network thread,
// read from any while it grows; bounded, with a mark where it stops.
#pragma once

#include "trace/clock.h"
#include "trace/verdict.h"

#include <array>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace sonde::trace
{

class ByteLog
{
public:
    // Octets of memory, book-keeping included: the heads of some 20,000 small exchanges, or the
    // framing of a body of 8 GB.
    static constexpr quint64 defaultLimit = 8 * 1024 * 1024;

    explicit ByteLog(quint64 limit = defaultLimit)
        : m_limit(limit)
    {
    }

    // Content within octets that are appended.
    struct Gap {
        quint32 at = 0;
        quint32 octets = 0;

        bool operator==(const Gap &) const = default;
    };
    // Octets that went together. Sent: `at` is when they were handed on to TLS or the kernel.
    // `gaps` are in order and do not overlap.
    void append(Direction direction, Stamp at, QByteArrayView octets,
                std::span<const Gap> gaps = {});

    // Octets, and how many of content after them that are not here.
    struct Piece {
        Stamp at;
        Direction direction = Direction::Sent;
        quint64 offset = 0; // of the first, in all octets of its direction
        QByteArray octets;
        quint64 elided = 0;

        bool operator==(const Piece &) const = default;
    };
    // One that was read from another log; its offset is not looked at.
    void append(const Piece &piece);
    // Where a reader stands.
    struct Cursor {
        size_t run = 0;
        quint64 stored = 0;
    };
    // What stands behind the cursor, which moves: at most about `limit` octets, so that the network
    // thread never waits long. Empty: there is nothing more, for now.
    [[nodiscard]] std::vector<Piece> read(Cursor &cursor, qsizetype limit = 256 * 1024) const;

    // What is kept of the octets [from, to) of one direction, cut to them.
    [[nodiscard]] std::vector<Piece> slice(Direction direction, quint64 from, quint64 to) const;

    // Octets that have gone by in all, stored or not.
    [[nodiscard]] quint64 octets(Direction direction) const;

    // The log was full: nothing that went after this moment is in it.
    struct Truncation {
        Stamp at;
        quint64 sent = 0; // the first octet of each direction that is missing
        quint64 received = 0;

        bool operator==(const Truncation &) const = default;
    };
    [[nodiscard]] std::optional<Truncation> truncation() const;
    // As the log was that this is made from; what is appended all the same is kept.
    void truncate(const Truncation &truncation);

private:
    static constexpr quint64 pageSize = 16 * 1024;
    struct Run {
        Stamp at;
        quint64 offset : 63;
        quint64 received : 1;
        quint32 kept;
        quint32 elided;
    };

    void add(const Run &run, QByteArrayView kept);
    void store(QByteArrayView octets);
    void copy(quint64 from, QByteArray &to) const;

    const quint64 m_limit;
    mutable std::mutex m_mutex;
    std::deque<Run> m_runs;
    std::vector<std::unique_ptr<char[]>> m_pages;
    quint64 m_stored = 0;
    std::array<quint64, 2> m_octets{}; // ever, by direction
    std::optional<Truncation> m_truncation;
};

} // namespace sonde::trace

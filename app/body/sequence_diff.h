// What differs between two sequences, however they were made comparable: hashes of rows, words,
// octets. The shortest script (Myers, in linear space) where it is not too long; else elements that
// stand once in both hold the others in place (patience). Bounded: past its budget of work a
// stretch counts as replaced. Pure functions, any thread.
#pragma once

#include "body/workers.h"

#include <QByteArrayView>

#include <span>
#include <vector>

namespace sonde::body
{

// These of the first stand where those of the second do; one of the two may be none.
struct DiffStretch {
    qint64 first = 0;
    qint64 firstCount = 0;
    qint64 second = 0;
    qint64 secondCount = 0;

    bool operator==(const DiffStretch &) const = default;
};

struct SequenceDiff {
    std::vector<DiffStretch> stretches; // in order, not touching each other
    bool isShortest = true;             // false once the budget had to do
    bool isStopped = false;
};

[[nodiscard]] SequenceDiff diffSequences(std::span<const quint64> first,
                                         std::span<const quint64> second,
                                         const StopMark &stop = nullptr);

// Octets in two short texts, by words and signs; past a millisecond's work the rest is replaced.
[[nodiscard]] std::vector<DiffStretch> diffWords(QByteArrayView first, QByteArrayView second);

// Equal for equal octets; others collide once in 2⁶⁴, and nobody can know which.
[[nodiscard]] quint64 octetsHash(QByteArrayView octets);

} // namespace sonde::body

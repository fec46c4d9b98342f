// What the versions answered differently, and what differs from one answer to the next anyway: the
// latter is learned from repeats over the same version. Pure.
#pragma once

#include "lab/features.h"

namespace sonde::lab
{

enum class Nature : quint8 {
    ProtocolDependent, // the same in every answer of each arm, and not the same in all arms
    Volatile,          // not the same within one arm
    SeenOnce, // differs, but an arm with a single answer cannot tell which of the two it is
};
[[nodiscard]] QByteArrayView name(Nature nature);

struct Difference {
    Nature nature{};
    Feature feature;
    // One per arm: a value that it answered; nothing if it never had one. Cut after 500 octets.
    std::vector<std::optional<QByteArray>> values;
};

// `arms` holds the answers to one request: those of each arm. Arms without any are passed over.
[[nodiscard]] std::vector<Difference>
compareResponses(std::span<const std::vector<Observation>> arms);

} // namespace sonde::lab

// The table of the format's differences: what each program makes of each construct. Data, used by
// portability().
#pragma once

#include "collection/portability.h"

#include <span>

namespace sonde::collection
{

struct ReaderNote {
    Reader reader;
    PortabilityFinding::Effect effect;
    const char *reason; // of a finding
};

struct PortabilityRule {
    QByteArrayView name;
    std::span<const ReaderNote> notes;
};

[[nodiscard]] std::span<const PortabilityRule> portabilityRules();

// Nothing for an unknown name.
[[nodiscard]] const PortabilityRule *portabilityRule(QByteArrayView name);

} // namespace sonde::collection

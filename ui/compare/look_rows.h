// Exchanges over several versions as rows of one table, so that all of them stay in step: outcome,
// header fields as they mean the same in every version, octets, times, and the lines of the bodies
// around what differs. Pure functions on calls that are over.
#pragma once

#include "lab/observation.h"
#include "ui/response/hop_snapshot.h"

namespace sonde::ui
{

struct LookSide {
    http::VersionPolicy version{};
    std::vector<HopSnapshot> hops;        // empty: nothing was sent yet
    std::optional<lab::Observation> seen; // nothing: it failed, or is under way
};
[[nodiscard]] LookSide lookSide(http::VersionPolicy version, const client::Call *call);

struct LookRow {
    enum class Kind : quint8 {
        Heading,
        Same,
        Differs,
        Number, // a size or time: it is what it is, and proves nothing alone
        Line,   // of the bodies, the same in all
        LineDiffers,
        Skipped, // so many lines that are the same
    } kind = Kind::Same;
    QString what;
    QStringList cells; // one a side

    bool operator==(const LookRow &) const = default;
};
[[nodiscard]] std::vector<LookRow> lookRows(const std::vector<LookSide> &sides);
// What differs, in one sentence.
[[nodiscard]] QString lookSummary(const std::vector<LookSide> &sides,
                                  const std::vector<LookRow> &rows);
// In columns, to be pasted somewhere.
[[nodiscard]] QString lookText(const std::vector<LookSide> &sides,
                               const std::vector<LookRow> &rows);

} // namespace sonde::ui

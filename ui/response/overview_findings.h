// Everything that was noticed about a hop in one list, worst first, each with the place where it
// can be seen. Pure functions.
#pragma once

#include "ui/protocol/wire_view.h"
#include "ui/response/hop_snapshot.h"

namespace sonde::ui
{

// Where a finding can be seen.
struct Evidence {
    enum class Where : quint8 {
        Nowhere,
        Problem, // the error page
        Field,   // of the response; without a name: the header section as a whole
        Frame,   // a row of the wire view
        Octet,   // in all that the connection received
        Tls,
    };
    Where where = Where::Nowhere;
    QByteArray field;
    quint64 number = 0; // of the frame, or the octet

    bool operator==(const Evidence &) const = default;
};

struct OverviewFinding {
    trace::Severity severity = trace::Severity::Note;
    QString sentence;
    QString section; // "RFC 9110 section 5.3"; empty if no rule stands behind it
    Evidence evidence;

    bool operator==(const OverviewFinding &) const = default;
};

[[nodiscard]] std::vector<OverviewFinding> overviewFindings(const HopSnapshot &hop,
                                                            const WireView &wire);
// Why there is none.
[[nodiscard]] QString noFindingsText(const HopSnapshot &hop);
// "Show the field"; empty if it can be seen nowhere.
[[nodiscard]] QString evidenceText(const Evidence &evidence);
[[nodiscard]] QString severityText(trace::Severity severity);

} // namespace sonde::ui

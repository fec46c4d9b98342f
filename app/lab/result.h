// What a run says: the arms in numbers, the differences, the answers compared, the verdict and what
// stands against it. A pure function of plan and trials, so that saved trials say the same.
#pragma once

#include "lab/experiment.h"
#include "lab/semantic_diff.h"
#include "lab/words.h"

namespace sonde::lab
{

struct ArmResult {
    Arm arm;
    bool control = false;
    int trials = 0; // that count: block 0 and failures do not
    int failed = 0;
    Samples makespans;       // ms
    std::vector<int> places; // as makespans: index into the trials of the run
    Samples items;           // ms, of every request
    double median = 0;       // of the makespans
    double itemMedian = 0;
    std::optional<double> itemTail; // 95th percentile, from 100 items on
    double cpuShare = 0;            // median of client CPU time over makespan
    double dispatch = 0;            // median, ms
    double lineCpu = 0;             // median of what the line worked in a trial, ms
    double lineLate = 0;            // median of its worst delay in a trial, ms
    int connections = 0;            // most of one trial
    double octetsPerTrial = 0;      // mean of both directions
    Ledger ledger;                  // of the trial in the middle by octets
    int reopened = 0;               // warm: trials that had to open a connection
    int unresumed = 0;              // resumed: trials with a full handshake
    QByteArray tls;
    QByteArray server;

    // As its arm; the control says that it is one.
    [[nodiscard]] QString label(const Words &words = {}) const;
};

struct Comparison {
    int arm = 0; // index into the plan's arms; against arm 0
    Outcome outcome = Outcome::NoVerdict;
    Paired difference; // ms, of the makespan; negative: sooner than the baseline
    Paired ratio;      // of the makespan to the baseline's
    double cliffsDelta = 0;
    double margin = 0;       // ms
    Samples blocks;          // differences, in order
    std::vector<int> places; // as blocks: the arm's slowest trial of each
};

struct Warning {
    enum class Kind : quint8 {
        DifferentServers,
        DifferentTls,
        DifferentStatus,
        Failures,
        Reopened,
        FewerConnections,
        NotResumed,
        CpuBound,
        ControlDiffers,
        OtherHost,
        SeenOnce,
        Incomplete,
        Proxied,
        LineLate,
    } kind{};
    QString sentence; // in the words of the evaluation
};
[[nodiscard]] QByteArrayView name(Warning::Kind kind);

struct Result {
    std::vector<ArmResult> arms; // as in the plan, then the control
    std::optional<Paired> noise; // the baseline against itself
    Samples noiseBlocks;
    std::vector<int> noisePlaces;
    std::vector<Comparison> comparisons;
    std::vector<std::vector<Difference>> responses; // by request
    std::vector<Warning> warnings;
    net::LineSpec line; // as in the plan

    [[nodiscard]] const ArmResult &baseline() const { return arms.front(); }
    // How many differences of a nature there are in all answers.
    [[nodiscard]] qsizetype count(Nature nature) const;
};

[[nodiscard]] Result evaluate(const Experiment::Setup &setup, const Experiment::State &state,
                              const Words &words = {});

} // namespace sonde::lab

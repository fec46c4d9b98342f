// What is compared with what, how often and in which order: everything that decides a run, so that
// a plan and its seed can be repeated. Plain values; pure.
#pragma once

#include "http/request.h"
#include "lab/judgement.h"
#include "net/line_spec.h"

namespace sonde::lab
{

// How a trial begins.
enum class Start : quint8 {
    Cold,    // new connections, no TLS ticket
    Resumed, // new connections, each with a ticket of an earlier one
    Warm,    // connections that an unmeasured batch has opened
};
[[nodiscard]] QByteArrayView name(Start start);

struct Arm {
    http::VersionPolicy version = http::VersionPolicy::Http11; // a pin: never Auto
    Start start = Start::Warm;
    int connections = 1; // per origin

    // "HTTP/2", "HTTP/1.1 ×6": as a report names it.
    [[nodiscard]] QByteArray label() const;
    bool operator==(const Arm &) const = default;
};

struct Plan {
    std::vector<Arm> arms; // the first is the baseline, which the control repeats
    int batch = 1;         // requests of a trial, all started at once
    int blocks = 15;       // that count; one more goes before them
    quint64 seed = 0;
    Margin margin;
    net::LineSpec line; // that all arms go through
    // Before each trial, the same for all: Linux starts slowly again after idle time.
    std::chrono::milliseconds pause{10};
    std::chrono::milliseconds trialLimit{std::chrono::seconds(60)};
};

namespace limit
{
constexpr int arms = 4;
constexpr int batch = 1000;
constexpr int blocks = 500;
constexpr int connections = 64;
constexpr int trials = 20'000;    // of a run
constexpr int requests = 200'000; // of a run
} // namespace limit

// Errors: arms that cannot go with the scheme or are the same, numbers out of range. `requests`:
// how many different ones a batch holds.
[[nodiscard]] http::Result<void> checkPlan(const Plan &plan, const http::Origin &origin,
                                           size_t requests = 1);

// Whether each of `requests` may be repeated without anybody's consent: RFC 9110 section 9.2.2.
[[nodiscard]] bool needsConsent(std::span<const http::Request> requests);

struct Slot {
    int block = 0;        // 0 is discarded
    int arm = 0;          // index into the plan's arms
    bool control = false; // the baseline's second self
    bool operator==(const Slot &) const = default;
};
// The order of trials. With one other arm a block is a random order of baseline, arm and control
// and then its mirror image, so that baseline and arm always stand as ABBA or BAAB; with more it is
// a random Latin square. Either way each takes the same mean place in the block, and a drift that
// is even over a block cancels in its difference.
[[nodiscard]] std::vector<Slot> schedule(const Plan &plan);

} // namespace sonde::lab

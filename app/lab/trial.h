// One trial as it was run: its times, octets, answers and the traces that any pane can open. A
// plain value, never changed once it is made.
#pragma once

#include "lab/ledger.h"
#include "lab/observation.h"
#include "lab/plan.h"

namespace sonde::lab
{

// RFC 6585 section 4: the server asks for fewer requests, and gets none.
constexpr int tooManyRequests = 429;

// One request of a trial.
struct Item {
    double milliseconds = 0; // from the start of the batch to its last octet, queueing included
    int status = 0;
    std::optional<http::Error> error;
};

struct Trial {
    Slot slot;
    double makespan = 0; // ms from the start of the batch to the last octet of the last item
    double cpu = 0;      // ms that the network thread worked in that time
    double dispatch = 0; // ms until the last request was handed to the engine: the harness's own
    double lineCpu = 0;  // ms that the line's thread worked in that time
    double lineLate = 0; // ms by which the line was late at worst
    int connections = 0; // that carried it
    int opened = 0;      // of these, opened for it
    int repeated = 0;    // requests sent again because a connection had been closed
    int resumed = 0;     // of the opened, with a TLS session resumed
    Ledger ledger;
    std::vector<Item> items;
    std::vector<std::shared_ptr<const client::Call>> calls; // as items
    // By request of the plan; bounded, so that not every answer of a large batch is here.
    std::vector<std::pair<size_t, Observation>> observations;

    // The first trouble, if an item failed.
    [[nodiscard]] std::optional<http::Error> error() const
    {
        for (const Item &item : items) {
            if (item.error)
                return item.error;
        }
        return std::nullopt;
    }
};

} // namespace sonde::lab

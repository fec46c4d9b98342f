// How a request that a tab holds stands in its file now, after another program may have written it.
// Reads the file: a worker's work.
#pragma once

#include "collection/http_file.h"

namespace sonde::ui
{

struct RequestStanding {
    enum class Kind : quint8 {
        Same,
        Changed, // it is there, and not as it was read
        Gone,    // or not to be told from another
        Unreadable,
    };
    Kind kind = Kind::Same;
    int index = -1;                     // where it is now
    collection::RequestDocument theirs; // as it is there
    QString problem;                    // of Unreadable
};

// `before` is the request as it was read.
[[nodiscard]] RequestStanding standingIn(const collection::HttpFile &file, int index,
                                         const collection::RequestDocument &before);
[[nodiscard]] RequestStanding standingOf(const QString &path, int index,
                                         const collection::RequestDocument &before);

} // namespace sonde::ui

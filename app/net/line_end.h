// What a socket and the line it hangs on know of one another: written by the line's thread before
// it tells.
#pragma once

#include <QByteArray>

#include <atomic>
#include <unistd.h>

namespace sonde::net
{

struct LineEnd {
    LineEnd() = default;
    LineEnd(const LineEnd &) = delete;
    LineEnd &operator=(const LineEnd &) = delete;
    ~LineEnd()
    {
        if (answer >= 0)
            ::close(answer);
    }

    int stream = -1;  // octets, as a connected socket has them; the socket closes it
    int answer = -1;  // an event: readable once connecting has ended either way
    int refused = -1; // errno of connecting, 0 when connected; valid once `answer` has told
    QByteArray local; // endpoints of the connection behind the line; likewise
    QByteArray remote;
    std::atomic<int> failure = 0; // errno that ended the connection, told before the stream ends
};

} // namespace sonde::net

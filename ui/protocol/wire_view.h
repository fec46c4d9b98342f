// What a connection has said, as one value that no longer changes: taken on a worker, shown by
// panes, filtered on workers again. Any thread.
#pragma once

#include "trace/conversation.h"
#include "trace/http1_record.h"

#include <memory>

namespace sonde::ui
{

struct WireView {
    using Parts = std::vector<trace::Http1Part>;

    std::shared_ptr<const trace::Conversation> http2; // one of the two, or neither
    std::shared_ptr<const Parts> http1;
    // The log was full: what came later is not here.
    std::optional<trace::ByteLog::Truncation> truncation;

    // Frames of HTTP/2, parts of HTTP/1.
    [[nodiscard]] size_t size() const
    {
        return http2 ? http2->frames.size() : http1 ? http1->size() : 0;
    }
    [[nodiscard]] trace::Stamp at(size_t row) const
    {
        return http2 ? http2->frames[row].at : (*http1)[row].at;
    }
    [[nodiscard]] trace::Stamp ended(size_t row) const
    {
        return http2 ? http2->frames[row].ended : (*http1)[row].ended;
    }
    [[nodiscard]] trace::Direction direction(size_t row) const
    {
        return http2 ? http2->frames[row].direction : (*http1)[row].direction;
    }
    // The stream, or the number of the HTTP/1 message.
    [[nodiscard]] quint32 stream(size_t row) const
    {
        return http2 ? http2->frames[row].stream : (*http1)[row].message;
    }
};

} // namespace sonde::ui

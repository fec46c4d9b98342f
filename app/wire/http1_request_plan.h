// How a request's content is framed, from what its head says and what is known of its length. Pure.
#pragma once

#include "wire/http1_outbox.h"

namespace sonde::wire
{

struct Http1RequestPlan {
    std::optional<http::Field> added; // the framing field that was missing
    Http1Outbox::Framing framing = Http1Outbox::Framing::None;
    quint64 length = 0;

    bool operator==(const Http1RequestPlan &) const = default;
};

// Errors, all Local: fields that contradict the content or each other, HTTP/1.0 without a length.
[[nodiscard]] http::Result<Http1RequestPlan> planRequest(const RequestHead &head,
                                                         ContentLength content);

} // namespace sonde::wire

// Outgoing field lists as HTTP/2 wants them (RFC 9113 section 8.2 and 8.3): pseudo-fields first,
// names in lower case, nothing that speaks of the connection. Pure functions.
#pragma once

#include "wire/session.h"

#include <nghttp2/nghttp2.h>

namespace sonde::wire
{

struct Http2FieldList {
    http::Headers fields;
    // What had to change on the way, as notes for the user.
    std::vector<trace::Finding> findings;
};

// An error if a field cannot be sent at all.
[[nodiscard]] http::Result<Http2FieldList> http2RequestFields(const RequestHead &head);
[[nodiscard]] http::Result<Http2FieldList> http2ResponseFields(const http::ResponseHead &head);
[[nodiscard]] http::Result<Http2FieldList> http2TrailerFields(const http::Headers &trailers);

// True for the fields that RFC 9113 section 8.2.2 forbids; `name` in lower case.
[[nodiscard]] bool isConnectionField(QByteArrayView name);

// The size that SETTINGS_MAX_HEADER_LIST_SIZE speaks of: 32 octets more for each field.
[[nodiscard]] quint64 http2ListOctets(const http::Headers &fields);

// Views into `fields`, for nghttp2, which copies them.
[[nodiscard]] std::vector<nghttp2_nv> http2NameValues(const http::Headers &fields);

} // namespace sonde::wire

// A GraphQL request as `.http` files write it, a query and below a blank line its variables, and
// what goes over the wire. Pure functions.
#pragma once

#include "collection/request_document.h"

namespace sonde::collection
{

struct GraphQl {
    QString query;
    QString variables; // a JSON object; empty: none
    bool operator==(const GraphQl &) const = default;
};

[[nodiscard]] bool isGraphQl(const RequestDocument &document);
[[nodiscard]] GraphQl graphQlOf(const QString &body);
// The body says these; what of it says so already stays as it is written.
[[nodiscard]] QString withGraphQl(const QString &body, const GraphQl &parts);
// {"query": …, "variables": …}. Error: variables that are not a JSON object.
[[nodiscard]] http::Result<QByteArray> graphQlJson(const GraphQl &parts);

} // namespace sonde::collection

// A request document as JSON and back, for drafts of open tabs. Reading is lenient: what is missing
// or of another type becomes what a new document has. Pure functions.
#pragma once

#include "collection/request_document.h"

#include <QJsonObject>

namespace sonde::collection
{

[[nodiscard]] QJsonObject documentToJson(const RequestDocument &document);
[[nodiscard]] RequestDocument documentFromJson(const QJsonObject &json);

} // namespace sonde::collection

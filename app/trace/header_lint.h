// What the header section of a response means and what is wrong with it: caching in words, fields
// that are missing, doubled or malformed, cookies and transport security. Pure; sentences for a
// person, each with the section that says so.
#pragma once

#include "trace/exchange.h"

namespace sonde::trace
{

// Brings the words of another language to an English sentence.
using Say = QString (*)(const char *english);

// In a stable order, warnings first. None before the head arrived. In English unless `say` is
// there.
[[nodiscard]] std::vector<Finding> lintHead(const ExchangeState &exchange, Say say = nullptr);

} // namespace sonde::trace

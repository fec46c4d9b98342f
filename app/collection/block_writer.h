// The smallest edits that make one block of a `.http` file say what a document says. Pure
// functions.
#pragma once

#include "collection/block_reader.h"

namespace sonde::collection
{

[[nodiscard]] std::vector<HttpText::Edit> editsFor(const HttpText &text, const Block &block,
                                                   const ReadBlock &before,
                                                   const RequestDocument &after);

} // namespace sonde::collection

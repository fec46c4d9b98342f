// The verb `sonde compare`.
#pragma once

#include "cli/compare_words.h"

namespace sonde::cli
{

int compareCommand(std::span<const QByteArray> words);

} // namespace sonde::cli

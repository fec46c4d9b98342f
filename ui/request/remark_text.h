// What an importer remarks, in the language of the window. Any thread.
#pragma once

#include "interop/remark.h"

namespace sonde::ui
{

[[nodiscard]] QString remarkText(const interop::Remark &remark);

} // namespace sonde::ui

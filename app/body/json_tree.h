// JSON as a tree.
#pragma once

#include "body/tree_form.h"

namespace sonde::body
{

[[nodiscard]] const TreeForm &jsonTree();

} // namespace sonde::body

// BodyView for assistive technology: a read-only document of the rows in sight. Its offsets are int
// and clients ask for the whole text, so the whole body is never offered; a description says where
// it is.
#pragma once

namespace sonde::ui
{

// Once per process; further calls do nothing.
void installBodyAccessibility();

} // namespace sonde::ui

// What a hop's headers say about its body: type, charset, file name, and whether all of it came.
// Pure functions.
#pragma once

#include "ui/body/body_pane.h"
#include "ui/response/hop_snapshot.h"

namespace sonde::ui
{

// The hop must have a response and a body.
[[nodiscard]] BodyPane::Content bodyContent(const HopSnapshot &hop);
// Why there is no body at all.
[[nodiscard]] QString emptyBodyText(const HopSnapshot &hop);
// One sentence when less arrived than was announced or provable; empty otherwise.
[[nodiscard]] QString incompleteText(const HopSnapshot &hop);

} // namespace sonde::ui

// What a request is opened for: to be edited, and then the keys go to it, or to be looked at, and
// then they stay where they are. A value, so that whoever opens says it and whoever shows obeys.
#pragma once

#include <QtGlobal>

namespace sonde::ui
{

enum class Opening : quint8 { ToEdit, ToLook };

} // namespace sonde::ui

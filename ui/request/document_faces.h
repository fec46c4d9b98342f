// A request in both of its faces: as the form holds it, and as the lines of its file. A value.
#pragma once

#include "collection/request_text.h"

namespace sonde::ui
{

struct DocumentFaces {
    collection::RequestDocument document;
    collection::RequestText text; // empty until somebody looked at it
    bool operator==(const DocumentFaces &) const = default;
};

} // namespace sonde::ui

// ResponsePane: the bodies of its responses, for whoever compares them.
#include "ui/response/body_content.h"
#include "ui/response/call_shelf.h"
#include "ui/response/response_pane.h"

namespace sonde::ui
{

std::vector<BodyPane::Content> ResponsePane::bodies() const
{
    std::vector<BodyPane::Content> result;
    for (size_t place = shelf().size(); place-- > 0;) {
        const auto hops = takeSnapshots(*shelf().at(place), {});
        if (hops.empty() || !hops.back().exchange.response || !hops.back().body)
            continue;
        if (hops.back().body->size() > 0)
            result.push_back(bodyContent(hops.back()));
    }
    return result;
}

std::vector<BodyPane::Content> ResponsePane::otherBodies() const
{
    auto result = bodies();
    if (m_otherBodies) {
        auto others = m_otherBodies();
        std::ranges::move(others, std::back_inserter(result));
    }
    return result;
}

} // namespace sonde::ui

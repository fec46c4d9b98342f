#include "ui/shell/request_standing.h"

#include "collection/file_fidelity.h"

namespace sonde::ui
{

using collection::HttpFile;
using collection::RequestDocument;

namespace
{

// The one request that fits; -1 for none and for several, since which is meant cannot be known.
template <typename Fits>
int onlyOne(const HttpFile &file, int preferred, Fits fits)
{
    const auto &requests = file.requests();
    if (preferred < int(requests.size()) && fits(requests[size_t(preferred)].document))
        return preferred;
    int found = -1;
    for (int at = 0; at < int(requests.size()); ++at) {
        if (!fits(requests[size_t(at)].document))
            continue;
        if (found >= 0)
            return -1;
        found = at;
    }
    return found;
}

} // namespace

RequestStanding standingIn(const HttpFile &file, int index, const RequestDocument &before)
{
    int place = onlyOne(file, index, [&](const RequestDocument &one) {
        return one.title == before.title && one.method == before.method && one.url == before.url;
    });
    if (place < 0 && !before.title.isEmpty())
        place = onlyOne(file, index,
                        [&](const RequestDocument &one) { return one.title == before.title; });
    if (place < 0)
        return {.kind = RequestStanding::Kind::Gone, .theirs = {}, .problem = {}};
    const RequestDocument &there = file.requests()[size_t(place)].document;
    const bool same =
        there.title == before.title && collection::firstDifference(before, there).isEmpty();
    return {.kind = same ? RequestStanding::Kind::Same : RequestStanding::Kind::Changed,
            .index = place,
            .theirs = there,
            .problem = {}};
}

RequestStanding standingOf(const QString &path, int index, const RequestDocument &before)
{
    const auto file = HttpFile::load(path);
    if (!file && file.error().code == http::Code::FileMissing)
        return {.kind = RequestStanding::Kind::Gone, .theirs = {}, .problem = {}};
    if (!file)
        return {.kind = RequestStanding::Kind::Unreadable,
                .theirs = {},
                .problem = file.error().sentence};
    return standingIn(*file, index, before);
}

} // namespace sonde::ui

// The last responses of one tab, oldest first, kept so that a new one can be looked at beside the
// one before. Bounded in number and in octets. GUI thread; owned by the response pane.
#pragma once

#include "client/call.h"

namespace sonde::ui
{

class CallShelf
{
public:
    static constexpr size_t callLimit = 8;
    // Of all but the newest, decoded: what is not in memory lies in spool files.
    static constexpr qint64 octetLimit = 512LL << 20;

    // The newest; one that stands here already stays where it is. Returns its place.
    size_t put(const std::shared_ptr<client::Call> &call);
    void clear() { m_calls.clear(); }
    [[nodiscard]] size_t size() const { return m_calls.size(); }
    [[nodiscard]] const std::shared_ptr<client::Call> &at(size_t place) const
    {
        return m_calls[place];
    }

private:
    [[nodiscard]] bool isTooMuch() const;

    std::vector<std::shared_ptr<client::Call>> m_calls;
};

} // namespace sonde::ui

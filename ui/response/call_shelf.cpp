#include "ui/response/call_shelf.h"

#include <algorithm>

namespace sonde::ui
{

bool CallShelf::isTooMuch() const
{
    if (m_calls.size() > callLimit)
        return true;
    qint64 octets = 0;
    for (size_t place = 0; place + 1 < m_calls.size(); ++place) {
        for (const client::Hop &hop : m_calls[place]->hops())
            octets += hop.body ? hop.body->size() : 0;
    }
    return octets > octetLimit;
}

size_t CallShelf::put(const std::shared_ptr<client::Call> &call)
{
    if (const auto known = std::ranges::find(m_calls, call); known != m_calls.end())
        return size_t(known - m_calls.begin());
    m_calls.push_back(call);
    while (m_calls.size() > 1 && isTooMuch())
        m_calls.erase(m_calls.begin());
    return m_calls.size() - 1;
}

} // namespace sonde::ui

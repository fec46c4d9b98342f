#include "net/cancel.h"

#include <utility>

namespace sonde::net
{

CancelToken CancelSource::token() const
{
    CancelToken token;
    token.m_state = m_state;
    return token;
}

void CancelSource::cancel()
{
    // A listener may destroy this source; the state stays until the last one has been called.
    const auto state = m_state;
    if (std::exchange(state->cancelled, true))
        return;
    // Nodes are emptied, never erased, so that registrations that die meanwhile find theirs in
    // place.
    for (auto &listener : state->listeners) {
        const auto call = std::exchange(listener, nullptr);
        if (call)
            call();
    }
}

CancelRegistration::CancelRegistration(CancelRegistration &&other) noexcept
    : m_state(std::exchange(other.m_state, {}))
    , m_place(other.m_place)
{
}

CancelRegistration &CancelRegistration::operator=(CancelRegistration &&other) noexcept
{
    CancelRegistration old(std::move(*this));
    m_state = std::exchange(other.m_state, {});
    m_place = other.m_place;
    return *this;
}

CancelRegistration::~CancelRegistration()
{
    const auto state = m_state.lock();
    if (!state)
        return;
    if (state->cancelled)
        *m_place = nullptr;
    else
        state->listeners.erase(m_place);
}

CancelRegistration CancelToken::onCancel(std::function<void()> listener) const
{
    CancelRegistration registration;
    if (!m_state)
        return registration;
    if (m_state->cancelled) {
        listener();
        return registration;
    }
    registration.m_place = m_state->listeners.insert(m_state->listeners.end(), std::move(listener));
    registration.m_state = m_state;
    return registration;
}

} // namespace sonde::net

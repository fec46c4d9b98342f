// Cancellation as a value: a source says stop once, every token of it hears. One thread only.
#pragma once

#include <functional>
#include <list>
#include <memory>

namespace sonde::net
{

class CancelToken;

class CancelSource
{
public:
    CancelSource()
        : m_state(std::make_shared<State>())
    {
    }
    [[nodiscard]] CancelToken token() const;
    // Calls every listener once, in order of registration. Later listeners are called at once.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_state->cancelled; }

private:
    friend class CancelToken;
    friend class CancelRegistration;
    struct State {
        bool cancelled = false;
        std::list<std::function<void()>> listeners;
    };
    std::shared_ptr<State> m_state;
};

// Removes its listener when it goes.
class CancelRegistration
{
public:
    CancelRegistration() = default;
    CancelRegistration(CancelRegistration &&other) noexcept;
    CancelRegistration &operator=(CancelRegistration &&other) noexcept;
    ~CancelRegistration();

private:
    friend class CancelToken;
    std::weak_ptr<CancelSource::State> m_state;
    std::list<std::function<void()>>::iterator m_place;
};

class CancelToken
{
public:
    CancelToken() = default; // never cancelled
    [[nodiscard]] bool isCancelled() const { return m_state && m_state->cancelled; }
    [[nodiscard]] CancelRegistration onCancel(std::function<void()> listener) const;

private:
    friend class CancelSource;
    std::shared_ptr<CancelSource::State> m_state;
};

} // namespace sonde::net

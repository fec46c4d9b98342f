// The one awaitable of the engine: a value that arrives once, from a signal, a timer or a
// cancellation, whichever is first. Awaiting code resumes from the event loop, never inside the
// caller of complete().
#pragma once

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

namespace sonde::net
{

// Resumes `handle` from the current thread's event loop, in order; one wake-up serves a whole
// batch.
void resumeSoon(std::coroutine_handle<> handle);

// Shared by the one who awaits (once) and those who may complete it (the first wins).
template <typename T>
class Completion
{
public:
    Completion()
        : m_state(std::make_shared<State>())
    {
    }

    // True if this call was the first.
    bool complete(T value) const
    {
        if (m_state->value)
            return false;
        m_state->value.emplace(std::move(value));
        if (m_state->waiting)
            resumeSoon(std::exchange(m_state->waiting, nullptr));
        return true;
    }
    [[nodiscard]] bool isComplete() const { return m_state->value.has_value(); }

private:
    struct State {
        std::optional<T> value;
        std::coroutine_handle<> waiting;
    };

public:
    struct Awaiter {
        std::shared_ptr<State> state;
        bool await_ready() const noexcept { return state->value.has_value(); }
        void await_suspend(std::coroutine_handle<> handle) const noexcept
        {
            state->waiting = handle;
        }
        T await_resume() const { return std::move(*state->value); }
    };
    Awaiter operator co_await() const { return Awaiter{m_state}; }

private:
    std::shared_ptr<State> m_state;
};

} // namespace sonde::net

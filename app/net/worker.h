// Work that blocks, done on a worker thread: look-ups, reading keys. Made, awaited and destroyed on
// the network thread; destroyed early, nobody hears of the result any more.
#pragma once

#include "net/completion.h"

#include <QObject>

#include <functional>
#include <mutex>

namespace sonde::net
{

// From the pool of all such work; at most 16 at the same time.
void startOnWorker(std::function<void()> work);

template <typename T>
class Job
{
public:
    explicit Job(std::function<T()> work)
    {
        m_state->receiver = &m_receiver;
        startOnWorker([state = m_state, work = std::move(work)] { run(*state, work, state); });
    }
    ~Job()
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->receiver = nullptr;
    }
    Job(const Job &) = delete;
    Job &operator=(const Job &) = delete;

    // Awaited once. Who completes it first, say upon cancellation, wins.
    [[nodiscard]] Completion<T> result() const { return m_state->completion; }

private:
    struct State {
        std::mutex mutex;
        QObject *receiver = nullptr;
        Completion<T> completion; // network thread only
    };

    static bool isWanted(State &state)
    {
        const std::scoped_lock lock(state.mutex);
        return state.receiver != nullptr;
    }

    static void run(State &state, const std::function<T()> &work, std::shared_ptr<State> owner)
    {
        if (!isWanted(state))
            return;
        auto result = work();
        const std::scoped_lock lock(state.mutex);
        if (!state.receiver)
            return;
        QMetaObject::invokeMethod(
            state.receiver,
            [owner = std::move(owner), result = std::move(result)] {
                owner->completion.complete(result);
            },
            Qt::QueuedConnection);
    }

    QObject m_receiver;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace sonde::net

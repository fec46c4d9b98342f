#include "net/completion.h"

#include "net/ready_queue.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <vector>

namespace sonde::net
{
namespace
{

class ReadyQueue : public QObject
{
public:
    ReadyQueue()
    {
        // Within a turn nothing is posted. Should somebody run an event loop of their own in there,
        // it must not go to sleep on us.
        if (auto *dispatcher = QAbstractEventDispatcher::instance()) {
            connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
                if (!isEmpty())
                    postNow();
            });
        }
    }
    void resume(std::coroutine_handle<> handle)
    {
        m_handles.push_back(handle);
        post();
    }
    void call(std::function<void()> what)
    {
        m_calls.push_back(std::move(what));
        post();
    }
    void flush(std::weak_ptr<Flushable> who)
    {
        m_flushables.push_back(std::move(who));
        post();
    }
    void enter() { ++m_turns; }
    void leave()
    {
        run();
        if (--m_turns == 0 && !isEmpty())
            post();
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_posted = false;
        const LoopTurn turn;
        return true;
    }

private:
    // Rounds a turn: what one request that follows from another takes, and no more, so that sockets
    // and timers get their turns.
    static constexpr int mostRounds = 4;

    [[nodiscard]] bool isEmpty() const
    {
        return m_handles.empty() && m_calls.empty() && m_flushables.empty();
    }
    void post()
    {
        if (m_turns == 0)
            postNow();
    }
    void postNow()
    {
        if (!std::exchange(m_posted, true))
            QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

    // What becomes ready meanwhile has its round, too: to go round the event loop costs three calls
    // of the kernel.
    void run()
    {
        for (int round = 0; round < mostRounds && !isEmpty(); ++round) {
            runEach(m_handles, m_spareHandles, [](auto handle) { handle.resume(); });
            runEach(m_calls, m_spareCalls, [](const auto &call) { call(); });
            runEach(m_flushables, m_spareFlushables, [](const auto &flushable) {
                if (const auto who = flushable.lock())
                    who->flushNow();
            });
        }
    }
    // Only those that are ready by now; `spare` is room for the next.
    template <typename Ready>
    static void runEach(std::vector<Ready> &ready, std::vector<Ready> &spare, auto act)
    {
        if (ready.empty())
            return;
        auto now = std::exchange(ready, std::exchange(spare, {}));
        for (const auto &one : now)
            act(one);
        now.clear();
        spare = std::move(now);
    }

    std::vector<std::coroutine_handle<>> m_handles;
    std::vector<std::function<void()>> m_calls;
    std::vector<std::weak_ptr<Flushable>> m_flushables;
    std::vector<std::coroutine_handle<>> m_spareHandles;
    std::vector<std::function<void()>> m_spareCalls;
    std::vector<std::weak_ptr<Flushable>> m_spareFlushables;
    bool m_posted = false;
    int m_turns = 0;
};

ReadyQueue &queue()
{
    static thread_local ReadyQueue queue;
    return queue;
}

} // namespace

void resumeSoon(std::coroutine_handle<> handle)
{
    queue().resume(handle);
}

void callSoon(std::function<void()> what)
{
    queue().call(std::move(what));
}

void flushSoon(std::weak_ptr<Flushable> who)
{
    queue().flush(std::move(who));
}

LoopTurn::LoopTurn()
{
    queue().enter();
}

LoopTurn::~LoopTurn()
{
    queue().leave();
}

} // namespace sonde::net

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
    [[nodiscard]] bool isEmpty() const { return m_handles.empty() && m_flushables.empty(); }
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

    void run()
    {
        // What becomes ready meanwhile waits for the next turn of the loop, so that sockets and
        // timers get theirs.
        auto handles = std::exchange(m_handles, std::exchange(m_spareHandles, {}));
        for (const auto handle : handles)
            handle.resume();
        auto flushables = std::exchange(m_flushables, std::exchange(m_spareFlushables, {}));
        for (const auto &flushable : flushables) {
            if (const auto who = flushable.lock())
                who->flushNow();
        }
        handles.clear();
        flushables.clear();
        m_spareHandles = std::move(handles);
        m_spareFlushables = std::move(flushables);
    }

    std::vector<std::coroutine_handle<>> m_handles;
    std::vector<std::weak_ptr<Flushable>> m_flushables;
    std::vector<std::coroutine_handle<>> m_spareHandles; // room for the next turn
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

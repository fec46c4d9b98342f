#include "net/completion.h"

#include "net/ready_queue.h"

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
    void resume(std::coroutine_handle<> handle)
    {
        m_handles.push_back(handle);
        post();
    }
    void flush(std::weak_ptr<Flushable> who)
    {
        m_flushables.push_back(std::move(who));
        if (!m_running)
            post();
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_posted = false;
        run();
        return true;
    }

private:
    void post()
    {
        if (std::exchange(m_posted, true))
            return;
        // Priority above the default would starve timers and sockets; equal keeps the order of
        // things.
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

    void run()
    {
        // What becomes ready meanwhile waits for the next turn of the loop, so that sockets get
        // theirs.
        const auto handles = std::exchange(m_handles, {});
        m_running = true;
        for (const auto handle : handles)
            handle.resume();
        m_running = false;
        const auto flushables = std::exchange(m_flushables, {});
        for (const auto &flushable : flushables) {
            if (const auto who = flushable.lock())
                who->flushNow();
        }
    }

    std::vector<std::coroutine_handle<>> m_handles;
    std::vector<std::weak_ptr<Flushable>> m_flushables;
    bool m_posted = false;
    bool m_running = false;
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

} // namespace sonde::net

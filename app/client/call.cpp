#include "client/call.h"

#include "client/live_call.h"
#include "client/mailbox.h"

namespace sonde::client
{

std::shared_ptr<Call> Call::recorded(std::vector<Hop> hops, bool over)
{
    auto call = std::make_shared<Call>();
    call->m_hops = std::move(hops);
    call->m_over = over;
    return call;
}

std::vector<Hop> Call::hops() const
{
    const std::scoped_lock lock(m_mutex);
    return m_hops;
}

Hop Call::last() const
{
    const std::scoped_lock lock(m_mutex);
    return m_hops.empty() ? Hop() : m_hops.back();
}

void Call::cancel()
{
    std::shared_ptr<Mailbox> mailbox;
    std::weak_ptr<LiveCall> running;
    {
        const std::scoped_lock lock(m_mutex);
        mailbox = m_mailbox;
        running = m_live;
    }
    if (!mailbox)
        return;
    mailbox->post([running] {
        if (const auto live = running.lock())
            live->stop.stop(StopSignal::Reason::Cancelled);
    });
}

void Call::onChange(std::function<void()> listener)
{
    const std::scoped_lock lock(m_mutex);
    replaceListener(0, std::move(listener));
}

Call::ListenerId Call::addListener(std::function<void()> listener)
{
    const std::scoped_lock lock(m_mutex);
    const ListenerId id = ++m_lastListener;
    replaceListener(id, std::move(listener));
    return id;
}

void Call::removeListener(ListenerId id)
{
    const std::scoped_lock lock(m_mutex);
    replaceListener(id, {});
}

void Call::replaceListener(ListenerId id, std::function<void()> listener)
{
    std::vector<Listener> listeners;
    if (m_listeners)
        listeners = *m_listeners;
    std::erase_if(listeners, [id](const Listener &other) { return other.id == id; });
    if (listener)
        listeners.push_back({.id = id, .call = std::move(listener)});
    m_listened = !listeners.empty();
    m_listeners = std::make_shared<const std::vector<Listener>>(std::move(listeners));
}

void Call::noteChange()
{
    if (!m_listened)
        return;
    Listeners listeners;
    {
        const std::scoped_lock lock(m_mutex);
        listeners = m_listeners;
    }
    for (const Listener &listener : *listeners)
        listener.call();
}

void Call::addHop(Hop hop)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_hops.push_back(std::move(hop));
    }
    noteChange();
}

void Call::finish()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_mailbox.reset();
        m_live.reset();
    }
    m_over.store(true, std::memory_order_release);
    noteChange();
}

} // namespace sonde::client

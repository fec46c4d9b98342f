// One Send: a chain of exchanges (redirects, retries), live. Shared by the network thread, which
// writes, and any number of readers.
#pragma once

#include "body/byte_store.h"
#include "client/kept_content.h"
#include "client/options.h"
#include "trace/exchange.h"

#include <functional>

namespace sonde::client
{

// Takes decoded content of the last hop as it arrives, instead of a ByteStore. Network thread.
class BodySink
{
public:
    virtual ~BodySink() = default;
    // The final head is known; content follows.
    virtual void begin(const http::ResponseHead &head) = 0;
    // Takes all octets. Returns false when it is full: the peer is slowed until `drained` is
    // called.
    [[nodiscard]] virtual http::Result<bool> take(QByteArrayView octets) = 0;
    // Set by the client before begin(), emptied when the exchange is over; the sink calls it once
    // room is there again, if it is set.
    std::function<void()> drained;
};

struct Hop {
    std::shared_ptr<trace::Exchange> exchange;
    std::shared_ptr<body::ByteStore> body; // decoded content; never null
    std::shared_ptr<KeptContent> kept;     // null unless Options::keep asks for it
};

class Mailbox;
struct LiveCall;

class Call
{
public:
    Call() = default;
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;
    // A call that is not driven by an engine: a saved exchange that is opened again, or a test's.
    [[nodiscard]] static std::shared_ptr<Call> recorded(std::vector<Hop> hops, bool over = true);

    // All hops so far, oldest first; the last is the one in the window. Any thread.
    [[nodiscard]] std::vector<Hop> hops() const;
    [[nodiscard]] Hop last() const;
    [[nodiscard]] bool isOver() const { return m_over.load(std::memory_order_acquire); }

    // Ends within 100 ms, keeps what has arrived. Any thread, any number of times.
    void cancel();
    // `listener` is called on the network thread after something changed, and must only post. One
    // at a time: a second replaces the first.
    void onChange(std::function<void()> listener);
    // Listeners beside that one, any number; a call of one that is being removed may still be under
    // way.
    using ListenerId = quint64;
    [[nodiscard]] ListenerId addListener(std::function<void()> listener);
    void removeListener(ListenerId id);
    // Writers say so after every change to a hop or its body. Cheap: the listener posts at most
    // once.
    void noteChange();

    // For a writer that is not the engine (a replay, a test): another hop, and the end.
    void addHop(Hop hop);
    void finish();

private:
    friend class Engine;
    struct Listener {
        ListenerId id = 0;
        std::function<void()> call;
    };
    // Replaced, never changed, so that noteChange() calls without a lock.
    using Listeners = std::shared_ptr<const std::vector<Listener>>;
    void replaceListener(ListenerId id, std::function<void()> listener);

    mutable std::mutex m_mutex;
    std::vector<Hop> m_hops;
    Listeners m_listeners;
    ListenerId m_lastListener = 0; // 0 is the one of onChange()
    // Where and whom cancel() stops; null without an engine, and once it is over.
    std::shared_ptr<Mailbox> m_mailbox;
    std::weak_ptr<LiveCall> m_live; // locked on the network thread alone
    std::atomic<bool> m_listened = false;
    std::atomic<bool> m_over = false;
};

} // namespace sonde::client

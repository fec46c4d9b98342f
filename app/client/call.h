// One Send: a chain of exchanges (redirects, retries), live. Shared by the network thread, which writes,
// and any number of readers.
#pragma once

#include "body/byte_store.h"
#include "client/options.h"
#include "trace/exchange.h"

#include <functional>

namespace sonde::client {

// Takes decoded content of the last hop as it arrives, instead of a ByteStore. Network thread.
class BodySink
{
public:
    virtual ~BodySink() = default;
    // The final head is known; content follows.
    virtual void begin(const http::ResponseHead &head) = 0;
    // Takes all octets. Returns false when it is full: the peer is slowed until `drained` is called.
    [[nodiscard]] virtual http::Result<bool> take(QByteArrayView octets) = 0;
    // Set by the client before begin(); the sink calls it once room is there again.
    std::function<void()> drained;
};

struct Hop {
    std::shared_ptr<trace::Exchange> exchange;
    std::shared_ptr<body::ByteStore> body; // decoded content; never null
};

class Call
{
public:
    Call() = default;
    // A call that is not driven by an engine: a saved exchange that is opened again, or a test's.
    [[nodiscard]] static std::shared_ptr<Call> recorded(std::vector<Hop> hops, bool over = true);

    // All hops so far, oldest first; the last is the one in the window. Any thread.
    [[nodiscard]] std::vector<Hop> hops() const;
    [[nodiscard]] Hop last() const;
    [[nodiscard]] bool isOver() const { return m_over.load(std::memory_order_acquire); }

    // Ends within 100 ms, keeps what has arrived. Any thread, any number of times.
    void cancel();
    // `listener` is called on the network thread after something changed, and must only post. One at a time.
    void onChange(std::function<void()> listener);
    // Writers say so after every change to a hop or its body. Cheap: the listener posts at most once.
    void noteChange();

private:
    friend class Engine;
    friend class Client;
    mutable std::mutex m_mutex;
    std::vector<Hop> m_hops;
    std::function<void()> m_listener;
    std::function<void()> m_cancel; // posts to the network thread
    std::atomic<bool> m_over = false;
    std::atomic<bool> m_cancelled = false;
};

} // namespace sonde::client

// What a thread's event loop has to go on with: coroutines that may resume, then connections that
// have something to write. One posted event serves a whole batch. One queue per thread, used on it
// alone.
#pragma once

#include <coroutine>
#include <functional>
#include <memory>

namespace sonde::net
{

// Somebody whose octets are best written once, after everybody in the batch had a say.
class Flushable
{
public:
    virtual ~Flushable() = default;
    virtual void flushNow() = 0;
};

// Calls it from the event loop, after the coroutines that are ready: for who hears of something in
// the middle of a call and had better act on it after that.
void callSoon(std::function<void()> what);

// Calls flushNow() once the coroutines of the running batch have run, or from the event loop if
// none is running; that is where 100 requests opened at once become one write.
void flushSoon(std::weak_ptr<Flushable> who);

// Says that the event loop itself is calling: what becomes ready meanwhile runs when this ends,
// without the event that would otherwise be posted.
class LoopTurn
{
public:
    LoopTurn();
    ~LoopTurn();
    LoopTurn(const LoopTurn &) = delete;
    LoopTurn &operator=(const LoopTurn &) = delete;
};

} // namespace sonde::net

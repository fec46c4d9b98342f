// Functions for the event loop of one thread, posted from any; safe when that thread's side is gone
// first. Shared by both sides.
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace sonde::client
{

class Mailbox
{
public:
    // Delivers on the thread of the caller, or on another one after moveTo().
    Mailbox();
    ~Mailbox();
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    void moveTo(QThread *thread);
    // False if it is closed: the function will never be called.
    bool post(std::function<void()> letter);
    // What is still queued is dropped. On the delivering thread, or when that has ended.
    void close();
    // Whether the caller is on the delivering thread.
    [[nodiscard]] bool isHere() const;

private:
    class Receiver;
    void deliver();

    mutable std::mutex m_mutex;
    std::vector<std::function<void()>> m_letters;
    std::unique_ptr<Receiver> m_receiver; // null once closed
};

} // namespace sonde::client

#include "client/mailbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

namespace sonde::client
{

class Mailbox::Receiver : public QObject
{
public:
    explicit Receiver(Mailbox *mailbox)
        : m_mailbox(mailbox)
    {
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_delivering = true;
        if (m_mailbox)
            m_mailbox->deliver();
        m_delivering = false;
        return true;
    }
    void forget() { m_mailbox = nullptr; }
    bool isDelivering() const { return m_delivering; }

private:
    Mailbox *m_mailbox; // null once it is closed
    bool m_delivering = false;
};

Mailbox::Mailbox()
    : m_receiver(std::make_unique<Receiver>(this))
{
}

Mailbox::~Mailbox()
{
    close();
}

void Mailbox::moveTo(QThread *thread)
{
    m_receiver->moveToThread(thread);
}

bool Mailbox::post(std::function<void()> letter)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_receiver)
        return false;
    m_letters.push_back(std::move(letter));
    // One event delivers all letters of a burst.
    if (m_letters.size() == 1)
        QCoreApplication::postEvent(m_receiver.get(), new QEvent(QEvent::User));
    return true;
}

void Mailbox::deliver()
{
    std::vector<std::function<void()>> letters;
    {
        const std::scoped_lock lock(m_mutex);
        letters.swap(m_letters);
    }
    for (const auto &letter : letters)
        letter();
}

void Mailbox::close()
{
    std::unique_ptr<Receiver> receiver;
    std::vector<std::function<void()>> dropped; // their destructors may post: not under the lock
    {
        const std::scoped_lock lock(m_mutex);
        receiver.swap(m_receiver);
        dropped.swap(m_letters);
    }
    if (!receiver)
        return;
    receiver->forget();
    // The event that is being delivered may be what led here, and its receiver must outlive it.
    if (receiver->isDelivering())
        receiver.release()->deleteLater();
}

bool Mailbox::isHere() const
{
    const std::scoped_lock lock(m_mutex);
    return m_receiver && m_receiver->thread() == QThread::currentThread();
}

} // namespace sonde::client

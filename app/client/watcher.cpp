#include "client/watcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QTimerEvent>

namespace sonde::client
{
namespace
{

constexpr qint64 pulseMilliseconds = 17; // 60 a second at most

}

// What the listener of the Call holds: the way to the watcher while there is one.
struct Watcher::Post {
    std::mutex mutex;
    Watcher *watcher = nullptr; // null once it is gone
    bool posted = false;        // an event or the timer is on its way: no need for another
    bool postedEnd = false;     // and it was posted after the call was over

    void ring()
    {
        const std::scoped_lock lock(mutex);
        if (!watcher)
            return;
        const bool over = watcher->m_call->isOver();
        if (posted && (!over || postedEnd))
            return;
        posted = true;
        postedEnd = over;
        QCoreApplication::postEvent(watcher, new QEvent(QEvent::User));
    }
};

Watcher::Watcher(std::shared_ptr<Call> call, QObject *parent)
    : QObject(parent)
    , m_call(std::move(call))
    , m_post(std::make_shared<Post>())
{
    m_post->watcher = this;
    m_listener = m_call->addListener([post = m_post] { post->ring(); });
    // Whatever happened before somebody watched, an end included.
    m_post->ring();
}

Watcher::~Watcher()
{
    m_call->removeListener(m_listener);
    const std::scoped_lock lock(m_post->mutex);
    m_post->watcher = nullptr;
}

bool Watcher::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    pulse();
    return true;
}

void Watcher::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        pulse();
    else
        QObject::timerEvent(event);
}

void Watcher::pulse()
{
    if (m_finished)
        return;
    const bool over = m_call->isOver();
    const qint64 early =
        m_sinceChanged.isValid() ? pulseMilliseconds - m_sinceChanged.elapsed() : 0;
    if (!over && early > 0) {
        if (!m_timer.isActive())
            m_timer.start(int(early), Qt::PreciseTimer, this);
        return;
    }
    m_timer.stop();
    m_finished = over;
    m_sinceChanged.start();
    {
        // Before the listeners look: what changes from here on is worth another event.
        const std::scoped_lock lock(m_post->mutex);
        m_post->posted = false;
    }
    const QPointer<Watcher> self(this); // a listener may delete us
    Q_EMIT changed();
    if (over && self)
        Q_EMIT finished();
}

} // namespace sonde::client

// The live Call as signals, for widgets and the terminal. Owned by whoever listens.
#pragma once

#include "client/call.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

namespace sonde::client
{

// Tells a QObject world of a Call: at most 60 times a second `changed`, then a last `changed` and
// `finished`, once and without delay. Lives on the thread of its listeners; either side may go
// first.
class Watcher : public QObject
{
    Q_OBJECT
public:
    explicit Watcher(std::shared_ptr<Call> call, QObject *parent = nullptr);
    ~Watcher() override;
    [[nodiscard]] const std::shared_ptr<Call> &call() const { return m_call; }

Q_SIGNALS:
    void changed();
    void finished();

protected:
    bool event(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    struct Post;
    void pulse();

    std::shared_ptr<Call> m_call;
    std::shared_ptr<Post> m_post;
    Call::ListenerId m_listener = 0;
    QBasicTimer m_timer;
    QElapsedTimer m_sinceChanged;
    bool m_finished = false;
};

} // namespace sonde::client

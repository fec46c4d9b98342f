// What the window needs of the world behind it: somewhere to send requests, and the variables that
// are in force. The real one owns the engine; tests bring their own. GUI thread.
#pragma once

#include "client/call.h"
#include "collection/request_document.h"
#include "ui/connections/pooled_connection.h"
#include "ui/preferences/choices.h"

#include <QObject>

namespace sonde::client
{
class Engine;
}

namespace sonde::ui
{

class Backend : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Called once, after the first paint; says so with readied() when sending is possible.
    virtual void start() { Q_EMIT readied(); }
    [[nodiscard]] virtual bool isReady() const { return true; }
    [[nodiscard]] virtual std::shared_ptr<client::Call> send(http::Request request,
                                                             client::Options options) = 0;
    // With what send() adds for that origin, for those who send by themselves.
    [[nodiscard]] virtual client::Options completed(const http::Origin &origin,
                                                    client::Options options) const
    {
        Q_UNUSED(origin);
        return options;
    }
    // What a person has chosen for all requests.
    void setNetwork(const NetworkChoices &network) { m_network = network; }
    [[nodiscard]] const NetworkChoices &network() const { return m_network; }
    // For runs of many requests; null where there is none.
    [[nodiscard]] virtual client::Engine *engine() const { return nullptr; }
    // The connections of the pool, as they stand; `take` is called on this thread, later or not at
    // all if `asker` is gone by then.
    virtual void askConnections(QObject *asker,
                                std::function<void(std::vector<PooledConnection>)> take)
    {
        Q_UNUSED(asker);
        take({});
    }
    // Ends one, or all there are now; requests on them are cancelled.
    virtual void closeConnection(trace::ConnectionId connection) { Q_UNUSED(connection); }
    virtual void closeConnections() {}
    // What Sonde itself brings for a request of this file; `path` may be empty. Reads no disk.
    [[nodiscard]] virtual collection::Variables variables(const QString &path) const
    {
        Q_UNUSED(path);
        return {};
    }

Q_SIGNALS:
    void readied();
    // Something of the start did not work; the window goes on without it.
    void troubleFound(const QString &sentence);
    // "Playground on 127.0.0.1:41234", for the status line.
    void noticeChanged(const QString &text);

private:
    NetworkChoices m_network;
};

} // namespace sonde::ui

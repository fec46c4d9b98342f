// Keeps a WireView of one connection up to date: a worker reads the byte log on and hands over a
// copy, so that the GUI thread neither decodes nor waits. GUI thread.
#pragma once

#include "trace/connection.h"
#include "ui/protocol/wire_view.h"

#include <QBasicTimer>
#include <QObject>

namespace sonde::ui
{

class WireFeed : public QObject
{
    Q_OBJECT
public:
    explicit WireFeed(QObject *parent = nullptr);
    ~WireFeed() override;

    // Null: nothing. The same one again: look whether there is more.
    void follow(std::shared_ptr<const trace::Connection> connection);
    [[nodiscard]] const std::shared_ptr<const trace::Connection> &connection() const
    {
        return m_connection;
    }
    [[nodiscard]] const WireView &view() const { return m_view; }
    // Nothing has been read of it yet.
    [[nodiscard]] bool isReading() const { return m_connection && !m_read; }

Q_SIGNALS:
    void replaced(); // another connection
    void grown();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Reader;
    struct News;
    static News readOn(Reader &reader);
    void start();
    void take(const std::shared_ptr<Reader> &reader, News news);

    std::shared_ptr<const trace::Connection> m_connection;
    std::shared_ptr<Reader> m_reader; // used by one job at a time
    WireView m_view;
    QBasicTimer m_pause;
    bool m_busy = false;
    bool m_again = false; // asked while a job was under way
    bool m_read = false;
};

} // namespace sonde::ui

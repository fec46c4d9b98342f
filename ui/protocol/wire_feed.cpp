#include "ui/protocol/wire_feed.h"

#include "client/connection_record.h"
#include "ui/widgets/worker.h"

#include <QElapsedTimer>
#include <QTimerEvent>

namespace sonde::ui
{
namespace
{

// Reads at most this long before it shows what it has.
constexpr int sliceMilliseconds = 60;
// A copy costs a worker a third of its time at most, and the window 20 changes a second.
constexpr qint64 leastPauseMilliseconds = 50;
constexpr qint64 pauseFactor = 2;

} // namespace

struct WireFeed::Reader {
    explicit Reader(const std::shared_ptr<const trace::Connection> &connection)
        : record(connection)
    {
    }
    client::ConnectionRecord record;
};

struct WireFeed::News {
    std::optional<WireView> view; // nothing new
    bool more = false;
    qint64 milliseconds = 0; // what it took
};

WireFeed::WireFeed(QObject *parent)
    : QObject(parent)
{
}

WireFeed::~WireFeed() = default;

void WireFeed::follow(std::shared_ptr<const trace::Connection> connection)
{
    if (connection != m_connection) {
        m_connection = std::move(connection);
        m_reader = m_connection ? std::make_shared<Reader>(m_connection) : nullptr;
        m_view = {};
        m_busy = m_again = m_read = false;
        m_pause.stop();
        Q_EMIT replaced();
    }
    start();
}

void WireFeed::start()
{
    if (!m_reader)
        return;
    if (m_busy || m_pause.isActive()) {
        m_again = true;
        return;
    }
    m_busy = true;
    m_again = false;
    runOnWorker(
        this, [reader = m_reader] { return readOn(*reader); },
        [this, reader = m_reader](News news) { take(reader, std::move(news)); });
}

WireFeed::News WireFeed::readOn(Reader &reader)
{
    QElapsedTimer clock;
    clock.start();
    News news;
    bool some = false;
    auto step = client::ConnectionRecord::News::Some;
    while (step == client::ConnectionRecord::News::Some && clock.elapsed() < sliceMilliseconds) {
        step = reader.record.readOn();
        some = some || step == client::ConnectionRecord::News::Some;
    }
    news.more = step == client::ConnectionRecord::News::Some;
    if (some) {
        WireView &view = news.view.emplace();
        if (const auto *http2 = reader.record.conversation()) {
            view.http2 = std::make_shared<const trace::Conversation>(*http2);
            view.truncation = http2->truncation;
        } else if (const auto *http1 = reader.record.http1()) {
            view.http1 = std::make_shared<const WireView::Parts>(http1->parts());
            view.truncation = http1->truncation();
        }
    }
    news.milliseconds = clock.elapsed();
    return news;
}

void WireFeed::take(const std::shared_ptr<Reader> &reader, News news)
{
    if (reader != m_reader)
        return; // of a connection that is no longer shown
    m_busy = false;
    m_again = m_again || news.more;
    m_pause.start(int(std::max(leastPauseMilliseconds, pauseFactor * news.milliseconds)), this);
    const bool first = !std::exchange(m_read, true);
    if (news.view)
        m_view = *std::move(news.view);
    if (news.view || first)
        Q_EMIT grown();
}

void WireFeed::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_pause.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    m_pause.stop();
    if (m_again)
        start();
}

} // namespace sonde::ui

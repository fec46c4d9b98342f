#include "ui/compare/first_look.h"

namespace sonde::ui
{

FirstLook::FirstLook(Send send, QObject *parent)
    : QObject(parent)
    , m_send(std::move(send))
{
}

FirstLook::~FirstLook()
{
    stop();
}

void FirstLook::start(const http::Request &request, const client::Options &options,
                      const std::vector<http::VersionPolicy> &versions)
{
    stop();
    m_request = request;
    m_options = options;
    // Each shows its own way from the look-up on, and none profits from the one before it.
    m_options.reuse = net::Reuse::Fresh;
    m_options.isolation.tickets = net::Isolation::Tickets::Refused;
    m_sides.clear();
    for (const http::VersionPolicy version : versions)
        m_sides.push_back({.version = version, .call = nullptr});
    m_next = 0;
    sendNext();
}

void FirstLook::stop()
{
    if (!m_watcher)
        return;
    m_watcher->call()->cancel();
    m_watcher.reset();
}

void FirstLook::sendNext()
{
    if (m_next >= m_sides.size()) {
        m_watcher.reset();
        Q_EMIT finished();
        return;
    }
    Side &side = m_sides[m_next];
    http::Request request = m_request;
    request.version = side.version;
    side.call = m_send(std::move(request), m_options);
    m_watcher = std::make_unique<client::Watcher>(side.call);
    connect(m_watcher.get(), &client::Watcher::finished, this, &FirstLook::takeOne,
            Qt::QueuedConnection); // the watcher is replaced there
    Q_EMIT changed();
}

void FirstLook::takeOne()
{
    if (sender() != m_watcher.get()) // of a look that was ended
        return;
    ++m_next;
    Q_EMIT changed();
    sendNext();
}

} // namespace sonde::ui

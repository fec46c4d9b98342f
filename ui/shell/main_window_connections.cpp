// How the window leads to the connections that are open, and from one of them to the tab of a
// request.
#include "ui/connections/connections_window.h"
#include "ui/response/response_pane.h"
#include "ui/shell/backend.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/main_window.h"

namespace sonde::ui
{
namespace
{

// What the tabs show went over connections: which requests over which.
std::vector<ConnectionUse> usesIn(const DocumentTabs &tabs)
{
    std::vector<ConnectionUse> uses;
    for (int tab = 0; tab < tabs.count(); ++tab) {
        const auto call = tabs.page(tab)->shownCall();
        if (!call)
            continue;
        for (const client::Hop &hop : call->hops()) {
            const trace::ExchangeState state = hop.exchange->state();
            if (!state.connection)
                continue;
            uses.push_back({.exchange = state.id,
                            .connection = state.connection->id(),
                            .request = QStringLiteral("%1 %2").arg(
                                QString::fromLatin1(state.request.method.token()),
                                QString::fromUtf8(state.request.target.url())),
                            .tab = tabs.page(tab)->title(),
                            .reused = state.connectionReused});
        }
    }
    return uses;
}

} // namespace

void MainWindow::showConnections()
{
    if (m_connections) {
        m_connections->show();
        m_connections->raise();
        m_connections->activateWindow();
        return;
    }
    auto *window =
        new ConnectionsWindow({.ask = std::bind_front(&Backend::askConnections, m_backend),
                               .uses = [this] { return usesIn(*m_tabs); },
                               .close = std::bind_front(&Backend::closeConnection, m_backend),
                               .closeAll = std::bind_front(&Backend::closeConnections, m_backend)},
                              this);
    m_connections = window;
    connect(window, &ConnectionsWindow::exchangeWanted, this, &MainWindow::showExchange);
    connect(window, &ConnectionsWindow::freshSendWanted, this, [this] { m_page->sendFresh(); });
    window->show();
}

void MainWindow::showExchange(trace::ExchangeId exchange)
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const auto call = m_tabs->page(tab)->shownCall();
        if (!call)
            continue;
        const auto hops = call->hops();
        const auto hop = std::ranges::find(hops, exchange,
                                           [](const client::Hop &h) { return h.exchange->id(); });
        if (hop == hops.end())
            continue;
        m_tabs->show(tab);
        m_page->response()->showHop(int(hop - hops.begin()));
        m_page->response()->showSection(ResponsePane::Section::Connection);
        raise();
        activateWindow();
        return;
    }
}

} // namespace sonde::ui

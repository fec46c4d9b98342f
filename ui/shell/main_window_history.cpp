// What the window does with the history: keeping what is sent, opening it again, comparing two.
#include "history/archive.h"
#include "interop/code_export.h"
#include "ui/history/history_panel.h"
#include "ui/history/history_words.h"
#include "ui/request/request_pane.h"
#include "ui/response/response_pane.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/window_layout.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>

namespace sonde::ui
{

using history::Archive;
using history::EntryId;

namespace
{

constexpr size_t recentCalls = 200;

TabState stateOf(const Archive::Reopened &opened)
{
    TabState state;
    state.document = opened.document;
    state.variablesOf = opened.entry.file;
    return state;
}

} // namespace

void MainWindow::connectHistory()
{
    HistoryPanel *panel = m_sidebar->history();
    panel->setArchive(m_history.get());
    connect(panel, &HistoryPanel::openWanted, this, &MainWindow::openFromHistory);
    connect(panel, &HistoryPanel::compareWanted, this, &MainWindow::compareFromHistory);
    connect(panel, &HistoryPanel::copyCurlWanted, this, &MainWindow::copyFromHistory);
    connect(panel, &HistoryPanel::settingsWanted, this,
            [this] { showPreferences(PreferencesDialog::Page::History); });
    connect(m_history.get(), &Archive::changed, this, &MainWindow::readRecent);
    connect(m_history.get(), &Archive::troubleFound, this, &MainWindow::trouble);
}

void MainWindow::showHistory(const QString &identity, const QString &title)
{
    m_sidebar->showPart(Sidebar::Part::History);
    m_layout->showSidebar(true);
    m_sidebar->history()->showOnly(identity, title);
    m_sidebar->history()->focusList();
}

void MainWindow::showOwnHistory()
{
    const collection::RequestDocument &document = m_page->request()->document();
    showHistory(
        history::identity(m_page->state().scope(), document.title, document.method, document.url),
        m_page->title());
}

// What another process has kept meanwhile counts, too; where nothing was ever kept, nothing is
// made.
void MainWindow::readRecent()
{
    if (!QFileInfo::exists(m_places.historyFolder))
        return;
    m_history->recent(this, recentCalls, [this](http::Result<std::vector<history::Entry>> calls) {
        if (calls)
            m_recent = *std::move(calls);
    });
}

void MainWindow::openFromHistory(EntryId id)
{
    m_history->reopen(this, id, [this](http::Result<Archive::Reopened> opened) {
        if (!opened) {
            trouble(opened.error().sentence);
            return;
        }
        DocumentPage *page = m_tabs->open(stateOf(*opened));
        page->showRecorded(opened->call);
        //: %1 a day and time
        QString note = tr("From the history: %1. Nothing was sent now; Send sends it again.")
                           .arg(whenText(opened->entry));
        if (opened->entry.isCut)
            note += u' ' + tr("Only the beginning of the body was kept.");
        page->request()->hint()->say(NoticeBar::Kind::Note, note);
        if (m_layout->isSidebarOver())
            m_layout->showSidebar(false);
    });
}

void MainWindow::compareFromHistory(EntryId older, EntryId newer)
{
    m_history->reopen(this, older, [this, newer](http::Result<Archive::Reopened> first) {
        if (!first) {
            trouble(first.error().sentence);
            return;
        }
        m_history->reopen(
            this, newer, [this, first = *std::move(first)](http::Result<Archive::Reopened> second) {
                if (!second) {
                    trouble(second.error().sentence);
                    return;
                }
                DocumentPage *page = m_tabs->open(stateOf(*second));
                page->showRecorded(first.call);
                page->showRecorded(second->call);
                page->response()->showSection(ResponsePane::Section::Changes);
                //: %1 and %2 a day and time each
                page->request()->hint()->say(NoticeBar::Kind::Note,
                                             tr("From the history: before is %1, now is %2.")
                                                 .arg(whenText(first.entry, Precision::Seconds),
                                                      whenText(second->entry, Precision::Seconds)));
            });
    });
}

void MainWindow::copyFromHistory(EntryId id)
{
    m_history->reopen(this, id, [this](http::Result<Archive::Reopened> opened) {
        if (!opened) {
            trouble(opened.error().sentence);
            return;
        }
        const auto request = interop::outgoingRequest(
            opened->document.title, history::documentOf(opened->call->hops().front()), {});
        if (!request) {
            trouble(request.error().sentence);
            return;
        }
        QApplication::clipboard()->setText(interop::codeFor("curl", *request));
        m_status->flash(tr("Copied as curl, without credentials"));
    });
}

} // namespace sonde::ui

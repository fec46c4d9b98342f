#include "ui/shell/main_window.h"

#include "history/archive.h"
#include "ui/collections/collection_panel.h"
#include "ui/request/request_pane.h"
#include "ui/request/variable_view.h"
#include "ui/response/response_pane.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/backend.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/environment_box.h"
#include "ui/shell/library_control.h"
#include "ui/shell/passphrase_dialog.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/thin_splitter.h"
#include "ui/shell/variable_desk.h"
#include "ui/shell/window_layout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/window_size.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{

namespace
{

// What is brought in rather than opened.
bool isForeign(const QFileInfo &file)
{
    const QString ending = file.suffix().toLower();
    return ending == QLatin1String("har") || ending == QLatin1String("json") ||
           ending == QLatin1String("sh");
}

} // namespace

MainWindow::MainWindow(Backend *backend, Places places, QWidget *parent)
    : QMainWindow(parent)
    , m_backend(backend)
    , m_places(std::move(places))
    , m_actions(new ActionRegistry(this))
    , m_centre(new QWidget(this))
    , m_splitter(new ThinSplitter(Qt::Horizontal, m_centre))
    , m_sidebar(new Sidebar(m_splitter))
    , m_desk(new CollectionDesk(m_places, this))
    , m_variables(new VariableDesk(backend, m_desk, m_places, this))
    , m_tabs(new DocumentTabs(backend, m_variables, m_splitter))
    , m_status(new StatusLine(m_centre))
    , m_palette(new CommandPalette(this))
    , m_environment(new EnvironmentBox(m_tabs))
    , m_layout(new WindowLayout(m_centre, m_splitter, m_sidebar, this))
    , m_library(new LibraryControl({m_sidebar->collections(), m_desk, m_tabs, m_actions, m_palette},
                                   this))
    , m_session(new SessionStore(
          m_places.sessionFile(), [this] { return m_tabs->session(); }, this))
    , m_history(std::make_unique<history::Archive>(m_places.historyFolder))
{
    setWindowTitle(tr("Sonde"));
    setWindowIcon(applicationIcon());
    setMinimumSize(800, 500);
    setAcceptDrops(true);
    makeCentre();
    m_actions->fillMenuBar(menuBar());
    bindFileActions();
    bindEditActions();
    bindViewActions();
    bindRequestActions();
    bindGoActions();
    connectParts();
    connectDesk();
    connectVariables();
    connectHistory();
    connectLibrary();
    restoreState();
}

MainWindow::~MainWindow()
{
    // The focus moves once more when the widgets go, and there is no window left to hear of it.
    disconnect(qApp, nullptr, this, nullptr);
    // What still runs ends now, and goes into the history as far as it came.
    for (int at = 0; at < m_tabs->count(); ++at)
        m_tabs->page(at)->cancel();
    m_history.reset();
    // The pages go first: they listen to what is destroyed after them otherwise.
    m_page = nullptr;
    disconnect(m_tabs, nullptr, this, nullptr);
}

void MainWindow::makeCentre()
{
    auto *column = new QVBoxLayout(m_centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_status);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_tabs);
    setCentralWidget(m_centre);

    auto *toggle = new QToolButton(m_tabs);
    toggle->setDefaultAction(m_actions->action("view.sidebar"));
    toggle->setToolButtonStyle(Qt::ToolButtonIconOnly);
    toggle->setAutoRaise(true);
    m_tabs->setLeadingWidget(toggle);
    m_tabs->setTrailingAction(m_actions->action("file.new-tab"));
    m_tabs->setCornerWidget(m_environment);
}

void MainWindow::connectParts()
{
    connect(m_tabs, &DocumentTabs::pageMade, this, &MainWindow::adopt);
    connect(m_tabs, &DocumentTabs::currentPageChanged, this, &MainWindow::follow);
    connect(m_tabs, &DocumentTabs::changed, m_session, &SessionStore::changed);
    connect(m_tabs, &DocumentTabs::changed, this, &MainWindow::refresh);
    connect(m_layout, &WindowLayout::arranged, this, [this] {
        for (int at = 0; at < m_tabs->count(); ++at)
            m_tabs->page(at)->arrange(m_layout->orientation(), m_layout->share());
    });
    connect(m_layout, &WindowLayout::sidebarShown, this,
            [this](bool shown) { m_actions->action("view.sidebar")->setChecked(shown); });
    connect(m_backend, &Backend::noticeChanged, m_status, &StatusLine::showNotice);
    connect(m_backend, &Backend::troubleFound, this, &MainWindow::trouble);
    connect(m_sidebar, &Sidebar::dismissed, this, [this] {
        if (m_layout->isSidebarOver())
            m_layout->showSidebar(false);
        m_tabs->current()->request()->focusUrl();
    });
}

void MainWindow::connectDesk()
{
    CollectionPanel *panel = m_sidebar->collections();
    connect(m_desk, &CollectionDesk::rootsRead, panel, &CollectionPanel::setRoots);
    connect(m_desk, &CollectionDesk::rootsRead, this, &MainWindow::openFirstSample);
    connect(m_desk, &CollectionDesk::rootsRead, this, [this] {
        if (!m_library->keepsRow())
            selectInSidebar();
    });
    connect(m_desk, &CollectionDesk::rootsRead, this, &MainWindow::compareWithFiles);
    connect(m_desk, &CollectionDesk::conflicted, this,
            [this](quint64 ticket, const RequestStanding &standing) {
                const Saving saving = m_saving.take(ticket);
                if (!saving.page)
                    return;
                const TabState now = saving.page->state();
                const TabState &then = saving.state;
                const bool isSame =
                    now.file == then.file && now.index == then.index && now.saved == then.saved;
                if (isSame)
                    saving.page->noteStanding(standing);
                else // it was renamed or moved here meanwhile: nobody else is in the way
                    saveTo(saving.page, now.file, now.index);
            });
    connect(m_desk, &CollectionDesk::opened, this, &MainWindow::showOpened);
    connect(m_desk, &CollectionDesk::troubleFound, this, &MainWindow::trouble);
    connect(m_desk, &CollectionDesk::saved, this,
            [this](const QString &file, int index, quint64 ticket) {
                const Saving saving = m_saving.take(ticket);
                if (saving.page)
                    saving.page->noteSaved(file, index, saving.state.document, saving.state.text);
                if (saving.page == m_page)
                    m_variables->follow(file);
                m_status->flash(tr("Saved to %1").arg(QFileInfo(file).fileName()));
            });
    connect(panel, &CollectionPanel::requestChosen, m_desk,
            [this](const QString &path, int index) { m_desk->open(path, index); });
    connect(panel, &CollectionPanel::requestClicked, m_desk,
            [this](const QString &path, int index) { m_desk->open(path, index, Opening::ToLook); });
    connect(panel, &CollectionPanel::runWanted, this, &MainWindow::runRequests);
    connect(panel, &CollectionPanel::openFolderWanted, this, &MainWindow::openFolder);
    connect(panel, &CollectionPanel::rescanWanted, m_desk, &CollectionDesk::rescan);
    connect(panel, &CollectionPanel::removeWanted, m_desk, &CollectionDesk::removeFolder);
    connect(panel, &CollectionPanel::revealWanted, this, &MainWindow::reveal);
}

void MainWindow::compareWithFiles()
{
    for (int at = 0; at < m_tabs->count(); ++at) {
        DocumentPage *page = m_tabs->page(at);
        const TabState state = page->state();
        if (state.file.isEmpty() || state.index < 0)
            continue;
        m_desk->compare(page, state.file, state.index, state.saved,
                        [page, state](const RequestStanding &standing) {
                            // Unless it was saved meanwhile.
                            const TabState now = page->state();
                            if (now.file == state.file && now.saved == state.saved)
                                page->noteStanding(standing);
                        });
    }
}

void MainWindow::connectVariables()
{
    connect(m_variables, &VariableDesk::scopeRead, this,
            [this](const QString &file, const std::shared_ptr<const collection::Scope> &scope) {
                if (!m_page || m_page->state().scope() != file)
                    return;
                m_page->request()->variables()->setScope(scope);
                m_environment->showScope(
                    *scope, {.isLocked = m_variables->isLocked(scope->environment),
                             .hasCaptured = m_variables->hasCaptured(),
                             .colour = colourOf(scope->environment, m_variables->colours())});
            });
    connect(m_environment, &EnvironmentBox::chosen, this, [this](const QString &environment) {
        m_variables->choose(m_page->state().scope(), environment);
    });
    connect(m_environment, &EnvironmentBox::lockToggled, m_variables, &VariableDesk::setLocked);
    connect(m_environment, &EnvironmentBox::colourChosen, m_variables, &VariableDesk::setColour);
    connect(m_environment, &EnvironmentBox::forgetWanted, m_variables,
            &VariableDesk::forgetCaptured);
    connect(m_environment, &EnvironmentBox::editWanted, this, &MainWindow::editEnvironments);
    connect(m_variables, &VariableDesk::passphraseWanted, this,
            [this](const QString &sentence, const std::function<void(bool)> &answer) {
                PassphraseDialog::ask(PassphraseDialog::For::OpeningTheFile, sentence,
                                      m_variables->secrets(), this, answer);
            });
}

void MainWindow::restoreState()
{
    const QSettings state(m_places.windowFile(), QSettings::IniFormat);
    m_layout->load(state);
    m_sidebar->collections()->unfold(
        {.known = state.value(QStringLiteral("sidebar/known")).toStringList(),
         .open = state.value(QStringLiteral("sidebar/open")).toStringList()});
    if (!restoreGeometry(state.value(QStringLiteral("window/geometry")).toByteArray()))
        openNoLargerThanTheScreen(this, {1280, 800});
    m_choices = readChoices(QSettings(m_places.configFile, QSettings::IniFormat));
    applyChoices();
    const Session session = m_session->load();
    m_firstRun = session.tabs.empty();
    m_tabs->restore(session);
}

void MainWindow::saveState()
{
    QSettings state(m_places.windowFile(), QSettings::IniFormat);
    m_layout->save(state);
    const auto unfolded = m_sidebar->collections()->unfolded();
    state.setValue(QStringLiteral("sidebar/known"), unfolded.known);
    state.setValue(QStringLiteral("sidebar/open"), unfolded.open);
    state.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_session->writeNow();
}

void MainWindow::afterFirstPaint()
{
    m_backend->start();
    if (m_page)
        m_variables->follow(m_page->state().scope());
    m_desk->start();
    // A folder that it was started with has them.
    const bool isTaken = m_library->keepsRow() || focusWidget() == m_sidebar->collections()->tree();
    if (m_page && !isTaken)
        m_page->request()->focusUrl();
    readRecent();
}

bool MainWindow::event(QEvent *event)
{
    // The last moment before somebody ends the session without closing windows.
    if (event->type() == QEvent::WindowDeactivate)
        m_session->changed();
    return QMainWindow::event(event);
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (m_painted)
        return;
    m_painted = true;
    Q_EMIT firstPainted();
    QTimer::singleShot(0, this, &MainWindow::afterFirstPaint);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_layout->setWidth(width());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    m_session->release();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *data = event->mimeData();
    if (data->hasUrls() || data->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QMimeData *data = event->mimeData();
    event->acceptProposedAction();
    if (!data->hasUrls()) {
        openArgument(data->text());
        return;
    }
    for (const QUrl &url : data->urls())
        openArgument(url.isLocalFile() ? url.toLocalFile() : url.toString());
}

void MainWindow::adopt(DocumentPage *page)
{
    page->arrange(m_layout->orientation(), m_layout->share());
    connect(page, &DocumentPage::shareMoved, this, [this, page](double share) {
        m_layout->noteShare(share);
        for (int at = 0; at < m_tabs->count(); ++at) {
            if (m_tabs->page(at) != page)
                m_tabs->page(at)->arrange(m_layout->orientation(), share);
        }
    });
    connect(page, &DocumentPage::copyWanted, this, [this, page] {
        m_tabs->show(m_tabs->indexOf(page));
        saveTo(page, page->state().file, -1);
    });
    connect(page, &DocumentPage::sent, this,
            [this](const std::shared_ptr<client::Call> &call, const history::Sent &from) {
                if (m_history)
                    m_history->follow(call, from);
            });
    connect(page, &DocumentPage::flashed, m_status, &StatusLine::flash);
    connect(page, &DocumentPage::openUrlRequested, this, &MainWindow::openArgument);
    connect(page, &DocumentPage::faceChanged, this, [this, page] {
        if (page == m_page)
            refresh();
    });
    connect(page, &DocumentPage::statusChanged, this, [this, page](const QString &text) {
        if (page != m_page)
            return;
        m_status->showStatus(text);
        m_status->showCall(page->response()->call().get());
    });
}

void MainWindow::follow(DocumentPage *page)
{
    m_page = page;
    page->arrange(m_layout->orientation(), m_layout->share());
    m_status->showStatus(page->statusText());
    m_status->showCall(page->response()->call().get());
    page->response()->setOtherBodies([this, page] {
        std::vector<BodyPane::Content> bodies;
        for (int at = 0; at < m_tabs->count(); ++at) {
            // A tab that was never in front has no response.
            const ResponsePane *other = m_tabs->page(at)->builtResponse();
            if (other && m_tabs->page(at) != page)
                std::ranges::move(other->bodies(), std::back_inserter(bodies));
        }
        return bodies;
    });
    selectInSidebar();
    if (m_painted)
        m_variables->follow(page->state().scope());
    refresh();
}

void MainWindow::selectInSidebar()
{
    if (!m_page)
        return;
    const TabState state = m_page->state();
    m_sidebar->collections()->select(state.file, state.index);
}

void MainWindow::showOpened(const QString &file, int index, const collection::HttpRequest &request,
                            Opening opening)
{
    // The welcome comes late: who has begun something meanwhile is not to be torn away from it.
    if (std::exchange(m_welcoming, false) && !isBlank())
        return;
    // Where the tree goes away, the keys cannot stay.
    if (m_layout->isSidebarOver()) {
        m_layout->showSidebar(false);
        opening = Opening::ToEdit;
    }
    DocumentPage *page = m_tabs->openFrom(file, index, request, opening);
    if (const auto call = m_toShow.take({file, index}))
        page->showRecorded(call);
    if (!request.notes.isEmpty()) {
        QStringList lines{tr("Sonde does not carry out everything in this request.")};
        lines += request.notes;
        page->request()->hint()->say(NoticeBar::Kind::Note, lines.join(u'\n'));
    }
}

void MainWindow::openFirstSample()
{
    if (!std::exchange(m_firstRun, false) || !isBlank())
        return;
    const auto requests = m_sidebar->collections()->model().requests();
    if (requests.empty())
        return;
    m_welcoming = true;
    m_desk->open(requests.front().path, requests.front().index, Opening::ToLook);
}

bool MainWindow::isBlank() const
{
    return m_page && m_page->isUntouched() && m_tabs->count() == 1;
}

void MainWindow::openArgument(const QString &urlOrFile)
{
    const QString text = urlOrFile.trimmed();
    if (text.isEmpty())
        return;
    if (const QFileInfo file(text); file.isDir())
        addFolder(text);
    else if (text.endsWith(QLatin1String(".compare.json")) && file.isFile())
        showComparison(text);
    else if (file.isFile() && file.suffix() == QLatin1String("sonde"))
        showRecords(text);
    else if (file.isFile() && isForeign(file))
        importRequests(text);
    else if (file.isFile())
        m_desk->openAll(text);
    else {
        DocumentPage *page = m_tabs->current();
        if (!page || !page->isUntouched())
            page = m_tabs->openEmpty();
        page->request()->takeText(text);
    }
    m_firstRun = false;
}

void MainWindow::trouble(const QString &sentence)
{
    if (m_page)
        m_page->request()->hint()->say(NoticeBar::Kind::Danger, sentence);
}

} // namespace sonde::ui

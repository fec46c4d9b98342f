// What the actions of the window do; the table in action_table.cpp says what there is.
#include "interop/code_export.h"
#include "ui/collections/collection_panel.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/request/request_pane.h"
#include "ui/request/text_face.h"
#include "ui/response/response_pane.h"
#include "ui/run/run_window.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/backend.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/environment_box.h"
#include "ui/shell/environment_editor.h"
#include "ui/shell/library_control.h"
#include "ui/shell/main_window.h"
#include "ui/shell/request_copier.h"
#include "ui/shell/shortcut_help.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/variable_desk.h"
#include "ui/shell/window_layout.h"
#include "ui/widgets/content_zoom.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QUrl>

namespace sonde::ui
{

using http::VersionPolicy;

namespace
{

struct VersionAction {
    const char *id;
    VersionPolicy version;
};
constexpr VersionAction versionActions[] = {{"version.auto", VersionPolicy::Auto},
                                            {"version.2", VersionPolicy::Http2},
                                            {"version.11", VersionPolicy::Http11},
                                            {"version.h2c", VersionPolicy::H2c},
                                            {"version.10", VersionPolicy::Http10}};
constexpr const char *schemeActions[] = {"theme.system", "theme.light", "theme.dark"};

} // namespace

void MainWindow::bindFileActions()
{
    m_actions->bind("file.new-tab", this, [this] { m_tabs->openEmpty()->request()->focusUrl(); });
    m_actions->bind("file.open", this, &MainWindow::openFile);
    m_actions->bind("file.open-folder", this, &MainWindow::openFolder);
    m_actions->bind("file.open-comparison", this, &MainWindow::openComparison);
    m_actions->bind("file.open-records", this, &MainWindow::openRecords);
    using interop::CallForm;
    const auto exportAs = [this](const char *id, CallForm form) {
        m_actions->bind(id, this, [this, form] { exportCall(form); });
    };
    exportAs("file.export", CallForm::Bundle);
    exportAs("export.har", CallForm::Archive);
    exportAs("export.pcapng", CallForm::Capture);
    exportAs("export.keys", CallForm::Keys);
    m_actions->bind("file.import", this, [this] { importRequests({}); });
    m_actions->bind("file.save", this, &MainWindow::save);
    m_actions->bind("file.save-as", this, &MainWindow::saveAs);
    m_actions->bind("file.close-tab", this, [this] { m_tabs->close(m_tabs->currentIndex()); });
    m_actions->bind("file.reopen-tab", this, [this] { m_tabs->reopen(); });
    m_actions->bind("file.quit", this, &QWidget::close);
    m_actions->bind("help.shortcuts", this, &MainWindow::showHelp);
    m_actions->bind("help.about", this, &MainWindow::showAbout);
}

void MainWindow::bindEditActions()
{
    m_actions->bind("edit.undo", this, &MainWindow::undo);
    m_actions->bind("edit.redo", this, &MainWindow::redo);
    m_actions->bind("edit.paste-request", this, &MainWindow::pasteRequest);
    m_actions->bind("edit.duplicate", this, [this] {
        if (m_library->hasFocus())
            m_library->duplicate();
        else
            m_tabs->duplicate();
    });
    m_actions->bind("edit.rename", this, &MainWindow::renameRequest);
    for (const interop::CodeLanguage &language : interop::codeLanguages()) {
        m_actions->bind("copy." + language.id.toByteArray(), this, [this, id = language.id] {
            copyRequest(*m_page, *m_backend, id, interop::ExportSecrets::Masked);
        });
    }
    m_actions->bind("edit.find", this, [this] { m_page->response()->find(); });
    m_actions->bind("edit.find-next", this, [this] { m_page->response()->findNext(); });
    m_actions->bind("edit.find-previous", this, [this] { m_page->response()->findPrevious(); });
    const auto body = [this](const char *id, void (BodyPane::*act)()) {
        m_actions->bind(id, this, [this, act] {
            m_page->response()->showSection(ResponsePane::Section::Body);
            (m_page->response()->body()->*act)();
        });
    };
    body("body.save", &BodyPane::saveAll);
    body("body.open", &BodyPane::openWithProgram);
    body("body.compare", &BodyPane::compare);
    body("body.filter", &BodyPane::filter);
    body("body.goto", &BodyPane::goTo);
}

void MainWindow::bindViewActions()
{
    m_actions->bind("view.sidebar", this, [this](bool shown) {
        m_layout->showSidebar(shown);
        if (shown)
            m_sidebar->focusPart();
    });
    m_actions->bind("view.text", this, [this] {
        RequestPane *pane = m_page->request();
        const bool form = pane->face() == RequestPane::Face::Form;
        pane->showFace(form ? RequestPane::Face::Text : RequestPane::Face::Form);
        if (form)
            pane->textFace()->setFocus(Qt::ShortcutFocusReason);
    });
    m_actions->bind("view.history", this, [this] { showHistory({}, {}); });
    m_actions->bind("view.orientation", this, [this] { m_layout->toggleOrientation(); });
    m_actions->bind("view.full-screen", this, [this](bool full) {
        setWindowState(windowState().setFlag(Qt::WindowFullScreen, full));
    });
    const auto choose = [this](auto change) {
        Choices choices = m_choices;
        change(choices);
        takeChoices(choices);
    };
    for (int scheme = 0; scheme < 3; ++scheme) {
        m_actions->bind(schemeActions[scheme], this, [choose, scheme] {
            choose([scheme](Choices &choices) { choices.scheme = scheme; });
        });
    }
    const auto zoom = [this, choose](const char *id, int by) {
        m_actions->bind(id, this, [choose, by] {
            if (by == 0)
                ContentZoom::instance().setPercent(ContentZoom::usual);
            else
                ContentZoom::instance().step(by);
            choose([](Choices &choices) { choices.zoom = ContentZoom::instance().percent(); });
        });
    };
    zoom("view.zoom-in", 1);
    zoom("view.zoom-out", -1);
    zoom("view.zoom-reset", 0);
    m_actions->bind("edit.preferences", this,
                    [this] { showPreferences(PreferencesDialog::Page::General); });
}

void MainWindow::bindRequestActions()
{
    m_actions->bind("request.send", this, [this] { m_page->send(); });
    m_actions->bind("request.send-save", this, [this] { m_page->sendAndSave(); });
    m_actions->bind("request.resend", this, [this] { m_page->send(); });
    m_actions->bind("request.send-fresh", this, [this] { m_page->sendFresh(); });
    m_actions->bind("request.run", this, [this] {
        const QString chosen = m_sidebar->collections()->currentPath();
        runRequests(chosen.isEmpty() ? m_page->state().file : chosen);
    });
    m_actions->bind("request.history", this, &MainWindow::showOwnHistory);
    m_actions->bind("request.cancel", this, [this] { m_page->cancel(); });
    m_actions->bind("request.compare", this, &MainWindow::compareVersions);
    m_actions->bind("request.compare-batch", this, &MainWindow::compareBatch);
    m_actions->bind("request.compare-folder", this, &MainWindow::compareFolder);
    for (const VersionAction &one : versionActions) {
        m_actions->bind(one.id, this, [this, version = one.version] {
            collection::RequestDocument document = m_page->request()->document();
            document.settings.version = version;
            m_page->request()->editDocument(document);
        });
    }
}

void MainWindow::bindGoActions()
{
    m_actions->bind("go.palette", this, &MainWindow::openPalette);
    m_actions->bind("go.quick-open", this, &MainWindow::openRequestList);
    m_actions->bind("go.environment", this, [this] { m_environment->showMenu(); });
    m_actions->bind("go.environments", this, &MainWindow::editEnvironments);
    m_actions->bind("go.url", this, [this] { m_page->request()->focusUrl(); });
    m_actions->bind("go.method", this, [this] { m_page->request()->focusMethod(); });
    const auto request = [this](const char *id, RequestPane::Section section) {
        m_actions->bind(id, this, [this, section] { m_page->request()->showSection(section); });
    };
    request("go.params", RequestPane::Section::Params);
    request("go.headers", RequestPane::Section::Headers);
    request("go.body", RequestPane::Section::Body);
    request("go.auth", RequestPane::Section::Auth);
    request("go.options", RequestPane::Section::Options);
    const auto response = [this](const char *id, ResponsePane::Section section) {
        m_actions->bind(id, this, [this, section] { m_page->response()->showSection(section); });
    };
    response("go.overview", ResponsePane::Section::Overview);
    response("go.response", ResponsePane::Section::Body);
    response("go.response-headers", ResponsePane::Section::Headers);
    response("go.timing", ResponsePane::Section::Timing);
    response("go.frames", ResponsePane::Section::Frames);
    response("go.connection", ResponsePane::Section::Connection);
    response("go.tls", ResponsePane::Section::Tls);
    response("go.changes", ResponsePane::Section::Changes);
    m_actions->bind("go.connections", this, &MainWindow::showConnections);
    m_actions->bind("go.earlier-response", this, [this] { m_page->response()->step(-1); });
    m_actions->bind("go.later-response", this, [this] { m_page->response()->step(1); });
    m_actions->bind("go.next-pane", this, [this] { cyclePane(1); });
    m_actions->bind("go.previous-pane", this, [this] { cyclePane(-1); });
    m_actions->bind("go.next-tab", this, [this] { m_tabs->step(1); });
    m_actions->bind("go.previous-tab", this, [this] { m_tabs->step(-1); });
    for (int number = 1; number <= 9; ++number)
        m_actions->bind("tab." + QByteArray::number(number), this,
                        [this, number] { m_tabs->show(number - 1); });
}

void MainWindow::refresh()
{
    if (!m_page)
        return;
    const bool running = m_page->isRunning();
    const bool answered = m_page->response()->call() != nullptr;
    const QString noAnswer = tr("Nothing has been sent yet");
    m_actions->setAvailable("request.cancel", running, tr("Nothing is being sent"));
    m_actions->setAvailable("file.reopen-tab", m_tabs->canReopen(), tr("No tab was closed"));
    m_actions->setAvailable("file.save", m_page->isDirty(), tr("There are no changes to save"));
    refreshUndo();
    for (const char *id :
         {"edit.find", "edit.find-next", "edit.find-previous", "go.response", "go.response-headers",
          "go.timing", "go.connection", "go.overview", "go.tls", "body.save", "body.open",
          "body.compare", "body.filter", "body.goto"})
        m_actions->setAvailable(id, answered, noAnswer);
    const QString notOver = answered ? tr("It is still running") : noAnswer;
    for (const char *id : {"file.export", "export.har", "export.pcapng", "export.keys"})
        m_actions->setAvailable(id, answered && m_page->response()->call()->isOver(), notOver);
    const QString noOther = tr("There is no other response in this tab");
    m_actions->setAvailable("go.earlier-response", m_page->response()->canStep(-1), noOther);
    m_actions->setAvailable("go.later-response", m_page->response()->canStep(1), noOther);
    m_actions->setAvailable("go.changes", m_page->response()->canStep(-1),
                            tr("There is no response before this one"));
    for (int number = 1; number <= 9; ++number)
        m_actions->setAvailable("tab." + QByteArray::number(number), number <= m_tabs->count(),
                                tr("There are not that many tabs"));
    const VersionPolicy version = m_page->request()->document().settings.version;
    for (const VersionAction &one : versionActions)
        m_actions->action(one.id)->setChecked(one.version == version);
    const TabFace face = m_page->face();
    //: The title of the window: %1 is a request.
    setWindowTitle(tr("%1[*] – Sonde").arg(face.title));
    setWindowModified(face.dirty);
}

void MainWindow::openFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open requests"), {}, tr("Requests (*.http *.rest);;All files (*)"));
    if (!file.isEmpty())
        m_desk->openAll(file);
}

void MainWindow::openFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Open a folder of .http files"));
    if (!folder.isEmpty())
        addFolder(folder);
}

void MainWindow::save()
{
    const TabState state = m_page->state();
    if (state.file.isEmpty())
        saveAs();
    else
        saveTo(m_page, state.file, state.index);
}

void MainWindow::saveAs()
{
    const QString known = m_page->state().file;
    const QString start =
        known.isEmpty() ? m_desk->folders().value(0) + QStringLiteral("/requests.http") : known;
    // An existing file is added to, never replaced, so there is nothing to be warned of.
    const QString file = QFileDialog::getSaveFileName(this, tr("Add the request to a file"), start,
                                                      tr("Requests (*.http)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        saveTo(m_page, QFileInfo(file).suffix().isEmpty() ? file + QStringLiteral(".http") : file,
               -1);
}

void MainWindow::saveTo(DocumentPage *page, const QString &file, int index)
{
    const quint64 ticket = ++m_nextTicket;
    const TabState state = page->state();
    m_saving.insert(ticket, {page, state});
    m_desk->save(file, index, state.saved, state.document, ticket, {state.savedText, state.text});
}

void MainWindow::pasteRequest()
{
    const QString text = QApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        trouble(tr("The clipboard holds no text. Copy a URL or a curl command first."));
        return;
    }
    DocumentPage *page = m_page->isUntouched() ? m_page : m_tabs->openEmpty();
    page->request()->takeText(text);
}

// Written to the file like any other change: when it is saved.
void MainWindow::renameRequest()
{
    if (m_library->hasFocus())
        return m_library->rename();
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename request"));
    dialog->setLabelText(tr("Name of the request:"));
    dialog->setOkButtonText(tr("Rename"));
    dialog->setCancelButtonText(tr("Cancel"));
    dialog->setTextValue(m_page->title());
    connect(dialog, &QInputDialog::textValueSelected, m_page, [page = m_page](const QString &name) {
        collection::RequestDocument document = page->request()->document();
        document.title = name.simplified(); // a line of the file
        page->request()->editDocument(document);
    });
    // The names of requests are sentences, and the title of the dialog wants its room.
    dialog->resize(dialog->fontMetrics().averageCharWidth() * 60, dialog->sizeHint().height());
    dialog->open();
}

void MainWindow::undo()
{
    if (m_library->hasFocus())
        m_library->desk()->undo();
    else
        m_page->request()->undo();
}

void MainWindow::redo()
{
    if (m_library->hasFocus())
        m_library->desk()->redo();
    else
        m_page->request()->redo();
}

void MainWindow::cyclePane(int by)
{
    QList<QWidget *> panes;
    if (m_layout->isSidebarShown())
        panes.append(m_sidebar);
    panes.append(m_page->request());
    if (m_page->response()->call()) // without one there is nothing in it to stand on
        panes.append(m_page->response());
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype pane = 0; pane < panes.size(); ++pane) {
        if (focus && (panes[pane] == focus || panes[pane]->isAncestorOf(focus)))
            at = pane;
    }
    const qsizetype next = at < 0 ? 0 : (at + by + panes.size()) % panes.size();
    if (panes[next] == m_sidebar)
        m_sidebar->focusPart();
    else if (panes[next] == m_page->request())
        m_page->request()->focusUrl();
    else
        m_page->response()->showSection(m_page->response()->section());
}

void MainWindow::openPalette()
{
    std::vector<PaletteEntry> entries;
    for (const auto &[spec, action] : m_actions->all()) {
        if (!action || action == m_actions->action("go.palette"))
            continue;
        entries.push_back({.text = ActionRegistry::fullText(*spec, action),
                           .detail = ActionRegistry::keysText(action),
                           .whyNot = m_actions->whyNot(action),
                           .method = {},
                           .rank = m_used.value(action->objectName()),
                           .run = [this, action] { runAction(action); }});
    }
    m_palette->open(std::move(entries), tr("Find an action"));
}

void MainWindow::runAction(QAction *action)
{
    int last = 0;
    for (const int used : std::as_const(m_used))
        last = std::max(last, used);
    m_used.insert(action->objectName(), last + 1);
    action->trigger();
}

void MainWindow::showHelp()
{
    auto *help = new ShortcutHelp(*m_actions, this);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->open();
}

void MainWindow::showAbout()
{
    auto *about = new QMessageBox(QMessageBox::NoIcon, tr("About Sonde"),
                                  tr("Sonde %1").arg(QStringLiteral(SONDE_VERSION)),
                                  QMessageBox::NoButton, this);
    about->addButton(tr("Close"), QMessageBox::RejectRole);
    about->setIconPixmap(windowIcon().pixmap(64, 64));
    about->setInformativeText(tr(
        "See what really goes over the wire when you send an HTTP request.\n\nFree software under "
        "the GNU General Public License, version 3 or later."));
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->open();
}

void MainWindow::reveal(const QString &path)
{
    const QFileInfo info(path);
    QDesktopServices::openUrl(QUrl::fromLocalFile(info.isDir() ? path : info.path()));
}

void MainWindow::setScheme(int scheme)
{
    const int known = scheme >= 0 && scheme < 3 ? scheme : 0;
    Theme::instance().setScheme(Theme::Scheme(known));
    m_actions->action(schemeActions[known])->setChecked(true);
}

} // namespace sonde::ui

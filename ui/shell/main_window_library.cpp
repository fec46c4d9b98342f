// What the window does with the library: finding, running and importing requests, and their
// environments.
#include "history/archive.h"
#include "ui/collections/collection_panel.h"
#include "ui/history/history_words.h"
#include "ui/request/request_pane.h"
#include "ui/run/run_window.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/backend.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/environment_box.h"
#include "ui/shell/environment_editor.h"
#include "ui/shell/git_desk.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/library_control.h"
#include "ui/shell/main_window.h"
#include "ui/shell/passphrase_dialog.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/status_line.h"
#include "ui/shell/variable_desk.h"
#include "ui/shell/window_layout.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include <map>

namespace sonde::ui
{

// Everything with a name: requests first, then the files that can be run, environments and actions.
void MainWindow::openRequestList()
{
    std::vector<PaletteEntry> entries;
    std::map<QString, QString> files; // paths, and where in the sidebar they are
    for (const CollectionModel::Listed &one : m_sidebar->collections()->model().requests()) {
        entries.push_back({.text = one.name,
                           .detail = one.where,
                           .whyNot = {},
                           .method = one.method,
                           .rank = 0,
                           .run = [this, one] { m_desk->open(one.path, one.index); }});
        files.emplace(one.path, one.where);
    }
    for (const auto &[file, where] : files)
        entries.push_back({.text = QFileInfo(file).fileName(),
                           //: %1 is a file with the folders it is in
                           .detail = tr("All requests of %1").arg(where),
                           .whyNot = {},
                           .method = {},
                           .rank = -1,
                           .run = [this, file = file] { m_desk->openAll(file); }});
    for (const history::Entry &call : m_recent)
        entries.push_back({.text = placeText(call),
                           //: %1 a status or an error, %2 a day and time
                           .detail = tr("History: %1, %2").arg(outcomeText(call), whenText(call)),
                           .whyNot = {},
                           .method = call.method,
                           .rank = -1,
                           .run = [this, id = call.id] { openFromHistory(id); }});
    for (const QString &name : m_environment->names())
        entries.push_back(
            {.text = name,
             .detail = tr("Environment"),
             .whyNot = {},
             .method = {},
             .rank = -2,
             .run = [this, name] { m_variables->choose(m_page->state().scope(), name); }});
    for (const auto &[spec, action] : m_actions->all()) {
        if (action && action != m_actions->action("go.quick-open"))
            entries.push_back({.text = ActionRegistry::fullText(*spec, action),
                               .detail = ActionRegistry::keysText(action),
                               .whyNot = m_actions->whyNot(action),
                               .method = {},
                               .rank = -3,
                               .run = [this, action] { runAction(action); }});
    }
    m_palette->open(std::move(entries), tr("Find a request, a file, an environment or an action"));
}

void MainWindow::connectLibrary()
{
    connect(m_library, &LibraryControl::flashed, m_status, &StatusLine::flash);
    connect(m_library, &LibraryControl::changed, this, [this] {
        if (m_page)
            m_variables->follow(m_page->state().scope());
        refreshUndo();
    });
    connect(m_library->desk(), &LibraryDesk::began, this, &MainWindow::refreshUndo);
    connect(m_library->desk(), &LibraryDesk::troubleFound, this, &MainWindow::refreshUndo);
    auto *git = new GitDesk(this);
    connect(m_desk, &CollectionDesk::rootsRead, git, [this, git] { git->ask(m_desk->folders()); });
    connect(git, &GitDesk::marksRead, m_sidebar->collections(), &CollectionPanel::setMarks);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::refreshUndo);
}

void MainWindow::refreshUndo()
{
    if (!m_page)
        return;
    const bool library = m_library->hasFocus();
    const LibraryDesk &desk = *m_library->desk();
    m_actions->setAvailable("edit.undo", library ? desk.canUndo() : m_page->request()->canUndo(),
                            tr("Nothing was changed"));
    m_actions->setAvailable("edit.redo", library ? desk.canRedo() : m_page->request()->canRedo(),
                            tr("Nothing was taken back"));
}

void MainWindow::runRequests(const QString &path)
{
    client::Engine *engine = m_backend->engine();
    if (path.isEmpty() || !engine) {
        trouble(tr("There is nothing to run here. Choose a folder or file in the sidebar first."));
        return;
    }
    const bool isFile = path.endsWith(QLatin1String(".http"), Qt::CaseInsensitive) ||
                        path.endsWith(QLatin1String(".rest"), Qt::CaseInsensitive);
    const QString inside = isFile ? path : path + u'/';
    const lab::RunChoice choice{.path = path,
                                .topFolder = m_variables->topFolder(inside),
                                .names = {},
                                .environment = m_variables->chosen(inside),
                                .environmentFile = {},
                                .variables = m_backend->variables(inside),
                                .secrets = m_variables->secrets()};
    const auto adjust = [this](const http::Request &request, client::Options &options) {
        options = m_backend->completed(request.target.origin, std::move(options));
    };
    auto *window = new RunWindow(
        *engine, choice, adjust,
        m_history->limits().isOn ? m_history->follower() : history::Archive::Follower(), this);
    connect(window, &RunWindow::openWanted, this,
            [this](const QString &file, int index, const std::shared_ptr<client::Call> &call) {
                if (call)
                    m_toShow.insert({file, index}, call);
                m_desk->open(file, index);
                activateWindow();
            });
    connect(window, &RunWindow::unlockWanted, this, [this, window](const QString &sentence) {
        PassphraseDialog::ask(PassphraseDialog::For::OpeningTheFile, sentence,
                              m_variables->secrets(), window, [window](bool opened) {
                                  if (opened)
                                      window->toggle();
                              });
    });
    if (!choice.environment.isEmpty() && m_variables->isLocked(choice.environment))
        window->askFirst();
    window->show();
    window->toggle();
}

void MainWindow::addFolder(const QString &folder)
{
    showInLibrary(QDir(folder).absolutePath());
    m_desk->addFolder(folder);
}

void MainWindow::showInLibrary(const QString &folder)
{
    m_sidebar->showPart(Sidebar::Part::Collections);
    m_layout->showSidebar(true);
    m_library->showFolder(folder);
}

void MainWindow::editEnvironments()
{
    const QString file = m_page->state().scope();
    auto *editor = new EnvironmentEditor(m_variables->topFolder(file), m_variables->chosen(file),
                                         m_variables->secrets(), this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->setColours(m_variables->colours());
    connect(editor, &EnvironmentEditor::written, this, [this] {
        if (m_page)
            m_variables->follow(m_page->state().scope());
    });
    editor->open();
}

void MainWindow::importRequests(const QString &source)
{
    const QString file =
        source.isEmpty()
            ? QFileDialog::getOpenFileName(
                  this, tr("Import requests"), {},
                  tr("Postman, HTTP archive, curl (*.json *.har *.sh *.txt);;All files (*)"))
            : source;
    if (file.isEmpty())
        return;
    const QStringList &folders = m_desk->folders();
    const QString start = folders.isEmpty() ? m_places.sampleFolder : folders.constLast();
    auto *dialog = new ImportDialog(file, start, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, [this](const QString &folder) {
        const bool shown = std::ranges::any_of(m_desk->folders(), [&](const QString &known) {
            return folder.startsWith(known + u'/');
        });
        showInLibrary(folder);
        if (shown)
            m_desk->rescan();
        else
            m_desk->addFolder(folder);
        m_status->flash(tr("Imported into %1").arg(folder));
    });
    dialog->open();
}

} // namespace sonde::ui

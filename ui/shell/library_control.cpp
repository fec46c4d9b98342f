#include "ui/shell/library_control.h"

#include "collection/library_edit.h"
#include "ui/collections/collection_panel.h"
#include "ui/collections/library_tree.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/defaults_dialog.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/worker.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QMenu>
#include <QTimer>

namespace sonde::ui
{

using collection::Entry;
using collection::LibraryChange;

namespace
{

constexpr std::chrono::seconds offered{15}; // the way back, below the tree

// Everything below `index` that something can be moved into.
void gatherTargets(const QAbstractItemModel &model, const QModelIndex &parent, Entry::Kind kind,
                   const QString &where, std::vector<std::pair<QString, LibraryPlace>> &found)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const LibraryPlace place = LibraryTree::placeOf(index);
        if (place.isRequest())
            continue;
        const QString name = index.data().toString();
        if (place.kind == kind)
            found.emplace_back(where, place);
        gatherTargets(model, index, kind,
                      where.isEmpty() ? name : where + QStringLiteral(" / ") + name, found);
    }
}

} // namespace

LibraryControl::LibraryControl(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_desk(new LibraryDesk(parts.collections->writer(), this))
    , m_quiet(new QTimer(this))
{
    m_quiet->setSingleShot(true);
    m_quiet->setInterval(offered);
    connect(m_quiet, &QTimer::timeout, m_parts.panel->notice(), &NoticeBar::dismiss);
    connect(m_desk, &LibraryDesk::began, this, &LibraryControl::showAvailability);
    connect(m_desk, &LibraryDesk::changed, this, &LibraryControl::note);
    connect(m_desk, &LibraryDesk::troubleFound, this, &LibraryControl::showTrouble);
    // After the rows have followed.
    connect(m_parts.collections, &CollectionDesk::rootsRead, this, &LibraryControl::lookAtNext,
            Qt::QueuedConnection);
    connect(m_parts.panel, &CollectionPanel::renameWanted, this, &LibraryControl::take);
    connect(m_parts.panel, &CollectionPanel::currentChanged, this,
            &LibraryControl::showAvailability);
    connect(m_parts.panel->tree(), &LibraryTree::moveWanted, this, &LibraryControl::move);
    connect(m_parts.panel, &CollectionPanel::menuMade, this,
            [this](QMenu *menu) { m_parts.actions->fill(menu, MenuId::Library); });
    for (const auto &[spec, action] : m_parts.actions->all()) {
        if (action && spec->scope == ActionSpec::Scope::Sidebar)
            m_parts.panel->tree()->addAction(action);
    }
    auto *fresh = new QMenu(m_parts.panel);
    for (const char *id : {"library.new-request", "library.new-file", "library.new-folder"})
        fresh->addAction(m_parts.actions->action(id));
    m_parts.panel->setNewMenu(fresh);
    bind();
    showAvailability();
}

void LibraryControl::bind()
{
    ActionRegistry *actions = m_parts.actions;
    actions->bind("library.new-request", this, &LibraryControl::newRequest);
    actions->bind("library.new-file", this, &LibraryControl::newFile);
    actions->bind("library.new-folder", this, &LibraryControl::newFolder);
    actions->bind("library.rename", this, &LibraryControl::rename);
    actions->bind("library.duplicate", this, &LibraryControl::duplicate);
    actions->bind("library.move", this, &LibraryControl::chooseTarget);
    actions->bind("library.move-up", this, [this] { step(-1); });
    actions->bind("library.move-down", this, [this] { step(1); });
    actions->bind("library.delete", this, &LibraryControl::remove);
    actions->bind("library.copy-path", this, &LibraryControl::copyPath);
    actions->bind("library.defaults", this, &LibraryControl::editDefaults);
    actions->bind("library.undo", m_desk, &LibraryDesk::undo);
    actions->bind("library.redo", m_desk, &LibraryDesk::redo);
}

std::optional<LibraryPlace> LibraryControl::place() const
{
    return m_parts.panel->tree()->currentPlace();
}

bool LibraryControl::hasFocus() const
{
    return m_parts.panel->tree()->hasFocus();
}

bool LibraryControl::keepsRow() const
{
    // A name that is being typed is inside the tree too.
    const LibraryTree *tree = m_parts.panel->tree();
    const QWidget *focus = QApplication::focusWidget();
    return m_next.has_value() || tree == focus || (focus && tree->isAncestorOf(focus));
}

void LibraryControl::showAvailability()
{
    ActionRegistry *actions = m_parts.actions;
    const auto here = place();
    const QString nothing = tr("Choose a request, file or folder in the sidebar first");
    for (const char *id : {"library.copy-path", "library.defaults"})
        actions->setAvailable(id, here.has_value(), nothing);
    const bool isOwn = here && !here->isTop;
    for (const char *id : {"library.rename", "library.duplicate", "library.move", "library.delete"})
        actions->setAvailable(
            id, isOwn,
            here ? tr("A folder that was opened stays; remove it from the sidebar instead")
                 : nothing);
    const LibraryTree *tree = m_parts.panel->tree();
    actions->setAvailable("library.move-up", tree->targetOfStep(-1).has_value(),
                          tr("There is no place above"));
    actions->setAvailable("library.move-down", tree->targetOfStep(1).has_value(),
                          tr("There is no place below"));
    actions->setAvailable("library.undo", m_desk->canUndo(), tr("Nothing was changed"));
    actions->setAvailable("library.redo", m_desk->canRedo(), tr("Nothing was taken back"));
}

QString LibraryControl::folderFor(const std::optional<LibraryPlace> &place) const
{
    if (place)
        return place->kind == Entry::Kind::Folder ? place->path : QFileInfo(place->path).path();
    const QStringList &folders = m_parts.collections->folders();
    return folders.value(folders.size() - 1);
}

void LibraryControl::newRequest()
{
    collection::RequestDocument document;
    document.title = tr("New request");
    document.url = QStringLiteral("https://example.com/");
    auto here = place();
    // Without a row: beside the request in front.
    if (const TabState tab = m_parts.tabs->current()->state(); !here && !tab.file.isEmpty())
        here = LibraryPlace{.kind = Entry::Kind::File, .path = tab.file, .request = {}};
    if (!here || here->kind == Entry::Kind::Folder) {
        const QString folder = folderFor(here);
        if (folder.isEmpty())
            return showTrouble(tr("Open a folder first: the request needs a file to stand in."));
        m_desk->run([folder, name = tr("requests"), document] {
            return collection::newFile(folder, name, document);
        });
        return;
    }
    m_desk->run([here = *here, document] {
        return collection::newRequest(
            here.path, here.isRequest() ? std::optional(here.request) : std::nullopt, document);
    });
}

void LibraryControl::newFile()
{
    const QString folder = folderFor(place());
    if (folder.isEmpty())
        return showTrouble(tr("Open a folder first: the file needs one to stand in."));
    m_desk->run([folder, name = tr("requests")] { return collection::newFile(folder, name, {}); });
}

void LibraryControl::newFolder()
{
    const QString folder = folderFor(place());
    if (folder.isEmpty())
        return showTrouble(tr("Open a folder first: the new one needs a place to stand in."));
    m_desk->run([folder, name = tr("New folder")] { return collection::newFolder(folder, name); });
}

void LibraryControl::rename()
{
    m_parts.panel->tree()->setFocus(Qt::ShortcutFocusReason);
    m_parts.panel->tree()->editCurrentName();
}

// What was typed over a name.
void LibraryControl::take(const LibraryPlace &what, const QString &name)
{
    m_desk->run([what, name] {
        return what.isRequest() ? collection::renameRequest(what.path, what.request, name)
                                : collection::renamePath(what.path, name);
    });
}

void LibraryControl::duplicate()
{
    const auto here = place();
    if (!here || here->isTop)
        return;
    //: The name of a copy; %1 is that of the original.
    const QString pattern = tr("%1 copy");
    m_desk->run([here = *here, pattern] {
        const auto copyOf = [&](const QString &name) { return pattern.arg(name); };
        return here.isRequest() ? collection::duplicateRequest(here.path, here.request, copyOf)
                                : collection::duplicatePath(here.path, copyOf);
    });
}

void LibraryControl::move(const LibraryPlace &what, const LibraryTarget &where)
{
    m_desk->run([what, where] {
        return what.isRequest()
                   ? collection::moveRequest(what.path, what.request, where.path, where.before)
                   : collection::movePath(what.path, where.path, where.order);
    });
}

void LibraryControl::step(int by)
{
    const auto here = place();
    const auto where = m_parts.panel->tree()->targetOfStep(by);
    if (here && where)
        move(*here, *where);
}

void LibraryControl::chooseTarget()
{
    const auto here = place();
    if (!here || here->isTop)
        return;
    std::vector<std::pair<QString, LibraryPlace>> targets;
    gatherTargets(m_parts.panel->model(), {},
                  here->isRequest() ? Entry::Kind::File : Entry::Kind::Folder, {}, targets);
    std::vector<PaletteEntry> entries;
    for (const auto &[where, target] : targets) {
        const bool inside = target.path == here->path ||
                            target.path.startsWith(here->path + u'/') ||
                            (!here->isRequest() && QFileInfo(here->path).path() == target.path);
        if (inside)
            continue;
        entries.push_back({.text = QFileInfo(target.path).fileName(),
                           .detail = where,
                           .whyNot = {},
                           .method = {},
                           .rank = 0,
                           .run = [this, here = *here, path = target.path] {
                               move(here, {.path = path, .before = {}, .order = {}});
                           }});
    }
    m_parts.palette->open(std::move(entries), here->isRequest() ? tr("Move it to which file?")
                                                                : tr("Move it to which folder?"));
}

void LibraryControl::remove()
{
    const auto here = place();
    if (!here || here->isTop)
        return;
    m_desk->run([here = *here] {
        return here.isRequest() ? collection::deleteRequest(here.path, here.request)
                                : collection::deletePath(here.path);
    });
}

void LibraryControl::copyPath()
{
    if (const auto here = place()) {
        QApplication::clipboard()->setText(here->path);
        Q_EMIT flashed(tr("Copied: %1").arg(here->path));
    }
}

// Of the folder or file that is chosen; of a request, its file.
void LibraryControl::editDefaults()
{
    const auto here = place();
    if (!here)
        return;
    const QString path = here->path;
    const bool isFolder = here->kind == Entry::Kind::Folder;
    const QString name = isFolder ? QFileInfo(path).fileName() : QFileInfo(path).completeBaseName();
    runOnWorker(
        this, [path] { return collection::defaultsOf(path); },
        [this, path, name](const collection::Defaults &defaults) {
            auto *dialog = new DefaultsDialog(name, defaults, m_parts.panel->window());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this, [this, path, dialog] {
                m_desk->run([path, wanted = dialog->defaults()] {
                    return collection::setDefaults(path, wanted);
                });
            });
            dialog->open();
        });
}

void LibraryControl::note(const LibraryChange &change, LibraryDesk::Way way)
{
    using Kind = LibraryChange::Kind;
    m_parts.tabs->noteChange(change);
    for (const collection::PathMove &move : change.paths)
        m_parts.panel->follow(move.from, move.to);
    const bool isNew = change.kind == Kind::Create && way == LibraryDesk::Way::Done;
    // Of what is gone the row beside it takes the place by itself: who presses Delete once more
    // means that, and not all of the file.
    const bool isGone = change.kind == Kind::Delete && way != LibraryDesk::Way::Undone;
    if (!change.path.isEmpty() && !isGone)
        m_next = Next{change.path, change.index, isNew && change.index < 0};
    m_parts.collections->rescan();
    if (isNew && change.index >= 0)
        m_parts.collections->open(change.path, change.index);
    showAvailability();
    Q_EMIT changed();

    NoticeBar *notice = m_parts.panel->notice();
    // It was let go where it was: nothing happened, and there is nothing to take back.
    const bool didNothing = change.steps.empty() && way == LibraryDesk::Way::Done;
    if (didNothing && change.kind == Kind::Move)
        return notice->dismiss();
    const QString sentence = sentenceFor(change, way);
    // What is seen at once in the tree needs no words.
    const bool isSeen =
        change.notes.isEmpty() && (change.kind == Kind::Create || change.kind == Kind::Rename);
    if (way != LibraryDesk::Way::Done || isSeen) {
        notice->dismiss();
        Q_EMIT flashed(sentence);
        return;
    }
    QStringList lines{sentence};
    lines += change.notes;
    notice->say(NoticeBar::Kind::Note, lines.join(u'\n'));
    if (!didNothing)
        notice->addButton(tr("Undo"), [this] {
            m_parts.panel->notice()->dismiss();
            m_desk->undo();
        });
    m_quiet->start();
}

void LibraryControl::showFolder(const QString &path)
{
    m_next = Next{.path = path, .isOpened = true};
}

void LibraryControl::showTrouble(const QString &sentence)
{
    m_quiet->stop();
    m_parts.panel->notice()->say(NoticeBar::Kind::Danger, sentence);
    m_parts.collections->rescan(); // what was meant may look different now
    showAvailability();
}

void LibraryControl::lookAtNext()
{
    // A reading that began before the change does not know of it yet.
    const bool isThere =
        m_next && m_parts.panel->model().find(m_next->path, m_next->index).isValid();
    if (m_next && !isThere && ++m_next->readings > 3)
        m_next.reset();
    if (isThere) {
        const Next next = *std::exchange(m_next, std::nullopt);
        if (next.isOpened) {
            m_parts.panel->showFolder(next.path);
            m_parts.panel->tree()->setFocus();
        } else {
            m_parts.panel->select(next.path, next.index);
        }
        if (next.edit)
            rename();
    }
    showAvailability();
}

} // namespace sonde::ui

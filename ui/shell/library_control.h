// The sidebar made to work: what is chosen there and what is wanted of it become changes of the
// library, and tabs and rows follow. GUI thread; owned by the window.
#pragma once

#include "ui/collections/library_place.h"
#include "ui/shell/library_desk.h"

class QTimer;

namespace sonde::ui
{

class ActionRegistry;
class CollectionDesk;
class CollectionPanel;
class CommandPalette;
class DocumentTabs;

class LibraryControl : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        CollectionPanel *panel;
        CollectionDesk *collections;
        DocumentTabs *tabs;
        ActionRegistry *actions;
        CommandPalette *palette;
    };
    explicit LibraryControl(const Parts &parts, QObject *parent = nullptr);

    // Keys that are shared with the request mean the library while its tree has the focus.
    [[nodiscard]] bool hasFocus() const;
    // A reading of the folders is not to move the current row.
    [[nodiscard]] bool keepsRow() const;
    [[nodiscard]] LibraryDesk *desk() const { return m_desk; }
    // A folder that was opened or imported is the current row once it was read, and has the keys.
    void showFolder(const QString &path);
    void rename();
    void duplicate();

Q_SIGNALS:
    void changed(); // tabs may have other files now
    void flashed(const QString &text);

private:
    void bind();
    void showAvailability();
    void newRequest();
    void newFile();
    void newFolder();
    void take(const LibraryPlace &what, const QString &name);
    void move(const LibraryPlace &what, const LibraryTarget &where);
    void step(int by);
    void chooseTarget();
    void remove();
    void copyPath();
    void editDefaults();
    void note(const collection::LibraryChange &change, LibraryDesk::Way way);
    void showTrouble(const QString &sentence);
    void lookAtNext();
    [[nodiscard]] std::optional<LibraryPlace> place() const;
    // The folder that something new goes into.
    [[nodiscard]] QString folderFor(const std::optional<LibraryPlace> &place) const;

    Parts m_parts;
    LibraryDesk *m_desk;
    QTimer *m_quiet; // the way back is offered for a while
    // What is to be the current row once the folders were read.
    struct Next {
        QString path;
        int index = -1;
        bool edit = false;
        bool isOpened = false; // a folder that comes from outside
        int readings = 0;      // that did not know of it
    };
    std::optional<Next> m_next;
};

} // namespace sonde::ui

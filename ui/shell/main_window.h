// The window: menus, sidebar, documents, status line, and the wires between them. GUI thread.
#pragma once

#include "collection/http_file.h"
#include "history/entry.h"
#include "interop/call_file.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/shell/opening.h"
#include "ui/shell/places.h"
#include "ui/shell/session_store.h"

#include <QMainWindow>

namespace sonde::client
{
class Call;
}

namespace sonde::history
{
class Archive;
}

namespace sonde::ui
{

class ActionRegistry;
class Backend;
class CollectionDesk;
class CommandPalette;
class DocumentPage;
class DocumentTabs;
class LibraryControl;
class SessionStore;
class Sidebar;
class EnvironmentBox;
class StatusLine;
class VariableDesk;
class WindowLayout;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    // The back end must outlive the window. Nothing but settings is read before the first paint.
    MainWindow(Backend *backend, Places places, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ActionRegistry *actions() const { return m_actions; }
    [[nodiscard]] DocumentTabs *tabs() const { return m_tabs; }
    [[nodiscard]] Sidebar *sidebar() const { return m_sidebar; }
    [[nodiscard]] CommandPalette *palette_() const { return m_palette; }
    [[nodiscard]] StatusLine *statusLine() const { return m_status; }
    [[nodiscard]] CollectionDesk *desk() const { return m_desk; }
    [[nodiscard]] VariableDesk *variables() const { return m_variables; }
    [[nodiscard]] LibraryControl *library() const { return m_library; }
    [[nodiscard]] EnvironmentBox *environmentBox() const { return m_environment; }
    [[nodiscard]] history::Archive *history() const { return m_history.get(); }

    // A URL in a new tab, or every request of a .http file in one each.
    void openArgument(const QString &urlOrFile);
    // An evidence bundle or an HTTP archive in a new tab, with every view as when it was recorded.
    void showRecords(const QString &path);
    // Versions compared over all requests of a folder, a file, a page load or a list of URLs.
    void compareBatchOf(const QString &path);
    // Window and tabs, to disk, now.
    void saveState();

Q_SIGNALS:
    void firstPainted(); // once

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeCentre();
    void connectParts();
    void connectDesk();
    void bindFileActions();
    void bindEditActions();
    void bindViewActions();
    void bindRequestActions();
    void bindGoActions();
    void restoreState();

    void afterFirstPaint();

    void follow(DocumentPage *page);
    void adopt(DocumentPage *page);
    void refresh(); // what can be used now, and what is checked
    void showOpened(const QString &file, int index, const collection::HttpRequest &request,
                    Opening opening);
    void openFirstSample();
    void connectVariables();
    void connectLibrary();
    void refreshUndo();      // which depends on where the focus is
    void compareWithFiles(); // after another program may have written
    void editEnvironments();
    void importRequests(const QString &source); // empty: asks for it
    void runRequests(const QString &path);
    void selectInSidebar();             // the request of the tab in front
    [[nodiscard]] bool isBlank() const; // one tab, with nothing in it
    void trouble(const QString &sentence);

    void openFile();
    void openFolder();
    void addFolder(const QString &folder);
    void showInLibrary(const QString &folder);
    void save();
    void saveAs();
    void saveTo(DocumentPage *page, const QString &file, int index);
    void compareVersions();
    void compareVersionsNow();
    void compareBatch();
    void compareFolder();
    void connectHistory();
    void showHistory(const QString &identity, const QString &title); // empty: of all requests
    void showOwnHistory();
    void openFromHistory(history::EntryId id);
    void compareFromHistory(history::EntryId older, history::EntryId newer);
    void copyFromHistory(history::EntryId id);
    void readRecent(); // what Ctrl+P finds of the history
    void openComparison();
    void showComparison(const QString &path);
    void openRecords();
    void exportCall(interop::CallForm form);
    void showConnections();
    void showExchange(trace::ExchangeId exchange); // the tab that shows it, if one does
    void pasteRequest();
    void renameRequest();
    void undo();
    void redo();
    void cyclePane(int by);
    void openPalette();
    void openRequestList();
    void runAction(class QAction *action);
    void showHelp();
    void showAbout();
    void reveal(const QString &path);
    void setScheme(int scheme);
    void showPreferences(PreferencesDialog::Page page);
    void takeChoices(const Choices &choices); // in force, and kept
    void applyChoices();

    Backend *m_backend;
    Places m_places;
    Choices m_choices;
    QPointer<PreferencesDialog> m_preferences;
    ActionRegistry *m_actions;
    QWidget *m_centre;
    class QSplitter *m_splitter;
    Sidebar *m_sidebar;
    CollectionDesk *m_desk;
    VariableDesk *m_variables;
    DocumentTabs *m_tabs;
    StatusLine *m_status;
    CommandPalette *m_palette;
    EnvironmentBox *m_environment;
    WindowLayout *m_layout;
    LibraryControl *m_library;
    SessionStore *m_session;
    QPointer<QWidget> m_connections; // the window of open connections, while there is one
    DocumentPage *m_page = nullptr;
    std::unique_ptr<history::Archive> m_history;
    std::vector<history::Entry> m_recent; // the newest calls, for Ctrl+P
    QHash<QString, int> m_used;           // action id → when it was last run from the palette
    struct Saving {
        QPointer<DocumentPage> page;
        TabState state; // when saving began
    };
    QHash<quint64, Saving> m_saving;
    quint64 m_nextTicket = 0;
    // Responses that came elsewhere, to be shown in the tab of their request once it is open.
    QHash<std::pair<QString, int>, std::shared_ptr<client::Call>> m_toShow;
    QString m_exportFolder; // where the last export went
    bool m_painted = false;
    bool m_firstRun = false;
    bool m_welcoming = false; // the first sample is on its way
};

} // namespace sonde::ui

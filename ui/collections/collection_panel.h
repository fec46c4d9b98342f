// The Collections part of the sidebar: filter, tree, and what can be done with a request in it.
// Asks for files to be read, and reads none itself. GUI thread.
#pragma once

#include "ui/collections/collection_model.h"
#include "ui/collections/library_tree.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QTimer;
class QToolButton;

namespace sonde::ui
{

class CollectionDelegate;
class CollectionFilter;
class NoticeBar;

class CollectionPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CollectionPanel(QWidget *parent = nullptr);

    void setRoots(const std::vector<collection::Entry> &roots);
    // What stands open in the tree, for the next window.
    struct Unfolded {
        QStringList known; // folders at the top that were shown once
        QStringList open;  // folders and files, by path
    };
    [[nodiscard]] Unfolded unfolded() const;
    // Opens these as soon as they are there, and nothing else of the folders that are known.
    void unfold(const Unfolded &unfolded);
    // A folder or file that is about to be met under another path is as open there as it was.
    void follow(const QString &from, const QString &to);
    void setMarks(const collection::GitMarks &marks) { m_model->setMarks(marks); }
    [[nodiscard]] const CollectionModel &model() const { return *m_model; }
    [[nodiscard]] LibraryTree *tree() const { return m_tree; }
    [[nodiscard]] QLineEdit *filterEdit() const { return m_filterEdit; }
    // The request that the current tab shows.
    void select(const QString &path, int index);
    // Makes a folder the current row, with what is in it in sight.
    void showFolder(const QString &path);
    // Folder or file of the current row; empty without one.
    [[nodiscard]] QString currentPath() const;
    // What can be made new, behind the plus above the tree.
    void setNewMenu(QMenu *menu);
    // What was done to the library, with a way back; below the tree.
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }

Q_SIGNALS:
    void requestChosen(const QString &path, int index);
    void requestClicked(const QString &path, int index); // to be looked at
    void revealWanted(const QString &path);              // in the file manager
    void removeWanted(const QString &path);              // a folder at the top
    void runWanted(const QString &path);                 // a folder or file
    void renameWanted(const sonde::ui::LibraryPlace &what, const QString &name);
    void currentChanged(); // another row, or none
    // To be filled with what can be done with the row that it is for.
    void menuMade(QMenu *menu, bool hasRow);
    void openFolderWanted();
    void rescanWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    void makeTree();
    [[nodiscard]] QStringList openRows() const;
    void openAgain(const QModelIndex &index);
    void refold();
    void applyFilter();
    void showCount();
    void choose(const QModelIndex &index);
    void showMenu(const QPoint &at);

    CollectionModel *m_model;
    CollectionFilter *m_filter;
    CollectionDelegate *m_delegate;
    QLineEdit *m_filterEdit;
    QToolButton *m_new = nullptr;
    QLabel *m_count;
    QLabel *m_empty;
    LibraryTree *m_tree;
    NoticeBar *m_notice;
    QTimer *m_debounce;
    QStringList m_known;    // top folders that were opened once, so that closing them is respected
    QSet<QString> m_toOpen; // in an earlier window or under another path, and not met yet
    QStringList m_openBefore; // before a filter opened what it found
};

} // namespace sonde::ui

// The History part of the sidebar: filter, list, and what can be done with the calls in it. Asks
// the archive, reads no disk. GUI thread.
#pragma once

#include "body/workers.h"
#include "history/entry.h"
#include "history/store.h"

#include <QPointer>
#include <QWidget>

class QKeyEvent;
class QLabel;
class QListView;
class QTimer;
class QToolButton;

namespace sonde::history
{
class Archive;
}

namespace sonde::ui
{

class HistoryFilterEdit;
class HistoryModel;
class NoticeBar;

class HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr size_t openAtOnce = 10; // tabs

    explicit HistoryPanel(QWidget *parent = nullptr);
    ~HistoryPanel() override;

    // Nothing is asked before the panel is first shown.
    void setArchive(history::Archive *archive);
    // Of one request alone, until its cross is clicked.
    void showOnly(const QString &identity, const QString &title);
    void focusList();

    [[nodiscard]] HistoryModel &model() const { return *m_model; }
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] HistoryFilterEdit *filterEdit() const { return m_filterEdit; }
    // Those that are selected and here, the newest first.
    [[nodiscard]] std::vector<history::Entry> selected() const;
    void pinSelected(bool pinned);
    void removeSelected();
    // All but the pinned ones; can be taken back.
    void clearHistory();
    void undoRemove();

Q_SIGNALS:
    void openWanted(history::EntryId id);
    void compareWanted(history::EntryId older, history::EntryId newer);
    void copyCurlWanted(history::EntryId id);
    void settingsWanted();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    void makeList();
    void refresh(); // with the filter as it is
    void take(std::vector<history::Listed> listed);
    void remove(std::vector<history::EntryId> ids);
    void open(const QModelIndex &index);
    void showMenu(const QPoint &at);
    void showState();
    void chooseSome();
    [[nodiscard]] bool filterKey(int key);
    [[nodiscard]] bool listKey(QKeyEvent *event);

    QPointer<history::Archive> m_archive;
    HistoryModel *m_model;
    HistoryFilterEdit *m_filterEdit;
    QToolButton *m_only; // which request alone is shown; hidden for all
    QLabel *m_note;      // what is wrong with the filter, or how many there are
    QLabel *m_empty;
    QListView *m_list;
    NoticeBar *m_notice;
    QTimer *m_debounce;
    body::StopMark m_stop;
    QString m_identity;
    std::vector<history::EntryId> m_removed; // last, to be taken back
    qsizetype m_all = 0;                     // without a filter
    bool m_asked = false;
};

} // namespace sonde::ui

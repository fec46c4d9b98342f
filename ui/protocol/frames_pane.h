// The frames of a connection: lanes of time above, the table with its filter, and the frame that is
// selected in every detail. GUI thread.
#pragma once

#include "ui/protocol/wire_filter.h"
#include "ui/protocol/wire_subject.h"
#include "ui/widgets/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSplitter;
class QTableView;
class QTimer;
class QToolButton;

namespace sonde::ui
{

class DetailView;
class FrameTable;
class Swimlanes;
class WireFeed;
class WireSelection;

class FramesPane : public QWidget
{
    Q_OBJECT
public:
    // Both are shared with the panes beside it and outlive this one.
    FramesPane(WireFeed *feed, WireSelection *selection, QWidget *parent = nullptr);

    void setSubject(WireSubject subject);
    // Puts the cursor into the filter box.
    void find();
    // Selects a row of the view, whatever the filter says.
    void goTo(size_t row);

    // The filter and its company, which stands above the pane beside what chooses panes.
    [[nodiscard]] QWidget *bar() const { return m_bar; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QLineEdit *filterBox() const { return m_filterBox; }
    [[nodiscard]] QToolButton *ownAlone() const { return m_ownAlone; }
    // Hidden while no rule has anything to say; goes from one finding to the next.
    [[nodiscard]] QToolButton *findings() const { return m_findings; }
    [[nodiscard]] DetailView *detail() const { return m_detail; }
    [[nodiscard]] Swimlanes *lanes() const { return m_lanes; }
    [[nodiscard]] QString countText() const;
    // Why the filter is not understood; empty if it is.
    [[nodiscard]] QString filterTrouble() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Rows; // an answer of the filter
    void buildBar();
    QWidget *buildTable();
    void fitStreams();
    void fitFlags();
    void readFilter();
    void sayBelowFilter(const QString &sentence, Token color);
    void filterRows();
    void takeRows(Rows rows);
    void showFindings(std::vector<quint32> rows);
    void goToFinding();
    void followSelection();
    void showDetail();
    void copyRows(const std::vector<int> &rows) const;
    [[nodiscard]] std::vector<int> selectedRows() const;
    void showMenu(QPoint position);

    WireFeed *m_feed;
    WireSelection *m_selection;
    WireSubject m_subject;
    WireFilter m_filter;
    FrameTable *m_model;
    QWidget *m_bar;
    QLineEdit *m_filterBox;
    QToolButton *m_ownAlone;
    QToolButton *m_findings;
    std::vector<quint32> m_findingRows;
    QLabel *m_count;
    QLabel *m_trouble;
    QTableView *m_table;
    Swimlanes *m_lanes;
    DetailView *m_detail;
    QSplitter *m_splitter;
    QTimer *m_debounce;
    int m_flagsWidth = 0;                       // pixels
    const trace::Connection *m_begun = nullptr; // whose first own row has been selected
    bool m_understood = true;                   // what the filter says
    bool m_filtering = false;
    bool m_again = false;
    bool m_following = false; // the selection moves the table, not the user
};

} // namespace sonde::ui

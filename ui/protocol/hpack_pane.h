// The dynamic table of header compression at the frame that is selected, scrubbed block by block.
// GUI thread.
#pragma once

#include "ui/protocol/wire_view.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QTableView;
class QToolButton;

namespace sonde::ui
{

class HpackTable;
class WireFeed;
class WireSelection;

class HpackPane : public QWidget
{
    Q_OBJECT
public:
    HpackPane(WireFeed *feed, WireSelection *selection, QWidget *parent = nullptr);

    // Stands above the pane beside what chooses panes.
    [[nodiscard]] QWidget *bar() const { return m_bar; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QLabel *sentence() const { return m_sentence; }
    [[nodiscard]] QToolButton *next() const { return m_next; }
    [[nodiscard]] QToolButton *previous() const { return m_previous; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildBar();
    void followSelection();
    void refresh();
    void step(int by);
    [[nodiscard]] quint64 frame() const;

    WireFeed *m_feed;
    WireSelection *m_selection;
    HpackTable *m_model;
    QWidget *m_bar;
    QTableView *m_table;
    QLabel *m_sentence;
    QButtonGroup *m_ways;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    trace::Direction m_direction = trace::Direction::Sent;
};

} // namespace sonde::ui

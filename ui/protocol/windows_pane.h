// Flow control of one stream: plot, sentence and every step as a table. GUI thread.
#pragma once

#include "ui/protocol/wire_subject.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace sonde::ui
{

class WindowPlot;
class WindowTable;
class WireFeed;
class WireSelection;

class WindowsPane : public QWidget
{
    Q_OBJECT
public:
    WindowsPane(WireFeed *feed, WireSelection *selection, QWidget *parent = nullptr);

    void setSubject(WireSubject subject);
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] WindowPlot *plot() const { return m_plot; }
    [[nodiscard]] QLabel *sentence() const { return m_sentence; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void followSelection();
    [[nodiscard]] quint32 stream() const;

    WireFeed *m_feed;
    WireSelection *m_selection;
    WireSubject m_subject;
    WindowTable *m_model;
    QTableView *m_table;
    WindowPlot *m_plot;
    QLabel *m_sentence;
    quint32 m_stream = 0; // shown
    bool m_busy = false;
    bool m_again = false;
    bool m_following = false;
};

} // namespace sonde::ui

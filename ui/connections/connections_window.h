// Every connection that the engine holds open, live: where it leads, how it stands, who opened it
// and who found it open; one or all can be closed. GUI thread; deletes itself when closed.
#pragma once

#include "ui/connections/pooled_connection.h"

#include <QBasicTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace sonde::ui
{

class ConnectionsModel;
class UsesModel;

class ConnectionsWindow : public QWidget
{
    Q_OBJECT
public:
    // What it needs of the world behind it. `ask` calls back on the GUI thread, now or later, or
    // not at all.
    struct Source {
        std::function<void(QObject *asker, std::function<void(std::vector<PooledConnection>)>)> ask;
        std::function<std::vector<ConnectionUse>()> uses; // of the open tabs
        std::function<void(trace::ConnectionId)> close;
        std::function<void()> closeAll;
    };
    explicit ConnectionsWindow(Source source, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QTableView *uses() const { return m_uses; }
    void look(); // now, instead of at the next tick

Q_SIGNALS:
    void exchangeWanted(sonde::trace::ExchangeId exchange);
    void freshSendWanted(); // the request in front, on a connection of its own

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeTables();
    QWidget *makeButtons();
    void take(std::vector<PooledConnection> pooled);
    void showUses();
    void showButtons();
    void closeSelected();
    void activateUse(int row);
    void showMenu(QPoint position);
    void copyRows() const;
    [[nodiscard]] std::vector<int> selectedRows() const;

    Source m_source;
    ConnectionsModel *m_model;
    UsesModel *m_usesModel;
    QStackedWidget *m_states; // a sentence, or the tables
    QTableView *m_table;
    QTableView *m_uses;
    QLabel *m_summary;
    QPushButton *m_close = nullptr;
    QPushButton *m_closeAll = nullptr;
    QPushButton *m_forget = nullptr;
    QBasicTimer m_tick;
};

} // namespace sonde::ui

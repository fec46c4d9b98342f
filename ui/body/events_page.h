// A body as a stream: its events with their times, what one says in full, and the text they make up
// together. GUI thread.
#pragma once

#include "ui/body/event_model.h"

#include <QBasicTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace sonde::ui
{

class BodyView;
class StreamPlots;

class EventsPage : public QWidget
{
    Q_OBJECT
public:
    explicit EventsPage(QWidget *parent = nullptr);

    void setBody(std::shared_ptr<const body::ByteSource> source,
                 std::optional<wire::EventReader::Form> form,
                 std::shared_ptr<const trace::Exchange> exchange);
    [[nodiscard]] const std::shared_ptr<const body::ByteSource> &source() const
    {
        return m_model.source();
    }
    void noteGrowth() { m_model.noteGrowth(); }
    // Selects the row that an octet belongs to.
    void reveal(qint64 octet);

    [[nodiscard]] EventModel &model() { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] BodyView *detail() const { return m_detail; }
    [[nodiscard]] QString statistics() const;
    [[nodiscard]] StreamPlots *plots() const { return m_plots; }
    // Whether somebody can send the request again, from where the stream ended.
    void setReconnectable(bool can);
    // Of the row that is selected.
    [[nodiscard]] std::optional<client::EventIndex::Place> current() const;

Q_SIGNALS:
    void currentChanged(qint64 from, qint64 to);
    // After the wait that the server asked for.
    void reconnectWanted(const QByteArray &lastEventId);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void buildTable();
    void buildTools();
    void offerReconnect();
    void pressReconnect();
    void stopWaiting();
    void showPlots();
    void advance();
    void showDetail();
    void showStatistics();
    void showText(bool text);
    void extendText();

    EventModel m_model;
    QLabel *m_statistics;
    QToolButton *m_plotted;
    QToolButton *m_text;
    QToolButton *m_reconnect;
    QToolButton *m_stay; // gives up while it waits
    StreamPlots *m_plots;
    QTableView *m_table;
    BodyView *m_detail;
    BodyView *m_together;
    QStackedWidget *m_pages;
    std::shared_ptr<body::ByteSource> m_collected; // the text so far
    bool m_follows = true;                         // the newest row is kept in sight
    int m_texts = 0;                               // events that are in it
    bool m_reconnectable = false;
    std::optional<bool> m_wantsPlots; // by the person; else where there is room
    QBasicTimer m_wait;               // until the server wants to be asked again
};

} // namespace sonde::ui

// A body as a stream: its events with their times, what one says in full, and the text they make up
// together. GUI thread.
#pragma once

#include "ui/body/event_model.h"

#include <QBasicTimer>
#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace sonde::ui
{

class BodyView;
class ProseView;
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
    [[nodiscard]] QSize minimumSizeHint() const override;
    // Of the row that is selected.
    [[nodiscard]] std::optional<client::EventIndex::Place> current() const;

Q_SIGNALS:
    void currentChanged(qint64 from, qint64 to);
    // After the wait that the server asked for.
    void reconnectWanted(const QByteArray &lastEventId);

protected:
    bool event(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void buildTable();
    void buildTools();
    void offerReconnect();
    void pressReconnect();
    void stopWaiting();
    [[nodiscard]] int leastTable() const;
    void shareRoom();
    void advance();
    void showDetail();
    void showStatistics();
    void showText(bool text);
    void extendText();
    [[nodiscard]] QWidget *textView() const;
    void bringUp(QWidget *page);

    EventModel m_model;
    QLabel *m_statistics;
    QToolButton *m_plotted;
    QToolButton *m_text;
    QToolButton *m_reconnect;
    QToolButton *m_stay; // gives up while it waits
    StreamPlots *m_plots;
    QTableView *m_table;
    BodyView *m_detail;
    ProseView *m_prose;   // what all events say together
    BodyView *m_together; // the same where it is more than anybody reads
    QStackedWidget *m_pages;
    QSplitter *m_split;                            // of the table and what an event says
    std::shared_ptr<body::ByteSource> m_collected; // the text so far
    bool m_follows = true;                         // the newest row is kept in sight
    int m_texts = 0;                               // events that are in it
    qint64 m_paragraph = 0;                        // octets of its last paragraph
    qint64 m_longest = 0;                          // and of the longest
    bool m_reconnectable = false;
    std::optional<bool> m_wantsPlots; // by the person; else where there is room
    QBasicTimer m_wait;               // until the server wants to be asked again
};

} // namespace sonde::ui

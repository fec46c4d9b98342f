// A body as a stream: its events with their times, what one says in full, and the text they make up
// together. GUI thread.
#pragma once

#include "ui/body/event_model.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace sonde::ui
{

class BodyView;

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
    // Of the row that is selected.
    [[nodiscard]] std::optional<client::EventIndex::Place> current() const;

Q_SIGNALS:
    void currentChanged(qint64 from, qint64 to);

private:
    void buildTable();
    void advance();
    void showDetail();
    void showStatistics();
    void showText(bool text);
    void extendText();

    EventModel m_model;
    QLabel *m_statistics;
    QToolButton *m_text;
    QTableView *m_table;
    BodyView *m_detail;
    BodyView *m_together;
    QStackedWidget *m_pages;
    std::shared_ptr<body::ByteSource> m_collected; // the text so far
    bool m_follows = true;                         // the newest row is kept in sight
    int m_texts = 0;                               // events that are in it
};

} // namespace sonde::ui

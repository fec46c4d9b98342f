// The frame or part that is selected: its detail as a table, and its octets, in which the selected
// line is marked. GUI thread.
#pragma once

#include "trace/connection.h"
#include "ui/protocol/detail_table.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QTableView;

namespace sonde::ui
{

class BodyView;

class DetailView : public QWidget
{
    Q_OBJECT
public:
    explicit DetailView(QWidget *parent = nullptr);

    // No row: nothing selected. The connection is where the octets are.
    void showRow(const WireView &view, std::optional<size_t> row, trace::Stamp zero,
                 const std::shared_ptr<const trace::Connection> &connection);
    // One of the fields that stand in the row shown; nothing if it stands in another one.
    void showField(size_t field);
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] BodyView *octets() const { return m_octets; }

Q_SIGNALS:
    void fieldChosen(size_t field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fetchOctets(const WireView &view, size_t row,
                     const std::shared_ptr<const trace::Connection> &connection);
    void showOctets(const QByteArray &octets, quint64 leftOut);
    void markLine();
    void tellField();
    void copyText() const;
    void dressTable();

    DetailTable *m_model;
    QTableView *m_table;
    QLabel *m_note;
    BodyView *m_octets;
    QSplitter *m_splitter;
    quint64 m_asked = 0; // answers to older questions come too late
    std::optional<size_t> m_row;
    const trace::Connection *m_connection = nullptr;
};

} // namespace sonde::ui

// The events of a stream, or the arrivals of any body, as rows: when, how long after the one
// before, how large, what. GUI thread.
#pragma once

#include "client/event_index.h"
#include "ui/body/stream_figures.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class EventModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Number, Time, Gap, Size, Type, Data, ColumnCount };

    explicit EventModel(QObject *parent = nullptr);

    // Without a form the rows are the arrivals themselves.
    void setBody(std::shared_ptr<const body::ByteSource> source,
                 std::optional<wire::EventReader::Form> form,
                 std::shared_ptr<const trace::Exchange> exchange);
    [[nodiscard]] const std::shared_ptr<const body::ByteSource> &source() const { return m_source; }
    void noteGrowth();

    [[nodiscard]] bool hasEvents() const { return m_index != nullptr; }
    [[nodiscard]] client::EventIndex::Place place(int row) const;
    // What the event carries; of an arrival, its octets.
    [[nodiscard]] wire::StreamEvent eventAt(int row, qint64 octets) const;
    // The row that an octet belongs to, or the one before it; -1 if there is none.
    [[nodiscard]] int rowOf(qint64 octet) const;
    [[nodiscard]] std::optional<std::chrono::nanoseconds> timeOf(int row) const;
    // Counted since the beginning, those without a row included.
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] qint64 unfinished() const { return m_index ? m_index->unfinished() : 0; }

    struct Gaps {
        qint64 count = 0;
        std::chrono::nanoseconds sum{};
        std::chrono::nanoseconds longest{};
        int after = -1; // the row that the longest one precedes
    };
    [[nodiscard]] const Gaps &gaps() const { return m_gaps; }
    [[nodiscard]] const GapHistogram &histogram() const { return m_histogram; }
    [[nodiscard]] const Arrivals &arrivals() const { return m_arrivals; }
    // Null where the rows are the arrivals.
    [[nodiscard]] const client::EventIndex *eventIndex() const { return m_index.get(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void advanced();

private:
    void update();
    [[nodiscard]] qint64 available() const;
    [[nodiscard]] QString textOf(int row, int column) const;

    std::shared_ptr<const body::ByteSource> m_source;
    Arrivals m_arrivals;
    std::unique_ptr<client::EventIndex> m_index;
    Gaps m_gaps;
    GapHistogram m_histogram;
    int m_rows = 0;
};

} // namespace sonde::ui

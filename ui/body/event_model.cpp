#include "ui/body/event_model.h"

#include "ui/widgets/body_view/text_decoder.h"
#include "ui/widgets/format.h"

#include <QLocale>

#include <algorithm>

namespace sonde::ui
{
namespace
{

constexpr qint64 shownOctets = 2000; // of an event, in its row
constexpr qsizetype shownUnits = 300;

QString lineOf(const QByteArray &octets)
{
    return inOneLine(QString::fromUtf8(octets.first(std::min(octets.size(), shownUnits))));
}

} // namespace

EventModel::EventModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void EventModel::setBody(std::shared_ptr<const body::ByteSource> source,
                         std::optional<wire::EventReader::Form> form,
                         std::shared_ptr<const trace::Exchange> exchange)
{
    beginResetModel();
    m_rows = 0;
    m_gaps = {};
    m_histogram = {};
    m_index.reset();
    m_source = std::move(source);
    m_arrivals = Arrivals(std::move(exchange));
    if (m_source && form) {
        m_index = std::make_unique<client::EventIndex>(m_source, *form);
        connect(m_index.get(), &client::EventIndex::advanced, this, &EventModel::update);
    }
    endResetModel();
    update();
}

void EventModel::noteGrowth()
{
    if (m_index)
        m_index->noteGrowth();
    else
        update();
}

qint64 EventModel::available() const
{
    return m_index ? qint64(m_index->places().size()) : qint64(m_arrivals.chunks().size());
}

qint64 EventModel::count() const
{
    return m_index ? m_index->count() : available();
}

void EventModel::update()
{
    m_arrivals.refresh();
    const auto rows = int(available());
    if (rows < m_rows) { // arrivals were merged
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        const int before = std::exchange(m_rows, rows);
        endInsertRows();
        for (int row = std::max(before, 1); row < rows; ++row) {
            const auto here = timeOf(row);
            const auto last = timeOf(row - 1);
            if (!here || !last)
                break;
            const auto gap = *here - *last;
            ++m_gaps.count;
            m_gaps.sum += gap;
            m_histogram.add(gap);
            if (gap > m_gaps.longest) {
                m_gaps.longest = gap;
                m_gaps.after = row;
            }
        }
    }
    Q_EMIT advanced();
}

client::EventIndex::Place EventModel::place(int row) const
{
    if (row < 0 || row >= m_rows)
        return {};
    if (m_index)
        return m_index->places()[size_t(row)];
    const auto [from, to] = m_arrivals.octetsOf(size_t(row));
    return {from, to};
}

wire::StreamEvent EventModel::eventAt(int row, qint64 octets) const
{
    const client::EventIndex::Place at = place(row);
    if (m_index)
        return m_index->eventAt(at, octets);
    return {
        .from = at.from,
        .to = at.to,
        .data =
            m_source
                ? m_source->read(at.from, std::min(octets, at.to - at.from)).value_or(QByteArray())
                : QByteArray(),
        .isCut = at.to - at.from > octets};
}

int EventModel::rowOf(qint64 octet) const
{
    if (!m_index) {
        const auto chunk = m_arrivals.chunkOf(octet);
        return chunk ? std::min(int(*chunk), m_rows - 1) : -1;
    }
    const auto &places = m_index->places();
    const auto after =
        std::ranges::upper_bound(places.begin(), places.begin() + m_rows, octet,
                                 std::ranges::less{}, &client::EventIndex::Place::from);
    return int(after - places.begin()) - 1;
}

std::optional<std::chrono::nanoseconds> EventModel::timeOf(int row) const
{
    // An event is there when its last octet is.
    if (m_index)
        return m_arrivals.timeOf(place(row).to - 1);
    return size_t(row) < m_arrivals.chunks().size()
               ? std::optional(m_arrivals.time(m_arrivals.chunks()[size_t(row)]))
               : std::nullopt;
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QString EventModel::textOf(int row, int column) const
{
    const client::EventIndex::Place at = place(row);
    switch (column) {
    case Number:
        return QLocale().toString(row + 1);
    case Time: {
        const auto time = timeOf(row);
        return time ? durationText(*time) : QString();
    }
    case Gap: {
        const auto time = timeOf(row);
        const auto before = row > 0 ? timeOf(row - 1) : std::nullopt;
        return time && before ? QStringLiteral("+") + durationText(*time - *before) : QString();
    }
    case Size:
        return octetsText(at.to - at.from);
    case Type: {
        const wire::StreamEvent shown = eventAt(row, shownOctets);
        return lineOf(shown.id.isEmpty() ? shown.type : shown.type + ' ' + shown.id);
    }
    default:
        return lineOf(eventAt(row, shownOctets).data);
    }
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return textOf(index.row(), index.column());
    if (role == Qt::TextAlignmentRole && index.column() <= Size)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return int((section <= Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.");
    case Time:
        return tr("Time");
    case Gap:
        return tr("Gap");
    case Size:
        return tr("Size");
    case Type:
        return tr("Type and id");
    default:
        return m_index ? tr("Data") : tr("Octets");
    }
}

} // namespace sonde::ui

#include "ui/response/tcp_table.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QLocale>

namespace sonde::ui
{
namespace
{

QString whenText(trace::TcpSample::When when)
{
    switch (when) {
    case trace::TcpSample::When::Connected:
        return TcpTable::tr("connected");
    case trace::TcpSample::When::HeadStarted:
        return TcpTable::tr("a response began");
    case trace::TcpSample::When::Ended:
        return TcpTable::tr("a response was complete");
    case trace::TcpSample::When::Closed:
        return TcpTable::tr("closed");
    }
    Q_UNREACHABLE();
}

QString microText(quint32 microseconds)
{
    return durationText(std::chrono::microseconds(microseconds));
}

} // namespace

TcpTable::TcpTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TcpTable::setSamples(std::vector<trace::TcpSample> samples, trace::Stamp zero)
{
    if (samples == m_samples && zero == m_zero)
        return;
    // Samples come at the end, and are thinned out once in a long while.
    const bool grows = zero == m_zero && samples.size() > m_samples.size() &&
                       std::equal(m_samples.begin(), m_samples.end(), samples.begin());
    if (grows) {
        beginInsertRows({}, int(m_samples.size()), int(samples.size()) - 1);
        m_samples = std::move(samples);
        endInsertRows();
        return;
    }
    beginResetModel();
    m_samples = std::move(samples);
    m_zero = zero;
    endResetModel();
}

int TcpTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

int TcpTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant TcpTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const trace::TcpSample &sample = m_samples[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Time:
            return durationText(sample.at - m_zero);
        case When:
            return whenText(sample.when);
        case RoundTrip:
            return microText(sample.roundTrip);
        case Variation:
            return microText(sample.variation);
        case Least:
            return sample.leastRoundTrip > 0 ? microText(sample.leastRoundTrip) : QString();
        case Window:
            //: a congestion window: how many segments, of how many bytes each
            return tr("%1 × %2")
                .arg(QLocale().toString(sample.congestionWindow))
                .arg(octetsText(sample.segmentSize));
        default:
            return QLocale().toString(sample.retransmits);
        }
    case Qt::ForegroundRole:
        if (index.column() == Again && sample.retransmits > 0)
            return Theme::instance().color(Token::Warning);
        return {};
    case Qt::TextAlignmentRole:
        return int((index.column() == When ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant TcpTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == When ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case When:
        return tr("When");
    case RoundTrip:
        return tr("Round trip");
    case Variation:
        return tr("Variation");
    case Least:
        return tr("Least");
    case Window:
        return tr("Congestion window");
    default:
        return tr("Sent again");
    }
}

} // namespace sonde::ui

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
    : RowTable({{tr("Time"), Qt::AlignRight},
                {tr("When")},
                {tr("Round trip"), Qt::AlignRight},
                {tr("Variation"), Qt::AlignRight},
                {tr("Least"), Qt::AlignRight},
                {tr("Congestion window"), Qt::AlignRight},
                {tr("Sent again"), Qt::AlignRight}},
               parent)
{
}

void TcpTable::setSamples(std::vector<trace::TcpSample> samples, trace::Stamp zero)
{
    if (std::exchange(m_zero, zero) != zero)
        resetRows({});
    setRows(std::move(samples));
}

QString TcpTable::cell(const trace::TcpSample &sample, int column) const
{
    switch (column) {
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
}

QVariant TcpTable::look(const trace::TcpSample &sample, int column, int role) const
{
    if (role == Qt::ForegroundRole && column == Again && sample.retransmits > 0)
        return Theme::instance().color(Token::Warning);
    return {};
}

} // namespace sonde::ui

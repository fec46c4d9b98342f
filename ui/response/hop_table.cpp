#include "ui/response/hop_table.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QFont>

namespace sonde::ui
{
namespace
{

QString latin(QByteArrayView octets)
{
    return QString::fromLatin1(octets);
}

QString versionOf(const HopSnapshot &hop)
{
    return hop.exchange.response ? latin(http::versionName(hop.exchange.response->version))
                                 : QString();
}

std::optional<trace::Stamp> endOf(const HopSnapshot &hop)
{
    if (!hop.exchange.isOver() || hop.exchange.events.empty())
        return std::nullopt;
    return hop.exchange.events.back().at;
}

// Names of fields that the request had and the next one has not.
QStringList droppedFields(const http::Request &before, const http::Request &now)
{
    QStringList names;
    for (const http::Field &field : before.headers) {
        const QString name = latin(field.name);
        if (!now.headers.contains(field.name) && !names.contains(name, Qt::CaseInsensitive))
            names << name;
    }
    return names;
}

QString changesSince(const HopSnapshot &before, const HopSnapshot &now)
{
    const http::Request &was = before.exchange.request;
    const http::Request &is = now.exchange.request;
    QStringList changes;
    if (was.method.token() != is.method.token())
        changes << QStringLiteral("%1 → %2").arg(latin(was.method.token()),
                                                 latin(is.method.token()));
    if (was.target.origin != is.target.origin)
        changes << HopTable::tr("another server");
    if (was.target.origin.isTls() && !is.target.origin.isTls())
        changes << HopTable::tr("no longer encrypted");
    const QStringList dropped = droppedFields(was, is);
    if (!dropped.isEmpty())
        //: %1 names of header fields
        changes << HopTable::tr("without %1").arg(dropped.join(QStringLiteral(", ")));
    const QString version = versionOf(now);
    if (!version.isEmpty() && !versionOf(before).isEmpty() && version != versionOf(before))
        changes << QStringLiteral("%1 → %2").arg(versionOf(before), version);
    if (now.exchange.origin == trace::Origin::Retry)
        changes.prepend(HopTable::tr("sent again"));
    return changes.join(QStringLiteral(", "));
}

} // namespace

std::vector<HopRow> hopRows(const std::vector<HopSnapshot> &hops)
{
    std::vector<HopRow> rows;
    if (hops.empty() || hops.front().exchange.events.empty())
        return rows;
    const trace::Stamp start = hops.front().exchange.events.front().at;
    for (size_t i = 0; i < hops.size(); ++i) {
        const HopSnapshot &hop = hops[i];
        HopRow row{.number = QString::number(i + 1),
                   .request = QStringLiteral("%1 %2").arg(
                       latin(hop.exchange.request.method.token()),
                       QString::fromUtf8(hop.exchange.request.target.url())),
                   .version = versionOf(hop),
                   .status = hop.status()};
        if (row.status > 0)
            row.answer = QStringLiteral("%1 %2").arg(statusShape(row.status)).arg(row.status);
        else
            row.answer = hop.exchange.isOver() ? statusShape(0) : QStringLiteral("…");
        if (i > 0)
            row.changed = changesSince(hops[i - 1], hop);
        if (const auto end = endOf(hop)) {
            row.time = durationText(*end - hop.exchange.events.front().at);
            row.total = durationText(*end - start);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

HopTable::HopTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HopTable::setRows(std::vector<HopRow> rows, size_t current)
{
    if (rows == m_rows && current == m_current)
        return;
    m_current = current;
    if (rows.size() < m_rows.size()) {
        beginRemoveRows({}, int(rows.size()), int(m_rows.size()) - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    const size_t common = m_rows.size();
    if (rows.size() > common) {
        beginInsertRows({}, int(common), int(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
    } else {
        m_rows = std::move(rows);
    }
    if (common > 0)
        Q_EMIT dataChanged(index(0, 0), index(int(common) - 1, Columns - 1));
}

int HopTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HopTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant HopTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HopRow &row = m_rows[size_t(index.row())];
    const bool number = index.column() == Time || index.column() == Total;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const QString *const cells[] = {&row.number,  &row.request, &row.answer, &row.version,
                                        &row.changed, &row.time,    &row.total};
        return *cells[index.column()];
    }
    case Qt::ForegroundRole:
        if (index.column() == Answer)
            return Theme::instance().color(statusToken(row.status));
        if (index.column() == Number || index.column() == Changed)
            return Theme::instance().color(Token::Muted);
        return {};
    case Qt::TextAlignmentRole:
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setBold(size_t(index.row()) == m_current);
        return font;
    }
    default:
        return {};
    }
}

QVariant HopTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool number = section == Time || section == Total;
    if (role == Qt::TextAlignmentRole)
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return QStringLiteral("#");
    case Request:
        return tr("Request");
    case Answer:
        return tr("Answer");
    case Version:
        return tr("Protocol");
    case Changed:
        return tr("Changed since the one before");
    case Time:
        return tr("Time");
    default:
        return tr("Since Send");
    }
}

} // namespace sonde::ui

#include "ui/connections/connections_model.h"

#include "ui/widgets/format.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/theme.h"

#include <QLocale>

namespace sonde::ui
{
namespace
{

QString latin(QByteArrayView octets)
{
    return QString::fromLatin1(octets);
}

std::optional<trace::Stamp> endOf(const trace::ConnectionState &state)
{
    return trace::lastOf(state.events, trace::What::Closed);
}

// To the second: a number that changes while one reads it says less.
QString ageText(std::chrono::nanoseconds time)
{
    using std::chrono::seconds;
    if (time < seconds(1))
        return durationText(time);
    if (time < std::chrono::minutes(1))
        return ConnectionsModel::tr("%1 s").arg(std::chrono::floor<seconds>(time).count());
    return durationText(std::chrono::floor<seconds>(time));
}

} // namespace

ConnectionsModel::ConnectionsModel(QObject *parent)
    : ShownTable({{tr("Server")},
                  {tr("Protocol")},
                  {tr("State")},
                  {tr("In flight"), Qt::AlignRight},
                  {tr("Served"), Qt::AlignRight},
                  {tr("Age"), Qt::AlignRight},
                  {tr("Opened by")},
                  {tr("Remote address")},
                  {tr("Local address")}},
                 parent)
{
}

void ConnectionsModel::update(std::vector<PooledConnection> pooled, std::vector<ConnectionUse> uses,
                              trace::Stamp now)
{
    m_now = now;
    m_uses = std::move(uses);
    noteGone(pooled);
    for (PooledConnection &connection : pooled) {
        const auto known = std::ranges::find_if(
            m_rows, [&](const Row &row) { return row.connection.is.id == connection.is.id; });
        if (known != m_rows.end()) {
            known->connection = std::move(connection);
            continue;
        }
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
        m_rows.push_back({.connection = std::move(connection)});
        endInsertRows();
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, Columns - 1));
}

// What is not in the pool any more says why, and keeps nothing else alive.
void ConnectionsModel::noteGone(const std::vector<PooledConnection> &pooled)
{
    size_t gone = 0;
    for (Row &row : m_rows) {
        if (!row.gone && std::ranges::none_of(pooled, [&](const PooledConnection &connection) {
                return connection.is.id == row.connection.is.id;
            })) {
            row.gone = true;
            if (row.connection.source)
                row.connection.is = row.connection.source->state();
            row.connection.source.reset();
            row.connection.streams = 0;
        }
        gone += row.gone ? 1 : 0;
    }
    for (int row = 0; gone > mostGone; ++row) {
        if (!m_rows[size_t(row)].gone)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
        --gone;
        --row;
    }
}

void ConnectionsModel::forgetGone()
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (!m_rows[size_t(row)].gone)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
}

const trace::ConnectionState &ConnectionsModel::connection(int row) const
{
    return m_rows[size_t(row)].connection.is;
}

bool ConnectionsModel::isOpen(int row) const
{
    return !m_rows[size_t(row)].gone;
}

int ConnectionsModel::openCount() const
{
    return int(std::ranges::count(m_rows, false, &Row::gone));
}

int ConnectionsModel::goneCount() const
{
    return int(std::ranges::count(m_rows, true, &Row::gone));
}

std::vector<ConnectionUse> ConnectionsModel::usesOf(int row) const
{
    const trace::ConnectionState &is = connection(row);
    std::vector<ConnectionUse> uses;
    for (const bool paid : {true, false})
        std::ranges::copy_if(m_uses, std::back_inserter(uses), [&](const ConnectionUse &use) {
            return use.connection == is.id && (use.exchange == is.openedBy) == paid;
        });
    return uses;
}

QString ConnectionsModel::stateText(const Row &row) const
{
    if (row.gone) {
        const QString &reason = row.connection.is.closeReason;
        return reason.isEmpty() ? tr("never opened")
                                : tr("closed: %1").arg(inWindowLanguage(reason));
    }
    switch (row.connection.state) {
    case PooledConnection::State::Opening:
        return tr("opening");
    case PooledConnection::State::Busy:
        return tr("busy");
    case PooledConnection::State::Idle: {
        const auto since = row.connection.idleSince.value_or(m_now);
        return tr("idle for %1").arg(ageText(m_now - since));
    }
    case PooledConnection::State::Ending:
        return tr("closing: takes no more requests");
    }
    Q_UNREACHABLE();
}

QString ConnectionsModel::openedBy(const Row &row) const
{
    const auto use =
        std::ranges::find(m_uses, row.connection.is.openedBy, &ConnectionUse::exchange);
    return use == m_uses.end() ? tr("a request that no tab shows") : use->request;
}

QString ConnectionsModel::cellText(int at, int column) const
{
    const Row &row = m_rows[size_t(at)];
    const trace::ConnectionState &is = row.connection.is;
    switch (column) {
    case Origin:
        return QStringLiteral("%1://%2").arg(latin(is.origin.scheme), latin(is.origin.authority()));
    case Protocol: {
        if (is.versionReason.isEmpty())
            return {};
        QString text = latin(http::versionName(is.version));
        if (is.tls && !is.tls->version.isEmpty())
            text += QStringLiteral(", ") + latin(is.tls->version);
        return text;
    }
    case State:
        return stateText(row);
    case Streams:
        return row.gone ? QString() : QLocale().toString(row.connection.streams);
    case Served:
        return QLocale().toString(is.exchanges);
    case Age: {
        if (is.events.empty())
            return {};
        const trace::Stamp end = row.gone ? endOf(is).value_or(is.events.back().at) : m_now;
        return ageText(end - is.events.front().at);
    }
    case OpenedBy:
        return openedBy(row);
    case Remote:
        return latin(is.remote);
    default:
        return latin(is.local);
    }
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConnectionsModel::cellLook(int at, int column, int role) const
{
    if (role != Qt::ForegroundRole)
        return {};
    const Row &row = m_rows[size_t(at)];
    if (row.gone)
        return Theme::instance().color(Token::Muted);
    if (column == State && row.connection.state == PooledConnection::State::Busy)
        return Theme::instance().color(Token::Success);
    if (column == State && row.connection.state == PooledConnection::State::Ending)
        return Theme::instance().color(Token::Warning);
    return {};
}

} // namespace sonde::ui

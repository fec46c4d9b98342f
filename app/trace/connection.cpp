#include "trace/connection.h"

#include <atomic>

namespace sonde::trace
{
namespace
{

ConnectionId nextId()
{
    static std::atomic<quint64> last = 0;
    return ConnectionId(++last);
}

} // namespace

QByteArray tunnelText(const std::vector<ByteLog::Piece> &tunnel, Direction direction)
{
    QByteArray text;
    for (const ByteLog::Piece &piece : tunnel) {
        if (piece.direction == direction)
            text += piece.octets;
    }
    return text;
}

Connection::Connection(ExchangeId openedBy, http::Origin origin)
    : m_id(nextId())
{
    m_state.id = m_id;
    m_state.openedBy = openedBy;
    m_state.origin = std::move(origin);
}

ConnectionState Connection::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

QByteArray Connection::keyLog() const
{
    const std::scoped_lock lock(m_mutex);
    return m_keyLog;
}

void Connection::setKeyLog(const QByteArray &lines)
{
    const std::scoped_lock lock(m_mutex);
    m_keyLog = lines;
}

void Connection::record(What what, Stamp at, quint64 value)
{
    const std::scoped_lock lock(m_mutex);
    m_state.events.push_back({.at = at, .value = value, .what = what});
}

} // namespace sonde::trace

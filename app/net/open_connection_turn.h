// One turn of a connection: however deep owners call back, the flush and what follows from it
// happen once, at the end of the outermost. Keeps the connection alive meanwhile.
#pragma once

#include "net/open_connection.h"

namespace sonde::net
{

class OpenConnection::Turn
{
public:
    explicit Turn(OpenConnection &connection)
        : m_connection(connection.shared_from_this())
    {
        ++m_connection->m_turns;
    }
    ~Turn()
    {
        if (m_connection->m_turns > 1) {
            --m_connection->m_turns;
            return;
        }
        m_connection->dispatch();
        m_connection->flush();
        --m_connection->m_turns;
        m_connection->settle();
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

private:
    std::shared_ptr<OpenConnection> m_connection;
};

} // namespace sonde::net

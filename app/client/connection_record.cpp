#include "client/connection_record.h"

#include "wire/conversation_reader.h"

namespace sonde::client
{

struct ConnectionRecord::Readers {
    std::optional<wire::ConversationReader> http2;
    std::optional<trace::Http1Record> http1;
};

ConnectionRecord::ConnectionRecord(std::shared_ptr<const trace::Connection> connection)
    : m_connection(std::move(connection))
    , m_readers(std::make_unique<Readers>())
{
}

ConnectionRecord::~ConnectionRecord() = default;

ConnectionRecord::News ConnectionRecord::readOn()
{
    const auto &log = m_connection->log();
    if (!m_readers->http2 && !m_readers->http1) {
        using enum trace::Direction;
        if (log.octets(Sent) + log.octets(Received) == 0)
            return News::None; // the version may not be settled
        if (m_connection->state().version == http::Version::Http2)
            m_readers->http2.emplace();
        else
            m_readers->http1.emplace();
    }
    const bool some =
        m_readers->http2 ? m_readers->http2->readOn(log) : m_readers->http1->readOn(log);
    return some ? News::Some : News::None;
}

const trace::Conversation *ConnectionRecord::conversation() const
{
    return m_readers->http2 ? &m_readers->http2->conversation() : nullptr;
}

const trace::Http1Record *ConnectionRecord::http1() const
{
    return m_readers->http1 ? &*m_readers->http1 : nullptr;
}

} // namespace sonde::client

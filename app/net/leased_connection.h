// A connection with a place on it reserved for one request. Passes everything on; gives the place
// back when it is opened on, or when it goes unused.
#pragma once

#include "net/open_connection.h"

namespace sonde::net
{

class LeasedConnection final : public Connection
{
public:
    // `settled` is called once: after open(), or on destruction.
    LeasedConnection(std::shared_ptr<OpenConnection> connection, std::function<void()> settled)
        : m_connection(std::move(connection))
        , m_settled(std::move(settled))
    {
    }
    ~LeasedConnection() override { settle(); }

    [[nodiscard]] bool isOpen() const { return m_connection->isOpen(); }

    [[nodiscard]] std::shared_ptr<trace::Connection> trace() const override
    {
        return m_connection->trace();
    }
    [[nodiscard]] http::Version version() const override { return m_connection->version(); }
    [[nodiscard]] bool wantsAbsoluteForm() const override
    {
        return m_connection->wantsAbsoluteForm();
    }
    [[nodiscard]] http::Result<wire::StreamId>
    open(const wire::RequestHead &head, wire::ContentLength content, StreamOwner *owner) override
    {
        auto stream = m_connection->open(head, content, owner);
        settle();
        return stream;
    }
    [[nodiscard]] http::Headers sentFields(wire::StreamId stream) const override
    {
        return m_connection->sentFields(stream);
    }
    [[nodiscard]] qsizetype contentRoom(wire::StreamId stream) const override
    {
        return m_connection->contentRoom(stream);
    }
    void sendContent(wire::StreamId stream, QByteArray octets) override
    {
        m_connection->sendContent(stream, std::move(octets));
    }
    void endContent(wire::StreamId stream) override { m_connection->endContent(stream); }
    void consume(wire::StreamId stream, qint64 octets) override
    {
        m_connection->consume(stream, octets);
    }
    void release(wire::StreamId stream) override { m_connection->release(stream); }

private:
    void settle()
    {
        if (const auto settled = std::exchange(m_settled, nullptr))
            settled();
    }

    std::shared_ptr<OpenConnection> m_connection;
    std::function<void()> m_settled;
};

} // namespace sonde::net

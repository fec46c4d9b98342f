// A connection with a place on it reserved for one request. Passes everything on; gives the place
// back when it is opened on, or when it goes unused.
#pragma once

#include "net/open_connection.h"
#include "net/pool_book.h"

namespace sonde::net
{

// Whoever gave the place away.
class LeaseGiver
{
public:
    virtual ~LeaseGiver() = default;
    virtual void leaseSettled(EntryId entry) = 0;
};

class LeasedConnection final : public Connection
{
public:
    // `giver` is told once: after open(), or on destruction.
    LeasedConnection(std::shared_ptr<OpenConnection> connection, std::weak_ptr<LeaseGiver> giver,
                     EntryId entry)
        : m_connection(std::move(connection))
        , m_giver(std::move(giver))
        , m_entry(entry)
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
    open(wire::RequestHead head, wire::ContentLength content, StreamOwner *owner) override
    {
        auto stream = m_connection->open(std::move(head), content, owner);
        settle();
        return stream;
    }
    [[nodiscard]] http::Headers takeSentFields(wire::StreamId stream) override
    {
        return m_connection->takeSentFields(stream);
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
        if (const auto giver = std::exchange(m_giver, {}).lock())
            giver->leaseSettled(m_entry);
    }

    std::shared_ptr<OpenConnection> m_connection;
    std::weak_ptr<LeaseGiver> m_giver; // null once it has been told
    const EntryId m_entry;
};

} // namespace sonde::net

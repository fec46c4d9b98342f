// A connection that a test plays by hand: it notes what the client does and says what the server
// says.
#pragma once

#include "client/connections.h"
#include "net/completion.h"

#include <QByteArray>

#include <deque>

namespace sonde::testing
{

class FakeConnection : public net::Connection
{
public:
    explicit FakeConnection(http::Version version = http::Version::Http11)
        : m_version(version)
        , m_trace(std::make_shared<trace::Connection>(trace::ExchangeId(0),
                                                      http::Origin{"http", "a.test", 80}))
    {
    }

    // --- net::Connection
    std::shared_ptr<trace::Connection> trace() const override { return m_trace; }
    http::Version version() const override { return m_version; }
    bool wantsAbsoluteForm() const override { return false; }
    http::Result<wire::StreamId> open(wire::RequestHead requestHead, wire::ContentLength length,
                                      net::StreamOwner *streamOwner) override
    {
        if (refusal)
            return std::unexpected(*refusal);
        head = std::move(requestHead);
        announced = length;
        owner = streamOwner;
        return wire::StreamId(1);
    }
    http::Headers takeSentFields(wire::StreamId) override { return head.headers; }
    qsizetype contentRoom(wire::StreamId) const override { return room; }
    void sendContent(wire::StreamId, QByteArray octets) override
    {
        room -= octets.size();
        uploaded += octets;
    }
    void endContent(wire::StreamId) override { uploadEnded = true; }
    void consume(wire::StreamId, qint64 octets) override { consumed += octets; }
    void release(wire::StreamId) override
    {
        ++released;
        owner = nullptr;
    }

    // --- the server's lines
    void sendMarks(quint64 contentOctets = 0)
    {
        using What = wire::SentMark::What;
        owner->sent({.what = What::HeadStart}, trace::now());
        owner->sent({.what = What::HeadEnd, .octets = 80}, trace::now());
        if (contentOctets == 0)
            return;
        owner->sent({.what = What::ContentStart}, trace::now());
        owner->sent(
            {.what = What::ContentEnd, .octets = contentOctets, .wireOctets = contentOctets},
            trace::now());
    }
    void answer(int status, http::Headers headers = {})
    {
        owner->headStarted(trace::now());
        http::ResponseHead response{.version = m_version, .status = status};
        response.headers = std::move(headers);
        owner->headReceived({.at = trace::now(), .head = std::move(response), .wireOctets = 50});
    }
    void content(const QByteArray &octets)
    {
        owner->contentReceived(
            {.at = trace::now(), .octets = octets, .wireOctets = quint64(octets.size())});
    }
    void end(trace::End how = trace::End::ContentLength)
    {
        std::exchange(owner, nullptr)->ended(trace::now(), how);
    }
    void fail(const http::Error &error)
    {
        std::exchange(owner, nullptr)->failed(trace::now(), error);
    }

    // --- what the client did
    net::StreamOwner *owner = nullptr; // while it wants to hear
    wire::RequestHead head;
    wire::ContentLength announced;
    std::optional<http::Error> refusal;
    qsizetype room = 64 * 1024;
    QByteArray uploaded;
    bool uploadEnded = false;
    qint64 consumed = 0;
    int released = 0;

private:
    const http::Version m_version;
    const std::shared_ptr<trace::Connection> m_trace;
};

// Gives out what a test has put in, in order, and then nothing but an error.
class FakeConnections : public client::Connections
{
public:
    std::optional<net::Pool::Lease> takeNow(const net::RouteView &, net::Reuse,
                                            trace::Exchange &) override
    {
        return std::nullopt;
    }
    QCoro::Task<Acquired> acquire(net::Route route, net::Reuse reuse,
                                  std::shared_ptr<trace::Exchange>, net::CancelToken token) override
    {
        routes.push_back(std::move(route));
        reuses.push_back(reuse);
        if (hangs) {
            const net::Completion<bool> never;
            const auto cancelled = token.onCancel([never] { never.complete(false); });
            co_await never;
            http::Error error{.code = http::Code::Cancelled};
            co_return std::unexpected(std::move(error));
        }
        if (leases.empty()) {
            http::Error error{.code = http::Code::ConnectionRefused,
                              .sentence = QStringLiteral("No.")};
            co_return std::unexpected(std::move(error));
        }
        auto lease = std::move(leases.front());
        leases.pop_front();
        co_return lease;
    }

    std::deque<net::Pool::Lease> leases;
    std::vector<net::Route> routes;
    std::vector<net::Reuse> reuses;
    bool hangs = false;
};

} // namespace sonde::testing

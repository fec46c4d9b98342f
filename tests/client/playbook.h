// One call driven against connections that the test plays: start it, speak the server's lines,
// look.
#pragma once

#include "client/live_call.h"
#include "tests/client/fake_connection.h"
#include "tests/support/await.h"

namespace sonde::testing
{

inline http::Request requestTo(const char *url, const char *method = "GET")
{
    http::Request request;
    request.target = http::Target::parse(QString::fromLatin1(url)).value();
    request.method = http::Method::parse(method).value();
    return request;
}

inline http::Request post(const QByteArray &octets, http::Headers headers = {})
{
    http::Request request = requestTo("http://a.test/", "POST");
    request.content = http::Content::of(octets, "text/plain");
    request.headers = std::move(headers);
    return request;
}

inline std::vector<trace::What> kinds(const trace::ExchangeState &state)
{
    std::vector<trace::What> result;
    for (const trace::Event &event : state.events)
        result.push_back(event.what);
    return result;
}

// Takes octets until it holds `capacity` undrained ones.
class FakeSink : public client::BodySink
{
public:
    explicit FakeSink(qint64 capacity = std::numeric_limits<qint64>::max())
        : m_capacity(capacity)
    {
    }

    void begin(const http::ResponseHead &head) override
    {
        ++begun;
        status = head.status;
    }
    http::Result<bool> take(QByteArrayView octets) override
    {
        if (error)
            return std::unexpected(*error);
        got += octets;
        held += octets.size();
        most = std::max(most, held);
        return held < m_capacity;
    }
    void drain()
    {
        held = 0;
        if (drained)
            drained();
    }

    QByteArray got;
    qint64 held = 0;
    qint64 most = 0;
    int begun = 0;
    int status = 0;
    std::optional<http::Error> error;

private:
    const qint64 m_capacity;
};

class Playbook
{
public:
    Playbook()
        : connections(std::make_shared<FakeConnections>())
    {
    }
    ~Playbook()
    {
        if (m_frames != 0)
            qFatal("a call is still alive at the end of its test");
    }

    std::shared_ptr<FakeConnection> expectConnection(bool reused = false,
                                                     http::Version version = http::Version::Http11)
    {
        auto connection = std::make_shared<FakeConnection>(version);
        connections->leases.push_back({.connection = connection, .reused = reused});
        return connection;
    }
    void start(http::Request request, client::Options options = {},
               std::shared_ptr<client::BodySink> sink = nullptr)
    {
        client::Hop hop{.exchange = std::make_shared<trace::Exchange>(request),
                        .body = std::make_shared<body::ByteStore>(options.spoolFolder)};
        call = client::Call::recorded({hop}, false);
        live = std::make_shared<client::LiveCall>();
        live->call = call;
        live->options = std::make_shared<const client::Options>(std::move(options));
        live->sink = std::move(sink);
        live->connections = connections;
        live->over = [this] { --m_frames; };
        ++m_frames;
        client::drive(live);
        settle();
    }
    // Lets resumed coroutines run.
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    bool waitForEnd()
    {
        return spinUntil([this] { return call->isOver(); });
    }
    void stop(client::StopSignal::Reason reason = client::StopSignal::Reason::Cancelled)
    {
        live->stop.stop(reason);
        settle();
    }
    trace::ExchangeState state(size_t hop = SIZE_MAX) const
    {
        const auto hops = call->hops();
        return hops[std::min(hop, hops.size() - 1)].exchange->state();
    }
    QByteArray body() const
    {
        const auto store = call->last().body;
        return store->read(0, store->size()).value();
    }
    bool hasFinding(QByteArrayView rule, size_t hop = SIZE_MAX) const
    {
        const auto state = this->state(hop);
        return std::ranges::any_of(state.findings,
                                   [&](const auto &found) { return found.rule == rule; });
    }

    std::shared_ptr<FakeConnections> connections;
    std::shared_ptr<client::Call> call;
    std::shared_ptr<client::LiveCall> live;

private:
    int m_frames = 0;
};

} // namespace sonde::testing

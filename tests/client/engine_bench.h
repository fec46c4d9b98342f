// A whole engine on loopback, for the tests of it: it is empty when its test is done.
#pragma once

#include "client/engine.h"
#include "tests/client/loopback_server.h"
#include "tests/support/await.h"

#include <QTest>

Q_DECLARE_METATYPE(sonde::testing::LoopbackServer::Speaks)

namespace sonde::testing
{

using Speaks = LoopbackServer::Speaks;
using Then = LoopbackReply::Then;

// An engine that must be empty when its test is done.
class Bench
{
public:
    explicit Bench(client::Engine::Where where = client::Engine::Where::CallersThread)
        : engine(where)
    {
    }
    ~Bench()
    {
        if (!spinUntil([this] { return engine.liveCalls() == 0; }))
            qFatal("a call is still alive at the end of its test");
        engine.shutdown();
    }
    static bool wait(const client::Call &call)
    {
        return spinUntil([&call] { return call.isOver(); });
    }
    std::shared_ptr<client::Call> run(http::Request request, client::Options options = {},
                                      std::shared_ptr<client::BodySink> sink = nullptr)
    {
        auto call = engine.start(std::move(request), std::move(options), std::move(sink));
        if (!wait(*call))
            qFatal("a call did not end");
        return call;
    }

    client::Engine engine;
};

inline http::Request requestTo(const QByteArray &url, Speaks speaks, const char *method = "GET")
{
    http::Request request;
    request.target = http::Target::parse(QString::fromLatin1(url)).value();
    request.method = http::Method::parse(method).value();
    request.version =
        speaks == Speaks::Http2 ? http::VersionPolicy::H2c : http::VersionPolicy::Auto;
    return request;
}

inline trace::ExchangeState stateOf(const client::Call &call)
{
    return call.last().exchange->state();
}

inline QByteArray bodyOf(const client::Call &call)
{
    const auto store = call.last().body;
    return store->read(0, store->size()).value();
}

inline QByteArray pattern(qsizetype size)
{
    QByteArray octets(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        octets[i] = char(i * 7 + i / 251);
    return octets;
}

inline void addVersions()
{
    QTest::addColumn<Speaks>("speaks");
    QTest::newRow("HTTP/1.1") << Speaks::Http1;
    QTest::newRow("h2c") << Speaks::Http2;
}

} // namespace sonde::testing

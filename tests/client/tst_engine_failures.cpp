// How calls of the whole engine fail, are cancelled, run out of time and are sent again.
#include "engine_bench.h"
#include "tests/support/black_hole.h"

#include <QTemporaryDir>

using namespace sonde;
using namespace sonde::testing;
using namespace std::chrono_literals;
using client::Options;
using http::Code;
using trace::End;

class TestEngineFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_cache.isValid());
        qputenv("XDG_CACHE_HOME", m_cache.path().toUtf8());
    }

    void cutShort_data() { addVersions(); }
    void cutShort()
    {
        QFETCH(Speaks, speaks);
        LoopbackServer server(speaks, [](const LoopbackRequest &) {
            return LoopbackReply{.content = "only this", .then = Then::CutShort};
        });
        Bench bench;
        const auto call = bench.run(requestTo(server.url(), speaks));
        QCOMPARE(stateOf(*call).end, End::Failed);
        QCOMPARE(bodyOf(*call), "only this");
        QCOMPARE(call->hops().size(), size_t(1));
    }

    // --- ends that we set

    void cancelAnywhere_data()
    {
        QTest::addColumn<Speaks>("speaks");
        QTest::addColumn<int>("stage");
        for (const Speaks speaks : {Speaks::Http1, Speaks::Http2}) {
            const char *name = speaks == Speaks::Http1 ? "HTTP/1.1" : "h2c";
            QTest::addRow("%s at once", name) << speaks << 0;
            QTest::addRow("%s connecting", name) << speaks << 1;
            QTest::addRow("%s waiting", name) << speaks << 2;
            QTest::addRow("%s body", name) << speaks << 3;
            QTest::addRow("%s uploading", name) << speaks << 4;
        }
    }
    void cancelAnywhere()
    {
        QFETCH(Speaks, speaks);
        QFETCH(int, stage);
        LoopbackServer server(speaks, [stage](const LoopbackRequest &) {
            return LoopbackReply{.content = "some",
                                 .then = stage == 2 ? Then::HangBefore : Then::Hang};
        });
        const BlackHole hole(QStringLiteral("127.0.0.1"));
        QVERIFY(hole.isClosed());
        const QByteArray url =
            stage == 1 ? "http://127.0.0.1:" + QByteArray::number(hole.port()) : server.url();
        http::Request request = requestTo(url, speaks, stage == 4 ? "PUT" : "GET");
        if (stage == 4) {
            request.content = http::Content::of(pattern(40 << 20), {});
            server.pauseReading(true);
        }
        Bench bench;
        const auto call = bench.engine.start(request);
        if (stage > 0)
            QVERIFY(stage == 3 ? spinUntil([&] { return call->last().body->size() == 4; })
                               : (spinFor(60ms), !call->isOver()));
        call->cancel();
        call->cancel();
        QVERIFY(Bench::wait(*call));
        const auto state = stateOf(*call);
        QCOMPARE(state.end, End::Cancelled);
        QCOMPARE(state.error->code, Code::Cancelled);
        QCOMPARE(bodyOf(*call), stage == 3 ? "some" : "");
        QCOMPARE(state.response.has_value(), stage == 3);
        QVERIFY(call->last().body->isFinished());
        // The engine works on.
        server.pauseReading(false);
        call->cancel();
    }

    void timeouts_data()
    {
        QTest::addColumn<Speaks>("speaks");
        QTest::addColumn<int>("code");
        for (const Speaks speaks : {Speaks::Http1, Speaks::Http2}) {
            const char *name = speaks == Speaks::Http1 ? "HTTP/1.1" : "h2c";
            QTest::addRow("%s connect", name) << speaks << int(Code::ConnectTimeout);
            QTest::addRow("%s first octet", name) << speaks << int(Code::FirstByteTimeout);
            QTest::addRow("%s idle", name) << speaks << int(Code::IdleTimeout);
            QTest::addRow("%s total", name) << speaks << int(Code::TotalTimeout);
        }
    }
    void timeouts()
    {
        QFETCH(Speaks, speaks);
        QFETCH(int, code);
        const bool before = Code(code) == Code::FirstByteTimeout;
        LoopbackServer server(speaks, [before](const LoopbackRequest &) {
            return LoopbackReply{.content = "some", .then = before ? Then::HangBefore : Then::Hang};
        });
        const BlackHole hole(QStringLiteral("127.0.0.1"));
        const QByteArray url = Code(code) == Code::ConnectTimeout
                                   ? "http://127.0.0.1:" + QByteArray::number(hole.port())
                                   : server.url();
        Options options;
        if (Code(code) == Code::ConnectTimeout)
            options.timeouts.connect = 80ms;
        else if (Code(code) == Code::FirstByteTimeout)
            options.timeouts.firstByte = 80ms;
        else if (Code(code) == Code::IdleTimeout)
            options.timeouts.idle = 80ms;
        else
            options.timeouts.total = 800ms; // the content is there before, on a slow machine too
        Bench bench;
        const auto call = bench.run(requestTo(url, speaks), options);
        const auto state = stateOf(*call);
        QCOMPARE(int(state.error->code), code);
        QCOMPARE(state.end, End::Failed);
        QVERIFY2(state.error->sentence.contains(Code(code) == Code::TotalTimeout
                                                    ? QStringLiteral("800 ms")
                                                    : QStringLiteral("80 ms")),
                 qPrintable(state.error->sentence));
        const bool some = Code(code) == Code::IdleTimeout || Code(code) == Code::TotalTimeout;
        QCOMPARE(bodyOf(*call), some ? "some" : "");
    }

    // --- chains

    void redirects_data()
    {
        QTest::addColumn<Speaks>("speaks");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        for (const Speaks speaks : {Speaks::Http1, Speaks::Http2}) {
            const char *name = speaks == Speaks::Http1 ? "HTTP/1.1" : "h2c";
            for (const int status : {301, 302, 303})
                QTest::addRow("%s %d", name, status) << speaks << status << QByteArray("GET");
            for (const int status : {307, 308})
                QTest::addRow("%s %d", name, status) << speaks << status << QByteArray("POST");
        }
    }
    void redirects()
    {
        QFETCH(Speaks, speaks);
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        LoopbackRequest arrived;
        LoopbackServer target(speaks, [&](const LoopbackRequest &request) {
            arrived = request;
            return LoopbackReply{.content = "here"};
        });
        LoopbackServer server(speaks, [&](const LoopbackRequest &) {
            return LoopbackReply{.status = status,
                                 .headers = {{"Location", target.url("/there")}},
                                 .content = "moved"};
        });
        http::Request request = requestTo(server.url(), speaks, "POST");
        request.content = http::Content::of("content", "text/plain");
        request.headers = {{"Authorization", "Bearer 1"}, {"X-Mine", "1"}};
        Bench bench;
        const auto call = bench.run(request);
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(bodyOf(*call), "here");
        QCOMPARE(call->hops().size(), size_t(2));
        QCOMPARE(arrived.head.method, method);
        QCOMPARE(arrived.head.target, "/there");
        QCOMPARE(arrived.content, method == "POST" ? "content" : "");
        QVERIFY(!arrived.head.headers.contains("Authorization"));
        QVERIFY(arrived.head.headers.contains("X-Mine"));
    }

    void tenThousandRedirects()
    {
        int served = 0;
        LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &) {
            ++served;
            return LoopbackReply{.status = 302,
                                 .headers = {{"Location", '/' + QByteArray::number(served)}}};
        });
        Bench bench;
        const auto stopped = bench.run(requestTo(server.url(), Speaks::Http1));
        QCOMPARE(stateOf(*stopped).error->code, Code::TooManyRedirects);
        QCOMPARE(stopped->hops().size(), size_t(21));
        // A chain as long as the user allows neither recurses nor opens connections.
        served = 0;
        const auto longOne =
            bench.run(requestTo(server.url(), Speaks::Http1), {.maxRedirects = 10'000});
        QCOMPARE(stateOf(*longOne).error->code, Code::TooManyRedirects);
        QVERIFY(stateOf(*longOne).error->sentence.contains(QStringLiteral("10,000 redirects")));
        QCOMPARE(served, 10'001);
        QCOMPARE(longOne->hops().size(), size_t(10'001));
        QCOMPARE(server.connectionsMade(), 1);
    }

    void idleConnectionThatDies()
    {
        int served = 0;
        LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &request) {
            ++served;
            if (request.connection == 1 && served == 2)
                return LoopbackReply{.then = Then::Reset};
            return LoopbackReply{.content = request.content};
        });
        Bench bench;
        bench.run(requestTo(server.url(), Speaks::Http1));
        http::Request request = requestTo(server.url(), Speaks::Http1, "PUT");
        request.content = http::Content::of("again", {});
        const auto call = bench.run(request);
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(bodyOf(*call), "again");
        QCOMPARE(call->hops().size(), size_t(2));
        QCOMPARE(stateOf(*call).origin, trace::Origin::Retry);
        QCOMPARE(server.connectionsMade(), 2);
    }

    void newConnectionThatDiesIsNotRetried()
    {
        LoopbackServer server(Speaks::Http1, [](const LoopbackRequest &) {
            return LoopbackReply{.then = Then::Reset};
        });
        Bench bench;
        const auto call = bench.run(requestTo(server.url(), Speaks::Http1));
        QVERIFY(stateOf(*call).error.has_value());
        QCOMPARE(call->hops().size(), size_t(1));
        QCOMPARE(server.connectionsMade(), 1);
    }

    void refusedStreamIsSentAgain()
    {
        int served = 0;
        LoopbackServer server(Speaks::Http2, [&](const LoopbackRequest &request) {
            return ++served == 1 ? LoopbackReply{.then = Then::Refuse}
                                 : LoopbackReply{.content = request.content};
        });
        http::Request request = requestTo(server.url(), Speaks::Http2, "POST");
        request.content = http::Content::of("once", {});
        Bench bench;
        const auto call = bench.run(request);
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(bodyOf(*call), "once");
        QCOMPARE(call->hops().size(), size_t(2));
        QCOMPARE(served, 2);
    }

    void plainFailures_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<int>("code");
        QTest::newRow("refused") << QByteArray("http://127.0.0.1:1/")
                                 << int(Code::ConnectionRefused);
        QTest::newRow("unknown host")
            << QByteArray("http://nowhere.invalid/") << int(Code::HostNotFound);
    }
    void plainFailures()
    {
        QFETCH(QByteArray, url);
        QFETCH(int, code);
        Bench bench;
        const auto call = bench.run(requestTo(url, Speaks::Http1));
        const auto state = stateOf(*call);
        QCOMPARE(state.end, End::Failed);
        if (Code(code) == Code::HostNotFound && state.error->code == Code::ResolverFailed)
            QSKIP("no resolver here");
        QCOMPARE(int(state.error->code), code);
        QCOMPARE(call->hops().size(), size_t(1));
    }

private:
    QTemporaryDir m_cache;
};

QTEST_GUILESS_MAIN(TestEngineFailures)
#include "tst_engine_failures.moc"

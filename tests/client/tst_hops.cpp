// Chains of exchanges: redirects followed and stopped, retries once and only when safe, linger.
#include "client/retry.h"
#include "tests/client/playbook.h"

#include <QTest>

using namespace sonde;
using namespace sonde::testing;
using namespace std::chrono_literals;
using http::Code;
using trace::End;

class TestHops : public QObject
{
    Q_OBJECT

    static void redirect(FakeConnection &connection, const char *location, int status = 302)
    {
        connection.answer(status, {{"Location", location}});
        connection.content("moved");
        connection.end();
        Playbook::settle();
    }

private Q_SLOTS:
    void followsAndTells()
    {
        Playbook play;
        const auto first = play.expectConnection();
        const auto second = play.expectConnection();
        const auto third = play.expectConnection();
        const auto sink = std::make_shared<FakeSink>();
        http::Request request = requestTo("http://a.test/a", "POST");
        request.content = http::Content::of("hello", "text/plain");
        request.headers = {{"Authorization", "Bearer 1"}};
        play.start(request, {}, sink);
        redirect(*first, "/b", 307);
        QCOMPARE(second->head.method, "POST");
        QCOMPARE(second->uploaded, "hello");
        QVERIFY(second->head.headers.contains("Authorization"));
        redirect(*second, "http://b.test/c", 303);
        QCOMPARE(third->head.method, "GET");
        QCOMPARE(third->head.authority, "b.test");
        QVERIFY(!third->head.headers.contains("Authorization"));
        QVERIFY(!third->head.headers.contains("Content-Type"));
        third->answer(200);
        third->content("done");
        third->end();
        play.settle();
        QVERIFY(play.call->isOver());
        const auto hops = play.call->hops();
        QCOMPARE(hops.size(), size_t(3));
        for (size_t i = 1; i < hops.size(); ++i) {
            QCOMPARE(play.state(i).origin, trace::Origin::Redirect);
            QCOMPARE(play.state(i).parent, hops[i - 1].exchange->id());
        }
        QCOMPARE(play.connections->routes[2].origin.host, "b.test");
        QVERIFY(play.hasFinding("client.redirect-credentials", 2));
        QCOMPARE(hops[0].body->read(0, 10).value(), "moved");
        QCOMPARE(sink->begun, 1);
        QCOMPARE(sink->got, "done");
    }

    void endlessChainStopsAtTheLimit()
    {
        Playbook play;
        std::deque<std::shared_ptr<FakeConnection>> connections;
        for (int i = 0; i < 30; ++i)
            connections.push_back(play.expectConnection());
        const auto sink = std::make_shared<FakeSink>();
        play.start(requestTo("http://a.test/0"), {}, sink);
        int used = 0;
        while (!play.call->isOver()) {
            redirect(*connections.front(), QByteArray::number(used).constData());
            connections.pop_front();
            ++used;
        }
        QCOMPARE(used, 21);
        QCOMPARE(play.call->hops().size(), size_t(21));
        const auto state = play.state();
        QCOMPARE(state.error->code, Code::TooManyRedirects);
        QCOMPARE(state.response->status, 302);
        QCOMPARE(state.end, End::ContentLength);
        QCOMPARE(sink->begun, 0);
        QCOMPARE(play.body(), "moved");
    }

    void malformedLocation()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        redirect(*connection, "http://[bad");
        QVERIFY(play.call->isOver());
        QCOMPARE(play.state().error->code, Code::MalformedRedirect);
        QCOMPARE(play.body(), "moved");
    }

    void longRedirectContentIsCut()
    {
        Playbook play;
        const auto first = play.expectConnection();
        const auto second = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        first->answer(302, {{"Location", "/b"}});
        for (int i = 0; i < 20 && first->owner; ++i)
            first->content(QByteArray(100'000, 'x'));
        QCOMPARE(first->released, 1);
        play.settle();
        QVERIFY(play.hasFinding("client.redirect-content", 0));
        second->answer(200);
        second->end();
        play.settle();
        QVERIFY(play.call->isOver());
        QVERIFY(!play.state().error);
    }

    void brokenRedirectContentIsFollowedAllTheSame()
    {
        Playbook play;
        const auto first = play.expectConnection();
        const auto second = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        first->answer(302, {{"Location", "/b"}, {"Content-Encoding", "gzip"}});
        first->content("no gzip at all, certainly");
        play.settle();
        QCOMPARE(play.state(0).error->code, Code::ContentDecodingFailed);
        second->answer(200);
        second->end();
        play.settle();
        QCOMPARE(play.state().response->status, 200);
    }

    void redirectPageIsShownWhenNotFollowed()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        const auto sink = std::make_shared<FakeSink>();
        play.start(requestTo("http://a.test/"), {.followRedirects = false}, sink);
        redirect(*connection, "/b");
        QVERIFY(play.call->isOver());
        QVERIFY(!play.state().error);
        QCOMPARE(sink->got, "moved");
    }

    void pinnedVersionIsKeptOrFails()
    {
        Playbook play;
        const auto connection = play.expectConnection(false, http::Version::Http2);
        http::Request request = requestTo("http://a.test/");
        request.version = http::VersionPolicy::H2c;
        play.start(request);
        redirect(*connection, "https://a.test/");
        QVERIFY(play.call->isOver());
        QCOMPARE(play.state().error->code, Code::UnsupportedVersion);
        QCOMPARE(play.connections->routes.size(), size_t(1));
    }

    void cancelledBetweenHops()
    {
        Playbook play;
        const auto first = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        play.connections->hangs = true;
        redirect(*first, "/b");
        play.stop();
        QVERIFY(play.call->isOver());
        QCOMPARE(play.call->hops().size(), size_t(2));
        QCOMPARE(play.state(0).end, End::ContentLength);
        QCOMPARE(play.state(1).end, End::Cancelled);
    }

    void mayRetryTable_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("retrySafe");
        QTest::addColumn<bool>("reused");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *name, const char *method, Code code, bool safe, bool reused,
                            bool answered, bool expected) {
            QTest::newRow(name) << QByteArray(method) << int(code) << safe << reused << answered
                                << expected;
        };
        const Code closed = Code::ConnectionClosed;
        row("idle connection closed", "GET", closed, false, true, false, true);
        row("idle, reset", "PUT", Code::ReceiveFailed, false, true, false, true);
        row("idle, POST", "POST", closed, false, true, false, false);
        row("idle, POST not sent", "POST", closed, true, true, false, true);
        row("new connection", "GET", closed, true, false, false, false);
        row("answered", "GET", closed, false, true, true, false);
        row("refused stream", "POST", Code::StreamReset, true, false, false, true);
        row("reset", "GET", Code::StreamReset, false, true, false, false);
        row("go away", "POST", Code::GoAway, true, false, false, true);
        row("truncated", "GET", Code::TruncatedResponse, true, true, true, false);
        row("cancelled", "GET", Code::Cancelled, true, true, false, false);
        row("refused connection", "GET", Code::ConnectionRefused, true, false, false, false);
    }
    void mayRetryTable()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, code);
        QFETCH(bool, retrySafe);
        QFETCH(bool, reused);
        QFETCH(bool, answered);
        QFETCH(bool, expected);
        const http::Error error{.code = Code(code), .retrySafe = retrySafe};
        const client::Failure failure{.error = error, .reused = reused, .answered = answered};
        QCOMPARE(client::mayRetry(requestTo("http://a.test/", method.constData()), failure),
                 expected);
    }

    void http11IsTriedWhenTheServerWantsIt_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<http::VersionPolicy>("policy");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<bool>("again");
        const auto row = [](const char *name, Code code, qint64 number, http::VersionPolicy policy,
                            bool answered, bool again) {
            QTest::newRow(name) << int(code) << number << policy << answered << again;
        };
        using P = http::VersionPolicy;
        row("stream", Code::StreamReset, 0xd, P::Auto, false, true);
        row("go away", Code::GoAway, 0xd, P::Auto, false, true);
        row("another code", Code::StreamReset, 0x2, P::Auto, false, false);
        row("after a head", Code::StreamReset, 0xd, P::Auto, true, false);
        row("pinned", Code::StreamReset, 0xd, P::Http2, false, false);
        row("h2c", Code::StreamReset, 0xd, P::H2c, false, false);
    }
    void http11IsTriedWhenTheServerWantsIt()
    {
        QFETCH(int, code);
        QFETCH(qint64, number);
        QFETCH(http::VersionPolicy, policy);
        QFETCH(bool, answered);
        QFETCH(bool, again);
        Playbook play;
        const auto first = play.expectConnection(false, http::Version::Http2);
        const auto second = play.expectConnection();
        const bool tls = policy != http::VersionPolicy::H2c;
        http::Request request = requestTo(tls ? "https://a.test/" : "http://a.test/", "POST");
        request.version = policy;
        request.content = http::Content::of("hello", {});
        play.start(request);
        if (answered)
            first->answer(200);
        first->fail({.code = Code(code), .sentence = QStringLiteral("Reset."), .number = number});
        play.settle();
        QCOMPARE(play.call->hops().size(), size_t(again ? 2 : 1));
        if (!again) {
            QCOMPARE(play.state().error->number, number);
            return;
        }
        QCOMPARE(play.connections->routes.back().version, http::VersionPolicy::Http11);
        QCOMPARE(play.connections->routes.back().pinnedBy, net::PinnedBy::Server);
        QVERIFY(play.hasFinding("client.http11-required"));
        QCOMPARE(play.state().request.version, http::VersionPolicy::Auto);
        QCOMPARE(second->uploaded, "hello");
        // Once: the same complaint over HTTP/1.1 makes no sense and is not answered again.
        second->fail(
            {.code = Code::StreamReset, .sentence = QStringLiteral("Reset."), .number = number});
        play.settle();
        QVERIFY(play.call->isOver());
        QCOMPARE(play.call->hops().size(), size_t(2));
    }

    void retriesOnceOnANewConnection()
    {
        Playbook play;
        const auto first = play.expectConnection(true);
        const auto second = play.expectConnection();
        http::Request request = requestTo("http://a.test/", "PUT");
        request.content = http::Content::of("hello", {});
        play.start(request);
        QCOMPARE(first->uploaded, "hello");
        first->fail({.code = Code::ConnectionClosed, .sentence = QStringLiteral("Closed.")});
        play.settle();
        QCOMPARE(play.connections->reuses, (std::vector{net::Reuse::Allowed, net::Reuse::Fresh}));
        QCOMPARE(second->uploaded, "hello");
        second->answer(200);
        second->end();
        play.settle();
        QVERIFY(play.call->isOver());
        QCOMPARE(play.call->hops().size(), size_t(2));
        QCOMPARE(play.state(1).origin, trace::Origin::Retry);
        QCOMPARE(play.state(1).parent, play.call->hops()[0].exchange->id());
        QVERIFY(play.hasFinding("client.retry", 1));
        QVERIFY(play.state(0).error.has_value());
        QVERIFY(!play.state(1).error);
    }

    void onceIsEnough()
    {
        Playbook play;
        const http::Error refused{.code = Code::StreamReset, .retrySafe = true};
        const auto first = play.expectConnection();
        const auto second = play.expectConnection();
        play.expectConnection();
        play.start(requestTo("http://a.test/"));
        first->fail(refused);
        play.settle();
        second->fail(refused);
        play.settle();
        QVERIFY(play.call->isOver());
        QCOMPARE(play.call->hops().size(), size_t(2));
        QCOMPARE(play.state().error->code, Code::StreamReset);
    }

    void lingers()
    {
        Playbook play;
        const auto connection = play.expectConnection(false, http::Version::Http2);
        const std::weak_ptr<FakeConnection> watched = connection;
        play.start(requestTo("https://a.test/"), {.linger = 60ms});
        connection->answer(200);
        connection->end(End::EndStream);
        play.settle();
        QVERIFY(play.state().isOver());
        QVERIFY(!play.call->isOver());
        QVERIFY(play.waitForEnd());
    }

    void cancelCutsTheLinger()
    {
        Playbook play;
        const auto connection = play.expectConnection(false, http::Version::Http2);
        play.start(requestTo("https://a.test/"), {.linger = 1h});
        connection->answer(200);
        connection->end(End::EndStream);
        play.settle();
        QVERIFY(!play.call->isOver());
        play.stop();
        QVERIFY(play.call->isOver());
        QVERIFY(!play.state().error);
    }
};

QTEST_GUILESS_MAIN(TestHops)
#include "tst_hops.moc"

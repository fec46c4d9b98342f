// When one exchange gives up against a connection that the test plays: each time limit, whose
// silence it measures, and cancelling.
#include "tests/client/playbook.h"

#include <QTest>

using namespace sonde;
using namespace sonde::testing;
using namespace std::chrono_literals;
using http::Code;
using trace::End;
using trace::What;

class TestExchangeLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstByteTimeout()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"), {.timeouts = {.firstByte = 40ms}});
        spinFor(80ms);
        QVERIFY2(!play.call->isOver(), "the clock starts when the request is sent");
        connection->sendMarks();
        QVERIFY(play.waitForEnd());
        QCOMPARE(play.state().error->code, Code::FirstByteTimeout);
        QVERIFY(play.state().error->sentence.contains(QStringLiteral("40 ms")));
        QCOMPARE(play.state().error->phase, http::Phase::Wait);
        QCOMPARE(connection->released, 1);
    }

    void interimHeadsDoNotStopTheFirstByteClock()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"), {.timeouts = {.firstByte = 40ms}});
        connection->sendMarks();
        connection->answer(103);
        QVERIFY(play.waitForEnd());
        QCOMPARE(play.state().error->code, Code::FirstByteTimeout);
    }

    void idleTimeout()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"), {.timeouts = {.idle = 1s}});
        connection->sendMarks();
        connection->answer(200, {{"Content-Length", "5000"}});
        for (int i = 0; i < 4; ++i) {
            spinFor(300ms);
            connection->content("some octets"); // slow, but not idle
        }
        QVERIFY(!play.call->isOver());
        QVERIFY(play.waitForEnd());
        const auto error = *play.state().error;
        QCOMPARE(error.code, Code::IdleTimeout);
        QVERIFY(error.sentence.contains(QStringLiteral("1 s")));
        QVERIFY(error.sentence.contains(QStringLiteral("44 of 5,000 octets")));
        QCOMPARE(play.body().size(), 44);
        QCOMPARE(connection->released, 1);
    }

    void ourOwnPauseIsNotIdle()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        const auto sink = std::make_shared<FakeSink>(1);
        play.start(requestTo("http://a.test/"), {.timeouts = {.idle = 30ms}}, sink);
        connection->answer(200);
        connection->content("held");
        spinFor(90ms);
        QVERIFY(!play.call->isOver());
        sink->drain();
        QVERIFY2(play.waitForEnd(), "from here on it is the server who is silent");
        QCOMPARE(play.state().error->code, Code::IdleTimeout);
    }

    void totalTimeout_data()
    {
        QTest::addColumn<int>("stage");
        QTest::newRow("connecting") << 0;
        QTest::newRow("waiting") << 1;
        QTest::newRow("body") << 2;
    }
    void totalTimeout()
    {
        QFETCH(int, stage);
        Playbook play;
        const auto connection = play.expectConnection();
        play.connections->hangs = stage == 0;
        play.start(requestTo("http://a.test/"), {.timeouts = {.total = 60ms}});
        if (stage >= 1)
            connection->sendMarks();
        if (stage == 2) {
            connection->answer(200);
            connection->content("abc");
        }
        QVERIFY(play.waitForEnd());
        const auto state = play.state();
        QCOMPARE(state.error->code, Code::TotalTimeout);
        QCOMPARE(state.end, End::Failed);
        QVERIFY(state.error->sentence.contains(QStringLiteral("60 ms")));
        QVERIFY(state.error->sentence.contains(stage == 2
                                                   ? QStringLiteral("status 200 and 3 octets")
                                                   : QStringLiteral("nothing of a response")));
    }

    void cancel_data()
    {
        QTest::addColumn<int>("stage");
        QTest::newRow("connecting") << 0;
        QTest::newRow("waiting") << 1;
        QTest::newRow("body") << 2;
        QTest::newRow("held by the sink, complete") << 3;
    }
    void cancel()
    {
        QFETCH(int, stage);
        Playbook play;
        const auto connection = play.expectConnection();
        play.connections->hangs = stage == 0;
        const auto sink = stage == 3 ? std::make_shared<FakeSink>(1) : nullptr;
        play.start(requestTo("http://a.test/"), {}, sink);
        if (stage >= 2) {
            connection->answer(200);
            connection->content("abc");
        }
        if (stage == 3)
            connection->end();
        play.stop();
        QVERIFY(play.call->isOver());
        const auto state = play.state();
        QCOMPARE(state.end, End::Cancelled);
        QCOMPARE(state.error->code, Code::Cancelled);
        QCOMPARE(state.events.back().what, What::Cancelled);
        QCOMPARE(play.body(), stage == 2 ? "abc" : "");
        QCOMPARE(connection->released, stage == 1 || stage == 2 ? 1 : 0);
        QVERIFY(play.call->last().body->isFinished());
    }
};

QTEST_GUILESS_MAIN(TestExchangeLimits)
#include "tst_exchange_limits.moc"

// Racing addresses on loopback: order, stagger, failures, cancellation. An address that never
// answers is a listener whose queue is full.
#include "net/eyeballs.h"
#include "tests/support/await.h"
#include "tests/support/black_hole.h"
#include "tests/support/scripted_server.h"

#include <QTest>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;
using Outcome = trace::Attempt::Outcome;

namespace
{

QList<QHostAddress> addresses(const QStringList &texts)
{
    QList<QHostAddress> result;
    for (const auto &text : texts)
        result.append(QHostAddress(text));
    return result;
}

std::shared_ptr<trace::Connection> newTrace()
{
    return std::make_shared<trace::Connection>(trace::ExchangeId(1),
                                               http::Origin{"http", "host.test", 80});
}

bool has(const std::shared_ptr<trace::Connection> &trace, trace::What what)
{
    return trace::firstOf(trace->state().events, what).has_value();
}

} // namespace

class TestEyeballs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void familiesTakeTurns_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QStringList>("expected");
        const auto list = [](const char *text) {
            return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        QTest::newRow("none") << list("") << list("");
        QTest::newRow("one") << list("1.1.1.1") << list("1.1.1.1");
        QTest::newRow("v6 first") << list("::1 ::2 1.1.1.1 1.1.1.2")
                                  << list("::1 1.1.1.1 ::2 1.1.1.2");
        QTest::newRow("v4 first") << list("1.1.1.1 1.1.1.2 1.1.1.3 ::1")
                                  << list("1.1.1.1 ::1 1.1.1.2 1.1.1.3");
    }
    void familiesTakeTurns()
    {
        QFETCH(QStringList, given);
        QFETCH(QStringList, expected);
        QCOMPARE(interleaved(addresses(given)), addresses(expected));
    }

    void theFirstThatConnectsWins()
    {
        ScriptedServer server;
        const auto trace = newTrace();
        auto socket = await(race("host.test", {QHostAddress::LocalHost}, server.port(), trace, {}));
        QVERIFY(socket);
        const auto state = trace->state();
        QCOMPARE(state.attempts.size(), 1u);
        QCOMPARE(state.attempts[0].outcome, Outcome::Connected);
        QCOMPARE(state.attempts[0].address, "127.0.0.1:" + QByteArray::number(server.port()));
        QVERIFY(state.attempts[0].started <= *state.attempts[0].ended);
        QCOMPARE(state.remote, state.attempts[0].address);
        QVERIFY(state.local.startsWith("127.0.0.1:"));
        QVERIFY(has(trace, trace::What::ConnectFinished));
    }

    void ipv6Connects()
    {
        ScriptedServer server({}, QHostAddress::LocalHostIPv6);
        const auto trace = newTrace();
        auto socket =
            await(race("host.test", {QHostAddress::LocalHostIPv6}, server.port(), trace, {}));
        QVERIFY(socket);
        QCOMPARE(trace->state().remote, "[::1]:" + QByteArray::number(server.port()));
    }

    void aRefusalStartsTheNextAtOnce()
    {
        ScriptedServer server; // on 127.0.0.1 alone
        const auto trace = newTrace();
        const auto list = addresses({QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")});
        auto socket = await(race("host.test", list, server.port(), trace, {}));
        QVERIFY(socket);
        const auto state = trace->state();
        QCOMPARE(state.attempts.size(), 2u);
        QCOMPARE(state.attempts[0].outcome, Outcome::Failed);
        QVERIFY(state.attempts[0].reason.contains(QStringLiteral("refused")));
        QCOMPARE(state.attempts[1].outcome, Outcome::Connected);
        QVERIFY(state.attempts[1].started - *state.attempts[0].ended < attemptDelay);
    }

    void aBlackHoleIsOvertaken()
    {
        BlackHole hole(QStringLiteral("127.0.0.3"));
        if (!hole.isClosed())
            QSKIP("this system still accepts on a full queue");
        ScriptedServer server;
        // Same port for both addresses: the black hole listens where the server does.
        BlackHole sameport(QStringLiteral("127.0.0.4"), server.port());
        QVERIFY(sameport.isClosed());
        const auto trace = newTrace();
        const auto list = addresses({QStringLiteral("127.0.0.4"), QStringLiteral("127.0.0.1")});
        auto socket = await(race("host.test", list, server.port(), trace, {}));
        QVERIFY(socket);
        const auto state = trace->state();
        QCOMPARE(state.attempts.size(), 2u);
        QCOMPARE(state.attempts[0].outcome, Outcome::Abandoned);
        QVERIFY(!state.attempts[0].reason.isEmpty());
        QCOMPARE(state.attempts[1].outcome, Outcome::Connected);
        QVERIFY(state.attempts[1].started - state.attempts[0].started >= attemptDelay);
    }

    void allRefusedNamesEveryAddress()
    {
        quint16 port = 0;
        {
            ScriptedServer server;
            port = server.port();
        }
        const auto trace = newTrace();
        const auto list = addresses({QStringLiteral("127.0.0.1"), QStringLiteral("::1")});
        const auto socket = await(race("host.test", list, port, trace, {}));
        QVERIFY(!socket);
        const auto &error = socket.error();
        QCOMPARE(error.code, http::Code::ConnectionRefused);
        QCOMPARE(error.layer, http::Layer::Tcp);
        QCOMPARE(error.phase, http::Phase::Connect);
        QCOMPARE(error.number, ECONNREFUSED);
        QVERIFY(error.retrySafe);
        QVERIFY(error.sentence.contains(QStringLiteral("host.test")));
        QVERIFY(error.sentence.contains(QStringLiteral("127.0.0.1:%1").arg(port)));
        QVERIFY(error.sentence.contains(QStringLiteral("[::1]:%1").arg(port)));
        QCOMPARE(error.detail.count(QLatin1Char('\n')), 1);
        QVERIFY(has(trace, trace::What::ConnectFailed));
    }

    void cancellingClosesEveryAttempt()
    {
        BlackHole hole(QStringLiteral("127.0.0.3"));
        if (!hole.isClosed())
            QSKIP("this system still accepts on a full queue");
        const auto trace = newTrace();
        CancelSource source;
        Running<http::Result<Winner>> running(race("host.test",
                                                   {QHostAddress(QStringLiteral("127.0.0.3"))},
                                                   hole.port(), trace, source.token()));
        spinFor(std::chrono::milliseconds(30));
        QVERIFY(!running.isOver());
        source.cancel();
        QCoreApplication::sendPostedEvents();
        QVERIFY(running.isOver());
        QCOMPARE(running.value().error().code, http::Code::Cancelled);
        QCOMPARE(trace->state().attempts[0].outcome, Outcome::Abandoned);
    }
};

QTEST_GUILESS_MAIN(TestEyeballs)
#include "tst_eyeballs.moc"

// Names into addresses: what needs no look-up, what the system answers, and how failures read.
#include "net/errors.h"
#include "net/resolver.h"
#include "tests/support/await.h"

#include <QTest>

#include <netdb.h>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;

namespace
{

QStringList texts(const QList<QHostAddress> &addresses)
{
    QStringList result;
    for (const auto &address : addresses)
        result.append(address.toString());
    return result;
}

http::Result<Resolution> resolveNow(const QByteArray &host,
                                    AddressFamily family = AddressFamily::Any,
                                    const QList<AddressOverride> &overrides = {})
{
    return await(resolve(host, 443, family, overrides, {}));
}

} // namespace

class TestResolver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void literals_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QString>("address");
        QTest::newRow("v4") << QByteArray("127.0.0.1") << QStringLiteral("127.0.0.1");
        QTest::newRow("v6") << QByteArray("::1") << QStringLiteral("::1");
        QTest::newRow("v6 long") << QByteArray("0:0:0:0:0:0:0:1") << QStringLiteral("::1");
    }
    void literals()
    {
        QFETCH(QByteArray, host);
        QFETCH(QString, address);
        Running<http::Result<Resolution>> running(resolve(host, 80, AddressFamily::Any, {}, {}));
        QVERIFY(running.isOver()); // no look-up, no turn of the loop
        const auto resolution = running.value();
        QVERIFY(resolution);
        QCOMPARE(texts(resolution->addresses), QStringList{address});
        QCOMPARE(resolution->source, trace::AddressSource::Literal);
    }

    void localhostComesFromTheSystem()
    {
        const auto before = trace::now();
        const auto resolution = resolveNow("localhost");
        QVERIFY(resolution);
        QCOMPARE(resolution->source, trace::AddressSource::Resolver);
        QVERIFY(std::ranges::all_of(resolution->addresses,
                                    [](const QHostAddress &a) { return a.isLoopback(); }));
        QVERIFY(before <= resolution->started);
        QVERIFY(resolution->started < resolution->ended);
        QVERIFY(resolution->ended <= trace::now());
    }

    void namesUnderLocalhostAreLoopback()
    {
        const auto resolution = resolveNow("api.localhost");
        QVERIFY(resolution);
        QCOMPARE(texts(resolution->addresses),
                 (QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("::1")}));
    }

    void overridesAnswerForTheirHostAndPort()
    {
        const QList<AddressOverride> overrides{{"a.test", 80, {"127.0.0.9"}},
                                               {"A.test", 443, {"::1", "127.0.0.2", "nonsense"}}};
        const auto resolution = resolveNow("a.test", AddressFamily::Any, overrides);
        QVERIFY(resolution);
        QCOMPARE(texts(resolution->addresses),
                 (QStringList{QStringLiteral("::1"), QStringLiteral("127.0.0.2")}));
        QCOMPARE(resolution->source, trace::AddressSource::Override);
    }

    void theFamilyFilterHolds()
    {
        const QList<AddressOverride> overrides{{"a.test", 443, {"::1", "127.0.0.2"}}};
        const auto v4 = resolveNow("a.test", AddressFamily::IPv4, overrides);
        QVERIFY(v4);
        QCOMPARE(texts(v4->addresses), QStringList{QStringLiteral("127.0.0.2")});
        const auto none = resolveNow("127.0.0.1", AddressFamily::IPv6);
        QVERIFY(!none);
        QCOMPARE(none.error().code, http::Code::HostNotFound);
        QVERIFY(none.error().sentence.contains(QStringLiteral("IPv6")));
    }

    // A name that is there, but not in the kind asked for, is not called misspelt.
    void aNameOfTheOtherFamilyExists()
    {
        const bool hasNone = !resolveNow("localhost", AddressFamily::IPv6);
        if (!hasNone)
            QSKIP("localhost has an IPv6 address here");
        const auto resolution = resolveNow("localhost", AddressFamily::IPv6);
        QVERIFY2(resolution.error().sentence.contains(QStringLiteral("of the kind asked for")),
                 qPrintable(resolution.error().sentence));
        QCOMPARE(resolution.error().code, http::Code::HostNotFound);
    }

    void aBogusNameIsAnErrorThatNamesIt()
    {
        const auto resolution = resolveNow("no-such-host.invalid");
        QVERIFY(!resolution);
        const auto &error = resolution.error();
        // Without a name server the system cannot tell; with one it says that there is no such
        // name.
        QVERIFY(error.code == http::Code::HostNotFound || error.code == http::Code::ResolverFailed);
        QCOMPARE(error.layer, http::Layer::Dns);
        QCOMPARE(error.phase, http::Phase::Resolve);
        QVERIFY(error.retrySafe);
        QVERIFY(error.sentence.contains(QStringLiteral("no-such-host.invalid")));
    }

    void aNameWithNulReachesNobody()
    {
        const auto resolution = resolveNow(QByteArray("localhost\0.evil", 15));
        QVERIFY(!resolution);
        QCOMPARE(resolution.error().code, http::Code::HostNotFound);
    }

    void systemErrors_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<http::Code>("expected");
        QTest::newRow("no name") << EAI_NONAME << http::Code::HostNotFound;
        QTest::newRow("again") << EAI_AGAIN << http::Code::ResolverFailed;
        QTest::newRow("fail") << EAI_FAIL << http::Code::ResolverFailed;
        QTest::newRow("system") << EAI_SYSTEM << http::Code::ResolverFailed;
        QTest::newRow("memory") << EAI_MEMORY << http::Code::ResolverFailed;
    }
    void systemErrors()
    {
        QFETCH(int, code);
        QFETCH(http::Code, expected);
        const auto error = resolveError("a.test", code, EMFILE);
        QCOMPARE(error.code, expected);
        QVERIFY(error.sentence.contains(QStringLiteral("“a.test”")));
        QVERIFY(!error.detail.isEmpty());
    }

    void cancellingReturnsAtOnce()
    {
        for (int i = 0; i < 50; ++i) {
            CancelSource source;
            Running<http::Result<Resolution>> running(
                resolve("cancelled.invalid", 80, AddressFamily::Any, {}, source.token()));
            source.cancel();
            QCoreApplication::sendPostedEvents();
            QVERIFY(running.isOver());
            QCOMPARE(running.value().error().code, http::Code::Cancelled);
        }
        spinFor(std::chrono::milliseconds(100)); // late answers find nobody
    }
};

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"

// From a route to an open connection, on loopback: every step, every way in which it fails, the
// time limit, and cancelling at each of them.
#include "attempt.h"
#include "net/errors.h"
#include "net/version_choice.h"
#include "tests/support/black_hole.h"
#include "tests/support/recording_owner.h"
#include "tests/support/scripted_server.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;
using namespace std::chrono_literals;
using trace::What;

class TestConnector : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void cleartext()
    {
        ScriptedServer server;
        const auto attempted = attempt(plainRoute(server.port()));
        QVERIFY(attempted.result);
        const auto state = attempted.trace->state();
        QCOMPARE(state.addressSource, trace::AddressSource::Literal);
        QCOMPARE(state.addresses, QList<QByteArray>{"127.0.0.1"});
        QCOMPARE(state.version, http::Version::Http11);
        QCOMPARE(state.versionReason, QStringLiteral("cleartext: HTTP/1.1"));
        QVERIFY(!attempted.has(What::ResolveStarted)); // a literal is not looked up
        QVERIFY(attempted.has(What::ConnectFinished));
        QVERIFY(attempted.has(What::Ready));
        QVERIFY(!state.tls);
        QVERIFY(std::ranges::is_sorted(state.events, {}, &trace::Event::at));
        closeAll(attempted);
        QCOMPARE(attempted.trace->state().closeReason, QStringLiteral("test over"));
        QVERIFY(spinUntil([&] { return server.openPeers() == 0; }));
    }

    void unusableFilesAreSaidBeforeConnecting_data()
    {
        QTest::addColumn<TlsPolicy>("policy");
        QTest::addColumn<http::Code>("code");
        const auto gone = m_folder.filePath(QStringLiteral("gone.pem"));
        const auto folder = m_folder.path();
        const auto mute = writeFile(folder, QStringLiteral("mute.pem"), "no certificate\n");
        const auto client = makeCertificate({.commonName = "client"}, testAuthority());
        const auto certificate =
            writeFile(folder, QStringLiteral("client.pem"), client.certificatePem());
        const auto trust = http::Code::CaFileUnusable;
        const auto identity = http::Code::ClientCertificateUnusable;
        QTest::newRow("no CA file") << TlsPolicy{.caFile = gone} << trust;
        QTest::newRow("CA is a folder") << TlsPolicy{.caFile = folder} << trust;
        QTest::newRow("CA without certificate") << TlsPolicy{.caFile = mute} << trust;
        QTest::newRow("no certificate file") << TlsPolicy{.certificateFile = gone} << identity;
        QTest::newRow("certificate without one") << TlsPolicy{.certificateFile = mute} << identity;
        QTest::newRow("no key file")
            << TlsPolicy{.certificateFile = certificate, .keyFile = gone} << identity;
        QTest::newRow("key is a folder")
            << TlsPolicy{.certificateFile = certificate, .keyFile = folder} << identity;
        QTest::newRow("key without one")
            << TlsPolicy{.certificateFile = certificate, .keyFile = mute} << identity;
    }
    void unusableFilesAreSaidBeforeConnecting()
    {
        QFETCH(TlsPolicy, policy);
        QFETCH(http::Code, code);
        ScriptedServer server;
        auto route = tlsRoute(server.port());
        route.tls = policy;
        const auto attempted = attempt(route);
        QVERIFY(!attempted.result);
        QCOMPARE(attempted.error().code, code);
        const auto &named = !policy.caFile.isEmpty()    ? policy.caFile
                            : !policy.keyFile.isEmpty() ? policy.keyFile
                                                        : policy.certificateFile;
        QVERIFY2(attempted.error().sentence.contains(named),
                 qPrintable(attempted.error().sentence));
        QVERIFY(!attempted.has(What::ResolveStarted));
        QVERIFY(!attempted.has(What::ConnectStarted));
    }

    void namesAreLookedUp()
    {
        ScriptedServer server;
        auto route = plainRoute(server.port());
        route.origin.host = "localhost";
        const auto attempted = attempt(route);
        QVERIFY(attempted.result);
        QVERIFY(attempted.has(What::ResolveStarted));
        QVERIFY(attempted.has(What::ResolveFinished));
        closeAll(attempted);
    }

    void overrides()
    {
        ScriptedServer server;
        auto route = plainRoute(server.port());
        route.origin.host = "example.test";
        route.overrides = {{"example.test", server.port(), {"127.0.0.1"}}};
        const auto attempted = attempt(route);
        QVERIFY(attempted.result);
        QCOMPARE(attempted.trace->state().addressSource, trace::AddressSource::Override);
        closeAll(attempted);
    }

    void pins_data()
    {
        QTest::addColumn<QByteArrayList>("spoken");
        QTest::addColumn<http::VersionPolicy>("policy");
        QTest::addColumn<QByteArray>("version"); // or the code of the error
        QTest::addColumn<QString>("reason");
        using P = http::VersionPolicy;
        const QByteArrayList both{"h2", "http/1.1"};
        const QByteArrayList old{"http/1.1"};
        const QByteArrayList none;
        const auto row = [](const char *name, const QByteArrayList &spoken, P policy,
                            const char *version, const char *reason) {
            QTest::newRow(name) << spoken << policy << QByteArray(version)
                                << QString::fromUtf8(reason);
        };
        row("auto, both", both, P::Auto, "HTTP/2", "ALPN chose h2");
        row("auto, 1.1", old, P::Auto, "HTTP/1.1", "ALPN chose http/1.1");
        row("auto, none", none, P::Auto, "HTTP/1.1", "the server chose no protocol: HTTP/1.1");
        row("1.1, both", both, P::Http11, "HTTP/1.1", "pinned by the request");
        row("1.0, both", both, P::Http10, "HTTP/1.0", "pinned by the request");
        row("2, both", both, P::Http2, "HTTP/2", "pinned by the request");
        row("2, 1.1", old, P::Http2, "alpn-refused", "did not choose h2");
        row("2, none", none, P::Http2, "alpn-refused", "HTTP/1.1");
    }
    void pins()
    {
        QFETCH(QByteArrayList, spoken);
        QFETCH(http::VersionPolicy, policy);
        QFETCH(QByteArray, version);
        QFETCH(QString, reason);
        ScriptedServer server(ServerTls{.alpn = spoken}, {});
        const auto attempted = attempt(tlsRoute(server.port(), policy));
        const auto state = attempted.trace->state();
        QVERIFY(state.tls);
        QCOMPARE(state.tls->alpnOffered, alpnFor(policy));
        if (!attempted.result) {
            QCOMPARE(http::name(attempted.error().code), QByteArrayView(version));
            QVERIFY2(attempted.error().sentence.contains(reason),
                     qPrintable(attempted.error().sentence));
            QCOMPARE(state.closeReason, attempted.error().sentence);
            QVERIFY(spinUntil([&] { return server.openPeers() == 0; }));
            return;
        }
        QCOMPARE(http::versionName(state.version), QByteArrayView(version));
        QCOMPARE(attempted.result->connection->version(), state.version);
        QCOMPARE(state.versionReason, reason);
        QCOMPARE(state.tls->verification, trace::Verification::Trusted);
        QVERIFY(attempted.has(What::TlsStarted));
        QVERIFY(attempted.has(What::TlsFinished));
        QVERIFY(state.octetsReceived > 0 && state.octetsSent > 0);
        closeAll(attempted);
    }

    void aProtocolThatWasNotOfferedIsRefused()
    {
        auto route = tlsRoute(443, http::VersionPolicy::Http11);
        QVERIFY(chooseVersion(route, "http/1.1"));
        const auto choice = chooseVersion(route, "h2");
        QVERIFY(!choice);
        QCOMPARE(choice.error().code, http::Code::AlpnRefused);
        QVERIFY(choice.error().sentence.contains(QStringLiteral("“h2”")));
    }

    void impossiblePins_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<http::VersionPolicy>("policy");
        QTest::addColumn<QString>("word");
        QTest::newRow("h2 in the clear")
            << QByteArray("http") << http::VersionPolicy::Http2 << QStringLiteral("h2c");
        QTest::newRow("h2c over TLS")
            << QByteArray("https") << http::VersionPolicy::H2c << QStringLiteral("HTTP/2");
    }
    void impossiblePins()
    {
        QFETCH(QByteArray, scheme);
        QFETCH(http::VersionPolicy, policy);
        QFETCH(QString, word);
        const auto attempted = attempt({.origin = {scheme, "127.0.0.1", 9}, .version = policy});
        QVERIFY(!attempted.result);
        QCOMPARE(attempted.error().code, http::Code::UnsupportedVersion);
        QVERIFY(attempted.error().sentence.contains(word));
    }

    void priorKnowledge()
    {
        ScriptedServer server;
        auto route = plainRoute(server.port());
        route.version = http::VersionPolicy::H2c;
        const auto attempted = attempt(route);
        QVERIFY(attempted.result);
        QCOMPARE(attempted.trace->state().version, http::Version::Http2);
        QCOMPARE(attempted.trace->state().versionReason, QStringLiteral("prior knowledge"));
        QVERIFY(spinUntil([&] {
            return !server.peers().empty() &&
                   server.peers()[0]->received().startsWith("PRI * HTTP/2");
        }));
        closeAll(attempted);
    }

    void refused()
    {
        quint16 port = 0;
        {
            ScriptedServer server;
            port = server.port();
        }
        const auto attempted = attempt(plainRoute(port));
        QVERIFY(!attempted.result);
        QCOMPARE(attempted.error().code, http::Code::ConnectionRefused);
        QVERIFY(attempted.has(What::ConnectFailed));
        QCOMPARE(attempted.trace->state().closeReason, attempted.error().sentence);
    }

    void wrongCertificate()
    {
        const auto leaf = makeCertificate({.names = {QStringLiteral("a.test")}}, testAuthority());
        ScriptedServer server(ServerTls{.identity = leaf}, {});
        const auto attempted = attempt(tlsRoute(server.port()));
        QVERIFY(!attempted.result);
        QCOMPARE(attempted.error().code, http::Code::CertificateNameMismatch);
        QVERIFY(attempted.has(What::TlsFailed));
        QCOMPARE(attempted.trace->state().tls->verification, trace::Verification::Failed);
        QCOMPARE(attempted.trace->state().tls->chain.size(), 1u);
        QVERIFY(spinUntil([&] { return server.openPeers() == 0; }));
    }

    void sessionsResume()
    {
        const auto sessions = std::make_shared<TlsSessions>();
        ScriptedServer server(ServerTls{.alpn = {"http/1.1"}},
                              answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
        auto first = attempt(tlsRoute(server.port()), sessions);
        QVERIFY(first.result);
        RecordingOwner owner; // the tickets of TLS 1.3 come with the first octets
        QVERIFY(owner.openOn(first.result->connection, getHead("localhost")));
        QVERIFY(spinUntil([&] { return owner.isOver(); }));
        closeAll(first);
        const auto second = attempt(tlsRoute(server.port()), sessions);
        QVERIFY(second.result);
        QVERIFY(second.trace->state().tls->resumed);
        QCOMPARE(second.trace->state().tls->chain, first.trace->state().tls->chain);
        QVERIFY(server.peers()[1]->isResumed());
        closeAll(second);
    }

    void plainHttpOnATlsPort()
    {
        ScriptedServer server;
        server.onConnected(
            [](Peer &peer) { peer.send("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"); });
        const auto attempted = attempt(tlsRoute(server.port()));
        QVERIFY(!attempted.result);
        QCOMPARE(attempted.error().code, http::Code::TlsHandshakeFailed);
        QVERIFY(attempted.error().sentence.contains(QStringLiteral("try http://")));
    }

    void cutInTheHandshake_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }
    void cutInTheHandshake()
    {
        QFETCH(bool, reset);
        ScriptedServer server([reset](Peer &peer) { reset ? peer.reset() : peer.close(); });
        const auto attempted = attempt(tlsRoute(server.port()));
        QVERIFY(!attempted.result);
        QCOMPARE(attempted.error().code, http::Code::TlsHandshakeFailed);
        QCOMPARE(attempted.error().number, reset ? ECONNRESET : 0);
        QVERIFY(attempted.error().sentence.contains(reset ? QStringLiteral("broke off")
                                                          : QStringLiteral("closed")));
    }

    void timeouts_data()
    {
        QTest::addColumn<QString>("where");
        QTest::newRow("connect") << QStringLiteral("connecting");
        QTest::newRow("tls") << QStringLiteral("TLS");
        QTest::newRow("proxy") << QStringLiteral("proxy");
    }
    void timeouts()
    {
        QFETCH(QString, where);
        BlackHole hole(QStringLiteral("127.0.0.3"));
        ScriptedServer silent;
        auto route = tlsRoute(silent.port());
        auto phase = http::Phase::TlsHandshake;
        if (where == QStringLiteral("connecting")) {
            if (!hole.isClosed())
                QSKIP("this system still accepts on a full queue");
            route = plainRoute(hole.port());
            route.origin.host = "127.0.0.3";
            phase = http::Phase::Connect;
        } else if (where == QStringLiteral("proxy")) {
            route.proxy = Proxy{.host = "127.0.0.1", .port = silent.port()};
            phase = http::Phase::Proxy;
        }
        route.connectTimeout = 100ms;
        const auto attempted = attempt(route);
        QVERIFY(!attempted.result);
        QCOMPARE(attempted.error().code, http::Code::ConnectTimeout);
        QCOMPARE(attempted.error().phase, phase);
        QVERIFY2(attempted.error().sentence.contains(where),
                 qPrintable(attempted.error().sentence));
        QVERIFY(attempted.error().sentence.contains(QStringLiteral("100 ms")));
        QVERIFY(spinUntil([&] { return silent.openPeers() == 0; }));
    }

    void cancelling_data() { timeouts_data(); }
    void cancelling()
    {
        QFETCH(QString, where);
        BlackHole hole(QStringLiteral("127.0.0.3"));
        ScriptedServer silent;
        auto route = tlsRoute(silent.port());
        if (where == QStringLiteral("connecting")) {
            route = plainRoute(hole.port());
            route.origin.host = "127.0.0.3";
        } else if (where == QStringLiteral("proxy")) {
            route.proxy = Proxy{.host = "127.0.0.1", .port = silent.port()};
        }
        CancelSource source;
        const auto trace = traceFor(route);
        Running<http::Result<Opened>> running(
            openConnection(route, trace, nullptr, source.token()));
        spinFor(50ms);
        QVERIFY(!running.isOver());
        source.cancel();
        QVERIFY(spinUntil([&] { return running.isOver(); }, 1s));
        QCOMPARE(running.value().error().code, http::Code::Cancelled);
        QVERIFY(spinUntil([&] { return silent.openPeers() == 0; }));
    }
};

QTEST_GUILESS_MAIN(TestConnector)
#include "tst_connector.moc"

// From a route to an open connection through a proxy: tunnels, what the proxy answers, and what is
// kept of it.
#include "attempt.h"
#include "tests/support/recording_owner.h"
#include "tests/support/scripted_server.h"

#include <QTest>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;
using namespace std::chrono_literals;
using trace::What;

class TestConnectorProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tunnels_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("code"); // empty: it works
        QTest::addColumn<QString>("words");
        QTest::newRow("works") << QByteArray("HTTP/1.1 200 Connection established\r\n\r\n")
                               << QByteArray() << QString();
        QTest::newRow("1.0") << QByteArray("HTTP/1.0 200 OK\r\nVia: x\r\n\r\n") << QByteArray()
                             << QString();
        QTest::newRow("interim") << QByteArray(
                                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")
                                 << QByteArray() << QString();
        QTest::newRow("407") << QByteArray("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
                             << QByteArray("proxy-refused") << QStringLiteral("(407)");
        QTest::newRow("403") << QByteArray("HTTP/1.1 403 No way\r\n\r\n")
                             << QByteArray("proxy-refused")
                             << QStringLiteral("HTTP/1.1 403 No way");
        QTest::newRow("socks") << QByteArray("\x05\xff") << QByteArray("proxy-protocol")
                               << QStringLiteral("another kind");
        QTest::newRow("flood") << QByteArray("HTTP/1.1 200 OK\r\nX: " + QByteArray(100'000, 'x'))
                               << QByteArray("proxy-protocol") << QStringLiteral("another kind");
    }
    void tunnels()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, code);
        QFETCH(QString, words);
        ScriptedServer proxy([&](Peer &peer) {
            if (peer.received().endsWith("\r\n\r\n") && peer.received().startsWith("CONNECT")) {
                peer.send(answer);
                peer.clear();
            }
        });
        QByteArray seen;
        proxy.onConnected([&](Peer &peer) {
            connect(
                &peer, &Peer::arrived, this, [&seen, &peer] { seen += peer.received(); },
                Qt::DirectConnection);
        });
        Route route = plainRoute(80);
        route.origin.host = "origin.test";
        route.proxy = Proxy{.host = "127.0.0.1",
                            .port = proxy.port(),
                            .credentials = "user:secret",
                            .tunnelAlways = true};
        const auto attempted = attempt(route);
        QCOMPARE(attempted.trace->state().proxy,
                 "http://127.0.0.1:" + QByteArray::number(proxy.port()));
        QVERIFY(attempted.has(What::ProxyStarted));
        // A refusal is kept, too: it is the proxy's own words.
        const auto tunnel = attempted.trace->state().tunnel;
        QVERIFY(trace::tunnelText(tunnel, trace::Direction::Sent)
                    .contains("Proxy-Authorization: Basic "));
        const auto said = trace::tunnelText(tunnel, trace::Direction::Received);
        QVERIFY(!said.isEmpty() && answer.startsWith(said));
        QVERIFY(code == "proxy-protocol" || said == answer);
        if (!code.isEmpty()) {
            QVERIFY(!attempted.result);
            QCOMPARE(http::name(attempted.error().code), QByteArrayView(code));
            QVERIFY2(attempted.error().sentence.contains(words),
                     qPrintable(attempted.error().sentence));
            QVERIFY(!attempted.error().sentence.contains(QStringLiteral("secret")));
            QVERIFY(attempted.has(What::ProxyFailed));
            return;
        }
        QVERIFY(attempted.result);
        QVERIFY(attempted.has(What::ProxyFinished));
        QVERIFY(!attempted.result->connection->wantsAbsoluteForm());
        closeAll(attempted);
    }

    void plainHttpThroughAProxyIsAbsolute()
    {
        QByteArray seen;
        ScriptedServer proxy([&](Peer &peer) {
            seen = peer.received();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        Route route = plainRoute(80);
        route.origin.host = "origin.test";
        route.proxy = Proxy{.host = "127.0.0.1", .port = proxy.port(), .credentials = "u:p"};
        const auto attempted = attempt(route);
        QVERIFY(attempted.result);
        QVERIFY(attempted.result->connection->wantsAbsoluteForm());
        RecordingOwner owner;
        QVERIFY(owner.openOn(attempted.result->connection,
                             getHead("origin.test", "http://origin.test/x")));
        QVERIFY(spinUntil([&] { return owner.isOver(); }));
        QVERIFY(seen.startsWith("GET http://origin.test/x HTTP/1.1\r\n"));
        QVERIFY(seen.contains("Proxy-Authorization: Basic dTpw\r\n"));
        closeAll(attempted);
    }

    void tlsThroughAProxy()
    {
        // The proxy is a TLS server that first answers CONNECT: the tunnel's two ends in one.
        ScriptedServer origin(ServerTls{.alpn = {"h2", "http/1.1"}}, {});
        std::vector<std::unique_ptr<QTcpSocket>> far;
        ScriptedServer proxy([&](Peer &peer) {
            const auto octets = peer.received();
            peer.clear();
            if (octets.startsWith("CONNECT localhost:")) {
                far.push_back(std::make_unique<QTcpSocket>());
                auto *socket = far.back().get();
                connect(socket, &QTcpSocket::readyRead, &peer,
                        [socket, &peer] { peer.send(socket->readAll()); });
                socket->connectToHost(QHostAddress::LocalHost, origin.port());
                QVERIFY(socket->waitForConnected());
                peer.send("HTTP/1.1 200 OK\r\n\r\n");
                return;
            }
            far.back()->write(octets);
        });
        auto route = tlsRoute(origin.port());
        route.proxy = Proxy{.host = "127.0.0.1", .port = proxy.port()};
        const auto attempted = attempt(route);
        QVERIFY(attempted.result);
        const auto state = attempted.trace->state();
        QCOMPARE(state.version, http::Version::Http2);
        QVERIFY(!attempted.result->connection->wantsAbsoluteForm());
        // What was said to the proxy is kept, octet by octet, and nothing of what came behind it.
        const auto authority = "localhost:" + QByteArray::number(origin.port());
        QCOMPARE(trace::tunnelText(state.tunnel, trace::Direction::Sent),
                 "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n");
        QCOMPARE(trace::tunnelText(state.tunnel, trace::Direction::Received),
                 QByteArray("HTTP/1.1 200 OK\r\n\r\n"));
        QVERIFY(state.tunnel.front().at >= *trace::firstOf(state.events, What::ProxyStarted));
        QVERIFY(state.tunnel.back().at <= *trace::firstOf(state.events, What::ProxyFinished));
        closeAll(attempted);
    }
};

QTEST_GUILESS_MAIN(TestConnectorProxy)
#include "tst_connector_proxy.moc"

// A server that speaks HTTP/2 but wants HTTP/1.1 for a request (RFC 9113 section 7), over TLS.
#include "client/engine.h"
#include "tests/support/await.h"
#include "tests/support/http2_service.h"

#include <QTest>

#include <set>

using namespace sonde;
using namespace sonde::testing;

class TestVersionFallback : public QObject
{
    Q_OBJECT

    static constexpr quint32 http11Required = 0xd;
private Q_SLOTS:
    void theServerWantsHttp11_data()
    {
        QTest::addColumn<http::VersionPolicy>("policy");
        QTest::addColumn<bool>("again");
        QTest::newRow("auto") << http::VersionPolicy::Auto << true;
        QTest::newRow("pinned") << http::VersionPolicy::Http2 << false;
    }
    void theServerWantsHttp11()
    {
        QFETCH(http::VersionPolicy, policy);
        QFETCH(bool, again);
        Http2Service service;
        service.resetCode = http11Required;
        const auto http1 = answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        std::set<Peer *> http2; // connections that began with the preface
        ScriptedServer server(ServerTls{.alpn = {"h2", "http/1.1"}},
                              [&, script = service.script()](Peer &peer) {
                                  if (peer.received().startsWith("PRI * HTTP/2.0"))
                                      http2.insert(&peer);
                                  http2.contains(&peer) ? script(peer) : http1(peer);
                              });
        client::Engine engine(client::Engine::Where::CallersThread);
        client::Options options;
        options.tls.caFile = testAuthorityFile();
        const auto url = QStringLiteral("https://localhost:%1/").arg(server.port());
        const auto call =
            engine.start({.target = *http::Target::parse(url), .version = policy}, options);
        QVERIFY(spinUntil([&] { return call->isOver(); }));
        QCOMPARE(service.requests, 1);
        const auto hops = call->hops();
        const auto first = hops.front().exchange->state();
        QCOMPARE(first.error->number, qint64(http11Required));
        QVERIFY(first.error->sentence.contains(QStringLiteral("HTTP/1.1")));
        QCOMPARE(hops.size(), size_t(again ? 2 : 1));
        if (again) {
            const auto second = hops.back().exchange->state();
            QCOMPARE(second.origin, trace::Origin::Retry);
            QCOMPARE(second.response->status, 200);
            QCOMPARE(second.connection->state().versionReason,
                     QStringLiteral("the server asked for HTTP/1.1"));
        }
        engine.shutdown();
    }
};

QTEST_GUILESS_MAIN(TestVersionFallback)
#include "tst_version_fallback.moc"

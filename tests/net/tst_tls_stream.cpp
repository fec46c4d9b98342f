// TLS without sockets: versions, ALPN, tickets, client certificates, and servers that do not speak
// TLS.
#include "tls_fixture.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;

class TestTlsStream : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void speaks_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<qsizetype>("step");
        QTest::addColumn<QByteArray>("name");
        for (const qsizetype step : {1 << 20, 1}) {
            const auto tag = step == 1 ? "octet by octet" : "whole";
            QTest::addRow("1.3 %s", tag)
                << TLS1_3_VERSION << QByteArray("localhost") << step << QByteArray("TLSv1.3");
            QTest::addRow("1.2 %s", tag)
                << TLS1_2_VERSION << QByteArray("localhost") << step << QByteArray("TLSv1.2");
        }
        QTest::newRow("v4") << TLS1_3_VERSION << QByteArray("127.0.0.1") << qsizetype(1 << 20)
                            << QByteArray("TLSv1.3");
        QTest::newRow("v6") << TLS1_3_VERSION << QByteArray("::1") << qsizetype(1 << 20)
                            << QByteArray("TLSv1.3");
        QTest::newRow("trailing dot") << TLS1_3_VERSION << QByteArray("localhost.")
                                      << qsizetype(1 << 20) << QByteArray("TLSv1.3");
    }
    void speaks()
    {
        QFETCH(int, version);
        QFETCH(QByteArray, host);
        QFETCH(qsizetype, step);
        MemoryServer server({.minVersion = version, .maxVersion = version});
        const auto stream = newStream(request(host));
        QCOMPARE(shake(*stream, server, step), TlsStream::Handshake::Done);
        const auto report = stream->report();
        QTEST(report.version, "name");
        QVERIFY(!report.cipher.isEmpty());
        // OpenSSL 3.5 prefers X25519MLKEM768 in TLS 1.3.
        QVERIFY2(report.group.startsWith("X25519"), report.group.constData());
        QCOMPARE(report.verification, trace::Verification::Trusted);
        QVERIFY(!report.resumed);
        QCOMPARE(report.chain.size(), 1u);
        QCOMPARE(report.chain[0].subject, QStringLiteral("CN=good leaf"));
        QCOMPARE(report.chain[0].issuer, QStringLiteral("CN=Sonde Test Authority"));
        QCOMPARE(report.chain[0].key, QStringLiteral("EC P-256"));
        QCOMPARE(report.chain[0].signature, QStringLiteral("ecdsa-with-SHA256"));
        QCOMPARE(report.chain[0].names.size(), 3);
        QVERIFY(report.chain[0].notBefore < QDateTime::currentDateTimeUtc());
        QVERIFY(report.chain[0].notAfter > QDateTime::currentDateTimeUtc());
        const bool literal = host.contains(':') || host[0] == '1';
        QCOMPARE(report.serverName, literal ? QByteArray() : QByteArray("localhost"));
        QCOMPARE(QByteArray(SSL_get_servername(server.ssl(), TLSEXT_NAMETYPE_host_name)),
                 report.serverName);

        QVERIFY(stream->write("ping"));
        server.take(stream->output());
        QCOMPARE(server.received, QByteArray("ping"));
        server.send("pong");
        QCOMPARE(hear(*stream, server), QByteArray("pong"));
    }

    void ladder_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("known");
        QTest::addColumn<QByteArray>("messages"); // "*": encrypted
        QTest::newRow("1.3") << TLS1_3_VERSION << true
                             << QByteArray("> ClientHello, < ServerHello, < EncryptedExtensions*, "
                                           "< Certificate*, < CertificateVerify*, < Finished*, "
                                           "> ChangeCipherSpec, > Finished*");
        QTest::newRow("1.2") << TLS1_2_VERSION << true
                             << QByteArray("> ClientHello, < ServerHello, < Certificate, "
                                           "< ServerKeyExchange, < ServerHelloDone, "
                                           "> ClientKeyExchange, > ChangeCipherSpec, > Finished*, "
                                           "< NewSessionTicket, < Finished*");
        QTest::newRow("refused")
            << TLS1_3_VERSION << false
            << QByteArray("> ClientHello, < ServerHello, < EncryptedExtensions*, < Certificate*, "
                          "> alert: unknown_ca*");
    }
    void ladder()
    {
        QFETCH(int, version);
        QFETCH(bool, known);
        MemoryServer server({.minVersion = version, .maxVersion = version});
        auto wanted = request();
        if (!known)
            wanted.policy.caFile.clear();
        const auto before = trace::now();
        const auto stream = newStream(wanted);
        QCOMPARE(shake(*stream, server),
                 known ? TlsStream::Handshake::Done : TlsStream::Handshake::Failed);
        QByteArray messages;
        trace::Stamp at = before;
        const trace::TlsReport report = stream->report();
        for (const auto &message : report.messages) {
            messages += messages.isEmpty() ? "" : ", ";
            messages += message.direction == trace::Direction::Sent ? "> " : "< ";
            messages += trace::messageName(message) + (message.encrypted ? "*" : "");
            QVERIFY(message.at >= at);
            at = message.at;
            QVERIFY(message.octets >= 1);
        }
        messages.replace("< ChangeCipherSpec, ", ""); // told by OpenSSL 3.5, not by 3.0
        QTEST(messages, "messages");
        QVERIFY(at <= trace::now());
        QVERIFY(report.messages.front().octets > 100); // a ClientHello with its extensions
    }

    void alpn_data()
    {
        QTest::addColumn<QByteArrayList>("offered");
        QTest::addColumn<QByteArrayList>("spoken");
        QTest::addColumn<bool>("refuses");
        QTest::addColumn<QByteArray>("chosen");
        const QByteArrayList both{"h2", "http/1.1"};
        QTest::newRow("h2") << both << both << false << QByteArray("h2");
        QTest::newRow("server prefers 1.1")
            << both << QByteArrayList{"http/1.1"} << false << QByteArray("http/1.1");
        QTest::newRow("server ignores") << both << QByteArrayList{} << false << QByteArray();
        QTest::newRow("no overlap")
            << QByteArrayList{"h2"} << QByteArrayList{"http/1.1"} << false << QByteArray();
        QTest::newRow("alert") << QByteArrayList{"h2"} << QByteArrayList{"http/1.1"} << true
                               << QByteArray("!");
    }
    void alpn()
    {
        QFETCH(QByteArrayList, offered);
        QFETCH(QByteArrayList, spoken);
        QFETCH(bool, refuses);
        QFETCH(QByteArray, chosen);
        MemoryServer server({.alpn = spoken, .refuseUnknownAlpn = refuses});
        auto wanted = request();
        wanted.alpn = offered;
        const auto stream = newStream(wanted);
        const auto end = shake(*stream, server);
        if (chosen == "!") {
            QCOMPARE(end, TlsStream::Handshake::Failed);
            QCOMPARE(stream->error().code, http::Code::AlpnRefused);
            QVERIFY(stream->error().sentence.contains(QStringLiteral("h2")));
            return;
        }
        QCOMPARE(end, TlsStream::Handshake::Done);
        QCOMPARE(stream->alpnChosen(), chosen);
        QCOMPARE(stream->report().alpnOffered, offered);
    }

    void resumes_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("1.3") << TLS1_3_VERSION;
        QTest::newRow("1.2") << TLS1_2_VERSION;
    }
    void resumes()
    {
        QFETCH(int, version);
        MemoryServer server({.minVersion = version, .maxVersion = version});
        auto wanted = request();
        wanted.sessions = std::make_shared<TlsSessions>();
        wanted.sessionKey = "route";
        const auto first = newStream(wanted);
        QCOMPARE(shake(*first, server), TlsStream::Handshake::Done);
        server.send("x");
        QCOMPARE(hear(*first, server), QByteArray("x")); // tickets come with it
        QVERIFY(!first->report().resumed);
        server.restart();
        const auto second = newStream(wanted);
        QCOMPARE(shake(*second, server), TlsStream::Handshake::Done);
        QVERIFY(second->report().resumed);
        QVERIFY(SSL_session_reused(server.ssl()));
        QCOMPARE(second->report().verification, trace::Verification::Trusted);
        QCOMPARE(second->report().chain, first->report().chain);
        server.restart();
        wanted.sessionKey = "another route";
        const auto third = newStream(wanted);
        QCOMPARE(shake(*third, server), TlsStream::Handshake::Done);
        QVERIFY(!third->report().resumed);
    }

    void clientCertificates()
    {
        const auto client = makeCertificate({.commonName = "client"}, testAuthority());
        const auto certificate =
            writeFile(m_folder.path(), QStringLiteral("client.pem"), client.certificatePem());
        const auto key =
            writeFile(m_folder.path(), QStringLiteral("client.key"), client.keyPem("secret"));
        MemoryServer server({.askClientCertificate = true});
        auto wanted = request();
        wanted.policy.certificateFile = certificate;
        wanted.policy.keyFile = key;
        wanted.policy.keyPassword = QStringLiteral("secret");
        const auto stream = newStream(wanted);
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Done);
        QVERIFY(SSL_get0_peer_certificate(server.ssl()));

        wanted.policy.keyPassword = QStringLiteral("wrong");
        const auto locked = TlsStream::create(wanted);
        QVERIFY(!locked);
        QCOMPARE(locked.error().code, http::Code::ClientCertificateUnusable);
        QVERIFY(locked.error().sentence.contains(key));

        wanted.policy.certificateFile = m_folder.filePath(QStringLiteral("gone.pem"));
        const auto gone = TlsStream::create(wanted);
        QVERIFY(!gone);
        QVERIFY(gone.error().sentence.contains(QStringLiteral("does not exist")));
    }

    void aMissingClientCertificateIsSaid_data() { resumes_data(); }
    void aMissingClientCertificateIsSaid()
    {
        QFETCH(int, version);
        MemoryServer server(
            {.minVersion = version, .maxVersion = version, .askClientCertificate = true});
        const auto stream = newStream(request());
        auto error = http::Error{};
        if (shake(*stream, server) == TlsStream::Handshake::Done) {
            // TLS 1.3: the server judges after our handshake is over.
            const auto octets = server.give();
            stream->receive(octets);
            TlsStream::Status last{};
            readAll(*stream, last);
            QCOMPARE(last, TlsStream::Status::Failed);
        }
        error = stream->error();
        QCOMPARE(error.code, http::Code::TlsHandshakeFailed);
        QVERIFY2(error.sentence.contains(QStringLiteral("alert")), qPrintable(error.sentence));
        QVERIFY(version != TLS1_3_VERSION ||
                error.sentence.contains(QStringLiteral("asks for a client certificate")));
    }

    void unusableTrustFiles()
    {
        auto wanted = request();
        wanted.policy.caFile = writeFile(m_folder.path(), QStringLiteral("empty.pem"), "nothing\n");
        const auto empty = TlsStream::create(wanted);
        QVERIFY(!empty);
        QCOMPARE(empty.error().code, http::Code::CaFileUnusable);
        QVERIFY(empty.error().sentence.contains(QStringLiteral("holds no certificate")));
        // A file that changes is read again.
        (void)writeFile(m_folder.path(), QStringLiteral("empty.pem"),
                        testAuthority().certificatePem());
        QVERIFY(TlsStream::create(wanted));
    }

    void oldServersAreRefusedWithASentence()
    {
        MemoryServer server({.minVersion = TLS1_VERSION, .maxVersion = TLS1_1_VERSION});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::TlsHandshakeFailed);
        QVERIFY2(stream->error().sentence.contains(QStringLiteral("TLS 1.2")),
                 qPrintable(stream->error().sentence));
    }

    void noTls_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("words");
        QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n")
                              << QStringLiteral("try http://");
        QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian\r\n")
                             << QStringLiteral("is not TLS");
        QTest::newRow("zeros") << QByteArray(100, '\0') << QStringLiteral("localhost");
    }
    void noTls()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QString, words);
        const auto stream = newStream(request());
        QCOMPARE(stream->handshake(), TlsStream::Handshake::WantsInput);
        stream->receive(octets);
        QCOMPARE(stream->handshake(), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::TlsHandshakeFailed);
        QVERIFY2(stream->error().sentence.contains(words), qPrintable(stream->error().sentence));
        QVERIFY(stream->error().retrySafe);
    }

    void anEndInTheHandshakeIsSaid()
    {
        const auto stream = newStream(request());
        QCOMPARE(stream->handshake(), TlsStream::Handshake::WantsInput);
        QVERIFY(stream->endError(0).sentence.contains(QStringLiteral("closed the connection")));
        QCOMPARE(stream->endError(ECONNRESET).number, ECONNRESET);
    }

    void closeNotifyIsAnEnd()
    {
        MemoryServer server({});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Done);
        server.send("last");
        server.shutdown();
        const auto octets = server.give();
        stream->receive(octets);
        TlsStream::Status last{};
        QCOMPARE(readAll(*stream, last), QByteArray("last"));
        QCOMPARE(last, TlsStream::Status::Ended);
        stream->close();
        server.take(stream->output());
        QVERIFY(SSL_get_shutdown(server.ssl()) & SSL_RECEIVED_SHUTDOWN);
    }

    void brokenRecordsFail()
    {
        MemoryServer server({});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Done);
        server.send(QByteArray(100, 'x'));
        auto octets = server.give();
        octets[octets.size() - 1] = char(octets.back() ^ 1);
        stream->receive(octets);
        TlsStream::Status last{};
        readAll(*stream, last);
        QCOMPARE(last, TlsStream::Status::Failed);
        QCOMPARE(stream->error().code, http::Code::ReceiveFailed);
        QVERIFY(!stream->error().retrySafe);
    }

    void theKeyLogIsWritten()
    {
        const auto path = m_folder.filePath(QStringLiteral("keys.log"));
        qputenv("SSLKEYLOGFILE", QFile::encodeName(path));
        MemoryServer server({});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Done);
        qunsetenv("SSLKEYLOGFILE");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll();
        QVERIFY(lines.contains("CLIENT_HANDSHAKE_TRAFFIC_SECRET "));
        QVERIFY(lines.contains("SERVER_TRAFFIC_SECRET_0 "));
        QVERIFY(lines.endsWith('\n'));
        QCOMPARE(QFileInfo(path).permissions() & 0x0077, QFileDevice::Permissions());
    }
};

QTEST_GUILESS_MAIN(TestTlsStream)
#include "tst_tls_stream.moc"

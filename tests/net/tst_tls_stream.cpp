// TLS without sockets: a client stream and an OpenSSL server in memory. Every way in which a
// certificate can be wrong, versions, ALPN, tickets, client certificates, and servers that do not
// speak TLS.
#include "net/tls_stream.h"
#include "tests/support/server_tls.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/err.h>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;

namespace
{

// The other side, and the octets between the two.
class MemoryServer
{
public:
    explicit MemoryServer(const ServerTls &tls)
        : m_context(makeServerContext(tls))
    {
        m_ssl.reset(SSL_new(m_context.get()));
        SSL_set_bio(m_ssl.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(m_ssl.get());
    }
    void restart()
    {
        m_ssl.reset(SSL_new(m_context.get()));
        SSL_set_bio(m_ssl.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(m_ssl.get());
        received.clear();
    }
    void take(QByteArray &output)
    {
        BIO_write(SSL_get_rbio(m_ssl.get()), output.constData(), int(output.size()));
        output.clear();
        char buffer[32 * 1024];
        for (int count = 0; (count = SSL_read(m_ssl.get(), buffer, sizeof buffer)) > 0;)
            received.append(buffer, count);
        ERR_clear_error();
    }
    QByteArray give()
    {
        char *data = nullptr;
        const long length = BIO_get_mem_data(SSL_get_wbio(m_ssl.get()), &data);
        QByteArray result(data, length);
        (void)BIO_reset(SSL_get_wbio(m_ssl.get()));
        return result;
    }
    void send(const QByteArray &octets)
    {
        SSL_write(m_ssl.get(), octets.constData(), int(octets.size()));
    }
    void shutdown() { SSL_shutdown(m_ssl.get()); }
    [[nodiscard]] SSL *ssl() const { return m_ssl.get(); }

    QByteArray received;

private:
    std::shared_ptr<SSL_CTX> m_context;
    SslHandle m_ssl;
};

std::unique_ptr<TlsStream> newStream(const TlsRequest &request)
{
    auto stream = TlsStream::create(request);
    if (!stream)
        qFatal("no stream: %s", qPrintable(stream.error().sentence));
    return std::move(*stream);
}

// To the end of the handshake, either way; `step` octets at a time.
TlsStream::Handshake shake(TlsStream &stream, MemoryServer &server, qsizetype step = 1 << 20)
{
    for (int turn = 0; turn < 20; ++turn) {
        auto state = stream.handshake();
        server.take(stream.output());
        if (state != TlsStream::Handshake::WantsInput)
            return state;
        const auto octets = server.give();
        for (qsizetype at = 0; at < octets.size(); at += step) {
            const auto piece = octets.mid(at, step);
            stream.receive(piece);
            state = stream.handshake();
            if (state == TlsStream::Handshake::Failed)
                return state;
            if (state == TlsStream::Handshake::Done) {
                server.take(stream.output());
                const auto rest = octets.mid(at + step);
                stream.receive(rest);
                return state;
            }
        }
    }
    return TlsStream::Handshake::WantsInput;
}

QByteArray readAll(TlsStream &stream, TlsStream::Status &last)
{
    QByteArray result;
    char buffer[4096];
    for (;;) {
        const auto read = stream.read(buffer);
        last = read.status;
        if (read.status != TlsStream::Status::Data)
            return result;
        result.append(buffer, read.octets);
    }
}

QByteArray hear(TlsStream &stream, MemoryServer &server)
{
    const auto octets = server.give();
    stream.receive(octets);
    TlsStream::Status last{};
    return readAll(stream, last);
}

} // namespace

Q_DECLARE_METATYPE(CertificateOptions)

class TestTlsStream : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_caFile;

    TlsRequest request(const QByteArray &host = "localhost") const
    {
        TlsRequest result;
        result.host = host;
        result.policy.caFile = m_caFile;
        return result;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_caFile =
            writeFile(m_folder.path(), QStringLiteral("ca.pem"), testAuthority().certificatePem());
    }

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
        QCOMPARE(report.group, QByteArray("X25519"));
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

    void wrongCertificates_data()
    {
        QTest::addColumn<CertificateOptions>("options");
        QTest::addColumn<bool>("selfSigned");
        QTest::addColumn<http::Code>("code");
        QTest::addColumn<QString>("words");
        const QStringList others{QStringLiteral("a.test"), QStringLiteral("b.test")};
        QTest::newRow("expired") << CertificateOptions{.startDays = -10, .endDays = -2} << false
                                 << http::Code::CertificateExpired
                                 << QStringLiteral("expired on 20");
        QTest::newRow("early") << CertificateOptions{.startDays = 2} << false
                               << http::Code::CertificateNotYetValid
                               << QStringLiteral("not valid before 20");
        QTest::newRow("other name")
            << CertificateOptions{.names = others} << false << http::Code::CertificateNameMismatch
            << QStringLiteral("does not name this host: it is valid for a.test, b.test.");
        QTest::newRow("no name") << CertificateOptions{.commonName = "localhost", .names = {}}
                                 << false << http::Code::CertificateNameMismatch
                                 << QStringLiteral("it names none");
        QTest::newRow("self-signed")
            << CertificateOptions{} << true << http::Code::CertificateUntrusted
            << QStringLiteral("self-signed");
        QTest::newRow("weak key") << CertificateOptions{.rsaBits = 1024} << false
                                  << http::Code::CertificateInvalid
                                  << QStringLiteral("too weak, RSA 1024");
    }
    void wrongCertificates()
    {
        QFETCH(CertificateOptions, options);
        QFETCH(bool, selfSigned);
        QFETCH(http::Code, code);
        QFETCH(QString, words);
        const auto leaf =
            selfSigned ? makeCertificate(options) : makeCertificate(options, testAuthority());
        MemoryServer server({.identity = leaf});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        const auto error = stream->error();
        QCOMPARE(error.code, code);
        QCOMPARE(error.layer, http::Layer::Tls);
        QCOMPARE(error.phase, http::Phase::TlsHandshake);
        QVERIFY2(error.sentence.contains(words), qPrintable(error.sentence));
        QVERIFY(error.sentence.contains(QStringLiteral("“localhost”")));
        QVERIFY(error.number != 0);
        QVERIFY(!error.retrySafe);
        const auto report = stream->report();
        QCOMPARE(report.verification, trace::Verification::Failed);
        QCOMPARE(report.problem, error.sentence);
        QCOMPARE(report.problemDepth, 0);
        QCOMPARE(report.chain[0].problems, QStringList{error.sentence});

        // The same with --insecure: it goes on, and tells.
        server.restart();
        auto insecure = request();
        insecure.policy.verify = Verify::ReportOnly;
        const auto careless = newStream(insecure);
        QCOMPARE(shake(*careless, server), TlsStream::Handshake::Done);
        QCOMPARE(careless->report().verification, trace::Verification::Ignored);
        QCOMPARE(careless->report().problem, error.sentence);
    }

    void everyProblemIsNamed()
    {
        const auto leaf =
            makeCertificate({.names = {QStringLiteral("x.test")}, .startDays = -10, .endDays = -2});
        MemoryServer server({.identity = leaf});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::CertificateUntrusted);
        const auto problems = stream->report().chain[0].problems.join(QLatin1Char('\n'));
        QVERIFY(problems.contains(QStringLiteral("self-signed")));
        QVERIFY(problems.contains(QStringLiteral("expired")));
        QVERIFY(problems.contains(QStringLiteral("x.test")));
        QCOMPARE(stream->error().detail.count(QLatin1Char('\n')), 2);
    }

    void theGuiltyCertificateIsNamed()
    {
        const auto intermediate = makeCertificate(
            {.commonName = "Middle", .startDays = -10, .endDays = -2, .authority = true},
            testAuthority());
        const auto leaf = makeCertificate({}, intermediate);
        MemoryServer server({.identity = leaf, .chain = {intermediate}});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::CertificateExpired);
        QVERIFY2(
            stream->error().sentence.contains(QStringLiteral("(certificate 2 of 3, CN=Middle)")),
            qPrintable(stream->error().sentence));
        QCOMPARE(stream->report().problemDepth, 1);
        QCOMPARE(stream->report().chain.size(), 2u);
        QVERIFY(stream->report().chain[0].problems.isEmpty());
        QVERIFY(!stream->report().chain[1].problems.isEmpty());
    }

    void aMissingIntermediateIsSaid()
    {
        const auto intermediate =
            makeCertificate({.commonName = "Middle", .authority = true}, testAuthority());
        MemoryServer server({.identity = makeCertificate({}, intermediate)});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::CertificateUntrusted);
        QVERIFY(stream->error().sentence.contains(QStringLiteral("issued by “CN=Middle”")));
        QVERIFY(stream->error().sentence.contains(QStringLiteral("incomplete")));
    }

    void anUnknownRootIsSaid()
    {
        const auto root = makeCertificate({.commonName = "Other Root", .authority = true});
        MemoryServer server({.identity = makeCertificate({}, root), .chain = {root}});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::CertificateUntrusted);
        QVERIFY(stream->error().sentence.contains(QStringLiteral("CN=Other Root")));
    }

    void theSystemStoreDoesNotTrustATestAuthority()
    {
        MemoryServer server({});
        TlsRequest plain;
        plain.host = "localhost";
        const auto stream = newStream(plain);
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::CertificateUntrusted);
    }

    void aPinnedCertificateNeedsNoIssuer()
    {
        const auto pinned = makeCertificate({.commonName = "playground"});
        auto wanted = request();
        wanted.policy.caFile.clear();
        wanted.policy.pinnedDer = pinned.der();
        MemoryServer server({.identity = pinned});
        const auto stream = newStream(wanted);
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Done);
        QCOMPARE(stream->report().verification, trace::Verification::Trusted);

        MemoryServer other({.identity = makeCertificate({.commonName = "playground"})});
        const auto refused = newStream(wanted);
        QCOMPARE(shake(*refused, other), TlsStream::Handshake::Failed);

        wanted.host = "elsewhere.test"; // the pin is for an issuer, not for a name
        server.restart();
        const auto misnamed = newStream(wanted);
        QCOMPARE(shake(*misnamed, server), TlsStream::Handshake::Failed);
        QCOMPARE(misnamed->error().code, http::Code::CertificateNameMismatch);
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

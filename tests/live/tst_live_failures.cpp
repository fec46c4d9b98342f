// What goes wrong in the field: bad certificates of each kind, ports that refuse, servers that are
// silent, cut off or talk garbage. The exit code must be curl's, and the sentence must name the
// matter.
#include "tests/live/servers.h"
#include "tests/live/terminal.h"

#include <QDir>
#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <sys/socket.h>

using namespace sonde::live;

namespace
{

// Accepts connections one after the other, waits for a request head, sends fixed octets, then
// closes or stays silent.
class RawServer : public QThread
{
public:
    enum class Then { Close, Reset, Silence };

    RawServer(QByteArray answer, Then then)
        : m_answer(std::move(answer))
        , m_then(then)
    {
        m_port = freePort();
        start();
        m_listening.acquire();
    }
    ~RawServer() override
    {
        requestInterruption();
        wait();
    }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/").arg(m_port); }

protected:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost, m_port);
        m_listening.release();
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        while (!isInterruptionRequested()) {
            if (!server.waitForNewConnection(50))
                continue;
            std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            QByteArray head;
            while (!head.contains("\r\n\r\n") && socket->waitForReadyRead(2'000))
                head += socket->readAll();
            socket->write(m_answer);
            socket->waitForBytesWritten(2'000);
            if (m_then == Then::Silence) {
                silent.push_back(std::move(socket));
            } else if (m_then == Then::Reset) {
                // What was sent must have been read before: a reset throws it away.
                QThread::msleep(100);
                const linger none{.l_onoff = 1, .l_linger = 0};
                ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none,
                             sizeof none);
                socket->abort();
            } else {
                socket->disconnectFromHost();
            }
        }
    }

private:
    QByteArray m_answer;
    Then m_then;
    quint16 m_port = 0;
    QSemaphore m_listening;
};

// A TLS server with one certificate, by openssl s_server.
class TlsServer
{
public:
    TlsServer(const QString &certificate, const QString &key, const QStringList &more = {})
        : m_port(freePort())
    {
        m_process.start(QStringLiteral("openssl"),
                        QStringList{"s_server", "-accept",
                                    QStringLiteral("127.0.0.1:%1").arg(m_port), "-cert",
                                    certificate, "-key", key, "-www", "-quiet"} +
                            more);
        m_process.waitForStarted();
        QTcpSocket probe;
        for (int i = 0; i < 100; ++i) {
            probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
            if (probe.waitForConnected(100))
                break;
            QThread::msleep(50);
        }
    }
    ~TlsServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    quint16 m_port;
    QProcess m_process;
};

} // namespace

class TestLiveFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificates_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("expired") << "expired" << "certificate-expired" << "expired";
        QTest::newRow("not yet valid")
            << "future" << "certificate-not-yet-valid" << "not valid before|not yet valid";
        QTest::newRow("another name") << "other" << "certificate-name-mismatch" << "other\\.test";
        QTest::newRow("self-signed")
            << "self" << "certificate-untrusted" << "self-signed|self signed|signed by itself";
        QTest::newRow("unknown authority")
            << "stranger" << "certificate-untrusted" << "issuer|authority";
    }
    void certificates()
    {
        QFETCH(QString, kind);
        QFETCH(QString, code);
        QFETCH(QString, words);
        const TlsServer server(certificate(kind), m_site.key());
        const QStringList arguments{"--cacert", m_site.authority(),
                                    QStringLiteral("https://localhost:%1/").arg(server.port())};
        const Outcome got = runSonde(QStringList{"--json"} + arguments);
        QCOMPARE(got.exitCode, oracle(arguments).exitCode);
        QCOMPARE(got.exitCode, 60);
        const QJsonObject error = got.json()[u"error"].toObject();
        QCOMPARE(error[u"code"].toString(), code);
        QCOMPARE(error[u"phase"].toString(), QStringLiteral("tls-handshake"));
        const QString message = error[u"message"].toString();
        QVERIFY2(message.contains(QRegularExpression(words)), qPrintable(message));

        // With --insecure the response comes, and the report still says what is wrong.
        const Outcome insecure = runSonde(QStringList{"--json", "-k"} + arguments);
        QCOMPARE(insecure.json()[u"response"][u"status"].toInt(), 200);
        const QJsonObject tls = insecure.json()[u"connection"][u"tls"].toObject();
        QCOMPARE(tls[u"verified"], QJsonValue(false));
        QVERIFY(tls[u"problem"].toString().contains(QRegularExpression(words)));
    }

    void closedPort()
    {
        const QString url = QStringLiteral("http://127.0.0.1:%1/").arg(freePort());
        const Outcome got = runSonde({"--json", url});
        QCOMPARE(got.exitCode, 7);
        QCOMPARE(got.json()[u"error"][u"code"].toString(), QStringLiteral("connection-refused"));
        QVERIFY(got.json()[u"response"].isNull());
    }

    void unknownHost()
    {
        const Outcome got = runSonde({"--json", "http://no-such-host.invalid/"});
        QCOMPARE(got.exitCode, 6);
        QVERIFY(got.json()[u"error"][u"message"].toString().contains(u"no-such-host.invalid"));
    }

    void rawAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("kept"); // what of the body must still be there
        QTest::newRow("nothing, then closed")
            << QByteArray() << true << "connection-closed" << QByteArray();
        QTest::newRow("silence") << QByteArray() << false << "total-timeout" << QByteArray();
        QTest::newRow("cut in the body")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this") << true
            << "truncated-response" << QByteArray("only this");
        QTest::newRow("cut in a chunk")
            << QByteArray(
                   "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nonly this\r\n5\r\nab")
            << true << "truncated-response" << QByteArray("only thisab");
        QTest::newRow("silent in the body")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this") << false
            << "total-timeout" << QByteArray("only this");
        QTest::newRow("close-delimited") << QByteArray("HTTP/1.1 200 OK\r\n\r\nall of it") << true
                                         << "" << QByteArray("all of it");
        QTest::newRow("zlib garbage") << QByteArray("HTTP/1.1 200 OK\r\nContent-Encoding: "
                                                    "gzip\r\nContent-Length: 9\r\n\r\nnot gzip!")
                                      << true << "content-decoding-failed" << QByteArray();
    }
    void rawAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, closes);
        QFETCH(QString, code);
        QFETCH(QByteArray, kept);
        const RawServer server(answer, closes ? RawServer::Then::Close : RawServer::Then::Silence);
        const QStringList arguments{"--compressed", "--max-time", "1", server.url()};
        const Outcome got = runSonde(QStringList{"--json"} + arguments);
        QCOMPARE(got.exitCode, oracle(arguments).exitCode);
        QCOMPARE(got.json()[u"error"][u"code"].toString(), code);
        QCOMPARE(got.json()[u"response"][u"body"][u"text"].toString().toUtf8(), kept);
    }

    void resets_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("before the answer") << QByteArray() << QByteArray();
        QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 OK\r\nX") << QByteArray();
        QTest::newRow("in the body")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")
            << QByteArray("only this");
        QTest::newRow("in a chunk")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nonly this")
            << QByteArray("only this");
        QTest::newRow("instead of the end")
            << QByteArray("HTTP/1.1 200 OK\r\n\r\nonly this") << QByteArray("only this");
    }
    void resets()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, kept);
        const RawServer server(answer, RawServer::Then::Reset);
        const QStringList arguments{"--max-time", "10", server.url()};
        const Outcome got = runSonde(QStringList{"--json"} + arguments);
        QCOMPARE(got.exitCode, oracle(arguments).exitCode);
        QVERIFY2(got.errors.contains("broke the connection off"), got.errors.constData());
        QCOMPARE(got.json()[u"response"][u"body"][u"text"].toString().toUtf8(), kept);
    }

    void unknownCoding()
    {
        const RawServer server("HTTP/1.1 200 OK\r\nContent-Encoding: x-none\r\n"
                               "Content-Length: 3\r\n\r\nabc",
                               RawServer::Then::Close);
        const Outcome got = runSonde({"--compressed", server.url()});
        QCOMPARE(got.exitCode, oracle({"--compressed", server.url()}).exitCode);
        QCOMPARE(got.exitCode, 61);
        QCOMPARE(got.output, QByteArray("abc")); // nothing is lost
        QVERIFY2(got.errors.contains("x-none"), got.errors.constData());
        QCOMPARE(runSonde({server.url()}).exitCode, 0); // nobody asked for decoding
    }

    void fullOutput()
    {
        const RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nonly this",
                               RawServer::Then::Close);
        const QStringList arguments{"-o", "/dev/full", server.url()};
        const Outcome got = runSonde(arguments);
        QCOMPARE(got.exitCode, runCurl(arguments).exitCode);
        QVERIFY2(got.errors.contains("no room left"), got.errors.constData());
        QVERIFY2(!got.errors.contains("keeps"), got.errors.constData());
    }

    // curl speaks HTTP/0.9 or gives code 1 here; ours is to say what came instead.
    void garbage_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
        QTest::newRow("binary") << QByteArray("\x00\x01\x02\x03\xff\xfe garbage \r\n\r\n", 20);
        QTest::newRow("endless head")
            << "HTTP/1.1 200 OK\r\n" + QByteArray("X: ") + QByteArray(3 << 20, 'x');
        QTest::newRow("many fields")
            << "HTTP/1.1 200 OK\r\n" + QByteArray("X: y\r\n").repeated(5000) + "\r\n";
    }
    void garbage()
    {
        QFETCH(QByteArray, answer);
        const RawServer server(answer, RawServer::Then::Close);
        const Outcome got = runSonde({"--json", "--max-time", "20", server.url()});
        QVERIFY(got.exitCode > 0);
        QVERIFY(got.json()[u"error"][u"message"].toString().size() > 20);
    }

    void hundredMegabyteHead()
    {
        const RawServer server("HTTP/1.1 200 OK\r\nX: " + QByteArray(100 << 20, 'x'),
                               RawServer::Then::Close);
        const Outcome got = runSonde({"--json", "--max-time", "60", server.url()});
        QCOMPARE(got.json()[u"error"][u"code"].toString(), QStringLiteral("limit-exceeded"));
        QVERIFY(got.json()[u"error"][u"message"].toString().contains(u"1,048,576 octets"));
    }

    void redirectsWithoutEnd()
    {
        QString why;
        const auto nginx = Server::start(QStringLiteral("nginx"), m_site, &why);
        QVERIFY2(nginx, qPrintable(why));
        for (const char *limit : {"20", "3"}) {
            const Outcome got =
                runSonde({"--json", "-L", "--max-redirs", limit, nginx->http() + "/loop"});
            QCOMPARE(got.exitCode, 47);
            QVERIFY(got.json()[u"error"][u"message"].toString().contains(QLatin1String(limit)));
        }
        const Outcome many = runSonde(
            {"--json", "-L", "--max-redirs", "10000", "--max-time", "60", nginx->http() + "/loop"});
        QCOMPARE(many.exitCode, 47);
        QCOMPARE(many.json()[u"redirects"].toArray().size(), 10'000);
    }

    void versionPins()
    {
        // A server that speaks TLS and HTTP/1.1 alone must not be spoken to over a pinned HTTP/2.
        const TlsServer server(m_site.certificate(), m_site.key());
        const QString url = QStringLiteral("https://localhost:%1/").arg(server.port());
        const Outcome pinned = runSonde({"--json", "--http2", "--cacert", m_site.authority(), url});
        QVERIFY(pinned.exitCode != 0);
        QCOMPARE(pinned.json()[u"error"][u"code"].toString(), QStringLiteral("alpn-refused"));
        const Outcome open = runSonde({"--json", "--cacert", m_site.authority(), url});
        QCOMPARE(open.json()[u"response"][u"status"].toInt(), 200);

        const RawServer old("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
                            RawServer::Then::Close);
        const Outcome h2c = runSonde({"--json", "--http2-prior-knowledge", old.url()});
        QVERIFY(h2c.exitCode != 0);
        QVERIFY(h2c.json()[u"error"][u"message"].toString().contains(u"HTTP/1"));
    }

    void tlsMistakes()
    {
        const RawServer clear("HTTP/1.1 400 Bad Request\r\n\r\n", RawServer::Then::Close);
        const QString wrong = QStringLiteral("https") + clear.url().sliced(4);
        const Outcome got = runSonde({"--json", "--max-time", "10", wrong});
        QCOMPARE(got.exitCode, 35);
        QVERIFY(got.json()[u"error"][u"message"].toString().contains(u"http://"));

        const TlsServer old(m_site.certificate(), m_site.key(),
                            {"-tls1_1", "-cipher", "ALL:@SECLEVEL=0"});
        const Outcome tooOld = runSonde({"--json", "--cacert", m_site.authority(),
                                         QStringLiteral("https://localhost:%1/").arg(old.port())});
        QCOMPARE(tooOld.exitCode, 35);

        const Outcome noAuthority =
            runSonde({"--json", "--cacert", "/no/such/ca",
                      QStringLiteral("https://localhost:%1/").arg(old.port())});
        QCOMPARE(noAuthority.exitCode, 77);
        QVERIFY(noAuthority.json()[u"error"][u"message"].toString().contains(u"/no/such/ca"));
    }

    void localMistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        const QString url = QStringLiteral("http://127.0.0.1:1/");
        QTest::newRow("no url") << QStringList{} << 2 << "URL";
        QTest::newRow("unknown flag") << QStringList{"--no-such-flag", url} << 2 << "no-such-flag";
        QTest::newRow("scheme") << QStringList{"gopher://x/"} << 1 << "gopher";
        QTest::newRow("bad url") << QStringList{"http://a b/"} << 3 << "a b";
        QTest::newRow("bad port") << QStringList{"http://a.test:http/"} << 3 << "“http”";
        QTest::newRow("bad address") << QStringList{"http://[::1/"} << 3 << "IPv6";
        QTest::newRow("no header line") << QStringList{"-H", "NoColon", url} << 2 << "NoColon";
        QTest::newRow("no form part") << QStringList{"-F", "x", url} << 2 << "“-F x”";
        QTest::newRow("folder as output") << QStringList{"-o", "/tmp", url} << 23 << "folder";
        QTest::newRow("folder as upload") << QStringList{"-T", "/tmp", url} << 26 << "folder";
        QTest::newRow("field name") << QStringList{"-H", "Bad Name: x", url} << 2 << "Bad Name";
        QTest::newRow("missing body")
            << QStringList{"--data-binary", "@/no/such/file", url} << 26 << "/no/such/file";
        QTest::newRow("missing upload")
            << QStringList{"-T", "/no/such/file", url} << 26 << "/no/such/file";
        QTest::newRow("unwritable")
            << QStringList{"-o", "/no/such/folder/x", url} << 23 << "no folder /no/such/folder;";
        QTest::newRow("method") << QStringList{"-X", "GE T", url} << 2 << "GE T";
        QTest::newRow("http2 in clear") << QStringList{"--http2", url} << 2 << "prior-knowledge";
        QTest::newRow("http3") << QStringList{"--http3", url} << 2 << "HTTP/3";
    }
    void localMistakes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, words);
        const Outcome got = runSonde(arguments);
        QCOMPARE(got.output, QByteArray());
        QVERIFY2(got.errors.contains(words.toUtf8()), got.errors.constData());
        QCOMPARE(got.exitCode, exitCode);
    }

    void bomb()
    {
        // 400 MiB of zeros in 400 KiB of gzip, twice over.
        const Outcome packed = shell(QStringLiteral("head -c 419430400 /dev/zero | gzip -9"));
        const RawServer server("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " +
                                   QByteArray::number(packed.output.size()) + "\r\n\r\n" +
                                   packed.output,
                               RawServer::Then::Close);
        const Outcome stopped = runSonde({"--json", "--compressed", server.url()});
        QCOMPARE(stopped.json()[u"error"][u"code"].toString(),
                 QStringLiteral("decompression-bomb"));
        QCOMPARE(stopped.exitCode, 63);
        const QJsonValue body = stopped.json()[u"response"][u"body"];
        QVERIFY(body[u"bytes"].toInteger() > 200 << 20);
        QVERIFY2(stopped.output.size() < 64 << 10, "a body that large has no place in a report");
        QVERIFY(body[u"omitted"].toString().contains(u"64 MiB"));
        const Outcome wanted = runSonde({"-s", "--compressed", "--bomb-limit", "0", "-o",
                                         "/dev/null", "-w", "%{http_code}", server.url()});
        QCOMPARE(wanted.exitCode, 0);
        QCOMPARE(wanted.output, QByteArray("200"));
    }

private:
    QString certificate(const QString &kind)
    {
        if (kind == u"self") {
            const Outcome made =
                shell(QStringLiteral(
                          "cd %1 && openssl req -x509 -key leaf.key -subj /CN=localhost -days 2 "
                          "-addext subjectAltName=DNS:localhost -out self.pem")
                          .arg(m_site.path({})));
            if (made.exitCode != 0)
                qWarning("%s", made.errors.constData());
            return m_site.path(QStringLiteral("self.pem"));
        }
        // openssl ca is the one command of 3.0 that sets both dates.
        const QString script = QStringLiteral(R"(cd %1 && mkdir -p %2 && cd %2 && : > index
            [ %2 = stranger ] && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
              -keyout ca.key -out ca.pem -days 2 -subj '/CN=A stranger' || cp ../ca.key ../ca.pem .
            name=localhost; [ %2 = other ] && name=other.test
            from=20200101000000Z; to=20990101000000Z
            [ %2 = expired ] && to=20210101000000Z
            [ %2 = future ] && from=20980101000000Z
            printf '[ca]\ndefault_ca=d\n[d]\ndatabase=index\nnew_certs_dir=.\ndefault_md=sha256\nrand_serial=yes\npolicy=p\nx509_extensions=e\n[p]\ncommonName=supplied\n[e]\nsubjectAltName=DNS:%s\n' $name > cnf
            openssl req -new -key ../leaf.key -subj /CN=$name -out csr
            openssl ca -batch -notext -config cnf -cert ca.pem -keyfile ca.key -in csr -out leaf.pem \
              -startdate $from -enddate $to)")
                                   .arg(m_site.path({}), kind);
        const Outcome made = shell(script);
        if (made.exitCode != 0)
            qWarning("%s", made.errors.constData());
        return m_site.path(kind + QStringLiteral("/leaf.pem"));
    }

    Site m_site;
};

QTEST_GUILESS_MAIN(TestLiveFailures)
#include "tst_live_failures.moc"

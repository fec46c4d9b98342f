// The playground on real sockets: with octets written by hand, and with curl as an independent
// client.
#include "playground/playground.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::playground;

namespace
{

#ifndef __has_feature
#define __has_feature(name) 0
#endif

constexpr int patience = 20'000; // milliseconds: only a hang takes longer

struct Ran {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Ran run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestPlayground : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_playground.start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error().sentence));
        QFile pem(m_folder.filePath("ca.pem"));
        QVERIFY(pem.open(QIODevice::WriteOnly));
        pem.write(m_playground.certificatePem());
    }

    void says()
    {
        QVERIFY(m_playground.isRunning());
        QVERIFY(m_playground.httpUrl().startsWith("http://127.0.0.1:"));
        QVERIFY(m_playground.httpsUrl().startsWith("https://127.0.0.1:"));
        QCOMPARE("https://" + m_playground.httpsOrigin().hostAndPort(), m_playground.httpsUrl());
        QVERIFY(!m_playground.certificateDer().isEmpty());
        QVERIFY(m_playground.start()); // once more is no harm
    }

    void startsAndStops()
    {
        Playground other({.folder = m_folder.filePath("identity")});
        QVERIFY(other.httpUrl().isEmpty());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(other.start());
            QVERIFY(
                exchange("GET /method HTTP/1.0\r\n\r\n", port(other.httpUrl())).endsWith("GET\n"));
            other.stop();
            other.stop();
            QVERIFY(!other.isRunning());
        }
        Playground taken(
            {.folder = m_folder.filePath("identity"), .httpPort = port(m_playground.httpUrl())});
        const auto refused = taken.start();
        QVERIFY(!refused);
        QVERIFY(refused.error().sentence.contains(QString::number(port(m_playground.httpUrl()))));
        QVERIFY(!taken.isRunning());
    }

    void stopsWhileConnected()
    {
        Playground other({.folder = m_folder.filePath("identity")});
        QVERIFY(other.start());
        QTcpSocket silent;
        silent.connectToHost("127.0.0.1", port(other.httpUrl()));
        QVERIFY(silent.waitForConnected(patience));
        QTcpSocket busy;
        busy.connectToHost("127.0.0.1", port(other.httpUrl()));
        QVERIFY(busy.waitForConnected(patience));
        busy.write("GET /stream?pace=5000 HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(busy.waitForReadyRead(patience));
        other.stop();
        QVERIFY(busy.state() == QAbstractSocket::UnconnectedState ||
                busy.waitForDisconnected(patience));
    }

    void byHand_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("begins");
        QTest::addColumn<QByteArray>("ends");
        const auto row = [](const char *name, const char *request, const char *begins,
                            const char *ends) {
            QTest::newRow(name) << QByteArray(request) << QByteArray(begins) << QByteArray(ends);
        };
        row("1.0", "GET /method HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK\r\n", "\r\n\r\nGET\n");
        row("close", "GET /method HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\n", "\r\n\r\nGET\n");
        row("pipelined",
            "PUT /method HTTP/1.1\r\nHost: a\r\n\r\nGET /status/418 HTTP/1.1\r\nHost: "
            "a\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\n", "\"I'm a teapot\"\n}\n");
        row("head", "HEAD /json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\n", "\r\n\r\n");
        row("no content", "GET /status/204 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 204 No Content\r\n", "\r\n\r\n");
        row("chunked",
            "GET /stream?chunks=2&size=16&pace=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\n", "10\r\nchunk 2 of 2 ..\n\r\n0\r\n\r\n");
        row("chunked to 1.0", "GET /stream?chunks=2&size=16&pace=1 HTTP/1.0\r\n\r\n",
            "HTTP/1.1 200 OK\r\n", "chunk 2 of 2 ..\n");
        row("trailers", "GET /trailers HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\n", "X-Trailer: the end\r\n\r\n");
        row("early hints",
            "GET /early-hints?pause=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nLink:", "alt=\"\">\n");
        row("absolute form",
            "GET http://a/method?x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\n", "GET\n");
        row("expects",
            "POST /upload HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
            "1\r\nConnection: close\r\n\r\nx",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n", "\"contentType\": null\n}\n");
        row("chunked upload",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: "
            "close\r\n\r\n3\r\nabc\r\n0\r\nT: u\r\n\r\n",
            "HTTP/1.1 200 OK\r\n", "}\n");
        row("garbage", "this is no request\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n", "\n");
        row("beginning like h2", "PRI * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 40", "");
        row("star", "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 204 No Content\r\n", "\r\n\r\n");
    }

    void byHand()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, begins);
        QFETCH(QByteArray, ends);
        const QByteArray whole = exchange(request);
        QVERIFY2(whole.startsWith(begins), whole.constData());
        QVERIFY2(whole.endsWith(ends), whole.constData());
        // Octet by octet it is the same conversation, but for the date and the numbers.
        const QByteArray slow = exchange(request, 0, true);
        QVERIFY2(slow.startsWith(begins), slow.constData());
        QVERIFY2(slow.endsWith(ends), slow.constData());
    }

    void resetBreaksTheConnection()
    {
        QTcpSocket socket;
        connectTo(socket);
        socket.write("GET /reset?after=1000 HTTP/1.1\r\nHost: a\r\n\r\n");
        QByteArray received;
        while (socket.waitForReadyRead(patience))
            received += socket.readAll();
        QVERIFY(received.contains("Content-Length: 1049576"));
        QCOMPARE(received.size() - received.indexOf("\r\n\r\n") - 4, 1000);
        QCOMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }

    void hangSaysNothing()
    {
        QTcpSocket socket;
        connectTo(socket);
        socket.write("GET /hang HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(!socket.waitForReadyRead(300));
        QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.abort();
        connectTo(socket);
        socket.write("GET /hang?after=head HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(socket.waitForReadyRead(patience));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 OK"));
        QVERIFY(!socket.waitForReadyRead(300));
    }

    // A client that does not read must not make the server hold what it does not take.
    void backPressure()
    {
        const qint64 before = residentOctets();
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 10; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->setReadBufferSize(4096);
            connectTo(*sockets.back());
            sockets.back()->write("GET /big/1GB HTTP/1.1\r\nHost: a\r\n\r\n");
            QVERIFY(sockets.back()->waitForReadyRead(patience));
        }
        QTest::qWait(500);
#if __has_feature(address_sanitizer)
        constexpr qint64 most = 400 << 20; // freed memory is kept for a while, to catch its use
#else
        constexpr qint64 most = 60 << 20;
#endif
        const qint64 grown = residentOctets() - before;
        QVERIFY2(grown < most, qPrintable(QString::number(grown)));
    }

    void manyConnections()
    {
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 300; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            connectTo(*sockets.back());
            sockets.back()->write("GET /method HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        QVERIFY(sockets.front()->bytesAvailable() > 0 ||
                sockets.front()->waitForReadyRead(patience));
        QVERIFY(!sockets.back()->waitForReadyRead(300)); // waits for its turn
        for (size_t i = 0; i < 100; ++i)
            sockets[i]->abort();
        QVERIFY(sockets.back()->waitForReadyRead(patience));
        QVERIFY(sockets.back()->readAll().endsWith("GET\n"));
    }

    void curlSpeaks_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QString>("version");
        QTest::newRow("h1") << "--http1.1" << false << "HTTP/1.1";
        QTest::newRow("h1.0") << "--http1.0" << false << "HTTP/1.0";
        QTest::newRow("h2c") << "--http2-prior-knowledge" << false << "HTTP/2";
        QTest::newRow("h1 TLS") << "--http1.1" << true << "HTTP/1.1";
        QTest::newRow("h2 TLS") << "--http2" << true << "HTTP/2";
    }

    void curlSpeaks()
    {
        requireCurl();
        QFETCH(QString, option);
        QFETCH(bool, tls);
        const Ran ran = curl({option}, tls, "/version");
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        const QJsonObject json = QJsonDocument::fromJson(ran.out).object();
        QTEST(json["version"].toString(), "version");
        QCOMPARE(json["connection"].toObject().contains("tls"), tls);
        if (tls && option == "--http2")
            QCOMPARE(json["connection"]["alpn"], "h2");
    }

    // Every endpoint that ends, over every version: curl and the announced lengths agree.
    void curlReads_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("octets"); // -1: any
        QTest::addColumn<QByteArray>("ends");
        const std::pair<const char *, bool> ways[] = {{"--http1.1", false},
                                                      {"--http2-prior-knowledge", false},
                                                      {"--http1.1", true},
                                                      {"--http2", true}};
        for (const auto &[option, tls] : ways) {
            const auto row = [&](const char *target, int octets, const char *ends) {
                QTest::addRow("%s%s %s", option, tls ? " TLS" : "", target)
                    << QString(option) << tls << QString(target) << octets << QByteArray(ends);
            };
            row("/big/10MB", 10'000'000, "");
            row("/bytes/100000", 100'000, "");
            row("/stream?chunks=5&size=1000&pace=1", 5000, ".\n");
            row("/json?items=3000", -1, "]\n}\n");
            row("/gzip", -1, "200 green bottles hanging on the wall\n");
            row("/deflate", -1, "200 green bottles hanging on the wall\n");
            row("/br", -1, "200 green bottles hanging on the wall\n");
            row("/zstd", -1, "200 green bottles hanging on the wall\n");
            row("/trailers", 60, "section.\n");
            row("/early-hints?pause=20", -1, "alt=\"\">\n");
            // curl 7.88 cannot send a second request on such a connection, to no server.
            if (QByteArrayView(option) != "--http2-prior-knowledge") {
                row("/redirect/5?code=308", -1, "}\n");
                row("/cookies/set?a=b", -1, "[\"a\", \"b\"]\n]\n");
            }
            row("/delay/30", -1, "30\n}\n");
            row("/status/500", -1, "\"Internal Server Error\"\n}\n");
            row("/status/304", 0, "");
            row("/image.png", -1, "\xae\x42\x60\x82");
        }
    }

    void curlReads()
    {
        requireCurl();
        QFETCH(QString, option);
        QFETCH(bool, tls);
        QFETCH(QString, target);
        QFETCH(int, octets);
        QFETCH(QByteArray, ends);
        const Ran ran =
            curl({option, "-L", "--compressed", "-b", "", "--max-redirs", "10"}, tls, target);
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        if (octets >= 0)
            QCOMPARE(ran.out.size(), octets);
        QVERIFY2(ran.out.endsWith(ends), ran.out.right(200).constData());
    }

    void curlSees_data() { curlSpeaks_data(); }
    void curlSees()
    {
        requireCurl();
        QFETCH(QString, option);
        QFETCH(bool, tls);
        // Trailers and interim heads with their fields, HEAD, a reset, an upload that is hashed.
        const bool old = option == "--http1.0";
        Ran ran = curl({option, "-i"}, tls, "/trailers");
        QCOMPARE(ran.out.toLower().contains("x-trailer: the end"), !old);
        ran = curl({option, "-i"}, tls, "/early-hints?pause=1");
        QCOMPARE(ran.out.contains(" 103 "), !old);
        ran = curl({option, "-I"}, tls, "/big/5GB");
        QCOMPARE(ran.exitCode, 0);
        QVERIFY(ran.out.toLower().contains("content-length: 5000000000"));
        ran = curl({option}, tls, "/reset?after=70000");
        QVERIFY(ran.exitCode != 0);
        QCOMPARE(ran.out.size(), 70'000);
        const QByteArray up = QByteArray(3'000'000, 'u') + "end";
        ran =
            curl({option, "--data-binary", "@-", "-H", "Expect: 100-continue"}, tls, "/upload", up);
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        const QJsonObject json = QJsonDocument::fromJson(ran.out).object();
        QCOMPARE(json["bytes"].toInteger(), up.size());
        QCOMPARE(json["sha256"].toString().toLatin1(),
                 QCryptographicHash::hash(up, QCryptographicHash::Sha256).toHex());
        ran = curl({option, "-u", "sonde:sonde", "-f"}, tls, "/basic-auth");
        QCOMPARE(ran.exitCode, 0);
        ran = curl({option, "-f"}, tls, "/basic-auth");
        QCOMPARE(ran.exitCode, 22);
    }

    void curlMultiplexes()
    {
        requireCurl();
        QStringList arguments{"--http2", "-Z"};
        for (int i = 0; i < 20; ++i)
            arguments << "-o" << m_folder.filePath(QString("out%1").arg(i))
                      << QString::fromLatin1(m_playground.httpsUrl()) + "/big/500kB";
        const Ran ran = curl(arguments, true, {});
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(QFileInfo(m_folder.filePath(QString("out%1").arg(i))).size(), 500'000);
    }

    void certificateIsTrustedForItselfAlone()
    {
        requireCurl();
        const Ran ran = run("curl", {"-sS", QString::fromLatin1(m_playground.httpsUrl()) + "/"});
        QCOMPARE(ran.exitCode, 60);
    }

    void tlsNonsense()
    {
        const QByteArray answer = exchange("GET / HTTP/1.1\r\n\r\n", port(m_playground.httpsUrl()));
        QVERIFY(!answer.startsWith("HTTP"));
        // And the next one is served.
        requireCurl();
        QCOMPARE(curl({}, true, "/method").out, "GET\n");
    }

private:
    static quint16 port(const QByteArray &url)
    {
        return url.sliced(url.lastIndexOf(':') + 1).toUShort();
    }

    void connectTo(QTcpSocket &socket, quint16 to = 0)
    {
        socket.connectToHost("127.0.0.1", to != 0 ? to : port(m_playground.httpUrl()));
        QVERIFY(socket.waitForConnected(patience));
    }

    // Sends and reads to the end.
    QByteArray exchange(const QByteArray &request, quint16 to = 0, bool slowly = false)
    {
        QTcpSocket socket;
        connectTo(socket, to);
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        for (qsizetype i = 0; slowly && i < request.size(); ++i) {
            socket.write(request.sliced(i, 1));
            socket.flush();
        }
        if (!slowly)
            socket.write(request);
        QByteArray answer;
        QElapsedTimer timer;
        timer.start();
        while (socket.waitForReadyRead(patience) && timer.elapsed() < patience)
            answer += socket.readAll();
        return answer + socket.readAll();
    }

    static qint64 residentOctets()
    {
        QFile statm("/proc/self/statm");
        return statm.open(QIODevice::ReadOnly)
                   ? statm.readAll().split(' ').value(1).toLongLong() * 4096
                   : 0;
    }

    void requireCurl()
    {
        if (QStandardPaths::findExecutable("curl").isEmpty())
            QSKIP("NOT TESTED: curl is not installed");
    }

    Ran curl(QStringList options, bool tls, const QString &target, const QByteArray &input = {})
    {
        options << "-sS" << "--max-time" << "15" << "--cacert" << m_folder.filePath("ca.pem");
        if (!target.isEmpty())
            options << QString::fromLatin1(tls ? m_playground.httpsUrl() : m_playground.httpUrl()) +
                           target;
        return run("curl", options, input);
    }

    QTemporaryDir m_folder;
    Playground m_playground{{.folder = m_folder.filePath("identity")}};
};

QTEST_GUILESS_MAIN(TestPlayground)
#include "tst_playground.moc"

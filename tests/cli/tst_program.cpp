// The program itself, as a process against scripted servers: output, exit codes, streams, signals.
#include "tests/support/await.h"
#include "tests/support/http2_service.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sonde;
using namespace sonde::testing;

namespace
{

const QString program = QStringLiteral(SONDE_BIN_DIR "/sonde");

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray error;
};

QProcessEnvironment plainEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.toLower().endsWith(QLatin1String("_proxy")))
            environment.remove(name);
    }
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

// A sanitizer keeps what is freed for a while, so that memory says nothing.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool memoryTells = false;
#elif defined(__has_feature)
constexpr bool memoryTells = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
constexpr bool memoryTells = true;
#endif

// Runs while the event loop of the test, and with it the servers, goes on.
Outcome run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(plainEnvironment());
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!spinUntil([&] { return process.state() == QProcess::NotRunning; })) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .error = process.readAllStandardError()};
}

Outcome send(const QString &flags, const QByteArray &input = {})
{
    return run(QStringList{QStringLiteral("send")} + flags.split(u' ', Qt::SkipEmptyParts), input);
}

QString at(const ScriptedServer &server, const QString &path = QStringLiteral("/"))
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(server.port()).arg(path);
}

QByteArray ok(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

// Answers a request with the octets that it came as, once its body is whole.
void echo(Peer &peer)
{
    const QByteArray &got = peer.received();
    const qsizetype head = got.indexOf("\r\n\r\n");
    if (head < 0)
        return;
    const qsizetype at = got.indexOf("Content-Length: ");
    const qsizetype length =
        at < 0 ? 0 : got.mid(at + 16, got.indexOf("\r\n", at) - at - 16).toLongLong();
    const bool chunked = got.contains("Transfer-Encoding: chunked");
    if (chunked ? !got.endsWith("\r\n0\r\n\r\n") : got.size() < head + 4 + length)
        return;
    const QByteArray body = ok(got);
    peer.clear();
    peer.send(body);
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksNoGui()
    {
        QProcess ldd;
        ldd.start(QStringLiteral("ldd"), {program});
        QVERIFY(ldd.waitForFinished());
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY(libraries.contains("libQt6Core"));
        for (const char *library : {"libQt6Gui", "libQt6Widgets", "libQt6DBus", "libX11", "libGL"})
            QVERIFY2(!libraries.contains(library), library);
    }

    void verbs()
    {
        const Outcome none = run({});
        QCOMPARE(none.code, 2);
        QVERIFY(none.error.contains("no display") && none.error.contains("sonde send"));
        QVERIFY(run({QStringLiteral("--version")}).out.startsWith("sonde "));
        QVERIFY(run({QStringLiteral("help")}).out.contains("Usage"));
        QVERIFY(run({QStringLiteral("help"), QStringLiteral("send")}).out.contains("--timings"));
        QVERIFY(send(QStringLiteral("--help")).out.contains("--timings"));
        const Outcome wrong = run({QStringLiteral("http://a.test/")});
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.error.contains("sonde send http://a.test/"));
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("flags");
        QTest::addColumn<int>("code");
        const auto row = [](const char *flags, int code) {
            QTest::newRow(flags) << QString::fromLatin1(flags) << code;
        };
        row("", 2);
        row("--frobnicate http://127.0.0.1:1/", 2);
        row("--http3 https://127.0.0.1:1/", 2);
        row("--http2 http://127.0.0.1:1/", 2);
        row("-H bad\x01name:x http://127.0.0.1:1/", 2);
        row("http://", 3);
        row("http://127.0.0.1:99999/", 3);
        row("gopher://127.0.0.1/", 1);
        row("http://127.0.0.1:1/", 7);
        row("http://nothing.invalid/", 6);
        row("-o /nonexistent/folder/file http://127.0.0.1:1/", 23);
        row("-T /nonexistent/file http://127.0.0.1:1/", 26);
    }

    void refusals()
    {
        QFETCH(QString, flags);
        QFETCH(int, code);
        const Outcome outcome = send(flags);
        QCOMPARE(outcome.code, code);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.error.startsWith("sonde: "), outcome.error.constData());
        QCOMPARE(send(QStringLiteral("-s ") + flags).error.isEmpty(),
                 code != 2 || flags.isEmpty() || !flags.contains("frob"));
        const auto json = QJsonDocument::fromJson(send(QStringLiteral("--json ") + flags).out);
        QVERIFY(json["response"].isNull());
        QVERIFY(!json["error"]["message"].toString().isEmpty());
        QCOMPARE(json["exitCode"].toInt(), code);
    }

    void bodyAndHeads()
    {
        ScriptedServer server(answering("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                                        "Trailer: T\r\n\r\n5\r\nhello\r\n0\r\nT: 1\r\n\r\n"));
        QCOMPARE(send(at(server)).out, "hello");
        QCOMPARE(
            send(QStringLiteral("-i ") + at(server)).out,
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: T\r\n\r\nhelloT: 1\r\n");
        const auto json = QJsonDocument::fromJson(send(QStringLiteral("--json ") + at(server)).out);
        QCOMPARE(json["informational"][0]["status"].toInt(), 103);
        QCOMPARE(json["response"]["trailers"][0][1].toString(), "1");
        QCOMPARE(json["response"]["body"]["text"].toString(), "hello");
        const Outcome verbose = send(QStringLiteral("-v -H Authorization:tiger ") + at(server));
        QCOMPARE(verbose.out, "hello");
        QVERIFY(verbose.error.contains("> GET / HTTP/1.1\n"));
        QVERIFY(verbose.error.contains("< HTTP/1.1 103 Early Hints\n"));
        QVERIFY(!verbose.error.contains("tiger"));
        QVERIFY(send(QStringLiteral("-v --show-secrets -H Authorization:tiger ") + at(server))
                    .error.contains("> Authorization: tiger\n"));
    }

    void requests_data()
    {
        QTest::addColumn<QString>("flags");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("rest"); // what the request holds besides
        const auto row = [](const char *flags, const char *line, const QByteArray &rest,
                            const QByteArray &input = {}) {
            QTest::newRow(flags) << QString::fromLatin1(flags) << input << QByteArray(line) << rest;
        };
        row("PUT -d a=1 -d b=2", "PUT / HTTP/1.1", "Content-Length: 7\r\n\r\na=1&b=2");
        row("-d @-", "POST / HTTP/1.1", "Content-Length: 4\r\n\r\nabcd", "ab\ncd\n");
        row("--data-binary @-", "POST / HTTP/1.1", "Content-Length: 6\r\n\r\nab\ncd\n", "ab\ncd\n");
        row("-T -", "PUT / HTTP/1.1",
            "Transfer-Encoding: chunked\r\n\r\n6\r\nab\ncd\n\r\n0\r\n\r\n", "ab\ncd\n");
        row("-d x -H Content-Type: -H User-Agent:", "POST / HTTP/1.1",
            "Accept: */*\r\nContent-Length: 1\r\n\r\nx");
        row("--http1.0", "GET / HTTP/1.0", "Accept: */*\r\n\r\n");
        row("-I", "HEAD / HTTP/1.1", {});
        row("--json-data {}", "POST / HTTP/1.1", "Content-Type: application/json\r\n");
        row("--compressed", "GET / HTTP/1.1", "Accept-Encoding: gzip, deflate, br, zstd\r\n");
        row("-u a:b -e r -A x -b c=d -r 0-1", "GET / HTTP/1.1", "Authorization: Basic YTpi\r\n");
        row("OPTIONS --request-target *", "OPTIONS * HTTP/1.1", {});
    }

    void requests()
    {
        QFETCH(QString, flags);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, rest);
        QByteArray got;
        ScriptedServer server([&](Peer &peer) {
            got = peer.received();
            echo(peer);
        });
        const Outcome outcome = send(flags + u' ' + at(server), input);
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        QVERIFY2(got.startsWith(line + "\r\n"), got.constData());
        QVERIFY2(got.contains(rest), got.constData());
    }

    void redirects()
    {
        int requests = 0;
        ScriptedServer server([&](Peer &peer) {
            if (!peer.received().endsWith("\r\n\r\n"))
                return;
            const bool first = peer.received().startsWith("GET /1 ");
            peer.clear();
            ++requests;
            peer.send(first
                          ? QByteArray(
                                "HTTP/1.1 302 Found\r\nLocation: /2\r\nContent-Length: 2\r\n\r\nno")
                          : ok("yes"));
        });
        QCOMPARE(send(at(server, QStringLiteral("/1"))).out, "no");
        QCOMPARE(requests, 1);
        const Outcome followed = send(QStringLiteral("-L -w |%{num_redirects}|%{http_code} ") +
                                      at(server, QStringLiteral("/1")));
        QCOMPARE(followed.out, "yes|1|200");
        const Outcome heads = send(QStringLiteral("-L -i ") + at(server, QStringLiteral("/1")));
        QCOMPARE(heads.out, "HTTP/1.1 302 Found\r\nLocation: /2\r\nContent-Length: 2\r\n\r\n"
                            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes");
        const auto json = QJsonDocument::fromJson(
            send(QStringLiteral("-L --json ") + at(server, QStringLiteral("/1"))).out);
        QCOMPARE(json["redirects"][0]["location"].toString(), "/2");
        QCOMPARE(json["response"]["status"].toInt(), 200);
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("flags");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("out");
        const auto row = [](const char *name, const QByteArray &answer, int code,
                            const QByteArray &out, const char *flags = "") {
            QTest::newRow(name) << answer << QString::fromLatin1(flags) << code << out;
        };
        row("closed", {}, 52, {});
        row("truncated", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", 18, "half");
        row("garbage", "what is this?\r\n\r\n", 8, {});
        row("bad gzip",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope", 61, {},
            "--compressed");
        row("404", "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone", 0, "gone");
        row("404 --fail", "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone", 22, {}, "-f");
        row("404 --fail-with-body", "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone", 22,
            "gone", "--fail-with-body");
        row("redirects", "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", 47, {},
            "-L --max-redirs 3");
    }

    void failures()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, flags);
        QFETCH(int, code);
        QFETCH(QByteArray, out);
        ScriptedServer server([&](Peer &peer) {
            if (!peer.received().endsWith("\r\n\r\n"))
                return;
            peer.clear();
            peer.send(answer);
            if (!answer.contains("Content-Length: 0"))
                peer.close();
        });
        const Outcome outcome = send(flags + u' ' + at(server));
        QCOMPARE(outcome.out, out);
        QCOMPARE(outcome.code, code);
        QCOMPARE(outcome.error.startsWith("sonde: "), code != 0);
        QVERIFY(send(QStringLiteral("-s ") + flags + u' ' + at(server)).error.isEmpty());
    }

    void timeout()
    {
        ScriptedServer silent;
        const Outcome outcome = send(QStringLiteral("-m 0.2 ") + at(silent));
        QCOMPARE(outcome.code, 28);
    }

    void http2()
    {
        Http2Service service;
        ScriptedServer server(service.script());
        const Outcome outcome =
            send(QStringLiteral("--http2-prior-knowledge -w %{http_version} ") + at(server));
        QCOMPARE(outcome.out, "hello2");
        const Outcome heads = send(QStringLiteral("--http2-prior-knowledge -v ") + at(server));
        QVERIFY(heads.error.contains("> GET / HTTP/2\n> :method: GET\n"));
        QVERIFY(heads.error.contains("< HTTP/2 200"));
        QCOMPARE(send(QStringLiteral("--http2-prior-knowledge --linger 50 ") + at(server)).code, 0);
    }

    void tls()
    {
        QTemporaryDir folder;
        const QString authority =
            writeFile(folder.path(), QStringLiteral("ca.pem"), testAuthority().certificatePem());
        Http2Service service;
        ScriptedServer server(ServerTls{.alpn = {"h2"}}, service.script());
        const QString url = QStringLiteral("https://localhost:%1/").arg(server.port());
        const QString aim =
            QStringLiteral(" --resolve localhost:%1:127.0.0.1 ").arg(server.port()) + url;
        QCOMPARE(send(QStringLiteral("--cacert ") + authority + aim).out, "hello");
        const Outcome refused = send(aim);
        QCOMPARE(refused.code, 60);
        QCOMPARE(refused.out, QByteArray());
        QCOMPARE(send(QStringLiteral("--cacert /nonexistent/file") + aim).code, 77);
        QCOMPARE(send(QStringLiteral("-k --cert /nonexistent/file") + aim).code, 58);
        const Outcome insecure = send(QStringLiteral("-k") + aim);
        QCOMPARE(insecure.out, "hello");
        QVERIFY(insecure.error.contains("certificate NOT verified: "));
        const auto json =
            QJsonDocument::fromJson(send(QStringLiteral("--json --cacert ") + authority + aim).out);
        QCOMPARE(json["connection"]["tls"]["verified"], QJsonValue(true));
        QCOMPARE(json["connection"]["alpn"].toString(), "h2");
        QCOMPARE(json["response"]["version"].toString(), "HTTP/2");
    }

    void files()
    {
        QTemporaryDir folder;
        ScriptedServer server(answering(ok("hello")));
        const QString file = folder.filePath(QStringLiteral("deep/out"));
        QCOMPARE(send(QStringLiteral("-o ") + file + u' ' + at(server)).code, 23);
        QVERIFY(server.peers().empty()); // known before anything was sent
        const Outcome outcome =
            send(QStringLiteral("--json --create-dirs -o ") + file + u' ' + at(server));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), "hello");
        const auto json = QJsonDocument::fromJson(outcome.out);
        QCOMPARE(json["response"]["body"]["file"].toString(), file);
        QCOMPARE(json["response"]["body"]["sha256"].toString(),
                 "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        if (::geteuid() != 0)
            return;
        // Even the superuser cannot write here.
        QCOMPARE(send(QStringLiteral("-o /dev/full ") + at(server)).code, 23);
    }

    void timings()
    {
        ScriptedServer server(answering(ok("hello")));
        const Outcome outcome = send(QStringLiteral("--timings ") + at(server));
        QCOMPARE(outcome.out, "hello");
        QVERIFY(outcome.error.contains("  wait "));
        QVERIFY(outcome.error.contains("█") || outcome.error.contains("▏"));
    }

    // A reader that is slow slows the server; nothing piles up in between.
    void slowReader()
    {
        constexpr qint64 size = 512LL << 20;
        const QByteArray piece(1 << 20, 'x');
        qint64 sent = 0;
        ScriptedServer server([&](Peer &peer) {
            if (!peer.received().endsWith("\r\n\r\n"))
                return;
            peer.clear();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) +
                      "\r\n\r\n");
        });
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        const qint64 child = start({"send", at(server).toLatin1()}, ends[1]);
        ::close(ends[1]);
        const auto feed = [&] {
            for (Peer *peer : server.peers()) {
                while (sent < size && peer->unsentOctets() < (4 << 20)) {
                    peer->send(piece);
                    sent += piece.size();
                }
            }
        };
        QVERIFY(spinUntil([&] { return !server.peers().empty(); }));
        spinFor(std::chrono::milliseconds(300));
        // Nobody reads: the pipe, the socket buffers and a little in between, however long it
        // lasts.
        for (int i = 0; i < 20; ++i) {
            feed();
            spinFor(std::chrono::milliseconds(25));
        }
        QVERIFY2(sent < (64LL << 20), QByteArray::number(sent).constData());
        QVERIFY(!memoryTells || residentOctets(child) < (100LL << 20));

        qint64 got = 0;
        QByteArray buffer(1 << 20, '\0');
        ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
        const QSocketNotifier wake(ends[0], QSocketNotifier::Read); // of the loop, at each arrival
        QVERIFY(spinUntil(
            [&] {
                feed();
                ssize_t count = 0;
                while ((count = ::read(ends[0], buffer.data(), size_t(buffer.size()))) > 0)
                    got += count;
                return got >= size;
            },
            std::chrono::seconds(60)));
        QVERIFY(!memoryTells || peakOctets(child) < (100LL << 20));
        QCOMPARE(exitOf(child), 0);
        ::close(ends[0]);
    }

    void readerLeaves()
    {
        ScriptedServer server(answering(ok(QByteArray(8 << 20, 'x'))));
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
        const qint64 child = start({"send", "-s", at(server).toLatin1()}, ends[1]);
        ::close(ends[1]);
        QVERIFY(spinUntil([&] { return !server.peers().empty(); }));
        ::close(ends[0]);
        QCOMPARE(exitOf(child), 23);
    }

    // Ctrl-C keeps what arrived.
    void interrupted()
    {
        ScriptedServer server(answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
        QProcess process;
        process.setProcessEnvironment(plainEnvironment());
        process.start(program, {QStringLiteral("send"), at(server)});
        QByteArray out;
        QVERIFY(spinUntil([&] {
            out += process.readAllStandardOutput();
            return out == "half";
        }));
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(spinUntil([&] { return process.state() == QProcess::NotRunning; }));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
    }

    void largeInput()
    {
        const QByteArray input = QByteArray("0123456789\n").repeated(300'000); // 3.3 MB
        qint64 octets = 0;
        bool chunked = false;
        bool breaks = false;
        ScriptedServer server([&](Peer &peer) {
            const QByteArray &got = peer.received();
            if (!got.endsWith("\r\n0\r\n\r\n"))
                return;
            const qsizetype head = got.indexOf("\r\n\r\n") + 4;
            chunked = got.contains("Transfer-Encoding: chunked");
            octets = got.count('9');
            breaks = got.sliced(head).contains("9\n");
            peer.clear();
            peer.send(ok("done"));
        });
        const Outcome outcome = send(QStringLiteral("-d @- ") + at(server), input);
        QCOMPARE(outcome.out, "done");
        QVERIFY(chunked);
        QVERIFY(octets >= 300'000);
        QVERIFY(!breaks);
        QCOMPARE(send(QStringLiteral("--data-binary @- ") + at(server), input).out, "done");
        QVERIFY(breaks);
    }

    void playground()
    {
        QTemporaryDir folder;
        QProcessEnvironment environment = plainEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), folder.path());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(program, {QStringLiteral("playground")});
        QByteArray out;
        QVERIFY(spinUntil([&] {
            out += process.readAllStandardOutput();
            return out.contains("certificate: ") && out.endsWith('\n');
        }));
        const QString http = QString::fromUtf8(out.left(out.indexOf(' ')));
        QCOMPARE(send(http + QStringLiteral("/status/204 -w %{http_code}")).out, "204");
        const QString https = QString::fromUtf8(out.split('\n')[1].split(' ').front());
        const QString certificate =
            folder.filePath(QStringLiteral("sonde/playground/certificate.pem"));
        QVERIFY(out.contains("certificate: " + certificate.toUtf8() + '\n'));
        QCOMPARE(
            send(QStringLiteral("--cacert %1 %2/gzip --compressed -o /dev/null -w %{http_version}")
                     .arg(certificate, https))
                .out,
            "2");
        process.terminate();
        QVERIFY(spinUntil([&] { return process.state() == QProcess::NotRunning; }));
        QCOMPARE(process.exitCode(), 0);
    }

    void playgroundDemo()
    {
        const Outcome outcome = run({QStringLiteral("playground"), QStringLiteral("--demo")});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        QVERIFY(outcome.out.contains("HTTP/2 200"));
        QVERIFY(outcome.out.contains("HTTP/1.1 200"));
        QVERIFY(outcome.out.contains("HTTP/2 103"));
        QVERIFY(outcome.out.contains("  wait "));
        QCOMPARE(run({QStringLiteral("playground"), QStringLiteral("--nope")}).code, 2);
    }

private:
    // With a descriptor of ours as its standard output.
    static qint64 start(const QList<QByteArray> &arguments, int out)
    {
        std::vector<QByteArray> words{program.toLocal8Bit()};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char *> list;
        for (QByteArray &word : words)
            list.push_back(word.data());
        list.push_back(nullptr);
        const QStringList variables = plainEnvironment().toStringList();
        std::vector<QByteArray> values;
        for (const QString &variable : variables)
            values.push_back(variable.toLocal8Bit());
        std::vector<char *> environment;
        for (QByteArray &value : values)
            environment.push_back(value.data());
        environment.push_back(nullptr);
        const pid_t child = ::fork();
        if (child == 0) {
            ::dup2(out, STDOUT_FILENO);
            ::execve(list.front(), list.data(), environment.data());
            ::_exit(127);
        }
        return child;
    }

    static int exitOf(qint64 child)
    {
        int status = 0;
        const bool over =
            spinUntil([&] { return ::waitpid(pid_t(child), &status, WNOHANG) == pid_t(child); });
        if (!over) {
            ::kill(pid_t(child), SIGKILL);
            ::waitpid(pid_t(child), &status, 0);
        }
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    static qint64 statusLine(qint64 child, const QByteArray &name)
    {
        QFile file(QStringLiteral("/proc/%1/status").arg(child));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = file.readAll();
        const qsizetype at = text.indexOf('\n' + name + ':') + name.size() + 2;
        return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong() * 1024;
    }
    static qint64 residentOctets(qint64 child) { return statusLine(child, "VmRSS"); }
    static qint64 peakOctets(qint64 child) { return statusLine(child, "VmHWM"); }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"

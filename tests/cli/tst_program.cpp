// The program itself, as a process against scripted servers: output, requests, exit codes, files.
#include "tests/cli/run_program.h"
#include "tests/support/http2_service.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace sonde;
using namespace sonde::testing;

namespace
{

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
        const auto libraries = [](const QString &file) {
            QProcess ldd;
            ldd.start(QStringLiteral("ldd"), {file});
            ldd.waitForFinished();
            return ldd.readAllStandardOutput();
        };
        const QByteArray terminal = libraries(program + QStringLiteral("-terminal"));
        QVERIFY(terminal.contains("libQt6Core"));
        for (const char *library :
             {"libQt6Gui", "libQt6Widgets", "libQt6DBus", "libqt6keychain", "libX11", "libGL"})
            QVERIFY2(!terminal.contains(library), library);
        const QByteArray door = libraries(program);
        QVERIFY(door.contains("libc.so"));
        if (door.contains("libm.so"))
            QSKIP("a sanitizer brings libraries of its own");
        // Whoever opens the window does not wait for the terminal's libraries.
        for (const char *library : {"libQt6Core", "libstdc++", "libssl"})
            QVERIFY2(!door.contains(library), library);
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

    // Without a verb, the window program beside it takes over, whatever the path.
    void opensTheWindow()
    {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("sonde"));
        QVERIFY(QFile::copy(program, copy));
        QProcessEnvironment environment = plainEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":99"));
        const auto start = [&](const QStringList &arguments = {}) {
            QProcess process;
            process.setProcessEnvironment(environment);
            process.start(copy, arguments);
            process.waitForFinished();
            return Outcome{.code = process.exitCode(),
                           .out = process.readAllStandardOutput(),
                           .error = process.readAllStandardError()};
        };
        const Outcome alone = start();
        QCOMPARE(alone.code, 2);
        QVERIFY(alone.error.contains("sonde-terminal"));
        const QString terminal = QStringLiteral("-terminal");
        QVERIFY(QFile::copy(program + terminal, copy + terminal));
        const Outcome missing = start();
        QCOMPARE(missing.code, 2);
        QVERIFY(missing.error.contains("sonde-window"));
        const QString window =
            writeFile(folder.path(), QStringLiteral("sonde-window"), "#!/bin/sh\necho window $*\n");
        QVERIFY(
            QFile::setPermissions(window, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(start().out, "window\n");
        // A folder and a request file are worked on, anything else is looked at.
        const QString open = QStringLiteral("open");
        const QByteArray path = folder.path().toUtf8();
        QCOMPARE(start({open, folder.path()}).out, "window " + path + '\n');
        const QString requests = writeFile(folder.path(), QStringLiteral("a.http"), "GET h\n");
        QCOMPARE(start({open, requests}).out, "window " + path + "/a.http\n");
        QCOMPARE(start({open, copy}).out, "window --records=" + path + "/sonde\n");
        QVERIFY(start({open, folder.filePath(QStringLiteral("no"))}).error.contains("or folder"));
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
        // A line that cannot be read cannot ask for silence either.
        if (!flags.contains(QLatin1String("frobnicate")))
            QVERIFY(send(QStringLiteral("-s ") + flags).error.isEmpty());
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

    void frames()
    {
        Http2Service service;
        service.content = [](const QByteArray &path) {
            return path == "/long" ? QByteArray(100'000, 'x') : QByteArray("hello");
        };
        ScriptedServer server(service.script());
        const QString h2c = QStringLiteral("--http2-prior-knowledge ");
        const Outcome verbose = send(h2c + QStringLiteral("-v ") + at(server));
        qsizetype from = 0;
        for (const char *part :
             {"> SETTINGS stream=0 length=18 INITIAL_WINDOW_SIZE=16777216",
              "> WINDOW_UPDATE stream=0 length=4 increment=16711681\n",
              "> HEADERS stream=1 flags=END_STREAM,END_HEADERS length=",
              "\n> GET / HTTP/2\n> :method: GET\n", "< SETTINGS stream=0 flags=ACK length=0\n",
              "< HEADERS stream=1 flags=END_HEADERS length=1\n< HTTP/2 200\n<\n",
              "< DATA stream=1 flags=END_STREAM length=5 offset=0\n", "* Received 5 B"}) {
            const auto found = verbose.error.indexOf(part, from);
            QVERIFY2(found >= from, (QByteArray(part) + " in " + verbose.error).constData());
            from = found;
        }
        QCOMPARE(verbose.error.count("GET / HTTP/2"), 1);
        // Much content makes few lines, and --trace-frames one for each frame.
        const Outcome several = send(h2c + QStringLiteral("-v ") + at(server) + "long");
        QVERIFY(several.error.contains("< DATA stream=1 frames="));
        const Outcome each = send(h2c + QStringLiteral("--trace-frames ") + at(server) + "long");
        QVERIFY(each.error.count(" < DATA stream=1 ") >= 7);
        QVERIFY(each.error.contains(" < DATA stream=1 length=16384 offset=16384\n"));
        QVERIFY(!each.error.contains("* "));
        // HTTP/1 has none.
        ScriptedServer old(answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        QCOMPARE(send(QStringLiteral("--trace-frames ") + at(old)).error, "");
    }

    void framesInTheReport()
    {
        Http2Service service;
        ScriptedServer server(service.script());
        const Outcome outcome =
            send(QStringLiteral("--http2-prior-knowledge --json --trace-frames ") + at(server));
        QCOMPARE(outcome.error, "");
        const auto report = QJsonDocument::fromJson(outcome.out).object();
        QVERIFY(report[u"findings"].toArray().isEmpty());
        const auto frames = report[u"frames"].toArray();
        QVERIFY(frames.size() >= 7);
        for (qsizetype i = 0; i < frames.size(); ++i) {
            QCOMPARE(frames[i][u"seq"].toInteger(), i);
            QVERIFY(frames[i][u"ns"].toInteger() > 0);
        }
        const auto head = std::ranges::find_if(frames, [](const auto &frame) {
            return frame.toObject()[u"type"] == QStringLiteral("HEADERS");
        });
        QVERIFY(head != frames.end());
        QCOMPARE((*head)[u"dir"].toString(), QStringLiteral(">"));
        QCOMPARE((*head)[u"stream"].toInteger(), 1);
        QCOMPARE((*head)[u"flags"].toArray(), (QJsonArray{"END_STREAM", "END_HEADERS"}));
        QCOMPARE((*head)[u"fields"][0].toArray(), (QJsonArray{":method", "GET", "indexed", 2, 1}));
        const auto plain = send(QStringLiteral("--http2-prior-knowledge --json ") + at(server));
        QVERIFY(!plain.out.contains("\"frames\""));
    }

    void tls()
    {
        Http2Service service;
        ScriptedServer server(ServerTls{.alpn = {"h2"}}, service.script());
        const QString url = QStringLiteral("https://localhost:%1/").arg(server.port());
        const QString aim =
            QStringLiteral(" --resolve localhost:%1:127.0.0.1 ").arg(server.port()) + url;
        QCOMPARE(send(QStringLiteral("--cacert ") + testAuthorityFile() + aim).out, "hello");
        const Outcome refused = send(aim);
        QCOMPARE(refused.code, 60);
        QCOMPARE(refused.out, QByteArray());
        QCOMPARE(send(QStringLiteral("--cacert /nonexistent/file") + aim).code, 77);
        QCOMPARE(send(QStringLiteral("-k --cert /nonexistent/file") + aim).code, 58);
        const Outcome insecure = send(QStringLiteral("-k") + aim);
        QCOMPARE(insecure.out, "hello");
        QVERIFY(insecure.error.contains("certificate NOT verified: "));
        const auto json = QJsonDocument::fromJson(
            send(QStringLiteral("--json --cacert ") + testAuthorityFile() + aim).out);
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
        ScriptedServer cut([](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            peer.close();
        });
        const Outcome half = send(QStringLiteral("-o ") + file + u' ' + at(cut));
        QCOMPARE(half.code, 18);
        QVERIFY2(half.error.contains("keeps the 4 octets"), half.error.constData());
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
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"

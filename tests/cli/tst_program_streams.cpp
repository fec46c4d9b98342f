// The program as a process, with bodies that are long and readers that are slow or leave, and
// Ctrl-C.
#include "tests/cli/run_program.h"
#include "tests/support/http2_service.h"

#include <QFile>
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

// A sanitizer keeps what is freed for a while, so that memory says nothing.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool memoryTells = false;
#elif defined(__has_feature)
constexpr bool memoryTells = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
constexpr bool memoryTells = true;
#endif

} // namespace

class TestProgramStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    // What is shown from a file has no loop that could tell when the reader goes on.
    void slowReaderOfAFile()
    {
        const QTemporaryDir folder;
        const QString bundle = folder.filePath(QStringLiteral("a.sonde"));
        ScriptedServer server(answering(ok(QByteArray(2 << 20, 'x'))));
        QCOMPARE(run({QStringLiteral("send"), at(server), QStringLiteral("-o"),
                      QStringLiteral("/dev/null"), QStringLiteral("--bundle"), bundle})
                     .code,
                 0);
        QProcess process;
        process.setProcessEnvironment(plainEnvironment());
        // The pipe is full long before anybody reads.
        process.start(QStringLiteral("/bin/sh"),
                      {QStringLiteral("-c"),
                       QStringLiteral("\"$0\" show \"$1\" --body | { sleep 0.5; wc -c; }"), program,
                       bundle});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput().trimmed().toLongLong(), 2LL << 20);
        QCOMPARE(process.readAllStandardError(), "");
    }

    // An archive of HTTP/2 says that its octets are not there, and nothing of HTTP/1.
    void archiveHasNoOctets()
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(QStringLiteral("a.har"));
        Http2Service service;
        ScriptedServer server(service.script());
        QCOMPARE(run({QStringLiteral("send"), QStringLiteral("--http2-prior-knowledge"), at(server),
                      QStringLiteral("--har"), archive})
                     .code,
                 0);
        for (const char *view : {"--frames", "--windows", "--hpack"}) {
            const auto shown = run({QStringLiteral("show"), archive, QLatin1String(view)});
            QCOMPARE(shown.code, 0);
            QVERIFY2(shown.out.contains("none of its octets are recorded"), shown.out.constData());
            QVERIFY2(!shown.out.contains("HTTP/1"), shown.out.constData());
        }
        ScriptedServer old(answering(ok("a")));
        QCOMPARE(run({QStringLiteral("send"), at(old), QStringLiteral("--har"), archive}).code, 0);
        QVERIFY(run({QStringLiteral("show"), archive, QStringLiteral("--frames")})
                    .out.contains("HTTP/1 has no frames."));
    }

    // What is masked in the file is not said to wait for an option.
    void masksAreShownAsMasks()
    {
        const QTemporaryDir folder;
        const QString bundle = folder.filePath(QStringLiteral("a.sonde"));
        ScriptedServer server(answering(ok("a")));
        for (const char *secrets : {"--no-show-secrets", "--show-secrets"}) {
            const bool open = QByteArray(secrets) == "--show-secrets";
            QCOMPARE(run({QStringLiteral("send"), at(server), QStringLiteral("--oauth2-bearer"),
                          QStringLiteral("canary"), QStringLiteral("--bundle"), bundle,
                          QLatin1String(secrets)})
                         .code,
                     0);
            const Outcome shown = run({QStringLiteral("show"), bundle});
            QVERIFY2(!shown.out.contains("canary"), shown.out.constData());
            QCOMPARE(shown.out.contains("--show-secrets shows them"), open);
            QCOMPARE(shown.out.contains("> Authorization: Bearer ***\n"), !open);
        }
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

QTEST_GUILESS_MAIN(TestProgramStreams)
#include "tst_program_streams.moc"

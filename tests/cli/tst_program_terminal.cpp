// The program on a terminal of its own: progress when it takes long, colour unless it is refused,
// Ctrl-C that leaves everything as it was.
#include "tests/cli/run_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace sonde::testing;

namespace
{

// A pseudo-terminal with a program on it. What it shows comes with the terminal's own CR LF.
class Terminal
{
public:
    explicit Terminal(const QStringList &arguments, const QStringList &environment = {})
    {
        std::vector<QByteArray> words{program.toUtf8(), "send"};
        for (const QString &argument : arguments)
            words.push_back(argument.toUtf8());
        std::vector<QByteArray> variables;
        for (const QString &variable : plainEnvironment().toStringList() + environment)
            variables.push_back(variable.toUtf8());
        variables.push_back("TERM=xterm");
        const auto pointers = [](std::vector<QByteArray> &texts) {
            std::vector<char *> list;
            for (QByteArray &text : texts)
                list.push_back(text.data());
            list.push_back(nullptr);
            return list;
        };
        const auto argv = pointers(words);
        const auto envp = pointers(variables);
        winsize size{.ws_row = 24, .ws_col = 80, .ws_xpixel = 0, .ws_ypixel = 0};
        m_child = ::forkpty(&m_descriptor, nullptr, nullptr, &size);
        if (m_child == 0) {
            ::execve(argv.front(), argv.data(), envp.data());
            ::_exit(127);
        }
        ::fcntl(m_descriptor, F_SETFL, O_NONBLOCK);
        ::tcgetattr(m_descriptor, &m_before);
    }
    ~Terminal() { ::close(m_descriptor); }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    const QByteArray &shown()
    {
        char buffer[4096];
        for (;;) {
            const ssize_t count = ::read(m_descriptor, buffer, sizeof buffer);
            if (count <= 0)
                return m_shown;
            m_shown.append(buffer, count);
        }
    }
    void type(const QByteArray &keys)
    {
        if (::write(m_descriptor, keys.constData(), size_t(keys.size())) != keys.size())
            qFatal("the terminal takes no keys");
    }
    // The exit code; -1 if it did not exit by itself.
    int exitCode()
    {
        int status = 0;
        const bool ended = spinUntil([&] {
            shown(); // a full terminal would keep it waiting
            return ::waitpid(m_child, &status, WNOHANG) == m_child;
        });
        shown();
        return ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    // The modes that the program found are those that it leaves.
    bool isRestored() const
    {
        termios now{};
        ::tcgetattr(m_descriptor, &now);
        return now.c_lflag == m_before.c_lflag && now.c_iflag == m_before.c_iflag &&
               now.c_oflag == m_before.c_oflag;
    }

private:
    int m_descriptor = -1;
    pid_t m_child = -1;
    termios m_before{};
    QByteArray m_shown;
};

constexpr const char *eraseLine = "\r\x1b[K";

} // namespace

class TestProgramTerminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowShowsProgress()
    {
        ScriptedServer server([](Peer &) {}); // takes the request, and its time
        QTemporaryDir folder;
        Terminal terminal({"-o", folder.filePath(QStringLiteral("body")), at(server)});
        QVERIFY(spinUntil([&] {
            return terminal.shown().contains(QByteArray(eraseLine) + "waiting for the response, ");
        }));
        server.peers().front()->send(ok("hello"));
        QCOMPARE(terminal.exitCode(), 0);
        QVERIFY2(terminal.shown().endsWith(eraseLine), "nothing of the progress stays");
    }

    void silentShowsNone()
    {
        ScriptedServer server([](Peer &) {});
        Terminal terminal({"-s", at(server)});
        QVERIFY(spinUntil([&] { return !server.peers().empty(); }));
        spinFor(std::chrono::milliseconds(400));
        server.peers().front()->send(ok("hello\n"));
        QCOMPARE(terminal.exitCode(), 0);
        QCOMPARE(terminal.shown(), "hello\r\n");
    }

    void colours_data()
    {
        QTest::addColumn<QStringList>("environment");
        QTest::addColumn<bool>("coloured");
        QTest::newRow("plain") << QStringList{} << true;
        QTest::newRow("NO_COLOR") << QStringList{QStringLiteral("NO_COLOR=1")} << false;
        QTest::newRow("NO_COLOR, empty") << QStringList{QStringLiteral("NO_COLOR=")} << true;
    }

    void colours()
    {
        QFETCH(QStringList, environment);
        QFETCH(bool, coloured);
        Terminal terminal({"gopher://x/"}, environment);
        QCOMPARE(terminal.exitCode(), 1);
        QVERIFY(terminal.shown().contains("gopher"));
        QCOMPARE(terminal.shown().contains('\x1b'), coloured);
    }

    void controlCKeepsWhatArrived()
    {
        ScriptedServer server(answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("body"));
        Terminal terminal({"-o", path, at(server)});
        QVERIFY(spinUntil([&] { return terminal.shown().contains("4 B of 10 B"); }));
        terminal.type("\x03");
        QCOMPARE(terminal.exitCode(), 130);
        QVERIFY(terminal.isRestored());
        QVERIFY(terminal.shown().contains("4 of 10 octets"));
        QVERIFY(terminal.shown().contains("keeps the 4 octets that arrived"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "half");
    }

    // A password is asked for unseen, and Ctrl-C there must give the echo back.
    void controlCAtThePassword()
    {
        Terminal terminal({"-u", "me", "http://127.0.0.1:1/"});
        QVERIFY(spinUntil([&] { return terminal.shown().contains("Password for me"); }));
        terminal.type("secret\x03");
        (void)terminal.exitCode();
        QVERIFY(!terminal.shown().contains("secret"));
        QVERIFY(terminal.isRestored());
    }

    void binaryIsNotForTerminals()
    {
        ScriptedServer server(answering(ok(QByteArray("a\0b\x1b[2J", 7))));
        Terminal refused({at(server)});
        QCOMPARE(refused.exitCode(), 23);
        QVERIFY(refused.shown().contains("-o FILE"));
        QVERIFY(!refused.shown().contains("\x1b[2J"));
        Terminal wanted({"-o", "-", at(server)});
        QCOMPARE(wanted.exitCode(), 0);
        QVERIFY(wanted.shown().contains("\x1b[2J"));
    }
};

QTEST_GUILESS_MAIN(TestProgramTerminal)
#include "tst_program_terminal.moc"

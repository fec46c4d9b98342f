// `sonde body`, and --filter, --pretty and --events of `sonde send`, as a process.
#include "tests/cli/run_program.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace sonde;
using namespace sonde::testing;

namespace
{

const QByteArray document("{\"a\":[1,2,{\"b\":\"x  y\"}],\n \"c\": \"hellO w\xC3\xB6rld\"}\n");

} // namespace

class TestBodyCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_file = m_folder.filePath(QStringLiteral("body.json"));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(document);
    }

    void actions_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("out");
        const auto row = [](const char *name, const QStringList &options, int code,
                            const QByteArray &out) {
            QTest::newRow(name) << options << code << out;
        };
        row("filter", {"--filter", "$.a[*]"}, 0, "1\n2\n{\"b\":\"x  y\"}\n");
        row("filter laid out", {"--filter", "$.a[2]", "--pretty"}, 0, "{\n  \"b\": \"x  y\"\n}\n");
        row("paths", {"--filter", "$..b", "--paths"}, 0, "$['a'][2]['b']\n");
        row("filter selects nothing", {"--filter", "$.z"}, 1, "");
        row("search", {"--search", "w\u00f6r"}, 0, "2:38:  \"c\": \"hellO w\xC3\xB6rld\"}\n");
        row("any case", {"--search", "HELLO", "--ignore-case", "--word"}, 0,
            "2:32:  \"c\": \"hellO w\xC3\xB6rld\"}\n");
        row("half a word", {"--search", "hell", "--word"}, 1, "");
        row("regex", {"--regex", "^\\{"}, 0, "1:0: {\"a\":[1,2,{\"b\":\"x  y\"}],\n");
        row("rows", {"--rows", "2-9"}, 0, " \"c\": \"hellO w\xC3\xB6rld\"}\n");
        row("first row", {"--rows", "1"}, 0, "{\"a\":[1,2,{\"b\":\"x  y\"}],\n");
        row("rows behind the end", {"--rows", "9-12"}, 1, "");
        row("octets behind the end", {"--hex", "4000-4100"}, 1, "");
        row("hex", {"--hex", "0x10-17"}, 0,
            "00000010  78 20                                             x \n");
    }

    void actions()
    {
        QFETCH(const QStringList, options);
        const Outcome outcome = run(QStringList{QStringLiteral("body"), m_file} + options);
        QTEST(outcome.out, "out");
        QTEST(outcome.code, "code");
        QCOMPARE(outcome.error, QByteArray());
    }

    void layouts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("xml") << "x.xml" << QByteArray("<a><b>1</b></a>")
                             << QByteArray("<a>\n  <b>");
        QTest::newRow("xml by its octets")
            << "x" << QByteArray("<?xml version=\"1.0\"?><a><b>1</b></a>")
            << QByteArray("<?xml version=\"1.0\"?>\n<a>\n  <b>");
        QTest::newRow("css") << "x.css" << QByteArray("a{b:c;d:e}") << QByteArray("a {\n  b:c;\n");
        QTest::newRow("script") << "x.js" << QByteArray("f=()=>{a();b()}")
                                << QByteArray("f=()=> {\n  a();\n");
        QTest::newRow("json by nothing") << "x" << QByteArray("[1]") << QByteArray("[\n  1\n]\n");
    }

    void layouts()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, octets);
        QFETCH(const QByteArray, begin);
        const QString path = m_folder.filePath(name);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
        file.close();
        const Outcome outcome = run({QStringLiteral("body"), path, QStringLiteral("--pretty")});
        QVERIFY2(outcome.out.startsWith(begin), outcome.out.constData());
        QCOMPARE(outcome.error, QByteArray());
        QCOMPARE(outcome.code, 0);
    }

    void jq()
    {
        const QStringList words{QStringLiteral("body"), m_file, QStringLiteral("--jq")};
        if (QStandardPaths::findExecutable(QStringLiteral("jq")).isEmpty())
            QSKIP("jq is not installed");
        const Outcome values = run(words + QStringList{".a[:2][]"});
        QCOMPARE(values.out, QByteArray("1\n2\n"));
        QCOMPARE(values.code, 0);
        const Outcome laidOut = run(words + QStringList{"[.a[0]]", "--pretty"});
        QCOMPARE(laidOut.out, QByteArray("[\n  1\n]\n"));
        QCOMPARE(run(words + QStringList{"empty"}).code, 1);
        const Outcome refused = run(words + QStringList{".["});
        QVERIFY2(refused.error.contains("jq: syntax error"), refused.error.constData());
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.error.contains("line 1: .[\n"), refused.error.constData());
    }

    void jqIsMissing()
    {
        QProcess process;
        QProcessEnvironment environment = plainEnvironment();
        environment.insert(QStringLiteral("PATH"), m_folder.path());
        process.setProcessEnvironment(environment);
        process.start(program, {QStringLiteral("body"), m_file, QStringLiteral("--jq"), "."});
        QVERIFY(process.waitForFinished());
        QVERIFY(process.readAllStandardError().contains("install the package jq"));
        QVERIFY(process.exitCode() > 1);
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("nothing to do") << QStringList{m_file} << QByteArray("Say what to do");
        QTest::newRow("two things") << QStringList{m_file, "--rows", "1", "--hex", "1"}
                                    << QByteArray("one thing at a time");
        QTest::newRow("bad path") << QStringList{m_file, "--filter", "$["}
                                  << QByteArray("JSONPath");
        QTest::newRow("bad pattern")
            << QStringList{m_file, "--regex", "("} << QByteArray("octet 1");
        QTest::newRow("bad range")
            << QStringList{m_file, "--rows", "9-2"} << QByteArray("two numbers");
        QTest::newRow("no line") << QStringList{m_file, "--rows", "0"} << QByteArray("from 1");
        QTest::newRow("no file") << QStringList{m_file + "x", "--rows", "1"}
                                 << QByteArray("There is no file");
        QTest::newRow("folder") << QStringList{m_folder.path(), "--rows", "1"}
                                << QByteArray("is a folder");
    }

    void refusals()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, sentence);
        const Outcome outcome = run(QStringList{QStringLiteral("body")} + words);
        QVERIFY(outcome.code > 1);
        QVERIFY2(outcome.error.contains(sentence), outcome.error.constData());
        QCOMPARE(outcome.out, QByteArray());
    }

    void standardInput()
    {
        const Outcome broken =
            run({QStringLiteral("body"), QStringLiteral("-"), QStringLiteral("--pretty")}, "[1,]");
        QCOMPARE(broken.code, 1);
        QVERIFY(broken.error.contains("not JSON from its octet 3 on, in line 1"));
        QVERIFY(broken.out.startsWith("[\n  1,"));
        const Outcome events =
            run({QStringLiteral("body"), QStringLiteral("-"), QStringLiteral("--events")},
                "event: e\nid: 4\ndata: y\ndata: \x1b[2J\n\ndata: half");
        QVERIFY(events.out.contains("  e 4  y\n"));
        QVERIFY(events.out.contains("\\x1b[2J\n"));
        QVERIFY(events.error.contains("10 octets"));
    }

    void sendFiltersAndLaysOut()
    {
        ScriptedServer server([&](Peer &peer) {
            if (peer.received().endsWith("\r\n\r\n"))
                peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json; x=y\r\n"
                          "Connection: close\r\nContent-Length: " +
                          QByteArray::number(document.size()) + "\r\n\r\n" + document);
        });
        const Outcome filtered = send(QStringLiteral("--filter $.a[2].b ") + at(server));
        QCOMPARE(filtered.out, QByteArray("\"x  y\"\n"));
        QCOMPARE(filtered.code, 0);
        QCOMPARE(filtered.error, QByteArray());
        const Outcome pretty = send(QStringLiteral("--pretty ") + at(server));
        QVERIFY(pretty.out.startsWith("{\n  \"a\": [\n    1,\n"));
        const Outcome both = send(QStringLiteral("--filter $ --jq . ") + at(server));
        QCOMPARE(both.code, 2);
        if (!QStandardPaths::findExecutable(QStringLiteral("jq")).isEmpty())
            QCOMPARE(send(QStringLiteral("--jq .a[2].b ") + at(server)).out,
                     QByteArray("\"x  y\"\n"));
        const Outcome notEvents = send(QStringLiteral("--events ") + at(server));
        QCOMPARE(notEvents.out, document);
        QVERIFY(notEvents.error.contains("no stream of events"));
        const Outcome refused = send(QStringLiteral("--filter $[ ") + at(server));
        QCOMPARE(refused.code, 2);
        QVERIFY(refused.error.contains("JSONPath"));
        const Outcome twoForms = send(QStringLiteral("--events --pretty ") + at(server));
        QCOMPARE(twoForms.code, 2);
    }

    // What is selected from, and laid out, is what the octets mean.
    void otherCharsetsAreReadAsSuch()
    {
        const QByteArray latin = "{\"name\":\"gr\xFC\xDF\", \"n\":1}";
        ScriptedServer server([&](Peer &peer) {
            if (peer.received().endsWith("\r\n\r\n"))
                peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=latin1\r\n"
                          "Connection: close\r\nContent-Length: " +
                          QByteArray::number(latin.size()) + "\r\n\r\n" + latin);
        });
        const QByteArray name = QStringLiteral("\"grüß\"\n").toUtf8();
        QCOMPARE(send(QStringLiteral("--filter $[?@=='grüß'] ") + at(server)).out, name);
        const Outcome pretty = send(QStringLiteral("--pretty ") + at(server));
        QCOMPARE(pretty.out, QStringLiteral("{\n  \"name\": \"grüß\",\n  \"n\": 1\n}\n").toUtf8());
        const QString path = m_folder.filePath(QStringLiteral("wide.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString text = QStringLiteral("\uFEFF{\"name\":\"grüß\",}");
        file.write(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        file.close();
        const Outcome wide = run(
            {QStringLiteral("body"), path, QStringLiteral("--filter"), QStringLiteral("$.name")});
        QCOMPARE(wide.out, name);
        QVERIFY2(wide.error.contains("read as UTF-16LE"), wide.error.constData());
        const Outcome found = run({QStringLiteral("body"), path, QStringLiteral("--search"),
                                   QStringLiteral("GRÜSSE"), QStringLiteral("--ignore-case")});
        QCOMPARE(found.code, 1);
        const Outcome hit = run({QStringLiteral("body"), path, QStringLiteral("--search"),
                                 QStringLiteral("GRÜß"), QStringLiteral("--ignore-case")});
        QCOMPARE(hit.out, QStringLiteral("1:20: \uFEFF{\"name\":\"grüß\",}\n").toUtf8());
    }

    // With the id of the last event, and only after a stream.
    void sendConnectsAgain()
    {
        QList<QByteArray> asked;
        ScriptedServer server([&](Peer &peer) {
            if (!peer.received().endsWith("\r\n\r\n"))
                return;
            asked << peer.received();
            peer.clear();
            const bool third = asked.size() == 3;
            peer.send(QByteArray(third ? "HTTP/1.1 204 No Content\r\n" : "HTTP/1.1 200 OK\r\n") +
                      "Content-Type: text/event-stream\r\nConnection: close\r\n\r\n");
            if (!third)
                peer.send("retry: 20\nid: " + QByteArray::number(asked.size()) +
                          "\ndata: one\n\ndata: half");
            peer.close();
        });
        const Outcome outcome = send(QStringLiteral("--events --reconnect 5 ") + at(server));
        QCOMPARE(asked.size(), 3);
        QVERIFY(!asked[0].contains("Last-Event-ID"));
        QVERIFY2(asked[1].contains("\r\nLast-Event-ID: 1\r\n"), asked[1].constData());
        QVERIFY2(asked[2].contains("\r\nLast-Event-ID: 2\r\n"), asked[2].constData());
        QCOMPARE(outcome.out.count("one\n"), 2);
        QVERIFY2(outcome.error.contains("connecting again in 0.0 s after event 2"),
                 outcome.error.constData());
        QCOMPARE(outcome.code, 0);
        QCOMPARE(send(QStringLiteral("--reconnect 5 ") + at(server)).code, 2);
    }

    // Each event is printed when it is there, not when the stream ends.
    void sendPrintsEventsAsTheyArrive()
    {
        Peer *open = nullptr;
        ScriptedServer server([&](Peer &peer) {
            if (!peer.received().endsWith("\r\n\r\n"))
                return;
            peer.clear();
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                      "Connection: close\r\n\r\ndata: one\n\n");
            open = &peer;
        });
        QProcess process;
        process.setProcessEnvironment(plainEnvironment());
        process.start(program, {QStringLiteral("send"), QStringLiteral("--events"), at(server)});
        QByteArray out;
        const auto shows = [&](const char *text) {
            out += process.readAllStandardOutput();
            return out.contains(text);
        };
        QVERIFY(spinUntil([&] { return shows("message  one\n"); }));
        QVERIFY(process.state() == QProcess::Running);
        open->send("id: 7\nevent: tick\ndata: two\n\n");
        QVERIFY(spinUntil([&] { return shows("  tick 7  two\n"); }));
        QVERIFY(process.state() == QProcess::Running);
        open->close();
        QVERIFY(spinUntil([&] { return process.state() == QProcess::NotRunning; }));
        QCOMPARE(process.exitCode(), 0);
    }

private:
    QTemporaryDir m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestBodyCommand)
#include "tst_body_command.moc"

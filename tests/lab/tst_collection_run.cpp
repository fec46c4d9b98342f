// Runs of .http files against a scripted server: order, captures, references, assertions, stopping,
// and what bad files come to.
#include "lab/collection_run.h"
#include "tests/support/await.h"
#include "tests/support/scripted_server.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::lab;
using sonde::testing::Peer;
using sonde::testing::ScriptedServer;
using sonde::testing::spinUntil;
using Outcome = RunResult::Outcome;

namespace
{

// Answers each request with {"line": its request line, "auth": …} and a token on /login.
class Echo
{
public:
    Echo()
        : m_server([this](Peer &peer) { answer(peer); })
    {
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()); }
    QList<QByteArray> seen; // "GET /a" and, behind it, X-Auth
    std::function<void(Peer &, const QByteArray &)> instead;

private:
    void answer(Peer &peer)
    {
        for (qsizetype end = peer.received().indexOf("\r\n\r\n"); end >= 0;
             end = peer.received().indexOf("\r\n\r\n")) {
            const QByteArray head = peer.received().first(end);
            peer.clear(); // the requests of these tests have no body and do not overlap
            const QByteArray line = head.left(head.indexOf(" HTTP/"));
            QByteArray auth;
            for (const QByteArray &field : head.split('\n')) {
                if (field.startsWith("X-Auth: "))
                    auth = field.sliced(8).trimmed();
            }
            seen.append(auth.isEmpty() ? line : line + ' ' + auth);
            if (instead)
                return instead(peer, line);
            reply(peer, line);
        }
    }

public:
    static void reply(Peer &peer, const QByteArray &line)
    {
        const QByteArray body =
            "{\"line\": \"" + line + "\", \"token\": \"t-1\", \"evil\": \"{{secret}}\"}";
        peer.send("HTTP/1.1 " + QByteArray(line.contains("/missing") ? "404 Not Found" : "200 OK") +
                  "\r\nETag: \"e\"\r\nContent-Length: " + QByteArray::number(body.size()) +
                  "\r\n\r\n" + body);
    }

private:
    ScriptedServer m_server;
};

QStringList outcomes(const CollectionRun &run)
{
    static const QStringList names{"waiting", "running", "passed", "failed", "error", "skipped"};
    QStringList told;
    for (const RunResult &result : run.results())
        told.append(names[int(result.outcome)]);
    return told;
}

} // namespace

class TestCollectionRun : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    client::Engine m_engine{client::Engine::Where::CallersThread};

    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return path;
    }

    std::unique_ptr<CollectionRun> make(const RunChoice &choice, const RunOptions &options = {})
    {
        auto plan = planRun(choice);
        if (!plan) {
            qWarning() << plan.error().sentence;
            return nullptr;
        }
        return std::make_unique<CollectionRun>(m_engine, std::move(*plan), options);
    }

    static bool finish(CollectionRun &run)
    {
        run.start();
        return spinUntil([&] { return run.isOver(); });
    }

private Q_SLOTS:
    void cleanup() { QCOMPARE(m_engine.liveCalls(), 0); }

    void inOrderWithCaptures()
    {
        Echo echo;
        const QString path = write("a.http", "@host = " + echo.url().toUtf8() +
                                                 "\n@secret = s3\n\n### Log in\n# @name login\n"
                                                 "# [capture] token = body.$.token\n"
                                                 "# [capture] evil = body.$.evil\n"
                                                 "# [assert] status == 200\n"
                                                 "GET {{host}}/login\n\n### Use\n"
                                                 "# [assert] body.$.line == GET /use\n"
                                                 "# [assert] header.etag matches /^\"e\"$/\n"
                                                 "GET {{host}}/use\nX-Auth: {{token}} {{evil}} "
                                                 "{{login.response.body.$.token}}\n\n"
                                                 "### Wrong\n# [assert] status == 200\n"
                                                 "GET {{host}}/missing\n");
        const auto run = make({.path = path});
        QVERIFY(run);
        QVERIFY(finish(*run));
        QCOMPARE(outcomes(*run), (QStringList{"passed", "passed", "failed"}));
        // What a response says is never filled in: it could name a secret.
        QCOMPARE(echo.seen,
                 (QList<QByteArray>{"GET /login", "GET /use t-1 {{secret}} t-1", "GET /missing"}));
        const RunCheck &check = run->results()[2].checks.at(0);
        QCOMPARE(check.result, (AssertResult{false, "== 200", "404"}));
        QCOMPARE(check.text, "status == 200");
        QCOMPARE(run->results()[0].captured, (QStringList{"token", "evil"}));
        QCOMPARE(run->results()[1].status, 200);
        QVERIFY(run->results()[1].time.count() > 0);
        const RunCounts counts = run->counts();
        QCOMPARE(counts.passed, 2u);
        QCOMPARE(counts.failed, 1u);
        QCOMPARE(counts.checks, 4u);
        QCOMPARE(counts.failedChecks, 1u);
    }

    void sameValueInRequestAndAssertion()
    {
        Echo echo;
        const QString path =
            write("id.http", "@id = {{$uuid}}\n# [assert] body.$.line == GET /{{id}}\nGET " +
                                 echo.url().toUtf8() + "/{{id}}\n");
        const auto run = make({.path = path});
        QVERIFY(finish(*run));
        QCOMPARE(outcomes(*run), QStringList{"passed"});
    }

    void environments()
    {
        Echo echo;
        write("env/http-client.env.json",
              "{\"$shared\": {\"p\": \"shared\"}, \"dev\": {\"p\": \"dev\", \"host\": \"" +
                  echo.url().toUtf8() + "\"}}");
        write("env/http-client.env.json.user", "{\"dev\": {\"q\": \"user\"}}");
        write("env/deep/http-client.private.env.json", "{\"dev\": {\"r\": \"private\"}}");
        write("env/deep/a.http", "GET {{host}}/{{p}}/{{q}}/{{r}}\n");
        const QString folder = m_folder.filePath("env");
        const auto run = make({.path = folder, .environment = "dev"});
        QVERIFY(run);
        QVERIFY(finish(*run));
        QCOMPARE(echo.seen, QList<QByteArray>{"GET /dev/user/private"});
        const auto set = make({.path = folder, .environment = "dev", .variables = {{"p", "set"}}});
        QVERIFY(finish(*set));
        QCOMPARE(echo.seen.last(), "GET /set/user/private");
        const QString dotenv = write("x.env", "# c\nexport p='dot'\nhost=" + echo.url().toUtf8());
        write("dot/a.http", "GET {{host}}/{{p}}\n");
        const auto dotted = make({.path = m_folder.filePath("dot"), .environmentFile = dotenv});
        QVERIFY(finish(*dotted));
        QCOMPARE(echo.seen.last(), "GET /dot");
        // A single file, or a folder inside, sees the environments that stand above it.
        const auto below =
            make({.path = m_folder.filePath("env/deep/a.http"), .environment = "dev"});
        QVERIFY(below);
        QVERIFY(finish(*below));
        QCOMPARE(echo.seen.last(), "GET /dev/user/private");
        const auto inside = make({.path = m_folder.filePath("env/deep"),
                                  .topFolder = m_folder.filePath("env/deep"),
                                  .environment = "dev"});
        QVERIFY(inside);
        const auto unknown = planRun({.path = folder, .environment = "prod"});
        QVERIFY(!unknown);
        QVERIFY2(unknown.error().sentence.contains("dev"), qPrintable(unknown.error().sentence));
    }

    void namesAndBail()
    {
        Echo echo;
        const QByteArray host = echo.url().toUtf8();
        const QString path = write("n.http", "### A\nGET " + host +
                                                 "/missing\n# [assert] status == 200"
                                                 "\n\n### B\n# @name b\nGET " +
                                                 host + "/b\n\n###\nGET " + host + "/c\n");
        QVERIFY(QFile::exists(path));
        const auto named = make({.path = path, .names = {"b"}});
        QVERIFY(finish(*named));
        QCOMPARE(echo.seen, QList<QByteArray>{"GET /b"});
        const auto bailing = make({.path = path}, {.onFailure = RunOptions::OnFailure::Stop});
        QVERIFY(finish(*bailing));
        QCOMPARE(outcomes(*bailing), (QStringList{"failed", "skipped", "skipped"}));
        QVERIFY(!planRun({.path = path, .names = {"nobody"}}));
    }

    void atOnceButForBarriers()
    {
        Echo echo;
        std::vector<Peer *> waiting;
        echo.instead = [&](Peer &peer, const QByteArray &line) {
            if (line.endsWith("/first"))
                Echo::reply(peer, line);
            else
                waiting.push_back(&peer);
        };
        const QByteArray host = echo.url().toUtf8();
        QByteArray text = "# [capture] t = body.$.token\nGET " + host + "/first\n";
        for (int i = 0; i < 4; ++i)
            text += "\n###\nGET " + host + "/" + QByteArray::number(i) + "?t={{t}}\n";
        const auto run = make({.path = write("p.http", text)}, {.parallel = 3});
        run->start();
        QVERIFY(spinUntil([&] { return waiting.size() == 3; }));
        QCOMPARE(echo.seen.size(), 4);
        for (Peer *peer : std::exchange(waiting, {}))
            Echo::reply(*peer, "GET /x");
        QVERIFY(spinUntil([&] { return waiting.size() == 1; }));
        Echo::reply(*waiting.front(), "GET /x");
        QVERIFY(spinUntil([&] { return run->isOver(); }));
        QCOMPARE(run->counts().passed, 5u);
    }

    void stopping()
    {
        Echo echo;
        echo.instead = [](Peer &, const QByteArray &) {};
        const QByteArray host = echo.url().toUtf8();
        const auto run =
            make({.path = write("s.http", "GET " + host + "/a\n\n###\nGET " + host + "/b\n")});
        run->start();
        QVERIFY(spinUntil([&] { return echo.seen.size() == 1; }));
        run->stop();
        QVERIFY(spinUntil([&] { return run->isOver(); }));
        QCOMPARE(outcomes(*run), (QStringList{"skipped", "skipped"}));
        QVERIFY(spinUntil([&] { return m_engine.liveCalls() == 0; }));
    }

    void whatCannotBeSent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("says");
        QTest::newRow("websocket") << QByteArray("WEBSOCKET ws://a/\n") << "skipped" << "WEBSOCKET";
        QTest::newRow("unresolved")
            << QByteArray("GET http://127.0.0.1:9/{{no}}\n") << "error" << "no";
        QTest::newRow("cycle") << QByteArray(
                                      "@a = {{b}}\n@b = {{a}}\nGET http://127.0.0.1:9/{{a}}\n")
                               << "error" << "→";
        QTest::newRow("not yet") << QByteArray(
                                        "GET http://127.0.0.1:9/{{l.response.body.$.x}}\n\n###\n"
                                        "# @name l\n# [assert] status == 200\nWS ws://a/\n")
                                 << "error" << "not been sent";
        QTest::newRow("not captured yet")
            << QByteArray("GET http://127.0.0.1:9/{{t}}\n\n### Log in\n"
                          "# [capture] t = body.$.t\nWS ws://a/\n")
            << "error" << QStringLiteral("captured from the response of “Log in”");
        QTest::newRow("bad assert")
            << QByteArray("# [assert] stauts == 200\nGET http://127.0.0.1:9/\n") << "error"
            << "line 1";
        QTest::newRow("bad capture")
            << QByteArray("# [capture] body.$.x\nGET http://127.0.0.1:9/\n") << "error"
            << "capture";
        QTest::newRow("nobody there") << QByteArray("GET http://127.0.0.1:9/\n") << "error" << "9";
        QByteArray nested = "@v0 = end\n";
        for (int i = 1; i <= 10'000; ++i)
            nested += "@v" + QByteArray::number(i) + " = {{v" + QByteArray::number(i - 1) + "}}\n";
        QTest::newRow("10,000 deep") << nested + "GET http://127.0.0.1:9/{{v10000}}\n"
                                     << "error" << "deep";
    }

    void whatCannotBeSent()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, outcome);
        QFETCH(QString, says);
        const auto run = make({.path = write("bad.http", text)});
        QVERIFY(run);
        QVERIFY(finish(*run));
        QCOMPARE(outcomes(*run).first(), outcome);
        const RunResult &result = run->results().front();
        const QString told = result.error ? result.error->sentence : result.reason;
        QVERIFY2(told.contains(says), qPrintable(told));
    }

    void badPaths()
    {
        QVERIFY(!planRun({.path = m_folder.filePath("nothing.http")}));
        QVERIFY(!planRun({.path = write("empty.http", "# nothing here\n")}));
        QDir().mkpath(m_folder.filePath("none"));
        QVERIFY(!planRun({.path = m_folder.filePath("none")}));
    }
};

QTEST_GUILESS_MAIN(TestCollectionRun)
#include "tst_collection_run.moc"

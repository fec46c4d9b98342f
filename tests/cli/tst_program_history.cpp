// The program and the history: what is sent with --history is listed, found and shown again, and
// nothing else is; what was secret of it is nowhere.
#include "cli/history_command.h"
#include "cli/show_command.h"
#include "history/store.h"
#include "tests/cli/run_program.h"
#include "tests/support/folder_search.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::testing;

namespace
{

const QByteArray token = "Zq91-bearer-token";
const QByteArray password = "Zq92-password";
const QByteArray key = "Zq93-api-key";

struct Stage {
    QTemporaryDir folder;
    std::vector<QByteArray> seen;
    // Says back what it got, credentials and all.
    ScriptedServer server{[this](Peer &peer) {
        if (!peer.received().contains("\r\n\r\n"))
            return;
        seen.push_back(peer.received());
        peer.clear();
        QByteArray body = "pineapple juice\n" + seen.back();
        if (seen.back().startsWith("GET /large"))
            body += QByteArray(4'000'000, 'x');
        peer.send(seen.back().startsWith("GET /gone")
                      ? QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                      : ok(body));
    }};

    Stage()
    {
        for (const char *place : {"XDG_DATA_HOME", "XDG_CONFIG_HOME"})
            qputenv(place, folder.path().toLocal8Bit());
    }
    [[nodiscard]] QString history() const
    {
        return folder.filePath(QStringLiteral("sonde/history"));
    }
    [[nodiscard]] Outcome keep(const QString &path, const QStringList &more = {}) const
    {
        return run(QStringList{QStringLiteral("send"), QStringLiteral("--history"),
                               QStringLiteral("-s"), at(server, path)} +
                   more);
    }
    static Outcome list(const QStringList &words = {})
    {
        return run(QStringList{QStringLiteral("history")} + words);
    }
    static Outcome list(const char *words) { return list(QString::fromUtf8(words).split(u' ')); }
    // Of each file of it: the journal of the index, too.
    [[nodiscard]] bool holds(const QByteArray &octets) const
    {
        return !testing::filesWith(history(), octets).isEmpty();
    }
};

QJsonArray calls(const Outcome &outcome)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(outcome.out, &error);
    if (error.error != QJsonParseError::NoError || !document.isArray())
        qFatal("no array: %s", outcome.out.constData());
    return document.array();
}

} // namespace

class TestProgramHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKeptUnasked()
    {
        const Stage stage;
        QCOMPARE(send(QStringLiteral("-s ") + at(stage.server)).code, 0);
        QVERIFY(!QFile::exists(stage.history()));
        const Outcome none = Stage::list();
        QCOMPARE(none.code, 0);
        QVERIFY2(none.out.startsWith("Nothing is in the history yet"), none.out.constData());
        QVERIFY(calls(Stage::list("--json")).isEmpty());
        // A filter that is wrong is wrong before there is anything to find.
        QCOMPARE(Stage::list("status:abc").code, 2);
        // Looking makes none.
        QVERIFY(!QFile::exists(stage.history()));
    }

    // What a person chose in the window holds for the terminal, too.
    void limitsOfTheWindowHold()
    {
        const Stage stage;
        QDir(stage.folder.path()).mkpath(QStringLiteral("sonde"));
        {
            QFile choices(stage.folder.filePath(QStringLiteral("sonde/window.ini")));
            QVERIFY(choices.open(QIODevice::WriteOnly));
            choices.write("[history]\non=false\noctets=10000000\nkeepSecrets=true\n");
        }
        const QString credentials =
            QStringLiteral("Authorization: Bearer ") + QString::fromLatin1(token);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(stage.keep(QStringLiteral("/large"), {QStringLiteral("-H"), credentials}).code,
                     0);
        const auto kept = calls(Stage::list("--json")).size();
        QVERIFY2(kept > 0 && kept < 4, QByteArray::number(kept).constData());
        QVERIFY(!stage.holds(token));
    }

    void keepsListsAndFinds()
    {
        const Stage stage;
        const Outcome sent = stage.keep(QStringLiteral("/orders/7"));
        QVERIFY2(sent.code == 0, sent.error.constData());
        QVERIFY(sent.out.startsWith("pineapple juice")); // what is sent is printed as ever
        QCOMPARE(stage.keep(QStringLiteral("/gone")).code, 0);
        const Outcome failed =
            run({QStringLiteral("send"), QStringLiteral("--history"), QStringLiteral("-s"),
                 QStringLiteral("http://127.0.0.1:1/nobody")});
        QCOMPARE(failed.code, 7);

        const Outcome all = Stage::list();
        QCOMPARE(all.code, 0);
        const QByteArrayList lines = all.out.trimmed().split('\n');
        QVERIFY2(lines.size() == 5, all.out.constData()); // two more for what went wrong
        QVERIFY2(lines[0].contains(" ---  GET ") && lines[0].endsWith("/nobody"),
                 lines[0].constData());
        QVERIFY2(lines[1].startsWith("       ") && lines[1].contains("refused"),
                 lines[1].constData());
        QVERIFY2(lines[3].contains(" 404  GET ") && lines[3].endsWith("/gone"),
                 lines[3].constData());
        QVERIFY2(lines[4].contains(" 200  GET ") && lines[4].endsWith("/orders/7"),
                 lines[4].constData());
        for (const QByteArray &line : lines)
            QVERIFY2(line.size() <= 80, line.constData());

        const auto count = [](const char *words) { return calls(Stage::list(words)).size(); };
        QCOMPARE(count("--json"), 3);
        QCOMPARE(count("--json status:404"), 1);
        QCOMPARE(count("--json -status:404"), 2);
        QCOMPARE(count("-status:404 --json --limit 1"), 1);
        QCOMPARE(count("--json -- -status:404"), 2);
        QCOMPARE(count("--json is:failed"), 1);
        QCOMPARE(count("--json body:pineap method:GET"), 1);
        QCOMPARE(count("--json method:POST"), 0);
        QVERIFY(Stage::list("method:POST").out.startsWith("No call in the history"));
        const Outcome two = Stage::list("--limit 2");
        QCOMPARE(two.code, 0);
        QVERIFY2(two.error.contains("1 more"), two.error.constData());

        const QJsonObject oldest = calls(Stage::list("--json orders")).first().toObject();
        QCOMPARE(oldest.value(QStringLiteral("id")).toInt(), 1);
        QCOMPARE(oldest.value(QStringLiteral("method")).toString(), QStringLiteral("GET"));
        QCOMPARE(oldest.value(QStringLiteral("status")).toInt(), 200);
        QCOMPARE(oldest.value(QStringLiteral("version")).toString(), QStringLiteral("HTTP/1.1"));
        QCOMPARE(oldest.value(QStringLiteral("bodyBytes")).toInt(), sent.out.size());
        QVERIFY(oldest.value(QStringLiteral("error")).isNull());
        QVERIFY(calls(Stage::list("--json is:failed"))
                    .first()
                    .toObject()
                    .value(QStringLiteral("status"))
                    .isNull());
        // What the manual says of each is what each has.
        const QByteArray manual = run({QStringLiteral("help"), QStringLiteral("--man")}).out;
        const QByteArray chapter = manual.sliced(manual.indexOf(".SH THE LIST OF HISTORY"));
        for (const QString &name : oldest.keys())
            QVERIFY2(chapter.contains("\\fB" + name.toUtf8() + "\\fR"), qPrintable(name));
    }

    void keepsWhatARunSends()
    {
        const Stage stage;
        const QString file = stage.folder.filePath(QStringLiteral("calls.http"));
        {
            QFile calls(file);
            QVERIFY(calls.open(QIODevice::WriteOnly));
            calls.write("@host = " + at(stage.server, QString()).toUtf8() + "\n@hidden = " + key +
                        "\n### First\nGET {{host}}/orders\nAuthorization: "
                        "Bearer " +
                        token +
                        "\n\n### Second\nGET {{host}}/a?api_key={{hidden}}\n\n"
                        "### Third\n# [assert] status == 200\nGET {{host}}/gone\n");
        }
        QCOMPARE(run({QStringLiteral("run"), file}).code, 1);
        QVERIFY(!QFile::exists(stage.history()));
        const Outcome kept = run({QStringLiteral("run"), QStringLiteral("--history"),
                                  QStringLiteral("--parallel"), QStringLiteral("3"), file});
        QCOMPARE(kept.code, 1);
        QVERIFY2(kept.error.isEmpty(), kept.error.constData());
        QCOMPARE(stage.keep(QStringLiteral("/alone")).code, 0);
        QCOMPARE(calls(Stage::list("--json")).size(), 4);
        QCOMPARE(calls(Stage::list("--json from:send")).size(), 1);
        const QJsonArray ofRun = calls(Stage::list("--json from:run"));
        QCOMPARE(ofRun.size(), 3);
        QStringList titles;
        for (const QJsonValue &one : ofRun) {
            QCOMPARE(one[QStringLiteral("file")].toString(), file);
            QCOMPARE(one[QStringLiteral("from")].toString(), QStringLiteral("run"));
            titles.append(one[QStringLiteral("title")].toString());
        }
        titles.sort();
        QCOMPARE(titles, (QStringList{"First", "Second", "Third"}));
        for (const QByteArray &secret : {token, key})
            QVERIFY2(!stage.holds(secret), secret.constData());
        QVERIFY(stage.holds("pineapple juice"));
    }

    void aRunThatCannotBeKeptIsNotSent()
    {
        const Stage stage;
        QVERIFY(QDir(stage.folder.path()).mkpath(QStringLiteral("sonde")));
        QVERIFY(QFile(stage.history()).open(QIODevice::WriteOnly)); // in the way
        const QString file = stage.folder.filePath(QStringLiteral("calls.http"));
        {
            QFile calls(file);
            QVERIFY(calls.open(QIODevice::WriteOnly));
            calls.write("GET " + at(stage.server).toUtf8() + "\n");
        }
        const Outcome refused = run({QStringLiteral("run"), QStringLiteral("--history"), file});
        QVERIFY(refused.code != 0);
        QVERIFY2(refused.error.contains("The history cannot be kept"), refused.error.constData());
        QVERIFY(stage.seen.empty());
    }

    void showsWhatShowShows()
    {
        const Stage stage;
        const QString bundle = stage.folder.filePath(QStringLiteral("same.sonde"));
        QCOMPARE(stage.keep(QStringLiteral("/a"), {QStringLiteral("--bundle"), bundle}).code, 0);
        for (const char *view : {"", "--headers", "--connection", "--timing", "--frames",
                                 "--records", "--windows", "--hpack", "--body", "--json"}) {
            const QStringList more = QString::fromUtf8(view).split(u' ', Qt::SkipEmptyParts);
            const Outcome here =
                Stage::list(QStringList{QStringLiteral("show"), QStringLiteral("1")} + more);
            const Outcome there = run(QStringList{QStringLiteral("show"), bundle} + more);
            QVERIFY2(here.code == 0, here.error.constData());
            // Both say when they were made; that may be a moment apart.
            const auto rest = [&](const QByteArray &out) {
                return *view ? out : out.sliced(out.indexOf('\n'));
            };
            QCOMPARE(rest(here.out), rest(there.out));
        }
        const auto &options = cli::historySyntax().options;
        for (const cli::VerbOption &option : cli::showSyntax().options)
            QVERIFY(std::ranges::find(options, option.name, &cli::VerbOption::name) !=
                    options.end());
    }

    void secretsAreNowhere()
    {
        const Stage stage;
        const QStringList header{QStringLiteral("-H"), QStringLiteral("Authorization: Bearer ") +
                                                           QString::fromLatin1(token)};
        const QString path = QStringLiteral("/a?api_key=") + QString::fromLatin1(key);
        QCOMPARE(stage.keep(path, header).code, 0);
        // To be shown now is not to be kept.
        QCOMPARE(stage
                     .keep(path, header + QStringList{QStringLiteral("-v"),
                                                      QStringLiteral("--show-secrets")})
                     .code,
                 0);
        QCOMPARE(
            stage
                .keep(QStringLiteral("/b"),
                      {QStringLiteral("-u"),
                       QStringLiteral("anna:") + QString::fromLatin1(password),
                       QStringLiteral("--json-data"),
                       QStringLiteral(R"({"password":"%1"})").arg(QString::fromLatin1(password))})
                .code,
            0);
        QVERIFY(stage.seen.size() == 3 && stage.seen[0].contains(token) &&
                stage.seen[0].contains(key) && stage.seen[2].contains(password));
        QVERIFY(stage.holds("pineapple juice"));
        for (const QByteArray &secret : {token, key, password, ("anna:" + password).toBase64()}) {
            QVERIFY2(!stage.holds(secret), secret.constData());
            for (const char *words : {"", "--json", "show 1", "show 1 --json", "show 1 --headers",
                                      "show 1 --show-secrets", "show 2 --show-secrets", "show 3"}) {
                const Outcome shown =
                    Stage::list(QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts));
                QCOMPARE(shown.code, 0);
                QVERIFY2(!shown.out.contains(secret) && !shown.error.contains(secret), words);
            }
        }
        QVERIFY(Stage::list("show 1 --body").out.startsWith("pineapple juice"));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *words, int code, const char *says) {
            QTest::newRow(words) << QString::fromUtf8(words) << code << QByteArray(says);
        };
        row("status:abc", 2, "status:abc: a status is a number");
        row("method:GET time>soon", 2,
            "       method:GET time>soon\n                  ^^^^^^^^^\n");
        row("nope:1", 2, "nope:1: this can be asked for: status,");
        row("body:\"open", 2, "quotation mark");
        row("--limit many", 2, "--limit takes a number");
        row("--limit -3", 2, "--limit takes a number");
        row("--headers", 2, "sonde history show ID --headers");
        row("--nope", 2, "no option --nope");
        row("show", 2, "the number of one call");
        row("show x", 2, "the number of one call");
        row("show 1 2", 2, "the number of one call");
        row("show 1 --limit 3", 2, "not with one call");
        row("show 99", 26, "There is no call 99");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const Stage stage;
        QCOMPARE(stage.keep(QStringLiteral("/")).code, 0);
        const Outcome outcome = Stage::list(words.split(u' '));
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.error.contains(says), outcome.error.constData());
        QVERIFY(outcome.out.isEmpty());
    }

    void aHistoryThatCannotBeIsSaidBeforeAnythingIsSent()
    {
        const Stage stage;
        QVERIFY(QDir().mkpath(stage.history()));
        QFile index(stage.history() + QStringLiteral("/index.db"));
        QVERIFY(index.open(QIODevice::WriteOnly));
        index.write(QByteArray(4096, 'x'));
        index.close();
        const Outcome sent =
            run({QStringLiteral("send"), QStringLiteral("--history"), at(stage.server)});
        QCOMPARE(sent.code, 26);
        QVERIFY2(sent.error.contains("damaged"), sent.error.constData());
        QVERIFY(stage.seen.empty());
        const Outcome listed = Stage::list();
        QCOMPARE(listed.code, 26);
        QVERIFY2(listed.error.contains("damaged") &&
                     listed.error.contains(stage.history().toUtf8()),
                 listed.error.constData());
    }
};

QTEST_GUILESS_MAIN(TestProgramHistory)
#include "tst_program_history.moc"

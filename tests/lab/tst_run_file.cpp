// A run that is saved says the same when it is read again, keeps no credentials, and refuses what
// no Sonde has written.
#include "lab/report_csv.h"
#include "lab/report_json.h"
#include "lab/report_markdown.h"
#include "lab/run_change.h"
#include "lab/run_file.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::lab;

namespace
{

Trial trial(Slot slot, double makespan)
{
    Trial trial{.slot = slot, .makespan = makespan, .cpu = 1.5, .dispatch = 0.25};
    trial.connections = 1;
    trial.opened = slot.block == 0 ? 1 : 0;
    trial.ledger = {.sent = 100,
                    .received = 900,
                    .plain = 950,
                    .requestHeads = 60,
                    .responseHeads = 90,
                    .framing = 9,
                    .content = 700};
    trial.items = {{.milliseconds = makespan, .status = 200}};
    Observation seen{.status = 200,
                     .headers = {{"Content-Type", "application/json"},
                                 {"X-Version", slot.arm == 0 ? "one" : "two"},
                                 {"Set-Cookie", "id=very-secret; Path=/"}},
                     .decodedOctets = 7,
                     .bodyHash = QByteArray(32, 'x'),
                     .body = QByteArray("{\"a\":1}"),
                     .server = "127.0.0.1:80",
                     .tls = "TLSv1.3"};
    trial.observations.emplace_back(0, std::move(seen));
    return trial;
}

Run sampleRun(double factor = 0.8, double all = 1)
{
    Run run;
    run.setup.plan = {
        .arms = {{.version = http::VersionPolicy::Http11}, {.version = http::VersionPolicy::Http2}},
        .blocks = 8,
        .seed = 12345678901234567890ULL};
    http::Request request;
    request.method = *http::Method::parse("PUT");
    request.target = *http::Target::parse(QStringLiteral("https://a.test/x?api_key=geheim&q=1"));
    request.headers = {{"Authorization", "Bearer top-secret"}, {"X-Plain", "stays"}};
    request.content = http::Content::of("{\"password\":\"hush\",\"n\":1}", "application/json");
    run.setup.requests = {request};
    run.setup.options.tls.verify = net::Verify::ReportOnly;
    Random random(7);
    for (const Slot slot : schedule(run.setup.plan)) {
        const double time = 50 * all * (slot.arm == 1 ? factor : 1) + random.unit();
        run.state.trials.push_back(std::make_shared<const Trial>(trial(slot, time)));
    }
    run.state.planned = run.state.trials.size();
    run.state.stage = Experiment::Stage::Over;
    run.state.looks = {std::make_shared<const Trial>(trial({.arm = 0}, 50)),
                       std::make_shared<const Trial>(trial({.arm = 1}, 40))};
    run.environment = {{"kernel", QStringLiteral("6.1")}};
    return run;
}

} // namespace

class TestRunFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedRunSaysTheSame()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.json"));
        Run run = sampleRun();
        Trial broken = *run.state.trials[9];
        broken.items.front().error =
            http::Error{.code = http::Code::TruncatedResponse, .sentence = QStringLiteral("Cut.")};
        run.state.trials[9] = std::make_shared<const Trial>(broken);
        run.state.stopped = true;
        QVERIFY(saveRun(run, path));
        const auto read = loadRun(path);
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
        QCOMPARE(read->setup.plan.arms, run.setup.plan.arms);
        QCOMPARE(read->setup.plan.seed, run.setup.plan.seed);
        QCOMPARE(schedule(read->setup.plan), schedule(run.setup.plan));
        QCOMPARE(read->environment, run.environment);
        QCOMPARE(read->state.trials.size(), run.state.trials.size());
        QVERIFY(read->state.stopped);
        QCOMPARE(*read->state.trials[9]->error(), *run.state.trials[9]->error());
        QCOMPARE(read->setup.options.tls.verify, net::Verify::ReportOnly);
        const Result before = evaluate(run.setup, run.state);
        const Result after = evaluate(read->setup, read->state);
        QCOMPARE(before.comparisons.front().outcome, Outcome::Different);
        QCOMPARE(verdictSentence(after, after.comparisons.front()),
                 verdictSentence(before, before.comparisons.front()));
        QCOMPARE(responsesSentence(after), responsesSentence(before));
        QCOMPARE(after.warnings.size(), before.warnings.size());
        QCOMPARE(after.arms[1].ledger, before.arms[1].ledger);
    }

    void credentialsStayOut()
    {
        const QByteArray text = runText(sampleRun());
        for (const char *secret : {"top-secret", "geheim", "very-secret"})
            QVERIFY2(!text.contains(secret), secret);
        QVERIFY(!text.contains(QByteArray("hush").toBase64().chopped(2)));
        QVERIFY(text.contains("stays"));
        const auto read = readRun(text);
        QVERIFY(read);
        QVERIFY(read->redacted.contains(QStringLiteral("Authorization")));
        const auto &content = read->setup.requests.front().content;
        QVERIFY(content.present);
        QVERIFY(!std::get<http::OctetsSegment>(content.segments.front()).octets.contains("hush"));
        QVERIFY(read->setup.requests.front().target.url().contains("q=1"));
    }

    void whatIsNoRunIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto changed = [](auto change) {
            QJsonObject root = QJsonDocument::fromJson(runText(sampleRun())).object();
            change(root);
            return QJsonDocument(root).toJson();
        };
        const auto trials = [&](auto change) {
            return changed([&](QJsonObject &root) {
                QJsonArray array = root[u"trials"].toArray();
                QJsonObject one = array[3].toObject();
                change(one);
                array[3] = one;
                root[u"trials"] = array;
            });
        };
        const QString no = QStringLiteral("no saved comparison");
        QTest::newRow("empty") << QByteArray() << no;
        QTest::newRow("no JSON") << QByteArray("\x7f"
                                               "ELF")
                                 << no;
        QTest::newRow("other JSON") << QByteArray("{\"log\":{}}") << no;
        QTest::newRow("newer") << changed([](QJsonObject &root) { root[u"sondeComparison"] = 99; })
                               << QStringLiteral("newer Sonde");
        QTest::newRow("no request")
            << changed([](QJsonObject &root) { root[u"requests"] = QJsonArray(); })
            << QStringLiteral("no request");
        QTest::newRow("arms") << changed([](QJsonObject &root) {
            QJsonObject plan = root[u"plan"].toObject();
            plan[u"arms"] = QJsonArray();
            root[u"plan"] = plan;
        }) << QStringLiteral("plan");
        QTest::newRow("arm") << trials([](QJsonObject &one) { one[u"arm"] = 7; })
                             << QStringLiteral("Trial 4");
        QTest::newRow("block") << trials([](QJsonObject &one) { one[u"block"] = 1000; })
                               << QStringLiteral("Trial 4");
        QTest::newRow("time") << trials([](QJsonObject &one) { one[u"makespanMs"] = -1; })
                              << QStringLiteral("Trial 4");
        QTest::newRow("long") << trials([](QJsonObject &one) { one[u"makespanMs"] = 1e300; })
                              << QStringLiteral("Trial 4");
        QTest::newRow("items") << trials([](QJsonObject &one) { one[u"items"] = QJsonArray(); })
                               << QStringLiteral("Trial 4");
    }

    void whatIsNoRunIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto read = readRun(text);
        QVERIFY(!read);
        QVERIFY2(read.error().sentence.contains(says), qPrintable(read.error().sentence));
    }

    void everyTruncationIsRefused()
    {
        const QByteArray whole = runText(sampleRun());
        for (qsizetype size = 0; size < whole.size() - 2; size += 997)
            QVERIFY(!readRun(whole.first(size)));
    }

    void missingFileIsTold()
    {
        const auto read = loadRun(QStringLiteral("/nowhere/run.json"));
        QVERIFY(!read);
        QCOMPARE(read.error().code, http::Code::FileMissing);
    }

    void keepsWhenItWasTaken()
    {
        Run run = sampleRun();
        QVERIFY(!readRun(runText(run))->taken.isValid());
        run.taken = QDateTime(QDate(2026, 11, 28), QTime(3, 12, 58, 125), Qt::UTC);
        QCOMPARE(readRun(runText(run))->taken, run.taken);
    }

    void csvHasALineForEveryRequest()
    {
        const Run run = sampleRun();
        const QList<QByteArray> lines = reportCsv(run).split('\n');
        QCOMPARE(lines.size(), qsizetype(run.state.trials.size()) + 2);
        const qsizetype columns = lines.front().count(',');
        QCOMPARE(lines[1].count(','), columns);
        QVERIFY(lines[1].startsWith("1,0,1,\"HTTP/"));
        QVERIFY(lines[1].contains(",200,"));
    }

    void twoRunsAreCompared()
    {
        const Run before = sampleRun();
        const Run same = sampleRun();
        const Run slower = sampleRun(0.8, 1.5);
        const Result earlier = evaluate(before.setup, before.state);
        const auto none = changesOf(before, earlier, same, evaluate(same.setup, same.state));
        QCOMPARE(none.size(), size_t(2));
        QVERIFY(std::ranges::none_of(none, &ArmChange::shown));
        const auto moved = changesOf(before, earlier, slower, evaluate(slower.setup, slower.state));
        QVERIFY(std::ranges::all_of(moved, &ArmChange::shown));
        QVERIFY(moved.front().moved.isInside(20, 30));
        QCOMPARE(changeTable(moved).rows.front().cells.back(),
                 QStringLiteral("slower than before"));
        QVERIFY(unlike(before, same).isEmpty());
        Run other = same;
        other.environment.clear();
        QCOMPARE(unlike(before, other).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRunFile)
#include "tst_run_file.moc"

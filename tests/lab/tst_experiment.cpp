// Whole runs: with a bench that a test imagines, and on the engine against the playground's server.
#include "lab/report_html.h"
#include "lab/report_json.h"
#include "lab/report_markdown.h"
#include "playground/playground.h"
#include "tests/client/loopback_server.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace sonde;
using namespace sonde::lab;

namespace
{

using http::VersionPolicy;

const Arm h1{.version = VersionPolicy::Http11};
const Arm h2{.version = VersionPolicy::Http2};
const Arm h2c{.version = VersionPolicy::H2c};

Experiment::Setup setupFor(const QByteArray &url, std::vector<Arm> arms, int blocks = 6)
{
    Experiment::Setup setup{.plan = {.arms = std::move(arms),
                                     .blocks = blocks,
                                     .seed = 11,
                                     .pause = std::chrono::milliseconds(1)}};
    http::Request request;
    request.target = *http::Target::parse(QString::fromLatin1(url));
    setup.requests = {request};
    return setup;
}

// Answers at once, or as the test says.
class ImaginedBench : public Bench
{
public:
    using Answer = std::function<Trial(Slot slot, int number)>;
    explicit ImaginedBench(Answer answer)
        : m_answer(std::move(answer))
    {
    }
    QCoro::Task<http::Result<Trial>> look(int arm) override
    {
        Trial trial = m_answer({.arm = arm}, -1);
        if (const auto error = trial.error())
            co_return std::unexpected(*error);
        co_return trial;
    }
    QCoro::Task<Trial> run(Slot slot) override { co_return m_answer(slot, m_number++); }
    void stop() override {}

private:
    const Answer m_answer;
    int m_number = 0;
};

Trial answered(Slot slot, int status = 200)
{
    Trial trial{.slot = slot, .makespan = 10};
    trial.items = {{.milliseconds = 10, .status = status}};
    return trial;
}

Trial failed(Slot slot)
{
    Trial trial{.slot = slot};
    trial.items = {{.error = http::Error{.code = http::Code::ConnectionRefused,
                                         .sentence = QStringLiteral("Nobody listens.")}}};
    return trial;
}

Experiment::State imagine(const Experiment::Setup &setup, ImaginedBench::Answer answer)
{
    Experiment experiment(
        setup, [&](const auto &) { return std::make_unique<ImaginedBench>(std::move(answer)); });
    experiment.start();
    experiment.wait();
    return experiment.state();
}

Experiment::State measure(const Experiment::Setup &setup)
{
    Experiment experiment(setup);
    experiment.start();
    experiment.wait();
    return experiment.state();
}

QStringList named(const Result &result, Nature nature)
{
    QStringList names;
    for (const auto &request : result.responses) {
        for (const Difference &difference : request) {
            if (difference.nature == nature)
                names += QString::fromUtf8(difference.feature.name);
        }
    }
    return names;
}

bool warns(const Result &result, Warning::Kind kind)
{
    return std::ranges::find(result.warnings, kind, &Warning::kind) != result.warnings.end();
}

} // namespace

class TestExperiment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_playground =
            std::make_unique<playground::Playground>(playground::Setup{.folder = m_folder.path()});
        QVERIFY(m_playground->start());
    }

    void allTrialsInTheirOrder()
    {
        const auto setup = setupFor("http://127.0.0.1:1/", {h1, h2c}, 3);
        const auto state = imagine(setup, [](Slot slot, int) { return answered(slot); });
        QCOMPARE(state.stage, Experiment::Stage::Over);
        QVERIFY(!state.error);
        QVERIFY(!state.stopped);
        QCOMPARE(state.looks.size(), size_t(2));
        const auto slots = schedule(setup.plan);
        QCOMPARE(state.trials.size(), slots.size());
        for (size_t i = 0; i < slots.size(); ++i)
            QCOMPARE(state.trials[i]->slot, slots[i]);
    }

    void versionThatIsNotOfferedEndsIt()
    {
        const auto setup = setupFor("http://127.0.0.1:1/", {h1, h2c}, 3);
        const auto state = imagine(
            setup, [](Slot slot, int) { return slot.arm == 1 ? failed(slot) : answered(slot); });
        QCOMPARE(state.stage, Experiment::Stage::Over);
        QVERIFY(state.trials.empty());
        QCOMPARE(state.error->sentence, QStringLiteral("Nobody listens."));
    }

    // One failure is data, three in a row are an end; what was measured stays.
    void serverThatDies()
    {
        const auto setup = setupFor("http://127.0.0.1:1/", {h1, h2c}, 6);
        const auto once = imagine(setup, [](Slot slot, int number) {
            return number == 7 ? failed(slot) : answered(slot);
        });
        QCOMPARE(once.trials.size(), once.planned);
        QVERIFY(!once.error);
        const auto state = imagine(setup, [](Slot slot, int number) {
            return number >= 20 ? failed(slot) : answered(slot);
        });
        QCOMPARE(state.trials.size(), size_t(23));
        QCOMPARE(state.error->code, http::Code::ConnectionRefused);
        QVERIFY(warns(evaluate(setup, state), Warning::Kind::Incomplete));
    }

    void tooManyRequestsEndIt()
    {
        const auto setup = setupFor("http://127.0.0.1:1/", {h1, h2c}, 6);
        const auto state = imagine(
            setup, [](Slot slot, int number) { return answered(slot, number >= 10 ? 429 : 200); });
        QCOMPARE(state.trials.size(), size_t(11));
        QVERIFY2(state.error->sentence.contains(u"429"), qPrintable(state.error->sentence));
        QCOMPARE(evaluate(setup, state).comparisons.front().outcome, Outcome::NoVerdict);
    }

    void timeLeftIsEstimated()
    {
        Experiment::State state{.planned = 10};
        QVERIFY(!timeLeft(state));
        state.trials.resize(4);
        state.measuredFor = std::chrono::seconds(8);
        QCOMPARE(timeLeft(state)->count(), 12'000);
    }

    // --- on the engine

    void versionsAreTakenAsPinned()
    {
        const auto setup = setupFor(m_playground->httpUrl() + "/version", {h1, h2c});
        const auto state = measure(setup);
        QVERIFY2(!state.error, qPrintable(state.error ? state.error->sentence : QString()));
        for (const auto &trial : state.trials) {
            QCOMPARE(trial->calls.size(), size_t(1));
            const auto exchange = trial->calls.front()->last().exchange->state();
            const auto version = exchange.connection->state().version;
            QCOMPARE(version, trial->slot.arm == 0 ? http::Version::Http11 : http::Version::Http2);
            QVERIFY(trial->makespan > 0);
            QVERIFY(trial->makespan >= trial->dispatch);
        }
        const Result result = evaluate(setup, state);
        // The body says which version it came over, Date and the connection's number change anyway.
        QCOMPARE(named(result, Nature::ProtocolDependent), QStringList("/version"));
        QVERIFY(named(result, Nature::Volatile).contains("/connection/number"));
        QVERIFY(!warns(result, Warning::Kind::DifferentServers));
        QVERIFY(!warns(result, Warning::Kind::Reopened));
    }

    void startsDecideOnConnections_data()
    {
        QTest::addColumn<QByteArray>("start");
        for (const char *start : {"cold", "resumed", "warm"})
            QTest::newRow(start) << QByteArray(start);
    }
    void startsDecideOnConnections()
    {
        QFETCH(QByteArray, start);
        auto arms = std::vector{h1, h2};
        for (Arm &arm : arms)
            arm.start = start == "cold"      ? Start::Cold
                        : start == "resumed" ? Start::Resumed
                                             : Start::Warm;
        auto setup = setupFor(m_playground->httpsUrl() + "/version", arms, 2);
        setup.options.tls.pinnedDer = m_playground->certificateDer();
        const auto state = measure(setup);
        QVERIFY2(!state.error, qPrintable(state.error ? state.error->sentence : QString()));
        std::map<trace::ConnectionId, int> owners;
        for (const auto &trial : state.trials) {
            const auto connection = trial->calls.front()->last().exchange->state().connection;
            // No arm meets a connection of another, nor of its control.
            const int label = trial->slot.control ? 99 : trial->slot.arm;
            const auto [owner, isNew] = owners.emplace(connection->id(), label);
            QCOMPARE(owner->second, label);
            const bool counts = trial->slot.block > 0;
            if (start == "warm" && counts) {
                QCOMPARE(trial->opened, 0);
                QCOMPARE(trial->ledger.handshake, quint64(0));
            } else if (counts) {
                QVERIFY(isNew);
                QCOMPARE(trial->opened, 1);
                QCOMPARE(trial->resumed, start == "resumed" ? 1 : 0);
                QVERIFY(trial->ledger.handshake > 0);
            }
        }
    }

    void batchesUseTheirConnections()
    {
        auto wide = h1;
        wide.connections = 3;
        auto two = h2c;
        two.connections = 2;
        auto setup = setupFor(m_playground->httpUrl() + "/version", {wide, h2c, two}, 2);
        setup.plan.batch = 12;
        const auto state = measure(setup);
        QVERIFY2(!state.error, qPrintable(state.error ? state.error->sentence : QString()));
        for (const auto &trial : state.trials) {
            QCOMPARE(trial->items.size(), size_t(12));
            const auto &arm = setup.plan.arms[size_t(trial->slot.arm)];
            QVERIFY(trial->connections <= arm.connections);
            if (arm.version == VersionPolicy::H2c)
                QCOMPARE(trial->connections, arm.connections);
            for (const Item &item : trial->items) {
                QCOMPARE(item.status, 200);
                QVERIFY(item.milliseconds > 0 && item.milliseconds <= trial->makespan);
            }
        }
    }

    // In cleartext, what the connections counted is what the exchanges account for, but for control
    // frames; over a warm HTTP/1.1 connection there is nothing else at all.
    void ledgerAddsUp()
    {
        const auto setup = setupFor(m_playground->httpUrl() + "/version", {h1, h2c}, 2);
        const auto state = measure(setup);
        for (const auto &trial : state.trials) {
            const Ledger &ledger = trial->ledger;
            QCOMPARE(ledger.plain, ledger.sent + ledger.received);
            QCOMPARE(ledger.tlsRecords(), quint64(0));
            if (trial->slot.arm == 0)
                QCOMPARE(ledger.control(), quint64(0));
            QVERIFY(ledger.content > 0 && ledger.requestHeads > 0 && ledger.responseHeads > 0);
        }
    }

    void linesDelayConnectingToo_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<int>("roundTrips");
        QTest::newRow("cold in the clear") << QByteArray("cold") << false << 2;
        QTest::newRow("warm in the clear") << QByteArray("warm") << false << 1;
        QTest::newRow("cold with TLS 1.3") << QByteArray("cold") << true << 3;
        QTest::newRow("warm with TLS 1.3") << QByteArray("warm") << true << 1;
    }
    // What a machine cannot do sooner, however fast it is.
    void linesDelayConnectingToo()
    {
        QFETCH(QByteArray, start);
        QFETCH(bool, tls);
        QFETCH(int, roundTrips);
        auto arms = std::vector{h1, tls ? h2 : h2c};
        for (Arm &arm : arms)
            arm.start = start == "cold" ? Start::Cold : Start::Warm;
        auto setup = setupFor(
            (tls ? m_playground->httpsUrl() : m_playground->httpUrl()) + "/version", arms, 1);
        setup.options.tls.pinnedDer = m_playground->certificateDer();
        setup.plan.line = {.rtt = std::chrono::milliseconds(20)};
        const auto state = measure(setup);
        QVERIFY2(!state.error, qPrintable(state.error ? state.error->sentence : QString()));
        for (const auto &trial : state.trials) {
            if (trial->slot.block == 0)
                continue; // a warm arm opens its connection in it
            QVERIFY2(trial->makespan >= 20 * roundTrips,
                     qPrintable(QString::number(trial->makespan)));
            QVERIFY(trial->lineCpu > 0);
            const auto connection = trial->calls.front()->last().exchange->state().connection;
            const auto events = connection->state().events;
            const auto from = trace::firstOf(events, trace::What::ConnectStarted);
            const auto to = trace::firstOf(events, trace::What::ConnectFinished);
            QVERIFY(from && to && *to - *from >= std::chrono::milliseconds(20));
        }
        // Stamped wherever the numbers are shown.
        const Result result = evaluate(setup, state);
        const QJsonValue line =
            reportJson({.setup = setup, .state = state}, result)[u"plan"][u"line"];
        QCOMPARE(line[u"spec"].toString(), QStringLiteral("rtt=20ms"));
        QCOMPARE(line[u"layer"].toString(), QStringLiteral("above TCP"));
        const QByteArray truth = "no slow start, no loss";
        QVERIFY(reportMarkdown(setup, result).contains(truth));
        QVERIFY(reportHtml(setup, result).contains(truth));
        QVERIFY(verdictText(setup, result).contains(u"20 ms delay line"));
    }

    // Six connections and one take the same time through the same bucket: that of the octets.
    void linesHaveOneBucketForAllConnections()
    {
        auto six = h1;
        six.connections = 6;
        auto setup = setupFor(m_playground->httpUrl() + "/bytes/20000", {h1, six, h2c}, 1);
        for (Arm &arm : setup.plan.arms)
            arm.start = Start::Cold;
        setup.plan.batch = 6;
        setup.plan.line = {.rtt = std::chrono::milliseconds(10), .downBits = 4'000'000};
        const auto state = measure(setup);
        QVERIFY2(!state.error, qPrintable(state.error ? state.error->sentence : QString()));
        for (const auto &trial : state.trials) {
            const double least = double(trial->ledger.received) * 8 / 4e6 * 1e3;
            QVERIFY(least > 240); // 120,000 octets and their heads
            QVERIFY2(trial->makespan >= 0.98 * least, qPrintable(QString::number(trial->makespan)));
        }
    }

    // Two arms that do the same, a few times over on real sockets.
    void theSameIsNotCalledDifferent()
    {
        auto twin = h1;
        twin.connections = 2; // of which one request takes one
        int different = 0;
        for (quint64 seed = 1; seed <= 8; ++seed) {
            auto setup = setupFor(m_playground->httpUrl() + "/version", {h1, twin}, 8);
            setup.plan.seed = seed;
            const Result result = evaluate(setup, measure(setup));
            QVERIFY(result.comparisons.front().outcome != Outcome::NoVerdict);
            different += result.comparisons.front().outcome == Outcome::Different ? 1 : 0;
        }
        QVERIFY2(different <= 1, qPrintable(QString::number(different)));
    }

    void stopKeepsWhatIsDone()
    {
        Experiment experiment(setupFor(m_playground->httpUrl() + "/version", {h1, h2c}, 400));
        experiment.start();
        QTRY_VERIFY_WITH_TIMEOUT(experiment.state().trials.size() > 20, 20'000);
        experiment.stop();
        experiment.wait();
        const auto state = experiment.state();
        QVERIFY(state.stopped);
        QVERIFY(!state.error);
        QVERIFY(state.trials.size() < state.planned);
        QCOMPARE(state.stage, Experiment::Stage::Over);
    }

    // Stopped while a server keeps silent.
    void stopCutsATrial()
    {
        testing::LoopbackServer silent(
            testing::LoopbackServer::Speaks::Http1, [](const testing::LoopbackRequest &) {
                return testing::LoopbackReply{.then = testing::LoopbackReply::Then::HangBefore};
            });
        Experiment experiment(setupFor(silent.url(), {h1, h2c}));
        experiment.start();
        QTRY_COMPARE_WITH_TIMEOUT(silent.connectionsMade(), 1, 20'000);
        QElapsedTimer clock;
        clock.start();
        experiment.stop();
        experiment.wait();
        QVERIFY(clock.elapsed() < 10'000); // the trial's own limit is a minute
        QVERIFY(experiment.state().stopped);
        QVERIFY(!experiment.state().error);
    }

    void serverWithoutHttp2SaysSo()
    {
        testing::LoopbackServer server(testing::LoopbackServer::Speaks::Http1);
        Experiment experiment(setupFor(server.url(), {h1, h2c}));
        experiment.start();
        QTRY_COMPARE_WITH_TIMEOUT(experiment.state().stage, Experiment::Stage::Over, 20'000);
        const auto state = experiment.state();
        QVERIFY(state.error.has_value());
        QVERIFY(!state.error->sentence.isEmpty());
        QVERIFY(state.trials.empty());
        QCOMPARE(state.looks.size(), size_t(1));
    }

    // The keep-alive limit of a server shows as connections that warm trials had to open.
    void keepAliveLimitsAreNoticed()
    {
        int served = 0;
        testing::LoopbackServer server(testing::LoopbackServer::Speaks::Http1,
                                       [&](const testing::LoopbackRequest &) {
                                           testing::LoopbackReply reply{.content = "hello"};
                                           if (++served % 5 == 0)
                                               reply.headers = {{"Connection", "close"}};
                                           return reply;
                                       });
        auto plan = setupFor(server.url(), {h1, h1}, 6);
        plan.plan.arms[1].connections = 2;
        Experiment experiment(plan);
        experiment.start();
        QTRY_COMPARE_WITH_TIMEOUT(experiment.state().stage, Experiment::Stage::Over, 20'000);
        const auto state = experiment.state();
        QVERIFY2(!state.error, qPrintable(state.error ? state.error->sentence : QString()));
        QVERIFY(warns(evaluate(plan, state), Warning::Kind::Reopened));
    }

    void reportsHoldTogether()
    {
        const auto setup = setupFor(m_playground->httpUrl() + "/version", {h1, h2c});
        const auto state = measure(setup);
        const Result result = evaluate(setup, state);
        const QJsonObject json = reportJson({.setup = setup, .state = state}, result);
        QCOMPARE(json.keys(),
                 (QStringList{"arms", "differences", "plan", "responses", "verdict", "warnings"}));
        QCOMPARE(json[u"plan"][u"seed"].toString(), QStringLiteral("11"));
        QCOMPARE(json[u"arms"].toArray().size(), 3);
        QCOMPARE(json[u"arms"][0][u"raw"].toArray().size(), 14);
        QCOMPARE(json[u"differences"][0][u"blocksMs"].toArray().size(), 6);
        QVERIFY(!json[u"verdict"].toString().isEmpty());

        const QByteArray markdown = reportMarkdown(setup, result);
        QVERIFY(markdown.contains("| Median time |"));
        const QByteArray html = reportHtml(setup, result);
        QVERIFY(!html.contains("src=") && !html.contains("href="));
        QCOMPARE(html.count("<svg"), 3);
        // The plots are well-formed on their own.
        qsizetype at = 0;
        for (int i = 0; i < 3; ++i) {
            const qsizetype from = html.indexOf("<svg", at);
            at = html.indexOf("</svg>", from) + 6;
            QXmlStreamReader reader(html.sliced(from, at - from));
            while (!reader.atEnd())
                reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        }
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<playground::Playground> m_playground;
};

QTEST_GUILESS_MAIN(TestExperiment)
#include "tst_experiment.moc"

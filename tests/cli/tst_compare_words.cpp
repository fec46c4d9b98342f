// What the words of sonde compare mean, and what they cannot mean.
#include "cli/compare_text.h"
#include "cli/compare_words.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::cli;

namespace
{

http::Result<CompareWords> read(const QByteArray &line)
{
    const QList<QByteArray> words = line.isEmpty() ? QList<QByteArray>() : line.split(' ');
    return readCompareWords(std::vector(words.begin(), words.end()));
}

// "HTTP/1.1 cold, HTTP/2 cold"
QByteArray arms(const CompareWords &words)
{
    QByteArray text;
    for (const lab::Arm &arm : words.setup.plan.arms)
        text +=
            (text.isEmpty() ? "" : ", ") + arm.label() + ' ' + lab::name(arm.start).toByteArray();
    return text;
}

} // namespace

class TestCompareWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void arms_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char *line, const char *wanted) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(wanted);
        };
        row("https://a.test/", "HTTP/1.1 warm, HTTP/2 warm");
        row("http://a.test/", "HTTP/1.1 warm, h2c warm");
        row("a.test", "HTTP/1.1 warm, h2c warm");
        row("--cold https://a.test/", "HTTP/1.1 cold, HTTP/2 cold");
        row("https://a.test/ --resumed", "HTTP/1.1 resumed, HTTP/2 resumed");
        row("--versions 2,1.1 https://a.test/", "HTTP/2 warm, HTTP/1.1 warm");
        row("--versions=1.0,1.1 https://a.test/", "HTTP/1.0 warm, HTTP/1.1 warm");
        row("--batch 30 https://a.test/", "HTTP/1.1 ×6 warm, HTTP/2 warm");
        row("--batch 30 --connections h1=1 https://a.test/", "HTTP/1.1 warm, HTTP/2 warm");
        row("--batch 30 --connections h1=1,h1=6,h2=1 https://a.test/",
            "HTTP/1.1 warm, HTTP/1.1 ×6 warm, HTTP/2 warm");
        row("https://a.test/x https://a.test/y", "HTTP/1.1 ×6 warm, HTTP/2 warm");
    }
    void arms()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, wanted);
        const auto words = read(line);
        QVERIFY2(words, qPrintable(words ? QString() : words.error().sentence));
        QCOMPARE(::arms(*words), wanted);
    }

    void numbers()
    {
        const auto words = read("--batch 4 --blocks 20 --seed 18446744073709551615 --json --html "
                                "a.html https://a.test/");
        QVERIFY(words);
        QCOMPARE(words->setup.plan.batch, 4);
        QCOMPARE(words->setup.plan.blocks, 20);
        QCOMPARE(words->setup.plan.seed, ~quint64(0));
        QVERIFY(words->json && !words->markdown);
        QCOMPARE(words->htmlFile, QStringLiteral("a.html"));
        const auto plain = read("https://a.test/");
        QCOMPARE(plain->setup.plan.blocks, 15);
        QCOMPARE(plain->setup.plan.batch, 1);
        QVERIFY(plain->setup.plan.seed != read("https://a.test/")->setup.plan.seed);
        QVERIFY(read("--help")->help);
    }

    void conditions()
    {
        const auto words = read("--fail-if slower:2.5% --fail-if different https://a.test/");
        QVERIFY(words);
        QCOMPARE(words->failIf.size(), size_t(2));
        QCOMPARE(words->failIf[0].what, FailIf::What::Slower);
        QCOMPARE(words->failIf[0].share, 0.025);
        QCOMPARE(words->failIf[1].what, FailIf::What::Different);
    }

    void conditionsHold_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<bool>("slower");
        QTest::newRow("slower") << int(lab::Outcome::Different) << 1.06 << true;
        QTest::newRow("by too little") << int(lab::Outcome::Different) << 1.04 << false;
        QTest::newRow("quicker") << int(lab::Outcome::Different) << 0.5 << false;
        QTest::newRow("not shown") << int(lab::Outcome::Inconclusive) << 1.5 << false;
        QTest::newRow("no verdict") << int(lab::Outcome::NoVerdict) << 9.0 << false;
    }
    void conditionsHold()
    {
        QFETCH(int, outcome);
        QFETCH(double, ratio);
        QFETCH(bool, slower);
        lab::Result result;
        result.comparisons = {
            {.arm = 1, .outcome = lab::Outcome(outcome), .ratio = {.median = ratio}}};
        QCOMPARE(holds({.what = FailIf::What::Slower, .share = 0.05}, result), slower);
        QVERIFY(!holds({.what = FailIf::What::Different}, result));
        result.responses = {{{.nature = lab::Nature::Volatile}}};
        QVERIFY(!holds({.what = FailIf::What::Different}, result));
        result.responses = {{{.nature = lab::Nature::ProtocolDependent}}};
        QVERIFY(holds({.what = FailIf::What::Different}, result));
    }

    // The options of send shape the request.
    void requests()
    {
        const auto words = read("-H X-One:1 -k PUT https://a.test/x -d body --batch 2 -L");
        QVERIFY2(words, qPrintable(words ? QString() : words.error().sentence));
        const http::Request &request = words->setup.requests.front();
        QCOMPARE(request.method.token(), QByteArray("PUT"));
        QCOMPARE(request.target.url(), QByteArray("https://a.test/x"));
        QCOMPARE(request.headers.value("X-One")->toByteArray(), QByteArray("1"));
        QVERIFY(words->setup.options.tls.verify == net::Verify::ReportOnly);
        QVERIFY(words->setup.options.followRedirects);
        QCOMPARE(read("--yes -d body https://a.test/")->setup.requests.front().method.token(),
                 QByteArray("POST"));
        const auto several = read("https://a.test/x https://a.test/y");
        QCOMPARE(several->setup.requests.size(), size_t(2));
        QCOMPARE(several->setup.requests[1].target.pathAndQuery, QByteArray("/y"));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *line, const char *says) {
            QTest::newRow(line) << QByteArray(line) << QString::fromUtf8(says);
        };
        row("", "Give a URL or a request file");
        row("--versions 1.1 https://a.test/", "at least two versions");
        row("--versions 1.1,3 https://a.test/", "“3” is none");
        row("--versions 1.1,2 http://a.test/", "name h2c");
        row("--cold --warm https://a.test/", "Only one of");
        row("--resumed http://a.test/", "no TLS session");
        row("--blocks many https://a.test/", "“many” is none");
        row("--blocks 0 https://a.test/", "1 to 500 blocks");
        row("--batch 0 https://a.test/", "1 to 1000");
        row("--seed -1 https://a.test/", "--seed takes a number");
        row("--connections h3=1 https://a.test/", "“h3=1” cannot be read");
        row("--connections h1 https://a.test/", "cannot be read");
        row("--connections h1=0 https://a.test/", "1 to 64 connections");
        row("--fail-if slower https://a.test/", "“slower” is neither");
        row("--fail-if slower:x% https://a.test/", "is neither");
        row("--json --markdown https://a.test/", "one of --json, --markdown and --csv");
        row("-d a=b https://a.test/", "--yes");
        row("POST https://a.test/", "--yes");
        row("--yes -T - https://a.test/", "read only once");
        row("-o file https://a.test/", "leave them out");
        row("-v https://a.test/", "leave them out");
        row("--name x https://a.test/", "--name chooses a request of a .http file");
        row("https://a.test/ https://b.test/", "goes to one origin");
        row("--nonsense https://a.test/", "--nonsense");
        row("--env test https://a.test/", "for the requests of files");
        row("--var x=1 https://a.test/", "for the requests of files");
        row("--var x https://a.test/", "NAME=VALUE");
        row("--line rtt=40 https://a.test/", "“rtt” of a line");
        row("--line delay=40ms https://a.test/", "cannot be read");
        row("--line rtt=0ms https://a.test/", "does something");
    }
    void refusals()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, says);
        const auto words = read(line);
        QVERIFY(!words);
        QVERIFY2(words.error().sentence.contains(says), qPrintable(words.error().sentence));
    }

    void requestFiles()
    {
        const QString path = m_folder.filePath(QStringLiteral("two.http"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("@host = https://a.test\n\n### First\n# @name one\nGET {{host}}/1\nX-A: b\n\n"
                   "### Second\nPOST {{host}}/2\n\nbody\n");
        file.close();
        const QByteArray name = QFile::encodeName(path);
        const auto one = read("--name one --cold " + name);
        QVERIFY2(one, qPrintable(one ? QString() : one.error().sentence));
        QCOMPARE(one->setup.requests.front().target.url(), QByteArray("https://a.test/1"));
        QCOMPARE(one->setup.requests.front().headers.value("X-A")->toByteArray(), QByteArray("b"));
        QVERIFY(read(name).error().sentence.contains(u"choose one with --name: First, Second"));
        QVERIFY(read("--name Second " + name).error().sentence.contains(u"--yes"));
        QCOMPARE(read("--yes --name Second " + name)->setup.requests.front().target.pathAndQuery,
                 QByteArray("/2"));
        QVERIFY(read("--name three " + name).error().sentence.contains(u"choose one"));
        const auto other = read("--name one --var host=https://b.test " + name);
        QCOMPARE(other->setup.requests.front().target.url(), QByteArray("https://b.test/1"));
        QVERIFY(read("--name one --env nowhere " + name).error().sentence.contains(u"nowhere"));
    }

    void lines()
    {
        QVERIFY(read("https://a.test/")->setup.plan.line.isNone());
        const auto words = read("--line rtt=40ms,down=5mbit https://a.test/");
        QCOMPARE(words->setup.plan.line.text(), QByteArray("rtt=40ms,down=5mbit"));
    }

    // Octets of a stranger do not command the terminal.
    void textIsHarmless()
    {
        const auto words = read("https://a.test/");
        lab::Result result = lab::evaluate(words->setup, {});
        result.responses = {{{.nature = lab::Nature::ProtocolDependent,
                              .feature = {lab::Aspect::Field, "x-\x1b[31m"},
                              .values = {QByteArray("\x1b]0;pwned\x07"), std::nullopt}}}};
        const QByteArray text = comparisonText(words->setup, {}, result, Colour::Off);
        QVERIFY(!text.contains('\x1b') && !text.contains('\x07'));
        QVERIFY(text.contains("No verdict"));
    }

    void progress()
    {
        lab::Experiment::State state{.planned = 96};
        QCOMPARE(progressLine(state), QByteArray("looking at each version once"));
        state.stage = lab::Experiment::Stage::Measuring;
        state.trials.resize(24);
        state.measuredFor = std::chrono::milliseconds(2'500);
        QCOMPARE(progressLine(state),
                 QByteArray("trial 24 of 96, about 8 s left; Ctrl-C keeps what is done"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCompareWords)
#include "tst_compare_words.moc"

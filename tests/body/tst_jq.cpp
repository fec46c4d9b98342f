// jq as a child process: its values, what it says of errors, and that it ends when nobody wants it.
#include "body/byte_store.h"
#include "body/jq_filter.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde::body;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

std::shared_ptr<ByteStore> storeOf(const QByteArray &octets, bool whole = true)
{
    auto store = std::make_shared<ByteStore>();
    if (!store->append(octets))
        qFatal("append");
    if (whole)
        store->finish();
    return store;
}

QByteArray wholeOf(const DerivedBody &derived)
{
    return derived.result()->read(0, derived.result()->size()).value_or(QByteArray());
}

std::unique_ptr<Derivation> lines(const QByteArray &expression)
{
    return jqFilter(expression, JqShows::Lines, std::make_shared<JqWatch>());
}

// Children of this process that are named jq, zombies included.
int jqChildren()
{
    int count = 0;
    const QByteArray self = QByteArray::number(QCoreApplication::applicationPid());
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(entry));
        if (stat.open(QIODevice::ReadOnly) && stat.readAll().contains("(jq)")) {
            stat.seek(0);
            const QByteArray text = stat.readAll();
            count += text.sliced(text.lastIndexOf(')') + 2).split(' ').value(1) == self;
        }
    }
    return count;
}

} // namespace

class TestJq : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (jqProgram().isEmpty())
            QSKIP("jq is not installed");
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &expression,
                            const QByteArray &expected) {
            QTest::newRow(name) << expression << expected;
        };
        row("member", ".a", "[1,2]\n");
        row("values", ".a[]", "1\n2\n");
        row("breaks stay in their line", ".b", "\"x\\ny\"\n");
        row("begins with a minus", "-1", "-1\n");
        row("is no option", "-n | 1", "");
        row("computes", "[.a[] * 10] | add", "30\n");
        row("takes no more than it wants", "halt", "");
        row("no environment", "env | keys", "[\"LC_ALL\"]\n");
    }

    void values()
    {
        QFETCH(const QByteArray, expression);
        QFETCH(const QByteArray, expected);
        DerivedBody made(storeOf(R"({"a":[1,2],"b":"x\ny"})"), lines(expression));
        QTRY_VERIFY_WITH_TIMEOUT(made.result()->isFinished(), patience);
        QCOMPARE(wholeOf(made), expected);
        QCOMPARE(made.problem().isEmpty(), expression != "-n | 1");
    }

    void countsAndLaysOut()
    {
        const auto watch = std::make_shared<JqWatch>();
        DerivedBody made(storeOf("[1,[2,3]]"), jqFilter(".[]", JqShows::Lines, watch));
        QTRY_VERIFY_WITH_TIMEOUT(made.result()->isFinished(), patience);
        QCOMPARE(watch->rows.load(), 2);
        DerivedBody laidOut(storeOf("[1]"),
                            jqFilter(".", JqShows::LaidOut, std::make_shared<JqWatch>()));
        QTRY_VERIFY_WITH_TIMEOUT(laidOut.result()->isFinished(), patience);
        QCOMPARE(wholeOf(laidOut), "[\n  1\n]\n");
    }

    void errorsAreToldWithTheirPlace()
    {
        DerivedBody syntax(storeOf("{}"), lines(".["));
        QTRY_VERIFY_WITH_TIMEOUT(syntax.result()->isFinished(), patience);
        QVERIFY2(syntax.problem().startsWith(QLatin1String("jq: syntax error")),
                 qPrintable(syntax.problem()));
        QVERIFY2(syntax.problem().contains(QLatin1String("line 1")), qPrintable(syntax.problem()));
        DerivedBody noJson(storeOf("[1]\n[2,,]\n"), lines("."));
        QTRY_VERIFY_WITH_TIMEOUT(noJson.result()->isFinished(), patience);
        QVERIFY2(noJson.problem().contains(QLatin1String("line 2, column 4")),
                 qPrintable(noJson.problem()));
        QCOMPARE(wholeOf(noJson), "[1]\n");
        // It ends before all was written to it.
        DerivedBody large(storeOf(QByteArray("{ no json ").repeated(200'000)), lines("."));
        QTRY_VERIFY_WITH_TIMEOUT(large.result()->isFinished(), patience);
        QVERIFY(!large.problem().isEmpty());
    }

    // What was made of the first octets is there while the rest is still to come.
    void growsWithItsSource()
    {
        auto source = storeOf("1\n2\n", false);
        DerivedBody made(source, lines(". + 1"));
        for (int turn = 0; turn < patience / 10 && wholeOf(made) != "2\n3\n"; ++turn) {
            made.noteGrowth();
            QTest::qWait(10);
        }
        QCOMPARE(wholeOf(made), "2\n3\n");
        QVERIFY(source->append(QByteArray("3\n").repeated(100'000)));
        made.noteGrowth();
        source->finish();
        made.noteGrowth();
        QTRY_VERIFY_WITH_TIMEOUT(made.result()->isFinished(), patience);
        QCOMPARE(wholeOf(made), "2\n3\n" + QByteArray("4\n").repeated(100'000));
    }

    // A stream may end much later.
    void anErrorIsToldBeforeTheBodyEnds()
    {
        auto source = storeOf("1\n", false);
        DerivedBody made(source, lines(".["));
        for (int turn = 0; turn < patience / 10 && made.problem().isEmpty(); ++turn) {
            QVERIFY(source->append("2\n"));
            made.noteGrowth();
            QTest::qWait(10);
        }
        QVERIFY2(made.problem().startsWith(QLatin1String("jq: syntax error")),
                 qPrintable(made.problem()));
        QVERIFY(made.result()->isFinished());
        // One that has seen enough is no error.
        DerivedBody halted(source, lines("halt"));
        for (int turn = 0; turn < 20; ++turn) {
            QVERIFY(source->append("3\n"));
            halted.noteGrowth();
            QTest::qWait(10);
        }
        QVERIFY(halted.problem().isEmpty());
        source->finish();
        halted.noteGrowth();
        QTRY_VERIFY_WITH_TIMEOUT(halted.result()->isFinished(), patience);
        QVERIFY(halted.problem().isEmpty());
    }

    void aStopKillsIt_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<bool>("whole");
        QTest::newRow("computes for ever") << QByteArray("def f: f; f") << true;
        QTest::newRow("writes for ever") << QByteArray("repeat(1)") << true;
        QTest::newRow("waits for more") << QByteArray(".") << false;
    }

    void aStopKillsIt()
    {
        QFETCH(const QByteArray, expression);
        QFETCH(const bool, whole);
        const auto watch = std::make_shared<JqWatch>();
        {
            DerivedBody made(storeOf("1", whole), jqFilter(expression, JqShows::Lines, watch));
            QTRY_COMPARE_WITH_TIMEOUT(jqChildren(), 1, patience);
            watch->stop = true;
        }
        QVERIFY(workers().waitForDone(patience));
        QTRY_COMPARE_WITH_TIMEOUT(jqChildren(), 0, patience);
    }

    void isMissedByName()
    {
        const QByteArray path = qgetenv("PATH");
        const QTemporaryDir empty;
        qputenv("PATH", empty.path().toLocal8Bit());
        DerivedBody made(storeOf("1"), lines("."));
        QTRY_VERIFY_WITH_TIMEOUT(made.result()->isFinished(), patience);
        qputenv("PATH", path);
        QVERIFY(made.error() && made.error()->code == sonde::http::Code::FileMissing);
        QVERIFY(made.problem().contains(QLatin1String("package jq")));
    }
};

QTEST_GUILESS_MAIN(TestJq)
#include "tst_jq.moc"

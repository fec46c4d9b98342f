// Comparison of sequences, rows, octets and JSON values: what is said to differ, applied to the
// first, gives the second; and no shorter script exists where one can be tried out.
#include "body/body_diff.h"
#include "body/byte_store.h"
#include "body/json_path_run.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <thread>

using namespace sonde::body;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

std::shared_ptr<ByteStore> storeOf(const QByteArray &octets)
{
    auto store = std::make_shared<ByteStore>();
    if (!store->append(octets))
        qFatal("append");
    store->finish();
    return store;
}

std::vector<quint64> sequence(QByteArrayView letters)
{
    return {letters.begin(), letters.end()};
}

// The second, made from the first and the stretches.
std::vector<quint64> applied(const std::vector<quint64> &first, const std::vector<quint64> &second,
                             const std::vector<DiffStretch> &stretches)
{
    std::vector<quint64> result;
    qint64 at = 0;
    for (const DiffStretch &one : stretches) {
        result.insert(result.end(), first.begin() + at, first.begin() + one.first);
        result.insert(result.end(), second.begin() + one.second,
                      second.begin() + one.second + one.secondCount);
        at = one.first + one.firstCount;
    }
    result.insert(result.end(), first.begin() + at, first.end());
    return result;
}

qint64 edits(const std::vector<DiffStretch> &stretches)
{
    qint64 count = 0;
    for (const DiffStretch &one : stretches)
        count += one.firstCount + one.secondCount;
    return count;
}

// By the table of all common subsequences.
qint64 fewestEdits(const std::vector<quint64> &a, const std::vector<quint64> &b)
{
    std::vector<qint64> row(b.size() + 1, 0);
    for (size_t i = 1; i <= a.size(); ++i) {
        std::vector<qint64> next(b.size() + 1, 0);
        for (size_t j = 1; j <= b.size(); ++j)
            next[j] = a[i - 1] == b[j - 1] ? row[j - 1] + 1 : std::max(row[j], next[j - 1]);
        row = std::move(next);
    }
    return qint64(a.size() + b.size()) - 2 * row[b.size()];
}

QByteArrayList changesOf(const QByteArray &first, const QByteArray &second,
                         ElementOrder order = ElementOrder::Matters)
{
    const auto a = storeOf(first);
    const auto b = storeOf(second);
    const JsonDiff diff = diffJson(a, b, order);
    QByteArrayList lines;
    for (const JsonChange &change : diff.changes) {
        const QByteArray before = first.mid(change.firstFrom, change.firstTo - change.firstFrom);
        const QByteArray after = second.mid(change.secondFrom, change.secondTo - change.secondFrom);
        const char sign = change.kind == JsonChange::Kind::Added     ? '+'
                          : change.kind == JsonChange::Kind::Removed ? '-'
                                                                     : '~';
        lines += sign + change.path + ' ' + before.trimmed() + '>' + after.trimmed();
    }
    return lines;
}

} // namespace

class TestBodyDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scriptsAreShortest()
    {
        QRandomGenerator random(4711);
        for (int round = 0; round < 3000; ++round) {
            const int letters = 1 + int(random.bounded(5));
            const auto make = [&] {
                QByteArray text;
                for (quint32 i = random.bounded(25); i > 0; --i)
                    text += char('a' + random.bounded(letters));
                return sequence(text);
            };
            const auto a = make();
            const auto b = make();
            const SequenceDiff diff = diffSequences(a, b);
            QVERIFY(diff.isShortest);
            QCOMPARE(applied(a, b, diff.stretches), b);
            QCOMPARE(edits(diff.stretches), fewestEdits(a, b));
        }
    }

    void longOnesComeOut()
    {
        QRandomGenerator random(815);
        for (int round = 0; round < 40; ++round) {
            std::vector<quint64> a;
            for (int i = 0; i < 5000; ++i)
                a.push_back(random.bounded(round % 2 == 0 ? 50 : 1'000'000));
            auto b = a;
            for (int change = 0; change < 200; ++change) {
                const auto at = random.bounded(int(b.size()));
                if (change % 3 == 0)
                    b.erase(b.begin() + at);
                else if (change % 3 == 1)
                    b.insert(b.begin() + at, random.generate());
                else
                    b[size_t(at)] = random.generate();
            }
            const SequenceDiff diff = diffSequences(a, b);
            QCOMPARE(applied(a, b, diff.stretches), b);
            QVERIFY(edits(diff.stretches) <= 2 * 400);
        }
    }

    void hostileOnesEnd()
    {
        // Nothing unique, nothing in order: the budget has to do.
        std::vector<quint64> a;
        std::vector<quint64> b;
        QRandomGenerator random(1);
        for (int i = 0; i < 200'000; ++i) {
            a.push_back(random.bounded(4));
            b.push_back(random.bounded(4));
        }
        const SequenceDiff diff = diffSequences(a, b);
        QVERIFY(!diff.isShortest);
        QCOMPARE(applied(a, b, diff.stretches), b);
        const auto stop = makeStopMark();
        *stop = true;
        QVERIFY(diffSequences(a, b, stop).isStopped);
    }

    void aStopIsSeenInThePatienceOfMillions()
    {
        std::vector<quint64> a;
        QRandomGenerator random(2);
        for (int i = 0; i < 2'000'000; ++i)
            a.push_back(random.generate64());
        auto b = a;
        for (quint64 &one : b)
            std::swap(one, b[random.bounded(2'000'000)]);
        const auto stop = makeStopMark();
        std::atomic<std::chrono::steady_clock::time_point> stopped;
        std::thread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            stopped = std::chrono::steady_clock::now();
            *stop = true;
        });
        const bool seen = diffSequences(a, b, stop).isStopped;
        const auto after = std::chrono::steady_clock::now() - stopped.load();
        other.join();
        if (!seen)
            QSKIP("this machine is done sooner");
        QVERIFY(after < std::chrono::milliseconds(250)); // 50, and what others take of a machine
    }

    // A view asks for them while it paints: past its budget of work a stretch counts as replaced.
    void wordsOfUnlikeLinesCostLittle()
    {
        QRandomGenerator random(3);
        const auto line = [&] {
            QByteArray text;
            while (text.size() < 4096)
                text += "abc{}(),;=.+ x1"[random.bounded(15)];
            return text;
        };
        const QByteArray a = line();
        const QByteArray b = line();
        const auto longest = [](const std::vector<DiffStretch> &stretches) {
            qint64 most = 0;
            for (const DiffStretch &one : stretches)
                most = std::max(most, std::min(one.firstCount, one.secondCount));
            return most;
        };
        // Fifteen signs that both lines are made of stand side by side everywhere.
        QVERIFY(longest(diffWords(a.first(200), b.first(200))) < 50);
        QVERIFY(longest(diffWords(a, b)) > 200);
    }

    void wordsWithinALine()
    {
        const QByteArray a = "the quick brown fox, jumps";
        const QByteArray b = "the slow brown fox jumps";
        const auto words = diffWords(a, b);
        QCOMPARE(words.size(), size_t(2));
        QCOMPARE(a.mid(words[0].first, words[0].firstCount), QByteArray("quick"));
        QCOMPARE(b.mid(words[0].second, words[0].secondCount), QByteArray("slow"));
        QCOMPARE(a.mid(words[1].first, words[1].firstCount), QByteArray(","));
        QCOMPARE(words[1].secondCount, 0);
    }

    void rows_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<qint64>("edits");
        QTest::newRow("same") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << qint64(0);
        QTest::newRow("line ends") << QByteArray("a\r\nb\n") << QByteArray("a\nb") << qint64(0);
        QTest::newRow("one more") << QByteArray("a\nc") << QByteArray("a\nb\nc") << qint64(1);
        QTest::newRow("nothing") << QByteArray() << QByteArray("a\nb") << qint64(2);
        QTest::newRow("a line of a million") << QByteArray(1'000'000, 'x') + "\nend"
                                             << QByteArray(1'000'000, 'x') + "\nEnd" << qint64(2);
        QByteArray many;
        for (int i = 0; i < 300'000; ++i)
            many += QByteArray::number(i) + '\n';
        QByteArray other = many;
        other.replace("\n150000\n", "\n150000 changed\n");
        QTest::newRow("many") << many << other << qint64(2);
    }

    void rows()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        QFETCH(const qint64, edits);
        BodyDiff diff({storeOf(first)}, {storeOf(second)}, BodyDiff::Kind::Rows,
                      ElementOrder::Matters);
        QSignalSpy finished(&diff, &BodyDiff::finished);
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), patience);
        QCOMPARE(::edits(diff.sequence().stretches), edits);
        QVERIFY(!diff.isCut());
        QCOMPARE(diff.index(0).nextOffset(), first.size());
        QCOMPARE(diff.index(1).nextOffset(), second.size());
    }

    void octets()
    {
        const QByteArray first = QByteArray("begin ") + QByteArray(100'000, '\0') + "end";
        const QByteArray second = QByteArray("begin new ") + QByteArray(100'000, '\0') + "End";
        BodyDiff aligned({storeOf(first)}, {storeOf(second)}, BodyDiff::Kind::Octets,
                         ElementOrder::Matters);
        QTRY_VERIFY_WITH_TIMEOUT(aligned.isFinished(), patience);
        QVERIFY(!aligned.isByOffset());
        QCOMPARE(::edits(aligned.sequence().stretches), 6);

        QByteArray large(5 << 20, 'x');
        QByteArray changed = large + "tail";
        changed[1'000'000] = 'y';
        changed[1'000'001] = 'y';
        BodyDiff byOffset({storeOf(large)}, {storeOf(changed)}, BodyDiff::Kind::Octets,
                          ElementOrder::Matters);
        QTRY_VERIFY_WITH_TIMEOUT(byOffset.isFinished(), patience);
        QVERIFY(byOffset.isByOffset());
        const std::vector<DiffStretch> expected{{1'000'000, 2, 1'000'000, 2},
                                                {large.size(), 0, large.size(), 4}};
        QCOMPARE(byOffset.sequence().stretches, expected);
    }

    void json_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArrayList>("ordered");
        QTest::addColumn<QByteArrayList>("unordered");
        const auto row = [](const char *name, const char *first, const char *second,
                            const QByteArrayList &ordered, const QByteArrayList &unordered) {
            QTest::newRow(name) << QByteArray(first) << QByteArray(second) << ordered << unordered;
        };
        row("same", R"({"a":1})", R"({"a": 1})", {}, {});
        row("order of members", R"({"a":1,"b":[2]})", R"({"b":[2],"a":1})", {}, {});
        row("meaning", R"(["é",1.0,10])", R"(["\u00e9",1,1e1])", {}, {});
        row("a large number", "[12345678901234567890]", "[12345678901234567891]",
            {"~$[0] 12345678901234567890>12345678901234567891"},
            {"~$[0] 12345678901234567890>12345678901234567891"});
        row("changed", R"({"a":{"b":1,"c":true}})", R"({"a":{"b":2,"c":true}})",
            {"~$['a']['b'] 1>2"}, {"~$['a']['b'] 1>2"});
        row("added and removed", R"({"a":1})", R"({"b":1})", {"-$['a'] 1>", "+$['b'] >1"},
            {"-$['a'] 1>", "+$['b'] >1"});
        row("inserted", "[1,2,3]", "[1,9,2,3]", {"+$[1] >9"}, {"+$[1] >9"});
        row("turned", "[1,2,3]", "[3,2,1]", {"-$[0] 1>", "-$[1] 2>", "+$[1] >2", "+$[2] >1"}, {});
        row("turned inside", R"({"a":[{"x":[1,2]},5]})", R"({"a":[5,{"x":[2,1]}]})",
            {"-$['a'][0] {\"x\":[1,2]}>", "+$['a'][1] >{\"x\":[2,1]}"}, {});
        row("set of different", "[1,1,2]", "[2,1,3]", {}, {"~$[1] 1>3"});
        row("another kind", R"({"a":[1]})", R"({"a":{"b":1}})", {"~$['a'] [1]>{\"b\":1}"},
            {"~$['a'] [1]>{\"b\":1}"});
        row("documents", "1\n2", "1\n3", {"~$ 2>3"}, {"~$ 2>3"});
        row("names that come twice", R"({"a":1,"a":2})", R"({"a":1,"a":3})", {"~$['a'] 2>3"},
            {"~$['a'] 2>3"});
    }

    void json()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        QFETCH(const QByteArrayList, ordered);
        QFETCH(const QByteArrayList, unordered);
        if (!ordered.isEmpty() || unordered.isEmpty()) {
            // How a turned sequence is told has several shortest answers.
            const auto found = changesOf(first, second);
            if (QByteArrayView(QTest::currentDataTag()).startsWith("turned"))
                QCOMPARE(found.isEmpty(), ordered.isEmpty());
            else
                QCOMPARE(found, ordered);
        }
        QCOMPARE(changesOf(first, second, ElementOrder::Ignored), unordered);
    }

    void everyPathLeadsToItsValue()
    {
        const QByteArray first = R"({"a b":[1,{"x'":"old"},3],"gone":null})";
        const QByteArray second = R"({"a b":[1,{"x'":"new"},3,4]})";
        const auto a = storeOf(first);
        const auto b = storeOf(second);
        const JsonDiff diff = diffJson(a, b, ElementOrder::Matters);
        QCOMPARE(diff.changes.size(), size_t(3));
        for (const JsonChange &change : diff.changes) {
            const bool added = change.kind == JsonChange::Kind::Added;
            auto path = JsonPath::parse(change.path);
            QVERIFY(path);
            JsonPathRun run(*path, added ? b : a);
            JsonMatch match;
            QCOMPARE(run.next(match), JsonPathRun::Step::Match);
            QCOMPARE(match.from, added ? change.secondFrom : change.firstFrom);
            QCOMPARE(match.to, added ? change.secondTo : change.firstTo);
        }
    }

    void depthCostsNoStack()
    {
        const int levels = 100'000;
        const QByteArray first = QByteArray(levels, '[') + '1' + QByteArray(levels, ']');
        const QByteArray second = QByteArray(levels, '[') + '2' + QByteArray(levels, ']');
        const JsonDiff diff = diffJson(storeOf(first), storeOf(second), ElementOrder::Matters);
        QCOMPARE(diff.changes.size(), size_t(1));
        QCOMPARE(diff.changes.front().firstFrom, levels);
    }

    void tooManyValuesAreRefused()
    {
        QByteArray many("[");
        for (size_t i = 0; i < JsonDiff::mostValues; ++i)
            many += "1,";
        many += "1]";
        QCOMPARE(int(diffJson(storeOf(many), storeOf("[]"), ElementOrder::Matters).end),
                 int(JsonDiff::End::TooManyValues));
    }

    void diesWhileItsWorkerRuns()
    {
        const auto large = storeOf(QByteArray("x\n").repeated(1'000'000));
        for (int i = 0; i < 5; ++i) {
            BodyDiff diff({large}, {storeOf("y\n")}, BodyDiff::Kind::Rows, ElementOrder::Matters);
            QTest::qWait(i);
        }
        QVERIFY(workers().waitForDone(patience));
    }
};

QTEST_GUILESS_MAIN(TestBodyDiff)
#include "tst_body_diff.moc"

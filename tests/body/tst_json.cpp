// JSON of any size and any quality: every public vector, cuts anywhere, bodies that grow, a hundred
// thousand levels, a million children.
#include "body/byte_store.h"
#include "body/json_checker.h"
#include "body/json_children.h"
#include "body/json_locator.h"
#include "body/json_text.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace sonde::body;

namespace
{

std::shared_ptr<ByteStore> stored(const QByteArray &octets)
{
    auto store = std::make_shared<ByteStore>();
    if (!store->append(octets))
        qFatal("no room for a test");
    store->finish();
    return store;
}

std::optional<JsonFault> checked(const QByteArray &octets, qsizetype step)
{
    JsonChecker checker;
    for (qsizetype at = 0; at < octets.size(); at += step)
        checker.feed(QByteArrayView(octets).sliced(at, std::min(step, octets.size() - at)));
    checker.finish();
    return checker.fault();
}

QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    static const QStringList texts{QString(),
                                   QStringLiteral("plain"),
                                   QStringLiteral("a\"b\\c"),
                                   QStringLiteral("\\\\\\\""),
                                   QStringLiteral("[{]},:"),
                                   QStringLiteral("übung € 😀\n\t"),
                                   QString(150, u'x')};
    switch (random.bounded(depth > 0 ? 8 : 5)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return random.bounded(2) == 1;
    case 2:
        return random.bounded(100000) / 8.0;
    case 3:
    case 4:
        return texts[random.bounded(texts.size())];
    case 5: {
        QJsonObject object;
        for (int i = random.bounded(6); i > 0; --i)
            object[texts[random.bounded(texts.size())] + QString::number(i)] =
                randomValue(random, depth - 1);
        return object;
    }
    default: {
        QJsonArray array;
        for (int i = random.bounded(9); i > 0; --i)
            array.append(randomValue(random, depth - 1));
        return array;
    }
    }
}

struct Seen {
    qint64 offset;
    QByteArray path;
};

// Rebuilds a value from what the cursor tells.
QJsonValue walked(JsonInput &input, const JsonChild &child, const QByteArray &path,
                  std::vector<Seen> *seen)
{
    if (seen)
        seen->push_back({child.from, path});
    const auto end = jsonEnd(input, child.from);
    const QByteArray text = input.text(child.from, *end);
    switch (child.kind) {
    case JsonKind::Null:
        return QJsonValue::Null;
    case JsonKind::True:
    case JsonKind::False:
        return child.kind == JsonKind::True;
    case JsonKind::Number:
        return *jsonNumber(text);
    case JsonKind::String:
        return QString::fromUtf8(unescapedJson(text));
    case JsonKind::Broken:
        return QJsonValue::Undefined;
    default:
        break;
    }
    QJsonObject object;
    QJsonArray array;
    JsonCursor cursor = JsonCursor::into(child);
    JsonChild inner;
    while (cursor.next(input, inner) == JsonCursor::Step::Child) {
        if (child.kind == JsonKind::Object) {
            const QByteArray name = unescapedJson(input.text(inner.keyFrom, inner.keyTo));
            object[QString::fromUtf8(name)] =
                walked(input, inner, path + normalizedName(name), seen);
        } else {
            array.append(
                walked(input, inner, path + '[' + QByteArray::number(array.size()) + ']', seen));
        }
    }
    if (cursor.position() != *end)
        qWarning("the cursor ends elsewhere than the skip");
    return child.kind == JsonKind::Object ? QJsonValue(object) : QJsonValue(array);
}

// As a tree view does: every level by number, to the innermost; returns how many nodes there were.
// Without recursion, since the vectors hold a hundred thousand levels.
qint64 shown(const QByteArray &octets)
{
    const auto store = stored(octets);
    JsonInput input(store);
    qint64 nodes = 0;
    std::vector<std::optional<JsonChild>> left{std::nullopt};
    while (!left.empty()) {
        const auto container = left.back();
        left.pop_back();
        JsonChildren children(container);
        if (children.advance(input, 1LL << 40) != JsonChildren::Progress::Whole)
            return -1;
        for (const JsonChild &child : children.children(input, 0, children.count())) {
            ++nodes;
            if (isContainer(child.kind))
                left.push_back(child);
        }
    }
    return nodes;
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publicVectors_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<char>("verdict");
        const QDir folder(QStringLiteral(SONDE_SUITES "/json/test_parsing"));
        const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
        if (names.isEmpty()) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("the JSON vectors are missing");
            QSKIP("the JSON vectors are not here");
        }
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(name)) << file.readAll() << name[0].toLatin1();
        }
    }

    void publicVectors()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const char, verdict);
        const auto fault = checked(octets, std::max<qsizetype>(octets.size(), 1));
        if (verdict == 'y')
            QVERIFY2(!fault, fault ? qPrintable(fault->sentence) : "");
        if (verdict == 'n')
            QVERIFY(fault);
        if (fault) {
            QVERIFY(fault->offset <= octets.size());
            QVERIFY(fault->sentence.endsWith(u'.'));
        }
        QCOMPARE(checked(octets, 1), fault);
        QCOMPARE(checked(octets, 7), fault);
        if (octets.size() < 10000)
            QVERIFY(shown(octets) >= 0);
        else
            QVERIFY(shown(octets.first(10000)) >= 10000 / 6);
    }

    void faultsSayWhere_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("line");
        QTest::newRow("comma before the end") << QByteArray("[1,\n2,]") << qint64(6) << qint64(1);
        QTest::newRow("bare name") << QByteArray("{a:1}") << qint64(1) << qint64(0);
        QTest::newRow("two values") << QByteArray("1 2") << qint64(2) << qint64(0);
        QTest::newRow("wrong bracket") << QByteArray("[1}") << qint64(2) << qint64(0);
        QTest::newRow("cut off") << QByteArray("[1,{\"a\":") << qint64(8) << qint64(0);
        QTest::newRow("raw newline") << QByteArray("\"a\nb\"") << qint64(2) << qint64(0);
        QTest::newRow("leading zero") << QByteArray("[01]") << qint64(2) << qint64(0);
        QTest::newRow("nothing") << QByteArray("  \n") << qint64(3) << qint64(1);
    }

    void faultsSayWhere()
    {
        QFETCH(const QByteArray, octets);
        const auto fault = checked(octets, octets.size());
        QVERIFY(fault);
        QTEST(fault->offset, "offset");
        QTEST(fault->line, "line");
    }

    void aSequenceHasSeparators()
    {
        JsonChecker many(JsonChecker::Documents::Many);
        many.feed("\x1E{\"a\": 1}\n\x1E[2]\n\x1E"
                  "3\n");
        many.finish();
        QVERIFY(!many.fault());
        JsonChecker inside(JsonChecker::Documents::Many);
        inside.feed("[\x1E 1]");
        QVERIFY(inside.fault());
        JsonChecker one;
        one.feed("\x1E[1]");
        QVERIFY(one.fault());
    }

    void linesOfJsonAreManyDocuments()
    {
        JsonChecker checker(JsonChecker::Documents::Many);
        checker.feed("{\"a\":1}\n2\n\"x\"\n");
        checker.finish();
        QVERIFY(!checker.fault());
    }

    void aHundredThousandLevels()
    {
        constexpr qsizetype levels = 100'000;
        const QByteArray octets = QByteArray(levels, '[') + QByteArray(levels, ']');
        QVERIFY(!checked(octets, 4096));
        const auto store = stored(octets);
        JsonInput input(store);
        QCOMPARE(jsonEnd(input, 0), std::optional<qint64>(2 * levels));
        JsonChild child{.from = 1000, .kind = JsonKind::Array};
        JsonChildren children(child);
        QCOMPARE(children.advance(input, 1 << 20), JsonChildren::Progress::Whole);
        QCOMPARE(children.count(), 1);
        QCOMPARE(children.end(), 2 * levels - 1000);
        const auto places = jsonPlaces(input, 5000);
        QVERIFY(places);
        QCOMPARE(places->size(), 5001U);

        const auto fault = checked(QByteArray(JsonChecker::deepest + 1, '['), 65536);
        QVERIFY(fault);
        QCOMPARE(fault->offset, qint64(JsonChecker::deepest));
    }

    void walkEqualsAParser()
    {
        QRandomGenerator random(4);
        for (int round = 0; round < 400; ++round) {
            const QJsonValue value = QJsonArray{randomValue(random, 5)};
            const auto form = round % 2 == 0 ? QJsonDocument::Compact : QJsonDocument::Indented;
            const QByteArray octets = QJsonDocument(value.toArray()).toJson(form);
            QVERIFY(!checked(octets, 1 + random.bounded(100)));
            JsonInput input(stored(octets));
            JsonCursor document = JsonCursor::document();
            JsonChild root;
            QCOMPARE(document.next(input, root), JsonCursor::Step::Child);
            std::vector<Seen> seen;
            QCOMPARE(walked(input, root, "$", &seen), value);
            QCOMPARE(document.next(input, root), JsonCursor::Step::End);
            for (const Seen &node : seen) {
                const auto places = jsonPlaces(input, node.offset);
                QVERIFY(places);
                QCOMPARE(normalizedPath(input, *places), node.path);
            }
        }
    }

    void growingBodiesGiveTheSameChildren()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 100; ++round) {
            QJsonArray values;
            for (int i = random.bounded(40); i >= 0; --i)
                values.append(randomValue(random, 3));
            const QByteArray octets = QJsonDocument(values).toJson();
            JsonInput whole(stored(octets));
            JsonChildren expected(JsonChild{.kind = JsonKind::Array});
            QCOMPARE(expected.advance(whole, 1 << 30), JsonChildren::Progress::Whole);

            const auto store = std::make_shared<ByteStore>();
            JsonInput input(store);
            JsonChildren growing(JsonChild{.kind = JsonKind::Array});
            for (qsizetype at = 0; at < octets.size();) {
                const auto part = std::min<qsizetype>(1 + random.bounded(30), octets.size() - at);
                QVERIFY(store->append(QByteArrayView(octets).sliced(at, part)));
                at += part;
                const auto progress = growing.advance(input, 1 << 30);
                QVERIFY(progress == JsonChildren::Progress::Waiting || growing.isWhole());
            }
            store->finish();
            QCOMPARE(growing.advance(input, 1 << 30), JsonChildren::Progress::Whole);
            QCOMPARE(growing.count(), expected.count());
            QCOMPARE(growing.end(), expected.end());
            QCOMPARE(growing.children(input, 0, 1000), expected.children(whole, 0, 1000));
        }
    }

    void aMillionChildrenByNumber()
    {
        QByteArray octets("[");
        constexpr qint64 count = 1'000'000;
        std::vector<qint64> offsets;
        for (qint64 i = 0; i < count; ++i) {
            offsets.push_back(octets.size());
            octets += i == 5000 ? QByteArray("\"") + QByteArray(300000, 'x') + "\","
                                : "{\"i\":" + QByteArray::number(i) + "},";
        }
        octets.back() = ']';
        const auto store = stored(octets);
        JsonInput input(store);
        JsonChildren children(JsonChild{.kind = JsonKind::Array});
        int steps = 0;
        while (children.advance(input, 1 << 20) == JsonChildren::Progress::Partial)
            ++steps;
        QVERIFY(steps > 5);
        QVERIFY(children.isWhole());
        QCOMPARE(children.count(), count);
        QVERIFY(children.memoryUsed() < 64 << 10);
        for (const qint64 first : {qint64(0), qint64(999), qint64(4999), qint64(5001), count - 3}) {
            const auto found = children.children(input, first, 5);
            QCOMPARE(qint64(found.size()), std::min<qint64>(5, count - first));
            for (size_t i = 0; i < found.size(); ++i)
                QCOMPARE(found[i].from, offsets[size_t(first) + i]);
        }
        QVERIFY(children.children(input, count, 1).empty());
        QVERIFY(children.children(input, -1, 1).empty());
    }

    void brokenJsonIsShownAllTheSame()
    {
        const QByteArray octets("{a:1 \"b\" \"c\":,\"d\":tru,'e':[1}] \"f\":null");
        JsonInput input(stored(octets));
        JsonCursor document = JsonCursor::document();
        JsonChild root;
        QCOMPARE(document.next(input, root), JsonCursor::Step::Child);
        JsonCursor cursor = JsonCursor::into(root);
        QByteArrayList names;
        JsonChild child;
        while (cursor.next(input, child) == JsonCursor::Step::Child)
            names.append(child.hasKey() ? input.text(child.keyFrom, child.keyTo) : "-");
        QCOMPARE(names, QByteArrayList({"a", "\"b\"", "\"c\"", "\"d\"", "'e'"}));
    }

    void aStopIsHeeded()
    {
        const StopMark stop = makeStopMark();
        JsonInput input(stored("[1,2,3]"), stop);
        JsonChildren children(JsonChild{.kind = JsonKind::Array});
        *stop = true;
        QCOMPARE(children.advance(input, 1 << 20), JsonChildren::Progress::Stopped);
    }

    void stringsAndNumbers()
    {
        QCOMPARE(unescapedJson(R"("a\u00e9\ud83d\ude00\n\/\ud800x\q")"),
                 QByteArray("aé😀\n/\xEF\xBF\xBDx\\q"));
        QCOMPARE(jsonNumber("-12.5e1"), std::optional(-125.0));
        QVERIFY(std::isinf(*jsonNumber("1e999")));
        QCOMPARE(jsonNumber("1e-999"), std::optional(0.0));
        for (const char *bad : {"", "-", "01", "1.", ".5", "1e", "+1", "0x1", "1 "})
            QVERIFY2(!jsonNumber(bad), bad);
        QCOMPARE(jsonNumberText(1e21), QByteArray("1e+21"));
        QCOMPARE(unescapedJson(quotedJson("a\"\\\n\x01")), QByteArray("a\"\\\n\x01"));
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"

// JSONPath: the whole public suite, bodies that grow, sizes and depths that hurt.
#include "body/byte_store.h"
#include "body/file_source.h"
#include "body/i_regexp.h"
#include "body/json_canonical.h"
#include "body/json_path_run.h"
#include "body/json_text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

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

// The texts of the members of an object, or of the elements of an array.
QList<std::pair<QByteArray, QByteArray>> parts(const QByteArray &octets)
{
    JsonInput input(stored(octets));
    QList<std::pair<QByteArray, QByteArray>> found;
    JsonCursor cursor = JsonCursor::into(
        {.from = 0, .kind = octets.startsWith('{') ? JsonKind::Object : JsonKind::Array});
    JsonChild child;
    while (cursor.next(input, child) == JsonCursor::Step::Child)
        found.append({unescapedJson(input.text(child.keyFrom, child.keyTo)),
                      input.text(child.from, *jsonEnd(input, child.from))});
    return found;
}

QByteArray canonical(const QByteArray &octets)
{
    JsonInput input(stored(octets));
    return *canonicalJson(input, {.from = 0, .kind = *jsonKindAt(input, 0)}, 1 << 30, 1000);
}

struct Outcome {
    QByteArrayList values; // canonical
    QByteArrayList paths;
    QString problem;
    bool operator==(const Outcome &) const = default;
};

void run(JsonPathRun &steps, const ByteSource &source, Outcome &outcome, JsonPathRun::Step &last)
{
    JsonMatch match;
    while ((last = steps.next(match)) == JsonPathRun::Step::Match) {
        outcome.values.append(canonical(*source.read(match.from, match.to - match.from)));
        outcome.paths.append(match.path);
    }
    outcome.problem = steps.problem();
}

Outcome evaluated(const QByteArray &expression, const QByteArray &document)
{
    const auto path = JsonPath::parse(expression);
    if (!path)
        return {.problem = path.error().sentence};
    const auto source = stored(document);
    JsonPathRun steps(*path, source);
    Outcome outcome;
    JsonPathRun::Step last{};
    run(steps, *source, outcome, last);
    return outcome;
}

QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    if (depth == 0 || random.bounded(4) == 0)
        return random.bounded(100);
    if (random.bounded(2) == 0) {
        QJsonArray array;
        for (int i = random.bounded(random.bounded(8) == 0 ? 100 : 4); i > 0; --i)
            array.append(randomValue(random, depth - 1));
        return array;
    }
    QJsonObject object;
    for (int i = random.bounded(4); i > 0; --i)
        object[QString(QChar(u'a' + random.bounded(4)))] = randomValue(random, depth - 1);
    return object;
}

QList<QJsonValue> childrenOf(const QJsonValue &value)
{
    QList<QJsonValue> children;
    for (const QJsonValue &child : value.toArray())
        children.append(child);
    const QJsonObject object = value.toObject();
    for (const QJsonValue &child : object)
        children.append(child);
    return children;
}

using Select = QList<QJsonValue> (*)(const QJsonValue &);

// RFC 9535 section 2.5.2.2, word by word.
void descendants(const QJsonValue &value, Select select, QByteArrayList &found)
{
    for (const QJsonValue &node : select(value)) {
        const QByteArray text = QJsonDocument(QJsonArray{node}).toJson(QJsonDocument::Compact);
        found.append(text.mid(1, text.size() - 2));
    }
    for (const QJsonValue &child : childrenOf(value))
        descendants(child, select, found);
}

} // namespace

class TestJsonPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publicSuite_data()
    {
        QTest::addColumn<QByteArray>("test");
        QFile file(QStringLiteral(SONDE_SUITES "/jsonpath/cts.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("the JSONPath suite is missing");
            QSKIP("the JSONPath suite is not here");
        }
        for (const auto &[name, value] : parts(file.readAll())) {
            if (name != "tests")
                continue;
            int number = 0;
            for (const auto &[none, test] : parts(value))
                QTest::addRow("%d %s", number++, unescapedJson(parts(test)[0].second).constData())
                    << test;
        }
    }

    void publicSuite()
    {
        QFETCH(const QByteArray, test);
        QHash<QByteArray, QByteArray> members;
        for (const auto &[name, value] : parts(test))
            members[name] = value;
        const QByteArray selector = unescapedJson(members["selector"]);
        const auto path = JsonPath::parse(selector);
        if (members.value("invalid_selector") == "true") {
            QVERIFY2(!path, selector.constData());
            QVERIFY(path.error().offset <= selector.size());
            QVERIFY(path.error().sentence.endsWith(u'.'));
            return;
        }
        QVERIFY2(path, path ? "" : qPrintable(path.error().sentence));
        const Outcome outcome = evaluated(selector, members["document"]);
        QCOMPARE(outcome.problem, QString());
        const QByteArray got = canonical('[' + outcome.values.join(',') + ']');
        QByteArrayList paths;
        for (const QByteArray &one : outcome.paths)
            paths.append(quotedJson(one));
        const QByteArray gotPaths = canonical('[' + paths.join(',') + ']');
        if (members.contains("result")) {
            QCOMPARE(got, canonical(members["result"]));
            QCOMPARE(gotPaths, canonical(members["result_paths"]));
            return;
        }
        bool any = false;
        const auto results = parts(members["results"]);
        const auto allPaths = parts(members["results_paths"]);
        for (qsizetype i = 0; i < results.size(); ++i)
            any = any || (got == canonical(results[i].second) &&
                          gotPaths == canonical(allPaths[i].second));
        QVERIFY2(any, (got + " is none of " + members["results"]).constData());
    }

    void growingBodiesGiveTheSame_data()
    {
        QTest::addColumn<QByteArray>("expression");
        for (const char *expression :
             {"$", "$.a", "$.b[*].c", "$.b[-1]", "$.b[::-1]", "$..c", "$.b[?@.c>1].c",
              "$.b[?@.c==$.a]", "$..*", "$.b[?count(@.*)>1]", "$['b','a']"})
            QTest::newRow(expression) << QByteArray(expression);
    }

    void growingBodiesGiveTheSame()
    {
        QFETCH(const QByteArray, expression);
        const QByteArray document(
            "{\"b\":[{\"c\":1},{\"c\":2,\"d\":[1,\"two\"]},{\"c\":3},\"x\\\"]\"],\"a\":2, "
            "\"e\": {\"c\":null}}");
        const Outcome expected = evaluated(expression, document);
        QVERIFY(!expected.paths.isEmpty());
        for (qsizetype step : {1, 7}) {
            const auto source = std::make_shared<ByteStore>();
            JsonPathRun steps(*JsonPath::parse(expression), source);
            Outcome outcome;
            JsonPathRun::Step last{};
            for (qsizetype at = 0; at < document.size(); at += step) {
                QVERIFY(source->append(
                    QByteArrayView(document).sliced(at, std::min(step, document.size() - at))));
                run(steps, *source, outcome, last);
                QCOMPARE(last, JsonPathRun::Step::More);
            }
            source->finish();
            run(steps, *source, outcome, last);
            QCOMPARE(last, JsonPathRun::Step::End);
            QCOMPARE(outcome.values, expected.values);
            QCOMPARE(outcome.paths, expected.paths);
        }
    }

    void everyPathLeadsBackToItsNode()
    {
        const QByteArray document(
            "{\"a'b\":[1,[2,{\"\\u00e9\\n\":3}]],\"\":{\"x\\\\y\":null},\"😀\":[[[]]]}");
        const Outcome all = evaluated("$..*", document);
        QCOMPARE(all.paths.size(), 11);
        for (qsizetype i = 0; i < all.paths.size(); ++i) {
            const Outcome one = evaluated(all.paths[i], document);
            QCOMPARE(one.values, QByteArrayList{all.values[i]});
            QCOMPARE(one.paths, QByteArrayList{all.paths[i]});
        }
    }

    void descentEqualsTheDefinition()
    {
        static constexpr std::pair<const char *, Select> expressions[] = {
            {"$..*", childrenOf},
            {"$..b",
             [](const QJsonValue &value) {
                 const QJsonValue member = value.toObject().value(u"b");
                 return member.isUndefined() ? QList<QJsonValue>() : QList<QJsonValue>{member};
             }},
            {"$..[-1, 0]",
             [](const QJsonValue &value) {
                 const QJsonArray array = value.toArray();
                 return array.isEmpty() ? QList<QJsonValue>()
                                        : QList<QJsonValue>{array.last(), array.first()};
             }},
            {"$..[?@ > 50]",
             [](const QJsonValue &value) {
                 QList<QJsonValue> large = childrenOf(value);
                 large.removeIf([](const QJsonValue &child) { return child.toInt(0) <= 50; });
                 return large;
             }},
        };
        QRandomGenerator random(21);
        for (int round = 0; round < 60; ++round) {
            const QJsonValue value = QJsonArray{randomValue(random, 5), randomValue(random, 4)};
            const QByteArray octets = QJsonDocument(value.toArray()).toJson();
            for (const auto &[expression, select] : expressions) {
                QByteArrayList expected;
                descendants(value, select, expected);
                QCOMPARE(evaluated(expression, octets).values, expected);
            }
        }
    }

    void linesOfJsonAreQueriedInTurn()
    {
        const Outcome outcome = evaluated("$.a", "{\"a\":1}\n{\"b\":2}\n{\"a\":3}\n");
        QCOMPARE(outcome.values, QByteArrayList({"1", "3"}));
    }

    void depthCostsNoStack()
    {
        constexpr qsizetype levels = 100'000;
        const QByteArray document = QByteArray(levels, '[') + QByteArray(levels, ']');
        const auto path = JsonPath::parse("$" + QByteArray("[0]").repeated(1000));
        QVERIFY(path);
        const auto source = stored(document);
        JsonPathRun steps(*path, source);
        JsonMatch match;
        QCOMPARE(steps.next(match), JsonPathRun::Step::Match);
        QCOMPARE(match.from, 1000);
        QCOMPARE(match.to, 2 * levels - 1000);

        const QByteArray less = QByteArray(900, '[') + QByteArray(900, ']');
        QCOMPARE(evaluated("$..*", less).paths.size(), 899);
        // Compared as a whole only to a bound, and said so.
        const QByteArray deep = QByteArray(2000, '[') + QByteArray(2000, ']');
        const Outcome outcome = evaluated("$[?@==$[0]].x", "[" + deep + ",[" + deep + "]]");
        QVERIFY(outcome.problem.contains(QStringLiteral("1000 levels")));
    }

    void nestedExpressionsAreRefused()
    {
        const auto path =
            JsonPath::parse("$[?" + QByteArray(1000, '(') + "@.a" + QByteArray(1000, ')') + ']');
        QVERIFY(!path);
        QVERIFY(path.error().sentence.contains(QStringLiteral("64 deep")));
        QVERIFY(!JsonPath::parse("$" + QByteArray(70000, ' ')));
        QVERIFY(!JsonPath::parse("$.\xFF"));
    }

    void costlyExpressionsEnd()
    {
        const QByteArray document = "[\"" + QByteArray(50, 'a') + "\"]";
        const Outcome outcome = evaluated("$[?match(@, '(a*)*b|(a|a)*c')]", document);
        QVERIFY(outcome.values.isEmpty());
    }

    void aStopIsHeeded()
    {
        const StopMark stop = makeStopMark();
        JsonPathRun steps(*JsonPath::parse("$..*"), stored("[1,2,3]"), stop);
        JsonMatch match;
        QCOMPARE(steps.next(match), JsonPathRun::Step::Match);
        *stop = true;
        QCOMPARE(steps.next(match), JsonPathRun::Step::Stopped);
    }

    void onePass_data()
    {
        QTest::addColumn<bool>("onePass");
        QTest::newRow("$.a[*].b[1:5]") << true;
        QTest::newRow("$[?@.a > 1].b") << true;
        QTest::newRow("$..a") << false;
        QTest::newRow("$['a','b']") << false;
        QTest::newRow("$[-1]") << false;
        QTest::newRow("$[?@ == $.a]") << false;
    }

    void onePass()
    {
        QFETCH(const bool, onePass);
        QCOMPARE(JsonPath::parse(QTest::currentDataTag())->isOnePass(), onePass);
    }

    void iRegexp_data()
    {
        QTest::addColumn<QByteArray>("pcre");
        QTest::newRow("a.b") << QByteArray("a[^\\n\\r]b");
        QTest::newRow("^a$") << QByteArray("^a$");
        QTest::newRow("(a|b)*[c-e]{2,3}") << QByteArray("(?:a|b)*[c-e]{2,3}");
        QTest::newRow("\\p{Lu}\\P{N}") << QByteArray("\\p{Lu}\\P{N}");
        QTest::newRow("[^-a-]") << QByteArray("[^\\-a\\-]");
        for (const char *bad : {"\\d", "(?:a)", "a{3,2}", "[", "[a", "(", ")", "*a", "a**",
                                "\\p{X}", "\\1", "[a-\\p{L}]", "a{1000}", "[]", "(?i)a", "{", "]"})
            QTest::newRow(bad) << QByteArray();
    }

    void iRegexp()
    {
        QFETCH(const QByteArray, pcre);
        QCOMPARE(pcreFromIRegexp(QTest::currentDataTag()).value_or(QByteArray()), pcre);
    }
};

QTEST_GUILESS_MAIN(TestJsonPath)
#include "tst_json_path.moc"

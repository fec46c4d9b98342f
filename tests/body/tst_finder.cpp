// Search equals a search in one piece, however the blocks fall and the body grows.
#include "body/byte_store.h"
#include "body/finder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sonde::body;

namespace
{

std::vector<Hit> naive(const Wanted &wanted, const QByteArray &octets)
{
    std::vector<Hit> hits;
    auto pattern =
        Pattern::compile(wanted.text, {.literal = wanted.kind == Wanted::Kind::Literal,
                                       .anyCase = wanted.letterCase == LetterCase::Any,
                                       .wholeWord = wanted.words == Wanted::Words::Whole});
    if (!pattern)
        qFatal("%s", qPrintable(pattern.error().sentence));
    PatternMatch match(*pattern);
    qsizetype at = 0;
    while (match.find(octets, at, PatternMatch::Following::Nothing,
                      PatternMatch::Empty::PassedOver) == PatternMatch::Outcome::Found) {
        hits.push_back({match.from(), match.to()});
        at = match.to();
    }
    return hits;
}

QByteArray random(QRandomGenerator &random, int length)
{
    static const QByteArrayList pieces{"a", "A", "b",  "ab",   "\n",   " ",   "é",
                                       "É", "€", "😀", "\xFF", "\xC3", "aaa", "<x>"};
    QByteArray octets;
    while (octets.size() < length)
        octets += pieces[random.bounded(pieces.size())];
    return octets;
}

std::vector<Hit> found(const Wanted &wanted, const QByteArray &octets, qint64 block,
                       qsizetype append)
{
    auto finder = Finder::make(wanted, block);
    if (!finder)
        qFatal("the pattern is refused");
    ByteStore store;
    std::vector<Hit> hits;
    for (qsizetype at = 0; at < octets.size(); at += append) {
        if (!store.append(QByteArrayView(octets).sliced(at, std::min(append, octets.size() - at))))
            qFatal("no room for a test");
        while (finder->step(store, hits) == Finder::Step::Partial) {
        }
    }
    store.finish();
    while (finder->step(store, hits) == Finder::Step::Partial) {
    }
    return hits;
}

} // namespace

QT_BEGIN_NAMESPACE
namespace QTest
{
template <>
char *toString(const std::vector<Hit> &hits)
{
    QByteArray text;
    for (const Hit &hit : hits)
        text += QByteArray::number(hit.from) + '-' + QByteArray::number(hit.to) + ' ';
    return qstrdup(text.left(400).constData());
}
} // namespace QTest
QT_END_NAMESPACE

class TestFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsASearchInOnePiece_data()
    {
        QTest::addColumn<Wanted>("wanted");
        using enum Wanted::Kind;
        using enum Wanted::Words;
        const auto row = [](const char *name, const Wanted &wanted) {
            QTest::newRow(name) << wanted;
        };
        row("literal", {.text = "ab"});
        row("overlapping itself", {.text = "aa"});
        row("any case", {.text = "éa", .letterCase = LetterCase::Any});
        row("whole word", {.text = "ab", .words = Whole});
        row("signs", {.text = "<x>", .letterCase = LetterCase::Any, .words = Whole});
        row("octets", {.text = "\xFF", .letterCase = LetterCase::Any});
        row("regex", {.text = "a+b", .kind = Regex});
        row("greedy over lines", {.text = "a[^b]*b", .kind = Regex});
        row("lines", {.text = "^a.*$", .kind = Regex});
        row("look-behind", {.text = "(?<=é)a", .kind = Regex});
        row("look-ahead", {.text = "a(?=\\n)", .kind = Regex});
        row("boundary", {.text = "\\ba", .kind = Regex});
        row("end", {.text = "\\w+\\z", .kind = Regex});
        row("may be empty", {.text = "a*", .kind = Regex});
        row("any case regex", {.text = "É|€+", .kind = Regex, .letterCase = LetterCase::Any});
    }

    void equalsASearchInOnePiece()
    {
        QFETCH(const Wanted, wanted);
        QRandomGenerator generator(11);
        qsizetype hits = 0;
        for (int round = 0; round < 60; ++round) {
            const QByteArray octets = random(generator, 1 + generator.bounded(300));
            const auto expected = naive(wanted, octets);
            hits += qsizetype(expected.size());
            for (const qint64 block : {1, 7, 64, 1 << 20}) {
                QCOMPARE(found(wanted, octets, block, octets.size()), expected);
                QCOMPARE(found(wanted, octets, block, 1 + generator.bounded(20)), expected);
            }
        }
        QVERIFY(hits > 0);
    }

    void costlyPatternsEnd()
    {
        auto finder = Finder::make({.text = "(a|aa)+[0-9]", .kind = Wanted::Kind::Regex});
        QVERIFY(finder);
        ByteStore store;
        QVERIFY(store.append(QByteArray(100'000, 'a')));
        store.finish();
        std::vector<Hit> hits;
        auto step = Finder::Step::Partial;
        while (step == Finder::Step::Partial)
            step = finder->step(store, hits);
        QCOMPARE(step, Finder::Step::Failed);
        QVERIFY(finder->problem().endsWith(u'.'));
    }

    void badPatternsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        for (const char *bad : {"", "(", "a**b)", "[", "\\C", "\xFF"})
            QTest::newRow(bad) << QByteArray(bad);
    }

    void badPatternsAreRefused()
    {
        QFETCH(const QByteArray, pattern);
        const auto finder = Finder::make({.text = pattern, .kind = Wanted::Kind::Regex});
        QVERIFY(!finder);
        QVERIFY(finder.error().sentence.endsWith(u'.'));
    }
};

QTEST_GUILESS_MAIN(TestFinder)
#include "tst_finder.moc"

// The language of the history's filter box: what it means, and what it says of what it cannot
// understand.
#include "history/filter.h"

#include <QDateTime>
#include <QTest>

using namespace sonde::history;
using What = Filter::What;
using Kind = FilterProblem::Kind;

Q_DECLARE_METATYPE(sonde::history::FilterProblem::Kind)

namespace
{

const qint64 now = QDateTime(QDate(2026, 11, 20), QTime(15, 0)).toMSecsSinceEpoch();

qint64 startOf(int year, int month, int day)
{
    return QDate(year, month, day).startOfDay().toMSecsSinceEpoch();
}

Filter::Term onlyTerm(const QString &text)
{
    const auto filter = Filter::parse(text, now);
    return filter && filter->terms().size() == 1 ? filter->terms().front() : Filter::Term{};
}

} // namespace

class TestHistoryFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAndQuotes()
    {
        const auto filter =
            Filter::parse(QStringLiteral("one \"two words\" -three name:\"my login\""), now);
        QVERIFY(filter);
        QCOMPARE(filter->terms().size(), 4U);
        QCOMPARE(filter->terms()[0].words, QStringList{QStringLiteral("one")});
        QCOMPARE(filter->terms()[1].words, QStringList{QStringLiteral("two words")});
        QVERIFY(filter->terms()[2].turned);
        QCOMPARE(filter->terms()[3].what, What::Title);
        QCOMPARE(filter->terms()[3].words, QStringList{QStringLiteral("my login")});
        QVERIFY(Filter::parse({}, now)->terms().empty());
    }

    void ranges_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("what");
        QTest::addColumn<qint64>("inside");
        QTest::addColumn<qint64>("outside");
        const auto row = [](const char *word, What what, qint64 inside, qint64 outside) {
            QTest::newRow(word) << QString::fromUtf8(word) << int(what) << inside << outside;
        };
        row("status:5xx", What::Status, 599, 600);
        row("status:5xx,404", What::Status, 404, 403);
        row("status>=400", What::Status, 400, 399);
        row("status>4xx", What::Status, 500, 499);
        row("status<300", What::Status, 299, 300);
        row("status:none", What::Status, 0, 100);
        row("time>500ms", What::Duration, 500'001, 500'000);
        row("time>1.5s", What::Duration, 1'500'001, 1'500'000);
        row("time<=2", What::Duration, 2000, 2001);
        row("size>10kb", What::Octets, 10'001, 10'000);
        row("size<1mb", What::Octets, 999'999, 1'000'000);
        row("after:2026-11-01", What::Moment, startOf(2026, 11, 1), startOf(2026, 11, 1) - 1);
        row("before:2026-11-01", What::Moment, startOf(2026, 11, 1) - 1, startOf(2026, 11, 1));
        row("on:today", What::Moment, startOf(2026, 11, 20), startOf(2026, 11, 21));
        row("on:yesterday", What::Moment, startOf(2026, 11, 19), startOf(2026, 11, 20));
        row("after:7d", What::Moment, startOf(2026, 11, 13), startOf(2026, 11, 13) - 1);
        row("from:run", What::Origin, int(Origin::Run), int(Origin::Send));
        row("from:Send", What::Origin, int(Origin::Send), int(Origin::Run));
        row("version:2", What::Version, int(sonde::http::Version::Http2),
            int(sonde::http::Version::Http11));
        row("version:h2", What::Version, int(sonde::http::Version::Http2),
            int(sonde::http::Version::Http11));
        row("version:HTTP/1.1", What::Version, int(sonde::http::Version::Http11),
            int(sonde::http::Version::Http10));
    }
    void ranges()
    {
        QFETCH(QString, word);
        QFETCH(int, what);
        QFETCH(qint64, inside);
        QFETCH(qint64, outside);
        const Filter::Term term = onlyTerm(word);
        QCOMPARE(int(term.what), what);
        const auto holds = [&](qint64 value) {
            return std::ranges::any_of(term.ranges, [&](const Filter::Range &range) {
                return range.from <= value && value <= range.to;
            });
        };
        QVERIFY(holds(inside));
        QVERIFY(!holds(outside));
    }

    // What looks like a key and is none.
    void text_data()
    {
        QTest::addColumn<QString>("word");
        for (const char *word : {"https://api.example/x", "localhost:8080", "a=b",
                                 "api.example:443", "/path", "{\"a\":1}"})
            QTest::newRow(word) << QString::fromUtf8(word);
    }
    void text()
    {
        QFETCH(QString, word);
        QCOMPARE(onlyTerm(word).what, What::Text);
        QCOMPARE(onlyTerm(word).words.size(), 1);
    }

    void problems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("quote") << QStringLiteral("a \"b c") << Kind::OpenQuote;
        QTest::newRow("value") << QStringLiteral("status:") << Kind::NoValue;
        QTest::newRow("key") << QStringLiteral("stauts:500") << Kind::UnknownKey;
        QTest::newRow("status") << QStringLiteral("status:6000") << Kind::BadStatus;
        QTest::newRow("time") << QStringLiteral("time>fast") << Kind::BadTime;
        QTest::newRow("size") << QStringLiteral("size>1parsec") << Kind::BadSize;
        QTest::newRow("date") << QStringLiteral("after:2026-13-01") << Kind::BadDate;
        QTest::newRow("version") << QStringLiteral("version:7") << Kind::BadVersion;
        QTest::newRow("mark") << QStringLiteral("is:nice") << Kind::BadMark;
        QTest::newRow("origin") << QStringLiteral("from:there") << Kind::BadOrigin;
        QTest::newRow("two marks") << QStringLiteral("is:pinned,failed") << Kind::BadMark;
        QTest::newRow("order") << QStringLiteral("method>GET") << Kind::NoOrder;
    }
    void problems()
    {
        QFETCH(QString, text);
        QFETCH(Kind, kind);
        const auto filter = Filter::parse(text, now);
        QVERIFY(!filter);
        QCOMPARE(filter.error().kind, kind);
        // The sentence names the word.
        QVERIFY(sentence(filter.error()).contains(filter.error().word));
    }

    void isBounded()
    {
        // Nothing is left out in silence.
        QCOMPARE(Filter::parse(QStringLiteral("w ").repeated(64), now)->terms().size(), 64U);
        QCOMPARE(Filter::parse(QString(4096, u'w'), now)->terms().size(), 1U);
        for (const QString &text : {QStringLiteral("w ").repeated(65), QString(4097, u'w')}) {
            const auto filter = Filter::parse(text, now);
            QVERIFY(!filter);
            QCOMPARE(filter.error().kind, Kind::TooLong);
            QVERIFY(sentence(filter.error()).contains(QLatin1String("4,096")));
        }
    }
};

QTEST_APPLESS_MAIN(TestHistoryFilter)
#include "tst_history_filter.moc"

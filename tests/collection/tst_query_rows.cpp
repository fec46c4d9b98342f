// The query of a URL as rows: editing one row changes only its part of the text.
#include "collection/request_document.h"
#include "collection/row_alignment.h"

#include <QTest>

using namespace sonde::collection;

class TestQueryRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("rows"); // name, value, name, value …
        QTest::newRow("no query") << "http://a/b" << QStringList{};
        QTest::newRow("empty query") << "http://a/b?" << QStringList{};
        QTest::newRow("one") << "http://a/b?x=1" << QStringList{"x", "1"};
        QTest::newRow("as typed") << "http://a/?q=a+b%20c%zz" << QStringList{"q", "a+b%20c%zz"};
        QTest::newRow("duplicates")
            << "http://a/?x=1&x=2&x" << QStringList{"x", "1", "x", "2", "x", ""};
        QTest::newRow("empty parts") << "http://a/?&a&&b&" << QStringList{"a", "", "b", ""};
        QTest::newRow("equals in value") << "http://a/?t=a=b==" << QStringList{"t", "a=b=="};
        QTest::newRow("nameless") << "http://a/?=v" << QStringList{"", "v"};
        QTest::newRow("variable with separators")
            << "http://a/?{{a&b=c#d?e}}={{x&y}}&z={{w}}"
            << QStringList{"{{a&b=c#d?e}}", "{{x&y}}", "z", "{{w}}"};
        QTest::newRow("variable base") << "{{base?#}}/p?x=1#f?y=2" << QStringList{"x", "1"};
        QTest::newRow("unclosed braces")
            << "http://a/?x={{y&z=1" << QStringList{"x", "{{y", "z", "1"};
        QTest::newRow("question mark in value")
            << "http://a/?x=a?b&y=1" << QStringList{"x", "a?b", "y", "1"};
    }

    void reads()
    {
        QFETCH(QString, url);
        QFETCH(QStringList, rows);
        QStringList seen;
        const auto read = queryRows(url);
        for (const Row &row : read)
            seen << row.name << row.value;
        QCOMPARE(seen, rows);
        // Handing back what was read changes no octet.
        QCOMPARE(withQueryRows(url, read), url);
    }

    void edits_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("row"); // -1: append
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one value")
            << "http://a/?x=1+%41&y=2&z#f" << 1 << "y" << "3" << "http://a/?x=1+%41&y=3&z#f";
        QTest::newRow("name") << "http://a/?x=1&y=2" << 0 << "w" << "1" << "http://a/?w=1&y=2";
        QTest::newRow("ampersand guarded")
            << "http://a/?x=1&y=2" << 0 << "x" << "a&b#c" << "http://a/?x=a%26b%23c&y=2";
        QTest::newRow("equals in name guarded")
            << "http://a/?x=1" << 0 << "a=b" << "c=d" << "http://a/?a%3Db=c=d";
        QTest::newRow("variable not guarded")
            << "http://a/?x=1" << 0 << "x" << "{{a&b}}&c" << "http://a/?x={{a&b}}%26c";
        QTest::newRow("valueless gets one")
            << "http://a/?x&y" << 0 << "x" << "1" << "http://a/?x=1&y";
        QTest::newRow("value emptied keeps equals")
            << "http://a/?x=1&y" << 0 << "x" << "" << "http://a/?x=&y";
        QTest::newRow("empty parts stay")
            << "http://a/?&x=1&&y=2&" << 1 << "y" << "3" << "http://a/?&x=1&&y=3&";
        QTest::newRow("append") << "http://a/?x=1#f" << -1 << "y" << "2" << "http://a/?x=1&y=2#f";
        QTest::newRow("append to none") << "http://a/b#f" << -1 << "y" << "2" << "http://a/b?y=2#f";
        QTest::newRow("append name alone") << "http://a" << -1 << "y" << "" << "http://a?y";
        QTest::newRow("one of duplicates")
            << "http://a/?x=1&x=1&x=1" << 1 << "x" << "2" << "http://a/?x=1&x=2&x=1";
    }

    void edits()
    {
        QFETCH(QString, url);
        QFETCH(int, row);
        QFETCH(QString, name);
        QFETCH(QString, value);
        auto rows = queryRows(url);
        if (row < 0)
            rows.push_back({.name = name, .value = value});
        else
            rows[size_t(row)] = {.name = name, .value = value};
        QTEST(withQueryRows(url, rows), "expected");
    }

    void removesAndSwitchesOff()
    {
        const QString url = "http://a/?x=%31&y=+&z=3";
        auto rows = queryRows(url);
        rows[1].enabled = false;
        QCOMPARE(withQueryRows(url, rows), "http://a/?x=%31&z=3");
        rows.erase(rows.begin());
        QCOMPARE(withQueryRows(url, rows), "http://a/?z=3");
        QCOMPARE(withQueryRows(url, {}), "http://a/");
        std::vector<Row> turned = queryRows(url);
        std::ranges::reverse(turned);
        QCOMPARE(withQueryRows(url, turned), "http://a/?z=3&y=+&x=%31");
    }

    void origins()
    {
        const auto row = [](const char *name) {
            return Row{.name = QLatin1String(name), .value = {}};
        };
        const std::vector<Row> before{row("a"), row("b"), row("c"), row("d"), row("e")};
        const std::vector<Row> after{row("b"), row("X"), row("d"), row("Y"), row("Z")};
        const auto found = originsOfRows(before, after);
        QCOMPARE(found[0].same, std::optional<size_t>(1));
        QCOMPARE(found[1].replaces, std::optional<size_t>(2));
        QCOMPARE(found[2].same, std::optional<size_t>(3));
        QCOMPARE(found[3].replaces, std::optional<size_t>(4));
        QVERIFY(!found[4].same && !found[4].replaces);
    }
};

QTEST_GUILESS_MAIN(TestQueryRows)
#include "tst_query_rows.moc"

// What a frame says in words, before anything is painted: the rows of a connection, the filter
// language, and the lines of a frame's detail.
#include "ui/protocol/frame_table.h"
#include "ui/protocol/time_scale.h"
#include "ui/protocol/wire_detail.h"
#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_filter.h"
#include "wire_view.h"

#include <QTest>

using namespace sonde;
using namespace sonde::ui;
using test::viewOf;
using test::WireScript;

namespace
{

constexpr int patience = 20'000; // ms; only to notice a hang

} // namespace

class TestFrameWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void feedFollowsAGrowingConnection();
    void saysWhatAFrameSays();
    void filters_data();
    void filters();
    void filterTroubles_data();
    void filterTroubles();
    void detailOfAHeader();
    void detailOfSettingsAndPings();
};

void TestFrameWords::feedFollowsAGrowingConnection()
{
    WireScript script;
    WireFeed feed;
    feed.follow(script.connection());
    QVERIFY(feed.isReading());
    QTRY_VERIFY_WITH_TIMEOUT(!feed.isReading(), patience);
    QCOMPARE(feed.view().size(), size_t(0));
    script.sent(1, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" +
                       WireScript::frame(trace::FrameType::Settings, 0, 0));
    feed.follow(script.connection());
    QTRY_COMPARE_WITH_TIMEOUT(feed.view().size(), size_t(1), patience);
    const auto before = feed.view().http2;
    script.received(2, WireScript::frame(trace::FrameType::Settings, 0, 0));
    feed.follow(script.connection());
    QTRY_COMPARE_WITH_TIMEOUT(feed.view().size(), size_t(2), patience);
    QCOMPARE(before->frames.size(), size_t(1)); // what was handed out stays as it was
    feed.follow(WireScript::twoRequests().connection());
    QCOMPARE(feed.view().size(), size_t(0));
    QTRY_COMPARE_WITH_TIMEOUT(feed.view().size(), size_t(14), patience);
}

void TestFrameWords::saysWhatAFrameSays()
{
    const WireView view = viewOf(WireScript::twoRequests());
    const auto summary = [&](size_t row) { return wireRow(view, row).summary; };
    QCOMPARE(summary(0), QStringLiteral("INITIAL_WINDOW_SIZE = 16,384 · ENABLE_PUSH = 0"));
    QCOMPARE(summary(1), QStringLiteral(":method: GET · :scheme: https · :path: /orders · "
                                        ":authority: a.test · x-trace: abc"));
    QCOMPARE(wireRow(view, 1).flags, QStringLiteral("END_STREAM END_HEADERS"));
    QCOMPARE(summary(6), QStringLiteral("content from octet 0"));
    QCOMPARE(wireRow(view, 6).length, quint64(16'384));
    QCOMPARE(summary(7), QStringLiteral("+16,384"));
    QCOMPARE(verdictKind(view, 13), trace::Verdict::Kind::Violation);
    const auto &again = view.http2->blocks[2];
    QCOMPARE(again.stream, quint32(3));
    QCOMPARE(sentAsText(*view.http2, again.direction, again.fields[4]),
             QStringLiteral("index 62, put into the table by stream 1"));
    QCOMPARE(sentAsText(*view.http2, again.direction, again.fields[0]),
             QStringLiteral("index 2 of the static table"));
}

void TestFrameWords::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<int>>("rows");
    const QList<int> all{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    QTest::newRow("nothing") << "" << all;
    QTest::newRow("stream") << "stream:3" << QList<int>{8, 10};
    QTest::newRow("streams") << "stream:3,0 type:ping" << QList<int>{11, 12};
    QTest::newRow("type") << "type:DATA" << QList<int>{6, 9};
    QTest::newRow("type-begins") << "type:win" << QList<int>{7, 13};
    QTest::newRow("not") << "-type:DATA,SETTINGS -stream:0 dir:in" << QList<int>{5, 10};
    QTest::newRow("direction") << "dir:out type:settings" << QList<int>{0, 4};
    QTest::newRow("flag") << "flag:end_stream dir:in" << QList<int>{9, 10};
    QTest::newRow("longer") << "len>1000" << QList<int>{6, 9};
    QTest::newRow("at-least") << "len>=16384" << QList<int>{6};
    QTest::newRow("exactly") << "len=8" << QList<int>{11, 12};
    QTest::newRow("moment") << "at>20 at<=22" << QList<int>{11, 12};
    QTest::newRow("violation") << "is:violation" << QList<int>{13};
    QTest::newRow("text") << "/ORDERS" << QList<int>{1, 8};
    QTest::newRow("quoted") << "\"x-trace: abc\" stream:3" << QList<int>{8};
    QTest::newRow("pseudo-field") << ":status" << QList<int>{5, 10};
    QTest::newRow("all-of-it") << "stream:1 type:DATA dir:in len>1000 content" << QList<int>{6, 9};
}

void TestFrameWords::filters()
{
    QFETCH(QString, filter);
    const WireView view = viewOf(WireScript::twoRequests());
    const auto parsed = WireFilter::parse(filter);
    QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error()));
    QList<int> rows;
    for (const quint32 row : parsed->apply(view, test::Recording::stamp(0)))
        rows << int(row);
    QTEST(rows, "rows");
}

void TestFrameWords::filterTroubles_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("stream") << "stream:x" << "stream:x: a stream is a number, as in stream:1.";
    QTest::newRow("no-stream") << "stream:" << "stream:: which stream? Write stream:1.";
    QTest::newRow("direction") << "dir:up" << "dir:up: the direction is dir:in or dir:out.";
    QTest::newRow("length") << "len>many" << "len>many: octets are a number, as in len>1000.";
    QTest::newRow("moment") << "type:DATA at<" << "at<: milliseconds are a number, as in at>12.5.";
    QTest::newRow("is") << "is:odd" << "is:odd: it can be is:finding or is:violation.";
    QTest::newRow("quote") << "\"open end"
                           << "A quotation mark is missing at the end of \"open end.";
}

void TestFrameWords::filterTroubles()
{
    QFETCH(QString, filter);
    const auto parsed = WireFilter::parse(filter);
    QVERIFY(!parsed);
    QTEST(parsed.error(), "sentence");
}

void TestFrameWords::detailOfAHeader()
{
    const WireView view = viewOf(WireScript::twoRequests());
    const auto lines = wireDetail(view, 1, test::Recording::stamp(0));
    const auto named = [&](const QString &name) {
        const auto found = std::ranges::find(lines, name, &DetailLine::name);
        return found == lines.end() ? DetailLine{} : *found;
    };
    QCOMPARE(named(QStringLiteral("Time")).value, QStringLiteral("1.000 ms"));
    QCOMPARE(named(QStringLiteral("Stream")).from, quint64(5));
    const auto trace = named(QStringLiteral("x-trace"));
    QCOMPARE(trace.value, QStringLiteral("abc"));
    QCOMPARE(trace.wireOctets, quint64(13));
    QCOMPARE(trace.note, QStringLiteral("written out, put into the table"));
    // Frame header, two indexed fields, :path with 15 octets and :authority with 19 stand before.
    QCOMPARE(trace.from, quint64(9 + 2 + 15 + 19));
    QCOMPARE(trace.to, trace.from + 13);
    QCOMPARE(trace.to, quint64(9 + view.http2->frames[1].length));
    QVERIFY(detailText(lines).contains(
        QStringLiteral("  x-trace: abc  [13 byte(s), written out, put into the table]\n")));
    const auto broken = wireDetail(view, 13, test::Recording::stamp(0));
    QCOMPARE(broken[1].name, QStringLiteral("Rule broken"));
    QVERIFY(broken[1].value.contains(QStringLiteral("RFC 9113 section 6.9")));
}

void TestFrameWords::detailOfSettingsAndPings()
{
    const WireView view = viewOf(WireScript::twoRequests());
    const QString ours = detailText(wireDetail(view, 0, test::Recording::stamp(0)));
    QVERIFY(ours.contains(QStringLiteral("  INITIAL_WINDOW_SIZE: 16,384\n")));
    QVERIFY(ours.contains(QStringLiteral("  In force: 4.00 ms later, with frame 3\n")));
    const QString ping = detailText(wireDetail(view, 11, test::Recording::stamp(0)));
    QVERIFY(ping.contains(QStringLiteral("  Answered after: 1.00 ms\n")));
    const QString answer = detailText(wireDetail(view, 12, test::Recording::stamp(0)));
    QVERIFY(answer.contains(QStringLiteral("  Answers: frame 11\n")));
}

QTEST_MAIN(TestFrameWords)

#include "tst_frame_words.moc"

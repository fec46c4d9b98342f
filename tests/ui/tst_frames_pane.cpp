// The frames pane: what a frame says in words, the filter language, the table and its detail, one
// selection for table and lanes, and what real keys and the mouse do.
#include "ui/protocol/detail_view.h"
#include "ui/protocol/frame_table.h"
#include "ui/protocol/frames_pane.h"
#include "ui/protocol/protocol_view.h"
#include "ui/protocol/swimlanes.h"
#include "ui/protocol/time_scale.h"
#include "ui/protocol/wire_detail.h"
#include "ui/protocol/wire_selection.h"
#include "ui/widgets/body_view/body_view.h"
#include "ui/widgets/icons.h"
#include "wire_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace sonde;
using namespace sonde::ui;
using test::viewOf;
using test::WireScript;

namespace
{

constexpr int patience = 20'000; // ms; only to notice a hang

std::unique_ptr<ProtocolView> shown(const WireScript &script, quint32 stream = 1)
{
    auto view = std::make_unique<ProtocolView>();
    view->resize(1000, 600);
    view->show();
    view->showExchange(script.exchange(stream)->state());
    return view;
}

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

class TestFramesPane : public QObject
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
    void http1Parts();
    void tableAndDetail();
    void flagsMakeRoom();
    void tableGrowsWithoutReset();
    void lanesAndTableShareTheSelection();
    void revealingStaysWithTheFrames();
    void lanesZoom();
    void hidesWhatBelongsToOthers();
    void findingsAreOneClickAway();
    void notesAreNoWarning();
    void emptyStatesSayWhy();
    void manyFramesScroll();
};

void TestFramesPane::feedFollowsAGrowingConnection()
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

void TestFramesPane::saysWhatAFrameSays()
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

void TestFramesPane::filters_data()
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

void TestFramesPane::filters()
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

void TestFramesPane::filterTroubles_data()
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

void TestFramesPane::filterTroubles()
{
    QFETCH(QString, filter);
    const auto parsed = WireFilter::parse(filter);
    QVERIFY(!parsed);
    QTEST(parsed.error(), "sentence");
}

void TestFramesPane::detailOfAHeader()
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

void TestFramesPane::detailOfSettingsAndPings()
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

void TestFramesPane::http1Parts()
{
    WireScript script(http::Version::Http11);
    script.sent(1, "GET /a HTTP/1.1\r\nHost: a.test\r\n\r\n");
    script.received(2, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::array gaps{trace::ByteLog::Gap{.at = 7, .octets = 5}};
    script.connection()->log().append(trace::Direction::Received, test::Recording::stamp(3),
                                      "5;a=b\r\nhello\r\n", gaps);
    const WireView view = viewOf(script);
    QVERIFY(view.http1 && !view.http2);
    QCOMPARE(typeText(view, 0), QStringLiteral("request head"));
    QCOMPARE(wireRow(view, 0).summary, QStringLiteral("GET /a HTTP/1.1 · Host: a.test"));
    QCOMPARE(typeText(view, 2), QStringLiteral("chunk size"));
    QCOMPARE(wireRow(view, 2).summary, QStringLiteral("5 octets follow · ;a=b"));
    const auto lines = wireDetail(view, 0, test::Recording::stamp(0));
    const auto host = std::ranges::find(lines, QStringLiteral("Host"), &DetailLine::name);
    QVERIFY(host != lines.end());
    QCOMPARE(host->from, quint64(17));
    QCOMPARE(host->to, quint64(31));
    WireSubject subject{script.exchange(0)->state()};
    QCOMPARE(subject.stream(view), std::optional<quint32>(1));
    const auto lanes = lanesOf(view);
    QCOMPARE(lanes.size(), size_t(1));
    QCOMPARE(lanes[0].label, QStringLiteral("1  GET /a"));
    // What HTTP/1 does not have takes no room, and its own titles are read whole.
    const auto pane = shown(script, 0);
    const QTableView *table = pane->frames()->table();
    QTRY_VERIFY_WITH_TIMEOUT(table->isColumnHidden(FrameTable::Flags), patience);
    const QHeaderView *head = table->horizontalHeader();
    QVERIFY(head->sectionSize(FrameTable::Stream) >= head->sectionSizeHint(FrameTable::Stream));
}

void TestFramesPane::tableAndDetail()
{
    const auto view = shown(WireScript::twoRequests());
    QTableView *table = view->frames()->table();
    QAbstractItemModelTester tester(table->model());
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 14, patience);
    QCOMPARE(view->frames()->countText(), QStringLiteral("14 frame(s)"));
    // The first frame of the request is where one looks first.
    QCOMPARE(view->selection()->row(), std::optional<size_t>(1));
    QCOMPARE(table->currentIndex().row(), 1);
    // The longest name of a type in common use is read whole.
    const auto longest =
        int(column(*table->model(), FrameTable::Type).indexOf(QStringLiteral("WINDOW_UPDATE")));
    QVERIFY(longest >= 0);
    QStyleOptionViewItem cell;
    cell.initFrom(table);
    cell.widget = table;
    const int needed = table->itemDelegate()
                           ->sizeHint(cell, table->model()->index(longest, FrameTable::Type))
                           .width();
    QVERIFY2(table->columnWidth(FrameTable::Type) >= needed,
             qPrintable(
                 QStringLiteral("%1 of %2").arg(table->columnWidth(FrameTable::Type)).arg(needed)));
    const auto *detail = view->frames()->detail()->table()->model();
    const int flags = int(column(*detail, 0).indexOf(QStringLiteral("Flags")));
    QVERIFY(view->frames()->detail()->table()->columnSpan(flags, 1) > 1);
    QVERIFY(view->frames()->detail()->table()->columnWidth(0) >
            table->fontMetrics().horizontalAdvance(QStringLiteral("MAX_CONCURRENT_STREAMS")));
    QVERIFY(column(*detail, 0).contains(QStringLiteral("x-trace")));
    auto *octets = view->frames()->detail()->octets();
    QTRY_VERIFY_WITH_TIMEOUT(octets->store() && octets->store()->size() == 58, patience);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(view->selection()->row(), std::optional<size_t>(2));
    QTRY_COMPARE_WITH_TIMEOUT(octets->store()->size(), qint64(15), patience);
    // A line of the detail marks its octets.
    auto *lines = view->frames()->detail()->table();
    lines->setFocus();
    lines->setCurrentIndex(lines->model()->index(
        int(column(*lines->model(), 0).indexOf(QStringLiteral("Stream"))), 0));
    QCOMPARE(octets->selection(), (OctetRange{5, 9}));
    QTest::keySequence(table, QKeySequence::Copy);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("\tSETTINGS\t")));

    auto *box = view->frames()->filterBox();
    view->find();
    QCOMPARE(QApplication::focusWidget(), box);
    QTest::keyClicks(box, QStringLiteral("type:DATA"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patience);
    QCOMPARE(view->frames()->countText(), QStringLiteral("2 of 14"));
    QTest::keyClicks(box, QStringLiteral(" len>x"));
    QTRY_COMPARE_WITH_TIMEOUT(view->frames()->filterTrouble(),
                              QStringLiteral("len>x: octets are a number, as in len>1000."),
                              patience);
    QCOMPARE(table->model()->rowCount(), 2); // what was understood last stays
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 14, patience);
    QTest::keyClicks(box, QStringLiteral("strm:1"));
    QTRY_VERIFY_WITH_TIMEOUT(
        view->frames()->filterTrouble().startsWith(QLatin1String("Nothing fits")), patience);
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 14, patience);
    QVERIFY(view->frames()->filterTrouble().isEmpty());
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), table);
}

// What a frame says is read beside its detail, also in a narrow window.
void TestFramesPane::flagsMakeRoom()
{
    const auto view = shown(WireScript::twoRequests());
    QTableView *table = view->frames()->table();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 14, patience);
    const QModelIndex says = table->model()->index(1, FrameTable::Summary);
    QVERIFY(table->isColumnHidden(FrameTable::Flags));
    QVERIFY2(says.data().toString().endsWith(QStringLiteral(" · END_STREAM END_HEADERS")),
             qPrintable(says.data().toString()));
    QVERIFY(table->columnWidth(FrameTable::Summary) > 15 * table->fontMetrics().averageCharWidth());
    view->resize(1800, 600);
    QTRY_VERIFY_WITH_TIMEOUT(!table->isColumnHidden(FrameTable::Flags), patience);
    QVERIFY(!says.data().toString().contains(QStringLiteral("END_STREAM")));
}

void TestFramesPane::tableGrowsWithoutReset()
{
    auto script = WireScript::twoRequests();
    const auto view = shown(script);
    QTableView *table = view->frames()->table();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 14, patience);
    QSignalSpy resets(table->model(), &QAbstractItemModel::modelReset);
    QSignalSpy inserts(table->model(), &QAbstractItemModel::rowsInserted);
    table->selectRow(5);
    script.received(30, WireScript::frame(trace::FrameType::Ping, 0, 0, "abcdefgh"));
    view->showExchange(script.exchange(1)->state());
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 15, patience);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(inserts.count(), 1);
    QCOMPARE(table->currentIndex().row(), 5);
}

void TestFramesPane::lanesAndTableShareTheSelection()
{
    const auto view = shown(WireScript::twoRequests());
    auto *lanes = view->frames()->lanes();
    auto *table = view->frames()->table();
    QTRY_COMPARE_WITH_TIMEOUT(lanes->lanes().size(), size_t(3), patience);
    QCOMPARE(lanes->lanes()[0].label, QStringLiteral("connection"));
    QCOMPARE(lanes->lanes()[2].label, QStringLiteral("3  GET /orders"));
    QVERIFY(lanes->markRectangle(10).isEmpty()); // after this request was over
    lanes->setFocus();
    QTest::keyClick(lanes, Qt::Key_0);
    const QRectF mark = lanes->markRectangle(10);
    QVERIFY(!mark.isEmpty());
    QTest::mouseClick(lanes->viewport(), Qt::LeftButton, {}, mark.center().toPoint());
    QCOMPARE(view->selection()->row(), std::optional<size_t>(10));
    QCOMPARE(table->currentIndex().row(), 10);
    lanes->setFocus();
    QTest::keyClick(lanes, Qt::Key_Left);
    QCOMPARE(table->currentIndex().row(), 8); // before it on stream 3
    QTest::keyClick(lanes, Qt::Key_Up);
    QCOMPARE(view->selection()->row(), std::optional<size_t>(7)); // stream 1, at the same moment
    table->selectRow(12);
    QVERIFY(lanes->accessibleDescription().contains(QStringLiteral("PING")));
    // The moment under the mouse is everyone's.
    QTest::mouseMove(lanes->viewport(), mark.center().toPoint());
    QTRY_VERIFY_WITH_TIMEOUT(view->selection()->cursor().has_value(), patience);
    const double ms =
        double((*view->selection()->cursor() - test::Recording::stamp(0)).count()) / 1e6;
    QVERIFY2(std::abs(ms - 20) < 0.5, qPrintable(QString::number(ms)));
}

// What is brought into sight at either end is not half of an empty lane.
void TestFramesPane::revealingStaysWithTheFrames()
{
    using test::Recording;
    TimeScale scale;
    scale.setWhole(Recording::stamp(0), Recording::stamp(1000));
    scale.show(Recording::stamp(400), Recording::stamp(500));
    scale.reveal(Recording::stamp(0));
    QCOMPARE(scale.from(), Recording::stamp(-5));
    scale.reveal(Recording::stamp(1000));
    QCOMPARE(scale.to(), Recording::stamp(1005));
    scale.reveal(Recording::stamp(300));
    QCOMPARE(scale.from(), Recording::stamp(250));
    scale.reveal(Recording::stamp(310)); // in sight
    QCOMPARE(scale.from(), Recording::stamp(250));
}

void TestFramesPane::lanesZoom()
{
    const auto view = shown(WireScript::twoRequests());
    auto *lanes = view->frames()->lanes();
    QTRY_COMPARE_WITH_TIMEOUT(lanes->lanes().size(), size_t(3), patience);
    const auto whole = lanes->scale().length();
    QTest::mouseClick(lanes->viewport(), Qt::LeftButton, {},
                      lanes->markRectangle(6).center().toPoint());
    lanes->setFocus();
    QTest::keyClick(lanes, Qt::Key_Plus);
    QVERIFY(lanes->scale().length() < whole);
    const double before = lanes->markRectangle(6).left();
    const QPointF at(before, lanes->markRectangle(6).center().y());
    QWheelEvent wheel(at, lanes->viewport()->mapToGlobal(at), {}, {0, 240}, {}, {},
                      Qt::NoScrollPhase, false);
    const auto zoomed = lanes->scale().length();
    QApplication::sendEvent(lanes->viewport(), &wheel);
    QVERIFY(lanes->scale().length() < zoomed);
    QVERIFY(std::abs(lanes->markRectangle(6).left() - before) < 1); // it stays under the mouse
    QTest::keyClick(lanes, Qt::Key_0);
    QVERIFY(lanes->scale().isWhole());
}

void TestFramesPane::hidesWhatBelongsToOthers()
{
    const auto view = shown(WireScript::twoRequests(), 3);
    auto *table = view->frames()->table();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 14, patience);
    QCOMPARE(view->selection()->row(), std::optional<size_t>(8));
    QTest::mouseClick(view->frames()->ownAlone(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patience);
    QCOMPARE(column(*table->model(), FrameTable::Stream),
             (QStringList{QStringLiteral("3"), QStringLiteral("3")}));
}

void TestFramesPane::findingsAreOneClickAway()
{
    const auto view = shown(WireScript::twoRequests());
    auto *table = view->frames()->table();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 14, patience);
    QVERIFY(view->frames()->findings()->isVisible());
    QTest::mouseClick(view->frames()->ownAlone(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() < 14, patience);
    QTest::mouseClick(view->frames()->findings(), Qt::LeftButton);
    QCOMPARE(view->selection()->row(), std::optional<size_t>(13));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 14, patience);
    QTRY_COMPARE_WITH_TIMEOUT(table->currentIndex().row(), 13, patience);
}

// A note has not the colour of a warning.
void TestFramesPane::notesAreNoWarning()
{
    const auto looks = [](QToolButton *button) { return button->icon().pixmap(16).toImage(); };
    const auto broken = shown(WireScript::twoRequests());
    QTRY_VERIFY_WITH_TIMEOUT(broken->frames()->findings()->isVisible(), patience);
    QCOMPARE(looks(broken->frames()->findings()),
             icon("warning", Token::Warning).pixmap(16).toImage());
    WireScript script;
    script.sent(1, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" +
                       WireScript::frame(trace::FrameType::Settings, 0, 0));
    script.received(2, WireScript::frame(trace::FrameType::Settings, 0, 0) +
                           WireScript::frame(trace::FrameType(0x77), 0, 0, "abc"));
    const auto ignored = shown(script);
    QTRY_VERIFY_WITH_TIMEOUT(ignored->frames()->findings()->isVisible(), patience);
    QCOMPARE(looks(ignored->frames()->findings()), icon("info", Token::Muted).pixmap(16).toImage());
}

void TestFramesPane::emptyStatesSayWhy()
{
    ProtocolView view;
    view.show();
    trace::ExchangeState failed;
    failed.end = trace::End::Failed;
    view.showExchange(failed);
    QCOMPARE(view.emptyText(),
             QStringLiteral("No connection carried this request, so nothing went over the wire."));
    WireScript script;
    view.showExchange(script.exchange(1)->state());
    QTRY_COMPARE_WITH_TIMEOUT(
        view.emptyText(), QStringLiteral("The connection was set up, but nothing was said on it."),
        patience);
    QVERIFY(std::ranges::any_of(view.findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->isVisible() && label->text() == view.emptyText();
    }));
    trace::ExchangeState archived = script.exchange(1)->state();
    archived.response = test::head(200, {});
    view.showExchange(archived);
    QVERIFY2(view.emptyText().startsWith(QLatin1String("Its octets were not recorded")),
             qPrintable(view.emptyText()));
}

void TestFramesPane::manyFramesScroll()
{
    WireScript script;
    using Type = trace::FrameType;
    script.sent(0, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + WireScript::frame(Type::Settings, 0, 0) +
                       WireScript::frame(Type::Headers, trace::frameflag::endHeaders, 1,
                                         test::indexed(2) + test::indexed(7)));
    script.received(
        0, WireScript::frame(Type::Settings, 0, 0) +
               WireScript::frame(Type::Headers, trace::frameflag::endHeaders, 1, test::indexed(8)));
    constexpr int frames = 100'000;
    for (int i = 4; i < frames; ++i)
        script.content(1 + i * 0.01, 1, 100);
    const auto view = shown(script);
    auto *table = view->frames()->table();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), frames, patience);
    const auto cost = [&](auto &&step) {
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 20; ++i)
            step(i);
        return double(clock.nsecsElapsed()) / 20e6;
    };
    const double scroll = cost([&](int i) {
        table->verticalScrollBar()->setValue(i * 4'999);
        table->viewport()->grab();
    });
    const double lanes = cost([&](int) { view->frames()->lanes()->viewport()->grab(); });
    qInfo("100,000 frames: %.2f ms to scroll and paint the table, %.2f ms to paint the lanes",
          scroll, lanes);
    QCOMPARE(table->indexAt({5, 5}).row(), 19 * 4'999);
}

QTEST_MAIN(TestFramesPane)
#include "tst_frames_pane.moc"

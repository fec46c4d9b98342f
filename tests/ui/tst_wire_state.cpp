// Header tables and windows at any frame: what the projections say of a conversation that is known,
// and what the panes make of it.
#include "ui/protocol/frames_pane.h"
#include "ui/protocol/hpack_pane.h"
#include "ui/protocol/hpack_table.h"
#include "ui/protocol/protocol_view.h"
#include "ui/protocol/window_plot.h"
#include "ui/protocol/window_table.h"
#include "ui/protocol/windows_pane.h"
#include "ui/protocol/wire_selection.h"
#include "ui/response/fitted_table.h"
#include "ui/response/headers_view.h"
#include "ui/response/overview_view.h"
#include "ui/response/response_pane.h"
#include "ui/response/timing_table.h"
#include "wire_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace sonde;
using namespace sonde::ui;
using test::viewOf;
using test::WireScript;
using Type = trace::FrameType;
using std::chrono::milliseconds;
namespace flag = trace::frameflag;

namespace
{

constexpr int patience = 20'000; // ms; only to notice a hang

// A window of 20,000 octets that is used up twice, opened again 5 ms later each time.
WireScript stalled()
{
    WireScript script;
    script.sent(0, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" +
                       WireScript::frame(Type::Settings, 0, 0, test::setting(4, 10'000)));
    script.sent(0, WireScript::frame(Type::Headers, flag::endHeaders | flag::endStream, 1,
                                     test::indexed(2) + test::indexed(7) + test::indexed(4) +
                                         test::field(":authority", "a.test")));
    script.received(5, WireScript::frame(Type::Settings, 0, 0) +
                           WireScript::frame(Type::Settings, flag::ack, 0) +
                           WireScript::frame(Type::Headers, flag::endHeaders, 1, test::indexed(8)));
    script.sent(5, WireScript::frame(Type::Settings, flag::ack, 0));
    script.content(10, 1, 10'000);
    script.sent(12, WireScript::frame(Type::WindowUpdate, 0, 1, test::number32(10'000)));
    script.content(17, 1, 10'000);
    script.sent(18, WireScript::frame(Type::WindowUpdate, 0, 1, test::number32(10'000)));
    script.content(23, 1, 5'000, flag::endStream);
    return script;
}

} // namespace

class TestWireState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void tableAtAFrame();
    void tableEvicts();
    void scrubsTheTable();
    void storyOfAStall();
    void storyWithoutStalls();
    void stallsStandInTheTiming();
    void showsWindows();
    void http1HasNeither();
    void costsOfFields();
    void headersShowCosts();
    void findingsLeadToTheirFrame();
};

void TestWireState::tableAtAFrame()
{
    const WireView view = viewOf(WireScript::twoRequests());
    const auto before = hpackAt(*view.http2, trace::Direction::Sent, 0);
    QVERIFY(before.rows.empty());
    QCOMPARE(before.blocks, quint64(0));
    const auto first = hpackAt(*view.http2, trace::Direction::Sent, 1);
    QVERIFY(first.isBlock);
    QCOMPARE(first.rows.size(), size_t(3));
    QCOMPARE(first.rows[0], (HpackRow{HpackRow::State::New, 62, QStringLiteral("x-trace"),
                                      QStringLiteral("abc"), 42, 1, 1}));
    QCOMPARE(first.rows[2].name, QStringLiteral(":path"));
    QCOMPARE(first.rows[2].index, quint64(64));
    const auto later = hpackAt(*view.http2, trace::Direction::Sent, 9);
    QVERIFY(!later.isBlock);
    QCOMPARE(later.blocks, quint64(2));
    QCOMPARE(later.rows[0].state, HpackRow::State::Held);
    QCOMPARE(later.wireOctets, quint64(49 + 5));
    QVERIFY(later.saved() > 0.3);
    const auto received = hpackAt(*view.http2, trace::Direction::Received, 13);
    QCOMPARE(received.rows.size(), size_t(1));
    QCOMPARE(nextBlock(*view.http2, trace::Direction::Sent, 1, 1), std::optional<quint64>(8));
    QCOMPARE(nextBlock(*view.http2, trace::Direction::Sent, 8, -1), std::optional<quint64>(1));
    QCOMPARE(nextBlock(*view.http2, trace::Direction::Sent, 8, 1), std::nullopt);
}

void TestWireState::tableEvicts()
{
    // 40 entries of 132 octets do not fit into 4,096.
    WireScript script;
    script.sent(0, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + WireScript::frame(Type::Settings, 0, 0));
    QByteArray fields = test::indexed(2) + test::indexed(7) + test::indexed(4);
    for (int i = 0; i < 31; ++i)
        fields += test::field("x-" + QByteArray::number(100 + i), QByteArray(95, 'v'));
    script.sent(1, WireScript::frame(Type::Headers, flag::endHeaders | flag::endStream, 1, fields));
    script.sent(2, WireScript::frame(Type::Headers, flag::endHeaders | flag::endStream, 3,
                                     test::indexed(2) + test::indexed(7) + test::indexed(4) +
                                         test::field("x-new", QByteArray(90, 'n'))));
    const WireView view = viewOf(script);
    const auto moment = hpackAt(*view.http2, trace::Direction::Sent, 2);
    QCOMPARE(moment.rows.front().state, HpackRow::State::New);
    QCOMPARE(moment.rows.front().name, QStringLiteral("x-new"));
    QCOMPARE(moment.rows.back().state, HpackRow::State::Evicted);
    QCOMPARE(moment.rows.back().name, QStringLiteral("x-100"));
    QCOMPARE(moment.rows.back().index, quint64(92)); // the last of 31
    QVERIFY(moment.table.size <= 4096);
}

void TestWireState::scrubsTheTable()
{
    ProtocolView view;
    view.resize(1000, 500);
    view.show();
    const auto script = WireScript::twoRequests();
    view.showExchange(script.exchange(1)->state());
    QTRY_COMPARE_WITH_TIMEOUT(view.selection()->row(), std::optional<size_t>(1), patience);
    QTest::mouseClick(view.button(ProtocolView::Pane::HeaderTable), Qt::LeftButton);
    HpackPane *pane = view.headerTable();
    QVERIFY(pane && pane->isVisible() && pane->bar()->isVisible());
    QAbstractItemModelTester tester(pane->table()->model());
    QCOMPARE(pane->table()->model()->rowCount(), 3);
    QCOMPARE(pane->table()->model()->index(0, HpackTable::State).data().toString(),
             QStringLiteral("+ new"));
    QVERIFY(!pane->previous()->isEnabled());
    QTest::mouseClick(pane->next(), Qt::LeftButton);
    QCOMPARE(view.selection()->row(), std::optional<size_t>(8));
    QVERIFY2(pane->sentence()->text().startsWith(
                 QStringLiteral("After frame 8 the table holds 134 of 4,096 octets. ")),
             qPrintable(pane->sentence()->text()));
    QCOMPARE(pane->table()->model()->index(0, HpackTable::State).data().toString(), QString());
    view.selection()->select(5); // of the other direction
    QCOMPARE(pane->table()->model()->rowCount(), 1);
    view.find(); // belongs to the frames
    QCOMPARE(view.pane(), ProtocolView::Pane::Frames);
    QVERIFY(view.frames()->isVisible());
}

void TestWireState::storyOfAStall()
{
    const WireView view = viewOf(stalled());
    QCOMPARE(contentDirection(*view.http2, 1), trace::Direction::Received);
    const auto story = windowStory(*view.http2, trace::Direction::Received, 1, milliseconds(4));
    QCOMPARE(story.content, quint64(25'000));
    QCOMPARE(story.stalls.size(), size_t(2));
    QCOMPARE(story.stalled, milliseconds(13)); // 10 to 17 and 17 to 23
    QCOMPARE(story.flowing, milliseconds(0));
    QVERIFY(!story.sufficient()); // no time is left of which a rate could be told
    auto slower = story;
    slower.flowing = milliseconds(10);
    QCOMPARE(slower.sufficient(), std::optional<quint64>(10'001)); // 2,500 a ms over 4 ms
    QVERIFY(storyText(slower).contains(QStringLiteral("inferred")));
    QVERIFY(storyText(slower).contains(QStringLiteral("would have sufficed")));
    const auto &last = story.changes.back();
    QCOMPARE(last.frame, quint64(view.size() - 1));
}

void TestWireState::storyWithoutStalls()
{
    const WireView view = viewOf(WireScript::twoRequests());
    const auto story = windowStory(*view.http2, trace::Direction::Received, 3, std::nullopt);
    QCOMPARE(storyText(story), QStringLiteral("Stream 3 had no content in this direction."));
}

void TestWireState::stallsStandInTheTiming()
{
    const auto script = stalled();
    const auto exchange = script.exchange(1);
    exchange->record(trace::What::SendHeadStarted, test::Recording::stamp(0));
    exchange->record(trace::What::SendHeadFinished, test::Recording::stamp(0));
    exchange->record(trace::What::HeadStarted, test::Recording::stamp(5));
    exchange->record(trace::What::BodyStarted, test::Recording::stamp(10));
    exchange->record(trace::What::BodyFinished, test::Recording::stamp(23));
    HopSnapshot hop{.source = exchange,
                    .exchange = exchange->state(),
                    .connection = script.connection()->state()};
    const TimingWire wire{script.connection(), viewOf(script)};
    const auto marks = timingMarks(hop, wire);
    QCOMPARE(marks.size(), 2u);
    QCOMPARE(marks[0].kind, WaterfallMark::Kind::Stall);
    QCOMPARE(marks[0].start, test::Recording::stamp(10));
    QCOMPARE(marks[0].end, test::Recording::stamp(17));
    QVERIFY(!marks[0].exact); // receiving: inferred
    int told = 0;
    for (const TimingRow &row : timingRows({hop}, test::Recording::stamp(100), wire))
        told += row.phase.trimmed() == QLatin1String("stalled") ? 1 : 0;
    QCOMPARE(told, 2);
    // The record of another connection has no part in it.
    QVERIFY(timingMarks(hop, {}).empty());
    hop.exchange.streamId = 3;
    QVERIFY(timingMarks(hop, wire).empty());
}

void TestWireState::showsWindows()
{
    ProtocolView view;
    view.resize(1000, 600);
    view.show();
    const auto script = stalled();
    view.showExchange(script.exchange(1)->state());
    QTRY_VERIFY_WITH_TIMEOUT(view.selection()->row().has_value(), patience);
    QTest::mouseClick(view.button(ProtocolView::Pane::Windows), Qt::LeftButton);
    WindowsPane *pane = view.windows();
    QAbstractItemModelTester tester(pane->table()->model());
    QTRY_VERIFY_WITH_TIMEOUT(pane->table()->model()->rowCount() > 0, patience);
    QVERIFY(pane->sentence()->text().contains(QStringLiteral("25,000")));
    // A step that is clicked selects its frame everywhere.
    const auto &changes = pane->plot()->story().changes;
    const auto update = std::ranges::find_if(changes, [](const trace::WindowChange &change) {
        return change.cause == trace::WindowChange::Cause::WindowUpdate && change.stream == 1;
    });
    QVERIFY(update != changes.end());
    QTest::mouseClick(pane->plot(), Qt::LeftButton, {}, pane->plot()->pointOf(*update).toPoint());
    QCOMPARE(view.selection()->row(), std::optional<size_t>(size_t(update->frame)));
    pane->plot()->setFocus();
    QTest::keyClick(pane->plot(), Qt::Key_Right);
    QVERIFY(*view.selection()->row() > update->frame);
    pane->table()->setFocus();
    pane->table()->selectRow(0);
    QCOMPARE(view.selection()->row(), std::optional<size_t>(size_t(changes.front().frame)));
}

void TestWireState::http1HasNeither()
{
    WireScript script(http::Version::Http11);
    script.sent(1, "GET /a HTTP/1.1\r\nHost: a.test\r\n\r\n");
    ProtocolView view;
    view.show();
    view.showExchange(script.exchange(0)->state());
    QTRY_VERIFY_WITH_TIMEOUT(view.selection()->row().has_value(), patience);
    view.showPane(ProtocolView::Pane::HeaderTable);
    QVERIFY(view.headerTable()->sentence()->text().contains(QStringLiteral("HTTP/1")));
    view.showPane(ProtocolView::Pane::Windows);
    QTRY_VERIFY_WITH_TIMEOUT(view.windows()->sentence()->text().contains(QStringLiteral("HTTP/1")),
                             patience);
}

void TestWireState::costsOfFields()
{
    const WireView view = viewOf(WireScript::twoRequests());
    using Kind = HeaderSection::Kind;
    std::vector<HeaderSection> sections{
        {.kind = Kind::Response, .fields = {{":status", "200"}, {"content-type", "text/plain"}}},
        {.kind = Kind::Request,
         .fields = {{":method", "GET"},
                    {":scheme", "https"},
                    {":path", "/orders"},
                    {":authority", "a.test"},
                    {"x-trace", "abc"}}}};
    auto again = sections;
    addCosts(sections, view, 1);
    QCOMPARE(sections[0].costs.size(), size_t(2));
    QCOMPARE(sections[0].costs[1].octets, quint64(25));
    QCOMPARE(sections[1].costs[4].octets, quint64(13));
    addCosts(again, view, 3);
    QCOMPARE(again[1].costs[4].octets, quint64(1));
    QCOMPARE(again[1].costs[4].sentAs, QStringLiteral("index 62, put into the table by stream 1"));
    // What differs from the wire is left without a number rather than given a wrong one.
    auto other = again;
    other[1].costs.clear();
    other[1].fields[0].value = "HEAD";
    addCosts(other, view, 3);
    QVERIFY(other[1].costs.empty());
}

void TestWireState::headersShowCosts()
{
    const auto script = WireScript::twoRequests();
    const auto exchange = script.exchange(3);
    exchange->update([](trace::ExchangeState &state) {
        state.sentHeaders = {{":method", "GET"},
                             {":scheme", "https"},
                             {":path", "/orders"},
                             {":authority", "a.test"},
                             {"x-trace", "abc"}};
    });
    WireFeed feed;
    HeadersView view;
    WireSelection selection;
    view.followWire(&feed, &selection);
    view.resize(900, 400);
    view.show();
    view.showHop({.source = exchange, .exchange = exchange->state()});
    QVERIFY(view.tree()->isColumnHidden(HeadersModel::Cost));
    feed.follow(script.connection());
    QTRY_VERIFY_WITH_TIMEOUT(!view.tree()->isColumnHidden(HeadersModel::Cost), patience);
    const auto *model = view.tree()->model();
    const auto section = model->index(model->rowCount() - 1, 0);
    QCOMPARE(model->index(4, HeadersModel::Cost, section).data().toString(), QStringLiteral("1"));
    QCOMPARE(model->index(4, HeadersModel::SentAs, section).data().toString(),
             QStringLiteral("index 62, put into the table by stream 1"));
    view.resize(400, 400); // the value comes first
    QVERIFY(view.tree()->isColumnHidden(HeadersModel::Cost));
}

void TestWireState::findingsLeadToTheirFrame()
{
    const auto script = WireScript::twoRequests();
    const auto exchange = script.exchange(1);
    exchange->update([](trace::ExchangeState &state) {
        state.response = test::head(200, {{"content-type", "text/plain"}});
    });
    const auto store = std::make_shared<body::ByteStore>();
    store->finish();
    ResponsePane pane;
    pane.resize(1000, 700);
    pane.show();
    pane.showCall(client::Call::recorded({{exchange, store}}));
    pane.showSection(ResponsePane::Section::Overview);
    auto *table = pane.findChild<OverviewView *>()->findings();
    // The row that leads to a frame, once the record has been read.
    const auto leading = [&] {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 3).data().toString() == QLatin1String("Show the frame"))
                return row;
        }
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(leading() >= 0, patience);
    const QString all = table->allText();
    QVERIFY2(all.contains(QLatin1String("\tCaches: ")), qPrintable(all)); // the header in words
    table->setFocus();
    table->setCurrentIndex(table->model()->index(leading(), 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(pane.section(), ResponsePane::Section::Frames);
    auto *frames = pane.findChild<ProtocolView *>();
    QCOMPARE(frames->selection()->row(), std::optional<size_t>(13));
    QTRY_COMPARE_WITH_TIMEOUT(frames->frames()->table()->currentIndex().row(), 13, patience);
}

QTEST_MAIN(TestWireState)
#include "tst_wire_state.moc"

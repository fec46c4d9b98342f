// The frames pane: the table and its detail, one selection for table and lanes, and what real keys
// and the mouse do.
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

// What is known of a stream as a whole: gaps and throughput as plots and tables; and how one
// connects to it again.
#include "body_stores.h"
#include "stage.h"
#include "ui/body/bar_plot.h"
#include "ui/body/events_page.h"
#include "ui/body/prose_view.h"
#include "ui/body/stream_plots.h"
#include "ui/request/request_pane.h"
#include "ui/response/response_pane.h"
#include "ui/shell/document_page.h"
#include "ui/shell/document_tabs.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/body_view/body_view.h"

#include <QAccessible>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using test::storeOf;
using namespace sonde::ui;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang

struct Piece {
    std::chrono::milliseconds at;
    QByteArray octets;
};

std::shared_ptr<trace::Exchange> exchangeOf(const QList<Piece> &pieces)
{
    auto exchange = std::make_shared<trace::Exchange>(http::Request{});
    const trace::Stamp begin{1'000'000'000};
    exchange->update([](trace::ExchangeState &state) { state.events.clear(); });
    exchange->record(trace::What::Created, begin);
    for (const Piece &piece : pieces)
        exchange->recordChunk(begin + piece.at, quint32(piece.octets.size()));
    return exchange;
}

QToolButton *tool(QWidget *within, const QString &name)
{
    for (QToolButton *button : within->findChildren<QToolButton *>()) {
        if (button->text() == name)
            return button;
    }
    return nullptr;
}

} // namespace

class TestBodyEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapsAreCountedInRoundSteps()
    {
        GapHistogram histogram;
        QVERIFY(histogram.bins().empty());
        for (const nanoseconds gap : {nanoseconds(3ms), nanoseconds(9'999us), nanoseconds(31ms)})
            histogram.add(gap);
        const auto bins = histogram.bins();
        QCOMPARE(bins.size(), 3U);
        QCOMPARE(bins[0], (GapHistogram::Bin{3ms, 10ms, 2}));
        QCOMPARE(bins[1], (GapHistogram::Bin{10ms, 30ms, 0}));
        QCOMPARE(bins[2], (GapHistogram::Bin{30ms, 100ms, 1}));
        histogram.add(10h);
        QCOMPARE(histogram.bins().back(), (GapHistogram::Bin{300s, 0ns, 1}));
        histogram.add(0ns);
        QCOMPARE(histogram.bins().front(), (GapHistogram::Bin{0ns, 100us, 1}));
    }

    void throughputHasAllOctets()
    {
        QList<Piece> pieces;
        qint64 all = 0;
        for (int i = 0; i < 200; ++i) {
            pieces.append({20ms + 7ms * i, QByteArray(i + 1, 'x')});
            all += i + 1;
        }
        const auto bins = throughput(Arrivals(exchangeOf(pieces)), 48);
        QVERIFY(bins.size() <= 48);
        QVERIFY(bins.size() > 20);
        qint64 sum = 0;
        for (size_t i = 0; i < bins.size(); ++i) {
            sum += bins[i].octets;
            QCOMPARE(bins[i].to - bins[i].from, nanoseconds(50ms));
            QCOMPARE(bins[i].from, nanoseconds(20ms + 50ms * i));
        }
        QCOMPARE(sum, all);
        QCOMPARE(throughput(Arrivals(exchangeOf({{5ms, "x"}})), 48).size(), 1U);
        QVERIFY(throughput(Arrivals(), 48).empty());
    }

    void plotsAreReadByEyeByKeyAndAsTables()
    {
        const QList<Piece> pieces{{10ms, "data: a\n\n"},
                                  {15ms, "data: b\n\n"},
                                  {20ms, "data: c\n\n"},
                                  {520ms, "data: d\n\n"}};
        QByteArray octets;
        for (const Piece &piece : pieces)
            octets += piece.octets;
        EventsPage page;
        page.resize(800, 700);
        page.show();
        page.setBody(storeOf(octets), wire::EventReader::Form::ServerSent, exchangeOf(pieces));
        QVERIFY(page.plots()->isVisible());
        BarPlot *gaps = page.plots()->gapPlot();
        QTRY_COMPARE_WITH_TIMEOUT(gaps->canvas()->bars().size(), 5U, patience);
        QCOMPARE(gaps->canvas()->bars()[0].value, 2.0);
        QCOMPARE(QAccessible::queryAccessibleInterface(gaps->canvas())->role(), QAccessible::Chart);
        gaps->canvas()->setFocus();
        QTest::keyClick(gaps->canvas(), Qt::Key_Right);
        QCOMPARE(gaps->canvas()->accessibleDescription(),
                 QStringLiteral("3.00 ms to 10.0 ms: 2 gap(s)"));
        QTest::keyClick(gaps->canvas(), Qt::Key_End);
        QVERIFY(gaps->canvas()->accessibleDescription().startsWith(QLatin1String("300 ms to")));
        QVERIFY(!page.plots()->ratePlot()->canvas()->bars().empty());
        QTest::mouseClick(tool(page.plots(), QStringLiteral("Table")), Qt::LeftButton);
        QVERIFY(gaps->table()->isVisible());
        QCOMPARE(gaps->table()->model()->rowCount(), 5);
        QCOMPARE(gaps->table()->model()->index(0, 1).data().toString(), QStringLiteral("2 gap(s)"));
        QTest::mouseClick(tool(&page, QStringLiteral("Plots")), Qt::LeftButton);
        QVERIFY(!page.plots()->isVisible());
        // A small page has no room for them, unless they are asked for.
        EventsPage small;
        small.resize(800, 300);
        small.show();
        QVERIFY(!small.plots()->isVisible());
        QTest::mouseClick(tool(&small, QStringLiteral("Plots")), Qt::LeftButton);
        QVERIFY(small.plots()->isVisible());
    }

    // A model writes paragraphs as long as it likes.
    void longParagraphsAreReadInLines()
    {
        QByteArray octets;
        for (int i = 0; i < 300; ++i)
            octets += "data: word" + QByteArray::number(i) + " \xE2\x80\xAE\n\n";
        auto store = storeOf(octets, false);
        EventsPage page;
        page.resize(600, 400);
        page.show();
        page.setBody(store, wire::EventReader::Form::ServerSent, nullptr);
        QTest::mouseClick(tool(&page, QStringLiteral("Text")), Qt::LeftButton);
        auto *prose = page.findChild<ProseView *>();
        QTRY_VERIFY_WITH_TIMEOUT(prose->toPlainText().contains(QLatin1String("word299")), patience);
        QVERIFY(prose->isVisible());
        QVERIFY(prose->toPlainText().startsWith(QStringLiteral("word0 ‹U+202E›")));
        QVERIFY(prose->horizontalScrollBar()->maximum() == 0);
        const QScrollBar *bar = prose->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), bar->maximum());
        page.resize(300, 200);
        QTRY_COMPARE(bar->value(), bar->maximum());
        page.resize(600, 400);
        prose->verticalScrollBar()->setValue(1);
        QVERIFY(store->append("data: more\n\n"));
        page.noteGrowth();
        QTRY_VERIFY(prose->toPlainText().endsWith(QLatin1String("more")));
        QCOMPARE(bar->value(), 1);
        // A paragraph longer than anybody reads is shown as any body is: it would be laid out anew
        // with every piece.
        for (int i = 0; i < 3; ++i) {
            QVERIFY(prose->isVisible());
            QVERIFY(store->append("data: " + QByteArray(12'000, 'x') + "\n\n"));
            page.noteGrowth();
            QTRY_COMPARE_WITH_TIMEOUT(page.model().rowCount(), 302 + i, patience);
        }
        store->finish();
        page.noteGrowth();
        QTRY_VERIFY_WITH_TIMEOUT(!prose->isVisible(), patience);
    }

    void veryMuchTextIsShownAsAnyBodyIs()
    {
        EventsPage page;
        page.resize(600, 400);
        page.show();
        auto store = storeOf("data: a\n\n", false);
        page.setBody(store, wire::EventReader::Form::ServerSent, nullptr);
        QTest::mouseClick(tool(&page, QStringLiteral("Text")), Qt::LeftButton);
        auto *prose = page.findChild<ProseView *>();
        QTRY_VERIFY_WITH_TIMEOUT(prose->isVisible() && !prose->toPlainText().isEmpty(), patience);
        const QByteArray line = "data: " + QByteArray(10'000, 'y') + "\ndata:\n\n";
        for (int i = 0; i < 110; ++i)
            QVERIFY(store->append(line));
        store->finish();
        page.noteGrowth();
        QTRY_VERIFY_WITH_TIMEOUT(!prose->isVisible(), patience);
    }

    // Whatever was asked for, some rows stay in sight; with the room, the rest comes back.
    void theTableComesBeforePlotsAndContent()
    {
        QWidget window;
        window.resize(800, 700);
        EventsPage page(&window);
        page.resize(800, 700);
        window.show();
        page.setBody(storeOf("data: a\n\ndata: b\n\ndata: c\n\ndata: d\n\n"),
                     wire::EventReader::Form::ServerSent, nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(page.model().rowCount(), 4, patience);
        auto *plotted = tool(&page, QStringLiteral("Plots"));
        QTest::mouseClick(plotted, Qt::LeftButton);
        QTest::mouseClick(plotted, Qt::LeftButton);
        QVERIFY(!page.detail()->isVisible());
        page.reveal(9);
        QVERIFY(page.detail()->isVisible());
        const auto rowsShown = [&page] {
            return page.table()->viewport()->height() /
                   page.table()->verticalHeader()->defaultSectionSize();
        };
        for (const int height : {700, 400, 240, 130}) {
            page.resize(800, height);
            QCoreApplication::processEvents();
            QVERIFY2(rowsShown() >= 3, qPrintable(QString::number(height)));
        }
        QVERIFY(!page.plots()->isVisible());
        QVERIFY(!plotted->isEnabled());
        QVERIFY(!page.detail()->isVisible());
        page.resize(800, 700);
        QVERIFY(page.plots()->isVisible());
        QVERIFY(page.detail()->isVisible());
    }

    void reconnectingWaitsAsTheServerAsks()
    {
        EventsPage page;
        page.resize(800, 500);
        page.show();
        page.setReconnectable(true);
        QSignalSpy wanted(&page, &EventsPage::reconnectWanted);
        auto store = storeOf("retry: 600000\nid: 8\ndata: x\n\n", false);
        page.setBody(store, wire::EventReader::Form::ServerSent, nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(page.model().rowCount(), 1, patience);
        QToolButton *again = tool(&page, QStringLiteral("Reconnect"));
        QVERIFY(!again->isVisible()); // it still comes
        store->finish();
        page.noteGrowth();
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), patience);
        QVERIFY(again->toolTip().endsWith(QLatin1String("Last-Event-ID: 8")));
        QTest::mouseClick(again, Qt::LeftButton);
        QVERIFY(page.statistics().contains(QLatin1String("Connects again in 10 min")));
        QVERIFY(wanted.isEmpty());
        QTest::mouseClick(tool(&page, QStringLiteral("Stop waiting")), Qt::LeftButton);
        QVERIFY(!page.statistics().contains(QLatin1String("Connects again")));
        QTest::mouseClick(again, Qt::LeftButton);
        QTest::mouseClick(tool(&page, QStringLiteral("Reconnect now")), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toByteArray(), QByteArray("8"));
        // By itself, when the time has come.
        page.setBody(storeOf("retry: 1\nid: 9\ndata: x\n\n"), wire::EventReader::Form::ServerSent,
                     nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(again->toolTip().endsWith(QLatin1Char('9')), patience);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 2, patience);
        page.setBody(storeOf("{}\n"), wire::EventReader::Form::JsonLines, nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(page.model().rowCount(), 1, patience);
        QVERIFY(!again->isVisible());
    }

    void theSameRequestGoesOnFromTheLastEvent()
    {
        test::FolderStage stage;
        stage.open();
        DocumentPage *page = stage.page();
        collection::RequestDocument document;
        document.url = QStringLiteral("http://a.test/sse");
        page->request()->setDocument(document);
        page->send();
        QTRY_COMPARE_WITH_TIMEOUT(stage.backend.sent.size(), 1U, patience);
        http::Headers fields;
        fields.append("Content-Type", "text/event-stream");
        stage.backend.answer(200, "id: 41\ndata: x\n\n", fields);
        QTRY_VERIFY_WITH_TIMEOUT(page->response()->body()->events(), patience);
        EventsPage *events = page->response()->body()->events();
        QToolButton *again = tool(events, QStringLiteral("Reconnect"));
        QVERIFY(again);
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), patience);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(stage.backend.sent.size(), 2U, patience);
        const auto &sent = stage.backend.sent.back().request;
        QCOMPARE(sent.headers.value("Last-Event-ID").value_or("").toByteArray(), QByteArray("41"));
        QCOMPARE(sent.target, stage.backend.sent.front().request.target);
        // What is sent from the document next begins anew.
        stage.backend.answer(204, {});
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), patience);
        page->send();
        QTRY_COMPARE_WITH_TIMEOUT(stage.backend.sent.size(), 3U, patience);
        QVERIFY(!stage.backend.sent.back().request.headers.contains("Last-Event-ID"));
    }
};

QTEST_MAIN(TestBodyEvents)
#include "tst_body_events.moc"

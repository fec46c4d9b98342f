// The waterfall draws what the phases say, and nothing else.
#include "recorded_calls.h"
#include "ui/response/timing_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/waterfall/phase_look.h"
#include "ui/widgets/waterfall/waterfall.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace sonde;
using namespace sonde::ui;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace
{

std::vector<WaterfallRow> rowsOf(const client::Call &call)
{
    std::vector<WaterfallRow> rows;
    for (const client::Hop &hop : call.hops())
        rows.push_back(waterfallRow(hop.exchange->state(), test::Recording::stamp(1000)));
    return rows;
}

} // namespace

class TestWaterfall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barsEqualThePhases()
    {
        for (const auto &call : {test::okCall(), test::redirectCall(), test::certificateCall(),
                                 test::refusedCall(), test::truncatedCall()}) {
            for (const client::Hop &hop : call->hops()) {
                const trace::ExchangeState state = hop.exchange->state();
                const WaterfallRow row = waterfallRow(state, test::Recording::stamp(1000));
                size_t bar = 0;
                for (const trace::PhaseSpan &span : trace::phases(state)) {
                    if (!span.start)
                        continue;
                    QVERIFY(bar < row.bars.size());
                    QCOMPARE(row.bars[bar].phase, span.phase);
                    QCOMPARE(row.bars[bar].start, *span.start);
                    QCOMPARE(row.bars[bar].end, *span.end);
                    QCOMPARE(row.bars[bar].state, span.state);
                    ++bar;
                }
                QCOMPARE(bar, row.bars.size());
                QCOMPARE(row.end, *trace::extent(state).end);
            }
        }
    }

    void runningBarsReachToNow()
    {
        test::Recording one(QStringLiteral("http://example.com/"));
        one.at(trace::What::SendHeadStarted, 5).at(trace::What::SendHeadFinished, 6);
        const auto now = test::Recording::stamp(250);
        const WaterfallRow row = waterfallRow(one.exchange()->state(), now);
        QVERIFY(!row.over);
        QCOMPARE(row.end, now);
        QCOMPARE(row.bars.back().phase, trace::Phase::Wait);
        QCOMPARE(row.bars.back().state, trace::PhaseState::Running);
        QCOMPARE(row.bars.back().end, now);
    }

    void barsStandWhereTheirTimeIs()
    {
        Waterfall waterfall;
        waterfall.resize(900, 300);
        const auto rows = rowsOf(*test::redirectCall());
        waterfall.setRows(rows);
        const auto total = rows.back().end - rows.front().start;
        const QRectF first = waterfall.barRectangle(0, rows[0].bars.front());
        PhaseBar whole{.start = rows.front().start, .end = rows.back().end};
        const QRectF plot = waterfall.barRectangle(0, whole);
        QCOMPARE(first.left(), plot.left());
        for (int row = 0; row < int(rows.size()); ++row) {
            for (const PhaseBar &bar : rows[size_t(row)].bars) {
                const QRectF drawn = waterfall.barRectangle(row, bar);
                const double left = double((bar.start - rows.front().start).count()) /
                                    double(total.count()) * plot.width();
                const double width =
                    double(bar.duration().count()) / double(total.count()) * plot.width();
                QVERIFY(std::abs(drawn.left() - plot.left() - left) <= 2.01);
                QVERIFY(std::abs(drawn.width() - std::max(width, 2.0)) <= 2.01);
                QVERIFY(drawn.width() >= 2); // never invisible
            }
        }
        QVERIFY(waterfall.barRectangle(1, whole).top() > plot.bottom());
    }

    void sharedHandshakesAreHatched()
    {
        // The second exchange used a connection that the first one was opening.
        test::Recording one(QStringLiteral("https://example.com/a"));
        one.connect(0.5);
        test::Recording two(QStringLiteral("https://example.com/b"), 10);
        two.exchange()->update(
            [&](trace::ExchangeState &state) { state.connection = one.connection(); });
        two.at(trace::What::ConnectionAwaited, 11).at(trace::What::ConnectionAssigned, 63);
        two.respond(63, 80, test::head(200, {})).end(81);
        const WaterfallRow row =
            waterfallRow(two.exchange()->state(), test::Recording::stamp(1000));
        int shared = 0;
        for (const PhaseBar &bar : row.bars)
            shared += bar.shared ? 1 : 0;
        QCOMPARE(shared, 3); // look-up, TCP, TLS
        Waterfall waterfall;
        waterfall.resize(900, 100);
        waterfall.setRows({row});
        const QImage picture = waterfall.grab().toImage();
        const auto fillShare = [&](trace::Phase phase) {
            for (const PhaseBar &bar : row.bars) {
                if (bar.phase != phase)
                    continue;
                const QRect inside =
                    waterfall.barRectangle(0, bar).toAlignedRect().adjusted(3, 3, -3, -3);
                const QRgb fill = Theme::instance().color(phaseToken(phase)).rgb();
                int full = 0;
                for (int y = inside.top(); y <= inside.bottom(); ++y) {
                    for (int x = inside.left(); x <= inside.right(); ++x)
                        full += picture.pixel(x, y) == fill ? 1 : 0;
                }
                return double(full) / (inside.width() * inside.height());
            }
            return -1.0;
        };
        QVERIFY(fillShare(trace::Phase::Tls) < 0.6);
        QCOMPARE(fillShare(trace::Phase::Wait), 1.0);
    }

    void axisSteps_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<int>("most");
        QTest::addColumn<qint64>("step");
        QTest::newRow("nothing") << qint64(0) << 5 << qint64(1);
        QTest::newRow("100 in 5") << qint64(100) << 5 << qint64(20);
        QTest::newRow("101 in 5") << qint64(101) << 5 << qint64(20);
        QTest::newRow("142 ms in 6") << qint64(142'000'000) << 6 << qint64(50'000'000);
        QTest::newRow("an hour") << qint64(3'600'000'000'000) << 4 << qint64(1'000'000'000'000);
    }
    void axisSteps()
    {
        QFETCH(qint64, length);
        QFETCH(int, most);
        QFETCH(qint64, step);
        QCOMPARE(axisStep(nanoseconds(length), most).count(), step);
        QVERIFY(length / step <= most);
    }

    void zoomShowsAPartOfTheTime()
    {
        using namespace std::chrono_literals;
        Waterfall waterfall;
        waterfall.resize(900, 300);
        const auto rows = rowsOf(*test::redirectCall());
        waterfall.setRows(rows);
        waterfall.show();
        const trace::Stamp begin = rows.front().start;
        const PhaseBar tenth{.start = begin + 10ms, .end = begin + 20ms};
        const double before = waterfall.barRectangle(0, tenth).width();
        QSignalSpy zoomed(&waterfall, &Waterfall::zoomChanged);
        waterfall.setWindow(10ms, 10ms);
        QVERIFY(waterfall.isZoomed());
        QCOMPARE(zoomed.count(), 1);
        const QRectF now = waterfall.barRectangle(0, tenth);
        QVERIFY(now.width() > 10 * before);
        QTest::keyClick(&waterfall, Qt::Key_Right); // a quarter on
        QVERIFY(waterfall.barRectangle(0, tenth).right() < now.right() - now.width() / 5);
        QTest::keyClick(&waterfall, Qt::Key_0);
        QVERIFY(!waterfall.isZoomed());
        QCOMPARE(waterfall.barRectangle(0, tenth).width(), before);
        QTest::keyClick(&waterfall, Qt::Key_Plus);
        QVERIFY(waterfall.isZoomed());
        QTest::keyClick(&waterfall, Qt::Key_Minus);
        QVERIFY(!waterfall.isZoomed());
        // Never outside of what there is.
        waterfall.setWindow(-50ms, 10ms);
        QCOMPARE(waterfall.barRectangle(0, {.start = begin, .end = begin + 10ms}).width(),
                 now.width());
    }

    void theWheelZoomsWhereItPoints()
    {
        Waterfall waterfall;
        waterfall.resize(900, 300);
        const auto rows = rowsOf(*test::okCall());
        waterfall.setRows(rows);
        waterfall.show();
        const PhaseBar &wait =
            *std::ranges::find(rows[0].bars, trace::Phase::Wait, &PhaseBar::phase);
        const double left = waterfall.barRectangle(0, wait).left();
        QWheelEvent wheel(QPointF(left, 40), waterfall.mapToGlobal(QPointF(left, 40)), {},
                          QPoint(0, 120), Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(&waterfall, &wheel);
        QVERIFY(waterfall.isZoomed());
        QVERIFY(std::abs(waterfall.barRectangle(0, wait).left() - left) < 2);
    }

    void theWaitIsSplitAsAnEstimate()
    {
        const auto hops = takeSnapshots(*test::okCall(), {});
        const auto marks = timingMarks(hops.front(), {});
        QCOMPARE(marks.size(), 1u);
        QCOMPARE(marks.front().kind, WaterfallMark::Kind::Server);
        QVERIFY(!marks.front().exact);
        // The winning address connected in 16 ms; 47.2 ms passed between request and response.
        QCOMPARE(durationText(marks.front().end - marks.front().start), QStringLiteral("31.2 ms"));
        const auto rows = timingRows(hops, test::Recording::stamp(1000));
        const auto named = [&](const QString &name) {
            return std::ranges::find_if(
                rows, [&](const TimingRow &row) { return row.phase.trimmed() == name; });
        };
        QCOMPARE(named(QStringLiteral("round trip"))->duration, QStringLiteral("16.0 ms"));
        QCOMPARE(named(QStringLiteral("server (estimate)"))->duration, QStringLiteral("31.2 ms"));
        QVERIFY(named(QStringLiteral("stalled")) == rows.end());
        QCOMPARE(named(QStringLiteral("server (estimate)"))->note,
                 QStringLiteral("the wait without the round trip"));
        auto viaProxy = hops;
        viaProxy.front().connection->proxy = "http://127.0.0.1:3128";
        const auto beyond = timingRows(viaProxy, test::Recording::stamp(1000));
        QVERIFY(std::ranges::any_of(beyond, [](const TimingRow &row) {
            return row.note.contains(QLatin1String("round trip to the proxy"));
        }));
    }

    void serverTimingStandsBesideIt()
    {
        test::Recording one(QStringLiteral("http://a.test/"));
        const double ready = one.connect(0.5);
        one.respond(ready, ready + 50,
                    test::head(200, {{"server-timing", "db;dur=12.5;desc=\"The store\""}}));
        const auto rows = timingRows(takeSnapshots(*client::Call::recorded({one.hop()}), {}),
                                     test::Recording::stamp(1000));
        const auto told = std::ranges::find_if(rows, [](const TimingRow &row) {
            return row.phase.contains(QLatin1String("Server-Timing: db"));
        });
        QVERIFY(told != rows.end());
        QCOMPARE(told->duration, QStringLiteral("12.5 ms"));
        QCOMPARE(told->note, QStringLiteral("The store; as the server says"));
    }

    void keysAndClicksChooseARow()
    {
        Waterfall waterfall;
        waterfall.resize(800, 200);
        const auto rows = rowsOf(*test::redirectCall());
        waterfall.setRows(rows);
        waterfall.show();
        QSignalSpy spy(&waterfall, &Waterfall::rowActivated);
        const QPoint second = waterfall.barRectangle(1, rows[1].bars.back()).center().toPoint();
        QTest::mouseClick(&waterfall, Qt::LeftButton, {}, second);
        QCOMPARE(spy.last().first().toInt(), 1);
        QTest::keyClick(&waterfall, Qt::Key_Down);
        QCOMPARE(waterfall.currentRow(), 2);
        QTest::keyClick(&waterfall, Qt::Key_Down); // the last one
        QCOMPARE(spy.count(), 2);
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    Theme::apply(application);
    TestWaterfall test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_waterfall.moc"

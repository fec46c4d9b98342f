// One answer beside the other: lines aligned, rows that say what differs, and the way there by key.
#include "compare_stage.h"
#include "recorded_calls.h"
#include "ui/compare/exchange_window.h"
#include "ui/compare/line_diff.h"
#include "ui/compare/look_page.h"
#include "ui/compare/look_table.h"
#include "ui/response/response_pane.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waterfall/waterfall.h"

#include <QCheckBox>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;

namespace
{

std::shared_ptr<client::Call> answered(http::Version version, const QByteArray &body,
                                       http::Headers headers)
{
    test::Recording one(QStringLiteral("https://example.test/a"));
    const double ready = one.connect(0);
    headers.append("Content-Type", "application/json");
    one.respond(ready, ready + 5, test::head(200, headers, version));
    one.body(body, ready + 6, ready + 7).end(ready + 7);
    return client::Call::recorded({one.hop()});
}
} // namespace

class TestCompareLooks : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<test::CompareStage> m_stage;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        Theme::apply(*qApp);
        m_stage = std::make_unique<test::CompareStage>(m_folder.path());
    }
    void cleanup() { m_stage->closeComparisons(); }
    void cleanupTestCase() { m_stage.reset(); }

    void linesAreMatched_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QList<int>>("matches");
        QTest::newRow("same") << QByteArray("a b c") << QByteArray("a b c") << QList{0, 1, 2};
        QTest::newRow("changed") << QByteArray("a b c") << QByteArray("a x c") << QList{0, -1, 2};
        QTest::newRow("inserted") << QByteArray("a c") << QByteArray("a b c") << QList{0, 2};
        QTest::newRow("removed") << QByteArray("a b c") << QByteArray("a c") << QList{0, -1, 1};
        QTest::newRow("moved") << QByteArray("x a b") << QByteArray("a b x") << QList{-1, 0, 1};
        QTest::newRow("nothing") << QByteArray("a") << QByteArray("b") << QList{-1};
    }

    void linesAreMatched()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(QList<int>, matches);
        const auto found = matchLines(first.split(' '), second.split(' '));
        QCOMPARE(QList<int>(found.begin(), found.end()), matches);
    }

    void hugeTextsAreMatchedToo()
    {
        QList<QByteArray> first{"head"};
        QList<QByteArray> second{"head"};
        for (int i = 0; i < 3000; ++i) {
            first.append(QByteArray::number(i));
            second.append(QByteArray::number(i + 1));
        }
        const auto found = matchLines(first, second);
        QCOMPARE(found.front(), 0);
        QCOMPARE(found[1], -1);
        QCOMPARE(found[2], 1);
        QCOMPARE(found[3000], 2999);
    }

    void rowsSayWhatDiffers()
    {
        const auto h1 = answered(http::Version::Http11, R"({"a":1,"b":2})",
                                 {{"Date", "today"}, {"X-One", "1"}, {"Connection", "close"}});
        const auto h2 = answered(http::Version::Http2, R"({"b":3,"a":1})",
                                 {{"date", "today"}, {"alt-svc", "h3"}});
        const std::vector<LookSide> sides{lookSide(http::VersionPolicy::Http11, h1.get()),
                                          lookSide(http::VersionPolicy::Http2, h2.get())};
        const auto rows = lookRows(sides);
        QVERIFY(test::rowOf(rows, QStringLiteral("date")));
        QCOMPARE(test::rowOf(rows, QStringLiteral("date"))->kind, LookRow::Kind::Same);
        QCOMPARE(test::rowOf(rows, QStringLiteral("x-one"))->kind, LookRow::Kind::Differs);
        QCOMPARE(test::rowOf(rows, QStringLiteral("alt-svc"))->cells, (QStringList{{}, "h3"}));
        QVERIFY(!test::rowOf(rows, QStringLiteral("connection"))); // HTTP/1.1's alone
        QCOMPARE(test::rowOf(rows, QStringLiteral("Status"))->kind, LookRow::Kind::Same);
        std::vector<LookRow> lines;
        std::ranges::copy_if(rows, std::back_inserter(lines), [](const LookRow &row) {
            return row.kind == LookRow::Kind::LineDiffers;
        });
        QCOMPARE(lines.size(), size_t(1));
        QCOMPARE(lines.front().cells, (QStringList{"    \"b\": 2", "    \"b\": 3"}));
        QVERIFY(lookSummary(sides, rows).contains(QStringLiteral("alt-svc")));
        QVERIFY(lookText(sides, rows).contains(QStringLiteral("≠\talt-svc\t\th3")));
    }

    void equalBodiesTakeOneRow()
    {
        const QByteArray body = R"([1,2,3])";
        const auto h1 = answered(http::Version::Http11, body, {});
        const auto h2 = answered(http::Version::Http2, body, {});
        const std::vector<LookSide> sides{lookSide(http::VersionPolicy::Http11, h1.get()),
                                          lookSide(http::VersionPolicy::Http2, h2.get())};
        const auto rows = lookRows(sides);
        QCOMPARE(test::rowOf(rows, QStringLiteral("Decoded octets"))->kind, LookRow::Kind::Same);
        QVERIFY(std::ranges::none_of(rows, [](const LookRow &row) {
            return row.kind == LookRow::Kind::LineDiffers || row.kind == LookRow::Kind::Line;
        }));
    }

    void aSideThatFailedSaysWhy()
    {
        const auto good = answered(http::Version::Http11, "{}", {});
        const auto bad = test::refusedCall();
        const std::vector<LookSide> sides{lookSide(http::VersionPolicy::Http11, good.get()),
                                          lookSide(http::VersionPolicy::Http2, bad.get()),
                                          lookSide(http::VersionPolicy::Http10, nullptr)};
        const auto rows = lookRows(sides);
        const LookRow *problem = test::rowOf(rows, QStringLiteral("Problem"));
        QVERIFY(problem);
        QVERIFY(problem->cells[0].isEmpty());
        QVERIFY(!problem->cells[1].isEmpty());
        QVERIFY(problem->cells[2].isEmpty());
        QVERIFY(lookSummary(sides, rows).contains(QStringLiteral("not two answers")));
    }

    void theKeyLooksAtBothVersions()
    {
        CompareWindow *window = m_stage->openOn(QStringLiteral("{{https}}/echo?greeting=hello"));
        QVERIFY(window);
        LookPage *page = window->look();
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning() && page->table()->look()->rowCount() > 10,
                                 20000);
        const auto &rows = page->table()->look()->rows();
        QCOMPARE(test::rowOf(rows, QStringLiteral("Status"))->cells,
                 (QStringList{"200 OK", "200 OK"}));
        QVERIFY(test::rowOf(rows, QStringLiteral("Version"))->cells[1].startsWith(u"HTTP/2"));
        // The playground echoes what it was sent: field names in another case.
        QCOMPARE(test::rowOf(rows, QStringLiteral("Decoded octets"))->kind, LookRow::Kind::Differs);
        QVERIFY(page->summary().contains(QStringLiteral("content-length")));
        QCOMPARE(page->findChild<Waterfall *>()->rows().size(), size_t(2));

        // Return on a version's column opens its exchange, with every pane.
        page->table()->setFocus();
        page->table()->setCurrentIndex(page->table()->model()->index(1, LookModel::FirstSide + 1));
        QTest::keyClick(page->table(), Qt::Key_Return);
        QTRY_COMPARE(window->findChildren<ExchangeWindow *>().size(), 1);
        auto *exchange = window->findChild<ExchangeWindow *>();
        QCOMPARE(exchange->response()->call()->last().exchange->state().response->version,
                 http::Version::Http2);
        QVERIFY(QTest::qWaitForWindowExposed(exchange));
        QTest::keyClick(exchange, Qt::Key_8, Qt::ControlModifier);
        QCOMPARE(exchange->response()->section(), ResponsePane::Section::Timing);
        QTest::keyClick(exchange, Qt::Key_Escape);
        QTRY_VERIFY(window->findChildren<ExchangeWindow *>().isEmpty());
    }

    void cleartextOffersH2cAndAnySubset()
    {
        CompareWindow *window = m_stage->openOn(QStringLiteral("{{http}}/echo"));
        QVERIFY(window);
        LookPage *page = window->look();
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning() && page->table()->look()->rowCount() > 10,
                                 20000);
        QVERIFY(test::rowOf(page->table()->look()->rows(), QStringLiteral("Version"))
                    ->cells[1]
                    .startsWith(u"HTTP/2"));
        const auto boxes = page->findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 3);
        QCOMPARE(boxes[1]->text(), QStringLiteral("h2c"));
        QTest::mouseClick(boxes[1], Qt::LeftButton, {}, QPoint(8, boxes[1]->height() / 2));
        QTest::mouseClick(boxes[2], Qt::LeftButton, {}, QPoint(8, boxes[2]->height() / 2));
        QTest::keyClick(window, Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), 20000);
        QCOMPARE(page->table()
                     ->look()
                     ->headerData(LookModel::FirstSide + 1, Qt::Horizontal, Qt::DisplayRole)
                     .toString(),
                 QStringLiteral("HTTP/1.0"));
    }

    void whatMayChangeSomethingAsksFirst()
    {
        CompareWindow *window =
            m_stage->openOn(QStringLiteral("{{https}}/echo"), QStringLiteral("POST"));
        QVERIFY(window);
        LookPage *page = window->look();
        QTest::qWait(50);
        QVERIFY(!page->isRunning());
        QCOMPARE(page->table()->look()->rowCount(), 0);
        QVERIFY(page->notice()->sentence().contains(QStringLiteral("POST")));
        for (QAbstractButton *button : page->notice()->findChildren<QAbstractButton *>()) {
            if (button->text() == QStringLiteral("Send it"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning() && page->table()->look()->rowCount() > 10,
                                 20000);
    }
};

QTEST_MAIN(TestCompareLooks)
#include "tst_compare_looks.moc"

// The overview of recorded calls: what it says, and where a finding leads.
#include "client/connection_record.h"
#include "pseudo_translator.h"
#include "recorded_calls.h"
#include "shown_pane.h"
#include "ui/protocol/detail_view.h"
#include "ui/protocol/frames_pane.h"
#include "ui/protocol/protocol_view.h"
#include "ui/protocol/raw_pane.h"
#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_selection.h"
#include "ui/response/connection_view.h"
#include "ui/response/fitted_table.h"
#include "ui/response/headers_view.h"
#include "ui/response/overview_facts.h"
#include "ui/response/overview_view.h"
#include "ui/response/tls_ladder.h"
#include "ui/response/tls_view.h"
#include "ui/widgets/body_view/body_view.h"
#include "ui/widgets/waterfall/waterfall.h"
#include "wire_script.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace sonde;
using namespace sonde::ui;
using test::shown;
using test::valueOf;
using Section = ResponsePane::Section;
using Where = Evidence::Where;

namespace
{

constexpr int patience = 20'000; // ms; only to notice a hang

std::vector<OverviewFinding> findingsOf(const std::shared_ptr<client::Call> &call)
{
    return overviewFindings(takeSnapshots(*call, {}).back(), {});
}

QString factOf(const std::shared_ptr<client::Call> &call, size_t hop, const char *name)
{
    return valueOf(overviewFacts(takeSnapshots(*call, {}), hop), QLatin1String(name));
}

// The row of the first finding that says this.
int rowSaying(const FittedTable *table, const QString &words)
{
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 1).data().toString().contains(words))
            return row;
    }
    return -1;
}

void press(FittedTable *table, int row, Qt::Key key)
{
    table->setFocus();
    table->setCurrentIndex(table->model()->index(row, 0));
    QTest::keyClick(table, key);
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsOfARequest()
    {
        const auto call = test::okCall();
        QCOMPARE(factOf(call, 0, "Outcome"), QStringLiteral("200 OK"));
        QCOMPARE(factOf(call, 0, "Protocol"), QStringLiteral("HTTP/2 – ALPN chose h2"));
        QCOMPARE(factOf(call, 0, "Connection"),
                 QStringLiteral("new; opened in 62.0 ms for this request"));
        QVERIFY(factOf(call, 0, "Certificate").startsWith(QLatin1String("Trusted")));
        QCOMPARE(factOf(call, 0, "Time"), QStringLiteral("142 ms from Send to the end"));
    }

    void whoPaidForTheConnection()
    {
        const auto call = test::redirectCall();
        QCOMPARE(factOf(call, 1, "Connection"),
                 QStringLiteral("reused; request 1 of this chain opened it"));
        QVERIFY(factOf(call, 2, "Connection").startsWith(QLatin1String("new; opened in")));
        QVERIFY(factOf(call, 1, "Time").contains(QLatin1String("all 3 request(s) together")));

        test::Recording first(QStringLiteral("https://a.test/1"));
        first.connect(0.5);
        test::Recording second(QStringLiteral("https://a.test/2"), 100);
        second.reuse(first, 101).end(110);
        QCOMPARE(factOf(client::Call::recorded({second.hop()}), 0, "Connection"),
                 QStringLiteral("reused; an earlier request opened it"));

        test::Recording own(QStringLiteral("https://a.test/3"));
        own.connect(0.5);
        own.exchange()->update([](trace::ExchangeState &state) { state.ownConnection = true; });
        QCOMPARE(factOf(client::Call::recorded({own.hop()}), 0, "Connection"),
                 QStringLiteral("new, as asked; opened in 62.0 ms for this request alone"));
    }

    void theWorstComesFirst()
    {
        const auto findings = findingsOf(test::notFoundCall());
        QVERIFY(findings.size() >= 3);
        QVERIFY(std::ranges::is_sorted(findings, std::greater(), &OverviewFinding::severity));
        const auto bare = std::ranges::find_if(findings, [](const OverviewFinding &finding) {
            return finding.section == QLatin1String("RFC 9112 section 2.2");
        });
        QVERIFY(bare != findings.end());
        QCOMPARE(bare->evidence, (Evidence{.where = Where::Octet, .number = 17}));
        // That nothing proves the body whole is worth a warning.
        QVERIFY(std::ranges::any_of(findings, [](const OverviewFinding &finding) {
            return finding.severity == trace::Severity::Warning &&
                   finding.section == QLatin1String("RFC 9112 section 8");
        }));
    }

    void whatWasNotVerifiedIsAViolation()
    {
        const auto findings = findingsOf(test::unverifiedCall());
        QCOMPARE(findings.front().severity, trace::Severity::Violation);
        QVERIFY(findings.front().sentence.contains(QLatin1String("2025-06-01")));
        QCOMPARE(findings.front().evidence.where, Where::Tls);
    }

    void anErrorIsTheFirstFinding()
    {
        const auto findings = findingsOf(test::truncatedCall());
        QCOMPARE(findings.front().evidence.where, Where::Problem);
        QVERIFY(findings.front().sentence.contains(QLatin1String("16 of 40,000 octets")));
    }

    void framesThatBreakARuleAreListed()
    {
        auto wire = test::WireScript::twoRequests();
        client::ConnectionRecord record(wire.connection());
        while (record.readOn() == client::ConnectionRecord::News::Some) {
        }
        auto http2 = std::make_shared<trace::Conversation>(*record.conversation());
        for (trace::Frame &frame : http2->frames) {
            if (frame.stream == 1)
                frame.verdict = {.kind = trace::Verdict::Kind::Violation,
                                 .section = "RFC 9113 section 5.1",
                                 .sentence = QStringLiteral("It is closed.")};
        }
        HopSnapshot hop;
        hop.exchange = wire.exchange(1)->state();
        const auto findings = overviewFindings(hop, {.http2 = http2});
        const auto broken = std::ranges::find(findings, QStringLiteral("RFC 9113 section 5.1"),
                                              &OverviewFinding::section);
        QVERIFY(broken != findings.end());
        QCOMPARE(broken->evidence.where, Where::Frame);
        QCOMPARE(http2->frames[size_t(broken->evidence.number)].stream, 1u);
        hop.exchange.streamId = 3; // what another request did is not its fault
        for (const auto &finding : overviewFindings(hop, {.http2 = http2}))
            QVERIFY(finding.section != QLatin1String("RFC 9113 section 5.1"));
    }

    void sizesAreTold()
    {
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Overview);
        const QString sizes = pane->findChild<OverviewView *>()->sizes()->allText();
        QVERIFY2(sizes.contains(QLatin1String("Head on the wire\t87 byte(s)\t212 byte(s)")),
                 qPrintable(sizes));
        QVERIFY(sizes.contains(QStringLiteral("Content, decoded\t–\t")));
    }

    void aSentenceWithRoomHasOneLine()
    {
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Overview);
        const auto *table = pane->findChild<OverviewView *>()->findings();
        QVERIFY(table->model()->rowCount() > 2);
        const auto oneLine = [&] {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                if (table->rowHeight(row) >= 2 * table->fontMetrics().height())
                    return false;
            }
            return true;
        };
        QTRY_VERIFY_WITH_TIMEOUT(oneLine(), patience);
        // And where there is none, all of it can be read.
        pane->resize(480, 700);
        QTRY_VERIFY_WITH_TIMEOUT(!oneLine(), patience);
    }

    void aFindingLeadsToItsField()
    {
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Overview);
        auto *table = pane->findChild<OverviewView *>()->findings();
        const int row = rowSaying(table, QStringLiteral("lacks HttpOnly"));
        QVERIFY(row >= 0);
        press(table, row, Qt::Key_Return);
        QCOMPARE(pane->section(), Section::Headers);
        const auto *tree = pane->findChild<HeadersView *>()->tree();
        const auto selected = tree->selectionModel()->selectedRows();
        QCOMPARE(selected.size(), 2); // both cookies
        QCOMPARE(selected.front().data().toString(), QStringLiteral("set-cookie"));
    }

    void aFindingLeadsToItsOctets()
    {
        test::WireScript wire(http::Version::Http11);
        wire.sent(1, "GET / HTTP/1.1\r\nHost: a.test\r\n\r\n");
        wire.received(9, "HTTP/1.1 200 OK\r\nContent-Length: 0\n\r\n");
        const auto exchange = wire.exchange(0);
        exchange->update([](trace::ExchangeState &state) {
            state.response = test::head(200, {{"Content-Length", "0"}}, http::Version::Http11);
            state.findings = {{.severity = trace::Severity::Warning,
                               .rule = "http1.bare-lf",
                               .sentence = QStringLiteral("A line ends with a bare line feed."),
                               .section = "RFC 9112 section 2.2",
                               .offset = 34}};
        });
        auto body = std::make_shared<body::ByteStore>();
        body->finish();
        const auto pane = shown(client::Call::recorded({{exchange, body}}));
        pane->showSection(Section::Overview);
        auto *table = pane->findChild<OverviewView *>()->findings();
        auto *frames = pane->findChild<ProtocolView *>();
        QTRY_COMPARE_WITH_TIMEOUT(frames->feed()->view().size(), 2u, patience);
        const int row = rowSaying(table, QStringLiteral("bare line feed"));
        const QModelIndex link = table->model()->index(row, 3);
        QCOMPARE(link.data().toString(), QStringLiteral("Show the octets"));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(link).center());
        QCOMPARE(pane->section(), Section::Frames);
        QCOMPARE(frames->pane(), ProtocolView::Pane::Raw);
        QTRY_COMPARE_WITH_TIMEOUT(frames->selection()->row(), std::optional<size_t>(1), patience);
        QCOMPARE(frames->raw()->octets(trace::Direction::Received)->selection(),
                 (OctetRange{34, 35}));
    }

    // One selection: a frame lights its section and its moment, a field its frame and its octets.
    void theSelectionIsShared()
    {
        test::WireScript wire(http::Version::Http11);
        wire.sent(1, "GET / HTTP/1.1\r\nHost: a.test\r\n\r\n");
        wire.received(9, "HTTP/1.1 200 OK\r\nServer: a\r\nContent-Length: 0\r\n\r\n");
        const auto exchange = wire.exchange(0);
        exchange->update([](trace::ExchangeState &state) {
            state.sentHeaders = {{"Host", "a.test"}};
            state.response =
                test::head(200, {{"Server", "a"}, {"Content-Length", "0"}}, http::Version::Http11);
            state.events.push_back({.at = test::Recording::stamp(10), .what = trace::What::Ended});
        });
        auto body = std::make_shared<body::ByteStore>();
        body->finish();
        const auto pane = shown(client::Call::recorded({{exchange, body}}));
        pane->showSection(Section::Headers);
        auto *protocol = pane->findChild<ProtocolView *>();
        const WireSelection *selection = protocol->selection();
        QTRY_COMPARE_WITH_TIMEOUT(protocol->feed()->view().size(), 2u, patience);
        auto *tree = pane->findChild<HeadersView *>()->tree();
        const QModelIndex response = tree->model()->index(0, 0);
        const QModelIndex length = tree->model()->index(1, 0, response);
        QCOMPARE(length.data().toString(), QStringLiteral("Content-Length"));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(length).center());
        QCOMPARE(selection->row(), std::optional<size_t>(1));
        QCOMPARE(selection->field(), std::optional<size_t>(1));

        pane->showSection(Section::Timing);
        auto *waterfall = pane->findChild<Waterfall *>();
        QCOMPARE(waterfall->cursorMoment(), std::optional(test::Recording::stamp(9)));

        pane->showSection(Section::Frames);
        auto *lines = protocol->frames()->detail()->table();
        QTRY_COMPARE_WITH_TIMEOUT(lines->currentIndex().data().toString(),
                                  QStringLiteral("Content-Length"), patience);
        QCOMPARE(protocol->frames()->table()->currentIndex().row(), 1);
        protocol->showPane(ProtocolView::Pane::Raw);
        QTRY_COMPARE_WITH_TIMEOUT(protocol->raw()->octets(trace::Direction::Received)->selection(),
                                  (OctetRange{28, 47}), patience);

        // And from a frame, back.
        protocol->showPane(ProtocolView::Pane::Frames);
        protocol->frames()->table()->selectRow(0);
        pane->showSection(Section::Headers);
        QCOMPARE(tree->currentIndex(), tree->model()->index(1, 0)); // the request
        QVERIFY(tree->selectionModel()->isSelected(tree->currentIndex()));
        pane->showSection(Section::Timing);
        QCOMPARE(waterfall->cursorMoment(), std::optional(test::Recording::stamp(1)));
        QVERIFY(waterfall->accessibleDescription().contains(QStringLiteral("1.00 ms")));
        // The mouse chooses what is nearest to where it points.
        QTest::mouseClick(waterfall, Qt::LeftButton, {},
                          QPoint(waterfall->width() - 120, waterfall->height() / 2));
        QCOMPARE(selection->row(), std::optional<size_t>(1));

        // Headers that are opened later know what was chosen before.
        const auto other = shown(client::Call::recorded({{exchange, body}}));
        other->showSection(Section::Frames);
        auto *frames = other->findChild<ProtocolView *>();
        QTRY_COMPARE_WITH_TIMEOUT(frames->frames()->table()->model()->rowCount(), 2, patience);
        frames->frames()->table()->selectRow(0);
        other->showSection(Section::Headers);
        const auto *lit = other->findChild<HeadersView *>()->tree();
        QCOMPARE(lit->currentIndex(), lit->model()->index(1, 0));
    }

    void theChainIsATable()
    {
        const auto pane = shown(test::redirectCall());
        pane->showSection(Section::Overview);
        auto *view = pane->findChild<OverviewView *>();
        QVERIFY(view->chain()->isVisible());
        const QString chain = view->chain()->allText();
        QVERIFY2(chain.contains(QStringLiteral("1\tGET https://example.com/old\t↪ 301")),
                 qPrintable(chain));
        QVERIFY(chain.contains(QLatin1String("another server")));
        press(view->chain(), 0, Qt::Key_Return);
        QVERIFY(view->text().contains(QLatin1String("Outcome: 301 Moved Permanently")));
        const auto alone = shown(test::okCall());
        alone->showSection(Section::Overview);
        QVERIFY(!alone->findChild<OverviewView *>()->chain()->isVisible());
    }

    void anEmptyListSaysWhy()
    {
        QVERIFY(noFindingsText(takeSnapshots(*test::runningCall(), {}).front())
                    .contains(QLatin1String("on its way")));
        QVERIFY(noFindingsText(takeSnapshots(*test::refusedCall(), {}).front())
                    .contains(QLatin1String("No response")));
    }

    void tabShowsWhereItIs()
    {
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Overview);
        auto *sizes = pane->findChild<OverviewView *>()->sizes();
        pane->findChild<OverviewView *>()->findings()->setFocus();
        for (int back = 0; back < 2; ++back)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), sizes);
        QVERIFY(sizes->selectionModel()->hasSelection());
    }

    void overviewIsCopied()
    {
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Overview);
        auto *view = pane->findChild<OverviewView *>();
        view->findings()->selectRow(0);
        QTest::keyClick(view->findings(), Qt::Key_C, Qt::ControlModifier);
        const QString row = QApplication::clipboard()->text();
        QVERIFY(row.contains(u'\t'));
        QVERIFY(view->text().contains(row.section(u'\t', 1, 1)));
        QVERIFY(view->text().contains(QLatin1String("Protocol: HTTP/2")));
    }

    void modelsKeepTheirPromises()
    {
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Overview);
        auto *view = pane->findChild<OverviewView *>();
        const QAbstractItemModelTester findings(view->findings()->model());
        const QAbstractItemModelTester chain(view->chain()->model());
        const QAbstractItemModelTester sizes(view->sizes()->model());
        pane->showCall(test::redirectCall());
        pane->showCall(test::notFoundCall());
        pane->showCall(test::redirectCall());
        pane->showCall(test::refusedCall());
    }

    // Titles are longer in other languages.
    void columnsHoldTheirTitles()
    {
        test::PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        test::Recording one(QStringLiteral("https://a.test/"));
        one.respond(one.connect(0.5), 90, test::head(200, {})).end(95);
        one.connection()->update([](trace::ConnectionState &state) {
            state.tcp = {{.at = test::Recording::stamp(30), .roundTrip = 16'200}};
        });
        const auto pane = shown(client::Call::recorded({one.hop()}));
        pane->showSection(Section::Connection);
        const auto *tcp = pane->findChild<ConnectionView *>()->findChild<FittedTable *>();
        pane->showSection(Section::Tls);
        const auto *ladder = pane->findChild<TlsView *>()->ladder();
        for (const FittedTable *table : {tcp, ladder}) {
            const QHeaderView *head = table->horizontalHeader();
            for (int column = 0; column < head->count(); ++column)
                QVERIFY(head->sectionSize(column) >= head->sectionSizeHint(column));
        }
        pane->showSection(Section::Overview);
        const QString rules = pane->findChild<OverviewView *>()->findings()->allText();
        QVERIFY2(rules.contains(test::pseudo(QStringLiteral("%1 section %2"))
                                    .arg(QStringLiteral("RFC 9110"), QStringLiteral("6.6.1"))),
                 qPrintable(rules));
        QCoreApplication::removeTranslator(&pseudo);
    }
};

QTEST_MAIN(TestOverview)

#include "tst_overview.moc"

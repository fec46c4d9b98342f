// The response pane's pages on recorded calls: headers, timing, and what the body is taken for.
#include "recorded_calls.h"
#include "shown_pane.h"
#include "trace/phases.h"
#include "ui/body/body_pane.h"
#include "ui/body/view_note.h"
#include "ui/response/body_content.h"
#include "ui/response/headers_view.h"
#include "ui/response/phase_strip.h"
#include "ui/response/timing_view.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/waterfall/waterfall.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;
using test::badges;
using test::shown;
using Section = ResponsePane::Section;

class TestResponsePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersStandInWireOrderAndCase()
    {
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Headers);
        auto *view = pane->findChild<HeadersView *>();
        const auto sections = headerSections(takeSnapshots(*pane->call(), {}).front());
        QCOMPARE(sections.size(), 4);
        QCOMPARE(sections[0].title, QStringLiteral("Interim: HTTP/2 103"));
        QCOMPARE(sections[1].fields.front().name, QByteArray(":status"));
        QCOMPARE(sections[1].fields[4].name, sections[1].fields[5].name); // both cookies
        QCOMPARE(sections[2].title, QStringLiteral("Trailers"));
        QCOMPARE(sections[3].fields.front(), (http::Field{":method", "GET"}));
        QCOMPARE(view->countText(), QStringLiteral("19 field(s)"));
    }

    void headersFilterAndCopy()
    {
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Headers);
        auto *view = pane->findChild<HeadersView *>();
        pane->find();
        QTest::keyClicks(view->filterBox(), QStringLiteral("COOKIE"));
        QTRY_COMPARE(view->countText(), QStringLiteral("2 of 19"));
        QCOMPARE(view->tree()->model()->rowCount(), 1); // the section that holds them
        QTest::keyClick(view->filterBox(), Qt::Key_Down);
        QTest::keyClick(view->tree(), Qt::Key_Down);
        QTest::keyClick(view->tree(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(
            QApplication::clipboard()->text(),
            QStringLiteral("set-cookie: session=8d1b2c; Path=/; HttpOnly; Secure; SameSite=Lax"));
        QTest::keyClick(view->filterBox(), Qt::Key_Escape);
        QTRY_COMPARE(view->countText(), QStringLiteral("19 field(s)"));
    }

    void filterWithoutHitsSaysSo()
    {
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Headers);
        auto *view = pane->findChild<HeadersView *>();
        pane->find();
        QTest::keyClicks(view->filterBox(), QStringLiteral("zzz"));
        QTRY_COMPARE(view->note()->sentence(),
                     QStringLiteral("No field has “zzz” in its name or value."));
        QTest::mouseClick(test::buttonNamed(*view, QStringLiteral("Show all headers")),
                          Qt::LeftButton);
        QCOMPARE(view->countText(), QStringLiteral("19 field(s)"));
        QVERIFY(view->note()->sentence().isEmpty());
        QCOMPARE(QApplication::focusWidget(), view->tree());
    }

    // What is cut by a widest line needs more lines, and has them.
    void problemHasRoomForItsWords()
    {
        http::Error error{.layer = http::Layer::Http1,
                          .code = http::Code::UnexpectedVersion,
                          .phase = http::Phase::ReceiveHead,
                          .sentence = QStringLiteral("The server speaks HTTP/2 on this port.")};
        const auto pane = shown(test::failedCall(error));
        pane->resize(1000, 480);
        QCoreApplication::processEvents();
        const auto *strip = pane->findChild<PhaseStrip *>();
        QVERIFY2(strip->height() >= strip->heightForWidth(strip->width()),
                 qPrintable(QString::number(strip->height())));
    }

    void headersModelBehaves()
    {
        HeadersModel model;
        const QAbstractItemModelTester tester(&model);
        test::Recording one(QStringLiteral("http://example.com/"));
        const auto sections = [&] {
            return headerSections(
                takeSnapshots(*client::Call::recorded({one.hop()}, false), {}).front());
        };
        model.reset(sections());
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        one.exchange()->update([](trace::ExchangeState &state) {
            state.interim = {test::head(103, {{"link", "</a>"}})};
        });
        model.update(sections());
        QCOMPARE(model.rowCount(), 2);
        one.respond(1, 2, test::head(200, {{"a", "b"}}));
        model.update(sections());
        one.exchange()->update([](trace::ExchangeState &state) { state.trailers = {{"x", "y"}}; });
        model.update(sections());
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(model.sections() == sections());
        QCOMPARE(resets.count(), 0);
    }

    void hostileHeadersAreShownNotObeyed()
    {
        test::Recording one(QStringLiteral("http://example.com/"));
        one.respond(1, 2,
                    test::head(200, {{"x-a", "a\xe2\x80\xae"
                                             "b\x1b[31m\xff"},
                                     {"x-b", "<img src=x onerror=alert(1)>"}}));
        one.end(3);
        const auto pane = shown(client::Call::recorded({one.hop()}));
        pane->showSection(Section::Headers);
        auto *model = pane->findChild<HeadersView *>()->tree()->model();
        const QModelIndex section = model->index(0, 0);
        QCOMPARE(model->index(1, 1, section).data().toString(),
                 QStringLiteral("a‹U+202E›b‹ESC›[31m‹ff›"));
        QCOMPARE(model->index(2, 1, section).data().toString(),
                 QStringLiteral("<img src=x onerror=alert(1)>"));
    }

    void preparationForTlsIsTold()
    {
        const auto call = test::okCall();
        const auto connection =
            std::const_pointer_cast<trace::Connection>(call->last().exchange->state().connection);
        connection->update([](trace::ConnectionState &state) {
            for (trace::Event &event : state.events) {
                if (event.what == trace::What::TlsStarted)
                    event.at.ns += 2'000'000;
            }
        });
        const auto rows = timingRows(takeSnapshots(*call, {}), trace::now());
        const auto told =
            std::ranges::find(rows, QStringLiteral("    preparation"), &TimingRow::phase);
        QVERIFY(told != rows.end());
        QCOMPARE(told->duration, QStringLiteral("2.20 ms"));
        QVERIFY(told->note.contains(QLatin1String("trust and keys")));
    }

    void timingTableEqualsThePhases()
    {
        const auto hops = takeSnapshots(*test::redirectCall(), {});
        const auto rows = timingRows(hops, trace::now());
        size_t at = 0;
        for (size_t hop = 0; hop < hops.size(); ++hop) {
            QVERIFY(rows[at].heading);
            QCOMPARE(rows[at].hop, int(hop));
            QCOMPARE(rows[at].note.contains(QLatin1String("reused")), hop == 1);
            ++at;
            for (const auto &span : trace::phases(hops[hop].exchange)) {
                if (!span.start)
                    continue;
                QVERIFY(at < rows.size());
                QCOMPARE(rows[at].hop, int(hop));
                ++at;
                while (at < rows.size() && rows[at].phase.startsWith(QLatin1String("    ")))
                    ++at; // attempts
            }
        }
        QCOMPARE(at, rows.size());
        const QString text = timingText(rows);
        QVERIFY(text.startsWith(QStringLiteral("GET /old → 301")));
        QVERIFY(text.contains(QLatin1String("failed: Network is unreachable")));
    }

    void timingChoosesAHop()
    {
        const auto pane = shown(test::redirectCall());
        pane->showSection(Section::Timing);
        auto *view = pane->findChild<TimingView *>();
        QTRY_COMPARE(view->waterfall()->rows().size(), 3);
        view->waterfall()->setFocus();
        view->waterfall()->setCurrentRow(2);
        QTest::keyClick(view->waterfall(), Qt::Key_Up);
        QVERIFY(badges(*pane).contains(QStringLiteral("↪ 302 Found")));
        QVERIFY(view->table()->model()->rowCount() > 10);
        const QAbstractItemModelTester tester(view->table()->model());
    }

    void emptyBodiesSayWhy_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("says");
        QTest::newRow("204") << 204 << QByteArray("GET") << QStringLiteral("204");
        QTest::newRow("head") << 200 << QByteArray("HEAD") << QStringLiteral("HEAD");
        QTest::newRow("empty") << 200 << QByteArray("GET") << QStringLiteral("empty");
    }
    void emptyBodiesSayWhy()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        QFETCH(QString, says);
        test::Recording one(QStringLiteral("http://example.com/"), 0, method);
        one.respond(1, 2, test::head(status, {})).end(3, trace::End::NoContent);
        const auto hop = takeSnapshots(*client::Call::recorded({one.hop()}), {}).front();
        QVERIFY(emptyBodyText(hop).contains(says));
    }

    void contentTypeDecidesTheLook_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("look");
        QTest::newRow("json") << QByteArray("application/problem+json") << QByteArray("{}")
                              << int(BodyPane::Look::Pretty);
        QTest::newRow("html") << QByteArray("text/html") << QByteArray("<p>")
                              << int(BodyPane::Look::Pretty);
        QTest::newRow("text") << QByteArray("text/plain") << QByteArray("<p>")
                              << int(BodyPane::Look::Text);
        QTest::newRow("picture") << QByteArray("image/png") << QByteArray("\x89PNG\0\0", 6)
                                 << int(BodyPane::Look::Preview);
        QTest::newRow("binary") << QByteArray("application/x-data") << QByteArray("\x89PNG\0\0", 6)
                                << int(BodyPane::Look::Hex);
    }
    void contentTypeDecidesTheLook()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, octets);
        test::Recording one(QStringLiteral("http://example.com/"));
        one.respond(1, 2, test::head(200, {{"content-type", type}}));
        one.body(octets, 3, 4).end(5);
        const auto pane = shown(client::Call::recorded({one.hop()}));
        QTEST(int(pane->findChild<BodyPane *>()->look()), "look");
    }

    void fileNamesStayHarmless_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QStringLiteral("http://h/a/b.json?x=1")
                               << QStringLiteral("b.json");
        QTest::newRow("none") << QStringLiteral("http://h/") << QStringLiteral("response.json");
        QTest::newRow("hidden") << QStringLiteral("http://h/.bashrc")
                                << QStringLiteral("bashrc.json");
    }
    void fileNamesStayHarmless()
    {
        QFETCH(QString, url);
        test::Recording one(url);
        one.respond(1, 2, test::head(200, {{"content-type", "application/json"}})).end(3);
        const auto hop = takeSnapshots(*client::Call::recorded({one.hop()}), {}).front();
        QTEST(bodyContent(hop).fileName, "name");
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    Theme::apply(application);
    TestResponsePages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_response_pages.moc"

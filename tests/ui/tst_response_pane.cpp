// The response pane on recorded calls: what it says of each, how it follows a running one, and what
// its keys and buttons do.
#include "recorded_calls.h"
#include "ui/body/body_pane.h"
#include "ui/response/body_content.h"
#include "ui/response/error_page.h"
#include "ui/response/error_text.h"
#include "ui/response/headers_view.h"
#include "ui/response/hop_selector.h"
#include "ui/response/phase_strip.h"
#include "ui/response/progress_strip.h"
#include "ui/response/response_pane.h"
#include "ui/response/summary_line.h"
#include "ui/response/timing_view.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/waterfall/waterfall.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace sonde;
using namespace sonde::ui;
using Section = ResponsePane::Section;
using trace::What;

namespace
{

constexpr int patience = 20'000; // ms; only to notice a hang

QStringList badges(const ResponsePane &pane)
{
    QStringList texts;
    for (const Badge *badge : pane.findChildren<Badge *>()) {
        if (!badge->isHidden())
            texts << badge->text();
    }
    return texts;
}

QString bodyText(const ResponsePane &pane)
{
    QString text;
    for (const auto &row : pane.findChild<BodyView *>()->shownRows())
        text += row->shape->text() + QLatin1Char('\n');
    return text;
}

std::unique_ptr<ResponsePane> shown(std::shared_ptr<client::Call> call)
{
    auto pane = std::make_unique<ResponsePane>();
    pane->resize(900, 600);
    pane->show();
    pane->showCall(std::move(call));
    QCoreApplication::processEvents();
    return pane;
}

QPushButton *buttonNamed(const QWidget &in, const QString &text)
{
    for (QPushButton *button : in.findChildren<QPushButton *>()) {
        if (button->text() == text && !button->isHidden())
            return button;
    }
    return nullptr;
}

} // namespace

class TestResponsePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty()
    {
        ResponsePane pane;
        pane.show();
        QVERIFY(!pane.call());
        pane.showSection(Section::Headers);        // nothing there: nothing happens
        QVERIFY(!pane.findChild<SummaryLine *>()); // made when there is something to sum up
        QVERIFY(!pane.findChild<BodyPane *>());
        pane.find();
        pane.findNext();
        pane.findPrevious();
        QVERIFY(!pane.body());
    }

    void shows200()
    {
        const auto pane = shown(test::okCall());
        const QStringList texts = badges(*pane);
        QVERIFY(texts.contains(QStringLiteral("● 200 OK")));
        QVERIFY(texts.contains(QStringLiteral("HTTP/2")));
        QVERIFY(texts.contains(QStringLiteral("TLSv1.3")));
        QCOMPARE(pane->section(), Section::Body);
        QTRY_VERIFY_WITH_TIMEOUT(bodyText(*pane).contains(QLatin1String("  \"id\": 981,")),
                                 patience);
        for (const Badge *badge : pane->findChildren<Badge *>()) {
            if (badge->text() == QLatin1String("HTTP/2"))
                QCOMPARE(badge->toolTip(), QStringLiteral("ALPN chose h2"));
        }
    }

    void shows404WithItsShapeAndFindings()
    {
        const auto pane = shown(test::notFoundCall());
        QVERIFY(badges(*pane).contains(QStringLiteral("▲ 404 Not Found")));
        const auto *tabs = pane->findChild<FlatTabBar *>();
        QCOMPARE(tabs->badge(int(Section::Overview)), QStringLiteral("1"));
    }

    void walksARedirectChain()
    {
        const auto pane = shown(test::redirectCall());
        auto *selector = pane->findChild<HopSelector *>();
        QVERIFY(selector->isVisible());
        const auto buttons = selector->findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 3);
        QCOMPARE(buttons[0]->text(), QStringLiteral("1 · 301"));
        QVERIFY(buttons[2]->isChecked());
        QVERIFY(badges(*pane).contains(QStringLiteral("● 200 OK")));
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QVERIFY(badges(*pane).contains(QStringLiteral("↪ 302 Found")));
        QVERIFY(badges(*pane).contains(QStringLiteral("reused")));
        QTest::keyClick(buttons[1], Qt::Key_Left);
        QVERIFY(badges(*pane).contains(QStringLiteral("↪ 301 Moved Permanently")));
        QVERIFY(!badges(*pane).contains(QStringLiteral("reused")));
    }

    void marksWhatWasNotVerified()
    {
        ResponsePane pane;
        pane.show();
        QSignalSpy status(&pane, &ResponsePane::statusTextChanged);
        pane.showCall(test::unverifiedCall());
        QVERIFY(badges(pane).contains(QStringLiteral("NOT VERIFIED")));
        QVERIFY(!badges(pane).contains(QStringLiteral("TLSv1.3")));
        QVERIFY(status.last().first().toString().contains(QLatin1String("not verified")));
    }

    void errorPages_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code <= int(http::Code::Internal); ++code)
            QTest::newRow(http::name(http::Code(code)).data()) << code;
    }
    void errorPages()
    {
        QFETCH(int, code);
        http::Error error{.code = http::Code(code),
                          .phase = http::Phase::Wait,
                          .sentence = QStringLiteral("The sentence of the engine."),
                          .detail = QStringLiteral("detail-of-below"),
                          .number = 42};
        const ErrorText text = errorText(error);
        const ErrorText internal = errorText({.code = http::Code::Internal});
        QVERIFY(!text.title.isEmpty());
        QVERIFY(!text.why.isEmpty());
        QCOMPARE(text.title == internal.title, error.code == http::Code::Internal);
        const auto pane = shown(test::failedCall(error));
        QCOMPARE(pane->section(), Section::Problem);
        auto *page = pane->findChild<ErrorPage *>();
        QApplication::clipboard()->clear();
        QTest::mouseClick(buttonNamed(*page, QStringLiteral("Copy details")), Qt::LeftButton);
        const QString details = QApplication::clipboard()->text();
        QVERIFY(details.contains(text.title));
        QVERIFY(details.contains(error.sentence));
        QVERIFY(details.contains(QLatin1String("detail-of-below")));
        QVERIFY(details.contains(QLatin1String(http::name(error.code))));
        QVERIFY(details.contains(QStringLiteral("Wait ✕")));
        for (const Fix fix : text.fixes)
            QVERIFY2(buttonNamed(*page, fixText(fix)), qPrintable(fixText(fix)));
    }

    void fixButtonsSpeakUp_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("fix");
        QTest::addColumn<QByteArray>("signal");
        const auto row = [](const char *name, http::Code code, Fix fix, const char *signal) {
            QTest::newRow(name) << int(code) << int(fix) << QByteArray(signal);
        };
        row("resend", http::Code::ConnectionRefused, Fix::Resend, SIGNAL(resendRequested()));
        row("unverified", http::Code::CertificateExpired, Fix::RetryUnverified,
            SIGNAL(retryUnverifiedRequested()));
        row("trust", http::Code::CertificateUntrusted, Fix::TrustHost,
            SIGNAL(trustHostRequested()));
        row("wait", http::Code::IdleTimeout, Fix::WaitLonger, SIGNAL(waitLongerRequested()));
        row("bomb", http::Code::DecompressionBomb, Fix::GoOnPastBomb,
            SIGNAL(goOnPastBombRequested()));
    }
    void fixButtonsSpeakUp()
    {
        QFETCH(int, code);
        QFETCH(int, fix);
        QFETCH(QByteArray, signal);
        const auto pane = shown(test::failedCall({.code = http::Code(code)}));
        QSignalSpy spy(pane.get(), signal.constData());
        QPushButton *button = buttonNamed(*pane->findChild<ErrorPage *>(), fixText(Fix(fix)));
        QVERIFY(button);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(spy.count(), 1);
    }

    void tellsWhereItFailed()
    {
        const auto hop = takeSnapshots(*test::certificateCall(), {}).front();
        const auto steps = phaseSteps(hop);
        QStringList marks;
        for (const PhaseStep &step : steps)
            marks << QStringLiteral("%1=%2").arg(step.name).arg(int(step.state));
        QCOMPARE(marks.join(QLatin1Char(' ')),
                 QStringLiteral("DNS=0 TCP=0 TLS=2 Send=3 Wait=3 Head=3 Body=3"));
        QCOMPARE(steps[0].time, QStringLiteral("12.0 ms"));
        // Over cleartext there is no TLS to reach.
        const auto refused = phaseSteps(takeSnapshots(*test::refusedCall(), {}).front());
        QCOMPARE(refused[1].state, PhaseStep::State::Failed);
        QCOMPARE(refused[2].name, QStringLiteral("Send"));
        // What could not even be made failed before all of them.
        const auto unmade = test::failedCall(
            {.code = http::Code::FileMissing, .phase = http::Phase::Plan, .sentence = {}});
        const auto planned = phaseSteps(takeSnapshots(*unmade, {}).front());
        QCOMPARE(planned[0].name, QStringLiteral("Request"));
        QCOMPARE(planned[0].state, PhaseStep::State::Failed);
        QCOMPARE(planned[1].name, QStringLiteral("DNS"));
        QVERIFY(planned[1].state != PhaseStep::State::Failed);
    }

    void keepsThePartThatArrived()
    {
        const auto pane = shown(test::truncatedCall());
        QCOMPARE(pane->section(), Section::Problem);
        QVERIFY(badges(*pane).contains(QStringLiteral("✕ The response ends too early")));
        pane->showSection(Section::Body);
        QTRY_COMPARE(bodyText(*pane), QStringLiteral("This much came.\n"));
        const QString notice = pane->findChild<BodyPane *>()->notice()->sentence();
        QVERIFY2(notice.contains(QLatin1String("40.0 kB")), qPrintable(notice));
    }

    void cancelledKeepsTheBodyInFront()
    {
        test::Recording one(QStringLiteral("http://example.com/"));
        const double ready = one.connect(0.5);
        one.respond(ready, ready + 5, test::head(200, {{"content-type", "text/plain"}}));
        one.body("half", ready + 6, ready + 7);
        one.fail(ready + 9, {.code = http::Code::Cancelled, .phase = http::Phase::ReceiveBody});
        const auto pane = shown(client::Call::recorded({one.hop()}));
        QCOMPARE(pane->section(), Section::Body);
        QTRY_COMPARE(bodyText(*pane), QStringLiteral("half\n"));
        QVERIFY2(incompleteText(takeSnapshots(*pane->call(), {}).front())
                     .startsWith(QLatin1String("Cancelled: this is the part")),
                 "a part must not pass for the whole");
    }

    void followsARunningCall()
    {
        test::Recording one(QStringLiteral("http://example.com/stream"));
        auto call = client::Call::recorded({one.hop()}, false);
        const auto pane = shown(call);
        QSignalSpy cancelled(pane.get(), &ResponsePane::cancelRequested);
        auto *progress = pane->findChild<ProgressStrip *>();
        QVERIFY(!progress->isVisible()); // a person has not begun to wonder
        QTRY_VERIFY_WITH_TIMEOUT(progress->isVisible(), patience);
        QVERIFY(badges(*pane).contains(QStringLiteral("Connecting…")));
        QTest::mouseClick(progress->findChild<QToolButton *>(), Qt::LeftButton);
        QCOMPARE(cancelled.count(), 1);
        const double ready = one.connect(0.5);
        one.at(What::SendHeadStarted, ready).at(What::SendHeadFinished, ready + 1);
        call->noteChange();
        QTRY_VERIFY_WITH_TIMEOUT(
            badges(*pane).contains(QStringLiteral("Waiting for the response…")), patience);
        one.respond(ready, ready + 5, test::head(200, {{"content-type", "text/plain"}}));
        one.body("first\n", ready + 6, ready + 7);
        call->noteChange();
        QTRY_VERIFY_WITH_TIMEOUT(badges(*pane).contains(QStringLiteral("● 200 OK")), patience);
        QTRY_COMPARE_WITH_TIMEOUT(bodyText(*pane), QStringLiteral("first\n"), patience);
        one.body("second\n", ready + 8, ready + 9);
        call->noteChange();
        QTRY_COMPARE_WITH_TIMEOUT(bodyText(*pane), QStringLiteral("first\nsecond\n"), patience);
        one.end(ready + 10);
        call->finish();
        QTRY_VERIFY_WITH_TIMEOUT(!progress->isVisible(), patience);
    }

    void followsARedirectUnlessTheUserLooksElsewhere()
    {
        test::Recording one(QStringLiteral("http://example.com/a"));
        const double ready = one.connect(0.5);
        one.respond(ready, ready + 5, test::head(302, {{"location", "/b"}})).end(ready + 6);
        auto call = client::Call::recorded({one.hop()}, false);
        const auto pane = shown(call);
        test::Recording two(QStringLiteral("http://example.com/b"), ready + 7);
        two.reuse(one, ready + 7.2)
            .respond(ready + 8, ready + 12, test::head(200, {}))
            .end(ready + 13);
        call->addHop(two.hop());
        QTRY_VERIFY_WITH_TIMEOUT(badges(*pane).contains(QStringLiteral("● 200 OK")), patience);
        QTest::mouseClick(pane->findChild<HopSelector *>()->findChildren<QToolButton *>().front(),
                          Qt::LeftButton);
        test::Recording three(QStringLiteral("http://example.com/c"), ready + 14);
        three.reuse(one, ready + 15)
            .respond(ready + 16, ready + 17, test::head(500, {}))
            .end(ready + 18);
        call->addHop(three.hop());
        call->finish();
        QTRY_COMPARE_WITH_TIMEOUT(
            pane->findChild<HopSelector *>()->findChildren<QToolButton *>().size(), 3, patience);
        QVERIFY(badges(*pane).contains(QStringLiteral("↪ 302 Found")));
    }

    void aResendReplacesEverything()
    {
        const auto pane = shown(test::certificateCall());
        QCOMPARE(pane->section(), Section::Problem);
        pane->showCall(test::okCall());
        QCoreApplication::processEvents();
        QCOMPARE(pane->section(), Section::Body);
        QVERIFY(!badges(*pane).join(QLatin1Char(' ')).contains(QLatin1String("not trusted")));
        QTRY_VERIFY_WITH_TIMEOUT(bodyText(*pane).contains(QLatin1String("\"id\"")), patience);
        pane->showCall(test::notFoundCall());
        QTRY_VERIFY_WITH_TIMEOUT(bodyText(*pane).contains(QLatin1String("404")), patience);
        pane->clear();
        QVERIFY(!pane->call());
        QVERIFY(!pane->findChild<SummaryLine *>()->isVisible());
    }

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
    TestResponsePane test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_response_pane.moc"

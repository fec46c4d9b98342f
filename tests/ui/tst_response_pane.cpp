// The response pane on recorded calls: what it says of each, how it follows a running one, and what
// its keys and buttons do.
#include "recorded_calls.h"
#include "shown_pane.h"
#include "ui/body/body_pane.h"
#include "ui/response/body_content.h"
#include "ui/response/error_page.h"
#include "ui/response/error_text.h"
#include "ui/response/hop_selector.h"
#include "ui/response/phase_strip.h"
#include "ui/response/progress_strip.h"
#include "ui/response/summary_line.h"
#include "ui/widgets/flat_tab_bar.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sonde;
using namespace sonde::ui;
using test::badges;
using test::buttonNamed;
using test::shown;
using Section = ResponsePane::Section;
using trace::What;

namespace
{

constexpr int patience = 20'000; // ms; only to notice a hang

QString bodyText(const ResponsePane &pane)
{
    QString text;
    for (const auto &row : pane.findChild<BodyView *>()->shownRows())
        text += row->shape->text() + QLatin1Char('\n');
    return text;
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

    // A GET may be sent again whatever the server did with it: that does not say that it did not.
    void whatBecameOfTheRequestIsNotOverstated()
    {
        const auto told = [](http::Phase phase, bool retrySafe) {
            return shown(test::failedCall({.layer = http::Layer::Http1,
                                           .code = http::Code::ConnectionClosed,
                                           .blame = http::Blame::Remote,
                                           .phase = phase,
                                           .retrySafe = retrySafe}))
                ->findChild<ErrorPage *>()
                ->asText();
        };
        const auto unsent = QLatin1String("The request itself was not sent.");
        QVERIFY(told(http::Phase::TlsHandshake, false).contains(unsent));
        QVERIFY(told(http::Phase::Connect, true).contains(unsent));
        QVERIFY(told(http::Phase::Wait, true).contains(QLatin1String("or twice is as good")));
        QVERIFY(told(http::Phase::Wait, false).contains(QLatin1String("is not known")));
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

    // While nothing has arrived yet there is nothing else that lays the tabs out.
    void tabsThatAreHiddenLeaveNoGap()
    {
        test::Recording waiting(QStringLiteral("http://example.com/"));
        waiting.connect(1);
        const auto call = std::make_shared<client::Call>();
        call->addHop(waiting.hop());
        const auto pane = shown(call);
        const auto *tabs = pane->findChild<FlatTabBar *>();
        QVERIFY(!tabs->isTabVisible(int(Section::Problem)));
        QCOMPARE(tabs->tabRect(int(Section::Overview)).left(), 0);
        call->finish();
    }

    // A tab that is clicked does not take the keys; the page that had them hands them on.
    void theKeysGoOnWithTheSection()
    {
        const auto pane = shown(test::okCall());
        QVERIFY(QTest::qWaitForWindowExposed(pane.get()));
        pane->showSection(Section::Headers);
        pane->find();
        auto *tabs = pane->findChild<FlatTabBar *>();
        for (const Section section : {Section::Body, Section::Timing, Section::Overview}) {
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(int(section)).center());
            QCOMPARE(pane->section(), section);
            const QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus && !qobject_cast<const QAbstractButton *>(focus));
        }
    }

    void findingsAreNotAllNotes()
    {
        test::Recording one(QStringLiteral("http://example.com/"));
        one.respond(one.connect(1), 9, test::head(200, {})).end(10);
        one.exchange()->update([](trace::ExchangeState &state) {
            state.findings = {
                {.severity = trace::Severity::Violation, .rule = "http1.space-before-colon"}};
        });
        const auto pane = shown(client::Call::recorded({one.hop()}));
        QVERIFY(badges(*pane).contains(QStringLiteral("1 finding(s)")));
        // And notes alone do not look like a warning.
        const auto colour = [](const ResponsePane &in) {
            for (const Badge *badge : in.findChildren<Badge *>()) {
                if (badge->text() == QStringLiteral("1 finding(s)"))
                    return badge->palette().color(QPalette::WindowText);
            }
            return QColor();
        };
        QCOMPARE(colour(*pane), Theme::instance().color(Token::Warning));
        test::Recording other(QStringLiteral("http://example.com/"));
        other.respond(other.connect(1), 9, test::head(200, {})).end(10);
        other.exchange()->update([](trace::ExchangeState &state) {
            state.findings = {{.severity = trace::Severity::Note, .rule = "http2.goaway-retry"}};
        });
        const auto calm = shown(client::Call::recorded({other.hop()}));
        QCOMPARE(colour(*calm), Theme::instance().color(Token::Muted));
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

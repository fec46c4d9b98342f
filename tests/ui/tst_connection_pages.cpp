// TLS and connection of recorded calls: what they say, and where they lead.
#include "recorded_calls.h"
#include "shown_pane.h"
#include "ui/response/certificate_table.h"
#include "ui/response/connection_view.h"
#include "ui/response/error_page.h"
#include "ui/response/fitted_table.h"
#include "ui/response/overview_facts.h"
#include "ui/response/overview_findings.h"
#include "ui/response/tls_ladder.h"
#include "ui/response/tls_view.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;
using test::buttonNamed;
using test::shown;
using test::valueOf;
using Section = ResponsePane::Section;

class TestConnectionPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tlsIsToldMessageByMessage()
    {
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Tls);
        auto *view = pane->findChild<TlsView *>();
        const QString ladder = view->ladder()->allText();
        QVERIFY2(ladder.contains(QStringLiteral("→ ClientHello\t517\tin clear")),
                 qPrintable(ladder));
        QVERIFY(ladder.contains(QStringLiteral("← Certificate\t2,412\tencrypted")));
        QVERIFY(ladder.contains(QStringLiteral("← CertificateVerify")));
        QCOMPARE(view->ladder()->model()->rowCount(), 8);
        QVERIFY(!buttonNamed(*view, QStringLiteral("Trust for this host…")));
        QVERIFY(view->text().contains(QStringLiteral("✓ It names this host")));
        QCOMPARE(valueOf(tlsFacts(takeSnapshots(*pane->call(), {}).front()),
                         QStringLiteral("ALPN chosen")),
                 QStringLiteral("h2"));
        const QModelIndex hello = view->ladder()->model()->index(0, TlsLadder::Message);
        QCOMPARE(hello.data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("sent: ClientHello"));
    }

    void aHandshakeThatFailedIsShownTheSame()
    {
        const auto pane = shown(test::certificateCall());
        QCOMPARE(pane->section(), Section::Problem);
        auto *link =
            buttonNamed(*pane->findChild<ErrorPage *>(), QStringLiteral("Show the handshake"));
        QVERIFY(link);
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(pane->section(), Section::Tls);
        auto *view = pane->findChild<TlsView *>();
        // Its second certificate is the guilty one, and open.
        const auto *guilty = view->chain()->topLevelItem(1);
        QVERIFY(guilty->isExpanded());
        QVERIFY(!view->chain()->topLevelItem(0)->isExpanded());
        QSignalSpy trusted(pane.get(), &ResponsePane::trustHostRequested);
        auto *trust = buttonNamed(*view, QStringLiteral("Trust for this host…"));
        QVERIFY(trust);
        trust->setFocus();
        QTest::keyClick(trust, Qt::Key_Space);
        QCOMPARE(trusted.count(), 1);
    }

    void theChainIsSavedAsPem()
    {
        const QTemporaryDir folder;
        const auto pane = shown(test::okCall());
        pane->showSection(Section::Tls);
        auto *view = pane->findChild<TlsView *>();
        QTest::mouseClick(buttonNamed(*view, QStringLiteral("Save as PEM…")), Qt::LeftButton);
        auto *dialog = view->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString file = folder.filePath(QStringLiteral("chain.pem"));
        Q_EMIT dialog->fileSelected(file);
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll().count("BEGIN CERTIFICATE"), 2);
        delete dialog;
        // The one that is selected alone.
        view->chain()->setCurrentItem(view->chain()->topLevelItem(1));
        QTest::mouseClick(buttonNamed(*view, QStringLiteral("Save as PEM…")), Qt::LeftButton);
        dialog = view->findChild<QFileDialog *>();
        Q_EMIT dialog->fileSelected(file);
        QFile again(file);
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll().count("BEGIN CERTIFICATE"), 1);
        delete dialog;
    }

    void withoutTlsItSaysWhy()
    {
        QVERIFY(noTlsText(takeSnapshots(*test::notFoundCall(), {}).front())
                    .contains(QLatin1String("begins with http")));
        QVERIFY(noTlsText(takeSnapshots(*test::okCall(), {}).front()).isEmpty());
        const auto pane = shown(test::notFoundCall());
        pane->showSection(Section::Tls);
        const auto *view = pane->findChild<TlsView *>();
        QVERIFY(!view->ladder()->isVisible() && !view->chain()->isVisible());
    }

    void theKernelsNumbersAreTold()
    {
        test::Recording one(QStringLiteral("http://a.test/"));
        one.connect(0.5);
        one.connection()->update([](trace::ConnectionState &state) {
            state.congestionControl = "cubic";
            state.tcp = {{.at = test::Recording::stamp(30),
                          .roundTrip = 16'200,
                          .variation = 8'100,
                          .congestionWindow = 10,
                          .segmentSize = 1'448},
                         {.at = test::Recording::stamp(90),
                          .roundTrip = 15'000,
                          .variation = 2'000,
                          .leastRoundTrip = 14'000,
                          .congestionWindow = 20,
                          .segmentSize = 1'448,
                          .retransmits = 2,
                          .when = trace::TcpSample::When::Ended}};
        });
        const auto call = client::Call::recorded({one.hop()});
        const auto pane = shown(call);
        pane->showSection(Section::Connection);
        const auto facts = connectionFacts(takeSnapshots(*call, {}), 0);
        QCOMPARE(valueOf(facts, QStringLiteral("Least round trip")), QStringLiteral("14.0 ms"));
        QCOMPARE(valueOf(facts, QStringLiteral("Congestion control")), QStringLiteral("cubic"));
        QCOMPARE(valueOf(facts, QStringLiteral("Congestion window")),
                 QStringLiteral("20 segments of 1,448 octets"));
        auto *table = pane->findChild<ConnectionView *>()->findChild<FittedTable *>();
        const QAbstractItemModelTester tester(table->model());
        QVERIFY(table->isVisible());
        const QString all = table->allText();
        QVERIFY2(all.contains(QStringLiteral("90.0 ms\ta response was complete\t15.0 ms\t"
                                             "2.00 ms\t14.0 ms\t20 × 1.4 kB\t2")),
                 qPrintable(all));
        const auto without = shown(test::okCall());
        without->showSection(Section::Connection);
        QVERIFY(!without->findChild<ConnectionView *>()->findChild<FittedTable *>()->isVisible());
    }

    void aStapleIsTold()
    {
        HopSnapshot hop = takeSnapshots(*test::okCall(), {}).front();
        QCOMPARE(valueOf(tlsFacts(hop), QStringLiteral("OCSP staple")),
                 QStringLiteral("none was sent"));
        const QDateTime day(QDate(2026, 1, 10), QTime(0, 0), Qt::UTC);
        hop.connection->tls->ocsp = trace::OcspStaple{.status = trace::OcspStaple::Status::Revoked,
                                                      .revoked = day,
                                                      .reason = QStringLiteral("keyCompromise")};
        const auto facts = tlsFacts(hop);
        const auto staple = std::ranges::find(facts, QStringLiteral("OCSP staple"), &Fact::name);
        QVERIFY(staple->value.startsWith(QLatin1String("REVOKED on ")));
        QVERIFY(staple->value.contains(QLatin1String("(keyCompromise)")));
        QCOMPARE(staple->token, Token::Danger);
        QVERIFY(overviewFindings(hop, {}).front().sentence.contains(QLatin1String("revoked")));
        hop.connection->tls->timestamps = {{.at = day}, {.at = day}};
        QVERIFY(valueOf(tlsFacts(hop), QStringLiteral("Transparency logs"))
                    .startsWith(QLatin1String("2 promise(s)")));
    }

    void addressesTriedAreTold()
    {
        const auto hops = takeSnapshots(*test::okCall(), {});
        const auto attempts = attemptFacts(hops.front());
        QCOMPARE(attempts.size(), 2u);
        QCOMPARE(attempts[0].token, Token::Danger);
        QVERIFY(attempts[0].value.contains(QLatin1String("Network is unreachable")));
        QCOMPARE(attempts[1].value, QStringLiteral("connected in 16.0 ms"));
        QCOMPARE(valueOf(connectionFacts(hops, 0), QStringLiteral("Carried")),
                 QStringLiteral("1 request(s) so far"));
    }
};

QTEST_MAIN(TestConnectionPages)

#include "tst_connection_pages.moc"

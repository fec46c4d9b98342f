// A certificate that nobody vouches for is trusted by a person who was asked: for its host alone,
// never by one click, and what is sent afterwards says so.
#include "stage.h"
#include "tests/ui/recorded_calls.h"
#include "ui/response/response_pane.h"
#include "ui/shell/trust_dialog.h"
#include "ui/shell/trusted_hosts.h"
#include "ui/widgets/theme.h"

#include <QPushButton>
#include <QTest>

using namespace sonde;
using namespace sonde::ui;

namespace
{

const QByteArray der = "\x30\x03\x02\x01\x2a";

// A window whose first request has failed for its certificate.
struct Stage : test::FolderStage {
    Stage()
    {
        open();
        QTest::keyClicks(url(), QStringLiteral("https://self-signed.test/a"));
        QTest::keyClick(url(), Qt::Key_Return);
        const auto &sent = backend.sent.back();
        const http::Origin origin{.scheme = "https", .host = "self-signed.test", .port = 443};
        auto connection = std::make_shared<trace::Connection>(sent.exchange->id(), origin);
        connection->update([](trace::ConnectionState &state) {
            state.tls = test::trustedTls("self-signed.test");
            state.tls->verification = trace::Verification::Failed;
            state.tls->chain.front().der = der;
        });
        sent.body->finish();
        sent.exchange->update([&](trace::ExchangeState &state) {
            state.connection = connection;
            state.end = trace::End::Failed;
            state.error = http::Error{.layer = http::Layer::Tls,
                                      .code = http::Code::CertificateUntrusted,
                                      .phase = http::Phase::TlsHandshake,
                                      .sentence = QStringLiteral("Nobody vouches for it.")};
        });
        sent.call->finish();
    }
    TrustDialog *asked()
    {
        Q_EMIT page()->response()->trustHostRequested();
        auto *dialog = page()->findChild<TrustDialog *>();
        return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
    }
    [[nodiscard]] bool isAsking() const { return page()->findChild<TrustDialog *>() != nullptr; }
};

} // namespace

class TestTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void itSaysWhoseCertificateItIs()
    {
        Stage stage;
        const auto *dialog = stage.asked();
        QVERIFY(dialog);
        QVERIFY(dialog->text().contains(QStringLiteral("self-signed.test:443")));
        const QString facts = dialog->informativeText();
        QVERIFY(facts.contains(QStringLiteral("CN=self-signed.test")));
        // printf '\x30\x03\x02\x01\x2a' | sha256sum
        const auto digest =
            QStringLiteral("48DF3DA1BFF25BAB3F2E8993F1611D948A81EEF712A6D774F8770FAF55C5CE4B");
        QString bare = facts;
        bare.remove(u':').remove(u'\n');
        QVERIFY(bare.contains(digest));
    }

    void escapeAndReturnTrustNothing_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Escape") << Qt::Key_Escape;
        QTest::newRow("Return") << Qt::Key_Return;
    }
    void escapeAndReturnTrustNothing()
    {
        QFETCH(Qt::Key, key);
        Stage stage;
        auto *dialog = stage.asked();
        QVERIFY(dialog);
        QTest::keyClick(dialog, key);
        QTRY_VERIFY(!stage.isAsking());
        QCOMPARE(stage.backend.sent.size(), size_t(1));
        QVERIFY(TrustedHosts::instance()
                    .certificate({.scheme = "https", .host = "self-signed.test", .port = 443})
                    .isEmpty());
    }

    void whoSaysYesSendsAgainWithThatCertificate()
    {
        Stage stage;
        auto *dialog = stage.asked();
        QVERIFY(dialog);
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (dialog->buttonRole(button) == QMessageBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(!stage.isAsking());
        QCOMPARE(stage.backend.sent.size(), size_t(2));
        QCOMPARE(stage.backend.sent.back().options.tls.pinnedDer, der);
        // Of another host nothing was said.
        auto *url = stage.window->tabs()->openEmpty()->request()->findChild<UrlEdit *>();
        QTest::keyClicks(url, QStringLiteral("https://other.test/"));
        QTest::keyClick(url, Qt::Key_Return);
        QCOMPARE(stage.backend.sent.size(), size_t(3));
        QVERIFY(stage.backend.sent.back().options.tls.pinnedDer.isEmpty());
    }
};

QTEST_MAIN(TestTrust)
#include "tst_trust.moc"

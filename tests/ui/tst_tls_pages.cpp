// What the window says of every TLS handshake that must not succeed: a title that fits, the
// sentence, and the mark on the certificate that is at fault.
#include "client/engine.h"
#include "tests/support/await.h"
#include "tests/support/scripted_server.h"
#include "tests/support/tls_cases.h"
#include "ui/response/certificate_table.h"
#include "ui/response/error_page.h"
#include "ui/widgets/theme.h"

#include <QRegularExpression>
#include <QTest>

using namespace sonde;
using namespace sonde::testing;
using namespace sonde::ui;

class TestTlsPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp); }

    void refused_data()
    {
        QTest::addColumn<size_t>("index");
        for (size_t i = 0; i < m_cases.size(); ++i)
            QTest::newRow(m_cases[i].name) << i;
    }
    void refused()
    {
        QFETCH(size_t, index);
        const TlsCase &row = m_cases[index];
        ScriptedServer server(row.server,
                              answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        const HopSnapshot hop = sent(server, row, net::Verify::Yes);
        QVERIFY(hop.exchange.error);
        const QRegularExpression sentence(QRegularExpression::anchoredPattern(row.sentence));
        const http::Error &error = *hop.exchange.error;
        QVERIFY2(sentence.match(error.sentence).hasMatch(), qPrintable(error.sentence));

        const ErrorText text = errorText(error);
        QVERIFY(!text.title.isEmpty() && !text.why.isEmpty());
        QVERIFY(text.title != errorText({.code = http::Code::Internal}).title);
        // Trusting the host mends what is wrong with an issuer, and nothing else.
        const bool offersTrust = std::ranges::find(text.fixes, Fix::TrustHost) != text.fixes.end();
        QCOMPARE(offersTrust, error.code == http::Code::CertificateUntrusted);
        ErrorPage page;
        page.showHop(hop);
        QVERIFY2(page.asText().contains(error.sentence), qPrintable(page.asText()));

        QVERIFY(hop.tls());
        QCOMPARE(hop.tls()->verification,
                 row.depth >= 0 ? trace::Verification::Failed : trace::Verification::NotDone);
        QCOMPARE(verificationText(*hop.tls()).contains(error.sentence), row.depth >= 0);
        checkTable(*hop.tls(), row, error.sentence);
    }

    // Gone on with all the same: red, and with the reason.
    void ignored_data() { refused_data(); }
    void ignored()
    {
        QFETCH(size_t, index);
        const TlsCase &row = m_cases[index];
        if (row.depth < 0)
            return; // there is nothing to go on with
        ScriptedServer server(row.server,
                              answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        const HopSnapshot hop = sent(server, row, net::Verify::ReportOnly);
        QVERIFY(!hop.exchange.error);
        QVERIFY(hop.isUnverified());
        const QString text = verificationText(*hop.tls());
        QVERIFY2(text.contains(hop.tls()->problem), qPrintable(text));
        checkTable(*hop.tls(), row, hop.tls()->problem);
    }

private:
    HopSnapshot sent(const ScriptedServer &server, const TlsCase &row, net::Verify verify)
    {
        client::Engine engine(client::Engine::Where::CallersThread);
        http::Request request{
            .target = *http::Target::parse(
                QStringLiteral("https://%1:%2/").arg(QLatin1String(row.host)).arg(server.port()))};
        client::Options options;
        options.tls.caFile = testAuthorityFile();
        options.tls.verify = verify;
        options.family = net::AddressFamily::IPv4;
        const auto call = engine.start(std::move(request), std::move(options));
        if (!spinUntil([&] { return call->isOver(); }))
            qFatal("a call did not end");
        return takeSnapshots(*call, {}).back();
    }

    static void checkTable(const trace::TlsReport &report, const TlsCase &row,
                           const QString &sentence)
    {
        CertificateTable table;
        table.setReport(report);
        QCOMPARE(table.topLevelItemCount(), int(report.chain.size()));
        for (int i = 0; i < table.topLevelItemCount(); ++i)
            QCOMPARE(table.topLevelItem(i)->text(3).contains(sentence), i == row.marked);
        QVERIFY(row.marked < table.topLevelItemCount());
    }

    const std::vector<TlsCase> m_cases = tlsCases();
};

QTEST_MAIN(TestTlsPages)
#include "tst_tls_pages.moc"

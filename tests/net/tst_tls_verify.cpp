// Every way in which a certificate can be wrong, and how that is said.
#include "tls_fixture.h"
#include "trace/certificate_checks.h"

#include <QTest>

#include <algorithm>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;

Q_DECLARE_METATYPE(CertificateOptions)

class TestTlsVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongCertificates_data()
    {
        QTest::addColumn<CertificateOptions>("options");
        QTest::addColumn<bool>("selfSigned");
        QTest::addColumn<http::Code>("code");
        QTest::addColumn<QString>("words");
        const QStringList others{QStringLiteral("a.test"), QStringLiteral("b.test")};
        QTest::newRow("expired") << CertificateOptions{.startDays = -10, .endDays = -2} << false
                                 << http::Code::CertificateExpired
                                 << QStringLiteral("expired on 20");
        QTest::newRow("early") << CertificateOptions{.startDays = 2} << false
                               << http::Code::CertificateNotYetValid
                               << QStringLiteral("not valid before 20");
        QTest::newRow("other name")
            << CertificateOptions{.names = others} << false << http::Code::CertificateNameMismatch
            << QStringLiteral("does not name this host: it is valid for a.test, b.test.");
        QTest::newRow("no name") << CertificateOptions{.commonName = "localhost", .names = {}}
                                 << false << http::Code::CertificateNameMismatch
                                 << QStringLiteral("it names none");
        QTest::newRow("self-signed")
            << CertificateOptions{} << true << http::Code::CertificateUntrusted
            << QStringLiteral("self-signed");
        QTest::newRow("weak key") << CertificateOptions{.rsaBits = 1024} << false
                                  << http::Code::CertificateInvalid
                                  << QStringLiteral("too weak, RSA 1024");
    }
    void wrongCertificates()
    {
        QFETCH(CertificateOptions, options);
        QFETCH(bool, selfSigned);
        QFETCH(http::Code, code);
        QFETCH(QString, words);
        const auto leaf =
            selfSigned ? makeCertificate(options) : makeCertificate(options, testAuthority());
        MemoryServer server({.identity = leaf});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        const auto error = stream->error();
        QCOMPARE(error.code, code);
        QCOMPARE(error.layer, http::Layer::Tls);
        QCOMPARE(error.phase, http::Phase::TlsHandshake);
        QVERIFY2(error.sentence.contains(words), qPrintable(error.sentence));
        QVERIFY(error.sentence.contains(QStringLiteral("“localhost”")));
        QVERIFY(error.number != 0);
        QVERIFY(!error.retrySafe);
        const auto report = stream->report();
        QCOMPARE(report.verification, trace::Verification::Failed);
        QCOMPARE(report.problem, error.sentence);
        QCOMPARE(report.problemDepth, 0);
        QCOMPARE(report.chain[0].problems, QStringList{error.sentence});
        using Check = trace::CertificateCheck;
        const auto failed = code == http::Code::CertificateNameMismatch ? Check::Name
                            : code == http::Code::CertificateUntrusted  ? Check::Issuer
                            : code == http::Code::CertificateInvalid    ? Check::Key
                                                                        : Check::Dates;
        QCOMPARE(report.chain[0].failed, std::vector{failed});

        // The same with --insecure: it goes on, and tells.
        server.restart();
        auto insecure = request();
        insecure.policy.verify = Verify::ReportOnly;
        const auto careless = newStream(insecure);
        QCOMPARE(shake(*careless, server), TlsStream::Handshake::Done);
        QCOMPARE(careless->report().verification, trace::Verification::Ignored);
        QCOMPARE(careless->report().problem, error.sentence);
    }

    void everyProblemIsNamed()
    {
        const auto leaf =
            makeCertificate({.names = {QStringLiteral("x.test")}, .startDays = -10, .endDays = -2});
        MemoryServer server({.identity = leaf});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::CertificateUntrusted);
        const auto problems = stream->report().chain[0].problems.join(QLatin1Char('\n'));
        QVERIFY(problems.contains(QStringLiteral("self-signed")));
        QVERIFY(problems.contains(QStringLiteral("expired")));
        QVERIFY(problems.contains(QStringLiteral("x.test")));
        QCOMPARE(stream->error().detail.count(QLatin1Char('\n')), 2);
    }

    void theGuiltyCertificateIsNamed()
    {
        const auto intermediate = makeCertificate(
            {.commonName = "Middle", .startDays = -10, .endDays = -2, .authority = true},
            testAuthority());
        const auto leaf = makeCertificate({}, intermediate);
        MemoryServer server({.identity = leaf, .chain = {intermediate}});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::CertificateExpired);
        QVERIFY2(
            stream->error().sentence.contains(QStringLiteral("(certificate 2 of 3, CN=Middle)")),
            qPrintable(stream->error().sentence));
        QCOMPARE(stream->report().problemDepth, 1);
        QCOMPARE(stream->report().chain.size(), 2u);
        QVERIFY(stream->report().chain[0].problems.isEmpty());
        QVERIFY(!stream->report().chain[1].problems.isEmpty());
    }

    void aMissingIntermediateIsSaid()
    {
        const auto intermediate =
            makeCertificate({.commonName = "Middle", .authority = true}, testAuthority());
        MemoryServer server({.identity = makeCertificate({}, intermediate)});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::CertificateUntrusted);
        QVERIFY(stream->error().sentence.contains(QStringLiteral("issued by “CN=Middle”")));
        QVERIFY(stream->error().sentence.contains(QStringLiteral("incomplete")));
    }

    void anUnknownRootIsSaid()
    {
        const auto root = makeCertificate({.commonName = "Other Root", .authority = true});
        MemoryServer server({.identity = makeCertificate({}, root), .chain = {root}});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::CertificateUntrusted);
        QVERIFY(stream->error().sentence.contains(QStringLiteral("CN=Other Root")));
    }

    void theSystemStoreDoesNotTrustATestAuthority()
    {
        MemoryServer server({});
        TlsRequest plain;
        plain.host = "localhost";
        const auto stream = newStream(plain);
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
        QCOMPARE(stream->error().code, http::Code::CertificateUntrusted);
    }

    void aPinnedCertificateNeedsNoIssuer()
    {
        const auto pinned = makeCertificate({.commonName = "playground"});
        auto wanted = request();
        wanted.policy.caFile.clear();
        wanted.policy.pinnedDer = pinned.der();
        MemoryServer server({.identity = pinned});
        const auto stream = newStream(wanted);
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Done);
        QCOMPARE(stream->report().verification, trace::Verification::Trusted);
        QVERIFY(stream->report().pinned);
        using Answer = trace::CertificateAnswer;
        const auto answers = trace::certificateAnswers(stream->report(), 0);
        QCOMPARE(
            std::ranges::find(answers, trace::CertificateCheck::Issuer, &Answer::check)->verdict,
            Answer::Verdict::Waived);
        QCOMPARE(
            std::ranges::find(answers, trace::CertificateCheck::Dates, &Answer::check)->verdict,
            Answer::Verdict::Passed);

        MemoryServer other({.identity = makeCertificate({.commonName = "playground"})});
        const auto refused = newStream(wanted);
        QCOMPARE(shake(*refused, other), TlsStream::Handshake::Failed);

        wanted.host = "elsewhere.test"; // the pin is for an issuer, not for a name
        server.restart();
        const auto misnamed = newStream(wanted);
        QCOMPARE(shake(*misnamed, server), TlsStream::Handshake::Failed);
        QCOMPARE(misnamed->error().code, http::Code::CertificateNameMismatch);
    }
};

QTEST_GUILESS_MAIN(TestTlsVerify)
#include "tst_tls_verify.moc"

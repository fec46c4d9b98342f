// What a server staples to its certificate: read, checked against the issuer, and believed only if
// it is about this certificate, of now, and signed by who may.
#include "net/staple.h"
#include "tls_fixture.h"

#include <QTest>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;
using Status = trace::OcspStaple::Status;
using Source = trace::SignedTimestamp::Source;

class TestStaple : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staples_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<Status>("status");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, StapleKind kind, Status status,
                            const char *problem = "") {
            QTest::newRow(name) << int(kind) << status << QString::fromLatin1(problem);
        };
        row("good", StapleKind::Good, Status::Good);
        row("unknown", StapleKind::Unknown, Status::Unknown);
        row("stale", StapleKind::Stale, Status::Good, "out of date since 20");
        row("for another", StapleKind::ForAnother, Status::Unreadable, "another certificate");
        row("forged", StapleKind::ForgedSignature, Status::Good, "Nobody who may speak");
    }
    void staples()
    {
        QFETCH(int, kind);
        QFETCH(Status, status);
        QFETCH(QString, problem);
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            const auto der = makeStaple(StapleKind(kind), testLeaf(), testAuthority());
            MemoryServer server({.maxVersion = version, .staple = der});
            const auto stream = newStream(request());
            QCOMPARE(shake(*stream, server), TlsStream::Handshake::Done);
            const auto report = stream->report();
            QVERIFY(report.ocsp);
            QCOMPARE(report.ocsp->status, status);
            QCOMPARE(report.ocsp->der, der);
            QVERIFY2(problem.isEmpty() ? report.ocsp->problem.isEmpty()
                                       : report.ocsp->problem.contains(problem),
                     qPrintable(report.ocsp->problem));
            // It proves something or nothing; only a revocation that is proven is a fault.
            QCOMPARE(report.verification, trace::Verification::Trusted);
            if (status == Status::Unreadable)
                continue;
            const auto now = QDateTime::currentDateTimeUtc();
            QVERIFY(report.ocsp->thisUpdate < now && report.ocsp->thisUpdate > now.addDays(-11));
            QVERIFY(report.ocsp->nextUpdate > report.ocsp->thisUpdate);
            QVERIFY(report.ocsp->produced.isValid());
        }
    }

    void noneIsNone()
    {
        MemoryServer server({});
        const auto stream = newStream(request());
        QCOMPARE(shake(*stream, server), TlsStream::Handshake::Done);
        QVERIFY(!stream->report().ocsp);
        QVERIFY(stream->report().timestamps.empty());
    }

    void revokedEndsTheHandshake()
    {
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            MemoryServer server(
                {.maxVersion = version,
                 .staple = makeStaple(StapleKind::Revoked, testLeaf(), testAuthority())});
            const auto stream = newStream(request());
            QCOMPARE(shake(*stream, server), TlsStream::Handshake::Failed);
            QCOMPARE(stream->error().code, http::Code::CertificateInvalid);
            QVERIFY2(stream->error().sentence.contains(QStringLiteral("was revoked on 20")),
                     qPrintable(stream->error().sentence));
            QCOMPARE(stream->report().verification, trace::Verification::Failed);
            QCOMPARE(stream->report().problemDepth, 0);
            QCOMPARE(stream->report().ocsp->reason, QStringLiteral("keyCompromise"));

            server.restart();
            auto careless = request();
            careless.policy.verify = Verify::ReportOnly;
            const auto goesOn = newStream(careless);
            QCOMPARE(shake(*goesOn, server), TlsStream::Handshake::Done);
            QCOMPARE(goesOn->report().verification, trace::Verification::Ignored);
            QCOMPARE(goesOn->report().problem, stream->error().sentence);
        }
    }

    // A session that goes on has no certificate of its own: it keeps what the first one proved.
    void aResumedSessionKeepsIt()
    {
        const auto sessions = std::make_shared<TlsSessions>();
        auto wanted = request();
        wanted.sessions = sessions;
        wanted.sessionKey = "one";
        MemoryServer server({.staple = makeStaple(StapleKind::Good, testLeaf(), testAuthority()),
                             .timestamps = timestampList()});
        const auto first = newStream(wanted);
        QCOMPARE(shake(*first, server), TlsStream::Handshake::Done);
        hear(*first, server); // the ticket
        server.restart();
        const auto second = newStream(wanted);
        QCOMPARE(shake(*second, server), TlsStream::Handshake::Done);
        QVERIFY(second->report().resumed);
        QCOMPARE(second->report().ocsp, first->report().ocsp);
        QCOMPARE(second->report().timestamps, first->report().timestamps);
    }

    void timestamps()
    {
        const auto leaf = makeCertificate({.withTimestamp = true}, testAuthority());
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            MemoryServer server(
                {.identity = leaf, .maxVersion = version, .timestamps = timestampList()});
            const auto stream = newStream(request());
            QCOMPARE(shake(*stream, server), TlsStream::Handshake::Done);
            const auto found = stream->report().timestamps;
            QCOMPARE(found.size(), 2u);
            QCOMPARE(found[0].source, Source::TlsExtension);
            QCOMPARE(found[1].source, Source::Certificate);
            QCOMPARE(found[0].log, QByteArray(32, '\x11'));
            QCOMPARE(found[1].at.toMSecsSinceEpoch(), 1'700'000'000'000);
        }
    }

    // Cut anywhere or with any octet wrong: no crash, and no proof.
    void hostile()
    {
        const auto der = makeStaple(StapleKind::Good, testLeaf(), testAuthority());
        auto *chain = sk_X509_new_null();
        sk_X509_push(chain, testLeaf().certificate.get());
        sk_X509_push(chain, testAuthority().certificate.get());
        const StoreHandle store(X509_STORE_new());
        X509_STORE_add_cert(store.get(), testAuthority().certificate.get());
        QCOMPARE(readStaple(der, chain, store.get()).ocsp.problem, QString());
        for (qsizetype size = 0; size < der.size(); ++size)
            QVERIFY(!readStaple(der.first(size), chain, store.get()).ocsp.problem.isEmpty());
        for (qsizetype at = 0; at < der.size(); ++at) {
            auto broken = der;
            broken[at] = char(broken[at] ^ 0x41);
            (void)readStaple(broken, chain, store.get());
        }
        QVERIFY(!readStaple(der, nullptr, store.get()).ocsp.problem.isEmpty());
        QVERIFY(!readStaple(QByteArray(100'000, 'x'), chain, store.get()).ocsp.problem.isEmpty());
        sk_X509_free(chain);
        const auto list = timestampList();
        for (qsizetype size = 0; size < list.size(); ++size)
            QVERIFY(timestampsFrom(list.first(size)).empty());
    }
};

QTEST_GUILESS_MAIN(TestStaple)
#include "tst_staple.moc"

// The bundle of trusted certificates that is parsed only where it is asked: it must find what
// OpenSSL's own reading finds, and say what is wrong with a file.
#include "net/trust_bundle.h"
#include "tests/support/test_certificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/x509_vfy.h>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;

namespace
{

void freeAll(STACK_OF(X509) * certificates)
{
    sk_X509_pop_free(certificates, X509_free);
}

using Certificates = std::unique_ptr<STACK_OF(X509), Release<freeAll>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Release<X509_STORE_CTX_free>>;

KeyPair authority(const QByteArray &name)
{
    return makeCertificate({.commonName = name, .names = {}, .authority = true});
}

int verify(X509_STORE *store, const KeyPair &leaf)
{
    const StoreContext context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store, leaf.certificate.get(), nullptr);
    return X509_verify_cert(context.get()) == 1 ? X509_V_OK
                                                : X509_STORE_CTX_get_error(context.get());
}

} // namespace

class TestTrustBundle : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &octets) const
    {
        return writeFile(m_folder.path(), QStringLiteral("bundle.pem"), octets);
    }

private Q_SLOTS:
    void judgesLikeOpenSsl()
    {
        // Two authorities of one name, as after a renewal.
        const auto old = authority("Twice");
        const auto renewed = authority("Twice");
        const auto other = authority("Other");
        const auto stranger = authority("Stranger");
        const auto path = file("Words before.\n" + old.certificatePem() + "# between\n" +
                               renewed.certificatePem() + other.certificatePem());
        for (const auto &issuer : {renewed, old, other, stranger}) {
            for (const auto &judged : {makeCertificate({}, issuer), issuer}) {
                const StoreHandle store(X509_STORE_new());
                const auto added = addTrustBundle(store.get(), path);
                QVERIFY2(added, qPrintable(added ? QString() : added.error()));
                const StoreHandle whole(X509_STORE_new());
                QCOMPARE(X509_STORE_load_file(whole.get(), QFile::encodeName(path).constData()), 1);
                QCOMPARE(verify(store.get(), judged), verify(whole.get(), judged));
            }
        }
        const StoreHandle store(X509_STORE_new());
        QVERIFY(addTrustBundle(store.get(), path));
        for (const auto &trusted : {other, makeCertificate({}, other)})
            QCOMPARE(verify(store.get(), trusted), X509_V_OK);
        QCOMPARE(verify(store.get(), makeCertificate({}, stranger)),
                 X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY);
    }

    void findsAllOfTheSystem()
    {
        const auto path = QStringLiteral("/etc/ssl/certs/ca-certificates.crt");
        if (!QFile::exists(path))
            QSKIP("no bundle of the system here");
        const StoreHandle whole(X509_STORE_new());
        QCOMPARE(X509_STORE_load_file(whole.get(), QFile::encodeName(path).constData()), 1);
        const StoreHandle lazy(X509_STORE_new());
        QVERIFY(addTrustBundle(lazy.get(), path));
        QCOMPARE(sk_X509_OBJECT_num(X509_STORE_get0_objects(lazy.get())), 0);
        const StoreContext context(X509_STORE_CTX_new());
        X509_STORE_CTX_init(context.get(), lazy.get(), nullptr, nullptr);
        auto *objects = X509_STORE_get0_objects(whole.get());
        QVERIFY(sk_X509_OBJECT_num(objects) > 50);
        for (int i = 0; i < sk_X509_OBJECT_num(objects); ++i) {
            const auto *wanted = X509_OBJECT_get0_X509(sk_X509_OBJECT_value(objects, i));
            const Certificates found(
                X509_STORE_CTX_get1_certs(context.get(), X509_get_subject_name(wanted)));
            bool isThere = false;
            for (int j = 0; j < sk_X509_num(found.get()); ++j)
                isThere = isThere || X509_cmp(sk_X509_value(found.get(), j), wanted) == 0;
            QVERIFY2(isThere, qPrintable(QStringLiteral("number %1").arg(i)));
        }
    }

    void unusableFiles_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("words");
        const auto pem = authority("Short").certificatePem();
        auto lines = pem.split('\n');
        lines.removeAt(lines.size() / 2);
        const QByteArray notDer(
            "-----BEGIN CERTIFICATE-----\nMAMCAQA=\n-----END CERTIFICATE-----\n");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("holds no certificate");
        QTest::newRow("a key") << authority("Key").keyPem()
                               << QStringLiteral("holds no certificate");
        QTest::newRow("cut") << pem + pem.first(pem.size() / 2)
                             << QStringLiteral("damaged behind certificate number 1");
        QTest::newRow("line lost")
            << pem + lines.join('\n') << QStringLiteral("damaged certificate, number 2");
        QTest::newRow("no certificate")
            << notDer << QStringLiteral("damaged certificate, number 1");
    }
    void unusableFiles()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QString, words);
        const StoreHandle store(X509_STORE_new());
        const auto added = addTrustBundle(store.get(), file(octets));
        QVERIFY(!added);
        QVERIFY2(added.error().contains(words), qPrintable(added.error()));
    }

    void aFolderIsNoFile()
    {
        const StoreHandle store(X509_STORE_new());
        const auto added = addTrustBundle(store.get(), m_folder.path());
        QVERIFY(!added);
        QVERIFY2(added.error().contains(QStringLiteral("cannot be read")),
                 qPrintable(added.error()));
    }
};

QTEST_GUILESS_MAIN(TestTrustBundle)
#include "tst_trust_bundle.moc"

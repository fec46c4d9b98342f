// The playground's certificate: made once, kept with a private key file, made again when it must
// be.
#include "playground/certificate.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace sonde;
using namespace sonde::playground;

class TestCertificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoItIs()
    {
        QTemporaryDir folder;
        const auto identity = obtainIdentity(folder.filePath("sub/playground"));
        QVERIFY(identity);
        X509 *certificate = identity->certificate.get();
        QCOMPARE(X509_check_host(certificate, "localhost", 0, 0, nullptr), 1);
        QCOMPARE(X509_check_ip_asc(certificate, "127.0.0.1", 0), 1);
        QCOMPARE(X509_check_ip_asc(certificate, "::1", 0), 1);
        QCOMPARE(X509_check_host(certificate, "example.com", 0, 0, nullptr), 0);
        QCOMPARE(X509_check_private_key(certificate, identity->key.get()), 1);
        QCOMPARE(EVP_PKEY_get_base_id(identity->key.get()), EVP_PKEY_EC);
        QCOMPARE(X509_self_signed(certificate, 1), 1);
        char name[64];
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name,
                                  sizeof name);
        QCOMPARE(QByteArray(name), "Sonde playground");
        int days = 0;
        int seconds = 0;
        QVERIFY(ASN1_TIME_diff(&days, &seconds, nullptr, X509_get0_notAfter(certificate)));
        QVERIFY(days >= 363 && days <= 365);
        QVERIFY(X509_cmp_current_time(X509_get0_notBefore(certificate)) < 0);
        QVERIFY(identity->pem.startsWith("-----BEGIN CERTIFICATE-----"));
    }

    void isKept()
    {
        QTemporaryDir folder;
        const QByteArray first = obtainIdentity(folder.path())->der;
        QCOMPARE(obtainIdentity(folder.path())->der, first);
        QFile key(folder.filePath("identity.pem"));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                            QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(key.exists());
        QVERIFY((key.permissions() & others) == 0);
        QFile shown(folder.filePath("certificate.pem"));
        QVERIFY(shown.open(QIODevice::ReadOnly));
        QVERIFY(!shown.readAll().contains("PRIVATE"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void isMadeAgain_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("removed") << 0;
        QTest::newRow("garbage") << 1;
        QTest::newRow("cut") << 2;
        QTest::newRow("other key") << 3;
        QTest::newRow("expired") << 4;
        QTest::newRow("runs out soon") << 5;
    }

    void isMadeAgain()
    {
        QFETCH(int, damage);
        QTemporaryDir folder;
        QTemporaryDir otherFolder;
        const auto identity = obtainIdentity(folder.path());
        const QByteArray first = identity->der;
        QFile file(folder.filePath("identity.pem"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pem = file.readAll();
        file.close();
        QByteArray damaged;
        if (damage == 1)
            damaged = "garbage";
        else if (damage == 2)
            damaged = pem.first(pem.size() / 2);
        else if (damage == 3)
            damaged = keyPem(obtainIdentity(otherFolder.path())->key.get()) + identity->pem;
        else if (damage >= 4)
            damaged = keyPem(identity->key.get()) + endingIn(*identity, damage == 4 ? -60 : 3600);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(damaged);
        file.close();
        if (damage == 0)
            QVERIFY(file.remove());
        const auto again = obtainIdentity(folder.path());
        QVERIFY(again);
        QVERIFY(again->der != first);
        QCOMPARE(obtainIdentity(folder.path())->der, again->der);
    }

    void folderThatCannotBeWritten()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto identity = obtainIdentity(folder.filePath("file/below"));
        QVERIFY(identity);
        QVERIFY(!identity->der.isEmpty());
    }

private:
    static QByteArray contentsOf(BIO *bio)
    {
        const char *data = nullptr;
        const long size = BIO_get_mem_data(bio, &data);
        return {data, size};
    }
    static QByteArray keyPem(EVP_PKEY *key)
    {
        const net::BioHandle bio(BIO_new(BIO_s_mem()));
        PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
        return contentsOf(bio.get());
    }
    static QByteArray endingIn(const Identity &identity, long seconds)
    {
        const net::X509Handle copy(X509_dup(identity.certificate.get()));
        X509_gmtime_adj(X509_getm_notAfter(copy.get()), seconds);
        X509_sign(copy.get(), identity.key.get(), EVP_sha256());
        const net::BioHandle bio(BIO_new(BIO_s_mem()));
        PEM_write_bio_X509(bio.get(), copy.get());
        return contentsOf(bio.get());
    }
};

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"

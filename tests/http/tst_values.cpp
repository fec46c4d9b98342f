// The plain values: methods, header sections, versions, and the refusal of what cannot be sent.
#include "http/request.h"

#include <QTest>

using namespace sonde::http;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void method_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<bool>("safe");
        QTest::addColumn<bool>("idempotent");
        QTest::newRow("get") << QByteArray("GET") << true << true << true;
        QTest::newRow("put") << QByteArray("PUT") << true << false << true;
        QTest::newRow("post") << QByteArray("POST") << true << false << false;
        QTest::newRow("query") << QByteArray("QUERY") << true << true << true;
        QTest::newRow("lower case is another method")
            << QByteArray("get") << true << false << false;
        QTest::newRow("own") << QByteArray("X-PURGE!") << true << false << false;
        QTest::newRow("empty") << QByteArray() << false << false << false;
        QTest::newRow("space") << QByteArray("GET /") << false << false << false;
        QTest::newRow("line break") << QByteArray("GET\r\n") << false << false << false;
        QTest::newRow("not ascii") << QByteArray("G\xc3\xa9T") << false << false << false;
    }
    void method()
    {
        QFETCH(QByteArray, token);
        QFETCH(bool, valid);
        const auto method = Method::parse(token);
        QCOMPARE(method.has_value(), valid);
        if (!valid) {
            QCOMPARE(method.error().code, Code::MalformedMethod);
            return;
        }
        QCOMPARE(method->token(), token);
        QTEST(method->isSafe(), "safe");
        QTEST(method->isIdempotent(), "idempotent");
    }

    void headersKeepOrderCaseAndDuplicates()
    {
        Headers headers{{"X-B", "1"}, {"x-a", "2"}, {"X-b", "3"}};
        headers.append("x-B", "");
        QCOMPARE(headers.size(), 4);
        QCOMPARE(headers.fields()[2].name, QByteArray("X-b"));
        QCOMPARE(headers.value("X-B").value(), QByteArrayView("1"));
        QCOMPARE(headers.values("x-b").size(), size_t(3));
        QCOMPARE(headers.combined("x-b"), QByteArray("1, 3, "));
        QVERIFY(!headers.value("X"));
    }

    void setReplacesTheFirstAndDropsTheRest()
    {
        Headers headers{{"A", "1"}, {"B", "2"}, {"a", "3"}, {"C", "4"}};
        headers.set("a", "9");
        QCOMPARE(headers, (Headers{{"A", "9"}, {"B", "2"}, {"C", "4"}}));
        headers.set("D", "5");
        QCOMPARE(headers.fields().back().name, QByteArray("D"));
        QCOMPARE(headers.remove("b"), 1);
        QVERIFY(!headers.contains("B"));
    }

    void listMembers()
    {
        const Headers headers{{"Transfer-Encoding", "gzip ;q=1, Chunked"}, {"Connection", "close"}};
        QVERIFY(headers.listContains("transfer-encoding", "chunked"));
        QVERIFY(headers.listContains("Transfer-Encoding", "gzip"));
        QVERIFY(!headers.listContains("Transfer-Encoding", "chunk"));
        QVERIFY(!headers.listContains("Upgrade", "close"));
    }

    void fieldsThatCannotBeSent_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("space in name") << QByteArray("X A") << QByteArray("1");
        QTest::newRow("colon in name") << QByteArray("X:") << QByteArray("1");
        QTest::newRow("no name") << QByteArray() << QByteArray("1");
        QTest::newRow("header injection") << QByteArray("X") << QByteArray("1\r\nY: 2");
        QTest::newRow("bare line feed") << QByteArray("X") << QByteArray("1\n2");
        QTest::newRow("nul") << QByteArray("X") << QByteArray("1\0", 2);
    }
    void fieldsThatCannotBeSent()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const auto checked = checkField({name, value});
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, Code::MalformedHeader);
        QVERIFY(!checked.error().sentence.isEmpty());
    }

    void versions()
    {
        QCOMPARE(parseVersion("HTTP/1.1"), Version::Http11);
        QCOMPARE(parseVersion("h2"), Version::Http2);
        QCOMPARE(parseVersion("2"), Version::Http2);
        QVERIFY(!parseVersion("HTTP/4"));
        QCOMPARE(versionName(Version::Http2), QByteArrayView("HTTP/2"));
    }

    void contentReplays()
    {
        QVERIFY(Content::of("x", {}).isReplayable());
        QVERIFY(Content::file(QStringLiteral("a"), {}).isReplayable());
        Content piped;
        piped.segments.emplace_back(StdinSegment{});
        QVERIFY(!piped.isReplayable());
    }

    void reasonPhrases()
    {
        QCOMPARE(reasonPhrase(404), QByteArrayView("Not Found"));
        QCOMPARE(reasonPhrase(511), QByteArrayView("Network Authentication Required"));
        QVERIFY(reasonPhrase(299).isEmpty());
        QVERIFY(reasonPhrase(999).isEmpty());
    }

    void namesOfErrors()
    {
        QCOMPARE(name(Code::CertificateNameMismatch), QByteArrayView("certificate-name-mismatch"));
        QCOMPARE(name(Layer::Dns), QByteArrayView("dns"));
        QCOMPARE(name(Phase::TlsHandshake), QByteArrayView("tls-handshake"));
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"

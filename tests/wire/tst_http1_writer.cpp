// Writing heads, chunks and trailers: golden octets.
#include "wire/http1_chunks.h"
#include "wire/http1_outbox.h"
#include "wire/http1_request_plan.h"
#include "wire/http1_writer.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;

class TestHttp1Writer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestHead_data();
    void requestHead();
    void responseHead_data();
    void responseHead();
    void chunkFraming();
    void responsesThatCannotBeWritten_data();
    void responsesThatCannotBeWritten();
    void largePiecesAreNotCopied();
    void extensionGrammar_data();
    void extensionGrammar();
};

void TestHttp1Writer::requestHead_data()
{
    QTest::addColumn<RequestHead>("head");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("default") << RequestHead{} << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("1.0") << RequestHead{.version = http::Version::Http10}
                         << QByteArray("GET / HTTP/1.0\r\n\r\n");
    QTest::newRow("absolute-form, odd method")
        << RequestHead{.method = "x-Poke!", .target = "http://a.test/b?c"}
        << QByteArray("x-Poke! http://a.test/b?c HTTP/1.1\r\n\r\n");
    QTest::newRow("case, order, duplicates, empty value")
        << RequestHead{.headers = {{"zZ", "1"}, {"A", ""}, {"ZZ", "2"}, {"a", "x y"}}}
        << QByteArray("GET / HTTP/1.1\r\nzZ: 1\r\nA:\r\nZZ: 2\r\na: x y\r\n\r\n");
    QTest::newRow("octets beyond ASCII")
        << RequestHead{.target = "/\xc3\xa9", .headers = {{"A", "\xff\t\x80"}}}
        << QByteArray("GET /\xc3\xa9 HTTP/1.1\r\nA: \xff\t\x80\r\n\r\n");
}

void TestHttp1Writer::requestHead()
{
    QFETCH(RequestHead, head);
    QFETCH(QByteArray, expected);
    QVERIFY(checkWritable(head));
    QCOMPARE(writeHead(head), expected);
}

void TestHttp1Writer::responseHead_data()
{
    QTest::addColumn<http::ResponseHead>("head");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("no reason") << http::ResponseHead{.status = 299}
                               << QByteArray("HTTP/1.1 299 \r\n\r\n");
    QTest::newRow("all") << http::ResponseHead{.version = http::Version::Http10,
                                               .status = 404,
                                               .reason = "Not Found",
                                               .headers = {{"Set-Cookie", "a"},
                                                           {"set-cookie", "b"}}}
                         << QByteArray("HTTP/1.0 404 Not Found\r\nSet-Cookie: a\r\nset-cookie: "
                                       "b\r\n\r\n");
}

void TestHttp1Writer::responseHead()
{
    QFETCH(http::ResponseHead, head);
    QFETCH(QByteArray, expected);
    QVERIFY(checkWritable(head));
    QCOMPARE(writeHead(head), expected);
}

void TestHttp1Writer::chunkFraming()
{
    QCOMPARE(writeChunkSize(1), QByteArray("1\r\n"));
    QCOMPARE(writeChunkSize(255), QByteArray("ff\r\n"));
    QCOMPARE(writeChunkSize(65536), QByteArray("10000\r\n"));
    QCOMPARE(writeLastChunk({}), QByteArray("0\r\n\r\n"));
    QCOMPARE(writeLastChunk({{"A", "b"}, {"a", ""}}), QByteArray("0\r\nA: b\r\na:\r\n\r\n"));
}

void TestHttp1Writer::responsesThatCannotBeWritten_data()
{
    QTest::addColumn<http::ResponseHead>("head");
    QTest::newRow("status 0") << http::ResponseHead{};
    QTest::newRow("status 99") << http::ResponseHead{.status = 99};
    QTest::newRow("status 1000") << http::ResponseHead{.status = 1000};
    QTest::newRow("reason with a line break")
        << http::ResponseHead{.status = 200, .reason = "OK\r\nX: 1"};
    QTest::newRow("field name") << http::ResponseHead{.status = 200, .headers = {{"A:", "1"}}};
    QTest::newRow("field value") << http::ResponseHead{.status = 200, .headers = {{"A", "1\n2"}}};
}

void TestHttp1Writer::responsesThatCannotBeWritten()
{
    QFETCH(http::ResponseHead, head);
    const auto checked = checkWritable(head);
    QVERIFY(!checked);
    QVERIFY(!checked.error().sentence.isEmpty());
}

void TestHttp1Writer::largePiecesAreNotCopied()
{
    Http1Outbox outbox;
    std::vector<SentMark> marks;
    outbox.queueHead(StreamId{1}, "head");
    outbox.beginContent(Http1Outbox::Framing::Counted, 60'000);
    QByteArray out;
    QVERIFY(outbox.drain(out, marks, 4));
    QCOMPARE(out, QByteArray("head"));
    QByteArray content(60'000, 'x');
    const char *data = content.constData();
    QVERIFY(outbox.queueContent(std::move(content)));
    QByteArray second;
    QVERIFY(outbox.drain(second, marks, 100'000));
    QCOMPARE(second.constData(), data);
    QVERIFY(outbox.isComplete());
    QVERIFY(outbox.isEmpty());
    QVERIFY(!outbox.drain(second, marks, 100'000));
}

void TestHttp1Writer::extensionGrammar_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("right");
    const auto row = [](const char *text, bool right) {
        QTest::newRow(text) << QByteArray(text) << right;
    };
    row(";a", true);
    row(";a;b=c", true);
    row(";a=\"b;c\";d", true);
    row(";a=\"b\\\"c\"", true);
    row(" ; a = b", true);
    row(";", false);
    row(";a=", false);
    row(";=b", false);
    row(";a b", false);
    row(";a=\"b", false);
    row(";a=\"b\\", false);
    row(";a=\"b\"c", false);
    row("a", false);
    row(";a,b", false);
}

void TestHttp1Writer::extensionGrammar()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, right);
    QCOMPARE(areChunkExtensions(text), right);
}

QTEST_APPLESS_MAIN(TestHttp1Writer)
#include "tst_http1_writer.moc"

// Hard limits: what is just allowed is read, one more is refused with a sentence that names the
// limit, at the same octet however they were cut.
#include "http1_transcript.h"
#include "wire/http1.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;

namespace
{

const QByteArray statusLine = "HTTP/1.1 200 OK\r\n";

QByteArray fields(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "A: b\r\n";
    return text;
}

// A head of exactly so many octets, made long by one field or by many lines that are left out.
QByteArray headOf(qsizetype octets)
{
    const QByteArray start = statusLine + "A: ";
    return start + QByteArray(octets - start.size() - 4, 'x') + "\r\n\r\n";
}

} // namespace

class TestHttp1Limits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void response_data();
    void response();
    void aHeadWithoutEndIsNotBuffered();
    void request_data();
    void request();
};

void TestHttp1Limits::response_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("words"); // empty: allowed
    QTest::addColumn<QByteArray>("phase");
    const auto row = [](const char *name, const QByteArray &input, const char *words = "",
                        const char *phase = "receive-head") {
        QTest::newRow(name) << input << QByteArray(words) << QByteArray(phase);
    };
    const char *head = "longer than 1,048,576 octets";
    const char *count = "more than 1,000 fields";
    const char *line = "longer than 16,384 octets";
    const char *body = "receive-body";
    const qsizetype most = 1024 * 1024;
    const QByteArray chunked = statusLine + "Transfer-Encoding: chunked\r\n";
    const QByteArray interim = "HTTP/1.1 100 C\r\n\r\n";

    row("head of 1 MiB", headOf(most));
    row("head one octet longer", headOf(most + 1), head);
    row("head of 100 MB", headOf(100'000'000), head);
    row("first line", "HTTP/1.1 200 " + QByteArray(most, 'x') + "\r\n\r\n", head);
    row("empty lines for ever", QByteArray(most + 2, '\n'), head);
    row("interim heads count", interim + headOf(most - interim.size()));
    row("interim heads count, one too long", interim + headOf(most - interim.size() + 1), head);
    row("trailers count",
        chunked + "\r\n0\r\nA: " + QByteArray(most - chunked.size() - 2 - 7, 'x') + "\r\n\r\n");
    row("trailers count, one too long",
        chunked + "\r\n0\r\nA: " + QByteArray(most - chunked.size() - 2 - 6, 'x') + "\r\n\r\n",
        head, body);

    row("1,000 fields", statusLine + fields(1000) + "\r\n");
    row("1,001 fields", statusLine + fields(1001) + "\r\n", count);
    row("fields and trailers", chunked + fields(500) + "\r\n0\r\n" + fields(499) + "\r\n");
    row("one trailer too many", chunked + fields(500) + "\r\n0\r\n" + fields(500) + "\r\n", count,
        body);
    row("fields that are left out count", statusLine + QByteArray("x\r\n").repeated(1001) + "\r\n",
        count);

    row("chunk line of 16 KiB",
        chunked + "\r\n1;" + QByteArray(16384 - 4, 'x') + "\r\na\r\n0\r\n\r\n");
    row("chunk line one octet longer",
        chunked + "\r\n1;" + QByteArray(16384 - 3, 'x') + "\r\na\r\n0\r\n\r\n", line, body);
    row("chunk size of zeros", chunked + "\r\n" + QByteArray(20'000, '0'), line, body);

    row("100 interim heads", interim.repeated(100) + statusLine + "\r\n");
    row("101 interim heads", interim.repeated(101) + statusLine + "\r\n",
        "more than 100 interim responses");
}

void TestHttp1Limits::response()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, phase);
    QByteArrayList first;
    for (const qsizetype step :
         {input.size(), qsizetype(1), qsizetype(509), qsizetype(16 * 1024)}) {
        if (step < 500 && input.size() > 64 * 1024)
            continue;
        auto session = makeHttp1Client();
        QVERIFY(session->open({}, {}));
        QList<qsizetype> cut(input.size() / step, step);
        cut.append(input.size() % step);
        Http1Transcript transcript;
        feedCut(*session, input, cut, transcript);
        const QByteArrayList said = transcript.lines();
        if (first.isEmpty())
            first = said;
        QVERIFY(said == first);
    }
    if (words.isEmpty()) {
        QVERIFY(!first.last().startsWith("session"));
        QVERIFY(first.last().startsWith("ended") || first.last().startsWith("HTTP/1.1 200"));
        return;
    }
    QCOMPARE(first.last(), QByteArray("session limit-exceeded"));
    const QByteArray failed = first[first.size() - 2];
    QVERIFY2(failed.startsWith("failed limit-exceeded in " + phase), failed.constData());
    QVERIFY2(failed.contains(words), failed.constData());
}

void TestHttp1Limits::aHeadWithoutEndIsNotBuffered()
{
    // However much comes after the limit: the session takes it and keeps nothing.
    auto session = makeHttp1Client();
    QVERIFY(session->open({}, {}));
    const QByteArray piece(1024 * 1024, 'x');
    session->feed("HTTP/1.1 200 OK\r\nA: ", {});
    int failures = 0;
    for (int i = 0; i < 50; ++i) {
        session->feed(piece, {});
        failures += int(session->takeEvents().size() > 1);
    }
    QCOMPARE(failures, 1);
    QVERIFY(!session->isReusable());
}

void TestHttp1Limits::request_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray line = "POST / HTTP/1.1\r\nHost: a\r\n";
    QTest::newRow("head") << line + "A: " + QByteArray(1024 * 1024, 'x')
                          << QByteArray("HTTP/1.1 431 ");
    QTest::newRow("fields") << line + fields(1000) << QByteArray("HTTP/1.1 431 ");
    QTest::newRow("chunk line") << line + "Transfer-Encoding: chunked\r\n\r\n" +
                                       QByteArray(17'000, '0')
                                << QByteArray("HTTP/1.1 400 ");
}

void TestHttp1Limits::request()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, answer);
    auto session = makeHttp1Server();
    session->feed(input, {});
    Http1Transcript transcript;
    transcript.add(session->takeEvents());
    QCOMPARE(transcript.lines().last(), QByteArray("session limit-exceeded"));
    QByteArray out;
    std::vector<SentMark> marks;
    QVERIFY(session->drain(out, marks));
    QVERIFY(out.startsWith(answer));
    QVERIFY(!session->isReusable());
}

QTEST_APPLESS_MAIN(TestHttp1Limits)
#include "tst_http1_limits.moc"

// What the client's session writes: heads, their framing, content as it comes, and the marks of
// where each of them stood.
#include "http1_play.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;
using namespace sonde::wire::test;

class TestHttp1ClientWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeadIsWrittenAsGiven();
    void framingFieldsAreAdded_data();
    void framingFieldsAreAdded();
    void wrongRequestsAreRefused_data();
    void wrongRequestsAreRefused();
    void chunkedUpload();
    void marksStandWhereThingsEnd();
    void marksOfChunkedContent();
    void drainKeepsToItsLimit();
    void uploadRefills();
    void continueThenContent();
    void earlyResponse();
    void earlyResponseToWholeRequest();
    void tooMuchContent();
    void tooLittleContent();
    void trailersNeedChunked();
    void trailersCannotSmuggle();
};

void TestHttp1ClientWriting::theHeadIsWrittenAsGiven()
{
    Play play;
    RequestHead request = head("PATCH", {{"hOsT", "a.test"}, {"X", "1"}, {"x", ""}, {"X", " 3 "}});
    request.target = "/a?b=%20";
    const StreamId stream = play.open(request);
    QCOMPARE(play.drain(),
             QByteArray("PATCH /a?b=%20 HTTP/1.1\r\nhOsT: a.test\r\nX: 1\r\nx:\r\nX:  3 \r\n\r\n"));
    QVERIFY(play.session->takeSentFields(StreamId{7}).isEmpty());
    QCOMPARE(play.session->takeSentFields(stream), request.headers);
    QVERIFY(play.session->takeSentFields(stream).isEmpty());
}

void TestHttp1ClientWriting::framingFieldsAreAdded_data()
{
    QTest::addColumn<int>("minor");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, int minor, const char *field, ContentLength::Kind kind,
                        const char *expected) {
        QTest::newRow(name) << minor << QByteArray(field) << int(kind) << QByteArray(expected);
    };
    using Kind = ContentLength::Kind;
    row("none", 1, "", Kind::None, "\r\n");
    row("known", 1, "", Kind::Known, "Content-Length: 3\r\n\r\nabc");
    row("known 1.0", 0, "", Kind::Known, "Content-Length: 3\r\n\r\nabc");
    row("known, field given", 1, "content-length: 3", Kind::Known, "content-length: 3\r\n\r\nabc");
    row("unknown", 1, "", Kind::Unknown, "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    row("unknown, coding given", 1, "transfer-encoding: gzip, Chunked", Kind::Unknown,
        "transfer-encoding: gzip, Chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    row("unknown, length given", 1, "Content-Length: 3", Kind::Unknown,
        "Content-Length: 3\r\n\r\nabc");
    row("known, but chunked given", 1, "Transfer-Encoding: chunked", Kind::Known,
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    row("none, but chunked given", 1, "Transfer-Encoding: chunked", Kind::None,
        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("none, length 0 given", 1, "Content-Length: 0", Kind::None, "Content-Length: 0\r\n\r\n");
}

void TestHttp1ClientWriting::framingFieldsAreAdded()
{
    QFETCH(int, minor);
    QFETCH(QByteArray, field);
    QFETCH(int, kind);
    QFETCH(QByteArray, expected);
    RequestHead request = head("POST", {});
    request.version = minor ? http::Version::Http11 : http::Version::Http10;
    if (!field.isEmpty())
        request.headers.append(field.first(field.indexOf(':')),
                               field.sliced(field.indexOf(':') + 2));
    Play play;
    const StreamId stream = play.open(request, {ContentLength::Kind(kind), kind == 1 ? 3u : 0u});
    if (kind != int(ContentLength::Kind::None))
        play.session->sendContent(stream, "abc");
    play.session->endContent(stream);
    QCOMPARE(play.drain(), "POST / HTTP/1." + QByteArray::number(minor) + "\r\n" + expected);
}

void TestHttp1ClientWriting::wrongRequestsAreRefused_data()
{
    QTest::addColumn<RequestHead>("request");
    QTest::addColumn<ContentLength>("content");
    QTest::addColumn<http::Code>("code");
    using http::Code;
    RequestHead request = head("GE T");
    QTest::newRow("method") << request << noContent << Code::MalformedMethod;
    request = head();
    request.target = "/a b";
    QTest::newRow("target with space") << request << noContent << Code::MalformedUrl;
    request.target = "/\r\nX: 1";
    QTest::newRow("target with line break") << request << noContent << Code::MalformedUrl;
    request.target = "";
    QTest::newRow("empty target") << request << noContent << Code::MalformedUrl;
    request = head();
    request.version = http::Version::Http2;
    QTest::newRow("version") << request << noContent << Code::UnsupportedVersion;
    QTest::newRow("name") << head("GET", {{"A b", "1"}}) << noContent << Code::MalformedHeader;
    QTest::newRow("value") << head("GET", {{"A", "1\r\nB: 2"}}) << noContent
                           << Code::MalformedHeader;
    request = head();
    request.version = http::Version::Http10;
    QTest::newRow("1.0, unknown length") << request << unknownLength << Code::ConflictingOptions;
    request.headers = {{"Transfer-Encoding", "chunked"}};
    QTest::newRow("1.0, chunked") << request << unknownLength << Code::ConflictingOptions;
    QTest::newRow("length too small")
        << head("PUT", {{"Content-Length", "2"}}) << known(3) << Code::ConflictingOptions;
    QTest::newRow("length without content")
        << head("PUT", {{"Content-Length", "2"}}) << noContent << Code::ConflictingOptions;
    QTest::newRow("length is none")
        << head("PUT", {{"Content-Length", "two"}}) << known(3) << Code::ConflictingOptions;
    QTest::newRow("length and coding")
        << head("PUT", {{"Content-Length", "3"}, {"Transfer-Encoding", "chunked"}}) << known(3)
        << Code::ConflictingOptions;
    QTest::newRow("last coding") << head("PUT", {{"Transfer-Encoding", "chunked, gzip"}})
                                 << unknownLength << Code::ConflictingOptions;
}

void TestHttp1ClientWriting::wrongRequestsAreRefused()
{
    QFETCH(RequestHead, request);
    QFETCH(ContentLength, content);
    QFETCH(http::Code, code);
    Play play;
    const auto stream = play.session->open(request, content);
    QVERIFY(!stream);
    QCOMPARE(stream.error().code, code);
    QCOMPARE(stream.error().blame, http::Blame::Local);
    QVERIFY(stream.error().sentence.size() > 20);
    QCOMPARE(play.drain(), QByteArray());
    QCOMPARE(play.session->capacity(), 1);
}

void TestHttp1ClientWriting::chunkedUpload()
{
    Play play;
    const StreamId stream = play.open(head("POST"), unknownLength);
    QCOMPARE(play.session->contentRoom(stream), Session::queueLimit);
    play.session->sendContent(stream, "hello");
    play.session->sendContent(stream, "");
    play.session->sendContent(stream, QByteArray(17, 'x'));
    play.session->endContent(stream, {{"Digest", "q"}, {"digest", ""}});
    QCOMPARE(play.drain(),
             QByteArray("POST / HTTP/1.1\r\nHost: a.test\r\nTransfer-Encoding: chunked\r\n"
                        "\r\n5\r\nhello\r\n11\r\nxxxxxxxxxxxxxxxxx\r\n0\r\nDigest: q\r\n"
                        "digest:\r\n\r\n"));
    play.session->sendContent(stream, "after the end");
    play.session->endContent(stream);
    QCOMPARE(play.drain(), QByteArray());
    play.feed(ok);
    QVERIFY(play.session->isReusable());
}

void TestHttp1ClientWriting::marksStandWhereThingsEnd()
{
    using What = SentMark::What;
    Play play;
    for (quint32 turn = 0; turn < 2; ++turn) {
        play.marks.clear();
        const StreamId stream = play.open(head("PUT"), known(5));
        const auto start = quint64(turn) * 56;
        const QByteArray first = play.drain();
        QCOMPARE(first.size(), 51);
        QCOMPARE(play.marks.size(), 2u);
        QCOMPARE(play.marks[0].what, What::HeadStart);
        QCOMPARE(play.marks[0].position, start);
        QCOMPARE(play.marks[1].what, What::HeadEnd);
        QCOMPARE(play.marks[1].position, start + 51);
        QCOMPARE(play.marks[1].octets, 51u);
        play.session->sendContent(stream, "ab");
        (void)play.drain();
        QCOMPARE(play.marks.size(), 3u);
        QCOMPARE(play.marks[2].what, What::ContentStart);
        QCOMPARE(play.marks[2].position, start + 51);
        play.session->sendContent(stream, "cde");
        (void)play.drain();
        QCOMPARE(play.marks.size(), 4u);
        QCOMPARE(play.marks[3].what, What::ContentEnd);
        QCOMPARE(play.marks[3].position, start + 56);
        QCOMPARE(play.marks[3].octets, 5u);
        QCOMPARE(play.marks[3].wireOctets, 5u);
        QCOMPARE(play.marks[3].stream, stream);
        play.feed(ok);
    }
}

void TestHttp1ClientWriting::marksOfChunkedContent()
{
    Play play;
    const StreamId stream = play.open(head("PUT"), unknownLength);
    play.session->sendContent(stream, "abc");
    play.session->endContent(stream, {{"A", "b"}});
    const QByteArray out = play.drain();
    QCOMPARE(play.marks.size(), 4u);
    QCOMPARE(play.marks[3].what, SentMark::What::ContentEnd);
    QCOMPARE(play.marks[3].octets, 3u);
    QCOMPARE(play.marks[3].wireOctets, quint64(QByteArray("3\r\nabc\r\n0\r\nA: b\r\n\r\n").size()));
    QCOMPARE(play.marks[3].position, quint64(out.size()));
    QCOMPARE(play.marks[2].position + play.marks[3].wireOctets, play.marks[3].position);
}

void TestHttp1ClientWriting::drainKeepsToItsLimit()
{
    Play play;
    const StreamId stream = play.open(head("PUT"), known(9));
    play.session->sendContent(stream, "123456789");
    QByteArray all;
    for (int i = 0; i < 100; ++i) {
        const QByteArray piece = play.drain(7);
        QVERIFY(piece.size() <= 7);
        all += piece;
        for (const SentMark &mark : play.marks)
            QVERIFY(mark.position <= quint64(all.size()));
    }
    QVERIFY(all.endsWith("\r\n\r\n123456789"));
    QCOMPARE(play.marks.size(), 4u);
}

void TestHttp1ClientWriting::uploadRefills()
{
    Play play;
    const StreamId stream = play.open(head("PUT"), unknownLength);
    play.session->sendContent(stream, QByteArray(Session::queueLimit, 'x'));
    QCOMPARE(play.session->contentRoom(stream), 0);
    (void)play.drain(Session::queueLimit / 4);
    QCOMPARE(play.said(), QByteArrayList());
    QVERIFY(play.session->contentRoom(stream) > 0);
    (void)play.drain(Session::queueLimit / 2);
    QCOMPARE(play.said(), QByteArrayList{"content-wanted"});
    (void)play.drain();
    QCOMPARE(play.said(), QByteArrayList());
    play.session->sendContent(stream, "little");
    (void)play.drain();
    QCOMPARE(play.said(), QByteArrayList{"content-wanted"});
    play.session->sendContent(stream, "more");
    play.session->endContent(stream);
    (void)play.drain();
    QCOMPARE(play.said(), QByteArrayList());
    QCOMPARE(play.session->contentRoom(stream), 0);
}

void TestHttp1ClientWriting::continueThenContent()
{
    Play play;
    const StreamId stream =
        play.open(head("PUT", {{"Host", "a.test"}, {"Expect", "100-continue"}}), known(3));
    QVERIFY(play.drain().endsWith("\r\n\r\n"));
    play.feed("HTTP/1.1 100 Continue\r\n\r\n");
    QCOMPARE(play.said(), (QByteArrayList{"head-started", "HTTP/1.1 100 Continue wire 25"}));
    play.session->sendContent(stream, "abc");
    QCOMPARE(play.drain(), QByteArray("abc"));
    play.feed("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + ok);
    QCOMPARE(play.said(),
             (QByteArrayList{"head-started", "HTTP/1.1 103 Early Hints | Link: x wire 37",
                             "head-started", "HTTP/1.1 200 OK | Content-Length: 2 wire 38",
                             "content hi wire 2", "ended content-length"}));
    QCOMPARE(play.session->capacity(), 1);
}

void TestHttp1ClientWriting::earlyResponse()
{
    Play play;
    const StreamId stream = play.open(head("POST"), known(100));
    play.session->sendContent(stream, QByteArray(50, 'x'));
    (void)play.drain();
    (void)play.said();
    play.feed("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nn");
    // The response is not over: the upload may go on.
    QVERIFY(play.session->contentRoom(stream) > 0);
    play.session->sendContent(stream, "y");
    QCOMPARE(play.drain(), QByteArray("y"));
    (void)play.said();
    play.feed("o");
    QCOMPARE(play.said(), (QByteArrayList{"content o wire 1", "finding http1.early-response @-1",
                                          "ended content-length"}));
    QVERIFY(!play.session->isReusable());
    QCOMPARE(play.session->capacity(), 0);
    QCOMPARE(play.session->openStreams(), 0);
    QCOMPARE(play.session->contentRoom(stream), 0);
    play.session->sendContent(stream, "z");
    QCOMPARE(play.drain(), QByteArray());
}

void TestHttp1ClientWriting::earlyResponseToWholeRequest()
{
    // All of the request is queued, if not yet sent: it still goes out, and the connection lives.
    Play play;
    const StreamId stream = play.open(head("POST"), known(4));
    play.session->sendContent(stream, "abcd");
    play.feed(ok);
    QCOMPARE(play.said().last(), QByteArray("ended content-length"));
    QVERIFY(play.session->isReusable());
    (void)play.open();
    QVERIFY(play.drain().endsWith("\r\n\r\nabcdGET / HTTP/1.1\r\nHost: a.test\r\n\r\n"));
}

void TestHttp1ClientWriting::tooMuchContent()
{
    Play play;
    const StreamId stream = play.open(head("POST"), known(3));
    play.session->sendContent(stream, "ab");
    play.session->sendContent(stream, "cd");
    const QByteArrayList said = play.said();
    QCOMPARE(said.size(), 2);
    QVERIFY(said[0].startsWith("failed file-changed in send:"));
    QCOMPARE(said[1], QByteArray("session file-changed"));
    QCOMPARE(play.lastError->blame, http::Blame::Local);
    QVERIFY(!play.session->isReusable());
}

void TestHttp1ClientWriting::tooLittleContent()
{
    Play play;
    const StreamId stream = play.open(head("POST"), known(3));
    play.session->sendContent(stream, "ab");
    play.session->endContent(stream);
    const QByteArrayList said = play.said();
    QCOMPARE(said.size(), 2);
    QVERIFY(said[0].contains("after 2 of the 3 octets"));
    QVERIFY(!play.session->isReusable());
    QCOMPARE(play.session->openStreams(), 0);
}

void TestHttp1ClientWriting::trailersNeedChunked()
{
    Play play;
    const StreamId stream = play.open(head("POST"), known(2));
    play.session->sendContent(stream, "ab");
    play.session->endContent(stream, {{"A", "b"}});
    QVERIFY(play.drain().endsWith("\r\n\r\nab"));
    QCOMPARE(play.said(), QByteArrayList{"finding http1.trailers-not-sent @-1"});
}

void TestHttp1ClientWriting::trailersCannotSmuggle()
{
    Play play;
    const StreamId stream = play.open(head("POST"), unknownLength);
    play.session->endContent(stream, {{"A", "b\r\n\r\nGET / HTTP/1.1"}});
    QCOMPARE(play.said().last(), QByteArray("session malformed-header"));
    QCOMPARE(play.drain(), QByteArray());
}

QTEST_APPLESS_MAIN(TestHttp1ClientWriting)
#include "tst_http1_client_writing.moc"

// The client's session in playbooks: what goes out, what comes in, what becomes of the connection.
#include "http1_transcript.h"
#include "wire/http1.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;

namespace
{

constexpr ContentLength noContent{};
constexpr ContentLength unknownLength{ContentLength::Kind::Unknown, 0};

ContentLength known(quint64 octets)
{
    return {ContentLength::Kind::Known, octets};
}

RequestHead head(const QByteArray &method = "GET", http::Headers headers = {{"Host", "a.test"}})
{
    return {.method = method, .headers = std::move(headers)};
}

// A client session, what it sent and what it said.
class Play
{
public:
    Play()
        : session(makeHttp1Client())
    {
    }

    StreamId open(const RequestHead &request = head(), ContentLength content = noContent)
    {
        const auto stream = session->open(request, content);
        if (!stream)
            qFatal("open: %s", qPrintable(stream.error().sentence));
        return *stream;
    }
    QByteArray drain(qsizetype limit = 256 * 1024)
    {
        QByteArray out;
        (void)session->drain(out, marks, limit);
        take();
        return out;
    }
    void feed(const QByteArray &octets)
    {
        m_at += octets.size();
        session->feed(octets, trace::Stamp{m_at});
        take();
    }
    void feedEnd()
    {
        session->feedEnd(trace::Stamp{++m_at});
        take();
    }
    // The events since the last call.
    QByteArrayList said()
    {
        take();
        return std::exchange(m_transcript, Http1Transcript()).lines();
    }

    std::unique_ptr<ClientSession> session;
    std::vector<SentMark> marks;

private:
    void take()
    {
        std::vector<Event> events = session->takeEvents();
        for (const Event &event : events) {
            if (const auto *failed = std::get_if<StreamFailed>(&event))
                lastError = failed->error;
        }
        m_transcript.add(events);
    }

    Http1Transcript m_transcript;
    qint64 m_at = 0;

public:
    std::optional<http::Error> lastError;
};

const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

} // namespace

class TestHttp1Client : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestAndItsResponse();
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
    void reuse_data();
    void reuse();
    void oneRequestAtATime();
    void octetsNobodyAskedFor();
    void octetsBeforeAnyRequest();
    void abandon();
    void shutdownTakesNoMore();
    void theEnd_data();
    void theEnd();
    void idleEndIsSilent();
    void otherProtocols_data();
    void otherProtocols();
    void connectTunnel();
    void upgradeTunnel();
    void unaskedUpgrade();
    void trailersNeedChunked();
    void trailersCannotSmuggle();
};

void TestHttp1Client::aRequestAndItsResponse()
{
    Play play;
    QCOMPARE(play.session->capacity(), 1);
    const StreamId stream = play.open();
    QCOMPARE(quint32(stream), 1u);
    QCOMPARE(play.session->openStreams(), 1);
    QCOMPARE(play.drain(), QByteArray("GET / HTTP/1.1\r\nHost: a.test\r\n\r\n"));
    QCOMPARE(play.drain(), QByteArray());
    play.feed(ok);
    QCOMPARE(play.said(),
             (QByteArrayList{"head-started", "HTTP/1.1 200 OK | Content-Length: 2 wire 38",
                             "content hi wire 2", "ended content-length"}));
    QCOMPARE(play.session->openStreams(), 0);
    QCOMPARE(play.session->capacity(), 1);
    QCOMPARE(quint32(play.open()), 2u);
    play.feed(ok);
    QCOMPARE(play.said().last(), QByteArray("ended content-length"));
    QVERIFY(play.session->isReusable());
}

void TestHttp1Client::theHeadIsWrittenAsGiven()
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

void TestHttp1Client::framingFieldsAreAdded_data()
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

void TestHttp1Client::framingFieldsAreAdded()
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

void TestHttp1Client::wrongRequestsAreRefused_data()
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

void TestHttp1Client::wrongRequestsAreRefused()
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

void TestHttp1Client::chunkedUpload()
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

void TestHttp1Client::marksStandWhereThingsEnd()
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

void TestHttp1Client::marksOfChunkedContent()
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

void TestHttp1Client::drainKeepsToItsLimit()
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

void TestHttp1Client::uploadRefills()
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

void TestHttp1Client::continueThenContent()
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

void TestHttp1Client::earlyResponse()
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

void TestHttp1Client::earlyResponseToWholeRequest()
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

void TestHttp1Client::tooMuchContent()
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

void TestHttp1Client::tooLittleContent()
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

void TestHttp1Client::reuse_data()
{
    QTest::addColumn<QByteArray>("requestField");
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<bool>("reusable");
    const auto row = [](const char *name, const char *field, const char *response, bool reusable) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(response) << reusable;
    };
    row("1.1", "", "HTTP/1.1 204 No Content\r\n\r\n", true);
    row("1.1 close", "", "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", false);
    row("1.1 close in a list", "",
        "HTTP/1.1 204 N\r\nConnection: x\r\nconnection: y, Close\r\n\r\n", false);
    row("1.1 keep-alive", "", "HTTP/1.1 204 No Content\r\nConnection: keep-alive\r\n\r\n", true);
    row("1.1 both", "", "HTTP/1.1 204 N\r\nConnection: keep-alive, close\r\n\r\n", false);
    row("1.0", "", "HTTP/1.0 204 No Content\r\n\r\n", false);
    row("1.0 keep-alive", "", "HTTP/1.0 204 No Content\r\nConnection: Keep-Alive\r\n\r\n", true);
    row("we close", "close", "HTTP/1.1 204 No Content\r\n\r\n", false);
    row("chunked", "", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", true);
    row("chunked and length", "",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        false);
    row("chunked 1.0", "",
        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        false);
}

void TestHttp1Client::reuse()
{
    QFETCH(QByteArray, requestField);
    QFETCH(QByteArray, response);
    QFETCH(bool, reusable);
    Play play;
    RequestHead request = head();
    if (!requestField.isEmpty())
        request.headers.append("Connection", requestField);
    (void)play.open(request);
    play.feed(response);
    QVERIFY(play.said().last().startsWith("ended"));
    QCOMPARE(play.session->isReusable(), reusable);
    QCOMPARE(play.session->capacity(), reusable ? 1 : 0);
}

void TestHttp1Client::oneRequestAtATime()
{
    Play play;
    (void)play.open();
    QCOMPARE(play.session->capacity(), 0);
    const auto second = play.session->open(head(), noContent);
    QVERIFY(!second);
    QVERIFY(second.error().retrySafe);
    play.feed(ok);
    QVERIFY(play.session->open(head(), noContent).has_value());
}

void TestHttp1Client::octetsNobodyAskedFor()
{
    const QByteArray input = ok + "HTTP/1.1 408 Request Timeout\r\n\r\n";
    for (const auto &cut : cuttings(input.size())) {
        Play play;
        (void)play.open();
        Http1Transcript transcript;
        feedCut(*play.session, input, cut, transcript);
        QCOMPARE(transcript.lines(),
                 (QByteArrayList{"head-started", "HTTP/1.1 200 OK | Content-Length: 2 wire 38",
                                 "content hi wire 2", "ended content-length",
                                 "finding http1.unsolicited-octets @40"}));
        QVERIFY(!play.session->isReusable());
        QVERIFY(!play.session->open(head(), noContent));
    }
}

void TestHttp1Client::octetsBeforeAnyRequest()
{
    Play play;
    play.feed("220 mail.test ESMTP\r\n");
    QCOMPARE(play.said(), QByteArrayList{"finding http1.unsolicited-octets @0"});
    const auto stream = play.session->open(head(), noContent);
    QVERIFY(!stream);
    QVERIFY(stream.error().retrySafe);
}

void TestHttp1Client::abandon()
{
    Play play;
    const StreamId stream = play.open(head("POST"), unknownLength);
    play.feed("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
    (void)play.said();
    play.session->abandon(stream, 8);
    QCOMPARE(play.session->openStreams(), 0);
    QVERIFY(!play.session->isReusable());
    play.feed("defghijklm");
    play.session->sendContent(stream, "x");
    play.session->endContent(stream);
    QCOMPARE(play.drain(), QByteArray());
    play.feedEnd();
    QCOMPARE(play.said(), QByteArrayList());
}

void TestHttp1Client::shutdownTakesNoMore()
{
    Play play;
    (void)play.open();
    play.session->shutdown();
    play.feed(ok);
    QCOMPARE(play.said().last(), QByteArray("ended content-length"));
    QCOMPARE(play.session->capacity(), 0);
}

void TestHttp1Client::theEnd_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("drained");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("last"); // the failure, or the end
    const auto row = [](const char *name, const char *method, bool drained, const char *input,
                        const QByteArray &last) {
        QTest::newRow(name) << QByteArray(method) << drained << QByteArray(input) << last;
    };
    const char *nothing = ": The server closed the connection without answering the request.";
    const auto closed = [&](const char *how) {
        return "failed connection-closed in " + QByteArray(how) + nothing;
    };
    row("nothing, GET", "GET", true, "", closed("wait retry-safe"));
    row("nothing, POST", "POST", true, "", closed("wait"));
    row("nothing, POST not sent", "POST", false, "", closed("send retry-safe"));
    row("an empty line", "POST", true, "\r\n", closed("wait"));
    row("half a head", "GET", true, "HTTP/1.1 200 O",
        "failed truncated-response in receive-head: The server closed the connection inside the "
        "head, "
        "after 14 octets of it.");
    row("only an interim head", "GET", true, "HTTP/1.1 100 Continue\r\n\r\n",
        "failed truncated-response in receive-head: The server closed the connection after an "
        "interim "
        "response (1xx), without the final one.");
    row("half the content", "GET", true, "HTTP/1.1 200 OK\r\nContent-Length: 1234567\r\n\r\nabc",
        "failed truncated-response in receive-body: The server closed the connection after 3 of "
        "the "
        "1,234,567 octets of content that Content-Length announced.");
    row("inside a chunk", "GET", true,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "failed truncated-response in receive-body: The server closed the connection inside a "
        "chunk: 3 "
        "octets of content came, 2 more were expected before the next chunk.");
    row("between chunks", "GET", true,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "failed truncated-response in receive-body: The server closed the connection before the "
        "end of "
        "the chunked content: 3 octets of it came, the last chunk did not.");
    row("inside trailers", "GET", true,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\n",
        "failed truncated-response in receive-body: The server closed the connection inside the "
        "trailers, after all 0 octets of content.");
    row("close-delimited", "GET", true, "HTTP/1.1 200 OK\r\n\r\nabc", "ended close");
    row("close-delimited, empty", "GET", true, "HTTP/1.1 200 OK\r\n\r\n", "ended close");
    row("not HTTP, short", "GET", true, "OK",
        "failed malformed-response in receive-head: The server does not speak HTTP here: its "
        "answer "
        "begins with “OK” instead of HTTP/1.1.");
}

void TestHttp1Client::theEnd()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, drained);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, last);
    Play play;
    (void)play.open(head(method));
    if (drained)
        (void)play.drain();
    play.feed(input);
    play.feedEnd();
    play.feedEnd();
    QByteArrayList said = play.said();
    if (last.startsWith("failed"))
        QVERIFY(said.takeLast().startsWith("session "));
    QCOMPARE(said.last(), last);
    QVERIFY(!play.session->isReusable());
    QCOMPARE(play.session->openStreams(), 0);
}

void TestHttp1Client::idleEndIsSilent()
{
    Play play;
    (void)play.open();
    play.feed(ok);
    (void)play.said();
    play.feedEnd();
    QCOMPARE(play.said(), QByteArrayList());
    QCOMPARE(play.session->capacity(), 0);
    QVERIFY(!play.session->isReusable());
}

void TestHttp1Client::otherProtocols_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<http::Code>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("HTTP/2") << QByteArray::fromHex("000012040000000000000300000064")
                            << http::Code::UnexpectedVersion
                            << "The server speaks HTTP/2 on this port";
    QTest::newRow("TLS handshake")
        << QByteArray::fromHex("160303007a0200") << http::Code::UnexpectedVersion << "use https://";
    QTest::newRow("TLS alert") << QByteArray::fromHex("15030100020246")
                               << http::Code::UnexpectedVersion << "The server speaks TLS";
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")
                         << http::Code::MalformedResponse << "“SSH-2.0-OpenSSH_9.2p…”";
    QTest::newRow("long, no line end")
        << QByteArray(2 * 1024 * 1024, 'x') << http::Code::MalformedResponse
        << "“xxxxxxxxxxxxxxxxxxxx…”";
}

void TestHttp1Client::otherProtocols()
{
    QFETCH(QByteArray, input);
    QFETCH(http::Code, code);
    QFETCH(QString, words);
    QByteArrayList first;
    for (const auto &cut : cuttings(input.size())) {
        if (cut.size() > 100'000)
            continue;
        Play play;
        (void)play.open();
        Http1Transcript transcript;
        std::vector<Event> events;
        qsizetype at = 0;
        for (const qsizetype size : cut) {
            play.feed(input.sliced(at, size));
            at += size;
        }
        QVERIFY(play.lastError);
        QCOMPARE(play.lastError->code, code);
        QCOMPARE(play.lastError->layer, http::Layer::Http1);
        QCOMPARE(play.lastError->phase, http::Phase::ReceiveHead);
        QVERIFY2(play.lastError->sentence.contains(words), qPrintable(play.lastError->sentence));
        const QByteArrayList said = play.said();
        if (first.isEmpty())
            first = said;
        QCOMPARE(said, first);
    }
}

void TestHttp1Client::connectTunnel()
{
    Play play;
    RequestHead request = head("CONNECT");
    request.target = "b.test:443";
    const StreamId stream = play.open(request);
    QCOMPARE(play.drain(), QByteArray("CONNECT b.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n"));
    QCOMPARE(play.session->contentRoom(stream), 0);
    play.feed("HTTP/1.1 200 Connected\r\nContent-Length: 3\r\n\r\nServer speaks first");
    QCOMPARE(play.said(), (QByteArrayList{"head-started", "finding http1.framing-ignored @24",
                                          "HTTP/1.1 200 Connected | Content-Length: 3 wire 45",
                                          "content Server speaks first wire 19"}));
    QVERIFY(play.session->contentRoom(stream) > 0);
    play.session->sendContent(stream, "raw");
    QCOMPARE(play.drain(), QByteArray("raw"));
    (void)play.said();
    play.feedEnd();
    QCOMPARE(play.said(), QByteArrayList{"ended close"});
    QVERIFY(!play.session->isReusable());

    Play refused;
    (void)refused.open(request);
    refused.feed("HTTP/1.1 407 Auth\r\nContent-Length: 3\r\n\r\nabc");
    QCOMPARE(refused.said().last(), QByteArray("ended content-length"));
    QVERIFY(refused.session->isReusable());
}

void TestHttp1Client::upgradeTunnel()
{
    Play play;
    const StreamId stream =
        play.open(head("GET", {{"Host", "a"}, {"Upgrade", "x"}, {"Connection", "upgrade"}}));
    (void)play.drain();
    play.feed("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n\x01\x02");
    QCOMPARE(play.said(),
             (QByteArrayList{"head-started", "HTTP/1.1 101 Switching | Upgrade: x wire 38",
                             "content \x01\x02 wire 2"}));
    play.session->sendContent(stream, "\x03");
    QCOMPARE(play.drain(), QByteArray("\x03"));
}

void TestHttp1Client::unaskedUpgrade()
{
    Play play;
    (void)play.open();
    play.feed("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n");
    QVERIFY(play.said().contains("finding http1.unasked-upgrade @-1"));
}

void TestHttp1Client::trailersNeedChunked()
{
    Play play;
    const StreamId stream = play.open(head("POST"), known(2));
    play.session->sendContent(stream, "ab");
    play.session->endContent(stream, {{"A", "b"}});
    QVERIFY(play.drain().endsWith("\r\n\r\nab"));
    QCOMPARE(play.said(), QByteArrayList{"finding http1.trailers-not-sent @-1"});
}

void TestHttp1Client::trailersCannotSmuggle()
{
    Play play;
    const StreamId stream = play.open(head("POST"), unknownLength);
    play.session->endContent(stream, {{"A", "b\r\n\r\nGET / HTTP/1.1"}});
    QCOMPARE(play.said().last(), QByteArray("session malformed-header"));
    QCOMPARE(play.drain(), QByteArray());
}

QTEST_APPLESS_MAIN(TestHttp1Client)
#include "tst_http1_client.moc"

// The HTTP/2 conversation of a connection, from hand-made octets and from real sessions: header
// sections, verdicts on the place of frames, settings and pings.
#include "http2_talk.h"
#include "trace/head_check.h"
#include "wire/frame_payload.h"
#include "wire/http2.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sonde;
using namespace sonde::wire;
using namespace sonde::wire::test;
using trace::Direction;
using trace::Verdict;

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headerSections();
    void whoInsertedWhat();
    void tableSizeTakesEffectAtItsAcknowledgement();
    void frameSizeTakesEffectAtItsAcknowledgement();
    void settingsAndPings();
    void placeOfFrames_data();
    void placeOfFrames();
    void interimHeadsAndTrailers();
    void agreesWithTheLibrary();
    void disagreementIsLoud();
    void maskedFieldsAgree();
    void endsWellOnAnything();
    void boundsFrames();
    void readsALogAsItGrows();
};

void TestConversation::headerSections()
{
    Talk talk;
    talk.hello().sent(frame(HeadersFrame, EndStream, 1, get) +
                      frame(Continuation, 0, 1, literal("a", "b")) +
                      frame(Continuation, EndHeaders, 1, literal("c", "d")));
    talk.received(
        frame(HeadersFrame, EndHeaders, 1, status200) + data(10, 1) +
        frame(Data, EndStream | Padded, 1, QByteArray(1, '\2') + "abc" + QByteArray(2, '\0')));
    const auto &result = talk.result();
    QCOMPARE(result.blocks.size(), size_t(2));
    const auto &request = result.blocks[0];
    QCOMPARE(request.stream, quint32(1));
    QCOMPARE(request.firstFrame, quint64(4));
    QCOMPARE(request.lastFrame, quint64(6));
    QCOMPARE(request.fields.size(), size_t(5));
    QCOMPARE(request.headers(),
             (http::Headers{
                 {":method", "GET"}, {":scheme", "http"}, {":path", "/"}, {"a", "b"}, {"c", "d"}}));
    for (const quint64 number : {4, 5, 6})
        QCOMPARE(result.frames[size_t(number)].block, std::optional<quint64>(0));
    QCOMPARE(trace::framesOf(result, 1), (std::vector<quint64>{4, 5, 6, 7, 8, 9}));
    QCOMPARE(trace::framesOf(result, 0).size(), size_t(4));
    QCOMPARE(trace::blocksOf(result, 1, Direction::Received), std::vector<quint64>{1});
    // Content is placed in its message, padding is not content.
    QVERIFY(result.frames[8].payload == trace::FramePayload(trace::DataPayload{0, 10}));
    QVERIFY(result.frames[9].payload == trace::FramePayload(trace::DataPayload{10, 3}));
    for (const auto &each : result.frames)
        QCOMPARE(each.verdict, Verdict{});
}

void TestConversation::whoInsertedWhat()
{
    Talk talk;
    const auto entry = QByteArray::fromHex("400a637573746f6d2d6b65790d637573746f6d2d686561646572");
    talk.hello().sent(frame(HeadersFrame, EndHeaders | EndStream, 1, get + entry));
    talk.sent(frame(HeadersFrame, EndHeaders | EndStream, 3, get + QByteArray::fromHex("be")));
    const auto &result = talk.result();
    const auto &field = result.blocks[1].fields.at(3);
    QCOMPARE(field.index, quint32(62));
    QCOMPARE(field.wireOctets, quint32(1));
    const auto &inserted = result.hpackOf(Direction::Sent).entries.at(size_t(*field.refersTo));
    QCOMPARE(inserted.name, QByteArray("custom-key"));
    QCOMPARE(result.blocks[size_t(inserted.block)].stream, quint32(1));
    QCOMPARE(trace::tableAt(result, Direction::Sent, 3).size, quint64(0));
    QCOMPARE(trace::tableAt(result, Direction::Sent, 4).size, quint64(55));
    QCOMPARE(trace::tableAt(result, Direction::Received, 5).size, quint64(0));
}

void TestConversation::tableSizeTakesEffectAtItsAcknowledgement()
{
    const auto shrunk = QByteArray::fromHex("20"); // the table holds nothing from here on
    Talk late;
    late.sent(preface + frame(Settings, 0, 0)).received(setting(1, 0));
    // Before the acknowledgement nothing is owed.
    late.sent(frame(HeadersFrame, EndHeaders | EndStream, 1, get) + ack +
              frame(HeadersFrame, EndHeaders | EndStream, 3, shrunk + get));
    QCOMPARE(late.result().blocks[0].verdict, Verdict{});
    QCOMPARE(late.result().blocks[1].verdict, Verdict{});
    QCOMPARE(late.result().blocks[1].after.ceiling, quint64(0));
    Talk silent;
    silent.sent(preface + frame(Settings, 0, 0)).received(setting(1, 0));
    silent.sent(ack + frame(HeadersFrame, EndHeaders | EndStream, 1, get));
    QVERIFY(silent.result().blocks[0].verdict.isViolation());
    QCOMPARE(silent.last().verdict.code, quint32(9));
}

void TestConversation::frameSizeTakesEffectAtItsAcknowledgement()
{
    Talk talk;
    talk.sent(preface + frame(Settings, 0, 0)).received(setting(5, 20'000));
    talk.sent(ack + frame(HeadersFrame, EndHeaders, 1, get) + data(20'000, 1));
    QCOMPARE(talk.last().verdict, Verdict{});
    talk.sent(data(20'001, 1));
    QCOMPARE(talk.last().verdict.section, QByteArray("RFC 9113 section 4.2"));
    QCOMPARE(talk.result().unreadableFrom[size_t(Direction::Sent)],
             std::optional<quint64>(talk.last().offset));
    QVERIFY(!talk.result().unreadableFrom[size_t(Direction::Received)]);
}

void TestConversation::settingsAndPings()
{
    Talk talk;
    talk.sent(preface + setting(4, 100'000));             // 1
    talk.received(setting(3, 7) + setting(5, 32'768));    // 2
    talk.sent(ack + frame(test::Ping, 0, 0, "abcdefgh")); // 3
    talk.received(ack);                                   // 4
    talk.received(frame(test::Ping, 0, 0, "12345678"));   // 5
    talk.received(frame(test::Ping, Ack, 0, "abcdefgh")); // 6
    talk.sent(frame(test::Ping, Ack, 0, "12345678"));     // 7
    const auto settings = trace::settingsHistory(talk.result());
    QCOMPARE(settings.size(), size_t(3));
    QCOMPARE(settings[0],
             (trace::SettingsRound{Direction::Sent, 0, 5, {1}, trace::Stamp{4}, {{4, 100'000}}}));
    QCOMPARE(settings[1],
             (trace::SettingsRound{Direction::Received, 1, 3, {2}, trace::Stamp{3}, {{3, 7}}}));
    QCOMPARE(settings[2].acknowledgement, std::nullopt);
    const auto pings = trace::pingRounds(talk.result());
    QCOMPARE(pings.size(), size_t(2));
    using std::chrono::nanoseconds;
    QCOMPARE(pings[0], (trace::PingRound{Direction::Sent, 4, 7, std::optional(nanoseconds(3))}));
    QCOMPARE(pings[1],
             (trace::PingRound{Direction::Received, 6, 8, std::optional(nanoseconds(2))}));
}

void TestConversation::placeOfFrames_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("section");
    const auto request = frame(HeadersFrame, EndHeaders | EndStream, 1, get);
    const auto response = frame(HeadersFrame, EndHeaders, 1, status200);
    const auto good = int(Verdict::Kind::Ok);
    const auto bad = int(Verdict::Kind::Violation);
    const auto idle = int(Verdict::Kind::Ignored);
    const auto add = [](const char *name, const QByteArray &out, const QByteArray &in, int kind,
                        const char *section) {
        QTest::newRow(name) << out << in << kind << QByteArray(section);
    };
    add("a whole exchange", request, response + data(3, 1, EndStream), good, "");
    add("window update after the end", request, response + data(3, 1, EndStream) + grow(1, 5), good,
        "");
    add("PRIORITY of a stream not opened", request, frame(2, 0, 9, QByteArray(5, '\0')), idle,
        "RFC 9113 section 5.3.2");
    add("CONTINUATION out of nowhere", request, frame(Continuation, EndHeaders, 1, "a"), bad,
        "RFC 9113 section 6.10");
    add("another stream inside a header section", request,
        frame(HeadersFrame, 0, 1, status200) + data(1, 1), bad, "RFC 9113 section 6.10");
    add("a connection frame inside a header section", request,
        frame(HeadersFrame, 0, 1, status200) + ack, bad, "RFC 9113 section 6.10");
    add("CONTINUATION of another stream", request,
        frame(HeadersFrame, 0, 1, status200) + frame(Continuation, EndHeaders, 3), bad,
        "RFC 9113 section 6.10");
    add("a response to nothing", request, frame(HeadersFrame, EndHeaders, 3, status200), bad,
        "RFC 9113 section 5.1");
    add("content for nothing", request, data(1, 3), bad, "RFC 9113 section 5.1");
    add("a reset of nothing", request, frame(RstStream, 0, 3, number32(8)), bad,
        "RFC 9113 section 5.1");
    add("a window for nothing", request, grow(3, 1), bad, "RFC 9113 section 5.1");
    add("content before the head", request, data(1, 1), bad, "RFC 9113 section 8.1");
    add("content after the end", request, response + data(1, 1, EndStream) + data(1, 1), bad,
        "RFC 9113 section 5.1");
    add("head after the end", request, response + data(1, 1, EndStream) + response, bad,
        "RFC 9113 section 5.1");
    add("after its own reset", request, response + frame(RstStream, 0, 1, number32(8)) + data(1, 1),
        bad, "RFC 9113 section 5.1");
    add("crossing our reset", request + frame(RstStream, 0, 1, number32(8)), response, idle,
        "RFC 9113 section 5.1");
    add("trailers that do not end", request, response + data(1, 1) + response, bad,
        "RFC 9113 section 8.1");
    add("streams out of order", frame(HeadersFrame, EndHeaders | EndStream, 3, get) + request, "",
        bad, "RFC 9113 section 5.1.1");
    add("GOAWAY that grows", request,
        frame(GoAwayFrame, 0, 0, number32(1) + number32(0)) +
            frame(GoAwayFrame, 0, 0, number32(3) + number32(0)),
        bad, "RFC 9113 section 6.8");
    add("GOAWAY that shrinks", request,
        frame(GoAwayFrame, 0, 0, number32(5) + number32(0)) +
            frame(GoAwayFrame, 0, 0, number32(1) + number32(0)),
        good, "");
    add("a promise", request, frame(PushPromise, EndHeaders, 1, number32(2) + get), good, "");
    add("a promised response", request,
        frame(PushPromise, EndHeaders, 1, number32(2) + get) +
            frame(HeadersFrame, EndHeaders, 2, status200),
        good, "");
    add("a pushed response that was not promised", request,
        frame(HeadersFrame, EndHeaders, 2, status200), bad, "RFC 9113 section 5.1");
    add("a block that cannot be decoded", request, frame(HeadersFrame, EndHeaders, 1, "\x80"), bad,
        "RFC 9113 section 4.3");
}

void TestConversation::placeOfFrames()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, received);
    QFETCH(int, kind);
    Talk talk;
    talk.hello().sent(sent).received(received);
    const auto &frames = talk.result().frames;
    QCOMPARE(int(frames.back().verdict.kind), kind);
    QTEST(frames.back().verdict.section, "section");
    QCOMPARE(frames.back().verdict.sentence.isEmpty(), kind == int(Verdict::Kind::Ok));
    // Nothing before it is to blame.
    for (size_t i = 0; i + 1 < frames.size(); ++i)
        QVERIFY(!frames[i].verdict.isViolation());
    Talk noPush;
    noPush.sent(preface + setting(2, 0)).received(frame(Settings, 0, 0) + ack).sent(ack);
    noPush.sent(frame(HeadersFrame, EndHeaders | EndStream, 1, get));
    noPush.received(frame(PushPromise, EndHeaders, 1, number32(2) + get));
    QCOMPARE(noPush.last().verdict.section, QByteArray("RFC 9113 section 8.4"));
}

void TestConversation::interimHeadsAndTrailers()
{
    Talk talk;
    talk.hello().sent(frame(HeadersFrame, EndHeaders | EndStream, 1, get));
    talk.received(frame(HeadersFrame, EndHeaders, 1, literal(":status", "103")) +
                  frame(HeadersFrame, EndHeaders, 1, literal(":status", "100")) +
                  frame(HeadersFrame, EndHeaders, 1, status200) + data(1, 1) +
                  frame(HeadersFrame, EndHeaders | EndStream, 1, literal("t", "v")));
    for (const auto &each : talk.result().frames)
        QCOMPARE(each.verdict, Verdict{});
    QCOMPARE(trace::blocksOf(talk.result(), 1, Direction::Received).size(), size_t(4));
}

// Real sessions talk; what their events say must stand in the octets as we read them.
void TestConversation::agreesWithTheLibrary()
{
    const auto client = makeHttp2Client({.streamWindow = 3000, .connectionWindow = 70'000});
    const auto server = makeHttp2Server();
    ConversationReader reader;
    QRandomGenerator random(11);
    std::map<quint32, trace::ExchangeState> exchanges;
    const auto answer = [&](StreamId stream) {
        http::ResponseHead head{.version = http::Version::Http2, .status = 200};
        for (int i = random.bounded(20); i > 0; --i)
            head.headers.append("x-" + QByteArray::number(random.bounded(6)),
                                QByteArray(random.bounded(3000), char('a' + i)));
        if (random.bounded(3) == 0)
            server->sendHead(stream, {.version = http::Version::Http2, .status = 103}, {});
        server->sendHead(stream, head, {ContentLength::Kind::Unknown});
        server->sendContent(stream, QByteArray(random.bounded(9000), 'c'));
        server->endContent(stream, {{"t", "v"}});
    };
    qint64 now = 0;
    const auto pass = [&](Session &from, Session &to, Direction direction) {
        QByteArray octets;
        std::vector<SentMark> marks;
        (void)from.drain(octets, marks);
        if (octets.isEmpty())
            return false;
        reader.take({.at = {++now}, .direction = direction, .octets = octets});
        to.feed(octets, {now});
        for (auto &event : to.takeEvents()) {
            if (auto *end = std::get_if<MessageEnded>(&event); end && &to == server.get())
                answer(end->stream);
            if (auto *head = std::get_if<ResponseHeadReceived>(&event)) {
                auto &state = exchanges[quint32(head->stream)];
                head->head.isInterim() ? state.interim.push_back(head->head)
                                       : void(state.response = head->head);
            }
            if (auto *content = std::get_if<ContentReceived>(&event))
                to.consume(content->stream, content->octets.size());
            if (auto *trailers = std::get_if<TrailersReceived>(&event))
                exchanges[quint32(trailers->stream)].trailers = trailers->trailers;
        }
        return true;
    };
    for (int i = 0; i < 40; ++i) {
        RequestHead head{.authority = "a.test", .target = "/" + QByteArray::number(i)};
        head.headers.append("accept", "*/*");
        const auto stream = client->open(head, {});
        QVERIFY(stream);
        auto &state = exchanges[quint32(*stream)];
        state.streamId = quint32(*stream);
        state.sentHeaders = client->takeSentFields(*stream);
        if (random.bounded(2))
            continue;
        while (pass(*client, *server, Direction::Sent) ||
               pass(*server, *client, Direction::Received)) {
        }
    }
    while (pass(*client, *server, Direction::Sent) || pass(*server, *client, Direction::Received)) {
    }
    const auto &result = reader.conversation();
    for (const auto &each : result.frames)
        QCOMPARE(each.verdict, Verdict{});
    QVERIFY(std::ranges::any_of(
        result.frames, [](const auto &each) { return each.is(trace::FrameType::Continuation); }));
    QCOMPARE(exchanges.size(), size_t(40));
    for (const auto &[id, state] : exchanges) {
        QVERIFY(state.response);
        QCOMPARE(trace::checkHeads(state, result), std::vector<trace::Finding>{});
    }
    QVERIFY(result.hpackOf(Direction::Sent).saved() > 0.5);
}

void TestConversation::disagreementIsLoud()
{
    Talk talk;
    talk.hello().sent(frame(HeadersFrame, EndHeaders | EndStream, 1, get));
    talk.received(frame(HeadersFrame, EndHeaders | EndStream, 1, status200 + literal("a", "b")));
    trace::ExchangeState state{.streamId = 1};
    state.sentHeaders = {{":method", "GET"}, {":scheme", "http"}, {":path", "/"}};
    state.response = http::ResponseHead{.version = http::Version::Http2, .status = 200};
    state.response->headers.append("a", "b");
    QCOMPARE(trace::checkHeads(state, talk.result()), std::vector<trace::Finding>{});
    state.response->headers.append("c", "d");
    auto findings = trace::checkHeads(state, talk.result());
    QCOMPARE(findings.size(), size_t(1));
    QCOMPARE(findings[0].rule, QByteArray("http2.readers-disagree"));
    QVERIFY(findings[0].sentence.contains(QStringLiteral("c: d")));
    state.sentHeaders.set(":path", "/x");
    state.trailers.append("t", "v");
    findings = trace::checkHeads(state, talk.result());
    QCOMPARE(findings.size(), size_t(3));
    QVERIFY(findings[2].sentence.contains(QStringLiteral("not in the recorded octets")));
    state.findings.push_back({.rule = "http2.field-ignored"});
    QCOMPARE(trace::checkHeads(state, talk.result()).size(), size_t(1));
    QVERIFY(trace::checkHeads({}, talk.result()).empty());
}

void TestConversation::maskedFieldsAgree()
{
    const auto same = [](const QByteArray &head, const QByteArray &octets) {
        return trace::isSameField({"cookie", head},
                                  trace::WireField{.name = "cookie", .value = octets});
    };
    QVERIFY(same("sid=1", "sid=1"));
    QVERIFY(!same("sid=1", "sid=2"));
    QVERIFY(same("sid=***; b=***", "sid=*; b=*******"));
    QVERIFY(same("sid=***; b=***", "*********"));
    QVERIFY(!same("sid=***; b=***", "sid=*; c=*******"));
    QVERIFY(!same("sid=1", "*****")); // masked on one side alone
    QVERIFY(!trace::isSameField({"a", "***"}, trace::WireField{.name = "b", .value = "****"}));
}

void TestConversation::endsWellOnAnything()
{
    QRandomGenerator random(12);
    for (int round = 0; round < 3000; ++round) {
        Talk talk;
        talk.hello();
        const size_t before = talk.result().frames.size();
        const int frames = random.bounded(20);
        for (int i = 0; i < frames; ++i) {
            QByteArray payload;
            for (int j = random.bounded(12); j > 0; --j)
                payload += char(random.bounded(2) ? random.bounded(8) : random.bounded(256));
            const auto octets = frame(quint8(random.bounded(12)), quint8(random.bounded(64)),
                                      random.bounded(6u), payload);
            random.bounded(2) ? talk.sent(octets) : talk.received(octets);
        }
        QCOMPARE(talk.result().frames.size(), before + size_t(frames));
        (void)trace::windowLedger(talk.result());
        (void)trace::stalls(talk.result());
        (void)trace::settingsHistory(talk.result());
        (void)trace::pingRounds(talk.result());
    }
}

void TestConversation::boundsFrames()
{
    Talk talk;
    talk.hello().received(frame(0x50, 0, 0).repeated(qsizetype(ConversationReader::maxFrames)));
    QCOMPARE(talk.result().frames.size(), ConversationReader::maxFrames);
    QVERIFY(talk.result().isCut);
    // A header section in very many frames is given up, and what follows it is not guessed at.
    Talk large;
    large.hello().sent(frame(HeadersFrame, EndHeaders | EndStream, 1, get) +
                       frame(HeadersFrame, EndHeaders | EndStream, 3, get));
    large.received(frame(HeadersFrame, 0, 1, status200));
    for (qsizetype octets = 0; octets <= ConversationReader::maxBlockOctets; octets += 16'000)
        large.received(frame(Continuation, 0, 1, QByteArray(16'000, char(0x88))));
    large.received(frame(Continuation, EndHeaders, 1) +
                   frame(HeadersFrame, EndHeaders, 3, status200));
    const auto &blocks = large.result().blocks;
    QCOMPARE(blocks.size(), size_t(4));
    QCOMPARE(blocks[2].verdict.section, QByteArray("RFC 9113 section 10.5.1"));
    QVERIFY(blocks[3].verdict.isViolation());
}

void TestConversation::readsALogAsItGrows()
{
    trace::ByteLog log(4000);
    ConversationReader reader;
    QVERIFY(!reader.readOn(log));
    log.append(Direction::Sent, {1},
               preface + frame(Settings, 0, 0) +
                   frame(HeadersFrame, EndHeaders | EndStream, 1, get));
    QVERIFY(reader.readOn(log));
    QCOMPARE(reader.conversation().frames.size(), size_t(2));
    const auto head = frame(Settings, 0, 0) + frame(HeadersFrame, EndHeaders, 1, status200);
    const auto content = data(1000, 1, EndStream);
    const std::vector<trace::ByteLog::Gap> gap{{quint32(head.size() + 9), 600}};
    log.append(Direction::Received, {2}, head + content.first(609), gap);
    QVERIFY(reader.readOn(log));
    QVERIFY(!reader.readOn(log));
    QCOMPARE(reader.conversation().frames.size(), size_t(4));
    const auto &coming = reader.conversation().unfinished[size_t(Direction::Received)];
    QVERIFY(coming);
    QCOMPARE(coming->length, quint32(1000));
    const std::vector<trace::ByteLog::Gap> rest{{0, 400}};
    log.append(Direction::Received, {3}, content.sliced(609), rest);
    QVERIFY(reader.readOn(log));
    QCOMPARE(reader.conversation().frames.size(), size_t(5));
    QVERIFY(!reader.conversation().unfinished[size_t(Direction::Received)]);
    QCOMPARE(reader.conversation().frames[4].ended, trace::Stamp{3});
    log.append(Direction::Received, {4}, QByteArray(5000, 'x'));
    QVERIFY(reader.readOn(log));
    QVERIFY(reader.conversation().truncation);
    QVERIFY(!reader.readOn(log));
}

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"

// An inspector must tell the truth: a server sends octets that the test knows, one step after the
// other, and the record of the connection must hold exactly those, at the moments when they went.
#include "connection_fixture.h"
#include "tests/wire/http2_pair.h"
#include "trace/head_check.h"
#include "trace/http1_record.h"
#include "wire/conversation_reader.h"

#include <QTest>

using namespace sonde;
using namespace sonde::testing;
using trace::Direction;
using wire::test::frame;
using wire::test::literal;
using wire::test::number32;

namespace
{

const QByteArray entry =
    QByteArray::fromHex("400a637573746f6d2d6b65790d637573746f6d2d686561646572");

// The octets of one direction, what was left out filled in from `content`.
QByteArray wholeOf(const trace::ByteLog &log, Direction direction, QByteArrayView content)
{
    QByteArray result;
    trace::ByteLog::Cursor cursor;
    for (;;) {
        const auto pieces = log.read(cursor);
        if (pieces.empty())
            return result + content.toByteArray(); // nothing should be left
        for (const auto &piece : pieces) {
            if (piece.direction != direction)
                continue;
            if (piece.offset != quint64(result.size()))
                return "an offset is wrong";
            result += piece.octets;
            result += content.first(qsizetype(piece.elided));
            content = content.sliced(qsizetype(piece.elided));
        }
    }
}

QByteArrayList listed(const trace::Conversation &conversation, Direction direction)
{
    QByteArrayList lines;
    for (const auto &each : conversation.frames) {
        if (each.direction == direction)
            lines.append(trace::frameTypeName(each.type) + " " + QByteArray::number(each.stream) +
                         " [" + trace::frameFlagNames(each.type, each.flags).join(' ') + "] " +
                         QByteArray::number(each.length) + " @" + QByteArray::number(each.offset));
    }
    return lines;
}

QByteArrayList ledgerOf(const trace::Conversation &conversation, Direction direction,
                        quint32 stream)
{
    QByteArrayList lines;
    for (const auto &change : trace::windowLedger(conversation)) {
        if (change.direction == direction && change.stream == stream)
            lines.append(QByteArray::number(change.value));
    }
    return lines;
}

struct Known {
    trace::Stamp before; // the server was about to send
    trace::Stamp after;  // and the client had it
};

} // namespace

class TestTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(m_connections.areGone()); }

    void http2_data() { versions(); }
    void http2();
    void http2Upload_data() { versions(); }
    void http2Upload();
    void http1_data() { versions(); }
    void http1();
    void http1UntilClose();
    void whatIsNoHttp2();

private:
    static void versions()
    {
        QTest::addColumn<bool>("secure");
        QTest::newRow("clear") << false;
        QTest::newRow("tls") << true;
    }
    std::unique_ptr<ScriptedServer> serve(bool secure, const QByteArray &alpn)
    {
        const auto keep = [](Peer &) {};
        return secure ? std::make_unique<ScriptedServer>(ServerTls{.alpn = {alpn}}, keep)
                      : std::make_unique<ScriptedServer>(keep);
    }
    static Known send(Peer &peer, const QByteArray &octets, const std::function<bool()> &arrived)
    {
        Known known;
        known.before = trace::now();
        peer.send(octets);
        if (!spinUntil(arrived))
            qFatal("what was sent did not arrive");
        known.after = trace::now();
        return known;
    }
    static void read(wire::ConversationReader &reader, const trace::ByteLog &log)
    {
        while (reader.readOn(log)) {
        }
    }
    static void finish(std::shared_ptr<net::OpenConnection> &connection, RecordingOwner &owner)
    {
        owner.connection.reset();
        connection->close(QStringLiteral("the test is over"), {});
        connection.reset();
    }

    Connections m_connections;
};

void TestTruth::http2()
{
    QFETCH(bool, secure);
    using namespace wire::test;
    const auto server = serve(secure, "h2");
    auto connection = secure ? m_connections.tls(*server) : m_connections.h2c(*server);
    const auto &log = connection->trace()->log();
    const auto received = [&] { return log.octets(Direction::Received); };
    RecordingOwner owner;
    QVERIFY(owner.openOn(connection, getHead("localhost", "/", secure ? "https" : "http")));
    const auto sent = connection->takeSentFields(owner.stream);
    QVERIFY(spinUntil([&] { return !server->peers().empty(); }));
    auto &peer = *server->peers()[0];
    QVERIFY(spinUntil([&] { return peer.received().size() > 60; }));

    // What the server says, step by step.
    const QByteArray opening =
        frame(Settings, 0, 0, QByteArray::fromHex("00010000006400040000ffff")) +
        frame(Settings, Ack, 0);
    const QByteArray head = frame(HeadersFrame, 0, 1, status200 + entry) +
                            frame(Continuation, EndHeaders, 1, literal("a", "b"));
    const QByteArray first = frame(Data, 0, 1, QByteArray(1000, '1'));
    const QByteArray second =
        frame(Data, Padded, 1, QByteArray(1, '\7') + "hello" + QByteArray(7, '\0')) +
        frame(wire::test::Ping, 0, 0, "12345678");
    const QByteArray end = frame(0x77, 0xff, 1, "?") +
                           frame(HeadersFrame, EndHeaders | EndStream, 1,
                                 literal("t", "v") + QByteArray::fromHex("be")) +
                           frame(GoAwayFrame, 0, 0, number32(1) + number32(0) + "bye");
    quint64 said = 0;
    std::vector<Known> steps;
    for (const auto &step : {opening, head, first, second, end}) {
        said += quint64(step.size());
        steps.push_back(send(peer, step, [&] { return received() == said; }));
    }
    QVERIFY(spinUntil([&] { return owner.isOver(); }));
    QCOMPARE(owner.end, trace::End::EndStream);
    QVERIFY(
        spinUntil([&] { return quint64(peer.received().size()) == log.octets(Direction::Sent); }));

    // Octets: all of them, and those that went out are those that came in.
    QCOMPARE(wholeOf(log, Direction::Received, QByteArray(1000, '1') + "hello"),
             opening + head + first + second + end);
    QCOMPARE(wholeOf(log, Direction::Sent, {}), peer.received());

    // Frames.
    wire::ConversationReader reader;
    read(reader, log);
    const auto &conversation = reader.conversation();
    QCOMPARE(
        listed(conversation, Direction::Received),
        (QByteArrayList{"SETTINGS 0 [] 12 @0", "SETTINGS 0 [ACK] 0 @21", "HEADERS 1 [] 27 @30",
                        "CONTINUATION 1 [END_HEADERS] 5 @66", "DATA 1 [] 1000 @80",
                        "DATA 1 [PADDED] 13 @1089", "PING 0 [] 8 @1111",
                        "TYPE_0x77 1 [0x1 0x2 0x4 0x8 0x10 0x20 0x40 0x80] 1 @1128",
                        "HEADERS 1 [END_STREAM END_HEADERS] 6 @1138", "GOAWAY 0 [] 11 @1153"}));
    for (const auto &each : conversation.frames)
        QVERIFY2(!each.verdict.isViolation(), qPrintable(each.verdict.sentence));

    // Moments: between the server's send and the client's knowledge of it.
    std::vector<const trace::Frame *> came;
    for (const auto &each : conversation.frames) {
        if (each.direction == Direction::Received)
            came.push_back(&each);
    }
    const std::vector<size_t> stepOf{0, 0, 1, 1, 2, 3, 3, 4, 4, 4};
    for (size_t i = 0; i < came.size(); ++i) {
        QVERIFY(came[i]->at >= steps[stepOf[i]].before);
        QVERIFY(came[i]->ended <= steps[stepOf[i]].after);
    }
    QCOMPARE(came[5]->ended, owner.stamps.back()); // the record and the engine have one clock

    // Header compression.
    const auto &blocks = conversation.blocks;
    const auto responses = trace::blocksOf(conversation, 1, Direction::Received);
    QCOMPARE(responses.size(), size_t(2));
    const auto &response = blocks[size_t(responses[0])];
    QCOMPARE(response.wireOctets, quint64(1 + entry.size() + 5));
    QCOMPARE(response.after, (trace::HpackTable{.inserted = 1, .size = 55}));
    const auto &reference = blocks[size_t(responses[1])].fields.at(1);
    QCOMPARE(reference.index, quint32(62));
    QCOMPARE(reference.value, QByteArray("custom-header"));
    const auto &kept = conversation.hpackOf(Direction::Received).entries.at(0);
    QCOMPARE(kept.block, responses[0]);
    // Our own encoder had to keep to the server's 100 octets from its acknowledgement on.
    const auto settings = trace::settingsHistory(conversation);
    QCOMPARE(settings.size(), size_t(2));
    for (const auto &round : settings)
        QVERIFY(round.effective);

    // Windows.
    constexpr qint64 ours = 16 * 1024 * 1024;
    const auto number = [](qint64 value) { return QByteArray::number(value); };
    QCOMPARE(ledgerOf(conversation, Direction::Received, 1),
             (QByteArrayList{"65535", number(ours), number(ours - 1000), number(ours - 1013)}));
    QCOMPARE(ledgerOf(conversation, Direction::Received, 0).first(3),
             (QByteArrayList{number(ours), number(ours - 1000), number(ours - 1013)}));
    QVERIFY(trace::stalls(conversation).empty());
    const auto pings = trace::pingRounds(conversation);
    QCOMPARE(pings.size(), size_t(1));
    QVERIFY(pings[0].answer);

    // And nghttp2 saw the same header lists.
    trace::ExchangeState state{.sentHeaders = sent, .streamId = quint32(owner.stream)};
    state.response = owner.heads.at(0);
    state.trailers = owner.trailers;
    QCOMPARE(trace::checkHeads(state, conversation), std::vector<trace::Finding>{});
    QCOMPARE(state.trailers.size(), 2);
    finish(connection, owner);
}

// The server lets 1000 octets in at a time: two stalls, at known moments.
void TestTruth::http2Upload()
{
    QFETCH(bool, secure);
    using namespace wire::test;
    const auto server = serve(secure, "h2");
    auto connection = secure ? m_connections.tls(*server) : m_connections.h2c(*server);
    const auto &log = connection->trace()->log();
    const auto sentOctets = [&] { return log.octets(Direction::Sent); };
    const auto warmUp =
        frame(Settings, 0, 0, QByteArray::fromHex("0004000003e8")) + frame(Settings, Ack, 0);
    QVERIFY(spinUntil([&] { return !server->peers().empty(); }));
    auto &peer = *server->peers()[0];
    QVERIFY(spinUntil([&] { return peer.received().size() > 40; }));
    const auto before = sentOctets();
    send(peer, warmUp, [&] { return sentOctets() >= before + 9; }); // the acknowledgement

    RecordingOwner owner;
    auto head = getHead("localhost", "/up", secure ? "https" : "http");
    head.method = "POST";
    QVERIFY(owner.openOn(connection, head, {wire::ContentLength::Kind::Known, 2500}));
    const QByteArray content = QByteArray(1000, 'a') + QByteArray(1000, 'b') + QByteArray(500, 'c');
    connection->sendContent(owner.stream, content);
    connection->endContent(owner.stream);
    // Sent as far as the window goes, and no further.
    const auto sentContent = [&] {
        wire::ConversationReader reader;
        read(reader, log);
        quint64 octets = 0;
        for (const auto &each : reader.conversation().frames) {
            if (const auto *data = std::get_if<trace::DataPayload>(&each.payload))
                octets += data->octets;
        }
        return octets;
    };
    QVERIFY(spinUntil([&] { return sentContent() == 1000; }));
    const auto shut = trace::now();
    spinFor(std::chrono::milliseconds(20));
    QCOMPARE(sentContent(), quint64(1000));
    const auto grow = frame(WindowUpdate, 0, 1, number32(1000));
    const auto opened = send(peer, grow, [&] { return sentContent() == 2000; });
    const auto openedAgain = send(peer, grow, [&] { return sentContent() == 2500; });
    send(peer, frame(HeadersFrame, EndHeaders | EndStream, 1, status200),
         [&] { return owner.isOver(); });
    QVERIFY(spinUntil([&] { return quint64(peer.received().size()) == sentOctets(); }));

    QCOMPARE(wholeOf(log, Direction::Sent, content), peer.received());
    wire::ConversationReader reader;
    read(reader, log);
    const auto &conversation = reader.conversation();
    const auto stalls = trace::stalls(conversation);
    QCOMPARE(stalls.size(), size_t(2));
    for (const auto &stall : stalls) {
        QCOMPARE(stall.certainty, trace::Stall::Certainty::Exact);
        QCOMPARE(stall.scope, trace::Stall::Scope::Stream);
        QCOMPARE(stall.stream, quint32(1));
        QCOMPARE(stall.direction, Direction::Sent);
    }
    QVERIFY(stalls[0].from <= shut);
    QVERIFY(stalls[0].to >= opened.before && stalls[0].to <= opened.after);
    QVERIFY(stalls[0].to - stalls[0].from >= std::chrono::milliseconds(19));
    QVERIFY(stalls[1].from >= opened.before && stalls[1].from <= opened.after);
    QVERIFY(stalls[1].to >= openedAgain.before && stalls[1].to <= openedAgain.after);
    QCOMPARE(ledgerOf(conversation, Direction::Sent, 1),
             (QByteArrayList{"1000", "0", "1000", "0", "1000", "500"}));
    QCOMPARE(ledgerOf(conversation, Direction::Sent, 0),
             (QByteArrayList{"64535", "63535", "63035"}));
    for (const auto &each : conversation.frames)
        QVERIFY2(!each.verdict.isViolation(), qPrintable(each.verdict.sentence));
    finish(connection, owner);
}

void TestTruth::http1()
{
    QFETCH(bool, secure);
    const auto server = serve(secure, "http/1.1");
    auto connection = secure ? m_connections.tls(*server) : m_connections.plain(*server);
    const auto &log = connection->trace()->log();
    RecordingOwner owner;
    auto head = getHead("localhost", "/x");
    head.method = "POST";
    head.headers.append("Transfer-Encoding", "chunked");
    QVERIFY(owner.openOn(connection, head, {wire::ContentLength::Kind::Unknown}));
    connection->sendContent(owner.stream, "first");
    connection->sendContent(owner.stream, QByteArray(26, 's'));
    connection->endContent(owner.stream);
    QVERIFY(spinUntil([&] {
        return !server->peers().empty() && server->peers()[0]->received().endsWith("0\r\n\r\n");
    }));
    auto &peer = *server->peers()[0];

    const QByteArray interim = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    const QByteArray response =
        "HTTP/1.1 200 OK\r\nX-Case: Kept\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5;name=value\r\nhel";
    const QByteArray rest = "lo\r\n00000006\r\n world\r\n0;last\r\nT: v\r\n\r\n";
    quint64 said = 0;
    std::vector<Known> steps;
    for (const auto &step : {interim, response, rest}) {
        said += quint64(step.size());
        steps.push_back(send(peer, step, [&] { return log.octets(Direction::Received) == said; }));
    }
    QVERIFY(spinUntil([&] { return owner.isOver(); }));

    QCOMPARE(wholeOf(log, Direction::Received, "hello world"), interim + response + rest);
    QCOMPARE(wholeOf(log, Direction::Sent, "first" + QByteArray(26, 's')), peer.received());

    trace::Http1Record record;
    while (record.readOn(log)) {
    }
    std::vector<const trace::Http1Part *> came;
    QByteArrayList sent;
    for (const auto &part : record.parts()) {
        if (part.direction == Direction::Received)
            came.push_back(&part);
        else if (part.kind != trace::Http1Part::Kind::Head)
            sent.append(part.octets + QByteArray::number(part.size));
    }
    QCOMPARE(sent, (QByteArrayList{"5\r\n5", "5", "\r\n2", "1a\r\n26", "26", "\r\n2", "0\r\n0",
                                   "\r\n2"}));
    using Kind = trace::Http1Part::Kind;
    const std::vector<Kind> kinds{Kind::Head,      Kind::Head,      Kind::ChunkSize, Kind::Content,
                                  Kind::ChunkEnd,  Kind::ChunkSize, Kind::Content,   Kind::ChunkEnd,
                                  Kind::ChunkSize, Kind::Trailers};
    QCOMPARE(came.size(), kinds.size());
    for (size_t i = 0; i < kinds.size(); ++i)
        QCOMPARE(came[i]->kind, kinds[i]);
    QCOMPARE(came[0]->octets, interim);
    QCOMPARE(came[2]->extensions, QByteArray(";name=value"));
    QCOMPARE(came[3]->size, quint64(5));
    QCOMPARE(came[6]->contentOffset, quint64(5));
    QCOMPARE(came[8]->extensions, QByteArray(";last"));
    QVERIFY(came[0]->at >= steps[0].before && came[0]->ended <= steps[0].after);
    QVERIFY(came[3]->at >= steps[1].before && came[3]->at <= steps[1].after);
    QVERIFY(came[3]->ended >= steps[2].before); // its last two octets came later
    finish(connection, owner);
}

void TestTruth::http1UntilClose()
{
    const auto server = serve(false, {});
    auto connection = m_connections.plain(*server);
    const auto trace = connection->trace();
    RecordingOwner owner;
    QVERIFY(owner.openOn(connection, getHead("localhost")));
    QVERIFY(spinUntil([&] {
        return !server->peers().empty() && server->peers()[0]->received().endsWith("\r\n\r\n");
    }));
    const QByteArray head = "HTTP/1.0 200 OK\n\n";
    server->peers()[0]->send(head + QByteArray(300'000, 'x'));
    server->peers()[0]->close();
    QVERIFY(spinUntil([&] { return owner.isOver(); }));
    QCOMPARE(wholeOf(trace->log(), Direction::Received, QByteArray(300'000, 'x')),
             head + QByteArray(300'000, 'x'));
    trace::ByteLog::Cursor cursor;
    qsizetype stored = 0;
    for (const auto &piece : trace->log().read(cursor))
        stored += piece.direction == Direction::Received ? piece.octets.size() : 0;
    QCOMPARE(stored, head.size());
    owner.connection.reset();
    connection.reset();
}

void TestTruth::whatIsNoHttp2()
{
    const auto server = serve(false, {});
    auto connection = m_connections.h2c(*server);
    const auto trace = connection->trace();
    RecordingOwner owner;
    QVERIFY(owner.openOn(connection, getHead("localhost")));
    QVERIFY(spinUntil(
        [&] { return !server->peers().empty() && server->peers()[0]->received().size() > 60; }));
    const QByteArray answer = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
    server->peers()[0]->send(answer);
    QVERIFY(spinUntil([&] { return owner.isOver(); }));
    QCOMPARE(wholeOf(trace->log(), Direction::Received, {}), answer);
    wire::ConversationReader reader;
    read(reader, trace->log());
    QVERIFY(std::ranges::any_of(reader.conversation().frames, [](const auto &each) {
        return each.verdict.section == "RFC 9113 section 3.4";
    }));
    owner.connection.reset();
    connection.reset();
}

QTEST_GUILESS_MAIN(TestTruth)
#include "tst_truth.moc"

// What a server can do wrong in HTTP/2, as frames by hand: every time a sentence, never a crash,
// never a hang, and the same events however the octets are cut.
#include "http2_pair.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace sonde;
using namespace sonde::wire;
using namespace sonde::wire::test;

namespace
{

// A client with GET on 1, HEAD on 3 and an upload on 5.
class Client
{
public:
    explicit Client(Cut how = Cut::Whole, const Http2Options &options = {})
        : session(makeHttp2Client(options))
        , cut(how)
    {
        RequestHead head{.authority = "a.test"};
        (void)session->open(head, {});
        head.method = "HEAD";
        (void)session->open(head, {});
        head.method = "POST";
        (void)session->open(head, {ContentLength::Kind::Unknown});
        settle();
        sent.clear();
    }
    Client &say(QByteArrayView octets)
    {
        feed(*session, log, octets, cut);
        return *this;
    }
    Client &settle()
    {
        (void)session->drain(sent, marks);
        log.add(session->takeEvents());
        return *this;
    }
    Client &end()
    {
        session->feedEnd({2});
        log.add(session->takeEvents());
        return *this;
    }

    std::unique_ptr<ClientSession> session;
    Cut cut;
    Http2Log log;
    QByteArray sent;
    std::vector<SentMark> marks;
};

const QByteArray hello = frame(Settings, 0, 0);

QByteArray head(const QByteArray &fields, quint8 flags = EndHeaders, quint32 stream = 1)
{
    return frame(HeadersFrame, flags, stream, fields);
}

QByteArray setting(quint16 id, quint32 value)
{
    return number32(id).sliced(2) + number32(value);
}

} // namespace

class TestHttp2Malformed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstOctets_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("said");
        const QString http1 = QStringLiteral(
            "The server answered in HTTP/1.1 (“HTTP/1.1 400 Bad Request”); it does not "
            "speak HTTP/2 with prior knowledge here. Choose HTTP/1.1.");
        QTest::newRow("HTTP/1.1") << QByteArray("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n")
                                  << http1;
        QTest::newRow("HTTP/1.1, cut") << QByteArray("HTTP/1.1 400 Bad Request") << http1;
        QTest::newRow("endless status line")
            << QByteArray("HTTP/1.1 ") + QByteArray(500, 'x')
            << QStringLiteral("The server answered in HTTP/1.1 (“HTTP/1.1 %1…”); it does not speak "
                              "HTTP/2 with prior knowledge here. Choose HTTP/1.1.")
                   .arg(QString(71, u'x'));
        QTest::newRow("TLS alert")
            << QByteArray::fromHex("15030100020246")
            << QStringLiteral("The server answered with TLS where cleartext "
                              "HTTP/2 was expected. Use https:// for this port.");
        QTest::newRow("text") << QByteArray("220 ftp.test ready\r\n")
                              << QStringLiteral(
                                     "The server does not speak HTTP/2 here: its first octets "
                                     "are no SETTINGS frame but 32 32 30 20 66 74 70 2e 74.");
        QTest::newRow("a frame, but no SETTINGS")
            << frame(Ping, 0, 0, "12345678")
            << QStringLiteral(
                   "The server does not speak HTTP/2 here: its first octets are no SETTINGS "
                   "frame but 00 00 08 06 00 00 00 00 00.");
    }
    void firstOctets()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QString, said);
        for (const Cut cut : {Cut::Whole, Cut::Octets}) {
            Client client(cut);
            client.say(octets).end();
            QVERIFY(client.log.sessionError);
            QCOMPARE(client.log.sessionError->sentence, said);
            QCOMPARE(client.log.sessionError->code, http::Code::UnexpectedVersion);
            QCOMPARE(client.log.error(1)->sentence, said);
            QCOMPARE(client.session->openStreams(), 0);
            QVERIFY(!client.session->isReusable());
        }
    }

    void closedBeforeAnything()
    {
        Client client;
        client.say(hello.first(5)).end();
        QCOMPARE(client.log.sessionError->code, http::Code::ConnectionClosed);
        QCOMPARE(client.log.error(1)->code, http::Code::ConnectionClosed);
    }

    void brokenMessages_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<quint32>("stream");
        QTest::addColumn<QString>("said"); // part of the sentence
        QTest::addColumn<int>("code");
        const int malformed = int(http::Code::MalformedResponse);
        const auto row = [](const char *name, const QByteArray &octets, const char *said, int code,
                            quint32 stream = 1) {
            QTest::newRow(name) << octets << stream << QString::fromUtf8(said) << code;
        };
        row("upper case", head(status200 + literal("Server", "x")), "“Server” with upper-case",
            malformed);
        row("connection field", head(status200 + literal("connection", "close")),
            "“connection”, which speaks of the connection", malformed);
        row("transfer-encoding", head(status200 + literal("transfer-encoding", "chunked")),
            "“transfer-encoding”, which speaks of the connection", malformed);
        row("no status", head(literal("server", "x")), "no :status", malformed);
        row("no fields", head(""), "no :status", malformed);
        row("two status", head(status200 + status200), "pseudo-field “:status”", malformed);
        row("late pseudo-field", head(literal("server", "x") + status200), "pseudo-field “:status”",
            malformed);
        row("unknown pseudo-field", head(status200 + literal(":path", "/")), "pseudo-field “:path”",
            malformed);
        row("status of letters", head(literal(":status", "abc")), "pseudo-field “:status”",
            malformed);
        row("status 101", head(literal(":status", "101")), "pseudo-field “:status”", malformed);
        row("interim head ends it", head(literal(":status", "103"), EndHeaders | EndStream),
            "ends with an interim response", malformed);
        row("trailers do not end it", head(status200) + head(literal("a", "b")),
            "trailer section that does not end it", malformed);
        row("pseudo-field in trailers", head(status200) + head(status200, EndHeaders | EndStream),
            "pseudo-field “:status”", malformed);
        row("content after an interim head",
            head(literal(":status", "103")) + frame(Data, 0, 1, "abc"),
            "content before its final head", malformed);
        row("bad content-length", head(status200 + literal("content-length", "x")),
            "Content-Length that is not a number", malformed);
        row("two content-lengths",
            head(status200 + literal("content-length", "1") + literal("content-length", "2")),
            "Content-Length that is not a number or contradicts another", malformed);
        row("longer than said",
            head(status200 + literal("content-length", "2")) + frame(Data, EndStream, 1, "abc"),
            "announced 2 octets of content and sent more", malformed);
        row("shorter than said",
            head(status200 + literal("content-length", "5")) + frame(Data, EndStream, 1, "abc"),
            "announced 5 octets of content but ended after 3", int(http::Code::TruncatedResponse));
        row("ended by its head",
            head(status200 + literal("content-length", "5"), EndHeaders | EndStream),
            "a head that contradicts its content", malformed);
        row("content for HEAD", head(status200, EndHeaders, 3) + frame(Data, EndStream, 3, "abc"),
            "content where none is allowed", malformed, 3);
        row("too much credit", frame(WindowUpdate, 0, 5, number32(0x7fff'ffff)),
            "broke a rule of HTTP/2", int(http::Code::ProtocolViolation), 5);
    }
    void brokenMessages()
    {
        QFETCH(QByteArray, octets);
        QFETCH(quint32, stream);
        QFETCH(QString, said);
        QFETCH(int, code);
        Client client;
        client.say(hello + octets).settle();
        const auto error = client.log.error(stream);
        QVERIFY(error || client.log.sessionError);
        if (!error)
            QFAIL(qPrintable(client.log.sessionError->sentence + client.log.sessionError->detail));
        QVERIFY2(error->sentence.contains(said), qPrintable(error->sentence));
        QCOMPARE(int(error->code), code);
        QCOMPARE(error->blame, http::Blame::Remote);
        // The stream is reset, its siblings live.
        QVERIFY(client.sent.contains(frame(RstStream, 0, stream, number32(1))) ||
                client.sent.contains(frame(RstStream, 0, stream, number32(3))));
        QVERIFY(!client.log.sessionError);
        QCOMPARE(client.session->openStreams(), 2);
        const quint32 sibling = stream == 3 ? 1 : 3;
        client.say(head(status200, EndHeaders | EndStream, sibling));
        QCOMPARE(client.log.lines(sibling).last(), QStringLiteral("end"));

        Client again(Cut::Octets);
        again.say(hello + octets).settle();
        // Octet by octet, content that is over the announced length is told up to that length.
        const auto withoutContent = [](QStringList lines) {
            lines.removeAll(QStringLiteral("content"));
            return lines;
        };
        QCOMPARE(withoutContent(again.log.lines(stream)), withoutContent(client.log.lines(stream)));
        QCOMPARE(again.log.error(stream), error);
    }

    void brokenConnections_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &octets, const char *code) {
            QTest::newRow(name) << octets << QString::fromLatin1(code);
        };
        row("content before its head", frame(Data, 0, 1, "abc"), "PROTOCOL_ERROR (0x1)");
        row("DATA on stream 0", frame(Data, 0, 0, "x"), "PROTOCOL_ERROR (0x1)");
        row("HEADERS on an idle stream", head(status200, EndHeaders, 99), "PROTOCOL_ERROR (0x1)");
        row("HEADERS on an even stream", head(status200, EndHeaders, 2), "PROTOCOL_ERROR (0x1)");
        row("broken HPACK", head("\xff\xff\xff\xff\xff"), "COMPRESSION_ERROR (0x9)");
        row("index past the table", head("\xfe"), "COMPRESSION_ERROR (0x9)");
        row("frame too large", frame(Data, 0, 1, QByteArray(16'385, 'x')),
            "FRAME_SIZE_ERROR (0x6)");
        row("short PING", frame(Ping, 0, 0, "1234"), "FRAME_SIZE_ERROR (0x6)");
        row("SETTINGS of 5 octets", frame(Settings, 0, 0, "12345"), "FRAME_SIZE_ERROR (0x6)");
        row("SETTINGS on a stream", frame(Settings, 0, 1), "PROTOCOL_ERROR (0x1)");
        row("window of 2 GiB", frame(Settings, 0, 0, setting(4, 0x8000'0000)),
            "FLOW_CONTROL_ERROR (0x3)");
        row("stream without credit", frame(WindowUpdate, 0, 1, number32(0)),
            "PROTOCOL_ERROR (0x1)");
        row("connection without credit", frame(WindowUpdate, 0, 0, number32(0)),
            "PROTOCOL_ERROR (0x1)");
        row("lone CONTINUATION", frame(Continuation, EndHeaders, 1, status200),
            "PROTOCOL_ERROR (0x1)");
        row("interrupted head",
            frame(HeadersFrame, 0, 1, status200) + frame(Ping, 0, 0, "12345678"),
            "PROTOCOL_ERROR (0x1)");
        row("padding longer than the frame", frame(Data, Padded, 1, QByteArray(1, char(9)) + "abc"),
            "PROTOCOL_ERROR (0x1)");
        row("reset of an idle stream", frame(RstStream, 0, 99, number32(8)),
            "PROTOCOL_ERROR (0x1)");
    }
    void brokenConnections()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QString, code);
        for (const Cut cut : {Cut::Whole, Cut::Octets}) {
            Client client(cut);
            client.say(hello + octets).settle();
            QVERIFY(client.log.sessionError);
            QCOMPARE(client.log.sessionError->code, http::Code::ProtocolViolation);
            QVERIFY2(client.log.sessionError->sentence.contains(code),
                     qPrintable(client.log.sessionError->sentence));
            for (const quint32 stream : {1u, 3u, 5u})
                QVERIFY(client.log.error(stream));
            QCOMPARE(client.session->openStreams(), 0);
            QVERIFY(!client.session->isReusable());
            QCOMPARE(client.session->capacity(), 0);
            // The peer is told, and then there is silence.
            QVERIFY(client.sent.contains(QByteArray("\x07\0\0\0\0\0", 6)));
            client.sent.clear();
            const QStringList before = client.log.lines(0);
            client.say(frame(Ping, 0, 0, "12345678")).settle().end();
            QVERIFY(client.sent.isEmpty());
            QCOMPARE(client.log.lines(0), before);
        }
    }

    void pushes()
    {
        const QByteArray push = frame(PushPromise, EndHeaders, 1,
                                      number32(2) + "\x82\x84\x86\x41\x01"
                                                    "a");
        // Before our SETTINGS are acknowledged, it may have been under way.
        Client client;
        client
            .say(hello + push + head(status200, EndHeaders, 2) +
                 frame(Data, EndStream, 2, "pushed"))
            .settle();
        QVERIFY(client.sent.contains(frame(RstStream, 0, 2, number32(8)))); // CANCEL
        QCOMPARE(client.log.lines(1), QStringList("finding http2.push-refused"));
        QVERIFY(client.log.lines(2).isEmpty());
        QVERIFY(!client.log.sessionError);
        // Afterwards it breaks a rule.
        Client later;
        later.say(hello + frame(Settings, Ack, 0) + push).settle();
        QVERIFY(later.log.sessionError);
        QVERIFY2(later.log.sessionError->sentence.contains(QLatin1String("pushed a response")),
                 qPrintable(later.log.sessionError->detail));
    }

    void toleratedFields()
    {
        Client client;
        client.say(hello + head(status200 + literal("x-bell", "a\x07z") + literal("x blank", "v") +
                                    literal("x-padded", " v ") + literal("x-good", "g"),
                                EndHeaders | EndStream));
        QCOMPARE(client.log.lines(1),
                 QStringList({"head begins", "finding http2.field-ignored",
                              "finding http2.field-ignored", "finding http2.value-whitespace",
                              "head 200 {x-padded:  v ; x-good: g}", "end"}));
        QVERIFY(client.log.findings[1].sentence.contains(QStringLiteral("“x blank”")));
        for (const trace::Finding &finding : client.log.findings)
            QCOMPARE(finding.severity, trace::Severity::Violation);
    }

    void findingsAreBounded()
    {
        Client client;
        client.say(hello +
                   head(status200 + literal("x y", "v").repeated(900), EndHeaders | EndStream));
        QVERIFY(client.log.findings.size() < 20);
        QCOMPARE(client.log.lines(1).last(), QStringLiteral("end"));
    }

    void headLimits_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("999 fields") << status200 + literal("a", "b").repeated(999) << true;
        QTest::newRow("1,001 fields") << status200 + literal("a", "b").repeated(1000) << false;
        QTest::newRow("1,001 unsound fields")
            << status200 + literal("a b", "b").repeated(1001) << false;
        const QByteArray kib = literal("a", QByteArray(1000, 'v'));
        QTest::newRow("under 1 MiB") << status200 + kib.repeated(900) << true;
        QTest::newRow("over 1 MiB")
            << status200 + literal("a", QByteArray(2000, 'v')).repeated(530) << false;
        // One entry of 3,000 octets put into the table (RFC 7541 section 6.2.1), then named 1,000
        // times.
        QByteArray bomb = literal("a", QByteArray(3000, 'v'));
        bomb[0] = 0x40;
        QTest::newRow("HPACK bomb") << status200 + bomb + QByteArray(900, char(0xbe)) << false;
    }
    void headLimits()
    {
        QFETCH(QByteArray, fields);
        QFETCH(bool, accepted);
        QByteArray frames = frame(HeadersFrame, EndStream, 1,
                                  fields.first(std::min<qsizetype>(fields.size(), 16'384)));
        for (qsizetype i = 16'384; i < fields.size(); i += 16'384)
            frames += frame(Continuation, 0, 1, fields.mid(i, 16'384));
        frames += frame(Continuation, EndHeaders, 1);
        Client client;
        client.say(hello + frames).settle();
        if (accepted) {
            QCOMPARE(client.log.lines(1).last(), QStringLiteral("end"));
            return;
        }
        QCOMPARE(client.log.error(1)->code, http::Code::LimitExceeded);
        QVERIFY(client.log.error(1)->sentence.contains(
            QLatin1String("limit of 1048576 octets and 1000 fields")));
        QVERIFY(client.sent.contains(frame(RstStream, 0, 1, number32(0xb))));
        client.say(head(status200, EndHeaders | EndStream, 3));
        QCOMPARE(client.log.lines(3).last(), QStringLiteral("end"));
        QVERIFY(!client.log.sessionError);
    }

    void endlessHeadEndsTheConnection()
    {
        Client client;
        client.say(hello + frame(HeadersFrame, 0, 1, status200));
        const QByteArray more =
            frame(Continuation, 0, 1, literal("a", QByteArray(16'000, 'v'))).repeated(10);
        int fed = 0;
        for (; fed < 100 && !client.log.sessionError; ++fed)
            client.say(more).settle();
        QCOMPARE(client.log.error(1)->code, http::Code::LimitExceeded);
        QVERIFY(client.log.sessionError);
        QVERIFY(fed < 50);
    }

    void floods_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("PING") << frame(Ping, 0, 0, "12345678");
        QTest::newRow("SETTINGS") << frame(Settings, 0, 0);
    }
    void floods()
    {
        QFETCH(QByteArray, octets);
        Client client; // whose answers nobody takes
        client.say(hello + octets.repeated(5000));
        QVERIFY(client.log.sessionError);
        QCOMPARE(client.log.sessionError->code, http::Code::ProtocolViolation);
    }

    void goAwayTwice()
    {
        // RFC 9113 section 6.8: first a warning with the largest number, then the real one.
        Client client;
        client.say(hello + frame(GoAwayFrame, 0, 0, number32(0x7fff'ffff) + number32(0)));
        QCOMPARE(client.session->openStreams(), 3);
        QVERIFY(!client.session->isReusable());
        client.say(frame(GoAwayFrame, 0, 0, number32(3) + number32(0)));
        QCOMPARE(client.session->openStreams(), 2);
        QVERIFY(client.log.error(5)->retrySafe);
        QVERIFY(!client.log.error(3));
    }

    void serverRefusesStrangers()
    {
        const auto server = makeHttp2Server();
        Http2Log log;
        feed(*server, log, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", Cut::Whole);
        QVERIFY(log.sessionError);
        QCOMPARE(log.sessionError->code, http::Code::ProtocolViolation);
    }

    void publicFrames()
    {
        const QString folder = QStringLiteral(SONDE_SUITES "/http2-frames");
        if (!QFile::exists(folder)) {
            if (qEnvironmentVariableIsSet("CI"))
                QFAIL("The public HTTP/2 frames are missing: " SONDE_SUITES "/http2-frames");
            QSKIP("NOT TESTED: the public HTTP/2 frames are missing at " SONDE_SUITES
                  "/http2-frames");
        }
        int files = 0;
        QDirIterator all(folder, {QStringLiteral("*.json")}, QDir::Files,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject vector = QJsonDocument::fromJson(file.readAll()).object();
            const QByteArray octets =
                QByteArray::fromHex(vector.value(QLatin1String("wire")).toString().toLatin1());
            QVERIFY(!octets.isEmpty());
            ++files;
            Client whole;
            const QByteArray before = hello + frame(Settings, Ack, 0);
            whole.say(before + octets).settle();
            Client cut(Cut::Octets);
            cut.say(before + octets).settle();
            QVERIFY2(whole.log == cut.log, qPrintable(file.fileName()));
            // A frame that is broken as such ends the connection with a code that the vector
            // allows.
            const QJsonArray codes = vector.value(QLatin1String("error")).toArray();
            if (codes.isEmpty())
                continue;
            QVERIFY2(whole.log.sessionError, qPrintable(file.fileName()));
            QVERIFY2(codes.contains(whole.log.sessionError->number), qPrintable(file.fileName()));
        }
        QVERIFY(files > 30);
    }

    // Whatever comes: it ends, nothing is left open after the end, and each stream ends once.
    void mutations()
    {
        QByteArray good =
            hello + frame(Settings, Ack, 0) + head(literal(":status", "103")) +
            head(status200 + literal("content-type", "text/plain")) + frame(Data, 0, 1, "hello") +
            frame(Ping, 0, 0, "12345678") + head(status200, EndHeaders | EndStream, 3) +
            frame(Data, Padded, 1, QByteArray(1, char(2)) + "ab" + QByteArray(2, '\0')) +
            frame(WindowUpdate, 0, 5, number32(1000)) + frame(HeadersFrame, 0, 5, status200) +
            frame(Continuation, EndHeaders, 5, literal("a", "b")) + frame(Data, EndStream, 5, "x") +
            head(literal("t", "v"), EndHeaders | EndStream) +
            frame(GoAwayFrame, 0, 0, number32(5) + number32(0));
        QRandomGenerator random(20'240'602);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray octets = good;
            for (int change = random.bounded(0, 8); change > 0; --change) {
                const int at = random.bounded(int(octets.size()));
                switch (random.bounded(4)) {
                case 0:
                    octets[at] = char(random.bounded(256));
                    break;
                case 1:
                    octets.remove(at, random.bounded(1, 12));
                    break;
                case 2:
                    octets.insert(at, octets.mid(random.bounded(int(octets.size())), 30));
                    break;
                default:
                    octets[at] = char(octets[at] ^ (1 << random.bounded(8)));
                }
                if (octets.isEmpty())
                    octets = good;
            }
            Client client(Cut::Whole);
            const qsizetype cutAt = random.bounded(int(octets.size()));
            client.say(octets.first(cutAt));
            if (random.bounded(2) == 0)
                client.settle();
            if (random.bounded(8) == 0)
                client.session->abandon(StreamId(1), 8);
            client.session->sendContent(StreamId(5), "upload");
            client.session->consume(StreamId(1), 5);
            client.say(octets.sliced(cutAt)).settle().end();
            QCOMPARE(client.session->openStreams(), 0);
            for (const quint32 stream : {1u, 3u, 5u}) {
                int ends = 0;
                for (const QString &line : client.log.lines(stream))
                    ends +=
                        line == QLatin1String("end") || line.startsWith(QLatin1String("failed: "));
                QVERIFY2(ends <= 1, octets.toHex().constData());
            }
            QVERIFY(client.log.sessionError);
        }
    }

    void serverMutations()
    {
        auto client = makeHttp2Client();
        std::vector<SentMark> marks;
        QByteArray good;
        for (int i = 0; i < 3; ++i) {
            RequestHead head{.method = "POST", .authority = "a.test"};
            const StreamId stream = *client->open(head, {ContentLength::Kind::Unknown});
            client->sendContent(stream, "content");
            client->endContent(stream, {{"t", "v"}});
        }
        (void)client->drain(good, marks);
        QRandomGenerator random(20'240'603);
        for (int round = 0; round < 10'000; ++round) {
            QByteArray octets = good;
            for (int change = random.bounded(0, 6); change > 0; --change)
                octets[random.bounded(24, int(octets.size()))] = char(random.bounded(256));
            auto server = makeHttp2Server();
            Http2Log log;
            feed(*server, log, octets, Cut::Whole);
            for (const RequestHeadReceived &request : log.requests) {
                server->sendHead(request.stream, {.status = 200}, {ContentLength::Kind::Unknown});
                server->sendContent(request.stream, "answer");
                server->endContent(request.stream);
            }
            QByteArray out;
            (void)server->drain(out, marks);
            server->feedEnd({3});
            log.add(server->takeEvents());
            QVERIFY(log.sessionError);
        }
    }
};

QTEST_GUILESS_MAIN(TestHttp2Malformed)
#include "tst_http2_malformed.moc"

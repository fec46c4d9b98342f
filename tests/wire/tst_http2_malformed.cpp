// What a server can do wrong in HTTP/2, as frames by hand: every time a sentence, never a crash,
// never a hang, and the same events however the octets are cut.
#include "http2_script.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;
using namespace sonde::wire::test;

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
};

QTEST_GUILESS_MAIN(TestHttp2Malformed)
#include "tst_http2_malformed.moc"

// Packet captures, read by Wireshark's own reader: the same HTTP/2 frames and fields as Sonde
// shows, the same octets as the server saw and sent, and no secret in them.
#include "client/connection_record.h"
#include "interop/packet_capture.h"
#include "tests/interop/live_calls.h"
#include "tests/interop/tshark.h"
#include "tests/support/scripted_server.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace sonde;
using namespace sonde::interop;
using namespace sonde::testing;
using Over = LiveCalls::Over;
using trace::Direction;

namespace
{

QByteArray seen(quint64 type, quint64 stream, quint64 length, quint64 flags)
{
    return "type " + QByteArray::number(type) + " stream " + QByteArray::number(stream) +
           " length " + QByteArray::number(length) + " flags " + QByteArray::number(flags);
}

// Both directions of the only stream of TCP, as tshark puts them together.
std::pair<QByteArray, QByteArray> followed(const QString &file)
{
    std::pair<QByteArray, QByteArray> both;
    for (const QByteArray &line : tshark(file, {"-q", "-z", "follow,tcp,raw,0"}).split('\n')) {
        const QByteArray octets = QByteArray::fromHex(line.trimmed());
        if (line.startsWith('\t'))
            both.second += octets;
        else if (octets.toHex() == line.trimmed())
            both.first += octets;
    }
    return both;
}

} // namespace

class TestPacketCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(isTsharkThere(), "tshark is missing: install the Debian package tshark");
        QVERIFY(m_live.start());
    }

    void sameFrames_data()
    {
        QTest::addColumn<int>("over");
        QTest::addColumn<QByteArray>("path");
        for (const Over over : {Over::H2c, Over::Https2}) {
            for (const QByteArray path :
                 {"/gzip", "/redirect/3", "/big/300KB", "/trailers", "/early-hints?pause=10",
                  "/reset?after=40000", "/stream?chunks=5&pace=5", "/status/204"})
                QTest::newRow(((over == Over::H2c ? "h2c" : "h2") + path).constData())
                    << int(over) << path;
        }
    }

    void sameFrames()
    {
        QFETCH(int, over);
        QFETCH(QByteArray, path);
        const auto call = m_live.call(Over(over), path);
        const QString file = capture(*call, ExportSecrets::Masked);
        client::ConnectionRecord record(call->last().exchange->state().connection);
        while (record.readOn() == client::ConnectionRecord::News::Some) {
        }
        QVERIFY(record.conversation());
        compareFrames(*record.conversation(), file);
        compareFields(*record.conversation(), file);
        // Nothing that Wireshark takes for broken.
        QCOMPARE(tshark(file, {"-Y", "_ws.malformed || tcp.analysis.flags"}), QByteArray());
    }

    // Chunked and coded content both ways, a kept connection, octet by octet.
    void sameOctets()
    {
        QByteArray sent;
        // "abc" in the coding deflate, in two chunks.
        const QByteArray coded = QByteArray::fromHex("789c4b4c4a0600024d0127");
        const QByteArray whole =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: deflate\r\n\r\n"
            "3;x=1\r\n" +
            coded.first(3) + "\r\n" + QByteArray::number(coded.size() - 3, 16) + "\r\n" +
            coded.sliced(3) + "\r\n0\r\nTrailer: yes\r\n\r\n";
        int answered = 0;
        ScriptedServer server([&](Peer &peer) {
            if (!peer.received().endsWith("0\r\n\r\n") && !peer.received().contains("GET "))
                return;
            sent += peer.received();
            peer.clear();
            ++answered;
            peer.send(whole);
        });
        QFile upload(m_live.folder() + QStringLiteral("/upload"));
        QVERIFY(upload.open(QIODevice::WriteOnly));
        upload.write(QByteArray(200'000, 'u') + "end");
        upload.close();
        const auto call =
            m_live.call(Over::Http1, "/", [&](http::Request &request, client::Options &options) {
                request.target.origin.port = server.port();
                request.method = *http::Method::parse("POST");
                request.content = http::Content::file(upload.fileName(), "text/plain");
                options.suppressedFields = {"Content-Length"};
            });
        QVERIFY2(!call->last().exchange->state().error,
                 qPrintable(call->last().exchange->state().error
                                ? call->last().exchange->state().error->sentence
                                : QString()));
        // The file is gone, and its content is in the capture all the same.
        QVERIFY(upload.remove());
        QCOMPARE(answered, 1);
        const auto [out, in] = followed(capture(*call, ExportSecrets::Masked));
        QCOMPARE(out.size(), sent.size());
        QVERIFY(out == sent);
        QCOMPARE(in, whole);
    }

    void masks_data()
    {
        QTest::addColumn<int>("over");
        QTest::newRow("h1") << int(Over::Http1);
        QTest::newRow("h2c") << int(Over::H2c);
        QTest::newRow("h2") << int(Over::Https2);
    }

    void masks()
    {
        QFETCH(int, over);
        const auto call = m_live.call(
            Over(over), "/redirect-to?url=/method&token=s3cret1",
            [](http::Request &request, client::Options &) {
                request.headers = {{"Authorization", "Bearer s3cret2"}, {"Cookie", "a=s3cret3"}};
                request.content = http::Content::of("password=s3cret4&x=plain",
                                                    "application/x-www-form-urlencoded");
                request.method = *http::Method::parse("PUT");
            });
        const QString masked = capture(*call, ExportSecrets::Masked);
        const QByteArray details = tshark(masked, {"-V", "-x"});
        for (const char *secret : {"s3cret1", "s3cret2", "s3cret3", "s3cret4"})
            QVERIFY2(!details.contains(secret), secret);
        QVERIFY(details.contains("x=plain") || details.contains("plain"));
        const QByteArray fields =
            tshark(masked, {"-T", "fields", "-e", "http2.header.value", "-e", "http.request.line"});
        QVERIFY(fields.contains("***"));
        const QByteArray shown = tshark(capture(*call, ExportSecrets::Shown), {"-V"});
        QVERIFY(shown.contains("s3cret1") && shown.contains("s3cret2"));
        QVERIFY(shown.contains("s3cret3") && shown.contains("s3cret4"));
        QCOMPARE(tshark(masked, {"-Y", "_ws.malformed || tcp.analysis.flags"}), QByteArray());
    }

    // What was sent is at the time at which it was sent.
    void rightTimes()
    {
        const auto call =
            m_live.call(Over::Http1, "/delay/50", [](http::Request &, client::Options &options) {
                options.reuse = net::Reuse::Fresh;
            });
        const auto state = call->last().exchange->state();
        const QByteArray times = tshark(
            capture(*call, ExportSecrets::Masked),
            {"-Y", "http.request || http.response", "-T", "fields", "-e", "frame.time_epoch"});
        const auto lines = times.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const auto stamp = [](const QByteArray &line) {
            const auto parts = line.split('.');
            return parts[0].toLongLong() * 1'000'000'000 + parts[1].toLongLong();
        };
        const auto sentAt = trace::firstOf(state.events, trace::What::SendHeadStarted);
        const auto headAt = trace::firstOf(state.events, trace::What::HeadStarted);
        QVERIFY(std::abs(stamp(lines[0]) - trace::wallNanoseconds(*sentAt)) < 1'000'000);
        QVERIFY(stamp(lines[1]) >= trace::wallNanoseconds(*headAt));
    }

    // Content that nobody kept leaves the frames readable, and the packets say so.
    void contentNotKept()
    {
        const auto call =
            m_live.call(Over::H2c, "/gzip", [](http::Request &, client::Options &options) {
                options.keep = client::Keep::Body;
            });
        const QString file = capture(*call, ExportSecrets::Masked);
        QVERIFY(tshark(file, {"-T", "fields", "-e", "frame.comment"}).contains("not kept"));
        QVERIFY(tshark(file, {"-Y", "http2.type == 0"}).contains("DATA[1]"));
    }

private:
    QString capture(const client::Call &call, ExportSecrets secrets)
    {
        const QString path = m_live.folder() + QStringLiteral("/capture.pcapng");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || !writeCapture(file, call.hops(), secrets))
            qFatal("cannot write a capture");
        return path;
    }

    static void compareFrames(const trace::Conversation &conversation, const QString &file)
    {
        for (const Direction direction : {Direction::Sent, Direction::Received}) {
            QByteArrayList ours;
            for (const trace::Frame &frame : conversation.frames) {
                if (frame.direction == direction)
                    ours.append(seen(frame.type, frame.stream, frame.length, frame.flags));
            }
            const QString port = direction == Direction::Sent ? QStringLiteral("tcp.dstport == 80")
                                                              : QStringLiteral("tcp.srcport == 80");
            QStringList arguments{"-Y", "http2 && " + port, "-T", "fields"};
            for (const char *field :
                 {"http2.type", "http2.streamid", "http2.length", "http2.flags"})
                arguments += {"-e", QLatin1String(field)};
            QByteArrayList theirs;
            for (const QByteArray &line : tshark(file, arguments).split('\n')) {
                const auto columns = line.split('\t');
                const auto types = columns[0].split(',');
                for (qsizetype i = 0; i < types.size() && columns.size() == 4; ++i) {
                    if (types[i].isEmpty())
                        continue;
                    const auto at = [&](qsizetype column) {
                        return columns[column].split(',').value(i).toULongLong(nullptr, 0);
                    };
                    theirs.append(seen(at(0), at(1), at(2), at(3)));
                }
            }
            QCOMPARE(theirs, ours);
        }
    }

    static void compareFields(const trace::Conversation &conversation, const QString &file)
    {
        QByteArrayList ours;
        for (const trace::HeaderBlock &block : conversation.blocks) {
            for (const trace::WireField &field : block.fields)
                ours.append(field.name + ": " + field.value);
        }
        QByteArrayList theirs;
        const QByteArray read =
            tshark(file, {"-Y", "http2.header", "-T", "fields", "-E", "aggregator=\x01", "-e",
                          "http2.header.name", "-e", "http2.header.value"});
        for (const QByteArray &line : read.split('\n')) {
            const auto columns = line.split('\t');
            const auto names = columns[0].split('\x01');
            for (qsizetype i = 0; i < names.size() && columns.size() == 2; ++i)
                theirs.append(names[i] + ": " + columns[1].split('\x01').value(i));
        }
        QCOMPARE(theirs, ours);
    }

    LiveCalls m_live;
};

QTEST_GUILESS_MAIN(TestPacketCapture)
#include "tst_packet_capture.moc"

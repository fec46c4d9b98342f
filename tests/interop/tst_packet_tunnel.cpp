// Packet captures of what went through a proxy, and the keys in them: Wireshark's own reader finds
// the tunnel, what went through it, and with the keys the same in what a network has seen of it.
#include "client/connection_record.h"
#include "interop/packet_capture.h"
#include "interop/packet_writer.h"
#include "tests/interop/live_calls.h"
#include "tests/interop/tshark.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace sonde;
using namespace sonde::interop;
using namespace sonde::testing;
using Over = LiveCalls::Over;
using trace::Direction;

namespace
{

// Tunnels to wherever it is asked to, and keeps what goes through, as a network would see it.
class Relay : public QObject
{
public:
    struct Seen {
        trace::Stamp at;
        Direction direction = Direction::Sent;
        QByteArray octets;
    };

    Relay()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(&m_server, &QTcpServer::newConnection, this, [this] { accept(); });
    }
    [[nodiscard]] net::Proxy proxy() const
    {
        return {.host = "127.0.0.1",
                .port = m_server.serverPort(),
                .credentials = "user:s3cret",
                .tunnelAlways = true};
    }
    [[nodiscard]] const std::vector<Seen> &seen() const { return m_seen; }
    [[nodiscard]] quint64 octets(Direction direction) const
    {
        quint64 sum = 0;
        for (const Seen &each : m_seen)
            sum += each.direction == direction ? quint64(each.octets.size()) : 0;
        return sum;
    }

private:
    void accept()
    {
        auto *client = m_server.nextPendingConnection();
        auto *server = new QTcpSocket(client);
        connect(client, &QTcpSocket::readyRead, this, [this, client, server] {
            if (server->state() == QTcpSocket::ConnectedState)
                pass(Direction::Sent, *client, *server);
            else
                open(*client, *server);
        });
        connect(server, &QTcpSocket::connected, client,
                [client] { client->write("HTTP/1.1 200 Tunnel open\r\nVia: 1.1 relay\r\n\r\n"); });
        connect(server, &QTcpSocket::readyRead, this,
                [this, client, server] { pass(Direction::Received, *server, *client); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    }
    static void open(QTcpSocket &client, QTcpSocket &server)
    {
        if (!client.peek(8192).endsWith("\r\n\r\n"))
            return;
        const QByteArray where = client.readAll().split(' ').value(1);
        const auto colon = where.lastIndexOf(':');
        server.connectToHost(QString::fromLatin1(where.first(colon)),
                             where.sliced(colon + 1).toUShort());
    }
    void pass(Direction direction, QTcpSocket &from, QTcpSocket &to)
    {
        m_seen.push_back({trace::now(), direction, from.readAll()});
        to.write(m_seen.back().octets);
    }

    QTcpServer m_server;
    std::vector<Seen> m_seen;
};

} // namespace

class TestPacketTunnel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(isTsharkThere(), "tshark is missing: install the Debian package tshark");
        QVERIFY(m_live.start());
    }

    void decodes_data()
    {
        QTest::addColumn<int>("over");
        QTest::newRow("h1") << int(Over::Http1);
        QTest::newRow("h2c") << int(Over::H2c);
        QTest::newRow("h1 in TLS") << int(Over::Https1);
        QTest::newRow("h2 in TLS") << int(Over::Https2);
    }

    void decodes()
    {
        QFETCH(int, over);
        Relay relay;
        const auto call = through(relay, Over(over));
        const QString file = path("capture.pcapng");
        save(*call, ExportSecrets::Masked, file);
        const auto methods =
            tsharkValues(file, QStringLiteral("http"), QStringLiteral("http.request.method"));
        QCOMPARE(methods.value(0), QByteArray("CONNECT"));
        QCOMPARE(tsharkValues(file, QStringLiteral("http.connection || http.response.line"),
                              QStringLiteral("http.response.phrase"))
                     .value(0),
                 QByteArray("Tunnel open"));
        if (Over(over) == Over::Http1 || Over(over) == Over::Https1) {
            QCOMPARE(methods, (QByteArrayList{"CONNECT", "GET"}));
            QCOMPARE(
                tsharkValues(file, QStringLiteral("http"), QStringLiteral("http.response.code")),
                (QByteArrayList{"200", "200"}));
        } else {
            client::ConnectionRecord record(call->last().exchange->state().connection);
            while (record.readOn() == client::ConnectionRecord::News::Some) {
            }
            QByteArrayList types;
            for (const trace::Frame &frame : record.conversation()->frames)
                types.append(QByteArray::number(frame.type));
            QCOMPARE(
                tsharkValues(file, QStringLiteral("http2"), QStringLiteral("http2.type")).size(),
                types.size());
        }
        QCOMPARE(tshark(file, {"-Y", "_ws.malformed || tcp.analysis.flags"}), QByteArray());
        const QByteArray credentials = QByteArray("user:s3cret").toBase64();
        const QByteArray all = tshark(file, {"-V"});
        QVERIFY(all.contains("Proxy-Authorization: Basic ***"));
        QVERIFY(!all.contains(credentials));
        QVERIFY(tshark(file, {"-T", "fields", "-e", "frame.comment"}).contains("Tunnel through"));
    }

    // What a proxy refused is there, too.
    void refused()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            auto *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n");
            });
        });
        const auto call = m_live.call(
            Over::Https1, "/status/200", [&](http::Request &, client::Options &options) {
                options.proxy = net::Proxy{.host = "127.0.0.1", .port = server.serverPort()};
            });
        const QString file = path("capture.pcapng");
        save(*call, ExportSecrets::Masked, file);
        QCOMPARE(tsharkValues(file, QStringLiteral("http"), QStringLiteral("http.response.code")),
                 QByteArrayList{"407"});
    }

    void keysOpenWhatTheNetworkSaw()
    {
        Relay relay;
        const auto call = through(relay, Over::Https2);
        client::ConnectionRecord record(call->last().exchange->state().connection);
        while (record.readOn() == client::ConnectionRecord::News::Some) {
        }
        // All that TLS says of its records has come by, and not an octet more.
        const auto &records = call->last().exchange->state().connection->records();
        for (const Direction direction : {Direction::Sent, Direction::Received})
            QVERIFY(spinUntil(
                [&] { return relay.octets(direction) == records.totals(direction).wireOctets; }));
        const auto theirs = [&](ExportSecrets secrets) {
            const QString file = path("both.pcapng");
            save(*call, secrets, file);
            addNetwork(relay.seen(), file);
            return tsharkValues(file, QStringLiteral("http2 && tcp.port == 443"),
                                QStringLiteral("http2.type"))
                .size();
        };
        QCOMPARE(theirs(ExportSecrets::Shown), qsizetype(record.conversation()->frames.size()));
        // Who is not to see a cookie must not get the key to it.
        QCOMPARE(theirs(ExportSecrets::Masked), 0);
        QFile both(path("both.pcapng"));
        QVERIFY(both.open(QIODevice::ReadOnly));
        QVERIFY(!both.readAll().contains("TRAFFIC_SECRET"));
    }

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_live.folder() + u'/' + QLatin1String(name);
    }
    std::shared_ptr<client::Call> through(const Relay &relay, Over over)
    {
        auto call = m_live.call(over, "/gzip", [&](http::Request &, client::Options &options) {
            options.proxy = relay.proxy();
            options.reuse = net::Reuse::Fresh;
        });
        const auto error = call->last().exchange->state().error;
        if (error)
            qFatal("%s", qPrintable(error->sentence));
        return call;
    }
    static void save(const client::Call &call, ExportSecrets secrets, const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || !writeCapture(file, call.hops(), secrets))
            qFatal("cannot write a capture");
    }
    // As a section of its own behind what is there (pcapng has sections for this).
    static void addNetwork(const std::vector<Relay::Seen> &seen, const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::Append))
            qFatal("cannot add to a capture");
        PacketWriter writer(file);
        writer.begin("what the relay saw");
        TcpScript script(writer, {QHostAddress(QStringLiteral("192.0.2.9")), 40'000},
                         {QHostAddress(QStringLiteral("192.0.2.8")), 443});
        script.handshake(seen.front().at, seen.front().at, {});
        for (const Relay::Seen &each : seen)
            script.data(each.at, each.direction, each.octets);
    }

    LiveCalls m_live;
};

QTEST_GUILESS_MAIN(TestPacketTunnel)
#include "tst_packet_tunnel.moc"

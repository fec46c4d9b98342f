// The TLS records that are told of are those that went over the wire: as many octets, in the same
// order, and each carried what the other side put into it.
#include "connection_fixture.h"
#include "tls_fixture.h"

#include <QTest>

using namespace sonde;
using namespace sonde::testing;
using trace::Direction;
using trace::TlsRecord;

namespace
{

// Lengths of the records in ciphertext, by their headers.
std::vector<quint32> lengths(QByteArrayView wire)
{
    std::vector<quint32> all;
    while (wire.size() >= 5) {
        const auto length = 5 + (quint32(quint8(wire[3])) << 8) + quint8(wire[4]);
        all.push_back(length);
        wire = wire.sliced(std::min(wire.size(), qsizetype(length)));
    }
    return all;
}

std::vector<TlsRecord> of(const std::vector<TlsRecord> &records, Direction direction)
{
    std::vector<TlsRecord> some;
    std::ranges::copy_if(records, std::back_inserter(some), [direction](const TlsRecord &record) {
        return record.direction == direction;
    });
    return some;
}

std::vector<quint32> wireLengths(const std::vector<TlsRecord> &records)
{
    std::vector<quint32> all;
    for (const TlsRecord &record : records) {
        if (record.wireOctets > 0)
            all.push_back(record.wireOctets);
    }
    return all;
}

// Header, tag, and in TLS 1.3 the type, in TLS 1.2 with GCM the explicit nonce.
quint32 around(int version)
{
    return version == TLS1_3_VERSION ? 5 + 16 + 1 : 5 + 8 + 16;
}

} // namespace

class TestTlsRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(m_connections.areGone()); }

    void known_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("1.2") << TLS1_2_VERSION;
        QTest::newRow("1.3") << TLS1_3_VERSION;
    }

    void known()
    {
        QFETCH(int, version);
        const auto [stream, server] = established(version);
        QCOMPARE(wireLengths(stream->records()).empty(), false); // of the handshake
        QVERIFY(std::ranges::none_of(stream->records(), &TlsRecord::carried));
        (void)hear(*stream, *server); // the tickets of TLS 1.3
        stream->records().clear();

        // What is sent.
        QVERIFY(stream->write(QByteArray(10, 'a')));
        QVERIFY(stream->write(QByteArray(net::TlsStream::recordSize, 'b')));
        const auto wire = lengths(stream->output());
        const auto sent = stream->records();
        QCOMPARE(sent.size(), size_t(2));
        QCOMPARE(wireLengths(sent), wire);
        QCOMPARE(wire, (std::vector<quint32>{10 + around(version), 16384 + around(version)}));
        QCOMPARE(sent[0].carried, quint16(10));
        QCOMPARE(sent[1].carried, quint16(16384));
        QCOMPARE(sent[0].direction, Direction::Sent);
        server->take(stream->output());
        stream->records().clear();

        // What comes: cut anywhere, and read in pieces that are smaller than a record.
        server->send(QByteArray(3, 'c'));
        server->send(QByteArray(9000, 'd'));
        const auto octets = server->give();
        for (qsizetype at = 0; at < octets.size(); at += 700) {
            const auto piece = octets.mid(at, 700);
            stream->receive(piece);
            net::TlsStream::Status last{};
            (void)readAll(*stream, last); // 4,096 at a time
        }
        const auto came = stream->records();
        QCOMPARE(wireLengths(came), lengths(octets));
        QCOMPARE(came[0].carried, quint16(3));
        QCOMPARE(came[1].carried, quint16(9000));
        QCOMPARE(came[1].type, quint8(TlsRecord::ApplicationData));
        QCOMPARE(came[1].direction, Direction::Received);
    }

    // The rest of a record whose beginning has been taken already.
    void takenInBetween()
    {
        const auto [stream, server] = established(TLS1_3_VERSION);
        (void)hear(*stream, *server);
        stream->records().clear();
        server->send(QByteArray(100, 'e'));
        const auto octets = server->give();
        stream->receive(octets);
        trace::RecordLog log;
        std::array<char, 60> some{};
        for (const qsizetype size : {60, 40}) {
            QCOMPARE(stream->read(some).octets, size);
            log.append(std::exchange(stream->records(), {}));
        }
        const auto records = log.records();
        QCOMPARE(records.size(), size_t(1));
        QCOMPARE(records[0].record.carried, quint16(100));
        QCOMPARE(records[0].record.wireOctets, quint32(122));
    }

    void whatIsInside()
    {
        const auto [stream, server] = established(TLS1_3_VERSION);
        (void)hear(*stream, *server);
        stream->records().clear();
        SSL_key_update(server->ssl(), SSL_KEY_UPDATE_REQUESTED);
        server->send("f");
        server->shutdown();
        const auto octets = server->give();
        stream->receive(octets);
        net::TlsStream::Status last{};
        QCOMPARE(readAll(*stream, last), QByteArray("f"));
        QCOMPARE(last, net::TlsStream::Status::Ended);
        const auto came = of(stream->records(), Direction::Received);
        QCOMPARE(wireLengths(came), lengths(octets));
        QCOMPARE(came.size(), size_t(3));
        QCOMPARE(came[0].type, quint8(TlsRecord::Handshake));
        QCOMPARE(came[1].type, quint8(TlsRecord::ApplicationData));
        QCOMPARE(came[2].type, quint8(TlsRecord::Alert));
        QCOMPARE(came[0].carried + came[2].carried, 0);
    }

    void ofAConnection()
    {
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\n";
        ScriptedServer server(ServerTls{.alpn = {"http/1.1"}},
                              answering(head + QByteArray(20000, 'z')));
        auto connection = m_connections.tls(server);
        const auto trace = connection->trace();
        const auto before = trace::now();
        RecordingOwner owner;
        QVERIFY(runOn(owner, connection));
        const auto after = trace::now();
        owner.connection.reset();
        finish(connection);

        const auto &log = trace->records();
        const auto state = trace->state();
        const auto sent = log.totals(Direction::Sent);
        const auto received = log.totals(Direction::Received);
        QCOMPARE(sent.wireOctets, state.octetsSent);
        QCOMPARE(received.wireOctets, state.octetsReceived);
        QCOMPARE(sent.carried, trace->log().octets(Direction::Sent));
        QCOMPARE(received.carried, quint64(head.size() + 20000));
        // OpenSSL's server puts up to 16 KiB into one.
        const auto first = log.find(Direction::Received, 0);
        const auto second = log.find(Direction::Received, 16384);
        QVERIFY(first && second);
        QCOMPARE(first->from, quint64(0));
        QCOMPARE(first->to(), quint64(16384));
        QCOMPARE(first->record.wireOctets, quint32(16384 + around(TLS1_3_VERSION)));
        QCOMPARE(second->number, first->number + 1);
        QCOMPARE(second->to(), received.carried);
        QVERIFY(first->record.at >= before && second->record.at <= after);
        QVERIFY(!log.find(Direction::Received, received.carried));
        const auto all = log.records();
        QCOMPARE(all.back().record.type, quint8(TlsRecord::Alert)); // close_notify
        QCOMPARE(all.back().record.direction, Direction::Sent);
        QCOMPARE(all.front().record.type, quint8(TlsRecord::Handshake));
        QVERIFY(std::ranges::is_sorted(all, {}, [](const auto &each) { return each.record.at; }));
    }

    void keptUpToALimit()
    {
        trace::RecordLog log;
        const TlsRecord one{.wireOctets = 30,
                            .carried = 8,
                            .type = TlsRecord::ApplicationData,
                            .direction = Direction::Received};
        const std::vector<TlsRecord> many(1000, one);
        for (int i = 0; i < 66; ++i)
            log.append(many);
        QVERIFY(log.isFull());
        QCOMPARE(log.records().size(), trace::RecordLog::limit);
        QCOMPARE(log.totals(Direction::Received),
                 (trace::RecordLog::Totals{66000, 1980000, 528000}));
        QVERIFY(log.find(Direction::Received, 8 * trace::RecordLog::limit - 1));
        QVERIFY(!log.find(Direction::Received, 8 * trace::RecordLog::limit));
        // What goes on with one that is not kept is counted and put nowhere else.
        const std::array rest{TlsRecord{.carried = 5, .direction = Direction::Received}};
        log.append(rest);
        QCOMPARE(log.totals(Direction::Received).carried, quint64(528005));
        QVERIFY(!log.find(Direction::Received, 8 * trace::RecordLog::limit));
    }

private:
    static std::pair<std::unique_ptr<net::TlsStream>, std::unique_ptr<MemoryServer>>
    established(int version)
    {
        auto server =
            std::make_unique<MemoryServer>(ServerTls{.minVersion = version,
                                                     .maxVersion = version,
                                                     .ciphers = "ECDHE-ECDSA-AES128-GCM-SHA256:"
                                                                "ECDHE-RSA-AES128-GCM-SHA256"});
        auto stream = newStream(request());
        if (shake(*stream, *server) != net::TlsStream::Handshake::Done)
            qFatal("no handshake");
        return {std::move(stream), std::move(server)};
    }

    Connections m_connections;
};

QTEST_GUILESS_MAIN(TestTlsRecords)
#include "tst_tls_records.moc"

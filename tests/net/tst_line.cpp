// The line: its arithmetic on imagined stamps, to the nanosecond, and the thread that carries it
// out between real sockets, of which only what cannot be too early is asserted.
#include "net/line.h"
#include "net/line_model.h"
#include "net/socket.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cerrno>

using namespace sonde;
using namespace sonde::net;
using namespace std::chrono_literals;

namespace
{

using Stamp = trace::Stamp;
using Way = LineModel::Way;

LineSpec spec(const char *text)
{
    return lineFrom(text).value_or(LineSpec{});
}

struct Arrived {
    std::map<LineModel::Lane, qint64> octets;
    std::map<LineModel::Lane, Stamp> last;
    std::map<LineModel::Lane, Stamp> first;
    std::vector<LineModel::Lane> ends;
    Stamp over;
};

// Steps from wake-up to wake-up, as the thread does; `late` after each of them.
Arrived runDry(LineModel &model, std::chrono::nanoseconds late = 0ns)
{
    Arrived arrived;
    while (const auto at = model.wakeAt()) {
        const Stamp now = *at + late;
        while (const auto piece = model.next(now)) {
            arrived.octets[piece->lane] += piece->octets.size();
            arrived.last[piece->lane] = piece->due;
            arrived.first.try_emplace(piece->lane, piece->due);
            if (piece->isEnd)
                arrived.ends.push_back(piece->lane);
            arrived.over = std::max(arrived.over, piece->due);
        }
    }
    return arrived;
}

std::chrono::nanoseconds at(Stamp stamp)
{
    return stamp - Stamp{};
}

std::unique_ptr<Socket> startConnecting(quint16 port, Line *line)
{
    const Line::Scope scope(line);
    int number = 0;
    return Socket::startConnecting(QHostAddress::LocalHost, port, number);
}

// Through the socket until its end or `most` octets are there.
QByteArray readAll(Socket &socket, qsizetype most, Socket::Transfer *last = nullptr)
{
    QByteArray all;
    bool over = false;
    socket.onReadable([&] {
        std::array<char, 65536> piece{};
        const auto transfer = socket.receive(piece);
        if (transfer.status == Socket::Status::Done)
            all.append(piece.data(), transfer.octets);
        over = transfer.status == Socket::Status::Ended ||
               transfer.status == Socket::Status::Failed || all.size() >= most;
        if (last)
            *last = transfer;
    });
    socket.listenRead(Socket::Listen::Yes);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(over, 30'000); }();
    socket.listenRead(Socket::Listen::No);
    return all;
}

int connected(Socket &socket)
{
    bool told = false;
    socket.onWritable([&] { told = true; });
    socket.listenWrite(Socket::Listen::Yes);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(told, 30'000); }();
    socket.listenWrite(Socket::Listen::No);
    socket.onWritable({});
    return told ? socket.connectResult() : -1;
}

} // namespace

class TestLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("again");
        const auto row = [](const char *text, const char *again) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(again);
        };
        row("rtt=40ms", "rtt=40ms");
        row("rtt=40ms,down=5mbit", "rtt=40ms,down=5mbit");
        row(" RTT=0.5s , up=500kbit", "rtt=500ms,up=500kbit");
        row("down=1.5mbit,rtt=250us", "rtt=250us,down=1500kbit");
        row("rtt=1s,window=iw10", "rtt=1s,window=iw10");
        row("rtt=1s,window=none", "rtt=1s");
        for (const char *bad :
             {"", "rtt", "rtt=", "rtt=40", "rtt=-1ms", "rtt=11s", "rtt=nan ms", "down=5",
              "down=1bit", "down=200gbit", "up=x mbit", "loss=1%", "rtt=0ms", "window=iw10",
              "down=5mbit,window=iw10", "rtt=40ms;down=5mbit"})
            row(bad, "");
    }
    void specs()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, again);
        const auto read = lineFrom(text);
        QCOMPARE(read.has_value(), !again.isEmpty());
        if (read) {
            QCOMPARE(read->text(), again);
            QCOMPARE(lineFrom(read->text()).value_or(LineSpec{}), *read);
        } else {
            QVERIFY(read.error().sentence.endsWith(u'.'));
        }
    }

    void halfARoundTripEachWay()
    {
        LineModel model(spec("rtt=40ms"));
        model.push(1, Way::Up, "hello", Stamp{} + 5ms);
        QVERIFY(!model.next(Stamp{} + 24ms));
        const auto piece = model.next(Stamp{} + 25ms);
        QVERIFY(piece);
        QCOMPARE(piece->octets, QByteArray("hello"));
        QCOMPARE(at(piece->due), std::chrono::nanoseconds(25ms));
        QCOMPARE(model.inside(1, Way::Up), qint64(0));
    }

    // 1,000,000 octets at 5 Mbit/s take 1.6 s, whoever wakes up late.
    void rateIsExact()
    {
        for (const auto late : {0ns, std::chrono::nanoseconds(3ms)}) {
            LineModel model(spec("rtt=40ms,down=5mbit"));
            model.push(1, Way::Down, QByteArray(1'000'000, 'x'), {});
            const auto arrived = runDry(model, late);
            QCOMPARE(arrived.octets.at(1), qint64(1'000'000));
            const auto wrong = at(arrived.over) - (1600ms + 20ms);
            QVERIFY(std::chrono::abs(wrong) < 10us);
        }
    }

    // What waits in the line is sent at its rate even if the thread looks only now and then, but a
    // line that had nothing to send has saved nothing up.
    void idleTimeIsNotSaved()
    {
        LineModel model(spec("down=8mbit"));
        model.push(1, Way::Down, QByteArray(1000, 'x'), {});
        QCOMPARE(at(runDry(model).over), std::chrono::nanoseconds(1ms));
        model.push(1, Way::Down, QByteArray(1000, 'x'), Stamp{} + 1s);
        QCOMPARE(at(runDry(model).over), std::chrono::nanoseconds(1001ms));
    }

    // Six connections get no more than one, and each of them its sixth.
    void connectionsShareOneBucket()
    {
        LineModel model(spec("rtt=40ms,down=5mbit"));
        for (LineModel::Lane lane = 1; lane <= 6; ++lane)
            model.push(lane, Way::Down, QByteArray(100'000, 'x'), {});
        const auto arrived = runDry(model);
        const auto wrong = at(arrived.over) - (960ms + 20ms);
        QVERIFY(std::chrono::abs(wrong) < 10us);
        // One turn of six segments is 13.9 ms.
        for (const auto &[lane, last] : arrived.last)
            QVERIFY(at(arrived.over) - at(last) < 14ms);
        for (const auto &[lane, first] : arrived.first)
            QVERIFY(at(first) <= 20ms + 14ms);
    }

    void waysDoNotShare()
    {
        LineModel model(spec("down=8mbit,up=4mbit"));
        model.push(1, Way::Down, QByteArray(100'000, 'x'), {});
        model.push(2, Way::Up, QByteArray(100'000, 'x'), {});
        const auto arrived = runDry(model);
        QCOMPARE(at(arrived.last.at(1)), std::chrono::nanoseconds(100ms));
        QCOMPARE(at(arrived.last.at(2)), std::chrono::nanoseconds(200ms));
    }

    // 14,480 octets, then twice as many each round trip: 1 MB takes seven flights, and the last of
    // them comes through six round trips and a half after the beginning.
    void slowStartIsModelled()
    {
        LineModel model(spec("rtt=40ms,window=iw10"));
        model.push(1, Way::Down, QByteArray(1'000'000, 'x'), {});
        const auto arrived = runDry(model);
        QCOMPARE(arrived.octets.at(1), qint64(1'000'000));
        QCOMPARE(at(arrived.over), std::chrono::nanoseconds(6 * 40ms + 20ms));
        // A connection that is warm has it behind it.
        model.push(1, Way::Down, QByteArray(1'000'000, 'x'), Stamp{} + 1s);
        QVERIFY(at(runDry(model).over) <= 1s + 60ms);
        // Each connection has a window of its own.
        LineModel two(spec("rtt=40ms,window=iw10"));
        two.push(1, Way::Down, QByteArray(14'480, 'x'), {});
        two.push(2, Way::Down, QByteArray(14'480, 'x'), {});
        QCOMPARE(at(runDry(two).over), std::chrono::nanoseconds(20ms));
    }

    void endsComeLast()
    {
        LineModel model(spec("rtt=10ms,down=8mbit"));
        model.push(1, Way::Down, QByteArray(5000, 'x'), {});
        model.end(1, Way::Down, Stamp{} + 1ms);
        const auto arrived = runDry(model);
        QCOMPARE(arrived.octets.at(1), qint64(5000));
        QCOMPARE(arrived.ends, (std::vector<LineModel::Lane>{1}));
        QCOMPARE(at(arrived.last.at(1)), std::chrono::nanoseconds(10ms));
        QVERIFY(!model.wakeAt());
    }

    void whoLeavesTakesHisOctetsAlong()
    {
        LineModel model(spec("rtt=10ms,down=8mbit"));
        model.push(1, Way::Down, QByteArray(5000, 'x'), {});
        model.push(2, Way::Down, QByteArray(5000, 'x'), {});
        model.drop(1);
        const auto arrived = runDry(model);
        QVERIFY(!arrived.octets.contains(1));
        QCOMPARE(arrived.octets.at(2), qint64(5000));
    }

    // --- between sockets

    void connectingTakesARoundTrip()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Line line(spec("rtt=60ms"));
        QElapsedTimer clock;
        clock.start();
        const auto socket = startConnecting(server.serverPort(), &line);
        QVERIFY(socket);
        QCOMPARE(connected(*socket), 0);
        QVERIFY2(clock.nsecsElapsed() >= 60'000'000, qPrintable(QString::number(clock.elapsed())));
        // The server's own address, not one of the line.
        QCOMPARE(socket->remoteAddress(), "127.0.0.1:" + QByteArray::number(server.serverPort()));
        QVERIFY(socket->localAddress().startsWith("127.0.0.1:"));
        QTRY_VERIFY(server.hasPendingConnections());
        // There and back is another one.
        auto *peer = server.nextPendingConnection();
        QVERIFY(peer);
        connect(peer, &QTcpSocket::readyRead, peer, [peer] { peer->write(peer->readAll()); });
        clock.restart();
        QCOMPARE(socket->send("ping").octets, qsizetype(4));
        QCOMPARE(readAll(*socket, 4), QByteArray("ping"));
        QVERIFY2(clock.nsecsElapsed() >= 60'000'000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(line.usage().octets == 8 && line.usage().pieces == 2);
        QVERIFY(line.usage().cpu.count() > 0);
    }

    void refusalsArePassedOn()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        Line line(spec("rtt=20ms"));
        const auto socket = startConnecting(port, &line);
        QVERIFY(socket);
        QCOMPARE(connected(*socket), ECONNREFUSED);
    }

    void everyOctetComesThrough_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("delay") << QByteArray("rtt=4ms");
        QTest::newRow("rate") << QByteArray("rtt=2ms,down=80mbit");
        QTest::newRow("window") << QByteArray("rtt=4ms,window=iw10");
    }
    // 3 MB down that nobody reads at first, then an orderly end.
    void everyOctetComesThrough()
    {
        QFETCH(QByteArray, line);
        QByteArray content(3'000'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < content.size(); ++i)
            content[i] = char(i * 31 + i / 251);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            auto *peer = server.nextPendingConnection();
            peer->write(content);
            peer->disconnectFromHost();
        });
        Line road(lineFrom(line).value());
        const auto socket = startConnecting(server.serverPort(), &road);
        QCOMPARE(connected(*socket), 0);
        QTest::qWait(20);
        Socket::Transfer last;
        const QByteArray got = readAll(*socket, content.size() + 1, &last);
        QCOMPARE(got.size(), content.size());
        QVERIFY(got == content);
        QCOMPARE(last.status, Socket::Status::Ended);
    }

    void uploadsComeThrough()
    {
        const QByteArray content(2'000'000, 'u');
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray got;
        bool ended = false;
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            auto *peer = server.nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, peer, [&, peer] { got += peer->readAll(); });
            connect(peer, &QTcpSocket::disconnected, peer, [&] { ended = true; });
        });
        Line line(spec("rtt=2ms,up=160mbit"));
        auto socket = startConnecting(server.serverPort(), &line);
        QCOMPARE(connected(*socket), 0);
        qsizetype sent = 0;
        socket->onWritable([&] {
            const auto transfer = socket->send(QByteArrayView(content).sliced(sent));
            sent += transfer.octets;
            if (sent == content.size())
                socket->listenWrite(Socket::Listen::No);
        });
        socket->listenWrite(Socket::Listen::Yes);
        QTRY_COMPARE_WITH_TIMEOUT(sent, content.size(), 30'000);
        socket.reset(); // what was taken goes out all the same
        QTRY_VERIFY_WITH_TIMEOUT(ended, 30'000);
        QCOMPARE(got.size(), content.size());
    }

    void resetsArePassedOn()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            auto *peer = server.nextPendingConnection();
            // Closing with octets unread resets.
            connect(peer, &QTcpSocket::readyRead, peer, [peer] { peer->abort(); });
            peer->setReadBufferSize(1);
        });
        Line line(spec("rtt=4ms"));
        const auto socket = startConnecting(server.serverPort(), &line);
        QCOMPARE(connected(*socket), 0);
        QCOMPARE(socket->send("hello").octets, qsizetype(5));
        Socket::Transfer last;
        QVERIFY(readAll(*socket, 1, &last).isEmpty());
        QCOMPARE(last.status, Socket::Status::Failed);
        QCOMPARE(socket->number(), ECONNRESET);
    }

    void whatHangsOnAStoppedLineEnds()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Line line(spec("rtt=4ms"));
        const auto socket = startConnecting(server.serverPort(), &line);
        QCOMPARE(connected(*socket), 0);
        line.stop();
        Socket::Transfer last;
        QVERIFY(readAll(*socket, 1, &last).isEmpty());
        QCOMPARE(last.status, Socket::Status::Ended);
        QVERIFY(line.usage().cpu.count() > 0);
    }
};

QTEST_GUILESS_MAIN(TestLine)
#include "tst_line.moc"

// A client's and a server's session of HTTP/1, wired to each other in memory.
#include "http1_transcript.h"
#include "wire/http1.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;

class TestHttp1Wired : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wired_data();
    void wired();
    void wiredUpload();
};

void TestHttp1Wired::wired_data()
{
    QTest::addColumn<qsizetype>("step");
    QTest::newRow("one octet at a time") << qsizetype(1);
    QTest::newRow("seven") << qsizetype(7);
    QTest::newRow("all") << qsizetype(1 << 20);
}

// Client and server speak through two pipes, so many octets at a time, for five exchanges.
void TestHttp1Wired::wired()
{
    QFETCH(qsizetype, step);
    auto client = makeHttp1Client();
    auto server = makeHttp1Server();
    Http1Transcript clientSaid(Http1Transcript::Show::MessagesOnly);
    Http1Transcript serverSaid(Http1Transcript::Show::MessagesOnly);
    const auto pump = [&] {
        for (;;) {
            QByteArray up;
            QByteArray down;
            std::vector<SentMark> marks;
            const bool upward = client->drain(up, marks, step);
            const bool downward = server->drain(down, marks, step);
            if (!upward && !downward)
                return;
            if (!up.isEmpty())
                server->feed(up, {});
            if (!down.isEmpty())
                client->feed(down, {});
            serverSaid.add(server->takeEvents());
            clientSaid.add(client->takeEvents());
        }
    };
    QByteArrayList expected;
    for (quint32 turn = 1; turn <= 5; ++turn) {
        const auto stream = client->open(
            {.method = "POST", .target = "/echo", .headers = {{"Host", "a"}}}, unknownLength);
        QVERIFY(stream);
        client->sendContent(*stream, "ping ");
        pump();
        server->sendHead(*stream, answer(103), noContent);
        server->sendHead(*stream, answer(200), unknownLength);
        server->sendContent(*stream, "pong ");
        pump();
        client->sendContent(*stream, "ping");
        client->endContent(*stream, {{"Up", "1"}});
        pump();
        server->sendContent(*stream, "pong");
        server->endContent(*stream, {{"Down", "2"}});
        pump();
        QCOMPARE(client->capacity(), 1);
        expected += QByteArrayList{"head-started",
                                   "HTTP/1.1 103 R wire 18",
                                   "head-started",
                                   "HTTP/1.1 200 R | Transfer-Encoding: chunked wire 46",
                                   "content pong pong wire 17",
                                   "trailers | Down: 2 wire 16",
                                   "ended last-chunk"};
    }
    QCOMPARE(clientSaid.lines(), expected);
    const QByteArrayList heard = serverSaid.lines();
    QCOMPARE(heard.join('\n').count("content ping ping"), 5);
}

// A megabyte up and down again with both queues kept full.
void TestHttp1Wired::wiredUpload()
{
    auto client = makeHttp1Client();
    auto server = makeHttp1Server();
    QByteArray content;
    for (int i = 0; content.size() < 1'000'000; ++i)
        content += QByteArray::number(i) + ' ';
    const auto stream =
        client->open({.method = "PUT", .headers = {{"Host", "a"}}}, known(quint64(content.size())));
    QVERIFY(stream);
    QByteArray echoed;
    qsizetype sent = 0;
    int wanted = 0;
    bool ended = false;
    while (!ended) {
        const qsizetype room = std::min(client->contentRoom(*stream), content.size() - sent);
        client->sendContent(*stream, content.sliced(sent, room));
        sent += room;
        const QByteArray up = drained(*client);
        server->feed(up, {});
        for (const Event &event : server->takeEvents()) {
            if (std::holds_alternative<RequestHeadReceived>(event))
                server->sendHead(*stream, answer(200), unknownLength);
            else if (const auto *piece = std::get_if<ContentReceived>(&event))
                server->sendContent(*stream, piece->octets.toByteArray());
            else if (std::holds_alternative<MessageEnded>(event))
                server->endContent(*stream, {});
        }
        const QByteArray down = drained(*server);
        client->feed(down, {});
        for (const Event &event : client->takeEvents()) {
            if (const auto *piece = std::get_if<ContentReceived>(&event))
                echoed += piece->octets;
            wanted += int(std::holds_alternative<ContentWanted>(event));
            ended = ended || std::holds_alternative<MessageEnded>(event);
        }
    }
    QCOMPARE(echoed, content);
    QVERIFY(wanted > 5);
    QVERIFY(client->isReusable());
}

QTEST_APPLESS_MAIN(TestHttp1Wired)
#include "tst_http1_wired.moc"

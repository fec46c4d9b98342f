// Messages in a row on one connection: what the reader remembers of the one before must not change
// what it says of the next.
#include "wire/http1.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;

namespace
{

const QByteArrayList &messages()
{
    static const QByteArrayList all{
        "HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 1\r\nX: a\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nDate: Tue\r\nContent-Length: 1\r\nX: a\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 1\r\nX: a\r\n b\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 1\r\nx: a\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nDate : Mon\r\nContent-Length: 1\r\nX: \x01\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 1\r\nX: a\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\nX: a\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nDate: Mon\r\nTransfer-Encoding: chunked\r\nX: a\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 200\r\nDate: Mon\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.1 204 None\r\nDate: Mon\r\n\r\n",
        "HTTP/1.1 200 OK\nDate: Mon\nContent-Length: 1\nX: a\n\nx",
        "HTTP/1.1 200 OK\r\nDate: Mon\r\nContent-Length: 2\r\nX: " + QByteArray(600, 'a') +
            "\r\n\r\nxy",
    };
    return all;
}

// What a message says, without its place on the connection.
struct Saying {
    QByteArrayList &lines;

    void operator()(const ResponseHeadReceived &event) const
    {
        lines.append(QByteArray::number(event.head.status) + ' ' + event.head.reason + ' ' +
                     QByteArray::number(int(event.head.version)) + ' ' +
                     QByteArray::number(event.wireOctets));
        for (const http::Field &field : event.head.headers)
            lines.append(field.name + ": " + field.value);
    }
    void operator()(const ContentReceived &event) const
    {
        lines.append("content " + event.octets.toByteArray());
    }
    void operator()(const TrailersReceived &event) const
    {
        for (const http::Field &field : event.trailers)
            lines.append("trailer " + field.name + ": " + field.value);
    }
    void operator()(const FindingNoticed &event) const { lines.append(event.finding.rule); }
    void operator()(const MessageEnded &event) const
    {
        lines.append("end " + trace::name(event.how).toByteArray());
    }
    void operator()(const StreamFailed &event) const
    {
        lines.append(http::name(event.error.code).toByteArray());
    }
    void operator()(const auto &) const {}
};

QByteArrayList ask(ClientSession &session, const QByteArray &response, qsizetype piece)
{
    const auto stream = session.open({.headers = {{"Host", "a.test"}}}, {});
    if (!stream)
        return {"not open"};
    QByteArray out;
    std::vector<SentMark> marks;
    (void)session.drain(out, marks);
    QByteArrayList lines;
    for (qsizetype at = 0; at < response.size(); at += piece) {
        session.feed(QByteArrayView(response).sliced(at, std::min(piece, response.size() - at)),
                     trace::Stamp{at + 1});
        for (const Event &event : session.takeEvents())
            std::visit(Saying{lines}, event);
    }
    return lines;
}

} // namespace

class TestHttp1Repeated : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSecondSaysWhatItSaysAlone_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        for (qsizetype i = 0; i < messages().size(); ++i) {
            for (qsizetype j = 0; j < messages().size(); ++j)
                QTest::addRow("%d after %d", int(j), int(i)) << messages()[i] << messages()[j];
        }
    }
    void theSecondSaysWhatItSaysAlone()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        for (const qsizetype piece : {qsizetype(1) << 20, qsizetype(1)}) {
            const auto fresh = makeHttp1Client();
            const auto expected = ask(*fresh, second, piece);
            QVERIFY(expected.size() > 1);
            const auto used = makeHttp1Client();
            const auto before = ask(*used, first, piece);
            QVERIFY(!before.isEmpty());
            if (used->capacity() == 0)
                QSKIP("the first ends the connection");
            QCOMPARE(ask(*used, second, piece), expected);
            QCOMPARE(used->isReusable(), fresh->isReusable());
        }
    }

    // A head that is the same again takes no new memory for its fields.
    void repeatedFieldsShareTheirOctets()
    {
        const auto session = makeHttp1Client();
        std::vector<const char *> values;
        for (int round = 0; round < 2; ++round) {
            QVERIFY(session->open({.headers = {{"Host", "a.test"}}}, {}));
            session->feed(messages().first(), trace::Stamp{1});
            for (const Event &event : session->takeEvents()) {
                if (const auto *head = std::get_if<ResponseHeadReceived>(&event))
                    values.push_back(head->head.headers.fields().front().value.constData());
            }
        }
        QCOMPARE(values.size(), size_t(2));
        QCOMPARE(values[0], values[1]);
    }
};

QTEST_APPLESS_MAIN(TestHttp1Repeated)
#include "tst_http1_repeated.moc"

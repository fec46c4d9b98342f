// The record of a connection as a view reads it: one way for both versions, while it grows.
#include "client/connection_record.h"

#include <QTest>

using namespace sonde;
using client::ConnectionRecord;
using News = ConnectionRecord::News;
using trace::Direction;

namespace
{

std::shared_ptr<trace::Connection> connection(http::Version version)
{
    auto made = std::make_shared<trace::Connection>(trace::ExchangeId(1),
                                                    http::Origin{"http", "a.test", 80});
    made->update([&](trace::ConnectionState &state) { state.version = version; });
    return made;
}

} // namespace

class TestConnectionRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void http1()
    {
        const auto trace = connection(http::Version::Http11);
        ConnectionRecord record(trace);
        QCOMPARE(record.readOn(), News::None);
        QVERIFY(!record.http1() && !record.conversation());
        trace->log().append(Direction::Sent, {1}, "GET / HTTP/1.1\r\n\r\n");
        QCOMPARE(record.readOn(), News::Some);
        QCOMPARE(record.readOn(), News::None);
        QVERIFY(!record.conversation());
        QCOMPARE(record.http1()->parts().size(), size_t(1));
        trace->log().append(Direction::Received, {2}, "HTTP/1.1 204 No Content\r\n\r\n");
        QCOMPARE(record.readOn(), News::Some);
        QCOMPARE(record.http1()->parts().size(), size_t(2));
    }

    void http2()
    {
        const auto trace = connection(http::Version::Http2);
        ConnectionRecord record(trace);
        trace->log().append(Direction::Sent, {1},
                            QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") +
                                QByteArray::fromHex("000000040000000000"));
        QCOMPARE(record.readOn(), News::Some);
        QVERIFY(!record.http1());
        QCOMPARE(record.conversation()->frames.size(), size_t(1));
        QCOMPARE(record.conversation()->frames[0].at, trace::Stamp{1});
    }
};

QTEST_GUILESS_MAIN(TestConnectionRecord)
#include "tst_connection_record.moc"

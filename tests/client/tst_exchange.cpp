// One exchange against a connection that the test plays: what it records, stores, decodes and holds
// back, and how it fails.
#include "tests/client/playbook.h"
#include "tests/support/zlib_packed.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::testing;
using http::Code;
using trace::End;
using trace::What;

class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeStory()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/p"));
        QCOMPARE(connection->head.target, "/p");
        QVERIFY(!play.state().isOver());
        connection->sendMarks();
        connection->answer(200, {{"Content-Length", "11"}});
        connection->content("hello ");
        QCOMPARE(play.body(), "hello ");
        connection->content("world");
        QCOMPARE(connection->consumed, 11);
        connection->end();
        QVERIFY2(play.state().isOver(), "the exchange ends with its last octet");
        play.settle();
        QVERIFY(play.call->isOver());
        const auto state = play.state();
        QCOMPARE(kinds(state), (std::vector{What::Created, What::Dispatched, What::StreamOpened,
                                            What::SendHeadStarted, What::SendHeadFinished,
                                            What::HeadStarted, What::HeadFinished,
                                            What::BodyStarted, What::BodyFinished, What::Ended}));
        QCOMPARE(state.end, End::ContentLength);
        QVERIFY(!state.error);
        QCOMPARE(state.response->status, 200);
        QCOMPARE(state.sizes.requestHeadWire, 80u);
        QCOMPARE(state.sizes.responseHeadWire, 50u);
        QCOMPARE(state.sizes.responseEncoded, 11u);
        QCOMPARE(state.sizes.responseDecoded, 11u);
        QCOMPARE(state.sizes.responseBodyWire, 11u);
        QCOMPARE(state.connection, connection->trace());
        QCOMPARE(state.streamId, 0u);
        QVERIFY(state.sentHeaders.contains("User-Agent"));
        QCOMPARE(play.call->last().exchange->chunks().size(), size_t(2));
        QVERIFY(play.call->last().body->isFinished());
        QCOMPARE(play.body(), "hello world");
        QCOMPARE(connection->released, 0);
    }

    void interimHeadsAndTrailers()
    {
        Playbook play;
        const auto connection = play.expectConnection(true, http::Version::Http2);
        play.start(requestTo("https://a.test/"));
        connection->answer(103, {{"Link", "</a.css>"}});
        connection->answer(200);
        connection->content("x");
        connection->owner->trailersReceived(
            {.at = trace::now(), .trailers = {{"Sum", "1"}}, .wireOctets = 9});
        connection->end(End::EndStream);
        play.settle();
        const auto state = play.state();
        QCOMPARE(state.interim.size(), size_t(1));
        QCOMPARE(state.interim.front().status, 103);
        QCOMPARE(state.trailers.value("sum"), "1");
        QCOMPARE(state.streamId, 1u);
        QVERIFY(state.connectionReused);
        QCOMPARE(kinds(state),
                 (std::vector{What::Created, What::Dispatched, What::StreamOpened,
                              What::InterimHeadStarted, What::InterimHeadFinished,
                              What::HeadStarted, What::HeadFinished, What::BodyStarted,
                              What::BodyFinished, What::TrailersFinished, What::Ended}));
    }

    void endlessInterimHeadsAreBounded()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        for (int i = 0; i < 5'000; ++i)
            connection->answer(102);
        QCOMPARE(play.state().interim.size(), size_t(100));
        QVERIFY(play.state().events.size() < 300);
        QVERIFY(play.hasFinding("client.interim-heads"));
        connection->answer(200);
        connection->end();
        play.settle();
        QCOMPARE(play.state().response->status, 200);
    }

    void switchingProtocolsIsTheFinalHead()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        connection->answer(101);
        connection->content("raw");
        connection->end(End::Close);
        play.settle();
        QCOMPARE(play.state().response->status, 101);
        QCOMPARE(play.body(), "raw");
    }

    // The server waits for the other protocol for ever; we do not wait with it.
    void switchingProtocolsEndsTheExchange()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        connection->answer(101, {{"Upgrade", "x"}});
        connection->content("raw");
        QVERIFY(play.waitForEnd());
        QCOMPARE(play.state().response->status, 101);
        QVERIFY(play.state().interim.empty());
        QVERIFY(!play.state().error);
        QCOMPARE(play.state().end, End::NoContent);
        QCOMPARE(play.body(), "raw");
        QVERIFY(play.hasFinding("client.switching-protocols"));
        QCOMPARE(connection->released, 1);
    }

    // --- content codings

    void decodes_data()
    {
        QTest::addColumn<qsizetype>("cut");
        QTest::newRow("octet by octet") << qsizetype(1);
        QTest::newRow("some") << qsizetype(37);
        QTest::newRow("whole") << qsizetype(1'000'000);
    }
    void decodes()
    {
        QFETCH(qsizetype, cut);
        QByteArray plain;
        for (int i = 0; i < 2'000; ++i)
            plain += QByteArray::number(i * i) + ' ';
        const QByteArray packed = gzipped(plain);
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        connection->answer(200, {{"Content-Encoding", "gzip"}});
        for (qsizetype at = 0; at < packed.size(); at += cut)
            connection->content(packed.mid(at, cut));
        connection->end();
        play.settle();
        QCOMPARE(play.body(), plain);
        const auto state = play.state();
        QCOMPARE(state.sizes.responseEncoded, quint64(packed.size()));
        QCOMPARE(state.sizes.responseDecoded, quint64(plain.size()));
        QCOMPARE(state.contentCodings, "gzip");
        QCOMPARE(connection->consumed, packed.size());
        QVERIFY(!state.error);
    }

    void notDecoded_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<bool>("decode");
        QTest::addColumn<QByteArray>("rule");
        QTest::newRow("switched off") << 200 << QByteArray("gzip") << false << QByteArray();
        QTest::newRow("unknown") << 200 << QByteArray("pack200-gzip") << true
                                 << QByteArray("client.unknown-coding");
        QTest::newRow("unknown inside")
            << 200 << QByteArray("gzip, secret") << true << QByteArray("client.unknown-coding");
        QTest::newRow("range") << 206 << QByteArray("gzip") << true
                               << QByteArray("client.encoded-range");
        QTest::newRow("identity") << 200 << QByteArray("identity") << true << QByteArray();
    }
    void notDecoded()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, coding);
        QFETCH(bool, decode);
        QFETCH(QByteArray, rule);
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"), {.decode = decode});
        connection->answer(status, {{"Content-Encoding", coding}});
        connection->content("\x1f\x8b octets");
        connection->end();
        play.settle();
        QCOMPARE(play.body(), "\x1f\x8b octets");
        QCOMPARE(connection->consumed, 9);
        QVERIFY(!play.state().error);
        QCOMPARE(play.state().contentCodings, coding == "identity" ? QByteArray() : coding);
        if (rule.isEmpty())
            QVERIFY(play.state().findings.empty());
        else
            QVERIFY(play.hasFinding(rule));
    }

    void corruptContentKeepsWhatWasDecoded()
    {
        QByteArray plain;
        for (int i = 0; i < 50'000; ++i)
            plain += QByteArray::number(qint64(i) * 7919 % 100'003);
        QByteArray packed = gzipped(plain);
        packed[packed.size() / 2] = char(~packed[packed.size() / 2]);
        packed.replace(packed.size() / 2 + 1, 64, QByteArray(64, '\xff'));
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        connection->answer(200, {{"Content-Encoding", "gzip"}});
        connection->content(packed);
        if (connection->owner)
            connection->end();
        play.settle();
        const auto state = play.state();
        QCOMPARE(state.end, End::Failed);
        QCOMPARE(state.error->code, Code::ContentDecodingFailed);
        QVERIFY(play.body().size() > 10'000);
        QCOMPARE(quint64(play.body().size()), state.sizes.responseDecoded);
        QVERIFY(plain.startsWith(play.body().first(10'000)));
    }

    void cutContentFails()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        connection->answer(200, {{"Content-Encoding", "gzip"}});
        connection->content(gzipped("hello").chopped(5));
        connection->end();
        play.settle();
        QCOMPARE(play.state().error->code, Code::ContentDecodingFailed);
        QCOMPARE(play.body(), "hello");
    }

    void codedHeadWithoutContent()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/", "HEAD"));
        connection->answer(200, {{"Content-Encoding", "gzip"}});
        connection->end(End::NoContent);
        play.settle();
        QVERIFY(!play.state().error);
    }

    void bomb()
    {
        const QByteArray packed = gzipped(gzipped(QByteArray(40'000'000, '\0')));
        for (const qint64 limit : {qint64(1'000'000), qint64(0)}) {
            QTemporaryDir folder;
            Playbook play;
            const auto connection = play.expectConnection();
            play.start(requestTo("http://a.test/"),
                       {.bombLimit = limit, .spoolFolder = folder.path()});
            connection->answer(200, {{"Content-Encoding", "gzip, gzip"}});
            connection->content(packed);
            if (limit == 0)
                connection->end();
            play.settle();
            if (limit == 0) {
                QVERIFY(!play.state().error);
                QCOMPARE(play.call->last().body->size(), 40'000'000);
            } else {
                QCOMPARE(play.state().error->code, Code::DecompressionBomb);
                QVERIFY(play.call->last().body->size() < 2'000'000);
                QCOMPARE(connection->released, 1);
            }
        }
    }

    // --- back-pressure

    void fullSinkHoldsTheCredit()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        const auto sink = std::make_shared<FakeSink>(10);
        play.start(requestTo("http://a.test/"), {}, sink);
        connection->answer(200);
        QCOMPARE(sink->begun, 1);
        connection->content("12345");
        QCOMPARE(connection->consumed, 5);
        connection->content("67890");
        connection->content("abc");
        QCOMPARE(connection->consumed, 5);
        QCOMPARE(sink->got, "1234567890abc");
        sink->drain();
        QCOMPARE(connection->consumed, 13);
        connection->content("0123456789");
        QCOMPARE(connection->consumed, 13);
        connection->end();
        play.settle();
        QVERIFY2(!play.call->isOver(), "held octets are waited for");
        sink->drain();
        play.settle();
        QVERIFY(play.call->isOver());
        QVERIFY(!sink->drained);
        QCOMPARE(play.body(), QByteArray());
        QCOMPARE(play.state().sizes.responseDecoded, 23u);
    }

    void fullSinkStopsTheDecoder()
    {
        const QByteArray plain(20'000'000, 'x');
        Playbook play;
        const auto connection = play.expectConnection();
        const auto sink = std::make_shared<FakeSink>(100'000);
        play.start(requestTo("http://a.test/"), {}, sink);
        connection->answer(200, {{"Content-Encoding", "gzip"}});
        connection->content(gzipped(plain));
        connection->end();
        int drains = 0;
        for (; !play.call->isOver() && drains < 1'000; ++drains) {
            sink->drain();
            play.settle();
        }
        QVERIFY(drains > 100);
        QVERIFY2(sink->most < 200'000, "a small arrival must not become a large burst");
        QCOMPARE(sink->got, plain);
        QVERIFY(!play.state().error);
    }

    void sinkThatDrainsWhileItTakes()
    {
        class Eager : public FakeSink
        {
        public:
            http::Result<bool> take(QByteArrayView octets) override
            {
                got += octets;
                drained();
                return false;
            }
        };
        Playbook play;
        const auto connection = play.expectConnection();
        const auto sink = std::make_shared<Eager>();
        play.start(requestTo("http://a.test/"), {}, sink);
        connection->answer(200, {{"Content-Encoding", "gzip"}});
        connection->content(gzipped(QByteArray(300'000, 'x')));
        connection->end();
        play.settle();
        QVERIFY(play.call->isOver());
        QCOMPARE(sink->got.size(), 300'000);
    }

    void sinkThatFails()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        const auto sink = std::make_shared<FakeSink>();
        play.start(requestTo("http://a.test/"), {}, sink);
        connection->answer(200);
        sink->error = http::Error{.layer = http::Layer::File, .code = Code::FileUnwritable};
        connection->content("x");
        play.settle();
        QVERIFY(play.call->isOver());
        QCOMPARE(play.state().error->code, Code::FileUnwritable);
        QCOMPARE(connection->released, 1);
    }

    void storeThatFails()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"), {.spoolFolder = QStringLiteral("/dev/null/spool")});
        connection->answer(200);
        connection->content(QByteArray(1 << 20, 'x'));
        QVERIFY(!play.state().isOver());
        connection->content("x");
        play.settle();
        QCOMPARE(play.state().error->code, Code::FileUnwritable);
        QCOMPARE(play.call->last().body->size(), 1 << 20);
        QCOMPARE(play.state().sizes.responseDecoded, quint64(1 << 20));
    }

    void failuresKeepWhatArrived()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        play.start(requestTo("http://a.test/"));
        connection->answer(200);
        connection->content("abc");
        connection->fail({.layer = http::Layer::Http1,
                          .code = Code::TruncatedResponse,
                          .blame = http::Blame::Remote,
                          .phase = http::Phase::ReceiveBody});
        play.settle();
        QCOMPARE(play.state().end, End::Failed);
        QCOMPARE(play.state().error->code, Code::TruncatedResponse);
        QCOMPARE(play.body(), "abc");
        QCOMPARE(play.state().response->status, 200);
        QCOMPARE(connection->released, 0);
    }

    void refusedByTheConnection()
    {
        Playbook play;
        const auto connection = play.expectConnection();
        connection->refusal = http::Error{.code = Code::ConflictingOptions};
        play.start(requestTo("http://a.test/"));
        QVERIFY(play.call->isOver());
        QCOMPARE(play.state().error->code, Code::ConflictingOptions);
    }

    void noConnection()
    {
        Playbook play;
        play.start(requestTo("http://a.test/"));
        QVERIFY(play.call->isOver());
        QCOMPARE(play.state().error->code, Code::ConnectionRefused);
        QCOMPARE(kinds(play.state()), (std::vector{What::Created, What::Dispatched, What::Failed}));
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"

// What the whole engine carries on loopback, up and down: real sockets, both protocols, codings,
// and a slow end at either side.
#include "engine_bench.h"
#include "tests/support/zlib_packed.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>

#include <brotli/encode.h>

#include <fcntl.h>
#include <zstd.h>

using namespace sonde;
using namespace sonde::testing;
using namespace std::chrono_literals;
using client::Call;
using client::Options;

namespace
{

QByteArray packed(const QByteArray &octets, const QByteArray &coding)
{
    if (coding == "gzip")
        return gzipped(octets);
    if (coding == "deflate")
        return zlibPacked(octets, 15);
    if (coding == "br") {
        size_t size = BrotliEncoderMaxCompressedSize(size_t(octets.size()));
        QByteArray result{qsizetype(size), Qt::Uninitialized};
        BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, size_t(octets.size()),
                              reinterpret_cast<const uint8_t *>(octets.data()), &size,
                              reinterpret_cast<uint8_t *>(result.data()));
        return result.first(qsizetype(size));
    }
    QByteArray result(qsizetype(ZSTD_compressBound(size_t(octets.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress(result.data(), size_t(result.size()), octets.data(),
                                      size_t(octets.size()), 3);
    return result.first(qsizetype(size));
}

// Full after `capacity` octets until it is drained; keeps a digest only.
class SlowSink : public client::BodySink
{
public:
    explicit SlowSink(qint64 capacity)
        : m_capacity(capacity)
    {
    }
    void begin(const http::ResponseHead &) override {}
    http::Result<bool> take(QByteArrayView octets) override
    {
        digest.addData(octets);
        total += octets.size();
        held += octets.size();
        return held < m_capacity;
    }
    void drain()
    {
        held = 0;
        if (drained)
            drained();
    }
    QCryptographicHash digest{QCryptographicHash::Sha256};
    qint64 total = 0;
    qint64 held = 0;

private:
    const qint64 m_capacity;
};

} // namespace

class TestEngineTransfers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_cache.isValid());
        qputenv("XDG_CACHE_HOME", m_cache.path().toUtf8());
    }

    void getAndReuse_data() { addVersions(); }
    void getAndReuse()
    {
        QFETCH(Speaks, speaks);
        LoopbackServer server(speaks);
        Bench bench;
        const auto call = bench.run(requestTo(server.url(), speaks));
        const auto state = stateOf(*call);
        QVERIFY2(!state.error, state.error ? qPrintable(state.error->sentence) : "");
        QCOMPARE(state.response->status, 200);
        QCOMPARE(bodyOf(*call), "hello");
        QCOMPARE(state.response->version,
                 speaks == Speaks::Http2 ? http::Version::Http2 : http::Version::Http11);
        QVERIFY(!state.connectionReused);
        QVERIFY(state.sizes.requestHeadWire > 0);
        QVERIFY(state.sizes.responseHeadWire > 0);
        for (const auto what :
             {trace::What::SendHeadStarted, trace::What::SendHeadFinished, trace::What::HeadStarted,
              trace::What::BodyFinished, trace::What::Ended})
            QVERIFY2(trace::firstOf(state.events, what), trace::name(what).data());
        const auto again = bench.run(requestTo(server.url(), speaks));
        QVERIFY(stateOf(*again).connectionReused);
        QCOMPARE(stateOf(*again).connection, state.connection);
        QCOMPARE(server.connectionsMade(), 1);
        QCOMPARE(bench.engine.connections().size(), size_t(1));
        QCOMPARE(bench.engine.connections().front().exchanges, 2);
    }

    void freshConnections()
    {
        LoopbackServer server(Speaks::Http1);
        Bench bench;
        const auto call =
            bench.run(requestTo(server.url(), Speaks::Http1), {.reuse = net::Reuse::Fresh});
        QVERIFY(stateOf(*call).ownConnection);
        bench.run(requestTo(server.url(), Speaks::Http1), {.reuse = net::Reuse::Fresh});
        QCOMPARE(server.connectionsMade(), 2);
    }

    void http10()
    {
        LoopbackServer server(Speaks::Http1);
        Bench bench;
        http::Request request = requestTo(server.url(), Speaks::Http1);
        request.version = http::VersionPolicy::Http10;
        const auto call = bench.run(request);
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(bodyOf(*call), "hello");
    }

    void trailers_data() { addVersions(); }
    void trailers()
    {
        QFETCH(Speaks, speaks);
        LoopbackServer server(speaks, [](const LoopbackRequest &) {
            return LoopbackReply{.content = "x", .trailers = {{"sum", "1"}}};
        });
        Bench bench;
        const auto call = bench.run(requestTo(server.url(), speaks));
        QCOMPARE(stateOf(*call).trailers.value("Sum"), "1");
        QCOMPARE(bodyOf(*call), "x");
    }

    void manyAtOnce_data() { addVersions(); }
    void manyAtOnce()
    {
        QFETCH(Speaks, speaks);
        LoopbackServer server(speaks, [](const LoopbackRequest &request) {
            return LoopbackReply{.content = request.head.target};
        });
        Bench bench;
        std::vector<std::shared_ptr<Call>> calls;
        for (int i = 0; i < 300; ++i)
            calls.push_back(
                bench.engine.start(requestTo(server.url("/") + QByteArray::number(i), speaks)));
        QCOMPARE(bench.engine.liveCalls(), 300);
        for (int i = 0; i < 300; ++i) {
            QVERIFY(Bench::wait(*calls[size_t(i)]));
            QVERIFY(!stateOf(*calls[size_t(i)]).error);
            QCOMPARE(bodyOf(*calls[size_t(i)]), '/' + QByteArray::number(i));
        }
        QVERIFY(server.connectionsMade() <= (speaks == Speaks::Http2 ? 1 : 6));
    }

    // --- content up

    void uploads_data()
    {
        QTest::addColumn<Speaks>("speaks");
        QTest::addColumn<bool>("fromFile");
        QTest::addColumn<bool>("chunked");
        for (const Speaks speaks : {Speaks::Http1, Speaks::Http2}) {
            const char *name = speaks == Speaks::Http1 ? "HTTP/1.1" : "h2c";
            QTest::addRow("%s memory", name) << speaks << false << false;
            QTest::addRow("%s file", name) << speaks << true << false;
            QTest::addRow("%s memory, chunked", name) << speaks << false << true;
        }
    }
    void uploads()
    {
        QFETCH(Speaks, speaks);
        QFETCH(bool, fromFile);
        QFETCH(bool, chunked);
        const QByteArray octets = pattern(6'000'000);
        QByteArray received;
        LoopbackServer server(speaks, [&](const LoopbackRequest &request) {
            received = request.content;
            return LoopbackReply{.content = "taken"};
        });
        QFile file(m_cache.filePath(QStringLiteral("upload")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(octets), octets.size());
        file.close();
        http::Request request = requestTo(server.url(), speaks, "PUT");
        request.content =
            fromFile ? http::Content::file(file.fileName(), {}) : http::Content::of(octets, {});
        Options options;
        if (chunked)
            options.suppressedFields = {"Content-Length"};
        Bench bench;
        const auto call = bench.run(request, options);
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(bodyOf(*call), "taken");
        QVERIFY(received == octets);
        QCOMPARE(stateOf(*call).sizes.requestContent, quint64(octets.size()));
        QVERIFY(stateOf(*call).sizes.requestBodyWire >= quint64(octets.size()));
    }

    void slowServerSlowsTheUpload_data() { addVersions(); }
    void slowServerSlowsTheUpload()
    {
        QFETCH(Speaks, speaks);
        // A pipe as content: how much of it has been taken is what we can see from outside.
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
        const QByteArray path = "/dev/fd/" + QByteArray::number(ends[0]);
        QByteArray received;
        LoopbackServer server(speaks, [&](const LoopbackRequest &request) {
            received = request.content;
            return LoopbackReply{};
        });
        Bench bench;
        http::Request request = requestTo(server.url(), speaks, "POST");
        request.content = http::Content::file(QString::fromLatin1(path), {});
        const auto call = bench.engine.start(request);
        qint64 fed = 0;
        const QByteArray block = pattern(64 * 1024);
        const auto feed = [&] {
            const ssize_t count = ::write(ends[1], block.data(), size_t(block.size()));
            fed += std::max<ssize_t>(count, 0);
            return count > 0;
        };
        QVERIFY(spinUntil([&] {
            feed();
            return server.contentReceived() > 0;
        }));
        server.pauseReading(true);
        const qint64 before = fed;
        // Kernel buffers fill; then nothing more is taken.
        QElapsedTimer quiet;
        quiet.start();
        QVERIFY(spinUntil([&] {
            if (feed())
                quiet.restart();
            return quiet.elapsed() > 150;
        }));
        QVERIFY2(fed - before < 24 << 20, "only sockets and windows hold what is on its way");
        QVERIFY(!call->isOver());
        server.pauseReading(false);
        const qint64 held = fed;
        QVERIFY(spinUntil([&] {
            feed();
            return fed > held + (1 << 20);
        }));
        ::close(ends[1]);
        QVERIFY(Bench::wait(*call));
        ::close(ends[0]);
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(received.size(), fed);
    }

    void continueHonoured_data()
    {
        QTest::addColumn<Speaks>("speaks");
        QTest::addColumn<bool>("says");
        QTest::newRow("HTTP/1.1") << Speaks::Http1 << true;
        QTest::newRow("HTTP/1.1, never said") << Speaks::Http1 << false;
        QTest::newRow("h2c") << Speaks::Http2 << true;
    }
    void continueHonoured()
    {
        QFETCH(Speaks, speaks);
        QFETCH(bool, says);
        LoopbackServer server(speaks, [](const LoopbackRequest &request) {
            return LoopbackReply{.content = request.content};
        });
        server.saysContinue(says);
        http::Request request = requestTo(server.url(), speaks, "POST");
        request.content = http::Content::of("hello", {});
        request.headers = {{"Expect", "100-continue"}};
        Bench bench;
        const auto call = bench.run(request, {.timeouts = {.continueWait = says ? 1h : 30ms}});
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(bodyOf(*call), "hello");
        const auto started =
            trace::firstOf(stateOf(*call).events, trace::What::ContinueWaitStarted);
        const auto ended = trace::firstOf(stateOf(*call).events, trace::What::ContinueWaitFinished);
        const auto sent = trace::firstOf(stateOf(*call).events, trace::What::SendBodyStarted);
        QVERIFY(started && ended && sent);
        QVERIFY(*started <= *ended && *ended <= *sent);
    }

    // --- content down

    void codings_data()
    {
        QTest::addColumn<Speaks>("speaks");
        QTest::addColumn<QByteArray>("coding");
        for (const char *coding : {"gzip", "deflate", "br", "zstd"}) {
            QTest::addRow("HTTP/1.1 %s", coding) << Speaks::Http1 << QByteArray(coding);
            QTest::addRow("h2c %s", coding) << Speaks::Http2 << QByteArray(coding);
        }
    }
    void codings()
    {
        QFETCH(Speaks, speaks);
        QFETCH(QByteArray, coding);
        QByteArray plain;
        for (int i = 0; i < 300'000; ++i)
            plain += QByteArray::number(qint64(i) * 7919 % 100'003) + ' ';
        const QByteArray content = packed(plain, coding);
        QByteArray accepted;
        LoopbackServer server(speaks, [&](const LoopbackRequest &request) {
            accepted = request.head.headers.combined("Accept-Encoding");
            return LoopbackReply{.headers = {{"Content-Encoding", coding}}, .content = content};
        });
        Bench bench;
        const auto call = bench.run(requestTo(server.url(), speaks));
        QVERIFY(!stateOf(*call).error);
        QVERIFY(bodyOf(*call) == plain);
        QVERIFY(accepted.contains(coding));
        QCOMPARE(stateOf(*call).sizes.responseEncoded, quint64(content.size()));
        QCOMPARE(stateOf(*call).sizes.responseDecoded, quint64(plain.size()));
    }

    void slowSinkStallsTheServer_data() { addVersions(); }
    void slowSinkStallsTheServer()
    {
        QFETCH(Speaks, speaks);
        const QByteArray content = pattern(64 << 20);
        LoopbackServer server(
            speaks, [&](const LoopbackRequest &) { return LoopbackReply{.content = content}; });
        Bench bench;
        const auto sink = std::make_shared<SlowSink>(1 << 20);
        const auto call = bench.engine.start(requestTo(server.url(), speaks), {}, sink);
        qint64 sent = -1;
        QElapsedTimer quiet;
        quiet.start();
        QVERIFY(spinUntil([&] {
            if (std::exchange(sent, server.octetsSent()) != server.octetsSent() || sink->total == 0)
                quiet.restart();
            return quiet.elapsed() > 150;
        }));
        QVERIFY2(sent < 32 << 20, "the rest stays with the server");
        QVERIFY2(sink->total <= 18 << 20, "a window's worth is all that we hold");
        QVERIFY(!call->isOver());
        QVERIFY(spinUntil([&] {
            sink->drain();
            return call->isOver();
        }));
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(sink->total, content.size());
        QCOMPARE(sink->digest.result(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    }

    void bodiesSpill_data() { addVersions(); }
    void bodiesSpill()
    {
        QFETCH(Speaks, speaks);
        const QByteArray content = pattern(20 << 20);
        LoopbackServer server(
            speaks, [&](const LoopbackRequest &) { return LoopbackReply{.content = content}; });
        Bench bench;
        const auto call = bench.run(requestTo(server.url(), speaks));
        QVERIFY(call->last().body->isSpooled());
        QVERIFY(bodyOf(*call) == content);
        QCOMPARE(call->last().exchange->chunks().back().offset +
                     call->last().exchange->chunks().back().length,
                 quint64(content.size()));
    }

private:
    QTemporaryDir m_cache;
};

QTEST_GUILESS_MAIN(TestEngineTransfers)
#include "tst_engine_transfers.moc"

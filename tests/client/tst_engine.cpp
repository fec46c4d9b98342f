// The whole engine on loopback: real sockets, both protocols, both places to run, and nothing alive
// at the end of any test.
#include "client/engine.h"
#include "tests/client/loopback_server.h"
#include "tests/support/await.h"
#include "tests/support/black_hole.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <brotli/encode.h>

#include <fcntl.h>
#include <future>
#include <thread>
#include <zlib.h>
#include <zstd.h>

using namespace sonde;
using namespace sonde::testing;
using namespace std::chrono_literals;
using client::Call;
using client::Engine;
using client::Options;
using http::Code;
using trace::End;
using Speaks = LoopbackServer::Speaks;
using Then = LoopbackReply::Then;

Q_DECLARE_METATYPE(sonde::testing::LoopbackServer::Speaks)

namespace
{

// An engine that must be empty when its test is done.
class Bench
{
public:
    explicit Bench(Engine::Where where = Engine::Where::CallersThread)
        : engine(where)
    {
    }
    ~Bench()
    {
        if (!spinUntil([this] { return engine.liveCalls() == 0; }))
            qFatal("a call is still alive at the end of its test");
        engine.shutdown();
    }
    static bool wait(const Call &call)
    {
        return spinUntil([&call] { return call.isOver(); });
    }
    std::shared_ptr<Call> run(http::Request request, Options options = {},
                              std::shared_ptr<client::BodySink> sink = nullptr)
    {
        auto call = engine.start(std::move(request), std::move(options), std::move(sink));
        if (!wait(*call))
            qFatal("a call did not end");
        return call;
    }

    Engine engine;
};

http::Request requestTo(const QByteArray &url, Speaks speaks, const char *method = "GET")
{
    http::Request request;
    request.target = http::Target::parse(QString::fromLatin1(url)).value();
    request.method = http::Method::parse(method).value();
    request.version =
        speaks == Speaks::Http2 ? http::VersionPolicy::H2c : http::VersionPolicy::Auto;
    return request;
}

trace::ExchangeState stateOf(const Call &call)
{
    return call.last().exchange->state();
}

QByteArray bodyOf(const Call &call)
{
    const auto store = call.last().body;
    return store->read(0, store->size()).value();
}

QByteArray pattern(qsizetype size)
{
    QByteArray octets(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        octets[i] = char(i * 7 + i / 251);
    return octets;
}

QByteArray zlibPacked(const QByteArray &octets, int windowBits)
{
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib");
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(octets.size()))) + 64,
                      Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(octets.data()));
    stream.avail_in = uInt(octets.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QByteArray packed(const QByteArray &octets, const QByteArray &coding)
{
    if (coding == "gzip")
        return zlibPacked(octets, 15 + 16);
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

void addVersions()
{
    QTest::addColumn<Speaks>("speaks");
    QTest::newRow("HTTP/1.1") << Speaks::Http1;
    QTest::newRow("h2c") << Speaks::Http2;
}

} // namespace

class TestEngine : public QObject
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

    void connectionsAreSeenAndClosedFromOutside()
    {
        LoopbackServer server(Speaks::Http1);
        Bench bench(Engine::Where::OwnThread);
        bench.run(requestTo(server.url(), Speaks::Http1));
        const auto look = [&] {
            std::promise<Engine::Standings> answer;
            bench.engine.askStandings(
                [&](Engine::Standings standings) { answer.set_value(std::move(standings)); });
            return answer.get_future().get();
        };
        auto standings = look();
        QCOMPARE(standings.size(), size_t(1));
        QCOMPARE(standings[0].connection->state().exchanges, 1);
        bench.engine.closeConnection(standings[0].connection->id());
        QVERIFY(look().empty());
        QCOMPARE(standings[0].connection->state().closeReason,
                 QStringLiteral("closed by the user"));
        bench.run(requestTo(server.url(), Speaks::Http1));
        QCOMPARE(server.connectionsMade(), 2);
        bench.engine.closeConnections();
        QVERIFY(look().empty());
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

    void cutShort_data() { addVersions(); }
    void cutShort()
    {
        QFETCH(Speaks, speaks);
        LoopbackServer server(speaks, [](const LoopbackRequest &) {
            return LoopbackReply{.content = "only this", .then = Then::CutShort};
        });
        Bench bench;
        const auto call = bench.run(requestTo(server.url(), speaks));
        QCOMPARE(stateOf(*call).end, End::Failed);
        QCOMPARE(bodyOf(*call), "only this");
        QCOMPARE(call->hops().size(), size_t(1));
    }

    // --- ends that we set

    void cancelAnywhere_data()
    {
        QTest::addColumn<Speaks>("speaks");
        QTest::addColumn<int>("stage");
        for (const Speaks speaks : {Speaks::Http1, Speaks::Http2}) {
            const char *name = speaks == Speaks::Http1 ? "HTTP/1.1" : "h2c";
            QTest::addRow("%s at once", name) << speaks << 0;
            QTest::addRow("%s connecting", name) << speaks << 1;
            QTest::addRow("%s waiting", name) << speaks << 2;
            QTest::addRow("%s body", name) << speaks << 3;
            QTest::addRow("%s uploading", name) << speaks << 4;
        }
    }
    void cancelAnywhere()
    {
        QFETCH(Speaks, speaks);
        QFETCH(int, stage);
        LoopbackServer server(speaks, [stage](const LoopbackRequest &) {
            return LoopbackReply{.content = "some",
                                 .then = stage == 2 ? Then::HangBefore : Then::Hang};
        });
        const BlackHole hole(QStringLiteral("127.0.0.1"));
        QVERIFY(hole.isClosed());
        const QByteArray url =
            stage == 1 ? "http://127.0.0.1:" + QByteArray::number(hole.port()) : server.url();
        http::Request request = requestTo(url, speaks, stage == 4 ? "PUT" : "GET");
        if (stage == 4) {
            request.content = http::Content::of(pattern(40 << 20), {});
            server.pauseReading(true);
        }
        Bench bench;
        const auto call = bench.engine.start(request);
        if (stage > 0)
            QVERIFY(stage == 3 ? spinUntil([&] { return call->last().body->size() == 4; })
                               : (spinFor(60ms), !call->isOver()));
        call->cancel();
        call->cancel();
        QVERIFY(Bench::wait(*call));
        const auto state = stateOf(*call);
        QCOMPARE(state.end, End::Cancelled);
        QCOMPARE(state.error->code, Code::Cancelled);
        QCOMPARE(bodyOf(*call), stage == 3 ? "some" : "");
        QCOMPARE(state.response.has_value(), stage == 3);
        QVERIFY(call->last().body->isFinished());
        // The engine works on.
        server.pauseReading(false);
        call->cancel();
    }

    void timeouts_data()
    {
        QTest::addColumn<Speaks>("speaks");
        QTest::addColumn<int>("code");
        for (const Speaks speaks : {Speaks::Http1, Speaks::Http2}) {
            const char *name = speaks == Speaks::Http1 ? "HTTP/1.1" : "h2c";
            QTest::addRow("%s connect", name) << speaks << int(Code::ConnectTimeout);
            QTest::addRow("%s first octet", name) << speaks << int(Code::FirstByteTimeout);
            QTest::addRow("%s idle", name) << speaks << int(Code::IdleTimeout);
            QTest::addRow("%s total", name) << speaks << int(Code::TotalTimeout);
        }
    }
    void timeouts()
    {
        QFETCH(Speaks, speaks);
        QFETCH(int, code);
        const bool before = Code(code) == Code::FirstByteTimeout;
        LoopbackServer server(speaks, [before](const LoopbackRequest &) {
            return LoopbackReply{.content = "some", .then = before ? Then::HangBefore : Then::Hang};
        });
        const BlackHole hole(QStringLiteral("127.0.0.1"));
        const QByteArray url = Code(code) == Code::ConnectTimeout
                                   ? "http://127.0.0.1:" + QByteArray::number(hole.port())
                                   : server.url();
        Options options;
        if (Code(code) == Code::ConnectTimeout)
            options.timeouts.connect = 80ms;
        else if (Code(code) == Code::FirstByteTimeout)
            options.timeouts.firstByte = 80ms;
        else if (Code(code) == Code::IdleTimeout)
            options.timeouts.idle = 80ms;
        else
            options.timeouts.total = 80ms;
        Bench bench;
        const auto call = bench.run(requestTo(url, speaks), options);
        const auto state = stateOf(*call);
        QCOMPARE(int(state.error->code), code);
        QCOMPARE(state.end, End::Failed);
        QVERIFY2(state.error->sentence.contains(QStringLiteral("80 ms")),
                 qPrintable(state.error->sentence));
        const bool some = Code(code) == Code::IdleTimeout || Code(code) == Code::TotalTimeout;
        QCOMPARE(bodyOf(*call), some ? "some" : "");
    }

    // --- chains

    void redirects_data()
    {
        QTest::addColumn<Speaks>("speaks");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        for (const Speaks speaks : {Speaks::Http1, Speaks::Http2}) {
            const char *name = speaks == Speaks::Http1 ? "HTTP/1.1" : "h2c";
            for (const int status : {301, 302, 303})
                QTest::addRow("%s %d", name, status) << speaks << status << QByteArray("GET");
            for (const int status : {307, 308})
                QTest::addRow("%s %d", name, status) << speaks << status << QByteArray("POST");
        }
    }
    void redirects()
    {
        QFETCH(Speaks, speaks);
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        LoopbackRequest arrived;
        LoopbackServer target(speaks, [&](const LoopbackRequest &request) {
            arrived = request;
            return LoopbackReply{.content = "here"};
        });
        LoopbackServer server(speaks, [&](const LoopbackRequest &) {
            return LoopbackReply{.status = status,
                                 .headers = {{"Location", target.url("/there")}},
                                 .content = "moved"};
        });
        http::Request request = requestTo(server.url(), speaks, "POST");
        request.content = http::Content::of("content", "text/plain");
        request.headers = {{"Authorization", "Bearer 1"}, {"X-Mine", "1"}};
        Bench bench;
        const auto call = bench.run(request);
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(bodyOf(*call), "here");
        QCOMPARE(call->hops().size(), size_t(2));
        QCOMPARE(arrived.head.method, method);
        QCOMPARE(arrived.head.target, "/there");
        QCOMPARE(arrived.content, method == "POST" ? "content" : "");
        QVERIFY(!arrived.head.headers.contains("Authorization"));
        QVERIFY(arrived.head.headers.contains("X-Mine"));
    }

    void tenThousandRedirects()
    {
        int served = 0;
        LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &) {
            ++served;
            return LoopbackReply{.status = 302,
                                 .headers = {{"Location", '/' + QByteArray::number(served)}}};
        });
        Bench bench;
        const auto stopped = bench.run(requestTo(server.url(), Speaks::Http1));
        QCOMPARE(stateOf(*stopped).error->code, Code::TooManyRedirects);
        QCOMPARE(stopped->hops().size(), size_t(21));
        // A chain as long as the user allows neither recurses nor opens connections.
        served = 0;
        const auto longOne =
            bench.run(requestTo(server.url(), Speaks::Http1), {.maxRedirects = 10'000});
        QCOMPARE(stateOf(*longOne).error->code, Code::TooManyRedirects);
        QCOMPARE(served, 10'001);
        QCOMPARE(longOne->hops().size(), size_t(10'001));
        QCOMPARE(server.connectionsMade(), 1);
    }

    void idleConnectionThatDies()
    {
        int served = 0;
        LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &request) {
            ++served;
            if (request.connection == 1 && served == 2)
                return LoopbackReply{.then = Then::Reset};
            return LoopbackReply{.content = request.content};
        });
        Bench bench;
        bench.run(requestTo(server.url(), Speaks::Http1));
        http::Request request = requestTo(server.url(), Speaks::Http1, "PUT");
        request.content = http::Content::of("again", {});
        const auto call = bench.run(request);
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(bodyOf(*call), "again");
        QCOMPARE(call->hops().size(), size_t(2));
        QCOMPARE(stateOf(*call).origin, trace::Origin::Retry);
        QCOMPARE(server.connectionsMade(), 2);
    }

    void newConnectionThatDiesIsNotRetried()
    {
        LoopbackServer server(Speaks::Http1, [](const LoopbackRequest &) {
            return LoopbackReply{.then = Then::Reset};
        });
        Bench bench;
        const auto call = bench.run(requestTo(server.url(), Speaks::Http1));
        QVERIFY(stateOf(*call).error.has_value());
        QCOMPARE(call->hops().size(), size_t(1));
        QCOMPARE(server.connectionsMade(), 1);
    }

    void refusedStreamIsSentAgain()
    {
        int served = 0;
        LoopbackServer server(Speaks::Http2, [&](const LoopbackRequest &request) {
            return ++served == 1 ? LoopbackReply{.then = Then::Refuse}
                                 : LoopbackReply{.content = request.content};
        });
        http::Request request = requestTo(server.url(), Speaks::Http2, "POST");
        request.content = http::Content::of("once", {});
        Bench bench;
        const auto call = bench.run(request);
        QVERIFY(!stateOf(*call).error);
        QCOMPARE(bodyOf(*call), "once");
        QCOMPARE(call->hops().size(), size_t(2));
        QCOMPARE(served, 2);
    }

    void lingerKeepsTheConnection()
    {
        LoopbackServer server(Speaks::Http2);
        Bench bench;
        const auto call =
            bench.engine.start(requestTo(server.url(), Speaks::Http2), {.linger = 100ms});
        QVERIFY(spinUntil([&] { return stateOf(*call).isOver(); }));
        QVERIFY(!call->isOver());
        QCOMPARE(server.connectionsOpen(), 1);
        QVERIFY(Bench::wait(*call));
    }

    // --- the engine itself

    void ownThread_data() { addVersions(); }
    void ownThread()
    {
        QFETCH(Speaks, speaks);
        LoopbackServer server(speaks, [](const LoopbackRequest &request) {
            return LoopbackReply{.content = pattern(200'000) + request.head.target};
        });
        Bench bench(Engine::Where::OwnThread);
        std::vector<std::unique_ptr<client::Watcher>> watchers;
        std::vector<std::unique_ptr<QSignalSpy>> spies;
        for (int i = 0; i < 20; ++i) {
            watchers.push_back(std::make_unique<client::Watcher>(
                bench.engine.start(requestTo(server.url(), speaks))));
            spies.push_back(
                std::make_unique<QSignalSpy>(watchers.back().get(), &client::Watcher::finished));
        }
        QVERIFY(spinUntil([&] {
            return std::ranges::all_of(spies, [](const auto &spy) { return !spy->isEmpty(); });
        }));
        for (const auto &watcher : watchers) {
            QVERIFY(!stateOf(*watcher->call()).error);
            QCOMPARE(bodyOf(*watcher->call()).size(), 200'001);
        }
        QVERIFY(!bench.engine.connections().empty());
        QCOMPARE(bench.engine.liveCalls(), 0);
        bench.engine.shutdown();
        QVERIFY(bench.engine.connections().empty());
        for (const auto &spy : spies)
            QCOMPARE(spy->size(), 1);
    }

    void startFromManyThreads()
    {
        LoopbackServer server(Speaks::Http1);
        Bench bench(Engine::Where::OwnThread);
        std::mutex mutex;
        std::vector<std::shared_ptr<Call>> calls;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                for (int j = 0; j < 25; ++j) {
                    auto call = bench.engine.start(requestTo(server.url(), Speaks::Http1));
                    if (i == 0)
                        call->cancel();
                    const std::scoped_lock lock(mutex);
                    calls.push_back(std::move(call));
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        int cancelled = 0;
        for (const auto &call : calls) {
            QVERIFY(Bench::wait(*call));
            cancelled += stateOf(*call).end == End::Cancelled;
        }
        QCOMPARE(calls.size(), size_t(100));
        QVERIFY(cancelled <= 25);
    }

    void shutdownInTheMiddle_data()
    {
        QTest::addColumn<bool>("ownThread");
        QTest::newRow("own thread") << true;
        QTest::newRow("caller's thread") << false;
    }
    void shutdownInTheMiddle()
    {
        QFETCH(bool, ownThread);
        LoopbackServer server(Speaks::Http1, [](const LoopbackRequest &) {
            return LoopbackReply{.content = "some", .then = Then::Hang};
        });
        const BlackHole hole(QStringLiteral("127.0.0.1"));
        std::vector<std::shared_ptr<Call>> calls;
        {
            Engine engine(ownThread ? Engine::Where::OwnThread : Engine::Where::CallersThread);
            for (int i = 0; i < 10; ++i)
                calls.push_back(engine.start(requestTo(server.url(), Speaks::Http1)));
            calls.push_back(engine.start(
                requestTo("http://127.0.0.1:" + QByteArray::number(hole.port()), Speaks::Http1)));
            spinUntil([&] { return calls.front()->last().body->size() > 0; });
            engine.shutdown();
            QCOMPARE(engine.liveCalls(), 0);
            calls.push_back(engine.start(requestTo(server.url(), Speaks::Http1)));
            QVERIFY2(calls.back()->isOver(), "a closed engine starts nothing");
            engine.shutdown(); // once more does no harm
        }
        for (const auto &call : calls) {
            QVERIFY(call->isOver());
            QCOMPARE(stateOf(*call).end, End::Cancelled);
            QVERIFY(!stateOf(*call).error->sentence.isEmpty());
            call->cancel();
        }
        QCOMPARE(bodyOf(*calls.front()), "some");
    }

    void destroyedAtOnce()
    {
        for (int i = 0; i < 20; ++i) {
            std::shared_ptr<Call> call;
            {
                Engine engine(Engine::Where::OwnThread);
                call = engine.start(requestTo("http://127.0.0.1:1/", Speaks::Http1));
            }
            QVERIFY(call->isOver());
            client::Watcher watcher(call);
            QSignalSpy finished(&watcher, &client::Watcher::finished);
            QVERIFY(finished.wait());
        }
    }

    void plainFailures_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<int>("code");
        QTest::newRow("refused") << QByteArray("http://127.0.0.1:1/")
                                 << int(Code::ConnectionRefused);
        QTest::newRow("unknown host")
            << QByteArray("http://nowhere.invalid/") << int(Code::HostNotFound);
    }
    void plainFailures()
    {
        QFETCH(QByteArray, url);
        QFETCH(int, code);
        Bench bench;
        const auto call = bench.run(requestTo(url, Speaks::Http1));
        const auto state = stateOf(*call);
        QCOMPARE(state.end, End::Failed);
        if (Code(code) == Code::HostNotFound && state.error->code == Code::ResolverFailed)
            QSKIP("no resolver here");
        QCOMPARE(int(state.error->code), code);
        QCOMPARE(call->hops().size(), size_t(1));
    }

private:
    QTemporaryDir m_cache;
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"

// Evidence bundles: what is written is read again with every view the same, secrets are masked in
// every layer, and a hostile file is refused with a sentence.
#include "client/connection_record.h"
#include "interop/bundle_fields.h"
#include "interop/evidence_bundle.h"
#include "interop/exchange_archive.h"
#include "tests/interop/live_calls.h"
#include "trace/head_check.h"
#include "trace/phases.h"
#include "trace/windows.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace sonde;
using namespace sonde::interop;
using namespace sonde::testing;
using Over = LiveCalls::Over;

namespace
{

QByteArray written(const client::Call &call, ExportSecrets secrets)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!writeBundle(buffer, call.hops(), secrets))
        qFatal("cannot write a bundle");
    return buffer.data();
}

http::Result<Bundle> readAgain(QByteArray octets)
{
    QBuffer buffer(&octets);
    buffer.open(QIODevice::ReadOnly);
    return readBundle(buffer);
}

std::unique_ptr<client::ConnectionRecord> recordOf(const client::Hop &hop)
{
    auto record = std::make_unique<client::ConnectionRecord>(hop.exchange->state().connection);
    while (record->readOn() == client::ConnectionRecord::News::Some) {
    }
    return record;
}

// But for the number of the connection.
QString archived(const std::vector<client::Hop> &hops)
{
    QString text = QString::fromUtf8(QJsonDocument(archiveOf(hops, ExportSecrets::Shown)).toJson());
    static const QRegularExpression number(QStringLiteral("\"connection\": \"[0-9]+\""));
    return text.remove(number);
}

// Ids are of the process that reads; so they are made the same before states are compared.
trace::ConnectionState plain(trace::ConnectionState state)
{
    state.id = {};
    state.openedBy = {};
    // Dates have milliseconds.
    if (state.tls) {
        for (auto &certificate : state.tls->chain) {
            certificate.notBefore = certificate.notBefore.toUTC();
            certificate.notAfter = certificate.notAfter.toUTC();
        }
    }
    return state;
}

} // namespace

class TestEvidenceBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_live.start()); }

    void comesBack_data()
    {
        QTest::addColumn<int>("over");
        QTest::addColumn<QByteArray>("path");
        const std::pair<const char *, Over> versions[] = {
            {"h1", Over::Http1}, {"h2c", Over::H2c}, {"h1s", Over::Https1}, {"h2", Over::Https2}};
        for (const auto &[name, over] : versions) {
            for (const QByteArray path :
                 {"/gzip", "/redirect/2", "/big/3MB", "/trailers", "/early-hints?pause=10",
                  "/status/204", "/reset?after=1000", "/image.png"})
                QTest::newRow((name + path).constData()) << int(over) << path;
        }
    }

    void comesBack()
    {
        QFETCH(int, over);
        QFETCH(QByteArray, path);
        const auto call = m_live.call(Over(over), path);
        const auto bundle = readAgain(written(*call, ExportSecrets::Shown));
        QVERIFY2(bundle, bundle ? "" : qPrintable(bundle.error().sentence));
        QVERIFY(!bundle->redacted && bundle->call->isOver());
        const auto before = call->hops();
        const auto after = bundle->call->hops();
        QCOMPARE(after.size(), before.size());
        for (size_t i = 0; i < before.size(); ++i)
            compare(before[i], after[i]);
        // Views that are computed say the same, too, and it can be exported again.
        QCOMPARE(archived(after), archived(before));
        QCOMPARE(readAgain(written(*bundle->call, ExportSecrets::Shown))->call->hops().size(),
                 before.size());
    }

    void neverConnected()
    {
        const auto call =
            m_live.call(Over::Http1, "/", [](http::Request &request, client::Options &) {
                request.target.origin.port = 1;
            });
        const auto bundle = readAgain(written(*call, ExportSecrets::Masked));
        QVERIFY(bundle);
        QCOMPARE(bundle->call->last().exchange->state().error,
                 call->last().exchange->state().error);
    }

    void keepsWhatWasSent()
    {
        for (const qsizetype size : {5, 3'000'000}) {
            const QByteArray content(size, 'c');
            const auto call =
                m_live.call(Over::H2c, "/upload", [&](http::Request &request, client::Options &) {
                    request.method = *http::Method::parse("POST");
                    request.content = http::Content::of(content, "text/plain");
                });
            const auto bundle = readAgain(written(*call, ExportSecrets::Masked));
            QVERIFY(bundle);
            const auto sent = client::sentContent(bundle->call->last());
            QVERIFY(sent);
            QVERIFY(*sent->read(0, sent->size()) == content);
        }
    }

    void masks_data()
    {
        QTest::addColumn<int>("over");
        QTest::newRow("h1") << int(Over::Http1);
        QTest::newRow("h2") << int(Over::Https2);
    }

    void masks()
    {
        QFETCH(int, over);
        const auto call = m_live.call(
            Over(over), "/echo?token=s3cret1", [](http::Request &request, client::Options &) {
                request.headers = {{"X-Api-Key", "s3cret2"},
                                   {"Accept-Encoding", "gzip"},
                                   {"Cookie", "sid=s3cret5; b=s3cret6"}};
                request.target.userInfo = "u:s3cret3";
                request.method = *http::Method::parse("POST");
                request.content =
                    http::Content::of("{\"password\": \"s3cret4\", \"b\": 1}", "application/json");
            });
        const QByteArray shown = written(*call, ExportSecrets::Shown);
        QVERIFY(shown.contains("s3cret2") && shown.contains("s3cret4"));
        // What the server echoes stands where nobody can know it for a secret.
        auto hops = call->hops();
        hops.back().body = std::make_shared<body::ByteStore>();
        hops.back().kept = std::make_shared<client::KeptContent>(QString());
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(writeBundle(buffer, hops, ExportSecrets::Masked));
        QVERIFY(!buffer.data().contains("s3cret"));
        const auto bundle = readAgain(buffer.data());
        QVERIFY(bundle && bundle->redacted);
        for (const char *name : {"query token", "content password"})
            QVERIFY2(bundle->masked.contains(QLatin1String(name)), name);
        const auto state = bundle->call->last().exchange->state();
        QCOMPARE(state.request.target.pathAndQuery, QByteArray("/echo?token=***"));
        const auto sent = client::sentContent(bundle->call->last());
        QCOMPARE(*sent->read(0, 100), QByteArray("{\"password\": \"*******\", \"b\": 1}"));
        // Frames and fields still read.
        const auto record = recordOf(bundle->call->last());
        const auto original = recordOf(call->last());
        if (const auto *conversation = record->conversation()) {
            QCOMPARE(conversation->frames, original->conversation()->frames);
            for (const trace::HeaderBlock &block : conversation->blocks)
                QVERIFY(!block.verdict.isViolation());
            // Head and octets are masked apart, which is no disagreement of their readers.
            QCOMPARE(trace::checkHeads(state, *conversation), std::vector<trace::Finding>{});
        }
    }

    // Cut anywhere, or with any octet wrong, it is refused or read, and nothing else happens.
    void hostile()
    {
        const auto call = m_live.call(Over::H2c, "/gzip");
        const QByteArray whole = written(*call, ExportSecrets::Shown);
        for (qsizetype size = 0; size < whole.size(); size += 1 + size / 40) {
            const auto bundle = readAgain(whole.first(size));
            if (!bundle)
                QVERIFY(bundle.error().sentence.endsWith(u'.'));
        }
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            QByteArray broken = whole;
            for (int i = 0; i < 1 + round % 3; ++i)
                broken[random.bounded(broken.size())] = char(random.bounded(256));
            const auto bundle = readAgain(broken);
            if (!bundle)
                QVERIFY(!bundle.error().sentence.isEmpty());
            else if (bundle->call->last().exchange->state().connection)
                (void)recordOf(bundle->call->last());
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("octets");
        const auto row = [](const char *name, const QByteArray &hex) {
            QTest::newRow(name) << QByteArray::fromHex(hex);
        };
        row("nothing", "");
        row("no tag", "4148");
        row("only the tag", "d9d9f7");
        row("a string of 4 GiB", "d9d9f79f5affffffff48");
        row("a string of 16 EiB", "d9d9f79f5bffffffffffffffff48");
        row("no end", "d9d9f79f5f4148");
        row("empty item", "d9d9f79f40");
        row("a version beyond numbers", "d9d9f79f5148a165736f6e6465fb7e37e43c8800759c");
        row("deep", "d9d9f79f590200"
                    "48" +
                        QByteArray("81").repeated(511));
        row("wide", "d9d9f79f4a489bffffffffffffffff");
    }

    void refuses()
    {
        QFETCH(QByteArray, octets);
        const auto bundle = readAgain(octets);
        QVERIFY(!bundle);
        QVERIFY(bundle.error().sentence.endsWith(u'.'));
    }

    void stampsBeyondTime()
    {
        using Limits = std::numeric_limits<qint64>;
        trace::Stamp stamp;
        for (const qint64 wall : {Limits::min(), qint64(-1), Limits::max()})
            QVERIFY(!BundleIn::decode(QCborValue(wall), stamp));
        QVERIFY(BundleIn::decode(QCborValue(trace::wallNanoseconds({}) + 5), stamp));
        QCOMPARE(stamp.ns, 5);
    }

private:
    void compare(const client::Hop &before, const client::Hop &after)
    {
        const auto was = before.exchange->state();
        const auto is = after.exchange->state();
        QCOMPARE(is.request.method, was.request.method);
        QCOMPARE(is.request.target, was.request.target);
        QCOMPARE(is.request.headers, was.request.headers);
        QCOMPARE(is.sentHeaders, was.sentHeaders);
        QCOMPARE(is.interim, was.interim);
        QCOMPARE(is.response, was.response);
        QCOMPARE(is.trailers, was.trailers);
        QCOMPARE(is.findings, was.findings);
        QCOMPARE(is.sizes, was.sizes);
        QCOMPARE(is.contentCodings, was.contentCodings);
        QCOMPARE(is.connectionReused, was.connectionReused);
        QCOMPARE(is.streamId, was.streamId);
        QCOMPARE(is.end, was.end);
        QCOMPARE(is.error, was.error);
        QCOMPARE(after.exchange->chunks(), before.exchange->chunks());
        QCOMPARE(trace::phases(is), trace::phases(was));
        QCOMPARE(plain(is.connection->state()), plain(was.connection->state()));
        QCOMPARE(is.connection->log().truncation(), was.connection->log().truncation());
        QVERIFY(was.connection->records().records().empty() == !was.connection->state().tls);
        QVERIFY(is.connection->records().records() == was.connection->records().records());
        QVERIFY(*after.body->read(0, 4 << 20) == *before.body->read(0, 4 << 20));
        const auto record = recordOf(before);
        const auto again = recordOf(after);
        if (const auto *was2 = record->conversation()) {
            const auto *is2 = again->conversation();
            QVERIFY(is2 && !was2->frames.empty());
            QCOMPARE(*is2, *was2);
            // What the panes show of it.
            QCOMPARE(trace::windowLedger(*is2), trace::windowLedger(*was2));
            QCOMPARE(trace::stalls(*is2), trace::stalls(*was2));
            QCOMPARE(trace::settingsHistory(*is2), trace::settingsHistory(*was2));
            QCOMPARE(trace::pingRounds(*is2), trace::pingRounds(*was2));
            for (const auto direction : {trace::Direction::Sent, trace::Direction::Received})
                QCOMPARE(trace::tableAt(*is2, direction, was2->frames.back().number),
                         trace::tableAt(*was2, direction, was2->frames.back().number));
        } else
            QCOMPARE(again->http1()->parts(), record->http1()->parts());
    }

    LiveCalls m_live;
};

QTEST_GUILESS_MAIN(TestEvidenceBundle)
#include "tst_evidence_bundle.moc"

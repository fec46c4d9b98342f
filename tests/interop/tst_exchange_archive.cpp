// Exchanges as HTTP archives: every one keeps to the schema, is read back as requests, says what it
// masks, and holds content and times as they were.
#include "interop/exchange_archive.h"
#include "interop/importer.h"
#include "interop/redaction.h"
#include "tests/interop/live_calls.h"
#include "tests/support/har_schema.h"
#include "trace/phases.h"

#include <QTest>

using namespace sonde;
using namespace sonde::interop;
using namespace sonde::testing;
using Over = LiveCalls::Over;

namespace
{

const QJsonObject entry(const QJsonObject &archive, int index = 0)
{
    return archive["log"]["entries"][index].toObject();
}

QString headerOf(const QJsonObject &message, const QString &name)
{
    for (const QJsonValue &header : message["headers"].toArray()) {
        if (header["name"].toString().compare(name, Qt::CaseInsensitive) == 0)
            return header["value"].toString();
    }
    return {};
}

} // namespace

class TestExchangeArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_live.start()); }

    void keepsToTheSchema_data()
    {
        QTest::addColumn<int>("over");
        QTest::addColumn<QByteArray>("path");
        const std::pair<const char *, Over> versions[] = {
            {"h1", Over::Http1}, {"h2c", Over::H2c}, {"h1s", Over::Https1}, {"h2", Over::Https2}};
        for (const auto &[name, over] : versions) {
            for (const QByteArray path :
                 {"/gzip", "/br", "/redirect/3", "/echo?a=1&b", "/image.png", "/trailers",
                  "/early-hints?pause=10", "/status/204", "/status/404", "/reset?after=1000",
                  "/cookies/set?flavour=oat", "/text?charset=iso-8859-1", "/duplicate-headers",
                  "/stream?chunks=3&pace=5"})
                QTest::newRow(QByteArray(name + path).constData()) << int(over) << path;
        }
    }

    void keepsToTheSchema()
    {
        if (!HarSchema::isThere() && qEnvironmentVariableIsSet("CI"))
            QFAIL("The schema of archives is missing");
        if (!HarSchema::isThere())
            QSKIP("NOT TESTED: the schema of archives is missing");
        QFETCH(int, over);
        QFETCH(QByteArray, path);
        const auto call = m_live.call(Over(over), path);
        const QJsonObject archive = archiveOf(call->hops(), ExportSecrets::Masked);
        HarSchema schema;
        const QString problems = schema.problems(archive);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
        QVERIFY(schema.checked() > 50);
        const auto read = readForeign(QJsonDocument(archive).toJson(), QStringLiteral("x"));
        QVERIFY(read);
        QCOMPARE(size_t(read->requestCount()), call->hops().size());
        checkTimings(archive, *call);
    }

    // What was never sent has an entry all the same.
    void unreachable()
    {
        const auto call =
            m_live.call(Over::Http1, "/", [](http::Request &request, client::Options &) {
                request.target.origin.port = 1;
            });
        const QJsonObject archive = archiveOf(call->hops(), ExportSecrets::Masked);
        QCOMPARE(HarSchema().problems(archive), QString());
        QCOMPARE(entry(archive)["response"]["status"].toInt(), 0);
        QVERIFY(!entry(archive)["response"]["_error"].toString().isEmpty());
    }

    void holdsContent()
    {
        for (const auto over : {Over::Http1, Over::Https2}) {
            const auto call = m_live.call(over, "/gzip");
            const QJsonObject response =
                entry(archiveOf(call->hops(), ExportSecrets::Masked))["response"].toObject();
            const auto state = call->last().exchange->state();
            const auto body = call->last().body->read(0, 1 << 20);
            QVERIFY(body && !body->isEmpty());
            QCOMPARE(response["content"]["text"].toString().toUtf8(), *body);
            QCOMPARE(response["content"]["size"].toInteger(), body->size());
            QCOMPARE(response["bodySize"].toInteger(), qint64(state.sizes.responseEncoded));
            QCOMPARE(response["content"]["compression"].toInteger(),
                     body->size() - qint64(state.sizes.responseEncoded));
        }
        const auto call = m_live.call(Over::Http1, "/image.png");
        const QJsonObject archive = archiveOf(call->hops(), ExportSecrets::Masked);
        const QJsonObject content = entry(archive)["response"]["content"].toObject();
        QCOMPARE(content["encoding"].toString(), QStringLiteral("base64"));
        QCOMPARE(QByteArray::fromBase64(content["text"].toString().toLatin1()),
                 *call->last().body->read(0, 1 << 20));
    }

    // A sink takes the body, as `sonde send` does: what came is kept, and decoded again.
    void holdsContentThatASinkTook()
    {
        struct Sink final : client::BodySink {
            QByteArray octets;
            void begin(const http::ResponseHead &) override {}
            http::Result<bool> take(QByteArrayView piece) override
            {
                octets += piece;
                return true;
            }
        };
        for (const char *path : {"/gzip", "/text", "/zstd", "/big/3MB"}) {
            const auto sink = std::make_shared<Sink>();
            http::Request request;
            client::Options options;
            m_live.call(Over::Http1, path, [&](const http::Request &made, client::Options &given) {
                request = made;
                options = given;
            });
            const auto call = m_live.engine().start(request, options, sink);
            QVERIFY(spinUntil([&] { return call->isOver(); }));
            QCOMPARE(call->last().body->size(), 0);
            const QJsonObject archive = archiveOf(call->hops(), ExportSecrets::Masked);
            QCOMPARE(entry(archive)["response"]["content"]["text"].toString().toUtf8(),
                     sink->octets);
        }
    }

    void masks()
    {
        const auto call = m_live.call(
            Over::Https2, "/method?flavour=oat&api_key=k3y&x=1",
            [](http::Request &request, client::Options &) {
                request.method = *http::Method::parse("POST");
                request.headers = {
                    {"Authorization", "Bearer t0ken"},
                    {"Cookie", "a=s3cret; b=s3cret"},
                    {"X-Api-Key", "s3cret"},
                    {"Referer", "https://u:s3cret@h.test/?token=s3cret&y=2#sig=s3cret"}};
                request.content =
                    http::Content::of("{\"user\": \"x\", \"password\": \"s3\\\"cret\", \"n\": "
                                      "{\"access_token\" : 12345}}",
                                      "application/json");
            });
        const QJsonObject archive = archiveOf(call->hops(), ExportSecrets::Masked);
        const QByteArray text = QJsonDocument(archive).toJson();
        QVERIFY2(!text.contains("s3cret") && !text.contains("cret\\\"") &&
                     !text.contains("t0ken") && !text.contains("12345") && !text.contains("k3y"),
                 text.constData());
        const QJsonObject first = entry(archive);
        const QJsonObject request = first["request"].toObject();
        QCOMPARE(headerOf(request, QStringLiteral("authorization")), QStringLiteral("Bearer ***"));
        QCOMPARE(headerOf(request, QStringLiteral("cookie")), QStringLiteral("a=***; b=***"));
        QCOMPARE(headerOf(request, QStringLiteral("referer")),
                 QStringLiteral("https://***@h.test/?token=***&y=2#sig=***"));
        QVERIFY(request["url"].toString().endsWith(u"?flavour=oat&api_key=***&x=1"));
        QCOMPARE(
            request["postData"]["text"].toString(),
            QStringLiteral(
                "{\"user\": \"x\", \"password\": \"***\", \"n\": {\"access_token\" : \"***\"}}"));
        const QJsonArray redacted = first["_redacted"].toArray();
        for (const char *name : {"authorization", "cookie", "x-api-key", "query api_key",
                                 "user info", "fragment sig", "content password"})
            QVERIFY2(redacted.contains(QLatin1String(name)), name);
        QVERIFY(archive["log"]["comment"].toString().contains(u"masked"));

        const auto cookies = m_live.call(Over::Http1, "/cookies/set?flavour=oat");
        const QJsonObject set = entry(archiveOf(cookies->hops(), ExportSecrets::Masked));
        QCOMPARE(headerOf(set["response"].toObject(), QStringLiteral("set-cookie")),
                 QStringLiteral("flavour=***; Path=/; HttpOnly; SameSite=Lax"));
        QCOMPARE(set["_redacted"].toArray(), QJsonArray{QStringLiteral("Set-Cookie")});

        const QByteArray shown =
            QJsonDocument(archiveOf(call->hops(), ExportSecrets::Shown)).toJson();
        QVERIFY(shown.contains("t0ken") && shown.contains("12345") && shown.contains("k3y"));
        QVERIFY(shown.contains("Nothing is masked"));
    }

    void redaction_data()
    {
        QTest::addColumn<QByteArray>("in");
        QTest::addColumn<QByteArray>("out");
        QTest::newRow("plain") << QByteArray("http://h/?a=1") << QByteArray("http://h/?a=1");
        QTest::newRow("at in path")
            << QByteArray("http://h/@x?k=@") << QByteArray("http://h/@x?k=@");
        QTest::newRow("user") << QByteArray("http://u@h") << QByteArray("http://***@h");
        QTest::newRow("two ats") << QByteArray("http://u:p@q@h/") << QByteArray("http://***@h/");
        QTest::newRow("empty value") << QByteArray("/?token=") << QByteArray("/?token=");
        QTest::newRow("encoded") << QByteArray("/?to%6ben=x&") << QByteArray("/?to%6ben=***&");
        QTest::newRow("signed") << QByteArray("/?X-Amz-Signature=ab&X-Amz-Date=1")
                                << QByteArray("/?X-Amz-Signature=***&X-Amz-Date=1");
        QTest::newRow("fragment") << QByteArray("/a#access_token=x&b=1")
                                  << QByteArray("/a#access_token=***&b=1");
    }
    void redaction()
    {
        QFETCH(QByteArray, in);
        QTEST(Redaction().url(in), "out");
    }

    // Broken or cut JSON keeps no secret either, and hostile JSON takes no hostile time.
    void redactsBrokenJson()
    {
        Redaction redaction;
        QCOMPARE(redaction.content("{\"token\":\"abc", "application/json"),
                 QByteArray("{\"token\":\"***"));
        QCOMPARE(redaction.content("[{\"a\":1,\"secret\":-1.5e3}]", "a/b+json; x=1"),
                 QByteArray("[{\"a\":1,\"secret\":\"***\"}]"));
        const QByteArray plain = "{\"tokens\":{\"x\":1},\"a\":\"\\\"token\\\":\\\"b\\\"\"}";
        QCOMPARE(redaction.content(plain, "application/json"), plain);
        const QByteArray quotes(1 << 20, '"');
        QCOMPARE(redaction.content(quotes, "application/json"), quotes);
        QByteArray names;
        while (names.size() < (1 << 20))
            names += "\"aaaaaaaaaaaaaaaaaaaa\\";
        QCOMPARE(redaction.content(names, "application/json"), names);
    }

private:
    void checkTimings(const QJsonObject &archive, const client::Call &call)
    {
        const auto hops = call.hops();
        for (size_t i = 0; i < hops.size(); ++i) {
            const QJsonObject timings = entry(archive, int(i))["timings"].toObject();
            double sum = 0;
            for (const char *part : {"blocked", "dns", "connect", "send", "wait", "receive"})
                sum += std::max(0.0, timings[QLatin1String(part)].toDouble());
            QCOMPARE(entry(archive, int(i))["time"].toDouble(), sum);
            QVERIFY(timings["ssl"].toDouble() <= timings["connect"].toDouble());
            const auto state = hops[i].exchange->state();
            const auto whole = trace::extent(state);
            QVERIFY(sum <= double((*whole.end - *whole.start).count()) / 1e6 + 0.001);
            // No time goes missing on the way: what lies between the phases is counted, too.
            const auto phases = trace::phases(state);
            const auto sending =
                std::ranges::find(phases, trace::Phase::SendHead, &trace::PhaseSpan::phase);
            if (sending->start && *sending->start > *whole.start) {
                double before = 0;
                for (const char *part : {"blocked", "dns", "connect"})
                    before += std::max(0.0, timings[QLatin1String(part)].toDouble());
                const auto real = double((*sending->start - *whole.start).count()) / 1e6;
                QVERIFY2(std::abs(before - real) < 0.001,
                         qPrintable(QString::number(real - before)));
            }
            QCOMPARE(timings["connect"].toDouble() < 0, state.connectionReused);
        }
    }

    LiveCalls m_live;
};

QTEST_GUILESS_MAIN(TestExchangeArchive)
#include "tst_exchange_archive.moc"

// The JSON report: its whole shape on recorded exchanges, bodies of every kind, and failures.
#include "cli/report_json.h"
#include "tests/cli/recorded_report.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;
using namespace sonde::cli;
using namespace sonde::testing;

namespace
{

QByteArray text(const Report &report)
{
    QByteArray text;
    {
        JsonWriter json([&](QByteArrayView piece) { text.append(piece); });
        if (!writeReport(json, report))
            qFatal("the body cannot be read");
    }
    return text;
}

QJsonObject object(const Report &report)
{
    QJsonParseError error;
    const QByteArray json = text(report);
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d of %s", qPrintable(error.errorString()), error.offset, json.constData());
    return document.object();
}

Report good()
{
    Recording recording(QStringLiteral("https://a.test:8443/x?y"));
    recording.connected(0, http::Version::Http2, true)
        .answered(0, {.version = http::Version::Http2,
                      .status = 200,
                      .headers = {{"content-type", "text/plain"}, {"x", "\xe9"}}})
        .with([](trace::ExchangeState &state) {
            state.interim = {
                {.version = http::Version::Http2, .status = 103, .headers = {{"link", "</a>"}}}};
            state.trailers = {{"checksum", "1"}};
            state.sizes.responseEncoded = 3;
            state.sizes.responseDecoded = 5;
            state.contentCodings = "gzip";
            state.streamId = 1;
        });
    Report report;
    report.hops = {recording.state()};
    report.body = storeOf("hello");
    return report;
}

QStringList keys(const QJsonValue &value)
{
    return value.toObject().keys();
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shape()
    {
        const QJsonObject json = object(good());
        const QJsonValue request = json["request"];
        QCOMPARE(request["method"].toString(), "GET");
        QCOMPARE(request["url"].toString(), "https://a.test:8443/x?y");
        QCOMPARE(request["version"].toString(), "HTTP/2");
        QCOMPARE(request["headers"][0], QJsonValue(QJsonArray{"Host", "a.test"}));

        QCOMPARE(json["informational"][0]["status"].toInt(), 103);
        QCOMPARE(json["informational"][0]["headers"][0], QJsonValue(QJsonArray{"link", "</a>"}));

        const QJsonValue response = json["response"];
        QCOMPARE(response["version"].toString(), "HTTP/2");
        QCOMPARE(response["status"].toInt(), 200);
        QCOMPARE(response["reason"].toString(), "");
        QCOMPARE(response["headers"][1], QJsonValue(QJsonArray{"x", "é"}));
        QCOMPARE(response["trailers"][0], QJsonValue(QJsonArray{"checksum", "1"}));
        const QJsonValue body = response["body"];
        QCOMPARE(body["bytes"].toInt(), 5);
        QCOMPARE(body["encodedBytes"].toInt(), 3);
        QCOMPARE(body["text"].toString(), "hello");
        QCOMPARE(body["sha256"].toString(),
                 QCryptographicHash::hash("hello", QCryptographicHash::Sha256).toHex());

        QCOMPARE(json["redirects"].toArray().size(), 0);
        QCOMPARE(json["error"], QJsonValue(QJsonValue::Null));
        QCOMPARE(json["exitCode"].toInt(), 0);
    }

    void timings()
    {
        const QJsonValue timings = object(good())["timings"];
        QVERIFY(QDateTime::fromString(timings["start"].toString(), Qt::ISODateWithMs).isValid());
        QCOMPARE(timings["totalNs"].toInteger(), 40'000'000);
        QMap<QString, QJsonValue> phases;
        for (const QJsonValue &phase : timings["phases"].toArray())
            phases[phase["name"].toString()] = phase;
        QCOMPARE(phases["tls"]["startNs"].toInteger(), 8'000'000);
        QCOMPARE(phases["tls"]["endNs"].toInteger(), 20'000'000);
        QCOMPARE(phases["tls"]["state"].toString(), "done");
        QCOMPARE(phases["wait"]["endNs"].toInteger(), 30'000'000);
        QVERIFY(phases["proxy"]["startNs"].isNull());
        QCOMPARE(phases["proxy"]["state"].toString(), "n/a");
    }

    void connection()
    {
        const QJsonValue connection = object(good())["connection"];
        QVERIFY(connection["id"].toInteger() > 0);
        QCOMPARE(connection["reused"], QJsonValue(false));
        QCOMPARE(connection["local"].toString(), "127.0.0.1:40000");
        QCOMPARE(connection["remote"].toString(), "127.0.0.1:8443");
        QCOMPARE(connection["alpn"].toString(), "h2");
        const QJsonValue tls = connection["tls"];
        QCOMPARE(tls["version"].toString(), "TLSv1.3");
        QCOMPARE(tls["cipher"].toString(), "TLS_AES_256_GCM_SHA384");
        QCOMPARE(tls["group"].toString(), "X25519");
        QCOMPARE(tls["resumed"], QJsonValue(false));
        QCOMPARE(tls["verified"], QJsonValue(true));
        QCOMPARE(tls["chain"][0]["subject"].toString(), "CN=a.test");
    }

    void redirects()
    {
        Recording first(QStringLiteral("http://a.test/1"));
        first.answered(0, {.status = 302, .headers = {{"Location", "/2"}}});
        Recording second(QStringLiteral("http://a.test/2"), trace::Origin::Redirect);
        second.answered(50, {.status = 204});
        Report report;
        report.hops = {first.state(), second.state()};
        const QJsonObject json = object(report);
        const QJsonValue hop = json["redirects"][0];
        QCOMPARE(json["redirects"].toArray().size(), 1);
        QCOMPARE(hop["status"].toInt(), 302);
        QCOMPARE(hop["url"].toString(), "http://a.test/1");
        QCOMPARE(hop["location"].toString(), "/2");
        QCOMPARE(json["request"]["url"].toString(), "http://a.test/2");
        QCOMPARE(json["response"]["status"].toInt(), 204);
        QVERIFY(json["connection"].isNull());
    }

    void failure()
    {
        Recording recording(QStringLiteral("http://a.test/"));
        recording.at(0, trace::What::Created).at(5, trace::What::Failed);
        Report report;
        report.hops = {recording.state()};
        report.error = http::Error{.layer = http::Layer::Tcp,
                                   .code = http::Code::ConnectionRefused,
                                   .blame = http::Blame::Remote,
                                   .phase = http::Phase::Connect,
                                   .retrySafe = true,
                                   .sentence = QStringLiteral("No “one” listens."),
                                   .detail = QStringLiteral("ECONNREFUSED")};
        report.exitCode = 7;
        const QJsonObject json = object(report);
        QVERIFY(json["response"].isNull());
        const QJsonValue error = json["error"];
        QCOMPARE(error["layer"].toString(), "tcp");
        QCOMPARE(error["code"].toString(), "connection-refused");
        QCOMPARE(error["phase"].toString(), "connect");
        QCOMPARE(error["message"].toString(), "No “one” listens.");
        QCOMPARE(error["detail"].toString(), "ECONNREFUSED");
        QCOMPARE(error["retrySafe"], QJsonValue(true));
        QCOMPARE(json["exitCode"].toInt(), 7);
    }

    // What never became an exchange has every member all the same.
    void beforeSending()
    {
        Report report{.method = "POST", .url = "ftp://x", .headers = {{"A", "b"}}};
        report.error = http::Error{.code = http::Code::UnsupportedScheme};
        const QJsonObject json = object(report);
        QCOMPARE(json.keys(), keys(object(good())));
        QCOMPARE(json["request"]["method"].toString(), "POST");
        QCOMPARE(json["request"]["url"].toString(), "ftp://x");
        QCOMPARE(json["request"]["headers"][0], QJsonValue(QJsonArray{"A", "b"}));
        QVERIFY(json["response"].isNull() && json["timings"].isNull() &&
                json["connection"].isNull());
    }

    void bodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isText");
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("controls") << QByteArray("\x01\x1f\x7f\"\\/\b\f\n\r\t") << true;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
        QTest::newRow("NUL after the first piece")
            << QByteArray(48 * 1024, 'a') + QByteArray(1, '\0') << false;
        QTest::newRow("Unicode") << QByteArray("äöü€😀") << true;
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x00", 3) << false;
        QTest::newRow("cut character at the end") << QByteArray("a\xe2\x82") << false;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
        // Characters that lie across the boundary between two pieces of 48 KiB.
        for (int before = 1; before <= 4; ++before)
            QTest::addRow("boundary %d", before)
                << QByteArray(48 * 1024 - before, 'a') + "😀" + QByteArray(100'000, 'b') << true;
        QTest::newRow("large binary") << QByteArray(3'000'000, '\xff') << false;
    }

    void bodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isText);
        Report report = good();
        report.body = storeOf(body);
        const QJsonObject all = object(report);
        const QJsonValue json = all["response"]["body"];
        QCOMPARE(json["bytes"].toInteger(), body.size());
        QCOMPARE(json["sha256"].toString(),
                 QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
        QCOMPARE(keys(json).contains("text"), isText);
        QCOMPARE(keys(json).contains("base64"), !isText);
        if (isText)
            QCOMPARE(json["text"].toString(), QString::fromUtf8(body));
        else
            QCOMPARE(QByteArray::fromBase64(json["base64"].toString().toLatin1()), body);
    }

    // Up to 64 MiB a body is in the report; beyond, what it says is why it is not.
    void largeBodies_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("at the bound") << (qint64(64) << 20) << true;
        QTest::newRow("one octet more") << (qint64(64) << 20) + 1 << false;
    }

    void largeBodies()
    {
        QFETCH(qint64, size);
        QFETCH(bool, isThere);
        Report report = good();
        const QByteArray octets(size, 'a');
        report.body = storeOf(octets);
        const QByteArray json = text(report);
        QCOMPARE(json.size() > size, isThere);
        if (isThere)
            return; // Qt's own parser would take its time
        const QJsonObject all = QJsonDocument::fromJson(json).object();
        const QJsonValue body = all["response"]["body"];
        QCOMPARE(body["bytes"].toInteger(), size);
        QCOMPARE(body["sha256"].toString(),
                 QCryptographicHash::hash(octets, QCryptographicHash::Sha256).toHex());
        QVERIFY(body["omitted"].toString().contains("64 MiB"));
        QVERIFY(!keys(body).contains("text") && !keys(body).contains("base64"));
    }

    void bodyInFile()
    {
        Report report = good();
        report.body.reset();
        report.bodyFile = QStringLiteral("out.bin");
        report.bodyHash = QByteArray(32, '\1');
        const QJsonObject all = object(report);
        const QJsonValue body = all["response"]["body"];
        QCOMPARE(body["file"].toString(), "out.bin");
        QCOMPARE(body["bytes"].toInt(), 5);
        QCOMPARE(body["sha256"].toString(), QString(32, u'0').replace(u'0', QStringLiteral("01")));
        QVERIFY(!keys(body).contains("text"));
    }

    // Written in the order of the documentation, so that people can read it too.
    void order()
    {
        const QByteArray json = text(good());
        qsizetype at = 0;
        for (const char *key : {"request", "informational", "response", "redirects", "timings",
                                "connection", "findings", "error", "exitCode"}) {
            const qsizetype found = json.indexOf("\n  \"" + QByteArray(key) + "\": ", at);
            QVERIFY2(found >= at, key);
            at = found;
        }
        QVERIFY(json.endsWith("}\n"));
    }
};

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"

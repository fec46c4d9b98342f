// What was recorded, opened again: bundles and archives alike, those of other programs with all
// their faults, and one sentence for everything else.
#include "interop/call_file.h"
#include "interop/exchange_archive.h"
#include "interop/recorded_file.h"
#include "interop/recorded_request.h"
#include "tests/interop/live_calls.h"
#include "tests/support/har_schema.h"
#include "trace/phases.h"

#include <QDir>
#include <QTest>

using namespace sonde;
using namespace sonde::interop;
using namespace sonde::testing;
using Over = LiveCalls::Over;

namespace
{

QByteArray archiveText(const QJsonObject &archive)
{
    return QJsonDocument(archive).toJson();
}

QJsonObject entryWith(const QJsonObject &members)
{
    QJsonObject entry{{QStringLiteral("request"),
                       QJsonObject{{QStringLiteral("method"), QStringLiteral("GET")},
                                   {QStringLiteral("url"), QStringLiteral("https://a.test/x")}}},
                      {QStringLiteral("response"), QJsonObject{{QStringLiteral("status"), 200}}}};
    for (auto it = members.begin(); it != members.end(); ++it)
        entry.insert(it.key(), it.value());
    return QJsonObject{
        {QStringLiteral("log"), QJsonObject{{QStringLiteral("entries"), QJsonArray{entry}}}}};
}

std::optional<std::chrono::nanoseconds> lengthOf(const trace::ExchangeState &state,
                                                 trace::Phase phase)
{
    for (const trace::PhaseSpan &span : trace::phases(state)) {
        if (span.phase == phase && span.start && span.end)
            return *span.end - *span.start;
    }
    return std::nullopt;
}

} // namespace

class TestRecordedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_live.start()); }

    void archivesOfBrowsers_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(SONDE_SUITES "/har"));
        for (const QString &name : folder.entryList({QStringLiteral("*.har")}, QDir::Files))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        if (folder.exists())
            return;
        QVERIFY2(!qEnvironmentVariableIsSet("CI"), "The public archives are missing");
        QTest::newRow("NOT TESTED: the public archives are missing") << QString();
    }
    void archivesOfBrowsers()
    {
        QFETCH(QString, path);
        if (path.isEmpty())
            QSKIP("NOT TESTED: the public archives are missing");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto entries =
            QJsonDocument::fromJson(file.readAll()).object()[u"log"][u"entries"].toArray();
        const auto recorded = openRecorded(path, m_live.folder());
        QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().sentence));
        const auto hops = recorded->call->hops();
        // What is left out is said.
        QVERIFY(hops.size() == size_t(entries.size()) || !recorded->notes.empty());
        size_t at = 0;
        for (const QJsonValue &entry : entries) {
            const auto state =
                at < hops.size() ? hops[at].exchange->state() : trace::ExchangeState();
            const auto target = http::Target::parse(entry[u"request"][u"url"].toString());
            if (at >= hops.size() || !target || *target != state.request.target)
                continue; // one that was left out
            ++at;
            const int status = entry[u"response"][u"status"].toInt();
            QCOMPARE(state.response ? state.response->status : 0, status >= 100 ? status : 0);
            const double wait = entry[u"timings"][u"wait"].toDouble(-1);
            const auto measured = lengthOf(state, trace::Phase::Wait);
            if (state.response && wait >= 0 && measured)
                QVERIFY(std::abs(double(measured->count()) / 1e6 - wait) < 0.001);
        }
        QCOMPARE(at, hops.size());
        // It can be saved again, in every form that it has.
        HarSchema schema;
        const QString problems = schema.problems(archiveOf(hops, ExportSecrets::Masked));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.left(2000)));
        const QString bundle = m_live.folder() + QStringLiteral("/again.sonde");
        QVERIFY(writeCall(bundle, CallForm::Bundle, hops, ExportSecrets::Shown));
        const auto again = openRecorded(bundle, m_live.folder());
        QVERIFY(again);
        QCOMPARE(again->call->hops().size(), hops.size());
        QCOMPARE(*again->call->last().body->read(0, 1 << 20),
                 *recorded->call->last().body->read(0, 1 << 20));
    }

    // Our own archives lose frames and nothing else.
    void ourOwnArchives_data()
    {
        QTest::addColumn<int>("over");
        QTest::addColumn<QByteArray>("path");
        for (const auto &[name, over] :
             {std::pair("h1 ", Over::Http1), std::pair("h2 ", Over::Https2)}) {
            for (const QByteArray path :
                 {"/gzip", "/redirect/2", "/trailers", "/early-hints?pause=10", "/status/204",
                  "/image.png", "/reset?after=1000"})
                QTest::newRow((name + path).constData()) << int(over) << path;
        }
    }
    void ourOwnArchives()
    {
        QFETCH(int, over);
        QFETCH(QByteArray, path);
        const auto call = m_live.call(Over(over), path);
        const auto recorded = readArchive(
            archiveText(archiveOf(call->hops(), ExportSecrets::Shown)), m_live.folder());
        QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().sentence));
        QVERIFY(recorded->call->isOver());
        const auto before = call->hops();
        const auto after = recorded->call->hops();
        QCOMPARE(after.size(), before.size());
        for (size_t i = 0; i < before.size(); ++i) {
            const auto was = before[i].exchange->state();
            const auto is = after[i].exchange->state();
            QCOMPARE(is.request.target, was.request.target);
            QCOMPARE(is.sentHeaders, was.sentHeaders);
            QCOMPARE(is.response->headers, was.response->headers);
            QCOMPARE(is.trailers, was.trailers);
            QCOMPARE(is.interim.size(), was.interim.size());
            QCOMPARE(is.end, was.end);
            QCOMPARE(is.error ? is.error->sentence : QString(),
                     was.error ? was.error->sentence : QString());
            QCOMPARE(is.sizes.responseEncoded, was.sizes.responseEncoded);
            QCOMPARE(is.sizes.responseHeadWire, was.sizes.responseHeadWire);
            QCOMPARE(*after[i].body->read(0, 1 << 20), *before[i].body->read(0, 1 << 20));
            QCOMPARE(is.connectionReused, was.connectionReused);
        }
    }

    // A version that the archive does not know is not told as if it did.
    void unknownVersions()
    {
        const auto reasonOf = [](const QString &version) {
            const QJsonObject response{{QStringLiteral("status"), 200},
                                       {QStringLiteral("httpVersion"), version}};
            const auto read =
                readArchive(archiveText(entryWith({{QStringLiteral("response"), response}})));
            return read->call->last().exchange->state().connection->state().versionReason;
        };
        QCOMPARE(reasonOf(QStringLiteral("h2")), QStringLiteral("the archive says so"));
        QCOMPARE(reasonOf(QStringLiteral("HTTP/1.0")), QStringLiteral("the archive says so"));
        for (const char *unknown : {"unknown", ""})
            QVERIFY(reasonOf(QLatin1String(unknown)).contains(QLatin1String("does not say which")));
    }

    void masksAreNamed()
    {
        const auto call =
            m_live.call(Over::Http1, "/get", [](http::Request &request, client::Options &) {
                request.headers = {{"Authorization", "Bearer s3cret"}};
            });
        const auto recorded =
            readArchive(archiveText(archiveOf(call->hops(), ExportSecrets::Masked)));
        QVERIFY(recorded && recorded->redacted);
        QVERIFY(recorded->masked.contains(QStringLiteral("Authorization")));
    }

    void faults_data()
    {
        QTest::addColumn<QJsonObject>("archive");
        const auto row = [](const char *name, const QByteArray &members) {
            QTest::newRow(name) << entryWith(QJsonDocument::fromJson(members).object());
        };
        row("as little as possible", "{}");
        row("no times", R"({"timings": {}})");
        row("negative times", R"({"timings": {"dns": -1, "connect": -5, "ssl": -1, "wait": -9}})");
        row("absurd times", R"({"timings": {"wait": 1e300, "send": 1e18, "receive": "x"}})");
        row("ssl longer than connect", R"({"timings": {"connect": 5, "ssl": 50, "wait": 1}})");
        row("a time before 1970", R"({"startedDateTime": "1066-10-14T09:00:00Z"})");
        row("a time far ahead", R"({"startedDateTime": "9999-12-31T23:59:59Z"})");
        row("no time", R"({"startedDateTime": "yesterday"})");
        row("a status beyond", R"({"response": {"status": 70000}})");
        row("text that is no base64",
            R"({"response": {"status": 200, "content": {"text": "%%%", "encoding": "base64"}}})");
        row("fields that are none",
            R"({"response": {"status": 200, "headers": [1, {"name": ""}, {"name": 5, "value": 6}]}})");
        row("HTTP/3", R"({"response": {"status": 200, "httpVersion": "h3"}})");
        row("a bare address", R"({"serverIPAddress": "::1", "connection": 7})");
    }
    void faults()
    {
        QFETCH(QJsonObject, archive);
        const auto recorded = readArchive(archiveText(archive));
        QVERIFY2(recorded, recorded ? "" : qPrintable(recorded.error().sentence));
        const auto state = recorded->call->last().exchange->state();
        QVERIFY(state.isOver());
        QVERIFY(std::ranges::is_sorted(state.events, {}, &trace::Event::at));
        for (const trace::PhaseSpan &span : trace::phases(state))
            QVERIFY(!span.start || !span.end || *span.end >= *span.start);
        QTemporaryDir folder;
        const QString bundle = folder.filePath(QStringLiteral("x.sonde"));
        QVERIFY(writeCall(bundle, CallForm::Bundle, recorded->call->hops(), ExportSecrets::Masked));
        QVERIFY(openRecorded(bundle));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("neither");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n") << QStringLiteral("neither");
        QTest::newRow("half an archive")
            << QByteArray("{\"log\": {\"entries\": [") << QStringLiteral("not whole JSON");
        QTest::newRow("no entry") << QByteArray("{\"log\": {\"entries\": []}}")
                                  << QStringLiteral("no exchange");
        QTest::newRow("no request")
            << QByteArray("{\"log\": {\"entries\": [{\"request\": {\"url\": \"mailto:x\"}}]}}")
            << QStringLiteral("no exchange");
        QTest::newRow("half a bundle")
            << QByteArray("\xd9\xd9\xf7\x9f") << QStringLiteral("evidence bundle");
    }
    void refuses()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QString, words);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
        file.close();
        const auto recorded = openRecorded(file.fileName());
        QVERIFY(!recorded);
        QVERIFY2(recorded.error().sentence.contains(words), qPrintable(recorded.error().sentence));
        QVERIFY(!openRecorded(folder.filePath(QStringLiteral("nothing.sonde"))));
    }

    void keys()
    {
        const auto call = m_live.call(Over::Https2, "/get");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.keys"));
        QVERIFY(writeCall(path, CallForm::Keys, call->hops(), ExportSecrets::Shown));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll().trimmed().split('\n');
        QVERIFY(lines.size() >= 4); // TLS 1.3: two of the handshake, two of the traffic
        for (const QByteArray &line : lines)
            QCOMPARE(line.split(' ').size(), 3);
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        // They stand in no bundle that is masked, and in one that is not they come back.
        const QString bundle = folder.filePath(QStringLiteral("x.sonde"));
        QVERIFY(writeCall(bundle, CallForm::Bundle, call->hops(), ExportSecrets::Masked));
        QVERIFY(keyLogOf(openRecorded(bundle)->call->hops()).isEmpty());
        QVERIFY(writeCall(bundle, CallForm::Bundle, call->hops(), ExportSecrets::Shown));
        QCOMPARE(keyLogOf(openRecorded(bundle)->call->hops()), keyLogOf(call->hops()));

        const auto clear = m_live.call(Over::Http1, "/get");
        const auto none = writeCall(path, CallForm::Keys, clear->hops(), ExportSecrets::Shown);
        QVERIFY(!none && none.error().sentence.contains(QStringLiteral("no session keys")));
    }

    void aRecordedRequestCanBeEdited()
    {
        http::Request request;
        request.method = *http::Method::parse("PUT");
        request.target = *http::Target::parse(QStringLiteral("https://u:p@a.test/x?y=1#z"));
        request.headers = {{"Host", "a.test"},
                           {"X-One", "1"},
                           {"Content-Type", "application/json"},
                           {"Content-Length", "7"}};
        request.content = http::Content::of("{\"a\":1}", "application/json");
        const auto document = documentOf(request);
        QCOMPARE(document.method, QStringLiteral("PUT"));
        QVERIFY(!document.url.contains(QLatin1String("u:p")));
        QCOMPARE(document.headers,
                 (std::vector<collection::Row>{{QStringLiteral("X-One"), QStringLiteral("1")}}));
        QCOMPARE(document.body.mode, collection::BodyMode::Json);
        const auto resolved = collection::resolve(document, {});
        QVERIFY(resolved);
        QCOMPARE(resolved->request.content, request.content);
    }

private:
    LiveCalls m_live;
};

QTEST_GUILESS_MAIN(TestRecordedFile)
#include "tst_recorded_file.moc"

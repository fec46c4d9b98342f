// What Sonde exports of exchanges with servers that none of us wrote, read by Wireshark's own
// reader: the same frames, fields, heads and bodies. Every export keeps to its schema, and the
// bundle shows what was shown live.
#include "tests/live/servers.h"
#include "tests/live/terminal.h"
#include "tests/support/har_schema.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace sonde::live;

namespace
{

QByteArray tshark(const QString &file, const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("tshark"), QStringList{QStringLiteral("-r"), file} + arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("tshark: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

// RFC 9113 section 6, in the order of their numbers.
constexpr const char *types[] = {"DATA",          "HEADERS",      "PRIORITY", "RST_STREAM",
                                 "SETTINGS",      "PUSH_PROMISE", "PING",     "GOAWAY",
                                 "WINDOW_UPDATE", "CONTINUATION"};

int flagOf(const QString &name)
{
    static const QMap<QString, int> flags{{QStringLiteral("END_STREAM"), 0x1},
                                          {QStringLiteral("ACK"), 0x1},
                                          {QStringLiteral("END_HEADERS"), 0x4},
                                          {QStringLiteral("PADDED"), 0x8},
                                          {QStringLiteral("PRIORITY"), 0x20}};
    return flags.value(name, -1);
}

QByteArray seen(const QByteArray &type, quint64 stream, quint64 length, int flags)
{
    return type + " stream " + QByteArray::number(stream) + " length " +
           QByteArray::number(length) + " flags " + QByteArray::number(flags);
}

QByteArrayList framesOf(const QJsonArray &frames, QStringView direction)
{
    QByteArrayList list;
    for (const QJsonValue &frame : frames) {
        if (frame[u"dir"].toString() != direction)
            continue;
        int flags = 0;
        for (const QJsonValue &name : frame[u"flags"].toArray())
            flags |= flagOf(name.toString());
        list.append(seen(frame[u"type"].toString().toLatin1(),
                         quint64(frame[u"stream"].toInteger()),
                         quint64(frame[u"length"].toInteger()), flags));
    }
    return list;
}

QByteArrayList theirFrames(const QString &file, const char *filter)
{
    QStringList arguments{QStringLiteral("-Y"), QStringLiteral("http2 && ") + QLatin1String(filter),
                          QStringLiteral("-T"), QStringLiteral("fields")};
    for (const char *field : {"http2.type", "http2.streamid", "http2.length", "http2.flags"})
        arguments += {QStringLiteral("-e"), QLatin1String(field)};
    QByteArrayList list;
    for (const QByteArray &line : tshark(file, arguments).split('\n')) {
        const auto columns = line.split('\t');
        const auto kinds = columns[0].split(',');
        for (qsizetype i = 0; i < kinds.size() && columns.size() == 4; ++i) {
            if (kinds[i].isEmpty())
                continue;
            const auto at = [&](qsizetype column) {
                return columns[column].split(',').value(i).toULongLong(nullptr, 0);
            };
            const auto type = at(0) < std::size(types) ? QByteArray(types[at(0)]) : kinds[i];
            list.append(seen(type, at(1), at(2), int(at(3))));
        }
    }
    return list;
}

QByteArrayList fieldsOf(const QJsonArray &frames)
{
    QByteArrayList list;
    for (const QJsonValue &frame : frames) {
        for (const QJsonValue &field : frame[u"fields"].toArray())
            list.append(field[0].toString().toUtf8() + ": " + field[1].toString().toUtf8());
    }
    return list;
}

QByteArrayList theirFields(const QString &file)
{
    QByteArrayList list;
    const QByteArray read = tshark(
        file, {QStringLiteral("-Y"), QStringLiteral("http2.header"), QStringLiteral("-T"),
               QStringLiteral("fields"), QStringLiteral("-E"), QStringLiteral("aggregator=\x01"),
               QStringLiteral("-e"), QStringLiteral("http2.header.name"), QStringLiteral("-e"),
               QStringLiteral("http2.header.value")});
    for (const QByteArray &line : read.split('\n')) {
        const auto columns = line.split('\t');
        const auto names = columns[0].split('\x01');
        for (qsizetype i = 0; i < names.size() && columns.size() == 2; ++i)
            list.append(names[i] + ": " + columns[1].split('\x01').value(i));
    }
    return list;
}

QByteArrayList linesOf(const QJsonArray &headers)
{
    QByteArrayList list;
    for (const QJsonValue &field : headers)
        list.append(field[0].toString().toUtf8() + ": " + field[1].toString().toUtf8());
    return list;
}

// Header lines of all messages of one kind, "request" or "response".
QByteArrayList theirLines(const QString &file, const char *kind)
{
    QByteArrayList list;
    const QString message = QStringLiteral("http.") + QLatin1String(kind);
    QByteArray read =
        tshark(file, {QStringLiteral("-Y"), message, QStringLiteral("-T"), QStringLiteral("fields"),
                      QStringLiteral("-E"), QStringLiteral("aggregator=\x01"), QStringLiteral("-e"),
                      message + QStringLiteral(".line")});
    for (QByteArray line : read.replace('\n', '\x01').split('\x01')) {
        line.replace("\\r\\n", "");
        if (!line.trimmed().isEmpty())
            list.append(line.trimmed());
    }
    return list;
}

} // namespace

class TestLiveCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty(),
                 "tshark is missing: install the Debian package tshark");
        for (const char *name : {"nginx", "apache", "caddy", "nghttpd"}) {
            QString why;
            m_servers[QString::fromLatin1(name)] =
                Server::start(QString::fromLatin1(name), m_site, &why);
            QVERIFY2(m_servers[QString::fromLatin1(name)], qPrintable(why));
        }
    }

    void capturesAgree_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("transport");
        QTest::addColumn<QStringList>("words"); // flags, and the path last
        const auto rows = [](const QString &server, const QStringList &transports) {
            const QList<QStringList> cases{
                {QStringLiteral("/small.txt")},
                {QStringLiteral("/1m.bin")},
                {QStringLiteral("-d"), QStringLiteral("a=b"), QStringLiteral("/small.txt")},
                {QStringLiteral("--compressed"), QStringLiteral("/data.json")},
                {QStringLiteral("/missing")},
                {QStringLiteral("-I"), QStringLiteral("/small.txt")}};
            // One server is asked everything, the others what they answer in their own way.
            const qsizetype count = server == u"nginx" ? cases.size() : 3;
            for (const QString &transport : transports) {
                for (const QStringList &words : cases.first(count))
                    QTest::newRow(qPrintable(server + u' ' + transport + u' ' + words.join(u' ')))
                        << server << transport << words;
            }
        };
        const QString h1 = QStringLiteral("1.1");
        const QString h1Tls = QStringLiteral("1.1 tls");
        const QString h2c = QStringLiteral("h2c");
        const QString h2 = QStringLiteral("h2 tls");
        rows(QStringLiteral("nginx"), {h1, h1Tls, h2c, h2});
        rows(QStringLiteral("apache"), {h1, h1Tls, h2c, h2});
        rows(QStringLiteral("caddy"), {h1, h1Tls, h2c, h2});
        rows(QStringLiteral("nghttpd"), {h2c, h2}); // it speaks no HTTP/1
    }
    void capturesAgree()
    {
        QFETCH(QString, server);
        QFETCH(QString, transport);
        QFETCH(QStringList, words);
        const Server &peer = *m_servers[server];
        const bool tls = transport.endsWith(u"tls");
        const QString origin = tls ? peer.https() : transport == u"h2c" ? peer.h2c() : peer.http();
        const QString path = words.takeLast();
        const QString capture = m_folder.filePath(QStringLiteral("live.pcapng"));
        const QString bundle = m_folder.filePath(QStringLiteral("live.sonde"));
        const QString archive = m_folder.filePath(QStringLiteral("live.har"));
        QStringList arguments{QStringLiteral("--json"),
                              QStringLiteral("--trace-frames"),
                              QStringLiteral("--pcapng"),
                              capture,
                              QStringLiteral("--bundle"),
                              bundle,
                              QStringLiteral("--har"),
                              archive,
                              QStringLiteral("--linger"),
                              QStringLiteral("30"),
                              transport == u"h2c" ? QStringLiteral("--http2-prior-knowledge")
                              : transport.startsWith(u"h2") ? QStringLiteral("--http2")
                                                            : QStringLiteral("--http1.1")};
        if (tls)
            arguments += {QStringLiteral("--cacert"), m_site.authority()};
        const Outcome outcome = runSonde(arguments + words + QStringList{origin + path});
        const QJsonObject live = outcome.json();
        QVERIFY2(live[u"response"][u"status"].toInt() > 0, outcome.errors.constData());

        if (transport.startsWith(u"h2"))
            compareFrames(live[u"frames"].toArray(), capture);
        else
            compareMessages(live, capture, words);
        // Nothing that Wireshark takes for broken.
        QCOMPARE(tshark(capture, {QStringLiteral("-Y"),
                                  QStringLiteral("_ws.malformed || tcp.analysis.flags")}),
                 QByteArray());
        checkArchive(archive, live);
        checkBundle(bundle, live);
    }

private:
    static void compareFrames(const QJsonArray &frames, const QString &capture)
    {
        QVERIFY(frames.size() >= 4);
        QCOMPARE(theirFrames(capture, "tcp.dstport == 80"), framesOf(frames, u">"));
        QCOMPARE(theirFrames(capture, "tcp.srcport == 80"), framesOf(frames, u"<"));
        QCOMPARE(theirFields(capture), fieldsOf(frames));
    }

    void compareMessages(const QJsonObject &live, const QString &capture, const QStringList &words)
    {
        QCOMPARE(theirLines(capture, "request"), linesOf(live[u"request"][u"headers"].toArray()));
        QCOMPARE(theirLines(capture, "response"), linesOf(live[u"response"][u"headers"].toArray()));
        const QByteArray code =
            tshark(capture, {QStringLiteral("-Y"), QStringLiteral("http.response"),
                             QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-e"),
                             QStringLiteral("http.response.code")});
        QCOMPARE(code.trimmed().toInt(), live[u"response"][u"status"].toInt());
        if (words.contains(QStringLiteral("-I")) || words.contains(QStringLiteral("--compressed")))
            return; // there is no body, or tshark decodes what Debian's can decode
        QDir objects(m_folder.filePath(QStringLiteral("objects")));
        objects.removeRecursively();
        tshark(capture, {QStringLiteral("-q"), QStringLiteral("--export-objects"),
                         QStringLiteral("http,") + objects.path()});
        bool isThere = false;
        for (const QString &name : objects.entryList(QDir::Files)) {
            QFile file(objects.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            isThere = isThere || sha256(file.readAll()) ==
                                     live[u"response"][u"body"][u"sha256"].toString().toLatin1();
        }
        QVERIFY2(isThere, "no object that tshark found is the body");
    }

    static void checkArchive(const QString &path, const QJsonObject &live)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto archive = QJsonDocument::fromJson(file.readAll()).object();
        const auto response = archive[u"log"][u"entries"][0][u"response"];
        QCOMPARE(response[u"status"], live[u"response"][u"status"]);
        QCOMPARE(response[u"content"][u"size"].toInteger(),
                 live[u"response"][u"body"][u"bytes"].toInteger());
        if (!sonde::testing::HarSchema::isThere()) {
            QVERIFY2(!qEnvironmentVariableIsSet("CI"), "The schema of archives is missing");
            return;
        }
        sonde::testing::HarSchema schema;
        const QString problems = schema.problems(archive);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
        QVERIFY(schema.checked() > 30);
    }

    static void checkBundle(const QString &path, const QJsonObject &live)
    {
        const Outcome shown =
            shell(QStringLiteral(SONDE_BIN_DIR "/sonde show --json '%1'").arg(path));
        QCOMPARE(shown.exitCode, 0);
        const QJsonObject again = shown.json();
        for (const char *key : {"response", "frames", "findings", "timings"})
            QCOMPARE(again[QLatin1String(key)], live[QLatin1String(key)]);
        for (const char *key : {"tls", "tcp", "settings", "pings", "remote", "local", "closed"})
            QCOMPARE(again[u"connection"][QLatin1String(key)],
                     live[u"connection"][QLatin1String(key)]);
    }

    Site m_site;
    QTemporaryDir m_folder;
    std::map<QString, std::unique_ptr<Server>> m_servers;
};

QTEST_GUILESS_MAIN(TestLiveCapture)
#include "tst_live_capture.moc"

// The octet ledger of `sonde compare` against what tshark counts of the same run on the loopback
// interface: heads, frames and content to the octet.
#include "tests/live/capture.h"
#include "tests/live/servers.h"
#include "tests/live/terminal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sonde::live;

namespace
{

constexpr int dataFrame = 0;
constexpr int headersFrame = 1;
constexpr int continuationFrame = 9;
constexpr qint64 prefaceOctets = 24; // RFC 9113 section 3.4
constexpr qint64 frameHeader = 9;

// Of all trials and looks of one arm, the discarded block included.
using Ledger = QMap<QString, qint64>;
Ledger ledgerOf(const QJsonObject &run, int arm)
{
    Ledger ledger;
    for (const char *list : {"looks", "trials"}) {
        for (const QJsonValue &trial : run[QLatin1String(list)].toArray()) {
            const QJsonObject octets = trial[u"octets"].toObject();
            if (trial[u"arm"].toInt() != arm)
                continue;
            for (auto it = octets.begin(); it != octets.end(); ++it)
                ledger[it.key()] += it.value().toInteger();
        }
    }
    return ledger;
}

QJsonObject readRun(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

Captured sumOf(const QList<Captured> &streams, bool http2)
{
    Captured sum;
    for (const Captured &stream : streams) {
        if (stream.isHttp2() != http2)
            continue;
        sum.sent += stream.sent;
        sum.received += stream.received;
        sum.content += stream.content;
        sum.frames += stream.frames;
    }
    return sum;
}

qint64 count(const Captured &captured, int type, bool sent)
{
    return std::ranges::count_if(captured.frames, [&](const Captured::Frame &frame) {
        return frame.type == type && frame.sent == sent;
    });
}

} // namespace

class TestLiveLedger : public QObject
{
    Q_OBJECT

    Site m_site;
    QMap<QString, std::shared_ptr<Server>> m_servers;

    // Packets of one run, and what the run saved of itself.
    struct Seen {
        QList<Captured> streams;
        QJsonObject run;
    };
    std::optional<Seen> see(quint16 port, const QStringList &words, const QString &as,
                            const QString &keyLog, QString *why)
    {
        const auto capture = Capture::start(port, why);
        if (!capture)
            return std::nullopt;
        const QString saved = m_site.path(QStringLiteral("run.compare.json"));
        QStringList quoted;
        for (const QString &word : words)
            quoted += u'\'' + word + u'\'';
        const Outcome outcome =
            shell(QStringLiteral("SSLKEYLOGFILE='%1' '" SONDE_BIN_DIR
                                 "/sonde' compare --blocks 2 --seed 5 --save '%2' %3")
                      .arg(keyLog, saved, quoted.join(u' ')));
        if (outcome.exitCode != 0) {
            *why = QString::fromUtf8(outcome.errors);
            return Seen{};
        }
        return Seen{.streams = capture->finish(keyLog, as, why), .run = readRun(saved)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"nginx", "caddy"}) {
            QString why;
            m_servers[QString::fromLatin1(name)] =
                Server::start(QString::fromLatin1(name), m_site, &why);
            QVERIFY2(m_servers[QString::fromLatin1(name)], qPrintable(why));
        }
    }

    void clearText_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::newRow("cold") << QStringList{"--cold"};
        QTest::newRow("warm batch") << QStringList{"--warm", "--batch", "20"};
    }
    // HTTP/1.1 and h2c on one port of Caddy.
    void clearText()
    {
        QFETCH(QStringList, flags);
        QString why;
        const auto seen = see(m_servers[u"caddy"_qs]->ports().http,
                              flags + QStringList{"--versions", "1.1,h2c",
                                                  m_servers[u"caddy"_qs]->http() + "/small.txt"},
                              QStringLiteral("http"), {}, &why);
        if (!seen)
            QSKIP(qPrintable(QStringLiteral("NOT COMPARED WITH TSHARK: ") + why));
        QVERIFY2(why.isEmpty(), qPrintable(why));

        const Ledger h1 = ledgerOf(seen->run, 0);
        const Captured one = sumOf(seen->streams, false);
        QVERIFY(h1[u"content"_qs] > 0);
        QCOMPARE(h1[u"sent"_qs], one.sent);
        QCOMPARE(h1[u"received"_qs], one.received);
        QCOMPARE(h1[u"content"_qs], one.content);
        QCOMPARE(h1[u"requestHeads"_qs], one.sent);
        QCOMPARE(h1[u"responseHeads"_qs], one.received - one.content);
        QCOMPARE(h1[u"framing"_qs], qint64(0));

        compareFrames(ledgerOf(seen->run, 1), sumOf(seen->streams, true), http2Streams(*seen));
    }

    void http2OverTls_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::addColumn<QString>("path");
        QTest::newRow("cold") << QStringList{"--cold"} << QStringLiteral("/small.txt");
        QTest::newRow("resumed") << QStringList{"--resumed"} << QStringLiteral("/small.txt");
        QTest::newRow("warm batch")
            << QStringList{"--warm", "--batch", "20"} << QStringLiteral("/page.html");
        QTest::newRow("a megabyte") << QStringList{"--cold"} << QStringLiteral("/1m.bin");
    }
    void http2OverTls()
    {
        QFETCH(QStringList, flags);
        QFETCH(QString, path);
        QString why;
        const QString keys = m_site.path(QStringLiteral("keys.log"));
        QFile::remove(keys);
        const auto seen = see(m_servers[u"nginx"_qs]->ports().https,
                              flags + QStringList{"--cacert", m_site.authority(),
                                                  m_servers[u"nginx"_qs]->https() + path},
                              QStringLiteral("tls"), keys, &why);
        if (!seen)
            QSKIP(qPrintable(QStringLiteral("NOT COMPARED WITH TSHARK: ") + why));
        QVERIFY2(why.isEmpty(), qPrintable(why));
        const Ledger h2 = ledgerOf(seen->run, 1);
        const Captured two = sumOf(seen->streams, true);
        compareFrames(h2, two, http2Streams(*seen));
        // What TLS adds: a client says goodbye after its trial, an alert and a GOAWAY in a record
        // each, and a server's last words may come after it as well.
        QVERIFY(h2[u"handshake"_qs] > 0);
        const qint64 after = two.sent + two.received - h2[u"sent"_qs] - h2[u"received"_qs];
        QVERIFY2(after >= 0 && after <= 200 * http2Streams(*seen),
                 qPrintable(QString::number(after)));
    }

private:
    static qint64 http2Streams(const Seen &seen)
    {
        return std::ranges::count_if(seen.streams, &Captured::isHttp2);
    }

    static void compareFrames(const Ledger &ledger, const Captured &seen, qint64 connections)
    {
        QVERIFY(connections > 0);
        QVERIFY(ledger[u"content"_qs] > 0);
        QCOMPARE(ledger[u"requestHeads"_qs],
                 seen.framed(headersFrame, true) + seen.framed(continuationFrame, true));
        QCOMPARE(ledger[u"responseHeads"_qs],
                 seen.framed(headersFrame, false) + seen.framed(continuationFrame, false));
        const qint64 data = count(seen, dataFrame, false);
        QCOMPARE(ledger[u"framing"_qs], frameHeader * data);
        QCOMPARE(ledger[u"content"_qs], seen.framed(dataFrame, false) - frameHeader * data);
        // Everything else but what was said after the last octet of a trial: at most an
        // acknowledgement of settings, a window update and a GOAWAY each way.
        qint64 others = prefaceOctets * connections;
        for (const Captured::Frame &frame : seen.frames) {
            if (frame.type != dataFrame && frame.type != headersFrame &&
                frame.type != continuationFrame)
                others += frameHeader + frame.length;
        }
        const qint64 control = ledger[u"plain"_qs] - ledger[u"requestHeads"_qs] -
                               ledger[u"responseHeads"_qs] - ledger[u"framing"_qs] -
                               ledger[u"content"_qs];
        const qint64 after = others - control;
        QVERIFY2(after >= 0 && after <= 2 * (9 + 13 + 17) * connections,
                 qPrintable(QStringLiteral("%1 of %2").arg(after).arg(others)));
    }
};

QTEST_GUILESS_MAIN(TestLiveLedger)
#include "tst_live_ledger.moc"

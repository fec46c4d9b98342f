// sonde compare against nginx, Apache and Caddy: versions as pinned, the octets where they belong,
// planted differences named. No time is asserted: what a busy machine says of it is its own affair.
#include "tests/live/servers.h"
#include "tests/live/terminal.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace sonde::live;

namespace
{

Outcome compare(const QStringList &arguments)
{
    QStringList words;
    for (const QString &argument : arguments)
        words += u'\'' + argument + u'\'';
    return shell(QStringLiteral(SONDE_BIN_DIR "/sonde compare ") + words.join(u' '));
}

QStringList named(const QJsonObject &report, const QString &nature)
{
    QStringList names;
    for (const QJsonValue &difference : report[u"responses"].toArray()) {
        if (difference[u"nature"].toString() == nature)
            names += difference[u"name"].toString();
    }
    return names;
}

bool warned(const QJsonObject &report, const QString &kind)
{
    for (const QJsonValue &warning : report[u"warnings"].toArray()) {
        if (warning[u"kind"].toString() == kind)
            return true;
    }
    return false;
}

} // namespace

class TestLiveCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"nginx", "apache", "caddy"}) {
            QString why;
            m_servers[QString::fromLatin1(name)] =
                Server::start(QString::fromLatin1(name), m_site, &why);
            QVERIFY2(m_servers[QString::fromLatin1(name)], qPrintable(why));
        }
    }

    void plans_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QStringList>("flags");
        for (const char *server : {"nginx", "apache", "caddy"}) {
            for (const char *flags : {"--cold", "--warm", "--resumed", "--cold --batch 30",
                                      "--warm --batch 100", "--warm --batch 12 --connections h2=6"})
                QTest::addRow("%s %s", server, flags)
                    << QString::fromLatin1(server) << QString::fromLatin1(flags).split(u' ');
        }
    }
    void plans()
    {
        QFETCH(QString, server);
        QFETCH(QStringList, flags);
        const Outcome outcome =
            compare(QStringList{"--json", "--blocks", "2", "--cacert", m_site.authority()} + flags +
                    QStringList{m_servers[server]->https() + QStringLiteral("/small.txt")});
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        const QJsonObject report = outcome.json();
        const QJsonArray arms = report[u"arms"].toArray();
        QCOMPARE(arms.size(), 3);
        for (const QJsonValue &arm : arms) {
            QCOMPARE(arm[u"failed"].toInt(), 0);
            QCOMPARE(arm[u"trials"].toInt(), 4);
            const QJsonValue octets = arm[u"octets"];
            QVERIFY(octets[u"content"].toInteger() > 0);
            // A server that ends warm connections, as Apache does after 100 requests, is told of.
            const bool cut = warned(report, QStringLiteral("reopened"));
            if (!cut)
                QCOMPARE(octets[u"handshake"].toInteger() > 0, !flags.contains("--warm"));
            qint64 sum = 0;
            for (const char *part : {"handshake", "request-heads", "response-heads", "framing",
                                     "content", "control", "tls-records"})
                sum += octets[QLatin1String(part)].toInteger();
            QCOMPARE(sum, octets[u"total"].toInteger());
        }
        QVERIFY(arms[0][u"label"].toString().startsWith(u"HTTP/1.1"));
        QVERIFY(arms[1][u"label"].toString().startsWith(u"HTTP/2"));
        QCOMPARE(report[u"differences"][0][u"outcome"].toString(), QStringLiteral("no-verdict"));
    }

    void behindALine_data()
    {
        QTest::addColumn<QString>("server");
        for (const char *server : {"nginx", "apache", "caddy"})
            QTest::newRow(server) << QString::fromLatin1(server);
    }
    // 30 × 20 kB, cold, 40 ms: six connections need two round trips until they may ask and five to
    // have asked for everything, one connection of HTTP/2 asks for all of it at once.
    void behindALine()
    {
        QFETCH(QString, server);
        const Outcome outcome =
            compare({"--json", "--cold", "--batch", "30", "--blocks", "6", "--line", "rtt=40ms",
                     "--cacert", m_site.authority(), m_servers[server]->https() + "/20k.bin"});
        QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
        const QJsonObject report = outcome.json();
        for (const QJsonValue &trial : report[u"arms"][0][u"raw"].toArray())
            QVERIFY(trial[u"makespanMs"].toDouble() >= 7 * 40);
        for (const QJsonValue &trial : report[u"arms"][1][u"raw"].toArray())
            QVERIFY(trial[u"makespanMs"].toDouble() >= 3 * 40);
        const QJsonValue difference = report[u"differences"][0];
        QCOMPARE(difference[u"outcome"].toString(), QStringLiteral("different"));
        QVERIFY(difference[u"differenceMs"][u"median"].toDouble() < 0);
        QVERIFY(report[u"verdict"].toString().contains(u"40 ms delay line"));
        QVERIFY(report[u"arms"][0][u"lineCpuMs"].toDouble() > 0);
    }

    // With one bucket for all connections the rate decides, not the version. The quickest of a
    // few, as the machine may be busy.
    void aSharedBucketIsFair()
    {
        const QJsonObject report =
            compare({"--json", "--cold", "--batch", "30", "--blocks", "1", "--line",
                     "rtt=40ms,down=20mbit", "--cacert", m_site.authority(),
                     m_servers[u"nginx"_qs]->https() + "/20k.bin"})
                .json();
        for (const int arm : {0, 1}) {
            double quickest = 1e9;
            for (const QJsonValue &trial : report[u"arms"][arm][u"raw"].toArray()) {
                const double least = 600'000 * 8 / 20e6 * 1e3;
                QVERIFY(trial[u"makespanMs"].toDouble() >= least);
                quickest = std::min(quickest, trial[u"makespanMs"].toDouble());
            }
            QVERIFY2(quickest < 600, qPrintable(QString::number(quickest)));
        }
    }

    // A megabyte over a warm connection takes its octets' time, to a few hundredths.
    void theRateIsKept()
    {
        const QJsonObject report =
            compare({"--json", "--warm", "--blocks", "2", "--line", "rtt=10ms,down=10mbit",
                     "--cacert", m_site.authority(), m_servers[u"nginx"_qs]->https() + "/1m.bin"})
                .json();
        for (const int arm : {0, 1}) {
            double quickest = 1e9;
            double octets = 0;
            for (const QJsonValue &trial : report[u"arms"][arm][u"raw"].toArray()) {
                quickest = std::min(quickest, trial[u"makespanMs"].toDouble());
                octets = std::max(octets, report[u"arms"][arm][u"octets"][u"received"].toDouble());
            }
            const double wanted = octets * 8 / 10e6 * 1e3 + 10;
            QVERIFY2(std::abs(quickest / wanted - 1) < 0.05,
                     qPrintable(QStringLiteral("%1 ms, wanted %2").arg(quickest).arg(wanted)));
        }
    }

    void clearTextAgainstPriorKnowledge()
    {
        for (const char *server : {"apache", "caddy"}) {
            const Outcome outcome =
                compare({"--json", "--blocks", "6",
                         m_servers[QString::fromLatin1(server)]->http() + "/small.txt"});
            QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
            QCOMPARE(outcome.json()[u"arms"][1][u"label"].toString(), QStringLiteral("h2c"));
            QVERIFY(outcome.json()[u"differences"][0][u"outcome"].toString() != u"no-verdict");
        }
    }

    // A field and a line of the body that only HTTP/2 has, and others that change every time.
    void plantedDifferencesAreNamed()
    {
        const QString url = m_servers[u"nginx"_qs]->https() + QStringLiteral("/planted");
        const QStringList common = {"--blocks",         "3",         "--cacert",
                                    m_site.authority(), "--fail-if", "different"};
        const Outcome outcome = compare(QStringList{"--json"} + common + QStringList{url});
        QCOMPARE(outcome.exitCode, 1);
        const QJsonObject report = outcome.json();
        auto planted = named(report, QStringLiteral("protocol-dependent"));
        planted.removeAll(QStringLiteral("content-length"));
        QCOMPARE(planted, (QStringList{"x-planted", "1"}));
        const auto changing = named(report, QStringLiteral("volatile"));
        QVERIFY(changing.contains("x-request-id") && changing.contains("2"));
        // The same of what does not depend on the version.
        const Outcome same =
            compare(common + QStringList{m_servers[u"nginx"_qs]->https() + "/small.txt"});
        QVERIFY2(same.exitCode == 0, same.output.constData());
    }

    void makespanAgreesWithH2load_data()
    {
        QTest::addColumn<int>("arm");
        QTest::addColumn<QString>("flags");
        QTest::newRow("h1 over 6 connections") << 0 << "--h1 -c 6 -m 1";
        QTest::newRow("h2 over one") << 1 << "-c 1 -m 6";
    }
    // Six times a megabyte that the server stretches over 2.7 s: from the same beginning to
    // the same end, whoever measures. The quickest of a few, as the machine may be busy.
    void makespanAgreesWithH2load()
    {
        QFETCH(int, arm);
        QFETCH(QString, flags);
        const QString url = m_servers[u"nginx"_qs]->https() + QStringLiteral("/paced");
        double wall = 1e9;
        for (int i = 0; i < 3; ++i) {
            const QByteArray said =
                shell(QStringLiteral("h2load -n 6 %1 %2").arg(flags, url)).output;
            static const QRegularExpression finished(
                QStringLiteral("finished in ([0-9.]+)(ms|s),"));
            const auto match = finished.match(QString::fromUtf8(said));
            QVERIFY2(match.hasMatch(), said.constData());
            const double unit = match.captured(2) == u"s" ? 1000 : 1;
            wall = std::min(wall, match.captured(1).toDouble() * unit);
        }
        if (m_paced.isEmpty())
            m_paced = compare({"--json", "--cold", "--blocks", "1", "--batch", "6", "--cacert",
                               m_site.authority(), url})
                          .json();
        double makespan = 1e9;
        for (const QJsonValue &trial : m_paced[u"arms"][arm][u"raw"].toArray())
            makespan = std::min(makespan, trial[u"makespanMs"].toDouble());
        QVERIFY2(std::abs(makespan / wall - 1) < 0.1,
                 qPrintable(QStringLiteral("%1 ms, h2load %2 ms").arg(makespan).arg(wall)));
    }

    // The server holds HTTP/2 back, and HTTP/2 alone.
    void plantedSlownessIsFound()
    {
        const QStringList common = {"--json", "--blocks", "6", "--cacert", m_site.authority()};
        const QString url = m_servers[u"nginx"_qs]->https() + QStringLiteral("/slow-h2");
        const Outcome slower = compare(common + QStringList{"--fail-if", "slower:50%", url});
        QVERIFY2(slower.exitCode == 1, slower.output.constData());
        const QJsonValue difference = slower.json()[u"differences"][0];
        QCOMPARE(difference[u"outcome"].toString(), QStringLiteral("different"));
        QVERIFY(difference[u"ratio"][u"median"].toDouble() > 1.5);
        QVERIFY(slower.json()[u"verdict"].toString().contains(u"HTTP/2 finished"));
    }

    void seedsRepeatTheOrder()
    {
        const auto order = [&] {
            const QJsonObject report = compare({"--json", "--blocks", "3", "--seed", "99",
                                                m_servers[u"apache"_qs]->http() + "/small.txt"})
                                           .json();
            QList<int> places;
            for (const QJsonValue &trial : report[u"arms"][0][u"raw"].toArray())
                places += trial[u"place"].toInt();
            return places;
        };
        const auto first = order();
        QCOMPARE(first.size(), 8);
        QCOMPARE(order(), first);
    }

    void reportsGoWhereTheyAreWanted()
    {
        const QString file = m_site.path(QStringLiteral("report.html"));
        const Outcome outcome = compare({"--markdown", "--blocks", "6", "--html", file,
                                         m_servers[u"apache"_qs]->http() + "/small.txt"});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.output.startsWith("# GET http://"));
        QFile html(file);
        QVERIFY(html.open(QIODevice::ReadOnly));
        QVERIFY(html.readAll().endsWith("</html>\n"));
    }

    void troubles()
    {
        const QString nginx = m_servers[u"nginx"_qs]->http();
        // That port speaks HTTP/1.1 alone.
        const Outcome without = compare({"--blocks", "2", nginx + QStringLiteral("/small.txt")});
        QVERIFY(without.exitCode != 0);
        QVERIFY(without.errors.startsWith("sonde: "));
        QCOMPARE(compare({"-d", "a=b", nginx + "/method"}).exitCode, 2);
        QCOMPARE(compare({"http://127.0.0.1:1/"}).exitCode, 7);
        QCOMPARE(compare({"-o", "x", nginx}).exitCode, 2);
    }

private:
    Site m_site;
    QJsonObject m_paced;
    QMap<QString, std::shared_ptr<Server>> m_servers;
};

QTEST_GUILESS_MAIN(TestLiveCompare)
#include "tst_live_compare.moc"

// What the terminal says of every TLS handshake that must not succeed: exit code, sentence, and in
// the report which certificate is at fault.
#include "tests/cli/run_program.h"
#include "tests/support/tls_cases.h"

#include <QRegularExpression>
#include <QTest>

using namespace sonde;
using namespace sonde::testing;

class TestTlsVerdicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data()
    {
        QTest::addColumn<size_t>("index");
        for (size_t i = 0; i < m_cases.size(); ++i)
            QTest::newRow(m_cases[i].name) << i;
    }

    void refused()
    {
        QFETCH(size_t, index);
        const TlsCase &row = m_cases[index];
        ScriptedServer server(row.server, answering(ok("safe")));
        const QStringList words{QStringLiteral("--cacert"), testAuthorityFile(), url(server, row)};
        const auto told = run(QStringList{QStringLiteral("send")} + words);
        QCOMPARE(told.code, row.exitCode);
        QCOMPARE(told.out, QByteArray());
        const QRegularExpression sentence(QRegularExpression::anchoredPattern(row.sentence));
        const auto lines = QString::fromUtf8(told.error).split(u'\n');
        const bool isSaid = std::ranges::any_of(lines, [&](QString line) {
            return sentence.match(line.remove(QStringLiteral("sonde: ")).trimmed()).hasMatch();
        });
        QVERIFY2(isSaid, told.error.constData());

        const auto report = reportOf(words);
        const auto error = report[u"error"];
        QCOMPARE(error[u"code"].toString(), QLatin1String(row.code));
        QCOMPARE(error[u"layer"].toString(), QStringLiteral("tls"));
        QCOMPARE(error[u"phase"].toString(), QStringLiteral("tls-handshake"));
        QVERIFY2(sentence.match(error[u"message"].toString()).hasMatch(),
                 qPrintable(error[u"message"].toString()));
        const auto tls = report[u"connection"][u"tls"];
        QCOMPARE(tls[u"verified"], QJsonValue(false));
        QCOMPARE(tls[u"problemDepth"].toInt(-1), row.depth);
        checkMark(tls[u"chain"].toArray(), row, error[u"message"].toString());
    }

    // --insecure goes on where a certificate is at fault, and still tells; no cipher helps nobody.
    void ignored_data() { refused_data(); }
    void ignored()
    {
        QFETCH(size_t, index);
        const TlsCase &row = m_cases[index];
        ScriptedServer server(row.server, answering(ok("safe")));
        const auto report = reportOf({QStringLiteral("--insecure"), QStringLiteral("--cacert"),
                                      testAuthorityFile(), url(server, row)});
        if (row.depth < 0) {
            QCOMPARE(report[u"error"][u"code"].toString(), QLatin1String(row.code));
            return;
        }
        QCOMPARE(report[u"response"][u"body"][u"text"].toString(), QStringLiteral("safe"));
        const auto tls = report[u"connection"][u"tls"];
        QCOMPARE(tls[u"verified"], QJsonValue(false));
        const QRegularExpression sentence(QRegularExpression::anchoredPattern(row.sentence));
        QVERIFY2(sentence.match(tls[u"problem"].toString()).hasMatch(),
                 qPrintable(tls[u"problem"].toString()));
    }

    // The same server with nothing wrong, so that no case fails for another reason.
    void trusted()
    {
        ScriptedServer server(ServerTls{}, answering(ok("safe")));
        const auto report = reportOf({QStringLiteral("--cacert"), testAuthorityFile(),
                                      QStringLiteral("https://localhost:%1/").arg(server.port())});
        QCOMPARE(report[u"exitCode"].toInt(), 0);
        QCOMPARE(report[u"connection"][u"tls"][u"verified"], QJsonValue(true));
    }

    void aStapleIsTold()
    {
        ScriptedServer server(
            ServerTls{.staple = makeStaple(StapleKind::Good, testLeaf(), testAuthority()),
                      .timestamps = timestampList()},
            answering(ok("safe")));
        const auto report = reportOf({QStringLiteral("--cacert"), testAuthorityFile(),
                                      QStringLiteral("https://localhost:%1/").arg(server.port())});
        const auto tls = report[u"connection"][u"tls"];
        QCOMPARE(tls[u"ocsp"][u"status"].toString(), QStringLiteral("good"));
        QCOMPARE(tls[u"ocsp"][u"verified"], QJsonValue(true));
        QCOMPARE(tls[u"signedTimestamps"][0][u"at"].toString(),
                 QStringLiteral("2023-11-14T22:13:20Z"));
        QVERIFY(tls[u"alpnOffered"].toArray().contains(QStringLiteral("h2")));
        const auto ladder = tls[u"handshake"].toArray();
        QVERIFY(ladder.size() >= 5);
        QCOMPARE(ladder[0][u"message"].toString(), QStringLiteral("ClientHello"));
        QCOMPARE(ladder[0][u"dir"].toString(), QStringLiteral(">"));
        QVERIFY(ladder[0][u"bytes"].toInteger() > 100);
        // All that went over the wire went in records.
        const auto sent = tls[u"recordTotals"][u"sent"];
        QVERIFY(sent[u"wireBytes"].toInteger() > sent[u"carriedBytes"].toInteger());
        // What the kernel said is there, too.
        const auto samples = report[u"connection"][u"tcp"].toArray();
        QVERIFY(samples.size() >= 2);
        QCOMPARE(samples[0][u"when"].toString(), QStringLiteral("connected"));
        QVERIFY(samples[0][u"rttUs"].toInteger() > 0);
        QVERIFY(samples[0][u"cwndSegments"].toInteger() > 0);
    }

private:
    static QString url(const ScriptedServer &server, const TlsCase &row)
    {
        return QStringLiteral("https://%1:%2/").arg(QLatin1String(row.host)).arg(server.port());
    }

    static QJsonObject reportOf(const QStringList &words)
    {
        const auto told =
            run(QStringList{QStringLiteral("send"), QStringLiteral("--json")} + words);
        return QJsonDocument::fromJson(told.out).object();
    }

    static void checkMark(const QJsonArray &chain, const TlsCase &row, const QString &sentence)
    {
        for (qsizetype i = 0; i < chain.size(); ++i) {
            const auto problems = chain[i][u"problems"].toArray();
            QCOMPARE(problems.contains(sentence), i == row.marked);
        }
        QVERIFY(row.marked < chain.size());
    }

    const std::vector<TlsCase> m_cases = tlsCases();
};

QTEST_GUILESS_MAIN(TestTlsVerdicts)
#include "tst_tls_verdicts.moc"

// sonde compare against servers that behave badly: each time a plain sentence, what was measured
// before is kept, and the exit code says what happened.
#include "run_program.h"
#include "tests/client/loopback_server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::testing;

namespace
{

using Reply = LoopbackReply;
using Speaks = LoopbackServer::Speaks;

// The versions that one HTTP/1 server has both of.
const QStringList ones = {"compare", "--versions", "1.0,1.1", "--cold", "--json"};

QJsonObject report(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out).object();
}

int trials(const QJsonObject &report)
{
    int count = 0;
    for (const QJsonValue &arm : report[u"arms"].toArray())
        count += int(arm[u"raw"].toArray().size());
    return count;
}

QString warning(const QJsonObject &report, const QString &kind)
{
    for (const QJsonValue &one : report[u"warnings"].toArray()) {
        if (one[u"kind"].toString() == kind)
            return one[u"sentence"].toString();
    }
    return {};
}

QStringList named(const QJsonObject &report, const QString &nature)
{
    QStringList names;
    for (const QJsonValue &one : report[u"responses"].toArray()) {
        if (one[u"nature"].toString() == nature)
            names += one[u"name"].toString();
    }
    return names;
}

} // namespace

class TestCompareCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void serverWithoutHttp2()
    {
        const LoopbackServer server(Speaks::Http1);
        const Outcome outcome = run({"compare", "--blocks", "6", QString::fromUtf8(server.url())});
        QVERIFY(outcome.code != 0);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.error.contains("HTTP/2"), outcome.error.constData());
        QVERIFY(!outcome.error.contains("\n\n"));
    }

    // Every answer is another one, in a field and in the body: volatile, not a difference.
    void serverThatAnswersDifferentlyEachTime()
    {
        int count = 0;
        const LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &) {
            const QByteArray number = QByteArray::number(++count);
            return Reply{.headers = {{"X-Request-Id", number}, {"Content-Type", "text/plain"}},
                         .content = "always\nnumber " + number + "\n"};
        });
        const Outcome outcome = run(ones + QStringList{"--blocks", "3", "--fail-if", "different",
                                                       QString::fromUtf8(server.url())});
        QCOMPARE(outcome.code, 0);
        const QJsonObject json = report(outcome);
        QVERIFY(named(json, QStringLiteral("protocol-dependent")).isEmpty());
        const auto changing = named(json, QStringLiteral("volatile"));
        QVERIFY(changing.contains("x-request-id") && changing.contains("2"));
        QVERIFY(!changing.contains("1")); // a line that stays the same
    }

    void serverThatDiesInTheMiddle()
    {
        int count = 0;
        auto server = std::make_unique<LoopbackServer>(Speaks::Http1, [&](const LoopbackRequest &) {
            return Reply{.content = "hello",
                         .then = ++count > 30 ? Reply::Then::Reset : Reply::Then::End};
        });
        const QString saved = m_folder.filePath(QStringLiteral("died.compare.json"));
        const Outcome outcome = run(ones + QStringList{"--blocks", "10", "--save", saved,
                                                       QString::fromUtf8(server->url())});
        QVERIFY(outcome.code != 0 && outcome.code != 1);
        QVERIFY2(outcome.error.startsWith("sonde: "), outcome.error.constData());
        const QJsonObject json = report(outcome);
        QVERIFY(trials(json) >= 28); // two looks were among the thirty
        QVERIFY(!warning(json, QStringLiteral("incomplete")).isEmpty());
        // What was kept can be read again.
        const Outcome again = run({"compare", "--json", "--open", saved});
        QCOMPARE(trials(report(again)), trials(json));
    }

    void tooManyRequestsAfterTenTrials()
    {
        int count = 0;
        const LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &) {
            return Reply{.status = ++count > 12 ? 429 : 200, .content = "hello"};
        });
        const Outcome outcome =
            run(ones + QStringList{"--blocks", "10", QString::fromUtf8(server.url())});
        QVERIFY(outcome.code != 0 && outcome.code != 1);
        QVERIFY2(outcome.error.contains("429, too many requests, in trial 11"),
                 outcome.error.constData());
        QCOMPARE(count, 13); // two looks, ten trials, and the one that was refused
        QCOMPARE(trials(report(outcome)), 11);
        QCOMPARE(report(outcome)[u"differences"][0][u"outcome"].toString(),
                 QStringLiteral("no-verdict"));
    }

    void redirectToAnotherHost()
    {
        const LoopbackServer other(
            Speaks::Http1, [](const LoopbackRequest &) { return Reply{.content = "over there"}; });
        const LoopbackServer server(Speaks::Http1, [&](const LoopbackRequest &) {
            return Reply{.status = 302, .headers = {{"Location", other.url("/there")}}};
        });
        const Outcome outcome =
            run(ones + QStringList{"--blocks", "2", "-L", QString::fromUtf8(server.url())});
        QCOMPARE(outcome.code, 0);
        const QString said = warning(report(outcome), QStringLiteral("other-host"));
        QVERIFY2(said.contains(QString::number(other.port())), qPrintable(said));
    }

    void notTheSameStatus()
    {
        int count = 0;
        const LoopbackServer flaky(Speaks::Http1, [&](const LoopbackRequest &) {
            return Reply{.status = ++count % 3 == 0 ? 503 : 200, .content = "hello"};
        });
        const Outcome outcome =
            run(ones + QStringList{"--blocks", "2", QString::fromUtf8(flaky.url())});
        QCOMPARE(outcome.code, 0);
        QVERIFY(!warning(report(outcome), QStringLiteral("different-status")).isEmpty());
    }

    // Through a line: told in words and in numbers, and refused where it makes no sense.
    void lines()
    {
        const LoopbackServer server(Speaks::Http1);
        const QString url = QString::fromUtf8(server.url());
        const Outcome outcome =
            run(ones + QStringList{"--blocks", "1", "--line", "rtt=20ms,down=5mbit", url});
        QCOMPARE(outcome.code, 0);
        const QJsonObject json = report(outcome);
        QCOMPARE(json[u"plan"][u"line"][u"spec"].toString(), QStringLiteral("rtt=20ms,down=5mbit"));
        QVERIFY(json[u"arms"][0][u"medianMs"].toDouble() >= 40);
        const Outcome text =
            run({"compare", "--versions", "1.0,1.1", "--blocks", "1", "--line", "rtt=20ms", url});
        QVERIFY2(text.out.contains("above TCP") && text.out.contains("no slow start, no loss") &&
                     text.out.contains("CPU of the emulated line"),
                 text.out.constData());
        const Outcome wrong = run({"compare", "--line", "rtt=forty", url});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.error.contains("rtt"), wrong.error.constData());
    }

    // The slower version has more octets to bring through a line, so that no clock is trusted.
    void failIfSlower()
    {
        const LoopbackServer server(Speaks::Http1, [](const LoopbackRequest &request) {
            const bool more = request.head.version == http::Version::Http11;
            return Reply{.content = QByteArray(more ? 100'000 : 10'000, 'x')};
        });
        const QStringList flags = {"--blocks",
                                   "6",
                                   "--line",
                                   "down=20mbit",
                                   "--fail-if",
                                   "slower:50%",
                                   QString::fromUtf8(server.url())};
        const Outcome slower = run(ones + flags);
        QVERIFY2(slower.code == 1, slower.error.constData());
        QCOMPARE(report(slower)[u"differences"][0][u"outcome"].toString(),
                 QStringLiteral("different"));
        // The other way round the same run is sooner, not slower.
        auto turned = ones;
        turned[2] = QStringLiteral("1.1,1.0");
        QCOMPARE(run(turned + flags).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestCompareCommand)
#include "tst_compare_command.moc"

// The sample collection as a newcomer runs it: requests that build on each other, against the
// playground.
#include "playground/playground.h"
#include "tests/cli/run_program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;
using namespace sonde::testing;

class TestProgramSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChainHolds()
    {
        playground::Playground playground;
        QVERIFY(playground.start());
        const QString folder = QStringLiteral(SONDE_SOURCE_DIR "/resources/sample/");
        const Outcome outcome =
            run({QStringLiteral("run"), QStringLiteral("--json"), QStringLiteral("--parallel"),
                 QStringLiteral("4"), QStringLiteral("--var"),
                 QStringLiteral("http=") + QString::fromLatin1(playground.httpUrl()),
                 folder + QStringLiteral("Chaining.http")});
        QVERIFY2(outcome.code == 0, (outcome.out + outcome.error).constData());
        const QJsonObject told = QJsonDocument::fromJson(outcome.out).object();
        const QJsonArray requests = told[QStringLiteral("requests")].toArray();
        QCOMPARE(requests.size(), 3);
        QCOMPARE(requests[2][QStringLiteral("url")].toString(),
                 QString::fromLatin1(playground.httpUrl()) + QStringLiteral("/orders/1"));
        int checks = 0;
        for (const QJsonValue &request : requests)
            checks += int(request[QStringLiteral("checks")].toArray().size());
        QCOMPARE(checks, 8);
        // Alone, the last one has nothing to build on, and says what is missing.
        const Outcome alone =
            run({QStringLiteral("run"), QStringLiteral("--name"), QStringLiteral("order"),
                 QStringLiteral("--var"),
                 QStringLiteral("http=") + QString::fromLatin1(playground.httpUrl()),
                 folder + QStringLiteral("Chaining.http")});
        QCOMPARE(alone.code, 1);
        QVERIFY2(alone.out.contains("order") && alone.out.contains("login"), alone.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestProgramSample)
#include "tst_program_sample.moc"

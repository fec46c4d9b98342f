// The program and the secrets that the window keeps: sent by `sonde run`, masked by `sonde export`,
// and told when they are not there.
#include "collection/secret_file.h"
#include "tests/cli/run_program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::testing;

namespace
{

const QByteArray canary = "canary-4711";

struct Stage {
    QTemporaryDir folder;
    std::vector<QByteArray> seen;
    ScriptedServer server{[this](Peer &peer) {
        if (!peer.received().contains("\r\n\r\n"))
            return;
        seen.push_back(peer.received());
        peer.clear();
        peer.send(ok("{}"));
    }};

    Stage()
    {
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toLocal8Bit());
        qputenv("SONDE_SECRETS", "file");
        qunsetenv("SONDE_PASSPHRASE");
        write(QStringLiteral("http-client.env.json"),
              R"({"dev": {"token": {"provider": "Sonde", "secretName": "token-abc"}}})");
        write(QStringLiteral("a.http"),
              "### One\nGET " + at(server).toUtf8() + "\nAuthorization: Bearer {{token}}\n");
    }
    void write(const QString &name, const QByteArray &octets) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
    }
    void keep(const std::optional<QString> &passphrase) const
    {
        collection::FileSecretStore store(collection::FileSecretStore::pathOfThisUser(),
                                          passphrase);
        QVERIFY(store.write(
            {.set = {{QStringLiteral("token-abc"), QString::fromUtf8(canary)}}, .remove = {}}));
    }
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] Outcome run(const QStringList &more = {}) const
    {
        return testing::run(QStringList{QStringLiteral("run"), path(QStringLiteral("a.http")),
                                        QStringLiteral("--env"), QStringLiteral("dev")} +
                            more);
    }
};

} // namespace

class TestProgramSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runSendsThem()
    {
        Stage stage;
        stage.keep(std::nullopt);
        const Outcome outcome = stage.run();
        QVERIFY2(outcome.code == 0, (outcome.error + outcome.out).constData());
        QCOMPARE(stage.seen.size(), size_t(1));
        QVERIFY(stage.seen[0].contains("Bearer " + canary));
        QVERIFY(!outcome.out.contains(canary) && !outcome.error.contains(canary));
    }

    void aPassphraseComesFromTheEnvironment()
    {
        Stage stage;
        stage.keep(QStringLiteral("open sesame"));
        const Outcome locked = stage.run();
        QCOMPARE(locked.code, 2);
        QVERIFY2(locked.error.contains("passphrase"), (locked.error).constData());
        qputenv("SONDE_PASSPHRASE", "wrong");
        const Outcome wrong = stage.run();
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.error.contains("does not open"), (wrong.error).constData());
        QVERIFY(stage.seen.empty());
        qputenv("SONDE_PASSPHRASE", "open sesame");
        QCOMPARE(stage.run().code, 0);
        QVERIFY(stage.seen.size() == 1 && stage.seen[0].contains("Bearer " + canary));
    }

    void oneThatIsNotHereIsNamedAndMayBeGiven()
    {
        Stage stage;
        const Outcome missing = stage.run();
        QVERIFY(missing.code != 0);
        QVERIFY2((missing.out + missing.error).contains("“token”"),
                 (missing.out + missing.error).constData());
        QCOMPARE(stage.run({QStringLiteral("--var"), QStringLiteral("token=given")}).code, 0);
        QVERIFY(stage.seen.size() == 1 && stage.seen[0].contains("Bearer given"));
    }

    void exportMasksThem()
    {
        Stage stage;
        stage.keep(std::nullopt);
        const QStringList words{QStringLiteral("export"), stage.path(QStringLiteral("a.http")),
                                QStringLiteral("--env"),  QStringLiteral("dev"),
                                QStringLiteral("--as"),   QStringLiteral("curl")};
        const Outcome masked = run(words);
        QVERIFY2(masked.code == 0, (masked.error).constData());
        QVERIFY2(masked.out.contains("***") && !masked.out.contains(canary),
                 (masked.out).constData());
        QVERIFY(run(words + QStringList{QStringLiteral("--show-secrets")}).out.contains(canary));
    }
};

QTEST_GUILESS_MAIN(TestProgramSecrets)
#include "tst_program_secrets.moc"

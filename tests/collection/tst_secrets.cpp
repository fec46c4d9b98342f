// Secrets: sealed and opened, wrong passphrases and damage, markers in files of environments, and
// no octet of a secret anywhere but in the sealed file.
#include "collection/http_file.h"
#include "collection/scope.h"
#include "collection/secret_edit.h"
#include "collection/secret_vault.h"
#include "collection/secrets.h"
#include "tests/support/folder_search.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde::collection;
using Kind = SecretFault::Kind;
using Kept = EditableVariable::Kept;

namespace
{

const QString canary = QStringLiteral("corréct-hórse-7731");

QByteArray octetsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(octets);
}

// Files below the folder that hold it in UTF-8, UTF-16 or Base64.
QStringList filesWith(const QString &folder, const QString &text)
{
    const QList<QByteArray> forms{
        text.toUtf8(), text.toUtf8().toBase64(),
        QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)};
    QStringList found;
    for (const QByteArray &form : forms)
        found += sonde::testing::filesWith(folder, form);
    return found;
}

SecretVault::Options inFile(const QTemporaryDir &folder)
{
    return {.use = SecretVault::Use::FileAlone,
            .file = folder.filePath(QStringLiteral("data/secrets.json")),
            .program = {}};
}

const SecretKey passphrase{SecretKey::Kind::Passphrase, "open sesame"};

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSealedOpensAgain()
    {
        for (const SecretKey &key : {passphrase, SecretKey{SecretKey::Kind::KeyFile, freshKey()}}) {
            const SecretValues values{{QStringLiteral("a"), canary},
                                      {QStringLiteral("b"), QStringLiteral("\"{{x}}\"\n")}};
            const auto octets = sealed(values, key);
            QVERIFY(octets);
            QVERIFY(!octets->contains(canary.toUtf8()));
            const auto head = sealedHead(*octets);
            QVERIFY(head);
            QCOMPARE(head->key, key.kind);
            QCOMPARE(head->names, values.keys());
            const auto opened = unsealed(*octets, key);
            QVERIFY(opened);
            QCOMPARE(*opened, values);
            // Never the same octets twice.
            QVERIFY(*sealed(values, key) != *octets);
        }
    }

    void aWrongPassphraseIsToldFromDamage()
    {
        const auto octets = sealed({{QStringLiteral("a"), canary}}, passphrase);
        QVERIFY(octets);
        const auto wrong = unsealed(*octets, {SecretKey::Kind::Passphrase, "open sesam"});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, Kind::WrongPassphrase);
        QVERIFY(wrong.error().sentence.contains(QLatin1String("passphrase")));
        const auto cut = unsealed(octets->first(octets->size() / 2), passphrase);
        QVERIFY(!cut);
        QCOMPARE(cut.error().kind, Kind::Damaged);
        QCOMPARE(unsealed({}, passphrase).error().kind, Kind::Damaged);
        QCOMPARE(unsealed("{}", passphrase).error().kind, Kind::Damaged);
    }

    // No flipped bit opens to something else.
    void anyChangedOctetIsNoticed()
    {
        const SecretKey key{SecretKey::Kind::KeyFile, freshKey()};
        const SecretValues values{{QStringLiteral("a"), canary}};
        const auto octets = sealed(values, key);
        QVERIFY(octets);
        for (qsizetype at = 0; at < octets->size(); ++at) {
            QByteArray changed = *octets;
            changed[at] = char(changed[at] ^ 1);
            const auto opened = unsealed(changed, key);
            QVERIFY2(!opened || *opened == values, // blanks between members mean nothing
                     qPrintable(QStringLiteral("octet %1").arg(at)));
        }
    }

    void aFileMayNotAskForTheWholeMachine()
    {
        auto octets = *sealed({{QStringLiteral("a"), canary}}, passphrase);
        octets.replace("\"scrypt-n\": 32768", "\"scrypt-n\": 1073741824");
        QCOMPARE(unsealed(octets, passphrase).error().kind, Kind::Damaged);
    }

    void theFileIsForItsOwnerAloneAndLosesNothing()
    {
        const QTemporaryDir folder;
        SecretVault vault(inFile(folder));
        const SecretChanges change{.set = {{QStringLiteral("token-1"), canary}}, .remove = {}};
        const auto unsaid = vault.write(change);
        QVERIFY(!unsaid);
        QCOMPARE(unsaid.error().kind, Kind::NoPlace);
        QVERIFY(!QFile::exists(vault.file()));
        vault.lockFile(QStringLiteral("open sesame"));
        QVERIFY(vault.write(change));
        constexpr auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(vault.file()) & others, QFile::Permissions());
        QCOMPARE(filesWith(folder.path(), canary), QStringList());

        // Another program, another start.
        SecretVault other(inFile(folder));
        const auto locked = other.read({QStringLiteral("token-1")});
        QVERIFY(!locked);
        QCOMPARE(locked.error().kind, Kind::NeedsPassphrase);
        QVERIFY(locked.error().sentence.contains(other.file()));
        // Nobody is asked in vain.
        QVERIFY(other.read({QStringLiteral("nothing")}));
        const QByteArray before = octetsOf(vault.file());
        other.lockFile(QStringLiteral("wrong"));
        QCOMPARE(other.read({QStringLiteral("token-1")}).error().kind, Kind::WrongPassphrase);
        const auto refused =
            other.write({.set = {{QStringLiteral("token-2"), canary}}, .remove = {}});
        QCOMPARE(refused.error().kind, Kind::WrongPassphrase);
        QCOMPARE(octetsOf(vault.file()), before);
        other.lockFile(QStringLiteral("open sesame"));
        QVERIFY(
            other.write({.set = {{QStringLiteral("token-2"), QStringLiteral("2")}}, .remove = {}}));
        const auto both = other.read({QStringLiteral("token-1"), QStringLiteral("token-2")});
        QVERIFY(both);
        QCOMPARE(both->value(QStringLiteral("token-1")), canary);
        QCOMPARE(both->size(), 2);

        put(vault.file(), before.first(before.size() - 40));
        const QByteArray damaged = octetsOf(vault.file());
        SecretVault third(inFile(folder));
        third.lockFile(QStringLiteral("open sesame"));
        QCOMPARE(third.read({QStringLiteral("token-1")}).error().kind, Kind::Damaged);
        QCOMPARE(third.write(change).error().kind, Kind::Damaged);
        QCOMPARE(octetsOf(vault.file()), damaged);
    }

    void aKeyFileOpensWithoutAWord()
    {
        const QTemporaryDir folder;
        SecretVault vault(inFile(folder));
        vault.lockFile(std::nullopt);
        QVERIFY(vault.write({.set = {{QStringLiteral("t"), canary}}, .remove = {}}));
        const QString key = FileSecretStore::keyFileOf(vault.file());
        QCOMPARE(QFile::permissions(key) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        SecretVault other(inFile(folder));
        QCOMPARE(other.read({QStringLiteral("t")}).value().value(QStringLiteral("t")), canary);
        QFile::remove(key);
        SecretVault third(inFile(folder));
        const auto lost = third.read({QStringLiteral("t")});
        QCOMPARE(lost.error().kind, Kind::Damaged);
        QVERIFY(lost.error().sentence.contains(key));
        // A new key must not be made over secrets that it cannot open.
        QVERIFY(!third.write({.set = {{QStringLiteral("u"), canary}}, .remove = {}}));
        QVERIFY(!QFile::exists(key));
    }

    void theFileOfEnvironmentsHasAMarkerAlone()
    {
        const QTemporaryDir folder;
        MemorySecretStore store;
        const QString shared = folder.filePath(QStringLiteral("http-client.env.json"));
        put(shared, "{\n  \"dev\": {\n    \"token\": \"old\",\n    \"host\": \"h\"\n  }\n}\n");
        const auto before = readEnvironments(folder.path());
        QVERIFY(before);
        auto after = *before;
        after[1].variables[0].kept = Kept::Secret;
        after[1].variables[0].value = canary;
        const auto kept = keepEnvironments(folder.path(), *before, after, store);
        QVERIFY(kept);
        const QString name = (*kept)[1].variables[0].secretName;
        QVERIFY2(name.startsWith(QLatin1String("token-")) && name.size() > 16, qPrintable(name));
        QCOMPARE(octetsOf(shared),
                 "{\n  \"dev\": {\n    \"token\": {\"provider\": \"Sonde\", \"secretName\": \"" +
                     name.toUtf8() + "\"},\n    \"host\": \"h\"\n  }\n}\n");
        QCOMPARE(filesWith(folder.path(), canary), QStringList());

        // Read again it is there by name, its value only in the store.
        auto again = readEnvironments(folder.path());
        QVERIFY(again);
        QCOMPARE((*again)[1].variables[0].kept, Kept::Secret);
        QVERIFY((*again)[1].variables[0].value.isEmpty());
        const auto values = secretValuesOf(*again, store);
        QVERIFY(values);
        layIn((*again)[1].variables, *values);
        QCOMPARE((*again)[1].variables[0].value, canary);

        // Renamed it keeps its value; back among the shared ones it leaves the store.
        auto renamed = *again;
        renamed[1].variables[0].name = QStringLiteral("bearer");
        QVERIFY(keepEnvironments(folder.path(), *again, renamed, store));
        QVERIFY(octetsOf(shared).contains("\"bearer\": {\"provider\": \"Sonde\""));
        QCOMPARE(store.read({name}).value().size(), 1);
        auto open = renamed;
        open[1].variables[0].kept = Kept::Shared;
        open[1].variables[0].value = QStringLiteral("plain");
        QVERIFY(keepEnvironments(folder.path(), renamed, open, store));
        QVERIFY(octetsOf(shared).contains("\"bearer\": \"plain\""));
        QCOMPARE(store.read({name}).value().size(), 0);
    }

    void aStoreThatFailsLeavesTheFileAsItWas()
    {
        class Failing : public SecretStore
        {
        public:
            SecretResult<SecretValues> read(const QStringList &) override { return SecretValues(); }
            SecretResult<void> write(const SecretChanges &changes) override
            {
                if (changes.isEmpty())
                    return {};
                return std::unexpected(SecretFault{Kind::Refused, QStringLiteral("locked")});
            }
        };
        const QTemporaryDir folder;
        const QString shared = folder.filePath(QStringLiteral("http-client.env.json"));
        put(shared, "{\"dev\": {\"token\": \"old\"}}");
        const auto before = readEnvironments(folder.path());
        auto after = *before;
        after[1].variables[0].kept = Kept::Secret;
        Failing store;
        QCOMPARE(keepEnvironments(folder.path(), *before, after, store).error().kind,
                 Kind::Refused);
        QCOMPARE(octetsOf(shared), QByteArray("{\"dev\": {\"token\": \"old\"}}"));
    }

    void aScopeKnowsWhatItCannotFillIn()
    {
        const QTemporaryDir folder;
        put(folder.filePath(QStringLiteral("http-client.env.json")),
            R"({"dev": {"token": {"provider": "Sonde", "secretName": "token-x"},
                        "key": {"provider": "AzureKeyVault", "secretName": "y"}}})");
        Scope scope = readScope({.topFolder = folder.path(),
                                 .file = {},
                                 .environment = QStringLiteral("dev"),
                                 .program = {}});
        const QStringList used{QStringLiteral("token"), QStringLiteral("key")};
        QVERIFY(!scope.find(QStringLiteral("key"))); // other people's providers stay theirs
        QVERIFY(!scope.variables().contains(QStringLiteral("token")));
        QCOMPARE(lockedSecrets(scope.names, used), QStringList{QStringLiteral("token-x")});
        const auto missing = missingSecrets(scope.names, used, QStringLiteral("No keychain."));
        QCOMPARE(missing.size(), 1);
        QVERIFY(missing.first().contains(QStringLiteral("“token”")) &&
                missing.first().endsWith(QLatin1String("No keychain.")));
        unlockSecrets(scope.names, {{QStringLiteral("token-x"), canary}});
        QCOMPARE(scope.variables().value(QStringLiteral("token")), canary);
        QCOMPARE(scope.secrets(), QStringList{canary});
        QVERIFY(missingSecrets(scope.names, used, {}).isEmpty());
    }

    // Under a session bus of its own with a keychain that was unlocked; run by
    // tst_secrets_keychain.
    void theKeychainOfTheSessionKeepsThem()
    {
        if (qEnvironmentVariableIsEmpty("SONDE_TEST_KEYCHAIN"))
            QSKIP("no keychain of the test's own: tst_secrets_keychain brings one");
        qputenv("QT_NO_GLIB", "1"); // as the terminal has it
        const SecretVault::Options options{.use = SecretVault::Use::KeychainAlone,
                                           .file = QStringLiteral("/nonexistent"),
                                           .program =
                                               QStringLiteral(SONDE_BIN_DIR "/sonde-keychain")};
        const QString name = freshSecretName(QStringLiteral("token"));
        SecretVault vault(options);
        QVERIFY(vault.read({name}).value().isEmpty());
        const auto written = vault.write({.set = {{name, canary}}, .remove = {}});
        QVERIFY2(written, written ? "" : qPrintable(written.error().sentence));
        SecretVault other(options);
        QCOMPARE(other.read({name, QStringLiteral("none")}).value(),
                 (SecretValues{{name, canary}}));
        SecretVault either({.use = SecretVault::Use::KeychainOrFile,
                            .file = options.file,
                            .program = options.program});
        QVERIFY(either.read({name}));
        QCOMPARE(either.placeOf(name), SecretPlace::Keychain);
        QVERIFY(other.write({.set = {}, .remove = {name, QStringLiteral("none")}}));
        SecretVault third(options);
        QVERIFY(third.read({name}).value().isEmpty());
    }

    void withoutAKeychainItSaysSo()
    {
        const QTemporaryDir folder;
        SecretVault vault({.use = SecretVault::Use::KeychainOrFile,
                           .file = folder.filePath(QStringLiteral("secrets.json")),
                           .program = QStringLiteral("/nonexistent/sonde-keychain")});
        QVERIFY(vault.read({QStringLiteral("t")}).value().isEmpty());
        QVERIFY(!vault.note().isEmpty());
        QCOMPARE(vault.placeOf(QStringLiteral("t")), SecretPlace::Unknown);
        vault.lockFile(std::nullopt);
        QVERIFY(vault.write({.set = {{QStringLiteral("t"), canary}}, .remove = {}}));
        QCOMPARE(vault.placeOf(QStringLiteral("t")), SecretPlace::File);
        QCOMPARE(vault.read({QStringLiteral("t")}).value().size(), 1);
        QCOMPARE(filesWith(folder.path(), canary), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"

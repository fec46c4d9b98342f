// What a name means and why, and edits of files of environments that leave the rest as it is.
#include "collection/environment_file.h"
#include "collection/scope.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;
using Kind = EnvironmentEdit::Kind;

namespace
{

void put(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray octetsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestEnvironments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClosestAndMostPrivateIsInForceAndSaysWhatItShadows()
    {
        const QTemporaryDir folder;
        const QString top = folder.path();
        put(top + "/http-client.env.json",
            R"({"$shared":{"host":"shared","only":"s"},"dev":{"host":"top"}})");
        put(top + "/sub/http-client.env.json", R"({"dev":{"host":"near"}})");
        put(top + "/sub/http-client.private.env.json", R"({"dev":{"token":"geheim"}})");
        put(top + "/sub/a.http", "@port = 80\nGET http://{{host}}/\n");
        const Scope scope = readScope({.topFolder = top,
                                       .file = top + "/sub/a.http",
                                       .environment = QStringLiteral("dev"),
                                       .program = {{QStringLiteral("host"), QStringLiteral("p")},
                                                   {QStringLiteral("own"), QStringLiteral("o")}}});
        QCOMPARE(scope.problem, QString());
        QCOMPARE(scope.environment, QStringLiteral("dev"));
        QCOMPARE(scope.environments, QStringList{QStringLiteral("dev")});
        const auto &host = scope.names[QStringLiteral("host")];
        QCOMPARE(host.size(), size_t(4));
        QCOMPARE(host[0].value, QStringLiteral("near"));
        QCOMPARE(host[0].path, top + "/sub/http-client.env.json");
        QCOMPARE(host[1].value, QStringLiteral("top"));
        QCOMPARE(host[2].environment, QStringLiteral("$shared"));
        QCOMPARE(int(host[3].from), int(Definition::From::Program));
        QVERIFY(scope.find(QStringLiteral("token"))->isSecret);
        QCOMPARE(scope.secrets(), QStringList{QStringLiteral("geheim")});
        QCOMPARE(int(scope.find(QStringLiteral("port"))->from), int(Definition::From::File));
        QCOMPARE(scope.variables()[QStringLiteral("own")], QStringLiteral("o"));
        // A folder inside is opened: what stands above it in the project counts all the same, as it
        // does for the terminal.
        const Scope inside = readScope({.topFolder = top + "/sub",
                                        .file = top + "/sub/a.http",
                                        .environment = QStringLiteral("dev"),
                                        .program = {}});
        QCOMPARE(inside.find(QStringLiteral("only"))->value, QStringLiteral("s"));
        QVERIFY(inside.files.contains(top + "/http-client.env.json"));
        const Scope after = withCaptures(scope, {{QStringLiteral("port"), QStringLiteral("9")}});
        QCOMPARE(after.find(QStringLiteral("port"))->value, QStringLiteral("9"));
        QCOMPARE(after.names[QStringLiteral("port")].size(), size_t(2));
    }

    void aBrokenFileIsToldAndAnUnknownEnvironmentIsNone()
    {
        const QTemporaryDir folder;
        put(folder.path() + "/http-client.env.json", "{");
        put(folder.path() + "/a.http", "@x = 1\nGET http://a/\n");
        const Scope scope = readScope({.topFolder = folder.path(),
                                       .file = folder.path() + "/a.http",
                                       .environment = QStringLiteral("gone"),
                                       .program = {}});
        QVERIFY(scope.problem.contains(QLatin1String("http-client.env.json")));
        QVERIFY(scope.environment.isEmpty());
        QVERIFY(scope.find(QStringLiteral("x")));
    }

    void edits_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("after");
        const QByteArray file = "{\n"
                                "    \"zeta\": {\"b\": 1.50, \"a\" : \"x\"},\n"
                                "    \"dev\": {\n"
                                "        \"Security\": {\"Auth\": {}},\n"
                                "        \"host\": \"one\"\n"
                                "    }\n"
                                "}\n";
        const auto row = [&](const char *name, Kind kind, const char *environment,
                             const char *variable, const char *value, QByteArray from,
                             const QByteArray &to) {
            QByteArray wanted = file;
            QVERIFY(from.isEmpty() || wanted.contains(from));
            wanted.replace(from, to);
            QTest::newRow(name) << file << int(kind) << environment << variable << value << wanted;
        };
        row("value", Kind::Set, "dev", "host", "two \"2\"", "\"one\"", "\"two \\\"2\\\"\"");
        row("number becomes text", Kind::Set, "zeta", "b", "7", "1.50", R"("7")");
        row("new variable", Kind::Set, "dev", "port", "80", R"("host": "one")",
            "\"host\": \"one\",\n        \"port\": \"80\"");
        row("new on one line", Kind::Set, "zeta", "c", "3", R"("x"})", R"("x", "c": "3"})");
        row("new environment", Kind::Set, "prod", "p", "1", "    }\n}",
            "    },\n    \"prod\": {\n      \"p\": \"1\"\n    }\n}");
        row("first removed", Kind::Remove, "zeta", "b", "", R"("b": 1.50, )", "");
        row("last removed", Kind::Remove, "dev", "host", "", ",\n        \"host\": \"one\"", "");
        row("variable renamed", Kind::Rename, "dev", "host", "server", R"("host")", R"("server")");
        row("environment renamed", Kind::RenameEnvironment, "dev", "", "test", R"("dev")",
            R"("test")");
        row("environment removed", Kind::RemoveEnvironment, "zeta", "", "",
            "\"zeta\": {\"b\": 1.50, \"a\" : \"x\"},\n    ", "");
        row("not there", Kind::Remove, "dev", "nothing", "", "", "");
        row("name taken", Kind::Rename, "dev", "host", "Security", "x", "x");
        QTest::newRow("from nothing") << QByteArray() << int(Kind::Set) << "dev" << "a" << "1"
                                      << QByteArray("{\n  \"dev\": {\n    \"a\": \"1\"\n  }\n}\n");
    }

    void edits()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, kind);
        QFETCH(QString, environment);
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto edited = withEdits(before, {{Kind(kind), environment, name, value}});
        QVERIFY(edited);
        QTEST(*edited, "after");
    }

    void whatIsNoObjectIsLeftAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.path() + "/http-client.env.json";
        for (const char *text : {"[]", "{\"a\":", "x {}", "[{}]"}) {
            put(path, text);
            const auto done = editEnvironmentFile(
                path, {{Kind::Set, QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}});
            QVERIFY2(!done, text);
            QVERIFY(done.error().sentence.contains(path));
            QCOMPARE(octetsOf(path), QByteArray(text));
        }
    }

    void anEditorWritesDifferencesAlone()
    {
        const QTemporaryDir folder;
        const QString open = folder.path() + "/http-client.env.json";
        const QString hidden = folder.path() + "/http-client.private.env.json";
        put(open, "{\"dev\": {\"z\": \"1\", \"a\": 2, \"o\": {\"k\": 1}}}\n");
        const auto before = readEnvironments(folder.path());
        QVERIFY(before);
        QCOMPARE(before->size(), size_t(2));
        QCOMPARE((*before)[0].name, QStringLiteral("$shared"));
        QCOMPARE((*before)[1].variables.size(), size_t(2));
        QCOMPARE((*before)[1].variables[0].name, QStringLiteral("z"));
        auto after = *before;
        after[1].variables[0].kept = EditableVariable::Kept::Private;
        after[1].variables.push_back(
            {.name = QStringLiteral("new"), .value = QStringLiteral("n"), .secretName = {}});
        after.push_back({.name = QStringLiteral("prod"), .variables = {}});
        // Meanwhile somebody else adds something.
        put(open, "{\"dev\": {\"z\": \"1\", \"a\": 2, \"x\": 9, \"o\": {\"k\": 1}}}\n");
        QVERIFY(writeEnvironments(folder.path(), *before, after));
        QCOMPARE(octetsOf(open), QByteArray("{\"dev\": {\"a\": 2, \"x\": 9, \"o\": {\"k\": 1}, "
                                            "\"new\": \"n\"}, \"prod\": {}}\n"));
        QCOMPARE(octetsOf(hidden), QByteArray("{\n  \"dev\": {\n    \"z\": \"1\"\n  }\n}\n"));
    }

    // Visual Studio's: read, and written back with all that is not ours in it.
    void theUserFileIsEditedLikeTheOthers()
    {
        const QTemporaryDir folder;
        const QString open = folder.path() + "/http-client.env.json";
        const QString user = folder.path() + "/http-client.env.json.user";
        const QByteArray written = "{\r\n\t\"dev\": {\"host\": \"mine\", \"key\": {\"provider\": "
                                   "\"AspnetUserSecrets\", \"secretName\": \"k\"}},\r\n\t\"more\": "
                                   "[1]\r\n}\r\n";
        put(open, "{\"dev\": {\"host\": \"ours\"}}\n");
        put(user, written);
        const auto before = readEnvironments(folder.path());
        QVERIFY(before);
        const auto &dev = (*before)[1].variables;
        QCOMPARE(dev.size(), size_t(2));
        QCOMPARE(dev[1].kept, EditableVariable::Kept::User);
        QCOMPARE(dev[1].value, QStringLiteral("mine"));
        QCOMPARE(Environments::load(folder.path())->variables("dev").value("host"),
                 QString("mine"));
        auto after = *before;
        after[1].variables[1].value = QStringLiteral("new");
        QVERIFY(writeEnvironments(folder.path(), *before, after));
        QCOMPARE(octetsOf(user), QByteArray(written).replace("mine", "new"));
        QCOMPARE(octetsOf(open), QByteArray("{\"dev\": {\"host\": \"ours\"}}\n"));
        // A variable moves there, and none is left behind.
        const auto second = after;
        after[1].variables = {second[1].variables[1]};
        after[1].variables[0].kept = EditableVariable::Kept::Shared;
        QVERIFY(writeEnvironments(folder.path(), second, after));
        QVERIFY(!octetsOf(user).contains("new") && octetsOf(user).contains("AspnetUserSecrets"));
        QCOMPARE(octetsOf(open), QByteArray("{\"dev\": {\"host\": \"new\"}}\n"));
        // Without one, none is made.
        QVERIFY(QFile::remove(user));
        after[1].variables.clear();
        QVERIFY(writeEnvironments(folder.path(), second, after));
        QVERIFY(!QFile::exists(user));
    }

    void thePrivateFileIsForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.path() + "/http-client.private.env.json";
        QVERIFY(editEnvironmentFile(
            path, {{Kind::Set, QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}}));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }
};

QTEST_APPLESS_MAIN(TestEnvironments)
#include "tst_environments.moc"

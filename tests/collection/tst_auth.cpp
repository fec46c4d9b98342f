// Authentication as lines of a request, and what folders and files say for their requests: what is
// read, what is written, and what goes out.
#include "collection/auth.h"
#include "collection/http_file.h"
#include "collection/inheritance.h"
#include "collection/scope.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;
using Kind = Auth::Kind;

namespace
{

RequestDocument request(const QString &url = QStringLiteral("http://h/"))
{
    RequestDocument document;
    document.url = url;
    return document;
}

Auth basic(const QString &user, const QString &password)
{
    Auth auth{.kind = Kind::Basic};
    auth.user = user;
    auth.password = password;
    return auth;
}

Auth bearer(const QString &token)
{
    Auth auth{.kind = Kind::Bearer};
    auth.token = token;
    return auth;
}

Auth key(Auth::Place place, const QString &name, const QString &value)
{
    Auth auth{.kind = Kind::ApiKey};
    auth.place = place;
    auth.name = name;
    auth.value = value;
    return auth;
}

QByteArray sent(const RequestDocument &document, const char *field, const Variables &variables = {})
{
    const auto resolved = resolve(document, variables);
    if (!resolved)
        return resolved.error().sentence.toUtf8();
    return resolved->request.headers.value(field).value_or(QByteArray("none")).toByteArray();
}

struct Folder {
    QTemporaryDir dir;
    void write(const QString &name, const QByteArray &octets) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
    }
    [[nodiscard]] QString path(const QString &name) const { return dir.filePath(name); }
};

} // namespace

class TestAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAndReadBack_data()
    {
        QTest::addColumn<QString>("line"); // of the file; empty: in the URL
        QTest::addColumn<QString>("sends");
        QTest::newRow("basic") << "Authorization: Basic {{user}} {{password}}"
                               << "Basic YW5uYTpwIHc=";
        QTest::newRow("bearer") << "Authorization: Bearer {{token}}" << "Bearer t";
    }
    void isWrittenAndReadBack()
    {
        QFETCH(QString, line);
        QFETCH(QString, sends);
        const bool isBasic = line.contains(QLatin1String("Basic"));
        const Auth auth = isBasic
                              ? basic(QStringLiteral("{{user}}"), QStringLiteral("{{password}}"))
                              : bearer(QStringLiteral("{{token}}"));
        const RequestDocument document = withAuth(request(), auth);
        HttpFile file;
        QVERIFY(file.appendRequest(document));
        QVERIFY2(file.octets().contains(line.toUtf8()), file.octets().constData());
        QCOMPARE(authOf(file.requests()[0].document), auth);
        const Variables variables{{QStringLiteral("user"), QStringLiteral("anna")},
                                  {QStringLiteral("password"), QStringLiteral("p w")},
                                  {QStringLiteral("token"), QStringLiteral("t")}};
        QCOMPARE(sent(document, "Authorization", variables), sends.toUtf8());
        QCOMPARE(withAuth(document, {}).headers, std::vector<Row>{});
    }

    void basicKeepsEveryNameAndPassword_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::newRow("plain") << "anna" << "secret";
        QTest::newRow("blank in password") << "anna" << "a b";
        QTest::newRow("colon in password") << "anna" << "a:b";
        QTest::newRow("empty password") << "anna" << "";
        QTest::newRow("empty name") << "" << "x";
        QTest::newRow("blank in name") << "anna b" << "x";
        QTest::newRow("password begins with a blank") << "anna" << " x";
        QTest::newRow("not ASCII") << QString::fromUtf8("änna") << QString::fromUtf8("ü€");
    }
    void basicKeepsEveryNameAndPassword()
    {
        QFETCH(QString, user);
        QFETCH(QString, password);
        const Auth auth = basic(user, password);
        const RequestDocument document = withAuth(request(), auth);
        QCOMPARE(authOf(document), auth);
        QCOMPARE(sent(document, "Authorization"),
                 "Basic " + (user + u':' + password).toUtf8().toBase64());
    }

    void apiKeysStandInHeadersAndQueries()
    {
        const Auth header =
            key(Auth::Place::Header, QStringLiteral("X-Shop"), QStringLiteral("{{k}}"));
        RequestDocument document = withAuth(request(QStringLiteral("http://h/?a=1")), header);
        HttpFile file;
        QVERIFY(file.appendRequest(document));
        QVERIFY(file.octets().contains("# [auth] header X-Shop\n"));
        QVERIFY(file.octets().contains("X-Shop: {{k}}\n"));
        QCOMPARE(authOf(file.requests()[0].document), header);
        const Auth query = key(Auth::Place::Query, QStringLiteral("key"), QStringLiteral("{{k}}"));
        document = withAuth(document, query);
        QVERIFY(document.headers.empty());
        QCOMPARE(document.url, QStringLiteral("http://h/?a=1&key={{k}}"));
        QVERIFY(file.replaceRequest(0, document));
        QCOMPARE(authOf(file.requests()[0].document), query);
        document = withAuth(document, bearer(QStringLiteral("t")));
        QCOMPARE(document.url, QStringLiteral("http://h/?a=1"));
        QVERIFY(file.replaceRequest(0, document));
        QVERIFY2(!file.octets().contains("[auth]"), file.octets().constData());
        // A header whose name says it needs no remark.
        document = withAuth(document, key(Auth::Place::Header, QStringLiteral("X-API-Key"), {}));
        QCOMPARE(document.settings.auth, QString());
        QCOMPARE(authOf(document).kind, Kind::ApiKey);
    }

    void otherSchemesStayAsTheyAre()
    {
        RequestDocument document = request();
        document.headers.push_back({.name = QStringLiteral("Authorization"),
                                    .value = QStringLiteral("Digest username=\"a b\"")});
        QCOMPARE(authOf(document).kind, Kind::Other);
        QCOMPARE(withAuth(document, authOf(document)), document);
        QCOMPARE(sent(document, "Authorization"), "Digest username=\"a b\"");
    }

    void changingTheTokenChangesOneLine()
    {
        const QByteArray text =
            "### A\nGET http://h/\nAccept: a\nAuthorization:  Bearer one\nX: y\n";
        HttpFile file = HttpFile::parse(text).value();
        QVERIFY(file.replaceRequest(
            0, withAuth(file.requests()[0].document, bearer(QStringLiteral("two")))));
        QByteArray expected = text;
        expected.replace("one", "two");
        QCOMPARE(file.octets(), expected);
    }

    void theClosestLevelCounts()
    {
        const Folder folder;
        folder.write(QStringLiteral("_folder.json"),
                     R"({"auth": {"type": "bearer", "token": "top"},
                         "headers": {"X-All": "1", "X-Own": "top"},
                         "settings": {"inherit": "sending", "timeout": "5 s"}})");
        folder.write(QStringLiteral("sub/_folder.json"),
                     R"({"files": {"b.http": {"auth": {"type": "basic", "username": "u",
                                                        "password": "p"},
                                               "settings": {"inherit": "sending"}}}})");
        const auto document = [&](const QString &name, RequestDocument one) {
            return withInherited(std::move(one), readInheritance(folder.path(name)));
        };
        const auto plain = document(QStringLiteral("sub/a.http"), request());
        QCOMPARE(sent(plain, "Authorization"), "Bearer top");
        QCOMPARE(sent(plain, "X-All"), "1");
        QCOMPARE(plain.settings.timeout, std::chrono::milliseconds(5000));
        QCOMPARE(sent(document(QStringLiteral("sub/b.http"), request()), "Authorization"),
                 "Basic dTpw");
        RequestDocument own = withAuth(request(), bearer(QStringLiteral("mine")));
        own.headers.push_back({.name = QStringLiteral("x-own"), .value = QStringLiteral("mine")});
        own = document(QStringLiteral("sub/a.http"), own);
        QCOMPARE(sent(own, "Authorization"), "Bearer mine");
        QCOMPARE(sent(own, "X-Own"), "mine");
        const auto none =
            document(QStringLiteral("sub/a.http"), withAuth(request(), Auth{.kind = Kind::None}));
        QCOMPARE(sent(none, "Authorization"), "none");
    }

    void whatIsWrittenIsNotAddedTwice()
    {
        const Folder folder;
        folder.write(QStringLiteral("_folder.json"),
                     R"({"auth": {"type": "bearer", "token": "t"}})");
        const auto inherited = readInheritance(folder.path(QStringLiteral("a.http")));
        QVERIFY(inherited.authLevel());
        QCOMPARE(inherited.authLevel()->defaults.way, Defaults::Way::Written);
        QCOMPARE(sent(withInherited(request(), inherited), "Authorization"), "none");
        QCOMPARE(sent(withWritten(request(), inherited), "Authorization"), "Bearer t");
    }

    void whatWasWrittenFollowsAndWhatIsOwnStays()
    {
        Defaults one;
        one.auth = bearer(QStringLiteral("one"));
        one.headers = {{.name = QStringLiteral("X-T"), .value = QStringLiteral("1")}};
        Defaults two = one;
        two.auth = bearer(QStringLiteral("two"));
        two.headers[0].value = QStringLiteral("2");
        const RequestDocument first = withWritten(request(), one);
        const RequestDocument second = withWritten(first, two, one);
        QCOMPARE(sent(second, "Authorization"), "Bearer two");
        QCOMPARE(sent(second, "X-T"), "2");
        QCOMPARE(withWritten(second, {}, two), request());
        const RequestDocument own = withAuth(request(), bearer(QStringLiteral("own")));
        QCOMPARE(sent(withWritten(own, two, one), "Authorization"), "Bearer own");
    }

    void aFolderIsNotAskedThatAnybodyMayWriteTo()
    {
        const Folder folder;
        folder.write(QStringLiteral("_folder.json"),
                     R"({"auth": {"type": "bearer", "token": "planted"},
                         "settings": {"inherit": "sending"}})");
        folder.write(QStringLiteral("mine/a.http"), "GET http://h/\n");
        QVERIFY(QFile::setPermissions(folder.dir.path(),
                                      QFile::Permissions(0x7777))); // everybody everything
        QVERIFY(readInheritance(folder.path(QStringLiteral("mine/a.http"))).levels.empty());
    }

    void editsOfTheSidecarTouchNothingElse()
    {
        const QByteArray text =
            "{\n  \"order\": [\"b.http\",   \"a.http\"],\n  \"mine\": {\"x\": 1}\n}\n";
        Defaults defaults;
        defaults.auth = basic(QStringLiteral("{{u}}"), QStringLiteral("{{p    q}}"));
        defaults.headers = {{.name = QStringLiteral("X-A"), .value = QStringLiteral("1")}};
        defaults.way = Defaults::Way::AtSending;
        defaults.verifyTls = false;
        defaults.timeout = std::chrono::milliseconds(1500);
        const auto folder = withDefaults(text, defaults);
        QVERIFY(folder);
        QVERIFY(folder->contains("\"order\": [\"b.http\",   \"a.http\"]"));
        QVERIFY(folder->contains("\"mine\": {\"x\": 1}"));
        QCOMPARE(defaultsIn(*folder), defaults);
        const auto file = withDefaults(*folder, defaults, QStringLiteral("a.http"));
        QVERIFY(file);
        QCOMPARE(defaultsIn(*file, QStringLiteral("a.http")), defaults);
        QCOMPARE(defaultsIn(*file), defaults);
        const auto back = withDefaults(*folder, {});
        QVERIFY(back);
        QVERIFY(defaultsIn(*back).isEmpty());
        QVERIFY(!withDefaults("[1]", defaults));
    }

    void whatIsSaidOfAFileStandsInItsPlace()
    {
        Defaults defaults;
        defaults.auth = basic(QStringLiteral("u"), QStringLiteral("p"));
        QCOMPARE(withDefaults({}, defaults, QStringLiteral("a.http")).value(),
                 QByteArray("{\n"
                            "  \"files\": {\n"
                            "    \"a.http\": {\n"
                            "      \"auth\": {\n"
                            "        \"password\": \"p\",\n"
                            "        \"type\": \"basic\",\n"
                            "        \"username\": \"u\"\n"
                            "      }\n"
                            "    }\n"
                            "  }\n"
                            "}\n"));
    }
};

QTEST_GUILESS_MAIN(TestAuth)
#include "tst_auth.moc"

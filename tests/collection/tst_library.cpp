// Folders as trees, and the environments that lie in them.
#include "collection/environments.h"
#include "collection/library.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;

namespace
{

class Folder
{
public:
    void file(const QString &name, const QByteArray &octets)
    {
        QDir(m_folder.path()).mkpath(QFileInfo(name).path());
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
    }
    QString path(const QString &name = {}) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

QString shown(const Entry &entry)
{
    QString text = entry.name;
    if (!entry.children.empty()) {
        QStringList children;
        for (const Entry &child : entry.children)
            children.append(shown(child));
        text += u'(' + children.join(u' ') + u')';
    }
    return text;
}

QString treeOf(const Library &library)
{
    QStringList names;
    for (const Entry &child : library.root.children)
        names.append(shown(child));
    return names.join(u' ');
}

} // namespace

class TestLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scans()
    {
        Folder folder;
        folder.file("b10.http", "### X\n# Why\nPOST http://x\n\n### Y\nWEBSOCKET ws://y\n");
        folder.file("b9.REST", "GET http://z");
        folder.file("other.txt", "GET http://no");
        folder.file("sub/deep/c.http", "### C\nGET http://c");
        folder.file("empty/readme", "");
        folder.file(".hidden/d.http", "GET http://d");
        folder.file(".e.http", "GET http://e");
        const auto library = scan(folder.path());
        QVERIFY(library);
        QVERIFY(library->isComplete);
        QCOMPARE(treeOf(*library), "sub(deep(c(C))) b9(GET http://z) b10(X Y)");
        const Entry &file = library->root.children[2];
        QCOMPARE(file.kind, Entry::Kind::File);
        QCOMPARE(file.path, folder.path("b10.http"));
        const Entry &request = file.children[0];
        QCOMPARE(request.kind, Entry::Kind::Request);
        QCOMPARE(request.path, file.path);
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.description, "Why");
        QVERIFY(request.problem.isEmpty());
        QCOMPARE(file.children[1].requestIndex, size_t(1));
        QVERIFY(!file.children[1].problem.isEmpty());
    }

    void order()
    {
        Folder folder;
        for (const char *name : {"a.http", "b.http", "c.http", "d/x.http"})
            folder.file(name, "### R\nGET http://x");
        folder.file("_folder.json", R"({"order": ["c.http", "gone.http", "d"]})");
        QCOMPARE(treeOf(*scan(folder.path())), "c(R) d(x(R)) a(R) b(R)");
        folder.file("_folder.json", "not json");
        QCOMPARE(treeOf(*scan(folder.path())), "d(x(R)) a(R) b(R) c(R)");
    }

    void linksAndLimits()
    {
        Folder folder;
        folder.file("s/a.http", "### A\nGET http://x\n###\nGET http://y");
        QVERIFY(QFile::link(folder.path(), folder.path("s/loop")));
        QVERIFY(QFile::link(folder.path("nowhere"), folder.path("dangling.http")));
        auto library = scan(folder.path());
        QCOMPARE(treeOf(*library), "s(a(A GET http://y))");
        QVERIFY(library->isComplete);
        library = scan(folder.path(), {.depth = 0});
        QVERIFY(!library->isComplete);
        QVERIFY(library->root.children.empty());
        library = scan(folder.path(), {.visited = 1});
        QVERIFY(!library->isComplete);
        library = scan(folder.path(), {.requests = 1});
        QVERIFY(!library->isComplete);
        QCOMPARE(treeOf(*library), "s(a(A))");
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!scan(folder.path(), {}, stop.get_token())->isComplete);
    }

    void unreadable()
    {
        Folder folder;
        folder.file("wide.http", "\xff\xfeG");
        const auto library = scan(folder.path());
        QVERIFY(library->root.children[0].problem.contains("UTF-16"));
        QCOMPARE(scan(folder.path("gone")).error().code, http::Code::FileMissing);
    }

    void environments()
    {
        Folder folder;
        QVERIFY(Environments::load(folder.path())->names().isEmpty());
        folder.file("http-client.env.json", R"({
            "dev": {"host": "dev.test", "port": 8080, "on": true, "both": "public", "SSLConfiguration": {"a": 1}},
            "$shared": {"host": "shared.test", "all": "yes"}, "prod": {}})");
        folder.file("http-client.private.env.json",
                    R"({"dev": {"both": "private"}, "own": {"x": "1.5"}})");
        const auto loaded = Environments::load(folder.path());
        QVERIFY(loaded);
        QCOMPARE(loaded->names(), (QStringList{"dev", "own", "prod"}));
        QCOMPARE(loaded->variables("dev"), (Variables{{"host", "dev.test"},
                                                      {"port", "8080"},
                                                      {"on", "true"},
                                                      {"both", "private"},
                                                      {"all", "yes"}}));
        QCOMPARE(loaded->variables("prod"), (Variables{{"host", "shared.test"}, {"all", "yes"}}));
        QCOMPARE(loaded->variables(""), loaded->variables("unknown"));
        QCOMPARE(loaded->variables("own").value("x"), "1.5");
    }

    void malformedEnvironment()
    {
        Folder folder;
        folder.file("http-client.env.json", "{\n\"a\": {\n\"b\" 1}}");
        const auto loaded = Environments::load(folder.path());
        QVERIFY(!loaded);
        QVERIFY2(loaded.error().sentence.contains("line 3"), qPrintable(loaded.error().sentence));
        folder.file("http-client.env.json", "[]");
        QVERIFY(!Environments::load(folder.path()));
    }

    void corpusEnvironments()
    {
        const QString examples =
            QStringLiteral(SONDE_SUITES "/http-files/christianhelle+httprunner/examples");
        if (!QDir(examples).exists())
            QSKIP("NOT TESTED: the public environment files are missing");
        const auto loaded = Environments::load(examples);
        QVERIFY(loaded);
        QVERIFY(!loaded->names().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"

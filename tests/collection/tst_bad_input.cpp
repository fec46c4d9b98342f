// Files and folders that are broken or hostile: a sentence each, in bounded time, and nothing is
// changed by reading them.
#include "collection/graphql.h"
#include "collection/http_file.h"
#include "collection/inheritance.h"
#include "collection/library.h"
#include "collection/library_edit.h"
#include "collection/scripts.h"
#include "collection/variables.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace sonde;
using namespace sonde::collection;

namespace
{

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

struct Folder {
    QTemporaryDir dir;
    void write(const QString &name, const QByteArray &octets) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
    }
    [[nodiscard]] QString path(const QString &name) const { return dir.filePath(name); }
};

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A file that ends anywhere is read, and is the same when it is written.
    void halfAFile()
    {
        const QByteArray whole =
            "\xef\xbb\xbf@a = 1\r\n\r\n### Eins\r\n# @name e\r\nPOST http://h/{{a}}\r\n"
            "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\nContent-Disposition: "
            "form-data; name=\"x\"\r\n\r\n< ./x.bin\r\n--b--\r\n\r\n> {%\r\n "
            "client.test(\"###\");\r\n%}"
            "\r\n\r\n### Zwei\r\nGET http://h/\r\n  ?x=1\r\n  &y=2\r\n";
        for (qsizetype end = 0; end <= whole.size(); ++end) {
            const auto file = HttpFile::parse(whole.first(end));
            QVERIFY(file);
            QCOMPARE(file->octets(), whole.first(end));
            for (size_t i = 0; i < file->requests().size(); ++i) [[maybe_unused]]
                const auto less = withoutRequest(*file, i);
        }
    }

    void aHundredMegabytes()
    {
        const Folder folder;
        folder.write(QStringLiteral("big.http"), QByteArray(100'000'001, 'x'));
        folder.write(QStringLiteral("small.http"), "GET http://h/\n");
        const auto file = HttpFile::load(folder.path(QStringLiteral("big.http")));
        QVERIFY(!file);
        QCOMPARE(file.error().code, http::Code::LimitExceeded);
        const auto library = scan(folder.dir.path());
        QVERIFY(library);
        QCOMPARE(library->root.children.size(), size_t(2));
        QVERIFY(library->root.children[0].problem.contains(QLatin1String("100 MB")));
        const auto deleted = deletePath(folder.path(QStringLiteral("big.http")));
        QVERIFY2(deleted, deleted ? "" : qPrintable(deleted.error().sentence));
        QVERIFY(takeBack(*deleted));
        QCOMPARE(QFileInfo(folder.path(QStringLiteral("big.http"))).size(), 100'000'001);
    }

    void aMillionRequests()
    {
        QByteArray octets;
        for (int i = 0; i < 1'000'000; ++i)
            octets += "###\nGET http://h/\n";
        const double before = cpuSeconds();
        const auto file = HttpFile::parse(octets);
        QVERIFY(!file);
        QVERIFY(file.error().sentence.contains(QLatin1String("100,000 requests")));
        QVERIFY2(cpuSeconds() - before < 20, qPrintable(QString::number(cpuSeconds() - before)));
    }

    void linksThatLeadBack()
    {
        const Folder folder;
        QDir(folder.dir.path()).mkpath(QStringLiteral("a/b"));
        folder.write(QStringLiteral("a/b/x.http"), "GET http://h/\n");
        QVERIFY(
            QFile::link(folder.path(QStringLiteral("a")), folder.path(QStringLiteral("a/b/up"))));
        QVERIFY(QFile::link(QStringLiteral("/"), folder.path(QStringLiteral("root"))));
        ScanLimits limits;
        limits.visited = 5000;
        const auto library = scan(folder.dir.path(), limits);
        QVERIFY(library);
    }

    void importsInACircle()
    {
        const Folder folder;
        folder.write(QStringLiteral("a.http"), "import ./b.http\n\n### A\nGET http://h/a\n");
        folder.write(QStringLiteral("b.http"),
                     "import ./a.http\nrun ./a.http\n\n### B\nGET http://h/b\n");
        const auto library = scan(folder.dir.path());
        QVERIFY(library);
        QCOMPARE(library->root.children.size(), size_t(2));
        const auto file = HttpFile::load(folder.path(QStringLiteral("b.http")));
        QVERIFY(file);
        QCOMPARE(file->requests().size(), size_t(1));
    }

    void tenThousandVariablesInEachOther()
    {
        Variables variables;
        for (int i = 0; i < 10'000; ++i)
            variables.insert(QStringLiteral("v%1").arg(i), QStringLiteral("{{v%1}}").arg(i + 1));
        variables.insert(QStringLiteral("self"), QStringLiteral("{{self}}{{self}}"));
        for (int i = 0; i < 60; ++i)
            variables.insert(QStringLiteral("d%1").arg(i),
                             QStringLiteral("{{d%1}}{{d%1}}{{d%1}}{{d%1}}").arg(i + 1));
        variables.insert(QStringLiteral("d9"), QString(1000, u'x'));
        Expander expander(variables);
        for (const char *name : {"{{v0}}", "{{self}}"}) {
            const auto value =
                expander.expand(QString::fromLatin1(name), QStringLiteral("the URL"));
            QVERIFY2(!value, name);
            QVERIFY(value.error().sentence.endsWith(u'.'));
        }
        // 4^9 thousand characters: too many.
        QVERIFY(!expander.expand(QStringLiteral("{{d0}}"), QStringLiteral("the URL")));
    }

    // A body that could begin its variables in a million places, and braces that never close.
    void aQueryOfBlankLinesAndBraces()
    {
        QString body = QStringLiteral("{");
        for (int i = 0; i < 300'000; ++i)
            body += QStringLiteral("\n\n{");
        const GraphQl parts = graphQlOf(body);
        QCOMPARE(parts.query, body);
        QVERIFY(parts.variables.isEmpty());
        QCOMPARE(withGraphQl(body, {parts.query, QStringLiteral("{}")}),
                 body + QStringLiteral("\n\n{}"));
    }

    void scriptsWithoutEnd()
    {
        const double before = cpuSeconds();
        QByteArray text = "< {%\nGET http://a/\n";
        for (int i = 0; i < 40'000; ++i)
            text += "> {% x\n< {%\n";
        QVERIFY(scriptsOf({text, true}).size() <= 1);
        text += "%}\n";
        QVERIFY(scriptsOf({text, true}).size() <= 1);
        QByteArray many = "GET http://a/\n\n";
        for (int i = 0; i < 80'000; ++i)
            many += "> {% %}\n";
        const auto scripts = scriptsOf({many, false});
        QCOMPARE(scripts.size(), size_t(80'000));
        QVERIFY(!withScript({many, false}, Script::When::After, QStringLiteral("x")));
        QVERIFY2(cpuSeconds() - before < 5, qPrintable(QString::number(cpuSeconds() - before)));
    }

    void sidecarsThatAreNoSidecars_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half") << QByteArray("{\"auth\": {\"type\": \"bea");
        QTest::newRow("list") << QByteArray("[1, 2]");
        QTest::newRow("wrong kinds") << QByteArray(R"({"auth": [], "headers": "x", "order": {},
            "settings": 3, "files": [{}]})");
        QTest::newRow("deep") << QByteArray(200'000, '[');
        QTest::newRow("large") << QByteArray(2 << 20, ' ');
        QTest::newRow("line breaks in headers") << QByteArray(
            R"({"headers": {"X\r\nEvil: 1": "a\r\nb: c"}, "settings": {"inherit": "sending"}})");
    }
    void sidecarsThatAreNoSidecars()
    {
        QFETCH(QByteArray, octets);
        const Folder folder;
        folder.write(QStringLiteral("_folder.json"), octets);
        folder.write(QStringLiteral("a.http"), "### A\nGET http://h/\n");
        const auto library = scan(folder.dir.path());
        QVERIFY(library);
        QCOMPARE(library->root.children.size(), size_t(1));
        RequestDocument document;
        document.url = QStringLiteral("http://h/");
        document = withInherited(document, readInheritance(folder.path(QStringLiteral("a.http"))));
        const auto resolved = resolve(document, {});
        // Either nothing is added, or it is refused: no field of somebody else's making goes out.
        if (resolved)
            QVERIFY(resolved->request.headers.size() == 0);
        else
            QCOMPARE(resolved.error().code, http::Code::MalformedHeader);
    }

    void aFolderThatIsGone()
    {
        const auto library = scan(QStringLiteral("/nowhere/at/all"));
        QVERIFY(!library);
        QVERIFY(library.error().sentence.endsWith(u'.'));
        QVERIFY(!newFile(QStringLiteral("/nowhere/at/all"), QStringLiteral("x")));
        QVERIFY(!deletePath(QStringLiteral("/nowhere/at/all/x.http")));
        QVERIFY(!renamePath(QStringLiteral("/nowhere/at/all/x.http"), QStringLiteral("y")));
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"

// Imports of hostile and of broken sources: a sentence each, and nothing on the disk that was not
// meant to be there.
#include "tests/interop/import_sources.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace sonde;
using namespace sonde::interop;

class TestImportHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostile()
    {
        QTemporaryDir folder;
        // A tree of names that lead out, names that are equal but for case, and 200 levels.
        QByteArray deep = json("{'name':'../d','item':[");
        QByteArray source = json("{'info':{'name':'../../up'},'item':[");
        for (int i = 0; i < 200; ++i)
            source += deep;
        source += json("{'name':'..','request':'http://h/'}");
        for (int i = 0; i < 200; ++i)
            source += "]}";
        source +=
            json(",{'name':'A/../..','item':[{'name':'x','request':'http://h/1'}]},"
                 "{'name':'a/../..','item':[{'name':'x','request':'http://h/2\\r\\nX: y'}]}]}");
        const auto imported = readForeign(source, "x");
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().sentence));
        const auto plan = planImport(*imported);
        QVERIFY(plan);
        QSet<QString> paths;
        for (const PlannedFile &file : plan->files) {
            QVERIFY2(!file.path.startsWith('/') && !file.path.split('/').contains(".."),
                     qPrintable(file.path));
            QVERIFY(!paths.contains(file.path.toLower()));
            paths.insert(file.path.toLower());
        }
        const QString target = folder.filePath("in/side");
        QDir().mkpath(folder.filePath("in"));
        const auto written = writeImport(*plan, target);
        QVERIFY2(written, written ? "" : qPrintable(written.error().sentence));
        QDirIterator walk(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int files = 0;
        while (walk.hasNext()) {
            QVERIFY(walk.next().startsWith(target + '/'));
            ++files;
        }
        QCOMPARE(files, int(plan->files.size()));
    }

    void broken_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("says");
        QTest::newRow("half") << json("{'info': {'name': 'A'}, 'item': [") << "breaks off";
        QTest::newRow("no items") << QByteArray(json("{'info': {}, 'item': 3}"))
                                  << "no list of items";
        QTest::newRow("no log") << QByteArray(json("{'log': {'entries': 1}}"))
                                << "no log with entries";
        QTest::newRow("nothing") << QByteArray("hello") << "no Postman collection";
        QTest::newRow("empty") << QByteArray() << "no Postman collection";
        QTest::newRow("curl without") << QByteArray("echo curl") << "no curl command";
        QTest::newRow("open quote") << QByteArray("curl 'http://h/") << "copy all of it";
    }
    void broken()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, says);
        const auto imported = readForeign(source, "x");
        QVERIFY(!imported);
        QVERIFY2(imported.error().sentence.contains(says), qPrintable(imported.error().sentence));
    }

    void aMillionRequests()
    {
        QByteArray source = json("{'info':{'name':'many'},'item':[");
        for (int i = 0; i < 1'000'000; ++i)
            source += json("{'name':'n','request':'http://h/'},");
        source += json("{'name':'n','request':'http://h/'}]}");
        const auto imported = readForeign(source, "x");
        QVERIFY(!imported);
        QVERIFY2(imported.error().sentence.contains("more than 100,000"), // not all were read
                 qPrintable(imported.error().sentence));
        QVERIFY(!readForeign(QByteArray(Importer::sizeLimit + 1, ' '), "x"));
    }

    void allOrNothing()
    {
        QTemporaryDir folder;
        const ImportPlan plan = planOf("curl http://h/", "script");
        const auto first = writeImport(plan, folder.filePath("new"));
        QVERIFY(first);
        QCOMPARE(*first, folder.filePath("new"));
        // A folder that holds something gets a folder inside it, and nothing is overwritten.
        const auto second = writeImport(plan, folder.filePath("new"));
        QCOMPARE(*second, folder.filePath("new/script"));
        QCOMPARE(*writeImport(plan, folder.filePath("new")), folder.filePath("new/script 2"));
        QVERIFY(!writeImport(plan, folder.filePath("missing/deep")));
        QVERIFY(!writeImport(plan, folder.filePath("new/script.http")));
        ImportPlan bad = plan;
        bad.files.push_back({.path = "a/../../out", .octets = "x"});
        QVERIFY(!writeImport(bad, folder.filePath("bad")));
        bad.files.back() = bad.files.front(); // the same name twice
        QVERIFY(!writeImport(bad, folder.filePath("bad")));
        QVERIFY(!QFile::exists(folder.filePath("bad")));
        QCOMPARE(
            QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList{"new"});
        if (::geteuid() == 0)
            return; // to whom no folder is closed
        QDir().mkpath(folder.filePath("closed"));
        QFile::setPermissions(folder.filePath("closed"), QFile::ReadOwner | QFile::ExeOwner);
        QVERIFY(!writeImport(plan, folder.filePath("closed/x")));
    }
};

QTEST_GUILESS_MAIN(TestImportHostile)
#include "tst_import_hostile.moc"

// Where a batch comes from: folders, request files, recorded page loads, lists of URLs; one origin,
// and what is left out is told.
#include "lab/batch_source.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::lab;

class TestBatchSource : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &octets)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size())
            qFatal("a test's file could not be written");
        return path;
    }

    static QByteArray entry(const QByteArray &url)
    {
        return "{\"request\":{\"method\":\"GET\",\"url\":\"" + url +
               "\",\"httpVersion\":\"HTTP/2\",\"headers\":[],\"queryString\":[],\"cookies\":[],"
               "\"headersSize\":-1,\"bodySize\":0}}";
    }

private Q_SLOTS:
    void listOfUrls()
    {
        const QString path = write(QStringLiteral("page.txt"),
                                   "# the page\nhttps://a.test/\n\nhttps://a.test/style.css\n"
                                   "https://other.test/x\nnot a url\n  https://a.test/app.js\r\n");
        QVERIFY(isBatchSource(path));
        const auto batch = readBatch(path);
        QVERIFY2(batch, batch ? "" : qPrintable(batch.error().sentence));
        QCOMPARE(batch->requests.size(), size_t(3));
        QCOMPARE(batch->requests[2].target.url(), QByteArray("https://a.test/app.js"));
        QCOMPARE(batch->notes.size(), 2);
        QVERIFY(batch->notes.front().contains(QStringLiteral("one origin")));
        QVERIFY(batch->notes.back().contains(QStringLiteral("cannot be sent: 1.")));
    }

    void recordedPageLoad()
    {
        const QString path =
            write(QStringLiteral("page.har"),
                  "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"x\",\"version\":\"1\"},"
                  "\"entries\":[" +
                      entry("https://a.test/") + ',' + entry("https://a.test/pic.png") + ',' +
                      entry("https://cdn.test/f.woff") + "]}}");
        const auto batch = readBatch(path);
        QVERIFY2(batch, batch ? "" : qPrintable(batch.error().sentence));
        QCOMPARE(batch->requests.size(), size_t(2));
        QCOMPARE(batch->requests[1].target.url(), QByteArray("https://a.test/pic.png"));
        QCOMPARE(batch->notes.size(), 1);
    }

    void folderOfRequestFiles()
    {
        write(QStringLiteral("site/b.http"), "@host = https://a.test\n\nGET {{host}}/b\n");
        const QString first = write(QStringLiteral("site/a.http"),
                                    "GET https://a.test/1\n\n###\n\nGET https://a.test/2\n");
        const QString folder = QFileInfo(first).path();
        QVERIFY(isBatchSource(folder));
        const auto batch = readBatch(folder);
        QVERIFY2(batch, batch ? "" : qPrintable(batch.error().sentence));
        QCOMPARE(batch->requests.size(), size_t(3));
        QCOMPARE(batch->requests.front().target.url(), QByteArray("https://a.test/1"));
        QVERIFY(batch->notes.isEmpty());
        QCOMPARE(readBatch(first)->requests.size(), size_t(2));
    }

    void whatHoldsNothingIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing") << m_folder.filePath(QStringLiteral("no.txt"))
                                 << QStringLiteral("could not be read");
        QTest::newRow("empty list") << write(QStringLiteral("empty.txt"), "\n# nothing\n")
                                    << QStringLiteral("holds no request");
        QTest::newRow("only nonsense")
            << write(QStringLiteral("bad.txt"), "::::\n") << QStringLiteral("The first problem");
        QDir(m_folder.path()).mkpath(QStringLiteral("hollow"));
        QTest::newRow("empty folder")
            << m_folder.filePath(QStringLiteral("hollow")) << QStringLiteral("holds no request");
    }

    void whatHoldsNothingIsRefused()
    {
        QFETCH(QString, path);
        QFETCH(QString, says);
        const auto batch = readBatch(path);
        QVERIFY(!batch);
        QVERIFY2(batch.error().sentence.contains(says), qPrintable(batch.error().sentence));
    }

    void limitIsKept()
    {
        QByteArray list;
        for (int i = 0; i < 1200; ++i)
            list += "https://a.test/" + QByteArray::number(i) + '\n';
        const auto batch = readBatch(write(QStringLiteral("long.txt"), list));
        QVERIFY(batch);
        QCOMPARE(batch->requests.size(), size_t(1000));
        QVERIFY(batch->notes.front().contains(QStringLiteral("1000 requests: 200.")));
    }
};

QTEST_GUILESS_MAIN(TestBatchSource)
#include "tst_batch_source.moc"

// Requests of a file taken out, put in, moved and copied: exactly their lines change, and what the
// other requests mean does not. Tried on every public .http file.
#include "collection/request_blocks.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;

namespace
{

HttpFile parsed(const QByteArray &octets)
{
    return HttpFile::parse(octets).value();
}

const QByteArray three = "@host = http://h\n"
                         "\n"
                         "### One\n"
                         "# @name one\n"
                         "GET {{host}}/1\n"
                         "\n"
                         "### Two\n"
                         "# said of two\n"
                         "POST {{host}}/2\n"
                         "Content-Type: application/json\n"
                         "\n"
                         "{\"a\": 1}\n"
                         "\n"
                         "### Three\n"
                         "DELETE {{host}}/3\n";

QStringList labels(const HttpFile &file)
{
    QStringList all;
    for (const HttpRequest &request : file.requests())
        all.append(request.label());
    return all;
}

} // namespace

class TestRequestBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOutItsLinesAlone_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QByteArray>("gone");
        QTest::newRow("first") << 0 << QByteArray("### One\n# @name one\nGET {{host}}/1\n\n");
        QTest::newRow("middle") << 1
                                << QByteArray("### Two\n# said of two\nPOST {{host}}/2\n"
                                              "Content-Type: application/json\n\n{\"a\": 1}\n\n");
        QTest::newRow("last") << 2 << QByteArray("\n### Three\nDELETE {{host}}/3\n");
    }
    void takesOutItsLinesAlone()
    {
        QFETCH(int, index);
        QFETCH(QByteArray, gone);
        const auto after = withoutRequest(parsed(three), size_t(index));
        QVERIFY(after);
        QByteArray expected = three;
        expected.replace(gone, "");
        QCOMPARE(after->octets(), expected);
    }

    void whatBelongsToTheFileStays()
    {
        const auto file =
            parsed("### A\n@host = h\nGET http://{{host}}/a\n\n### B\nGET http://b\n");
        const auto after = withoutRequest(file, 0);
        QVERIFY(after);
        QCOMPARE(after->octets(), "###\n@host = h\n### B\nGET http://b\n");
        const auto second =
            withoutRequest(parsed("GET http://a\n\n### B\n@x = 1\nGET http://b\n"), 1);
        QVERIFY(second);
        QCOMPARE(second->octets(), "GET http://a\n\n###\n@x = 1\n");
    }

    void movesByLines_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("order");
        QTest::newRow("up") << 2 << 0 << "Three One Two";
        QTest::newRow("down") << 0 << 2 << "Two One Three";
        QTest::newRow("to the end") << 0 << 3 << "Two Three One";
        QTest::newRow("stays") << 1 << 2 << "One Two Three";
    }
    void movesByLines()
    {
        QFETCH(int, from);
        QFETCH(int, before);
        QFETCH(QString, order);
        const auto after = withMovedRequest(parsed(three), size_t(from), size_t(before));
        QVERIFY(after);
        QCOMPARE(labels(*after).join(u' '), order);
        // The same lines in another order.
        auto was = three.split('\n');
        auto is = after->octets().split('\n');
        std::ranges::sort(was);
        std::ranges::sort(is);
        QCOMPARE(is, was);
        QVERIFY(after->octets().startsWith("@host = http://h\n\n###"));
        QVERIFY(!after->octets().contains("\n\n\n"));
    }

    void aFileWithoutSeparatorsGetsThem()
    {
        const auto file = parsed("GET http://a\n\nPOST http://b\n\nGET http://c\n");
        QCOMPARE(file.requests().size(), size_t(3));
        const auto after = withMovedRequest(file, 2, 0);
        QVERIFY2(after, after ? "" : qPrintable(after.error().sentence));
        QCOMPARE(labels(*after).join(u' '),
                 QStringLiteral("GET http://c GET http://a POST http://b"));
    }

    void copiesRightBehindWithAnotherName()
    {
        const auto after = withCopiedRequest(parsed(three), 0, QStringLiteral("One copy"));
        QVERIFY(after);
        QCOMPARE(labels(*after).join(u'|'), QStringLiteral("One|One copy|Two|Three"));
        QCOMPARE(after->requests()[1].name, QStringLiteral("one_2"));
        QVERIFY(after->octets().contains("### One copy\n# @name one_2\nGET {{host}}/1\n\n### Two"));
    }

    void aTitleChangesOneLine()
    {
        const auto after = withTitle(parsed(three), 1, QStringLiteral("Second\nrequest"));
        QVERIFY(after);
        QByteArray expected = three;
        expected.replace("### Two", "### Second request");
        QCOMPARE(after->octets(), expected);
    }

    void findsWhatMovedAndRefusesWhatIsGone()
    {
        const HttpFile file = parsed(three);
        const RequestKey key = keyOf(file, 2);
        const auto shorter = withoutRequest(file, 0);
        QVERIFY(shorter);
        QCOMPARE(findRequest(*shorter, key).value(), size_t(1));
        const auto without = withoutRequest(file, 2);
        QVERIFY(without);
        QVERIFY(!findRequest(*without, key));
    }

    // Two bear one name, and somebody gives the one that is meant another: the other is not it.
    void takesNoneForAnotherOfItsName()
    {
        const HttpFile file = parsed("### Log in\nPOST http://h/login\n\nanna\n\n"
                                     "### Log in\nPOST http://h/login\n\nbert\n");
        const RequestKey anna = keyOf(file, 0);
        const auto renamed = withTitle(file, 0, QStringLiteral("Log in Anna"));
        QVERIFY(renamed);
        QVERIFY(!findRequest(*renamed, anna));
        QVERIFY(!findRequest(withoutRequest(file, 0).value(), anna));
        QCOMPARE(findRequest(*renamed, keyOf(file, 1)).value(), size_t(1));
        // In another order, each is known by what it sends.
        const auto turned = withMovedRequest(file, 0, 2);
        QVERIFY(turned);
        QCOMPARE(findRequest(*turned, anna).value(), size_t(1));
    }

    void knowsWhatWasSavedWhereItStands()
    {
        const HttpFile file = parsed(three);
        const RequestKey key = keyOf(file, 1);
        HttpFile saved = file;
        RequestDocument document = file.requests()[1].document;
        document.url += QStringLiteral("?x=1");
        QVERIFY(saved.replaceRequest(1, document));
        QCOMPARE(findRequest(saved, key).value(), size_t(1));
        // With another before it, it is not to be told from one that came in its place.
        QVERIFY(!findRequest(withoutRequest(saved, 0).value(), key));
    }

    void mergesWhatDoesNotMeet()
    {
        const QByteArray base = "1\n2\n3\n4\n5\n6\n";
        QCOMPARE(mergedLines(base, "1\n2\nx\n4\n5\n6\n", "1\n2\n3\n4\n5\n7\n8\n"),
                 QByteArray("1\n2\nx\n4\n5\n7\n8\n"));
        QCOMPARE(mergedLines(base, "1\n2\n3\n4\n5\n", "0\n1\n2\n3\n4\n5\n6\n"),
                 QByteArray("0\n1\n2\n3\n4\n5\n"));
        QVERIFY(!mergedLines(base, "1\n2\nx\n4\n5\n6\n", "1\n2\ny\n4\n5\n6\n"));
        QVERIFY(!mergedLines(base, "1\n2\nx\n4\n5\n6\n", "1\n2\n3\ny\n5\n6\n"));
        QCOMPARE(mergedLines(base, "2\n", base), QByteArray("2\n"));
    }

    // Take any request out of any file and put it back: the same requests again.
    void everyPublicFileHolds()
    {
        QDirIterator paths(QStringLiteral(SONDE_SUITES "/http-files"),
                           {QStringLiteral("*.http"), QStringLiteral("*.rest")}, QDir::Files,
                           QDirIterator::Subdirectories);
        int files = 0;
        int done = 0;
        int refused = 0;
        while (paths.hasNext()) {
            const auto file = HttpFile::load(paths.next());
            if (!file)
                continue;
            ++files;
            for (size_t i = 0; i < std::min<size_t>(file->requests().size(), 12); ++i) {
                const auto without = withoutRequest(*file, i);
                if (!without) {
                    ++refused;
                    continue;
                }
                QCOMPARE(without->requests().size(), file->requests().size() - 1);
                const auto again = withRequestLines(*without, i, requestLines(*file, i));
                if (!again) {
                    ++refused;
                    continue;
                }
                QCOMPARE(again->requests()[i].document, file->requests()[i].document);
                ++done;
            }
        }
        if (files == 0)
            QSKIP("the public files are not here");
        qInfo("%d files, %d requests out and in, %d refused", files, done, refused);
        QVERIFY(done > 20 * refused);
    }
};

QTEST_GUILESS_MAIN(TestRequestBlocks)
#include "tst_request_blocks.moc"

// The text of one request: read, marked, changed by the form, and put back into its file without
// touching another octet. The property runs over every file of the public corpus.
#include "collection/request_text.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace sonde::collection;

namespace
{

HttpFile parsed(const QByteArray &octets)
{
    return HttpFile::parse(octets).value();
}

const QByteArray three = "@host = a.test\r\n"
                         "### One\r\n"
                         "# a note\r\n"
                         "GET http://{{host}}/1\r\n"
                         "X: \xff\r\n"
                         "\r\n"
                         "### Two\r\n"
                         "POST http://{{host}}/2\r\n"
                         "Content-Type: application/json\r\n"
                         "\r\n"
                         "{\"a\":   1}\r\n"
                         "> {% client.test() %}\r\n"
                         "###\r\n"
                         "GET http://{{host}}/3";

} // namespace

class TestRequestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsItsLines()
    {
        const HttpFile file = parsed(three);
        QCOMPARE(textOf(file, 0).octets,
                 QByteArray("### One\r\n# a note\r\nGET http://{{host}}/1\r\nX: \xff\r\n\r\n"));
        QCOMPARE(textOf(file, 2).octets, QByteArray("###\r\nGET http://{{host}}/3"));
        QVERIFY(textOf(file, 3).isEmpty());
    }

    void theFormChangesItsLinesAlone()
    {
        const HttpFile file = parsed(three);
        const RequestText text = textOf(file, 1);
        auto read = readText(text);
        QVERIFY(read && read->request && read->faults.empty());
        QCOMPARE(read->request->notes.size(), 1); // the script is kept
        RequestDocument document = read->request->document;
        document.url = QStringLiteral("http://{{host}}/2?x=1");
        const auto changed = withDocument(text, document);
        QVERIFY(changed);
        QByteArray expected = text.octets;
        expected.replace("/2\r\n", "/2?x=1\r\n");
        QCOMPARE(changed->octets, expected);
        const auto whole = withText(file, 1, *changed);
        QVERIFY(whole);
        QByteArray all = three;
        QCOMPARE(whole->octets(), all.replace("/2\r\n", "/2?x=1\r\n"));
    }

    void faultsStandAtTheirLines()
    {
        const auto read = readText({"### T\nGET http://a/\nX: 1\nno header\nY Z: 1\n", true});
        QVERIFY(read);
        QCOMPARE(read->faults.size(), size_t(2));
        QCOMPARE(read->faults[0].line, size_t(3));
        QVERIFY(read->faults[0].sentence.contains(QLatin1String("Name: value")));
        QCOMPARE(read->faults[1].line, size_t(4));
        const auto none = readText({"# nothing yet\n", true});
        QVERIFY(none && !none->request);
        QCOMPARE(none->faults.size(), size_t(1));
        const auto socket = readText({"WEBSOCKET ws://a/\n", false});
        QVERIFY(socket && socket->faults.size() == 1);
        QVERIFY(!readText({QByteArray(requestTextLimit + 1, 'x'), false}));
    }

    // Without a ### of its own it is still read as it is in its file.
    void aTextIsReadAsInItsFile()
    {
        const HttpFile file = parsed("POST http://a/1\n\nGET is a verb\n###\nGET http://a/2\n");
        QCOMPARE(file.requests().size(), size_t(2));
        const RequestText text = textOf(file, 0);
        const auto read = readText(text);
        QVERIFY(read && read->request);
        QCOMPARE(read->request->document, file.requests()[0].document);
        QCOMPARE(read->text.text(read->firstLine), QByteArrayView("POST http://a/1"));
        RequestDocument document = read->request->document;
        document.method = QStringLiteral("PUT");
        QCOMPARE(withDocument(text, document)->octets,
                 QByteArray("PUT http://a/1\n\nGET is a verb\n"));
    }

    void aFileWithoutSeparatorsGetsThemWhenOneIsTyped()
    {
        const HttpFile file = parsed("GET http://a/1\n\nGET http://a/2\n\nGET http://a/3\n");
        QCOMPARE(file.requests().size(), size_t(3));
        const auto after = withText(file, 1, {"### Middle\nGET http://a/2?x\n\n", false});
        QVERIFY(after);
        QCOMPARE(after->requests().size(), size_t(3));
        QCOMPARE(after->requests()[1].document.title, QStringLiteral("Middle"));
        QCOMPARE(after->requests()[2].document, file.requests()[2].document);
    }

    void twoMayBeMadeOfOneAndNoneLost()
    {
        const HttpFile file = parsed(three);
        const auto two =
            withText(file, 0, {"### A\nGET http://a/\n\n### B\nGET http://b/\n", true});
        QVERIFY(two);
        QCOMPARE(two->requests().size(), size_t(4));
        const auto swallowed =
            withText(file, 0, {"### A\nGET http://a/\n\n> {% not closed\n", true});
        QVERIFY(!swallowed || swallowed->requests().size() >= 3);
        const auto next = withText(file, 0, {"### A\nGET http://a/", true}); // no last terminator
        QVERIFY(next);
        QCOMPARE(next->requests().size(), size_t(3));
    }

    void aNewRequestHasATextToo()
    {
        RequestDocument document;
        document.url = QStringLiteral("http://a/");
        document.title = QStringLiteral("T");
        const auto text = textOf(document);
        QVERIFY(text);
        QVERIFY2(text->octets.startsWith("### T\n"), text->octets.constData());
        QCOMPARE(readText(*text)->request->document, document);
    }

    // Over every request of the corpus: its text put back leaves every octet, is read as the same
    // request, and an edit of its text touches nothing else.
    void aRequestWithoutAnAddressKeepsItsOtherLines()
    {
        RequestDocument document;
        document.method = QStringLiteral("POST");
        document.headers = {{.name = QStringLiteral("X-A"), .value = QStringLiteral("1")}};
        document.body.mode = BodyMode::Json;
        document.body.text = QStringLiteral("{}");
        const auto text = withDocument({"###\nPOST \n", true}, document);
        QVERIFY(text);
        QCOMPARE(text->octets,
                 QByteArray("###\nPOST \nX-A: 1\nContent-Type: application/json\n\n{}\n"));
        QCOMPARE(readText(*text)->faults.size(), size_t(2)); // no request, and why
        document.method = QStringLiteral("PUT");
        const auto other = withDocument(*text, document);
        QVERIFY(other);
        QCOMPARE(other->octets,
                 QByteArray("###\nPUT \nX-A: 1\nContent-Type: application/json\n\n{}\n"));
        document.url = QStringLiteral("https://a.test/");
        const auto whole = withDocument(*other, document);
        QVERIFY(whole);
        QCOMPARE(
            whole->octets,
            QByteArray("###\nPUT https://a.test/\nX-A: 1\nContent-Type: application/json\n\n{}\n"));
    }

    void theCorpusIsTheSameThroughEitherFace()
    {
        int requests = 0;
        QDirIterator files(QStringLiteral(SONDE_SUITES "/http-files"),
                           {QStringLiteral("*.http"), QStringLiteral("*.rest")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto file = HttpFile::load(files.next());
            QVERIFY2(file, qPrintable(files.filePath()));
            const size_t count = file->requests().size();
            for (size_t i = 0; i < count; ++i, ++requests) {
                const RequestText text = textOf(*file, i);
                if (text.octets.size() > requestTextLimit)
                    continue;
                const auto read = readText(text);
                QVERIFY2(read && read->request, qPrintable(files.filePath()));
                QVERIFY2(read->request->document == file->requests()[i].document,
                         qPrintable(QStringLiteral("%1 #%2").arg(files.filePath()).arg(i)));
                if (i % 7 != 0) // each text of a file of 50 parses all of it
                    continue;
                const auto same = withText(*file, i, text);
                QVERIFY2(same, qPrintable(files.filePath()));
                QCOMPARE(same->octets(), file->octets());
            }
        }
        if (requests == 0)
            QSKIP("the public .http files are not here");
        qInfo("%d requests", requests);
        QVERIFY(requests > 500);
    }
};

QTEST_APPLESS_MAIN(TestRequestText)
#include "tst_request_text.moc"

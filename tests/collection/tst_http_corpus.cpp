// The public .http files: every octet comes back, every request is found, one edit changes one
// line.
#include "collection/http_file.h"
#include "public_files.h"

#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;
using sonde::testing::publicFiles;
using sonde::testing::publicHttpFiles;

namespace
{

QByteArray octetsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The files where counting the parts between ### is not the number of requests, and why.
const QMap<QString, const char *> exceptions{
    // Several requests without any ###: each request line starts one.
    {"christianhelle+httprunner/examples/apis.http", "no ###"},
    {"christianhelle+httprunner/examples/assertion-variables.http", "no ###"},
    {"christianhelle+httprunner/examples/asserts.http", "no ###"},
    {"christianhelle+httprunner/examples/basic.http", "no ###"},
    {"christianhelle+httprunner/examples/comprehensive.http", "no ###"},
    {"christianhelle+httprunner/examples/environment-variables.http", "no ###"},
    {"christianhelle+httprunner/examples/pagination-variables.http", "no ###"},
    {"christianhelle+httprunner/examples/quick.http", "no ###"},
    {"christianhelle+httprunner/examples/simple.http", "no ###"},
    {"christianhelle+httprunner/examples/status-codes.http", "no ###"},
    {"christianhelle+httprunner/examples/variables.http", "no ###"},
    // No requests: responses, shell scripts, a syntax error.
    {"bmcszk+go-restclient/test/data/http_request_files/parse_error.http", "holds no request"},
    {"bmcszk+go-restclient/test/data/http_response_files/multiple_responses_gt2_expected.http",
     "holds no request"},
    {"bmcszk+go-restclient/test/data/http_response_files/sample1.http", "holds no request"},
    {"microsoft+healthcare-apis-samples/src/scripts/ahds.http", "holds no request"},
    {"microsoft+healthcare-apis-samples/src/scripts/appregistrationcli.http", "holds no request"},
    {"microsoft+healthcare-apis-samples/src/scripts/role-assignment-using-cli.http",
     "holds no request"},
    // A malformed variable above the first ###, which counts as content when splitting.
    {"bmcszk+go-restclient/test/data/execute_inplace_vars/malformed_name_only_no_equals_no_value/"
     "request.http",
     "no = in a variable"},
    {"bmcszk+go-restclient/test/data/execute_inplace_vars/malformed_no_name_equals_value/"
     "request.http",
     "no name in a variable"},
};

// An independent count: parts between ### that hold a line which is neither blank, comment,
// variable nor script.
qsizetype countBySplitting(const QByteArray &octets)
{
    static const QRegularExpression separator("^###.*$", QRegularExpression::MultilineOption);
    static const QRegularExpression idle("^\\s*($|#|//|@\\S+\\s*=)");
    qsizetype count = 0;
    const QStringList parts = QString::fromUtf8(octets).split(separator);
    for (const QString &part : parts) {
        const QStringList lines = part.split(u'\n');
        count += std::ranges::any_of(
            lines, [](const QString &line) { return !idle.match(line).hasMatch(); });
    }
    return count;
}

std::vector<QByteArrayView> splitLines(const QByteArray &octets)
{
    std::vector<QByteArrayView> lines;
    for (qsizetype start = 0; start < octets.size();) {
        const qsizetype feed = octets.indexOf('\n', start);
        const qsizetype end = feed < 0 ? octets.size() : feed + 1;
        lines.push_back(QByteArrayView(octets).sliced(start, end - start));
        start = end;
    }
    return lines;
}

} // namespace

class TestHttpCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QDir(publicFiles).exists())
            return;
        if (qEnvironmentVariableIsSet("CI"))
            QFAIL("The public .http files are missing: " SONDE_SUITES "/http-files");
        QSKIP("NOT TESTED: the public .http files are missing: " SONDE_SUITES "/http-files");
    }

    void isThere() { QVERIFY(publicHttpFiles().size() >= 180); }

    void roundTrip_data() { addFiles(); }
    void roundTrip()
    {
        QFETCH(QString, path);
        const QByteArray octets = octetsOf(path);
        const auto file = HttpFile::parse(octets);
        QVERIFY(file);
        QCOMPARE(file->octets(), octets);
        // Not only kept but covered: the lines make up the file, the blocks make up the lines.
        const HttpText &text = file->text();
        QByteArray joined = text.hasByteOrderMark() ? octets.first(3) : QByteArray();
        for (size_t i = 0; i < text.lines().size(); ++i) {
            joined += text.text(i);
            const quint8 end = text.lines()[i].terminatorSize;
            joined += end == 2 ? "\r\n" : end == 1 ? "\n" : "";
        }
        QCOMPARE(joined, octets);
        size_t next = 0;
        for (const Block &block : text.blocks()) {
            QCOMPARE(block.first, next);
            next += block.count;
        }
        QCOMPARE(next, text.lines().size());
    }

    void requestCount_data() { addFiles(); }
    void requestCount()
    {
        QFETCH(QString, path);
        const QByteArray octets = octetsOf(path);
        const qsizetype requests = qsizetype(HttpFile::parse(octets)->requests().size());
        const qsizetype parts = countBySplitting(octets);
        const QString name = QDir(publicFiles).relativeFilePath(path);
        if (exceptions.contains(name)) {
            QVERIFY2(requests != parts, "no longer an exception: take it from the list");
            return;
        }
        QCOMPARE(requests, parts);
    }

    // Writing back what was read changes nothing.
    void idleEdit_data() { addFiles(); }
    void idleEdit()
    {
        QFETCH(QString, path);
        const QByteArray octets = octetsOf(path);
        HttpFile file = *HttpFile::parse(octets);
        for (size_t i = 0; i < std::min<size_t>(file.requests().size(), 30); ++i) {
            if (!file.requests()[i].isEditable)
                continue;
            const auto done = file.replaceRequest(i, file.requests()[i].document);
            QVERIFY2(done, qPrintable(done ? QString() : done.error().sentence));
            QCOMPARE(file.octets(), octets);
        }
    }

    void oneHeader_data() { addFiles(); }
    void oneHeader()
    {
        QFETCH(QString, path);
        const QByteArray octets = octetsOf(path);
        const HttpFile original = *HttpFile::parse(octets);
        for (size_t i = 0; i < std::min<size_t>(original.requests().size(), 10); ++i) {
            const HttpRequest &request = original.requests()[i];
            if (!request.isEditable || request.document.headers.empty())
                continue;
            RequestDocument document = request.document;
            Row &row = document.headers[document.headers.size() / 2];
            if (row.name.compare("Content-Type", Qt::CaseInsensitive) == 0)
                continue; // changes what the body is
            row.value = "changed-by-test";
            HttpFile file = original;
            const auto done = file.replaceRequest(i, document);
            QVERIFY2(done, qPrintable(done ? QString() : done.error().sentence));
            QCOMPARE(file.requests()[i].document, document);
            const QByteArray edited = file.octets();
            const auto before = splitLines(octets);
            const auto after = splitLines(edited);
            QCOMPARE(after.size(), before.size());
            int changed = 0;
            for (size_t line = 0; line < before.size(); ++line)
                changed += before[line] == after[line] ? 0 : 1;
            QCOMPARE(changed, 1);
        }
    }

    // Whatever one edit does to one request, the lines of all others and those requests themselves
    // stay as they are; an edit the file cannot hold changes nothing.
    void anyEdit_data() { addFiles(); }
    void anyEdit()
    {
        QFETCH(QString, path);
        const QByteArray octets = octetsOf(path);
        const HttpFile original = *HttpFile::parse(octets);
        QRandomGenerator random(quint32(qHash(QFileInfo(path).fileName(), 7)));
        const size_t count = original.requests().size();
        for (int round = 0; round < 12 && count > 0; ++round) {
            const size_t index = random.bounded(quint32(count));
            const HttpRequest &request = original.requests()[index];
            // A title in a file without ### gives every request its own.
            const int kinds = original.text().hasSeparators() ? 8 : 7;
            HttpFile file = original;
            const auto done =
                file.replaceRequest(index, anotherOf(request.document, random, kinds));
            const auto before = splitLines(octets);
            const QByteArray edited = file.octets();
            const auto after = splitLines(edited);
            if (!done) {
                QCOMPARE(edited, octets);
                continue;
            }
            for (size_t line = 0; line < request.firstLine; ++line)
                QCOMPARE(after[line], before[line]);
            const size_t behind = before.size() - request.firstLine - request.lineCount;
            for (size_t line = 1; line <= behind; ++line)
                QCOMPARE(after[after.size() - line], before[before.size() - line]);
            QCOMPARE(file.requests().size(), count);
            for (size_t i = 0; i < count; ++i) {
                if (i != index)
                    QCOMPARE(file.requests()[i].document, original.requests()[i].document);
            }
        }
    }

    // The largest file that is read, and one past it: in the time that reading takes.
    void hundredMegabytes()
    {
        QByteArray octets;
        octets.reserve(HttpText::sizeLimit + 100);
        const QByteArray block =
            "### A\nPOST http://localhost/a\nX: 1\n\n" + QByteArray(1200, 'x') + "\n\n";
        while (octets.size() + block.size() <= HttpText::sizeLimit)
            octets += block;
        const auto file = HttpFile::parse(octets);
        QVERIFY(file);
        QCOMPARE(qsizetype(file->requests().size()), octets.size() / block.size());
        const auto tooLarge = HttpFile::parse(octets + block);
        QVERIFY(!tooLarge && tooLarge.error().sentence.contains("100 MB"));
        // Half a file is a file.
        QVERIFY(HttpFile::parse(octets.first(octets.size() / 2 + 7)));
    }

    void unclassified()
    {
        size_t lines = 0;
        size_t opaque = 0;
        QByteArray seen;
        for (const QString &path : publicHttpFiles()) {
            const HttpFile file = *HttpFile::parse(octetsOf(path));
            if (file.requests().empty())
                continue; // shell scripts and responses that carry the ending .http
            for (size_t i = 0; i < file.text().lines().size(); ++i) {
                ++lines;
                if (file.text().lines()[i].kind != LineKind::Opaque)
                    continue;
                ++opaque;
                seen += QFileInfo(path).fileName().toUtf8() + ": " +
                        file.text().text(i).toByteArray() + "\n";
            }
        }
        qInfo("%zu of %zu lines are opaque:\n%s", opaque, lines, seen.constData());
        QCOMPARE(opaque, size_t(4));
    }

private:
    static RequestDocument anotherOf(RequestDocument document, QRandomGenerator &random, int kinds)
    {
        const QString fresh = "v" + QString::number(random.bounded(100'000));
        const size_t rows = document.headers.size();
        switch (random.bounded(kinds)) {
        case 0:
            document.method = "PATCH";
            break;
        case 1:
            document.url += (document.url.contains('?') ? "&q=" : "?q=") + fresh;
            break;
        case 2:
            document.headers.push_back({.name = "X-" + fresh, .value = fresh});
            break;
        case 3:
            if (rows > 0)
                document.headers.erase(document.headers.begin() + random.bounded(quint32(rows)));
            break;
        case 4:
            if (rows > 0)
                document.headers[random.bounded(quint32(rows))].enabled ^= true;
            break;
        case 5:
            document.settings.timeout = std::chrono::seconds(random.bounded(1, 99));
            break;
        case 6:
            document.body = {.mode = BodyMode::Json, .text = "{\n  \"a\": \"" + fresh + "\"\n}"};
            break;
        default:
            document.title = "Title " + fresh;
        }
        return document;
    }

    static void addFiles()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : publicHttpFiles())
            QTest::newRow(qPrintable(QDir(publicFiles).relativeFilePath(path))) << path;
    }
};

QTEST_GUILESS_MAIN(TestHttpCorpus)
#include "tst_http_corpus.moc"

// Form data, octet for octet.
#include "wire/multipart.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;
using http::FileSegment;
using http::OctetsSegment;

namespace
{

QByteArray octets(const http::Segment &segment)
{
    return std::get<OctetsSegment>(segment).octets;
}

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAndFiles()
    {
        const std::vector<FormPart> parts = {
            {.name = "title", .content = OctetsSegment{"Ein Gruß"}},
            {.name = "meta", .content = OctetsSegment{"{}"}, .mediaType = "application/json"},
            {.name = "file", .content = FileSegment{QStringLiteral("/tmp/a b.txt")}},
            {.name = "pic",
             .content = FileSegment{QStringLiteral("/tmp/x.png")},
             .fileName = "other.png",
             .mediaType = "image/png"},
        };
        const auto content = multipartContent(parts, "XX");
        QVERIFY(content);
        QVERIFY(content->present);
        QCOMPARE(content->mediaType, QByteArray("multipart/form-data; boundary=XX"));
        QCOMPARE(content->segments.size(), size_t(5));
        QCOMPARE(
            octets(content->segments[0]),
            QByteArray("--XX\r\n"
                       "Content-Disposition: form-data; name=\"title\"\r\n\r\n"
                       "Ein Gruß\r\n"
                       "--XX\r\n"
                       "Content-Disposition: form-data; name=\"meta\"\r\n"
                       "Content-Type: application/json\r\n\r\n"
                       "{}\r\n"
                       "--XX\r\n"
                       "Content-Disposition: form-data; name=\"file\"; filename=\"a b.txt\"\r\n"
                       "Content-Type: application/octet-stream\r\n\r\n"));
        QCOMPARE(std::get<FileSegment>(content->segments[1]).path, QStringLiteral("/tmp/a b.txt"));
        QCOMPARE(
            octets(content->segments[2]),
            QByteArray("\r\n--XX\r\n"
                       "Content-Disposition: form-data; name=\"pic\"; filename=\"other.png\"\r\n"
                       "Content-Type: image/png\r\n\r\n"));
        QCOMPARE(octets(content->segments[4]), QByteArray("\r\n--XX--\r\n"));
        QVERIFY(content->isReplayable());
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("escapedName");
        QTest::addColumn<QByteArray>("escapedFileName");
        QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("a%22b") << QByteArray("a%22b");
        QTest::newRow("CRLF") << QByteArray("a\r\nb") << QByteArray("a%0D%0Ab")
                              << QByteArray("a%0D%0Ab");
        QTest::newRow("LF") << QByteArray("a\nb") << QByteArray("a%0D%0Ab") << QByteArray("a%0Ab");
        QTest::newRow("CR") << QByteArray("a\rb") << QByteArray("a%0D%0Ab") << QByteArray("a%0Db");
        QTest::newRow("LF CR") << QByteArray("a\n\rb") << QByteArray("a%0D%0A%0D%0Ab")
                               << QByteArray("a%0A%0Db");
        QTest::newRow("percent and backslash stay")
            << QByteArray("100%22\\") << QByteArray("100%22\\") << QByteArray("100%22\\");
        QTest::newRow("UTF-8 stays")
            << QByteArray("größe") << QByteArray("größe") << QByteArray("größe");
        QTest::newRow("empty") << QByteArray("") << QByteArray("") << QByteArray("");
    }
    void names()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, escapedName);
        QFETCH(QByteArray, escapedFileName);
        const std::vector<FormPart> parts = {{.name = name,
                                              .content = OctetsSegment{"v"},
                                              .fileName = name,
                                              .mediaType = "text/plain"}};
        const auto content = multipartContent(parts, "B");
        QCOMPARE(octets(content->segments.front()),
                 "--B\r\nContent-Disposition: form-data; name=\"" + escapedName +
                     "\"; filename=\"" + escapedFileName +
                     "\"\r\nContent-Type: text/plain\r\n\r\nv\r\n--B--\r\n");
    }

    void noParts()
    {
        const auto content = multipartContent({}, "B");
        QCOMPARE(content->segments.size(), size_t(1));
        QCOMPARE(octets(content->segments.front()), QByteArray("--B--\r\n"));
    }

    void boundaries()
    {
        const QByteArray first = makeBoundary();
        QVERIFY(first != makeBoundary());
        QVERIFY(http::isToken(first));
        const std::vector<FormPart> parts = {{.name = "a", .content = OctetsSegment{first}}};
        // One of ours that stands in a part is replaced; the user's own is taken as it is.
        QVERIFY(!multipartContent(parts, first)->mediaType.endsWith(first));
        QCOMPARE(multipartContent({}, "a b?")->mediaType,
                 QByteArray("multipart/form-data; boundary=\"a b?\""));
        for (const char *bad : {"a\r\nb", "a\"b", "ends ", "ä", " "})
            QCOMPARE(multipartContent({}, bad).error().code, http::Code::MalformedHeader);
        QVERIFY(!multipartContent({}, QByteArray(71, 'x')));
        QVERIFY(multipartContent({}, QByteArray(70, 'x')));
    }

    void mediaTypesCannotSmuggleFields()
    {
        const std::vector<FormPart> parts = {
            {.name = "a", .content = OctetsSegment{"v"}, .mediaType = "text/plain\r\nX: y"}};
        const auto content = multipartContent(parts);
        QVERIFY(!content);
        QCOMPARE(content.error().code, http::Code::MalformedHeader);
        QVERIFY(content.error().sentence.contains(QStringLiteral("“a”")));
    }

    void standardInputIsSentOnce()
    {
        const std::vector<FormPart> parts = {{.name = "a", .content = http::StdinSegment{}}};
        const auto content = multipartContent(parts);
        QCOMPARE(content->segments.size(), size_t(3));
        QVERIFY(!content->isReplayable());
    }

    void urlEncoded_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("empty") << QByteArray("") << QByteArray("");
        QTest::newRow("stay") << QByteArray("azAZ09*-._") << QByteArray("azAZ09*-._");
        QTest::newRow("space") << QByteArray("a b") << QByteArray("a+b");
        QTest::newRow("tilde") << QByteArray("~") << QByteArray("%7E");
        QTest::newRow("marks") << QByteArray("+&=%#!'()")
                               << QByteArray("%2B%26%3D%25%23%21%27%28%29");
        QTest::newRow("UTF-8") << QByteArray("ü") << QByteArray("%C3%BC");
        QTest::newRow("line ends") << QByteArray("\r\n\0", 3) << QByteArray("%0D%0A%00");
    }
    void urlEncoded()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        const std::vector<FormPair> pairs = {{value, "1"}, {"k", value}};
        QCOMPARE(urlEncodedForm(pairs), expected + "=1&k=" + expected);
    }
};

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"

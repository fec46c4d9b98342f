// Assertions and the expressions they stand on: what holds, what does not, and what a person is
// told.
#include "body/byte_store.h"
#include "lab/assert_check.h"
#include "lab/capture_store.h"

#include <QTest>

using namespace sonde;
using namespace sonde::lab;

namespace
{

RunAnswer answer()
{
    const auto store = std::make_shared<body::ByteStore>();
    (void)store->append("{\"id\": 42, \"name\": \"Ada \\u00e9\", \"big\": 9007199254740993, "
                        "\"tags\": [\"a\", \"b\"], \"none\": null, \"yes\": true, \"price\": 1.10, "
                        "\"o\": {\"x\": 1, \"y\": 2}}");
    store->finish();
    return {.status = 200,
            .version = http::Version::Http2,
            .headers = {{"Content-Type", "application/json"}, {"ETag", "\"abc-1\""}, {"X-N", "7"}},
            .body = store,
            .time = std::chrono::microseconds(150'500)};
}

} // namespace

class TestAssertCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void check_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("holds");
        QTest::addColumn<QString>("got");
        const auto row = [](const char *text, bool holds, const char *got) {
            QTest::newRow(text) << QString::fromUtf8(text) << holds << QString::fromUtf8(got);
        };
        row("status == 200", true, "200");
        row("status != 200", false, "200");
        row("status < 300", true, "200");
        row("status >= 201", false, "200");
        row("version == HTTP/2", true, "\"HTTP/2\"");
        row("time < 200ms", true, "150.500 ms");
        row("time < 0.1 s", false, "150.500 ms");
        row("time < 150", false, "150.500 ms");
        row("size > 10", true, "158");
        row("header.etag matches /^\"abc-\\d\"$/", true, "\"\"abc-1\"\"");
        row("header.ETAG matches /ABC/i", true, "\"\"abc-1\"\"");
        row("header.content-type contains json", true, "\"application/json\"");
        row("header.x-n > 6", true, "\"7\"");
        row("header.missing !exists", true, "nothing");
        row("header.missing exists", false, "nothing");
        row("header.missing != a", true, "nothing");
        row("body.$.id exists", true, "42");
        row("body.$.id == 42", true, "42");
        row("body.$.id == 42.0", true, "42");
        row("body.$.id == \"42\"", false, "42");
        row("body.$.big == 9007199254740993", true, "9007199254740993");
        row("body.$.price == 1.1", true, "1.10");
        row("body.$.name == Ada é", true, "\"Ada é\"");
        row("body.$.name == \"Ada \\u00e9\"", true, "\"Ada é\"");
        row("body.$.name startsWith Ada", true, "\"Ada é\"");
        row("body.$['name'] endsWith é", true, "\"Ada é\"");
        row("body.$.none == null", true, "null");
        row("body.$.yes == true", true, "true");
        row("body.$.tags == [\"a\",\"b\"]", true, "[\"a\", \"b\"]");
        row("body.$.tags[*] == [\"a\", \"b\"]", true, "[\"a\",\"b\"]");
        row("body.$.tags[?@ == 'b'] == b", true, "\"b\"");
        row("body.$.o == {\"y\": 2, \"x\": 1}", true, "{\"x\": 1, \"y\": 2}");
        row("body.$.o is object", true, "{\"x\": 1, \"y\": 2}");
        row("body.$.tags is array", true, "[\"a\", \"b\"]");
        row("body.$.id is integer", true, "42");
        row("body.$.price is integer", false, "1.10");
        row("body.$.name is text", true, "\"Ada é\"");
        row("body.$.id > x", false, "42");
        row("body !contains secret", true, nullptr);
    }

    void check()
    {
        QFETCH(QString, text);
        QFETCH(bool, holds);
        QFETCH(QString, got);
        const auto check = AssertCheck::parse(text);
        QVERIFY2(check, check ? "" : qPrintable(check.error().sentence));
        const AssertResult result = check->check(answer());
        QCOMPARE(result.holds, holds);
        if (!got.isEmpty() && !text.startsWith(u"size"))
            QCOMPARE(result.got, got);
        QVERIFY(text.endsWith(result.expected));
    }

    void mistakes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << "" << "not understood";
        QTest::newRow("unknown") << "stauts == 200" << "stauts";
        QTest::newRow("operator") << "status is-like 200" << "is-like";
        QTest::newRow("no operator") << "status" << "no comparison";
        QTest::newRow("no value") << "status ==" << "needs a value";
        QTest::newRow("value too many") << "body.$.a exists now" << "takes no value";
        QTest::newRow("path") << "body.$[ == 1" << "path";
        QTest::newRow("pattern") << "header.a matches /(/" << "pattern";
        QTest::newRow("time") << "time < soon" << "200 ms";
        QTest::newRow("header") << "header. == 1" << "header.content-type";
    }

    void mistakes()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto check = AssertCheck::parse(text);
        QVERIFY(!check);
        QVERIFY2(check.error().sentence.contains(says), qPrintable(check.error().sentence));
    }

    void notJson()
    {
        RunAnswer html = answer();
        const auto store = std::make_shared<body::ByteStore>();
        (void)store->append("<html>");
        store->finish();
        html.body = store;
        const AssertResult result = AssertCheck::parse("body.$.id == 1")->check(html);
        QVERIFY(!result.holds);
        QVERIFY2(result.got.contains("JSON"), qPrintable(result.got));
    }

    void captures()
    {
        CaptureStore store;
        collection::HttpRequest request;
        request.name = "login";
        request.annotations = {{"capture", "id = body.$.id", 3}, {"capture", "tag=header.etag", 4}};
        const http::Request sent{.headers = {{"X-Sent", "s"}},
                                 .content =
                                     http::Content::of("{\"u\": \"me\"}", "application/json")};
        const auto names = store.learn("a.http", request, sent, answer());
        QVERIFY(names);
        QCOMPARE(*names, (QStringList{"id", "tag"}));
        collection::RequestDocument next;
        next.url = "http://a/{{x}}/{{login.request.body.$.u}}/{{login.request.headers.X-Sent}}";
        next.headers = {{"A", "{{login.response.headers.etag}}"}, {"B", "{{login.name}}"}};
        const auto literals =
            store.literals("a.http", next, {{"x", "{{login.response.body.$.o.y}}"}}, {"login"});
        QVERIFY2(literals, literals ? "" : qPrintable(literals.error().sentence));
        QCOMPARE(*literals, (collection::Variables{{"id", "42"},
                                                   {"tag", "\"abc-1\""},
                                                   {"login.response.body.$.o.y", "2"},
                                                   {"login.request.body.$.u", "me"},
                                                   {"login.request.headers.X-Sent", "s"},
                                                   {"login.response.headers.etag", "\"abc-1\""},
                                                   {"login.name", "Ada é"}}));
        next.url = "http://a/{{login.response.body.$.nothing}}";
        const auto missing = store.literals("a.http", next, {}, {"login"});
        QVERIFY(!missing && missing.error().sentence.contains("login"));
        const auto other = store.literals("b.http", next, {}, {"login"});
        QVERIFY(!other && other.error().sentence.contains("not been sent"));
        request.annotations = {{"capture", "z = body.$.nothing", 7}};
        const auto nothing = store.learn("a.http", request, sent, answer());
        QVERIFY(!nothing && nothing.error().sentence.contains("line 8"));
    }
};

QTEST_GUILESS_MAIN(TestAssertCheck)
#include "tst_assert_check.moc"

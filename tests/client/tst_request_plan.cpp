// What goes out for a request: added fields and their order, framing per version, targets, secrets,
// and what is refused before any connection is opened.
#include "client/request_plan.h"

#include <QTest>

using namespace sonde;
using namespace sonde::client;
using http::Version;
using http::VersionPolicy;
using Kind = wire::ContentLength::Kind;

namespace
{

constexpr wire::ContentLength none{};
constexpr wire::ContentLength unknown{.kind = Kind::Unknown};
constexpr wire::ContentLength five{.kind = Kind::Known, .octets = 5};

http::Request request(const char *method = "GET", const char *url = "http://a.test/p?q")
{
    http::Request request;
    request.method = http::Method::parse(method).value();
    request.target = http::Target::parse(QString::fromLatin1(url)).value();
    return request;
}

// Fields as lines, to be read at a glance.
QByteArray lines(const wire::RequestHead &head)
{
    QByteArray text;
    for (const http::Field &field : head.headers)
        text += field.name + ": " + field.value + '\n';
    return text;
}

const QByteArray agent = "User-Agent: sonde/" SONDE_VERSION "\n";
const QByteArray defaults = agent + "Accept: */*\nAccept-Encoding: gzip, deflate, br, zstd\n";

} // namespace

class TestRequestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainGet()
    {
        const RequestPlan plan = planRequest(request(), {}, none, {});
        QCOMPARE(lines(plan.head), "Host: a.test\n" + defaults);
        QCOMPARE(plan.head.method, "GET");
        QCOMPARE(plan.head.target, "/p?q");
        QCOMPARE(plan.head.authority, "a.test");
        QCOMPARE(plan.head.version, Version::Http11);
        QCOMPARE(plan.content, none);
        QVERIFY(!plan.awaitsContinue);
    }

    void userFieldsKeepOrderCaseAndDuplicates()
    {
        http::Request sent = request();
        sent.headers = {{"x-b", "2"}, {"X-A", ""}, {"x-b", "1"}, {"ACCEPT", "text/html"}};
        QCOMPARE(lines(planRequest(sent, {}, none, {}).head),
                 "Host: a.test\nx-b: 2\nX-A: \nx-b: 1\nACCEPT: text/html\n" + agent +
                     "Accept-Encoding: gzip, deflate, br, zstd\n");
    }

    void userWins()
    {
        http::Request sent = request();
        sent.headers = {{"User-Agent", "me"}, {"host", "other.test"}, {"accept-encoding", ""}};
        const RequestPlan plan = planRequest(sent, {}, none, {});
        QCOMPARE(lines(plan.head),
                 "User-Agent: me\nhost: other.test\naccept-encoding: \nAccept: */*\n");
        QCOMPARE(plan.head.authority, "other.test");
    }

    void http2HasNoHost()
    {
        http::Request sent = request("GET", "https://a.test:8443/");
        const RequestPlan plain = planRequest(sent, {}, none, {.version = Version::Http2});
        QCOMPARE(lines(plain.head), defaults);
        QCOMPARE(plain.head.authority, "a.test:8443");
        QCOMPARE(plain.head.scheme, "https");
        sent.headers = {{"Host", "other.test"}, {"X", "1"}};
        const RequestPlan pinned = planRequest(sent, {}, none, {.version = Version::Http2});
        QCOMPARE(pinned.head.authority, "other.test");
        QCOMPARE(lines(pinned.head), "X: 1\n" + defaults);
    }

    void suppressedAndSwitchedOff()
    {
        QCOMPARE(
            lines(planRequest(request(), {.suppressedFields = {"accept", "USER-AGENT"}}, none, {})
                      .head),
            "Host: a.test\nAccept-Encoding: gzip, deflate, br, zstd\n");
        QCOMPARE(
            lines(planRequest(request(), {.acceptEncoding = false, .addDefaults = false}, none, {})
                      .head),
            "Host: a.test\n");
        QCOMPARE(lines(planRequest(
                           request(),
                           {.addDefaults = false, .suppressedFields = {"Host", "Accept-Encoding"}},
                           none, {})
                           .head),
                 "");
    }

    void framing_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("present");
        QTest::addColumn<int>("version");
        QTest::addColumn<QByteArray>("userField");
        QTest::addColumn<QByteArray>("added");
        QTest::addColumn<int>("plannedKind");
        const auto row = [](const char *name, const char *method, Kind kind, bool present,
                            Version version, const char *userField, const char *added,
                            Kind planned) {
            QTest::newRow(name) << QByteArray(method) << int(kind) << present << int(version)
                                << QByteArray(userField) << QByteArray(added) << int(planned);
        };
        const auto h1 = Version::Http11;
        const auto h2 = Version::Http2;
        row("GET, no content", "GET", Kind::None, false, h1, "", "", Kind::None);
        row("DELETE, no content", "DELETE", Kind::None, false, h1, "", "", Kind::None);
        row("POST, no content", "POST", Kind::None, false, h1, "", "Content-Length: 0", Kind::None);
        row("PUT, no content", "PUT", Kind::None, false, h1, "", "Content-Length: 0", Kind::None);
        row("PATCH, no content, HTTP/2", "PATCH", Kind::None, false, h2, "", "Content-Length: 0",
            Kind::None);
        row("GET, empty content", "GET", Kind::None, true, h1, "", "Content-Length: 0", Kind::None);
        row("POST, five", "POST", Kind::Known, true, h1, "", "Content-Length: 5", Kind::Known);
        row("POST, five, HTTP/2", "POST", Kind::Known, true, h2, "", "Content-Length: 5",
            Kind::Known);
        row("POST, unknown", "POST", Kind::Unknown, true, h1, "", "Transfer-Encoding: chunked",
            Kind::Unknown);
        row("POST, unknown, HTTP/2", "POST", Kind::Unknown, true, h2, "", "", Kind::Unknown);
        row("chunked by the user", "POST", Kind::Known, true, h1, "Transfer-Encoding: chunked", "",
            Kind::Unknown);
        row("gzip, chunked by the user", "POST", Kind::Known, true, h1,
            "Transfer-Encoding: gzip, chunked", "", Kind::Unknown);
        row("chunked by the user, HTTP/2", "POST", Kind::Known, true, h2,
            "Transfer-Encoding: chunked", "", Kind::Known);
        row("length by the user for a stream", "POST", Kind::Unknown, true, h1, "content-length: 5",
            "", Kind::Known);
        row("chunked by the user, empty", "POST", Kind::None, false, h1,
            "Transfer-Encoding: chunked", "", Kind::Unknown);
    }
    void framing()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, kind);
        QFETCH(bool, present);
        QFETCH(int, version);
        QFETCH(QByteArray, userField);
        QFETCH(QByteArray, added);
        QFETCH(int, plannedKind);
        http::Request sent = request(method.constData());
        sent.content.present = present;
        QByteArray expected;
        if (!userField.isEmpty()) {
            const qsizetype colon = userField.indexOf(": ");
            sent.headers.append(userField.first(colon), userField.sliced(colon + 2));
            expected = userField + '\n';
        }
        if (!added.isEmpty())
            expected += added + '\n';
        const Options options{
            .acceptEncoding = false, .addDefaults = false, .suppressedFields = {"Host"}};
        const wire::ContentLength content{.kind = Kind(kind),
                                          .octets = Kind(kind) == Kind::Known ? 5u : 0u};
        const RequestPlan plan = planRequest(sent, options, content, {.version = Version(version)});
        QCOMPARE(lines(plan.head), expected);
        QCOMPARE(int(plan.content.kind), plannedKind);
        if (plan.content.kind == Kind::Known)
            QCOMPARE(plan.content.octets, 5u);
    }

    void suppressedLengthMeansChunked()
    {
        http::Request sent = request("POST");
        sent.content = http::Content::of("hello", {});
        const Options options{.suppressedFields = {"Content-Length"}};
        const RequestPlan plan = planRequest(sent, options, five, {});
        QCOMPARE(plan.content, unknown);
        QVERIFY(lines(plan.head).endsWith("Transfer-Encoding: chunked\n"));
        const RequestPlan second = planRequest(sent, options, five, {.version = Version::Http2});
        QCOMPARE(second.content, five);
        QVERIFY(!lines(second.head).contains("Content-Length"));
    }

    void contentType()
    {
        http::Request sent = request("POST");
        sent.content = http::Content::of("hello", "text/plain");
        QVERIFY(lines(planRequest(sent, {}, five, {}).head).contains("Content-Type: text/plain\n"));
        sent.headers = {{"content-type", "text/x"}};
        QVERIFY(!lines(planRequest(sent, {}, five, {}).head).contains("text/plain"));
    }

    void credentials()
    {
        http::Request sent = request("GET", "http://me:p%40ss@a.test/");
        const RequestPlan plan = planRequest(sent, {}, none, {});
        QVERIFY(lines(plan.head).contains("Authorization: Basic " +
                                          QByteArray("me:p@ss").toBase64() + '\n'));
        QVERIFY(!lines(plan.head).contains("me@"));
        sent.headers = {{"authorization", "Bearer 1"}};
        QVERIFY(!lines(planRequest(sent, {}, none, {}).head).contains("Basic"));
    }

    void secretsAreNeverIndexed()
    {
        http::Request sent = request("GET", "http://a.test/");
        sent.headers = {{"AUTHORIZATION", "1"},
                        {"cookie", "2"},
                        {"Proxy-Authorization", "3"},
                        {"X-A", "4"},
                        {.name = "X-Own", .value = "5", .neverIndexed = true}};
        for (const http::Field &field :
             planRequest(sent, {}, none, {.version = Version::Http2}).head.headers) {
            const bool secret = field.value == "1" || field.value == "2" || field.value == "3" ||
                                field.value == "5";
            QVERIFY2(field.neverIndexed == secret, field.name.constData());
        }
    }

    void absoluteForm()
    {
        const Carrier proxied{.version = Version::Http11, .absoluteForm = true};
        const RequestPlan plan =
            planRequest(request("GET", "http://a.test:8080/p?q#f"), {}, none, proxied);
        QCOMPARE(plan.head.target, "http://a.test:8080/p?q");
        QVERIFY(lines(plan.head).startsWith("Host: a.test:8080\n"));
        http::Request star = request("OPTIONS", "http://a.test/");
        star.target.pathAndQuery = "*";
        QCOMPARE(planRequest(star, {}, none, proxied).head.target, "http://a.test");
        QCOMPARE(planRequest(star, {}, none, {}).head.target, "*");
    }

    void continueIsAwaitedForContentOnly()
    {
        http::Request sent = request("POST");
        sent.headers = {{"Expect", "100-Continue"}};
        QVERIFY(planRequest(sent, {}, five, {}).awaitsContinue);
        QVERIFY(planRequest(sent, {}, unknown, {.version = Version::Http2}).awaitsContinue);
        QVERIFY(!planRequest(sent, {}, none, {}).awaitsContinue);
        sent.version = VersionPolicy::Http10;
        const RequestPlan old = planRequest(sent, {}, five, {});
        QVERIFY(!old.awaitsContinue);
        QCOMPARE(old.head.version, Version::Http10);
    }

    void refused_data()
    {
        QTest::addColumn<http::Request>("sent");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, http::Code code, auto change,
                            Kind kind = Kind::None) {
            http::Request sent = request("POST");
            change(sent);
            QTest::newRow(name) << sent << int(kind) << int(code);
        };
        using http::Code;
        row("field name", Code::MalformedHeader, [](auto &r) { r.headers.append("a b", "x"); });
        row("empty name", Code::MalformedHeader, [](auto &r) { r.headers.append("", "x"); });
        row("line break", Code::MalformedHeader,
            [](auto &r) { r.headers.append("a", "x\r\nb: c"); });
        row("type", Code::MalformedHeader, [](auto &r) { r.content.mediaType = "a\nb"; });
        row("wrong length", Code::ConflictingOptions,
            [](auto &r) { r.headers.append("Content-Length", "7"); });
        row("no number", Code::ConflictingOptions,
            [](auto &r) { r.headers.append("Content-Length", "x"); });
        row("CONNECT", Code::MalformedMethod,
            [](auto &r) { r.method = http::Method::parse("CONNECT").value(); });
        row("space in path", Code::MalformedUrl,
            [](auto &r) { r.target.pathAndQuery = "/a HTTP/1.1\r\nX: y"; });
        row("no host", Code::MalformedUrl, [](auto &r) { r.target = {}; });
        row("no slash", Code::MalformedUrl, [](auto &r) { r.target.pathAndQuery = "a"; });
        row("HTTP/2 on http", Code::UnsupportedVersion,
            [](auto &r) { r.version = VersionPolicy::Http2; });
        row("h2c on https", Code::UnsupportedVersion, [](auto &r) {
            r.version = VersionPolicy::H2c;
            r.target.origin = {"https", "a.test", 443};
        });
        row(
            "1.0 stream", Code::ConflictingOptions,
            [](auto &r) { r.version = VersionPolicy::Http10; }, Kind::Unknown);
    }
    void refused()
    {
        QFETCH(http::Request, sent);
        QFETCH(int, kind);
        QFETCH(int, code);
        const auto checked = checkRequest(sent, {.kind = Kind(kind)});
        QVERIFY(!checked);
        QCOMPARE(int(checked.error().code), code);
        QVERIFY(checked.error().sentence.endsWith(u'.'));
        QCOMPARE(checked.error().blame, http::Blame::Local);
    }

    void accepted()
    {
        QVERIFY(checkRequest(request(), none));
        http::Request old = request("POST");
        old.version = VersionPolicy::Http10;
        QVERIFY(checkRequest(old, five));
        old.headers = {{"Content-Length", "3"}};
        QVERIFY2(checkRequest(old, unknown), "a length by the user frames a stream in HTTP/1.0");
    }
};

QTEST_GUILESS_MAIN(TestRequestPlan)
#include "tst_request_plan.moc"

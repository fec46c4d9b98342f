// RFC 9110 section 15.4 as a table: which redirects are followed, with which method, content,
// fields and credentials, and which end the call.
#include "client/redirect.h"

#include <QTest>

using namespace sonde;
using namespace sonde::client;

namespace
{

http::Request request(const char *method, const char *url)
{
    http::Request request;
    request.method = http::Method::parse(method).value();
    request.target = http::Target::parse(QString::fromLatin1(url)).value();
    return request;
}

http::ResponseHead redirectTo(const char *location, int status = 302)
{
    http::ResponseHead head;
    head.status = status;
    head.headers.append("Location", location);
    return head;
}

Redirect follow(const http::Request &sent, const http::ResponseHead &head,
                const Options &options = {})
{
    return followRedirect(sent, head, options, 0).value().value();
}

bool hasRule(const Redirect &redirect, QByteArrayView rule)
{
    return std::ranges::any_of(
        redirect.findings, [rule](const trace::Finding &finding) { return finding.rule == rule; });
}

} // namespace

class TestRedirect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void methodAndContent_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("next");
        QTest::addColumn<bool>("keepsContent");
        const auto row = [](int status, const char *method, const char *next, bool keeps) {
            QTest::addRow("%d %s", status, method)
                << status << QByteArray(method) << QByteArray(next) << keeps;
        };
        for (const int status : {301, 302}) {
            row(status, "POST", "GET", false);
            row(status, "GET", "GET", true);
            row(status, "HEAD", "HEAD", true);
            row(status, "PUT", "PUT", true);
            row(status, "DELETE", "DELETE", true);
            row(status, "PATCH", "PATCH", true);
        }
        row(303, "POST", "GET", false);
        row(303, "PUT", "GET", false);
        row(303, "DELETE", "GET", false);
        row(303, "GET", "GET", false);
        row(303, "HEAD", "HEAD", false);
        for (const int status : {307, 308}) {
            row(status, "POST", "POST", true);
            row(status, "GET", "GET", true);
            row(status, "PUT", "PUT", true);
        }
    }
    void methodAndContent()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, next);
        QFETCH(bool, keepsContent);
        http::Request sent = request(method.constData(), "http://a.test/");
        sent.content = http::Content::of("hello", "text/plain");
        sent.headers = {{"Content-Type", "text/x"},
                        {"content-language", "de"},
                        {"X-Mine", "1"},
                        {"Expect", "100-continue"}};
        const Redirect redirect = follow(sent, redirectTo("/b", status));
        QCOMPARE(redirect.request.method.token(), next);
        QCOMPARE(redirect.request.content.present, keepsContent);
        QCOMPARE(redirect.request.headers.contains("Content-Type"), keepsContent);
        QCOMPARE(redirect.request.headers.contains("Content-Language"), keepsContent);
        QCOMPARE(redirect.request.headers.contains("Expect"), keepsContent);
        QVERIFY(redirect.request.headers.contains("X-Mine"));
        QCOMPARE(hasRule(redirect, "client.redirect-method"), method != next);
    }

    void notFollowed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("location");
        QTest::addColumn<bool>("follow");
        QTest::newRow("200 with Location") << 200 << true << true;
        QTest::newRow("201 with Location") << 201 << true << true;
        QTest::newRow("300") << 300 << true << true;
        QTest::newRow("304") << 304 << true << true;
        QTest::newRow("305") << 305 << true << true;
        QTest::newRow("302 without Location") << 302 << false << true;
        QTest::newRow("switched off") << 302 << true << false;
    }
    void notFollowed()
    {
        QFETCH(int, status);
        QFETCH(bool, location);
        QFETCH(bool, follow);
        http::ResponseHead head = redirectTo("/b", status);
        if (!location)
            head.headers = {};
        const auto result =
            followRedirect(request("GET", "http://a.test/"), head, {.followRedirects = follow}, 0);
        QVERIFY(result.has_value());
        QVERIFY(!result->has_value());
    }

    void resolution_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("path") << QByteArray("/x") << QByteArray("http://a.test/x#frag");
        QTest::newRow("relative") << QByteArray("x?y") << QByteArray("http://a.test/dir/x?y#frag");
        QTest::newRow("dots") << QByteArray("../x") << QByteArray("http://a.test/x#frag");
        QTest::newRow("query") << QByteArray("?z=1")
                               << QByteArray("http://a.test/dir/page?z=1#frag");
        QTest::newRow("scheme-relative")
            << QByteArray("//b.test/") << QByteArray("http://b.test/#frag");
        QTest::newRow("absolute") << QByteArray("https://b.test:8443/q")
                                  << QByteArray("https://b.test:8443/q#frag");
        QTest::newRow("own fragment wins")
            << QByteArray("/x#here") << QByteArray("http://a.test/x#here");
        QTest::newRow("space is encoded")
            << QByteArray("/a b") << QByteArray("http://a.test/a%20b#frag");
    }
    void resolution()
    {
        QFETCH(QByteArray, location);
        QFETCH(QByteArray, url);
        const auto sent = request("GET", "http://a.test/dir/page?q#frag");
        QCOMPARE(follow(sent, redirectTo(location.constData())).request.target.url(), url);
    }

    void credentials_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<bool>("credentials");
        QTest::addColumn<bool>("host");
        QTest::newRow("same origin") << QByteArray("/b") << false << true << true;
        QTest::newRow("same origin, written out")
            << QByteArray("http://a.test:80/b") << false << true << true;
        QTest::newRow("other host") << QByteArray("http://b.test/") << false << false << false;
        QTest::newRow("subdomain") << QByteArray("http://x.a.test/") << false << false << false;
        QTest::newRow("other port") << QByteArray("http://a.test:81/") << false << false << false;
        QTest::newRow("other scheme") << QByteArray("https://a.test/") << false << false << false;
        QTest::newRow("other host, trusted")
            << QByteArray("http://b.test/") << true << true << false;
    }
    void credentials()
    {
        QFETCH(QByteArray, location);
        QFETCH(bool, trusted);
        QFETCH(bool, credentials);
        QFETCH(bool, host);
        http::Request sent = request("GET", "http://me:secret@a.test/");
        sent.headers = {{"Authorization", "Bearer 1"},
                        {"cookie", "a=b"},
                        {"Cookie", "c=d"},
                        {"Host", "virtual.test"},
                        {"X-Mine", "1"}};
        const Redirect redirect = follow(sent, redirectTo(location.constData()),
                                         {.keepCredentialsAcrossOrigins = trusted});
        QCOMPARE(redirect.request.headers.contains("Authorization"), credentials);
        QCOMPARE(redirect.request.headers.values("Cookie").size(), size_t(credentials ? 2 : 0));
        QCOMPARE(redirect.request.target.userInfo, credentials ? "me:secret" : "");
        QCOMPARE(redirect.request.headers.contains("Host"), host);
        QVERIFY(redirect.request.headers.contains("X-Mine"));
        QCOMPARE(hasRule(redirect, "client.redirect-credentials"), !credentials);
        for (const trace::Finding &finding : redirect.findings)
            QVERIFY2(!finding.sentence.contains(QStringLiteral("secret")),
                     "secrets stay out of findings");
    }

    void credentialsInLocation()
    {
        const auto sent = request("GET", "http://me:secret@a.test/");
        QCOMPARE(follow(sent, redirectTo("http://you:there@b.test/")).request.target.userInfo,
                 "you:there");
    }

    void downgradeIsAFinding()
    {
        const auto sent = request("GET", "https://a.test/");
        QVERIFY(hasRule(follow(sent, redirectTo("http://a.test/")), "client.redirect-downgrade"));
        QVERIFY(!hasRule(follow(sent, redirectTo("https://b.test/")), "client.redirect-downgrade"));
        const auto plain = request("GET", "http://a.test/");
        QVERIFY(!hasRule(follow(plain, redirectTo("http://b.test/")), "client.redirect-downgrade"));
    }

    void limit()
    {
        const auto sent = request("GET", "http://a.test/loop");
        const Options options{.maxRedirects = 3};
        QVERIFY(followRedirect(sent, redirectTo("/x"), options, 2).has_value());
        const auto stopped = followRedirect(sent, redirectTo("/x"), options, 3);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, http::Code::TooManyRedirects);
        QVERIFY(stopped.error().sentence.contains(QStringLiteral("3 redirects")));
        QVERIFY(stopped.error().sentence.contains(QStringLiteral("http://a.test/loop")));
        QVERIFY(!followRedirect(sent, redirectTo("/x"), {.maxRedirects = 0}, 0));
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("no host") << QByteArray("http://");
        QTest::newRow("bad port") << QByteArray("http://a.test:99999/");
        QTest::newRow("other scheme") << QByteArray("ftp://a.test/");
        QTest::newRow("script") << QByteArray("javascript:alert(1)");
        QTest::newRow("file") << QByteArray("file:///etc/passwd");
        QTest::newRow("bad bracket") << QByteArray("http://[::1/");
    }
    void malformed()
    {
        QFETCH(QByteArray, location);
        const auto result = followRedirect(request("GET", "http://a.test/"),
                                           redirectTo(location.constData()), {}, 0);
        QVERIFY(!result);
        QCOMPARE(result.error().code, http::Code::MalformedRedirect);
        QCOMPARE(result.error().blame, http::Blame::Remote);
        QVERIFY(!result.error().sentence.isEmpty());
    }

    void contentThatCannotBeSentTwice()
    {
        http::Request sent = request("POST", "http://a.test/");
        sent.content.present = true;
        sent.content.segments = {http::StdinSegment{}};
        const auto kept = followRedirect(sent, redirectTo("/b", 307), {}, 0);
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, http::Code::BodyNotReplayable);
        // Where the content is dropped, nothing stands in the way.
        QVERIFY(followRedirect(sent, redirectTo("/b", 303), {}, 0).has_value());
    }
};

QTEST_GUILESS_MAIN(TestRedirect)
#include "tst_redirect.moc"

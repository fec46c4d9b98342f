// What the header lint says of a response, rule by rule, and that it keeps quiet about a good one.
#include "trace/header_lint.h"

#include <QTest>

using namespace sonde;
using namespace sonde::trace;

namespace
{

constexpr auto date = "Sun, 06 Nov 1994 08:49:37 GMT";

std::vector<Finding> lint(int status, const http::Headers &headers, const QString &url,
                          const QByteArray &method = "GET")
{
    http::Request request;
    request.target = http::Target::parse(url).value();
    request.method = http::Method::parse(method).value();
    Exchange exchange(std::move(request));
    exchange.update([&](ExchangeState &state) {
        state.response.emplace();
        state.response->status = status;
        state.response->headers = headers;
        state.sizes.responseEncoded = 10;
    });
    return lintHead(exchange.state());
}

http::Headers good()
{
    return {{"Date", date},
            {"Content-Type", "text/plain"},
            {"ETag", "W/\"1\""},
            {"Strict-Transport-Security", "max-age=1"},
            {"Cache-Control", "max-age=3600"}};
}

QByteArrayList rules(const std::vector<Finding> &findings)
{
    QByteArrayList names;
    for (const Finding &finding : findings)
        names << finding.rule;
    return names;
}

} // namespace

class TestHeaderLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBeforeTheHead();
    void goodHeadIsExplainedAlone();
    void findings_data();
    void findings();
    void browsers();
    void caching_data();
    void caching();
    void warningsComeFirst();
    void secretsAndControlsStayOut();
};

void TestHeaderLint::nothingBeforeTheHead()
{
    QVERIFY(lintHead(ExchangeState{}).empty());
}

void TestHeaderLint::goodHeadIsExplainedAlone()
{
    QCOMPARE(rules(lint(200, good(), QStringLiteral("https://a.test/"))),
             QByteArrayList{"lint.cache"});
}

void TestHeaderLint::findings_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("section");
    const auto row = [](const char *title, int status, const char *name, const char *value,
                        const char *rule, const char *section) {
        QTest::newRow(title) << status << QByteArray(name) << QByteArray(value) << QByteArray(rule)
                             << QByteArray(section);
    };
    row("doubled", 200, "Content-Type", "text/html", "lint.doubled", "RFC 9110 section 5.3");
    row("date", 200, "Expires", "tomorrow", "lint.date", "RFC 9110 section 5.6.7");
    row("future", 200, "Last-Modified", "Mon, 07 Nov 1994 08:49:37 GMT", "lint.modified-in-future",
        "RFC 9110 section 8.8.2.1");
    row("sign-in", 401, "X", "y", "lint.no-www-authenticate", "RFC 9110 section 15.5.2");
    row("proxy", 407, "X", "y", "lint.no-proxy-authenticate", "RFC 9110 section 15.5.8");
    row("allow", 405, "X", "y", "lint.no-allow", "RFC 9110 section 15.5.6");
    row("where-to", 302, "X", "y", "lint.no-location", "RFC 9110 section 15.4");
    row("vary", 200, "Vary", "*", "lint.vary-all", "RFC 9111 section 4.1");
    row("contradiction", 200, "Cache-Control", "max-age=5", "lint.cache-contradiction",
        "RFC 9111 section 4.2.1");
    row("seconds", 200, "Cache-Control", "s-maxage=long", "lint.cache-seconds",
        "RFC 9111 section 4.2.1");
    row("cookie", 200, "Set-Cookie", "a=b; HttpOnly", "lint.cookie-secure",
        "RFC 6265 section 4.1.2.5");
    row("script", 200, "Set-Cookie", "a=b; Secure", "lint.cookie-httponly",
        "RFC 6265 section 4.1.2.6");
    row("same-site", 200, "Set-Cookie", "a=b; SameSite=None; HttpOnly", "lint.cookie-samesite",
        "RFC 6265 section 4.1.2.5");
    row("sniffing", 200, "X-Content-Type-Options", "no-sniff", "lint.nosniff",
        "Fetch, X-Content-Type-Options");
}

void TestHeaderLint::findings()
{
    QFETCH(int, status);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, rule);
    http::Headers headers = good();
    headers.append(name, value);
    const auto found = lint(status, headers, QStringLiteral("https://a.test/"));
    const auto which = std::ranges::find(found, rule, &Finding::rule);
    QVERIFY2(which != found.end(), rules(found).join(' ').constData());
    QTEST(which->section, "section");
    QCOMPARE(which->field, name == "X" ? QByteArray() : name.toLower());
    // And none of them says it of a good head.
    QVERIFY(!rules(lint(200, good(), QStringLiteral("https://a.test/"))).contains(rule));
}

void TestHeaderLint::browsers()
{
    const QString url = QStringLiteral("https://a.test/");
    const auto with = [&](int status, const char *name, const char *value) {
        http::Headers headers = good();
        headers.remove("content-type");
        headers.append("Content-Type", "text/html; charset=utf-8");
        headers.append(name, value);
        return rules(lint(status, headers, url));
    };
    QVERIFY(!with(200, "X-Content-Type-Options", "NoSniff, x").contains("lint.nosniff"));
    QVERIFY(with(200, "X", "y").contains("lint.framing"));
    QVERIFY(with(200, "Content-Security-Policy", "default-src 'self'").contains("lint.framing"));
    QVERIFY(!with(200, "Content-Security-Policy", "default-src 'self'; Frame-Ancestors 'none'")
                 .contains("lint.framing"));
    QVERIFY(!with(200, "X-Frame-Options", "DENY").contains("lint.framing"));
    QVERIFY(!with(302, "Location", "/").contains("lint.framing")); // a redirect is not shown
}

void TestHeaderLint::caching_data()
{
    QTest::addColumn<QByteArray>("control");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no-store") << QByteArray("no-store, max-age=5") << QByteArray()
                              << "Caches: none may keep this response (no-store).";
    QTest::newRow("no-cache") << QByteArray("no-cache") << QByteArray()
                              << "Caches: they may keep it, but must ask the server before every "
                                 "use (no-cache).";
    QTest::newRow("max-age") << QByteArray("public, Max-Age=\"3600\"") << QByteArray()
                             << "Caches: it is fresh for 1 hour (max-age).";
    QTest::newRow("age") << QByteArray("max-age=60, s-maxage=172800") << QByteArray("Age: 30")
                         << "Caches: it is fresh for 1 minute (max-age); age says that 30 seconds "
                            "of it are over; in a shared cache for 2 days (s-maxage).";
    QTest::newRow("expires") << QByteArray() << QByteArray("Expires: Sun, 06 Nov 1994 09:49:37 GMT")
                             << "Caches: it is fresh for 1 hour (expires).";
    QTest::newRow("expired") << QByteArray() << QByteArray("Expires: 0")
                             << "Caches: it is stale from the start (expires): they ask the server "
                                "before every use.";
    QTest::newRow("guess") << QByteArray()
                           << QByteArray("Last-Modified: Thu, 27 Oct 1994 08:49:37 GMT")
                           << "Caches: nothing says how long it is fresh, so they may guess: "
                              "usually a tenth of its age, here 1 day.";
    QTest::newRow("nothing") << QByteArray() << QByteArray()
                             << "Caches: nothing says how long it is fresh, so they may guess.";
}

void TestHeaderLint::caching()
{
    QFETCH(QByteArray, control);
    QFETCH(QByteArray, other);
    http::Headers headers{{"Date", date}};
    if (!control.isEmpty())
        headers.append("Cache-Control", control);
    if (const auto colon = other.indexOf(':'); colon > 0)
        headers.append(other.left(colon), other.mid(colon + 2));
    const auto found = lint(200, headers, QStringLiteral("http://a.test/"));
    const auto which = std::ranges::find(found, QByteArray("lint.cache"), &Finding::rule);
    QVERIFY(which != found.end());
    QTEST(which->sentence, "sentence");
    // What answers a POST is not what caches keep.
    QVERIFY(!rules(lint(200, headers, QStringLiteral("http://a.test/"), "POST"))
                 .contains("lint.cache"));
}

void TestHeaderLint::warningsComeFirst()
{
    const auto found = lint(401, {{"Date", date}}, QStringLiteral("https://a.test/"));
    QVERIFY(found.size() > 1);
    QCOMPARE(found.front().rule, QByteArray("lint.no-www-authenticate"));
    QVERIFY(std::ranges::is_sorted(found, std::greater(), &Finding::severity));
}

void TestHeaderLint::secretsAndControlsStayOut()
{
    http::Headers headers = good();
    headers.append("Set-Cookie", "session=geheim");
    headers.append("Last-Modified", QByteArray("\x1b[31m") + QByteArray(5000, 'x'));
    for (const Finding &finding : lint(200, headers, QStringLiteral("https://a.test/"))) {
        QVERIFY(!finding.sentence.contains(QStringLiteral("geheim")));
        QVERIFY(!finding.sentence.contains(QChar(0x1b)));
        QVERIFY(finding.sentence.size() < 300);
    }
}

QTEST_GUILESS_MAIN(TestHeaderLint)
#include "tst_header_lint.moc"

// From the flags of `sonde send` to the request: words, conflicts, fields, content, cookies,
// proxies.
#include "cli/cookie_file.h"
#include "cli/send_content.h"
#include "cli/send_request.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::cli;

namespace
{

QList<QByteArray> split(const QByteArray &flags)
{
    return flags.isEmpty() ? QList<QByteArray>() : flags.split(' ');
}

http::Result<SendRequest> built(const QByteArray &flags)
{
    const auto list = split(flags);
    const std::vector<QByteArray> words(list.begin(), list.end());
    const auto arguments = interop::readCurlArguments(words, interop::Tool::SondeSend);
    if (!arguments)
        return std::unexpected(arguments.error());
    auto plan = interop::planRequest(*arguments, interop::Tool::SondeSend);
    if (!plan)
        return std::unexpected(plan.error());
    if (const auto settled = settleWords(*plan); !settled)
        return std::unexpected(settled.error());
    if (const auto checked = checkPlan(*plan); !checked)
        return std::unexpected(checked.error());
    return buildRequest(*plan);
}

// "POST http://a/ | name: value | <text> [file] {stdin}".
QByteArray summary(const http::Request &request)
{
    QByteArray text = request.method.token() + ' ' + request.target.url();
    for (const http::Field &field : request.headers)
        text += " | " + field.name + ": " + field.value;
    if (!request.content.present)
        return text;
    text += " | (" + request.content.mediaType + ')';
    for (const http::Segment &segment : request.content.segments) {
        if (const auto *octets = std::get_if<http::OctetsSegment>(&segment))
            text += " <" + octets->octets + '>';
        else if (const auto *file = std::get_if<http::FileSegment>(&segment))
            text += " [" + file->path.toUtf8() + ']';
        else
            text += " {stdin}";
    }
    return text;
}

} // namespace

class TestSendRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy",
                                 "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
            qunsetenv(name);
    }

    void requests_data()
    {
        QTest::addColumn<QByteArray>("flags");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray form = " | (application/x-www-form-urlencoded)";
        const auto row = [](const char *flags, const QByteArray &expected) {
            QTest::newRow(flags) << QByteArray(flags) << expected;
        };
        row("a.test", "GET http://a.test/");
        row("POST a.test", "POST http://a.test/");
        row("wHat a.test", "wHat http://a.test/");
        row("-X PUT a.test", "PUT http://a.test/");
        row("--url a.test -I", "HEAD http://a.test/");
        row("a.test -d x=1 -d y", "POST http://a.test/" + form + " <x=1&y>");
        row("PUT a.test --json=[1]",
            "PUT http://a.test/ | Accept: application/json | (application/json) <[1]>");
        row("a.test -d x -H Content-Type:text/plain",
            "POST http://a.test/ | Content-Type: text/plain | () <x>");
        row("a.test --data-binary @/etc/hostname",
            "POST http://a.test/" + form + " [/etc/hostname]");
        row("a.test -T -", "PUT http://a.test/ | () {stdin}");
        row("a.test/d/ -T /tmp/f", "PUT http://a.test/d/f | () [/tmp/f]");
        row("-G a.test -d x=1 --data-urlencode y=ä", "GET http://a.test/?x=1&y=%C3%A4");
        row("OPTIONS --request-target * a.test", "OPTIONS http://a.test");
        row("a.test -u me:secret -b a=1 -H Cookie:mine",
            "GET http://a.test/ | Authorization: Basic bWU6c2VjcmV0 | Cookie: mine");
    }

    void requests()
    {
        QFETCH(QByteArray, flags);
        QFETCH(QByteArray, expected);
        const auto send = built(flags);
        QVERIFY2(send, send ? "" : qPrintable(send.error().sentence));
        QCOMPARE(summary(send->request), expected);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("flags");
        QTest::addColumn<http::Code>("code");
        QTest::addColumn<QString>("words"); // that the sentence must hold
        using enum http::Code;
        const auto row = [](const char *flags, http::Code code, const char *words = "") {
            QTest::newRow(flags) << QByteArray(flags) << code << QString::fromUtf8(words);
        };
        row("", ConflictingOptions);
        row("a.test b.test", ConflictingOptions);
        row("GET a.test b.test", ConflictingOptions);
        row("GET -X PUT a.test", ConflictingOptions);
        row("a.test -d x -F y=z", ConflictingOptions);
        row("a.test -T x -d y", ConflictingOptions);
        row("a.test -o x -O", ConflictingOptions);
        row("a.test --http3", UnsupportedVersion);
        row("ftp://a.test", UnsupportedScheme);
        row("http://", MalformedUrl);
        row("-X G{}T a.test", MalformedMethod);
        row("a.test -d @/nonexistent/file", FileMissing);
        row("a.test -d @/", FileUnreadable);
        row("a.test -H @/nonexistent/file", FileMissing);
        row("a.test -x ftp://p.test", ConflictingOptions);
        row("a.test -H NoColon", ConflictingOptions, "“NoColon”");
        row("a.test -H :x", ConflictingOptions, "“:x”");
        row("a.test -F x", ConflictingOptions, "“-F x” has no “=”");
        row("a.test -F x=y;headers=@h", ConflictingOptions, "-F");
        row("a.test --form-string x", ConflictingOptions, "“--form-string x”");
        row("a.test -e x;auto", ConflictingOptions, "Referer");
        row("a.test --json {\"a\":1}", ConflictingOptions, "--json-data");
        row("--json {\"a\":1} a.test", ConflictingOptions, "--json-data");
        row("--http2 http://a.test", UnsupportedVersion, "--http2-prior-knowledge");
    }

    void refused()
    {
        QFETCH(QByteArray, flags);
        QFETCH(http::Code, code);
        QFETCH(QString, words);
        const auto send = built(flags);
        QVERIFY(!send);
        QCOMPARE(send.error().code, code);
        QVERIFY(!send.error().sentence.isEmpty());
        QVERIFY2(send.error().sentence.contains(words), qPrintable(send.error().sentence));
    }

    void options()
    {
        const auto plain = built("a.test");
        QVERIFY(!plain->options.followRedirects && !plain->options.decode &&
                !plain->options.acceptEncoding);
        QVERIFY(plain->options.addDefaults);
        const auto send =
            built("https://a.test -L --compressed -H Accept: -A  -k --max-redirs -1 -m .5");
        QVERIFY(send->options.followRedirects && send->options.decode &&
                send->options.acceptEncoding);
        QCOMPARE(send->options.suppressedFields, (QList<QByteArray>{"Accept", "User-Agent"}));
        QCOMPARE(send->options.tls.verify, net::Verify::ReportOnly);
        QCOMPARE(send->options.maxRedirects, 10'000);
        QCOMPARE(send->options.timeouts.total.count(), 500);
        QCOMPARE(built("--http2-prior-knowledge https://a.test")->request.version,
                 http::VersionPolicy::Http2);
        QCOMPARE(built("--http2-prior-knowledge a.test")->request.version,
                 http::VersionPolicy::H2c);
        const auto resolve = built("--resolve a.test:80:[::1],127.0.0.1 a.test");
        QCOMPARE(resolve->options.overrides.front().addresses,
                 (QList<QByteArray>{"::1", "127.0.0.1"}));
        const auto cert = built("https://a.test --cert c.pem:pass --key k.pem --cacert ca.pem");
        QCOMPARE(cert->options.tls.certificateFile, "c.pem");
        QCOMPARE(cert->options.tls.keyPassword, "pass");
    }

    void files()
    {
        QTemporaryDir folder;
        const QByteArray path = folder.filePath(QStringLiteral("f.txt")).toUtf8();
        QFile file(folder.filePath(QStringLiteral("f.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a: b\r\nc\r\n");
        file.close();
        QCOMPARE(summary(built("a.test -d x -d @" + path)->request),
                 "POST http://a.test/ | (application/x-www-form-urlencoded) <x&a: bc>");
        QCOMPARE(
            summary(built("a.test --data-urlencode n@" + path)->request),
            "POST http://a.test/ | (application/x-www-form-urlencoded) <n=a%3A+b%0D%0Ac%0D%0A>");

        const auto form = built("a.test -F x=y -F f=@" + path + " -F t=<" + path);
        const QByteArray text = summary(form->request);
        QVERIFY(text.contains("(multipart/form-data; boundary="));
        QVERIFY(text.contains("name=\"f\"; filename=\"f.txt\"\r\nContent-Type: text/plain\r\n"));
        QVERIFY(text.contains("[" + path + "]"));
        QVERIFY(text.contains("name=\"t\"\r\n\r\na: b\r\nc\r\n\r\n--"));
    }

    void headerFiles()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("h")));
        const auto fromFile = [&](const QByteArray &text) {
            if (!file.open(QIODevice::WriteOnly))
                qFatal("cannot write");
            file.write(text);
            file.close();
            return built("a.test -H @" + file.fileName().toUtf8());
        };
        const auto good = fromFile("a: b\r\n\r\nc;\r\nAccept:");
        QCOMPARE(summary(good->request), "GET http://a.test/ | a: b | c: ");
        QCOMPARE(good->options.suppressedFields, QList<QByteArray>{"Accept"});
        const auto bad = fromFile("a: b\nc\n");
        QVERIFY(!bad);
        QVERIFY2(bad.error().sentence.contains(
                     QStringLiteral("“c” in the file “%1”").arg(file.fileName())),
                 qPrintable(bad.error().sentence));
    }

    void cookies()
    {
        const QByteArray file = "# Netscape HTTP Cookie File\r\n"
                                "a.test\tFALSE\t/\tFALSE\t0\tone\t1\n"
                                "#HttpOnly_.a.test\tTRUE\t/p\tFALSE\t9999999999\ttwo\t2\n"
                                ".b.test\tTRUE\t/\tFALSE\t0\tother\tx\n"
                                "a.test\tFALSE\t/\tTRUE\t0\tsecure\tx\n"
                                "a.test\tFALSE\t/\tFALSE\t1\told\tx\n"
                                "Set-Cookie: three=3; path=/\n"
                                "Set-Cookie: four=4; domain=c.test\n"
                                "nonsense\n";
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto at = [&](const char *url) {
            return cookiesFor(*http::Target::parse(QString::fromLatin1(url)), file, now);
        };
        QCOMPARE(at("http://a.test/"), "one=1; three=3");
        QCOMPARE(at("http://a.test/p/q"), "one=1; two=2; three=3");
        QCOMPARE(at("http://a.test/pq"), "one=1; three=3");
        QCOMPARE(at("https://sub.a.test/p"), "two=2; three=3");
        QCOMPARE(at("https://a.test/"), "one=1; secure=x; three=3");
        QCOMPARE(at("http://xb.test/"), "three=3");
    }

    void proxies()
    {
        const auto proxyOf = [](const QByteArray &flags) -> QByteArray {
            const auto send = built(flags);
            if (!send || !send->options.proxy)
                return {};
            return send->options.proxy->credentials + '@' + send->options.proxy->host + ':' +
                   QByteArray::number(send->options.proxy->port);
        };
        QCOMPARE(proxyOf("a.test"), QByteArray());
        QCOMPARE(proxyOf("a.test -x p.test:3128 -U u:p"), "u:p@p.test:3128");
        QCOMPARE(proxyOf("a.test -x http://x:y@p.test"), "x:y@p.test:1080");
        QCOMPARE(proxyOf("a.test -x p.test --noproxy a.test"), QByteArray());
        qputenv("http_proxy", "http://env.test:8080");
        QCOMPARE(proxyOf("a.test"), "@env.test:8080");
        QCOMPARE(proxyOf("https://a.test"), QByteArray());
        QCOMPARE(proxyOf("a.test --noproxy *"), QByteArray());
        qputenv("no_proxy", "localhost,.a.test");
        QCOMPARE(proxyOf("a.test"), QByteArray());
        QCOMPARE(proxyOf("www.a.test"), QByteArray());
        QCOMPARE(proxyOf("b.test"), "@env.test:8080");
        QCOMPARE(proxyOf("b.test -x q.test:1"), "@q.test:1");
    }

    void remoteNames()
    {
        const auto name = [](const char *url) {
            return remoteName(*http::Target::parse(QString::fromLatin1(url)));
        };
        QCOMPARE(*name("http://a.test/b/c.txt?d/e"), "c.txt");
        QVERIFY(!name("http://a.test/"));
        QVERIFY(!name("http://a.test/a/.."));
    }
};

QTEST_APPLESS_MAIN(TestSendRequest)
#include "tst_send_request.moc"

// What each kind of curl option makes of a document, what becomes a note, and the command line
// syntax.
#include "interop/curl_command.h"
#include "interop/curl_plan.h"

#include <QTest>

using namespace sonde;
using namespace sonde::interop;
using collection::BodyMode;
using collection::RequestDocument;

namespace
{

// One line that tells everything of a document: "POST URL | Name: value | mode text | settings".
QString summary(const RequestDocument &document)
{
    static const char *modes[] = {"none", "json", "text", "form", "multipart", "file"};
    QStringList parts{document.method + u' ' + document.url};
    for (const collection::Row &row : document.headers)
        parts.append(row.name + QStringLiteral(": ") + row.value);
    const collection::Body &body = document.body;
    QString content = QLatin1String(modes[int(body.mode)]);
    for (const QString &text : {body.mediaType, body.text, body.file}) {
        if (!text.isEmpty())
            content += u' ' + text;
    }
    for (const collection::Row &row : body.form)
        content += QStringLiteral(" %1=%2").arg(row.name, row.value);
    for (const collection::Part &part : body.parts)
        content += QStringLiteral(" [%1=%2%3;%4;%5]")
                       .arg(part.name, part.isFile ? QStringLiteral("@") : QString(), part.value,
                            part.mediaType, part.fileName);
    if (body.mode != BodyMode::None)
        parts.append(content);
    return parts.join(QStringLiteral(" | "));
}

QString lines(const Remarks &notes)
{
    QStringList texts;
    for (const Remark &note : notes)
        texts += note.text();
    return texts.join(u'\n');
}

CurlCommand parsed(const QString &text)
{
    const auto command = parseCurl(text);
    if (!command)
        qWarning() << command.error().sentence;
    return command.value_or(CurlCommand{});
}

} // namespace

class TestCurlCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("notes");
        const auto row = [](const char *command, const char *expected, int notes = 0) {
            QTest::newRow(command)
                << QString::fromUtf8(command) << QString::fromUtf8(expected) << notes;
        };
        row("curl a.test", "GET http://a.test");
        row("$ sudo /usr/bin/curl a.test", "GET http://a.test");
        row("A=b curl.exe --url a.test", "GET http://a.test");
        row("curl -sSLkXPOST https://a.test/x", "POST https://a.test/x");
        row("curl -XPUT -d@f.json -HX:y a.test",
            "PUT http://a.test | X: y | file "
            "application/x-www-form-urlencoded f.json",
            1);
        row("curl a.test -d a=1 -d 'b=x+y%21'", "POST http://a.test | form a=1 b=x y!");
        row("curl a.test -d 'a=x y'",
            "POST http://a.test | text application/x-www-form-urlencoded a=x y");
        row("curl a.test -d ''", "POST http://a.test | text application/x-www-form-urlencoded");
        row("curl a.test --data-raw @x",
            "POST http://a.test | text application/x-www-form-urlencoded @x");
        row("curl a.test --data-urlencode 'n=a b&c'", "POST http://a.test | form n=a b&c");
        row("curl a.test --data-urlencode '=a b'", "POST http://a.test | text "
                                                   "application/x-www-form-urlencoded a+b");
        row("curl a.test --json '{\"a\":1}'",
            "POST http://a.test | Accept: application/json | json {\"a\":1}");
        row("curl a.test -H 'content-type: application/vnd.x+json' -d '[]'",
            "POST http://a.test | content-type: application/vnd.x+json | json []");
        row("curl a.test -H 'Content-Type: text/plain' -d hello",
            "POST http://a.test | Content-Type: text/plain | text text/plain hello");
        row("curl a.test --data-binary @b.bin", "POST http://a.test | file "
                                                "application/x-www-form-urlencoded b.bin");
        row("curl a.test --data-binary @- < b.bin", "POST http://a.test | file "
                                                    "application/x-www-form-urlencoded b.bin");
        row("curl a.test -d @- <<E\nx\ny\nE\n", "POST http://a.test | text "
                                                "application/x-www-form-urlencoded xy");
        row("curl a.test -d x -d @f",
            "POST http://a.test | text application/x-www-form-urlencoded x&@f", 1);
        row("curl a.test -d @-", "POST http://a.test | text application/x-www-form-urlencoded @-",
            1);
        row("curl -G a.test?x=1#f -d y=2 --data-urlencode 'z=a b' --url-query '+w'",
            "GET http://a.test?x=1&w&y=2&z=a+b#f");
        row("curl -I a.test", "HEAD http://a.test");
        row("curl -T f.txt http://a.test/d/?q", "PUT http://a.test/d/f.txt?q | file f.txt");
        row("curl -T f.txt http://a.test/d/g", "PUT http://a.test/d/g | file f.txt");
        row("curl -T - http://a.test/", "PUT http://a.test/ | file", 1);
        row("curl a.test -F 'a=b c' -F f=@x.png -F 'g=@y;type=text/css;filename=z' --form-string "
            "'h=@i;j'",
            "POST http://a.test | multipart [a=b c;;] [f=@x.png;;] [g=@y;text/css;z] [h=@i;j;;]");
        row("curl a.test -F 'a=\"b;c\\\"d\";type=text/plain; charset=x'",
            "POST http://a.test | multipart [a=b;c\"d;text/plain; charset=x;]");
        row("curl a.test -F 'f=@a,b'", "POST http://a.test | multipart [f=@a;;] [f=@b;;]");
        row("curl a.test -F 'f=<a'", "POST http://a.test | multipart [f=@a;;]", 1);
        row("curl a.test -F 'f=x;headers=\"a: b\"'", "POST http://a.test | multipart [f=x;;]", 1);
        row("curl a.test -u me:secret -A agent -e ref -b 'a=1' -b 'b=2' -r 0-9",
            "GET http://a.test | Authorization: Basic bWU6c2VjcmV0 | Range: bytes=0-9 | "
            "User-Agent: agent "
            "| Referer: ref | Cookie: a=1; b=2");
        row("curl a.test -u me:x -H 'Authorization: mine' -H 'Empty;'",
            "GET http://a.test | Authorization: mine | Empty: ");
        row("curl a.test --oauth2-bearer T", "GET http://a.test | Authorization: Bearer T");
        row("curl a.test -H 'Accept:' -H nonsense -H @file", "GET http://a.test", 3);
        row("curl a.test b.test", "GET http://a.test", 1);
        row("curl a.test --next b.test -d x", "GET http://a.test", 1);
        row("curl a.test; curl b.test", "GET http://a.test", 1);
        row("curl a.test -o x -w '%{http_code}' --retry 3 --no-progress-meter -#",
            "GET http://a.test");
        row("curl a.test -x p.test:3128 --resolve a.test:80:127.0.0.1 --cacert c --cert d:e",
            "GET http://a.test", 4);
        row("curl a.test --aws-sigv4 'aws:amz' --frobnicate", "GET http://a.test", 2);
        row("curl a.test --digest -u a:b", "GET http://a.test", 1);
        row("curl a.test -m x", "GET http://a.test", 1);
        row("curl --request=PATCH a.test", "PATCH http://a.test");
        row("curl -- a.test", "GET http://a.test");
        row("curl a.test -d {a} -F b=c",
            "POST http://a.test | text application/x-www-form-urlencoded {a}", 1);
    }

    void documents()
    {
        QFETCH(QString, command);
        QFETCH(QString, expected);
        QFETCH(int, notes);
        const CurlCommand result = parsed(command);
        QCOMPARE(summary(result.document), expected);
        QVERIFY2(result.notes.size() == size_t(notes), qPrintable(lines(result.notes)));
    }

    void settings()
    {
        const CurlCommand result = parsed(QStringLiteral(
            "curl -L -k --http1.1 -m 2.5 --connect-timeout 1 --compressed https://a.test"));
        const collection::Settings &settings = result.document.settings;
        QVERIFY(settings.followRedirects);
        QVERIFY(!settings.verifyTls);
        QCOMPARE(settings.version, http::VersionPolicy::Http11);
        QCOMPARE(settings.timeout.count(), 2500);
        QCOMPARE(settings.connectTimeout.count(), 1000);
        QVERIFY(result.options.decode);
        const CurlCommand plain = parsed(QStringLiteral("curl https://a.test"));
        QVERIFY(!plain.document.settings.followRedirects);
        QVERIFY(plain.document.settings.verifyTls);
        QCOMPARE(plain.document.settings.connectTimeout.count(), 0);
    }

    void versions_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<http::VersionPolicy>("expected");
        QTest::addColumn<int>("notes");
        using enum http::VersionPolicy;
        QTest::newRow("h2 over TLS") << "curl --http2 https://a.test" << Http2 << 0;
        QTest::newRow("upgrade") << "curl --http2 http://a.test" << Auto << 1;
        QTest::newRow("h2c") << "curl --http2-prior-knowledge a.test" << H2c << 0;
        QTest::newRow("prior knowledge, TLS")
            << "curl --http2-prior-knowledge https://a.test" << Http2 << 0;
        QTest::newRow("1.0") << "curl -0 a.test" << Http10 << 0;
        QTest::newRow("3") << "curl --http3 https://a.test" << Auto << 1;
    }

    void versions()
    {
        QFETCH(QString, command);
        QFETCH(http::VersionPolicy, expected);
        QFETCH(int, notes);
        const CurlCommand result = parsed(command);
        QCOMPARE(result.document.settings.version, expected);
        QCOMPARE(result.notes.size(), size_t(notes));
    }

    void unreadable_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "wget a.test", "curl", "curl -X", "curl 'a.test", "curl -H 'a: b'"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void unreadable()
    {
        QFETCH(QString, text);
        const auto command = parseCurl(text);
        QVERIFY(!command);
        QVERIFY(command.error().sentence.endsWith(u'.'));
    }

    void recognised_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("plain") << "curl a.test" << true;
        QTest::newRow("prompt") << "  $ curl a.test" << true;
        QTest::newRow("path") << "/usr/bin/curl\ta.test" << true;
        QTest::newRow("windows") << "curl.exe ^\"a.test^\"" << true;
        QTest::newRow("continued") << "curl \\\n a.test" << true;
        QTest::newRow("a URL") << "http://curl.test/" << false;
        QTest::newRow("a word") << "curly a.test" << false;
    }

    void recognised()
    {
        QFETCH(QString, text);
        QFETCH(bool, expected);
        QCOMPARE(looksLikeCurl(text), expected);
    }

    // Names and letters are unique for each reader, and every option with a chapter has its help.
    void table()
    {
        for (const Tool tool : {Tool::PastedCurl, Tool::SondeSend}) {
            QSet<QByteArray> names;
            QSet<char> letters;
            const auto check = [&](const CurlOption &option) {
                if (findOption(option.name, tool) == nullptr)
                    return;
                const bool here = option.tools == Tools::Both ||
                                  (option.tools == Tools::SendOnly) == (tool == Tool::SondeSend);
                if (!here)
                    return;
                QVERIFY2(!names.contains(option.name.toByteArray()), option.name.data());
                names.insert(option.name.toByteArray());
                QVERIFY2(!option.letter || !letters.contains(option.letter), option.name.data());
                letters.insert(option.letter);
                QCOMPARE(findOption(option.name, tool), &option);
                if (option.letter)
                    QCOMPARE(findOption(option.letter, tool), &option);
            };
            for (const CurlOption &option : curlOptions()) {
                check(option);
                QCOMPARE(option.chapter == Chapter::None, option.help.isEmpty());
                if (option.chapter != Chapter::None)
                    QCOMPARE(option.takes == Takes::Value, !option.value.isEmpty());
            }
            for (const CurlOption &option : otherCurlOptions())
                check(option);
        }
    }

    void sendFlags()
    {
        const auto plan = [](const std::vector<QByteArray> &words) {
            const auto arguments = readCurlArguments(words, Tool::SondeSend);
            return arguments ? planRequest(*arguments, Tool::SondeSend)
                             : http::Result<RequestPlan>(std::unexpected(arguments.error()));
        };
        // --json is the report, unless it is given its value with an equals sign.
        const auto report = plan({"--json", "a.test"});
        QVERIFY(report && report->output.jsonReport && report->data.empty());
        QCOMPARE(report->url, "a.test");
        const auto data = plan({"--json=[1]", "a.test"});
        QVERIFY(data && !data->output.jsonReport && data->json);
        QCOMPARE(data->data.size(), 1U);
        QVERIFY(plan({"--json-data", "{}", "a.test"})->json);
        QCOMPARE(plan({"--linger", "250", "a.test"})->options.linger.count(), 250);

        QVERIFY(!plan({"--frobnicate"}));
        QVERIFY(!plan({"-y", "1"}));
        QVERIFY(plan({"--netrc", "a"}).error().sentence.contains("curl's"));
        QVERIFY(!plan({"-X"}));
        QVERIFY(!plan({"-m", "soon"}));
        QVERIFY(!plan({"--resolve", "a:80:b"}));
        QVERIFY(!plan({"-x", "socks5://a:1"}));
        QVERIFY(!plan({"--silent=yes"}));
        QVERIFY(!plan({"--sil"}));
    }

    // No prefix of a long command may crash, and each is read or refused with a sentence.
    void prefixes()
    {
        const QString text = QStringLiteral(
            "curl -sLX POST -H 'a: b' --data-urlencode n@f -F 'x=@\"a\\\"b\";type=a/b; "
            "c=d;filename=e,g' "
            "-u a:b --resolve '+h:1:[::1],127.0.0.1' -x http://u:p@h:1 https://a.test/?x -G -d @-");
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const auto command = parseCurl(text.first(length));
            QVERIFY(command || !command.error().sentence.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestCurlCommand)
#include "tst_curl_command.moc"

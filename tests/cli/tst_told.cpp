// What is told in words: the waterfall, the conversation, heads, progress, and --write-out.
#include "cli/conversation.h"
#include "cli/head_printer.h"
#include "cli/progress.h"
#include "cli/waterfall.h"
#include "cli/write_out.h"
#include "tests/cli/recorded_report.h"

#include <QJsonDocument>
#include <QTest>

using namespace sonde;
using namespace sonde::cli;
using namespace sonde::testing;
using trace::What;

namespace
{

struct TwoHops {
    TwoHops()
    {
        first.connected(0, http::Version::Http2, true)
            .answered(0, {.version = http::Version::Http2,
                          .status = 302,
                          .headers = {{"location", "/2"}, {"set-cookie", "id=secret"}}});
        const auto connection = first.state().connection;
        second.answered(50, {.version = http::Version::Http2,
                             .status = 200,
                             .headers = {{"content-type", "text/plain"}}});
        second.with([&](trace::ExchangeState &state) {
            state.connection = connection;
            state.connectionReused = true;
            state.sizes.responseEncoded = 2048;
            state.sizes.responseDecoded = 4096;
            state.trailers = {{"t", "1"}};
        });
        report.url = "https://a.test:8443/1";
        report.hops = {first.state(), second.state()};
    }
    Recording first{QStringLiteral("https://a.test:8443/1")};
    Recording second{QStringLiteral("https://a.test:8443/2"), trace::Origin::Redirect};
    Report report;
};

} // namespace

class TestTold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waterfallOfTwoHops()
    {
        const TwoHops hops;
        QByteArray expected = "GET https://a.test:8443/1\n"
                              "  HTTP/2 302, new connection ID to 127.0.0.1:8443\n"
                              "  queued          |#                  |      0 µs   1.00 ms\n"
                              "  dns             |#                  |   1.00 ms   2.00 ms\n"
                              "  tcp             | #                 |   3.00 ms   5.00 ms\n"
                              "  tls             |  ###              |   8.00 ms   12.0 ms\n"
                              "  send-head       |    #              |   21.0 ms   1.00 ms\n"
                              "  wait            |     ##            |   22.0 ms   8.00 ms\n"
                              "  head            |      #            |   30.0 ms   1.00 ms\n"
                              "  body            |       ##          |   31.0 ms   9.00 ms\n"
                              "\n"
                              "GET https://a.test:8443/2\n"
                              "  HTTP/2 200, reused connection ID to 127.0.0.1:8443, 2.0 KiB\n"
                              "  queued          |           #       |   50.0 ms   1.00 ms\n"
                              "  send-head       |               #   |   71.0 ms   1.00 ms\n"
                              "  wait            |               ##  |   72.0 ms   8.00 ms\n"
                              "  head            |                 # |   80.0 ms   1.00 ms\n"
                              "  body            |                 ##|   81.0 ms   9.00 ms\n"
                              "  total                                             90.0 ms\n";
        expected.replace("ID", hops.first.connectionId());
        QCOMPARE(waterfall(hops.report, {.width = 60, .blocks = false}), expected);
    }

    void preparationForTlsHasALine()
    {
        const TwoHops hops;
        const auto connection =
            std::const_pointer_cast<trace::Connection>(hops.report.hops.front().connection);
        connection->update([](trace::ConnectionState &state) {
            for (trace::Event &event : state.events) {
                if (event.what == trace::What::TlsStarted)
                    event.at.ns += 2'000'000;
            }
        });
        const QByteArray text = waterfall(hops.report, {.width = 60, .blocks = false});
        QVERIFY(text.contains("  tls-prepare     |  #                |   8.00 ms   2.00 ms\n"
                              "  tls             |"));
        QCOMPARE(text.count("tls-prepare"), 1); // the second hop has its connection already
    }

    void waterfallBlocks()
    {
        const TwoHops hops;
        const QByteArray text = waterfall(hops.report, {.width = 60});
        QVERIFY(text.contains("  tls             |  ██▌"));
        // Every bar is as wide as the axis: 19 columns between its ends.
        for (const QByteArray &line : text.split('\n')) {
            if (line.contains('|'))
                QCOMPARE(QString::fromUtf8(line).lastIndexOf(u'|') -
                             QString::fromUtf8(line).indexOf(u'|'),
                         20);
        }
    }

    void waterfallOfAFailure()
    {
        Recording recording(QStringLiteral("https://a.test:8443/"));
        recording.connected(0, http::Version::Http11, false).at(0, What::Created);
        recording.at(1, What::Dispatched).at(15, What::Failed);
        recording.with([](trace::ExchangeState &state) {
            state.end = trace::End::Failed;
            state.error = http::Error{.phase = http::Phase::Connect};
        });
        Report report;
        report.hops = {recording.state()};
        const QByteArray text = waterfall(report, {.width = 60, .colour = Colour::On});
        QVERIFY(text.contains("no response"));
        QVERIFY(text.contains(" failed\n"));
        QVERIFY(text.contains("\x1b[1;31m"));
        QCOMPARE(waterfall({}, {}), QByteArray());
    }

    void numbers_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("0") << 0LL << QByteArray("0 µs");
        QTest::newRow("µs") << 999'000LL << QByteArray("999 µs");
        QTest::newRow("1 ms") << 999'900LL << QByteArray("1.00 ms");
        QTest::newRow("12.3 ms") << 12'345'678LL << QByteArray("12.3 ms");
        QTest::newRow("123 ms") << 123'456'789LL << QByteArray("123 ms");
        QTest::newRow("1 s") << 999'600'000LL << QByteArray("1.00 s");
        QTest::newRow("minutes") << 123'456'000'000LL << QByteArray("123 s");
    }

    void numbers()
    {
        QFETCH(qint64, ns);
        QFETCH(QByteArray, expected);
        QCOMPARE(durationText(std::chrono::nanoseconds(ns)), expected);
    }

    void sizes()
    {
        QCOMPARE(sizeText(0), "0 B");
        QCOMPARE(sizeText(999), "999 B");
        QCOMPARE(sizeText(1000), "1.0 KiB");
        QCOMPARE(sizeText(2ULL << 30), "2.0 GiB");
    }

    void conversation()
    {
        const TwoHops hops;
        Conversation conversation(Secrets::Masked, Colour::Off);
        const QByteArray text = conversation.news(hops.report.hops);
        qsizetype at = 0;
        for (const char *part :
             {"* a.test has the addresses 127.0.0.1\n",
              "* 127.0.0.1:8443 connected after 5.00 ms\n",
              "* TLSv1.3, TLS_AES_256_GCM_SHA384, X25519\n",
              "* ALPN offered h2, http/1.1; the server chose h2\n", "* Speaking HTTP/2 (because)\n",
              "> GET /1 HTTP/2\n> Host: a.test\n> Authorization: Basic [", ">\n< HTTP/2 302",
              "< set-cookie: [9 octets, --show-secrets shows them]\n", "<\n",
              "* Following the redirect to https://a.test:8443/2\n", "* Using connection ",
              "> GET /2 HTTP/2\n", "< HTTP/2 200", "< trailers\n< t: 1\n"}) {
            const qsizetype found = text.indexOf(part, at);
            QVERIFY2(found >= at, (QByteArray(part) + " in " + text).constData());
            at = found;
        }
        QVERIFY(!text.contains("c2VjcmV0") && !text.contains("secret\n"));
        QCOMPARE(conversation.news(hops.report.hops), QByteArray());

        const QByteArray shown = Conversation(Secrets::Shown, Colour::Off).news(hops.report.hops);
        QVERIFY(shown.contains("> Authorization: Basic c2VjcmV0\n"));
        QVERIFY(shown.contains("< set-cookie: id=secret\n"));
    }

    // A server cannot command the terminal.
    // What a library says may have lines of its own; everything else in it is made harmless.
    void errorLines()
    {
        QCOMPARE(errorText(QStringLiteral("It\nfailed."),
                           QStringLiteral("one\r\ntwo\n\n\x1b[2Jthree"), Colour::Off),
                 "sonde: It\\x0afailed.\n       one\n       two\n       \\x1b[2Jthree\n");
        QCOMPARE(errorText(QStringLiteral("It failed."), {}, Colour::Off), "sonde: It failed.\n");
    }

    void harmlessText()
    {
        QCOMPARE(harmless("a\x1b[31m\x07\xc2\x9bz\tä"), "a\\x1b[31m\\x07\\x9bz\tä");
        Recording recording(QStringLiteral("http://a.test/"));
        recording.answered(0, {.status = 200, .headers = {{"X", "\x1b]0;owned\x07"}}});
        Conversation conversation(Secrets::Masked, Colour::Off);
        QVERIFY(!conversation.news({recording.state()}).contains('\x1b'));
    }

    void heads()
    {
        TwoHops hops;
        HeadPrinter printer;
        QCOMPARE(printer.news({hops.report.hops.front()}),
                 "HTTP/2 302 \r\nlocation: /2\r\nset-cookie: id=secret\r\n\r\n");
        hops.report.hops.back().interim = {{.version = http::Version::Http2, .status = 103}};
        QCOMPARE(printer.news(hops.report.hops),
                 "HTTP/2 103 \r\n\r\nHTTP/2 200 \r\ncontent-type: text/plain\r\n\r\n");
        QCOMPARE(printer.news(hops.report.hops), QByteArray());
        QCOMPARE(HeadPrinter::trailers(hops.report.hops), "t: 1\r\n");
    }

    void progress()
    {
        Recording recording(QStringLiteral("http://a.test/"));
        recording.at(0, What::Created);
        QCOMPARE(progressText(recording.state(), ms(700)), "waiting for a connection, 0.7 s");
        recording.at(1, What::SendBodyStarted).with([](trace::ExchangeState &state) {
            state.sizes.requestContent = 4096;
        });
        QCOMPARE(progressText(recording.state(), ms(1001)), "sent 4.0 KiB, 4.0 KiB/s");
        recording.at(1000, What::BodyStarted).with([](trace::ExchangeState &state) {
            state.response = {.status = 200, .headers = {{"Content-Length", "20480"}}};
            state.sizes.responseEncoded = 10240;
        });
        QCOMPARE(progressText(recording.state(), ms(3000)), "10.0 KiB of 20.0 KiB, 5.0 KiB/s");
    }

    void writeOut_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char *format, const char *out, const char *error = "") {
            QTest::newRow(format) << QByteArray(format) << QByteArray(out) << QByteArray(error);
        };
        row("%{http_code}\\n", "200\n");
        row("%{response_code} %{http_version} %{method} %{scheme}", "200 2 GET https");
        row("%{content_type}|%{redirect_url}|", "text/plain||");
        row("%{url} %{url_effective}", "https://a.test:8443/1 https://a.test:8443/2");
        row("%{num_redirects} %{num_connects} %{num_headers}", "1 1 1");
        row("%{remote_ip}:%{remote_port} %{local_ip}:%{local_port}",
            "127.0.0.1:8443 127.0.0.1:40000");
        row("%{size_download} %{size_delivered} %{size_upload}", "2048 4096 0");
        row("%{size_header}", "93"); // 13 + 14 + 23 + 2, 13 + 26 + 2
        row("%{time_total} %{time_redirect} %{time_starttransfer}", "0.090000 0.050000 0.030000");
        row("%{time_namelookup} %{time_pretransfer}", "0.000000 0.021000");
        row("%{speed_download} %{exitcode} %{errormsg}", "22755 0 ");
        row("%header{Content-Type} %header{none}!", "text/plain !");
        row("100%% %x %{ \\t\\\\\\q", "100% %x %{ \t\\\\q");
        row("a%{stderr}b%{stdout}c", "ac", "b");
        row("%{bogus}", "", "sonde: --write-out knows no value “bogus”; man sonde lists them.\n");
        row("x%{onerror}y", "x");
    }

    void writeOut()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, error);
        const TwoHops hops;
        const WrittenOut written = cli::writeOut(format, hops.report);
        QCOMPARE(written.out, out);
        QCOMPARE(written.error, error);
    }

    void writeOutFirstHop()
    {
        TwoHops hops;
        hops.report.hops.pop_back();
        QCOMPARE(cli::writeOut("%{time_namelookup} %{time_connect} %{time_appconnect} "
                               "%{redirect_url} %{num_redirects}",
                               hops.report)
                     .out,
                 "0.003000 0.008000 0.020000 https://a.test:8443/2 0");
        QCOMPARE(cli::writeOut("%{http_code} %{time_total} %{http_version}", {}).out,
                 "000 0.000000 0");
    }

    void writeOutJson()
    {
        const TwoHops hops;
        for (const Report &report : {hops.report, Report{}}) {
            const auto json = QJsonDocument::fromJson(cli::writeOut("%{json}", report).out);
            QCOMPARE(json["http_code"].toInt(), report.hops.empty() ? 0 : 200);
            QVERIFY(json["time_total"].isDouble());
        }
        const auto heads =
            QJsonDocument::fromJson(cli::writeOut("%{header_json}", hops.report).out);
        QCOMPARE(heads["content-type"][0].toString(), "text/plain");
    }
};

QTEST_APPLESS_MAIN(TestTold)
#include "tst_told.moc"

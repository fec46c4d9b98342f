// The endpoints as functions: a request in, a plan out.
#include "playground/endpoints.h"
#include "playground/replies.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;
using namespace sonde::playground;

namespace
{

Received asked(const QByteArray &target, const QByteArray &method = "GET")
{
    Received received;
    received.method = method;
    received.scheme = "http";
    received.authority = "127.0.0.1:1";
    const qsizetype mark = target.indexOf('?');
    received.path = target.first(mark < 0 ? target.size() : mark);
    received.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    return received;
}

struct Outcome {
    QByteArray content;
    std::vector<milliseconds> pauses;
    int pieces = 0;
};

Outcome carriedOut(Plan &plan)
{
    Outcome outcome;
    if (plan.length.kind == wire::ContentLength::Kind::None)
        return outcome;
    for (;;) {
        const Piece piece = plan.source();
        outcome.content += piece.octets;
        outcome.pauses.push_back(piece.pause);
        ++outcome.pieces;
        if (piece.isLast)
            return outcome;
    }
}

QByteArray contentOf(const Received &received)
{
    Plan plan = respond(received);
    return carriedOut(plan).content;
}

QJsonDocument jsonOf(const Received &received)
{
    return QJsonDocument::fromJson(contentOf(received));
}

QByteArray field(const Plan &plan, const char *name)
{
    return plan.head.headers.combined(name);
}

} // namespace

class TestEndpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyExampleAnswers_data()
    {
        QTest::addColumn<QByteArray>("example");
        for (const Endpoint &endpoint : endpoints())
            QTest::newRow(endpoint.example.data()) << endpoint.example.toByteArray();
    }

    void everyExampleAnswers()
    {
        QFETCH(QByteArray, example);
        Plan plan = respond(asked(example));
        QVERIFY(plan.head.status >= 200);
        QVERIFY2(plan.head.status != 404 && plan.head.status != 400 && plan.head.status != 405,
                 contentOf(asked(example)).constData());
        QCOMPARE(plan.head.reason, http::reasonPhrase(plan.head.status));
        QVERIFY(!field(plan, "Date").isEmpty());
        QVERIFY(field(plan, "Server").startsWith("Sonde-Playground/"));
        if (plan.ending != Ending::Whole)
            return;
        const qint64 announced = field(plan, "Content-Length").toLongLong();
        const QByteArray content = carriedOut(plan).content;
        if (plan.length.kind == wire::ContentLength::Kind::Known) {
            QCOMPARE(announced, content.size());
            QCOMPARE(plan.length.octets, quint64(content.size()));
        }
        if (field(plan, "Content-Type") == "application/json")
            QVERIFY(!QJsonDocument::fromJson(content).isNull());
    }

    void indexListsAll()
    {
        const QByteArray page = contentOf(asked("/"));
        for (const Endpoint &endpoint : endpoints())
            QVERIFY(page.contains(QString::fromUtf8(endpoint.example).toHtmlEscaped().toUtf8()));
    }

    void statuses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word"); // in the content
        const auto row = [](const char *method, const char *target, int status, const char *word) {
            QTest::addRow("%s %s", method, target)
                << QByteArray(method) << QByteArray(target) << status << QByteArray(word);
        };
        row("GET", "/nowhere", 404, "/echo");
        row("GET", "//echo", 404, "/echo");
        row("GET", "/json/", 200, "Sol");
        row("POST", "/json", 405, "GET and HEAD");
        row("POST", "/", 405, "GET and HEAD");
        row("HEAD", "/json", 200, "");
        row("OPTIONS", "/json", 204, "");
        row("OPTIONS", "*", 204, "");
        row("GET", "*", 404, "");
        row("GET", "/status/204", 204, "");
        row("GET", "/status/304", 304, "");
        row("GET", "/status/599", 599, "599");
        row("DELETE", "/status/418", 418, "418");
        row("GET", "/status/199", 400, "/status/418");
        row("GET", "/status/600", 400, "/status/418");
        row("GET", "/status/x", 400, "/status/418");
        row("GET", "/status", 400, "/status/418");
        row("GET", "/redirect/0", 400, "/redirect/3");
        row("GET", "/redirect/2?code=304", 400, "301");
        row("GET", "/redirect/2?code=abc", 400, "301");
        row("GET", "/redirect-to?url=ftp://x", 400, "http");
        row("GET", "/redirect-to?url=/a%0d%0ab", 400, "http");
        row("GET", "/delay/60001", 400, "60000");
        row("GET", "/delay/-1", 400, "60000");
        row("GET", "/stream?chunks=0", 400, "chunks");
        row("GET", "/stream?size=99999999999999999999", 400, "size");
        row("GET", "/sse?pace=x", 400, "pace");
        row("GET", "/ndjson?lines=-1", 400, "lines");
        row("GET", "/big/65GiB", 400, "64GiB");
        row("GET", "/big/", 400, "64GiB");
        row("GET", "/big/1XB", 400, "64GiB");
        row("GET", "/big/0", 200, "");
        row("GET", "/bytes/17MiB", 400, "16MiB");
        row("GET", "/json?items=0", 400, "items");
        row("GET", "/text?charset=ebcdic", 400, "iso-8859-1");
        row("GET", "/cookies/set?a(b=c", 400, "cookie");
        row("GET", "/cookies/set?a=b%3Bc", 302, "/cookies");
        row("GET", "/basic-auth", 401, "missing");
        row("PURGE", "/method", 200, "PURGE");
    }

    void statuses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, word);
        Plan plan = respond(asked(target, method));
        QTEST(plan.head.status, "status");
        const QByteArray content = carriedOut(plan).content;
        QVERIFY2(content.contains(word), content.constData());
        if (plan.head.status == 405)
            QCOMPARE(field(plan, "Allow"), "GET, HEAD, OPTIONS");
    }

    void echo()
    {
        Received received = asked("/anything/x?a=1", "PUT");
        received.version = http::Version::Http2;
        received.headers = {{"B", "2"}, {"a", "\"\\\x01"}, {"B", "3"}};
        received.body = "line\n\tü";
        received.bodyOctets = quint64(received.body.size());
        received.bodySha256 = "abc";
        received.trailers = {{"T", "end"}};
        received.connection = {.number = 7, .tlsVersion = "TLSv1.3", .cipher = "C", .alpn = "h2"};
        const QJsonObject json = jsonOf(received).object();
        QCOMPARE(json["method"], "PUT");
        QCOMPARE(json["url"], "http://127.0.0.1:1/anything/x?a=1");
        QCOMPARE(json["version"], "HTTP/2");
        const QJsonArray headers = json["headers"].toArray();
        QCOMPARE(headers.size(), 3);
        QCOMPARE(headers[1].toArray()[1], QString("\"\\\x01"));
        QCOMPARE(headers[2].toArray(), (QJsonArray{"B", "3"}));
        QCOMPARE(json["body"]["text"], "line\n\tü");
        QCOMPARE(json["body"]["sha256"], "abc");
        QCOMPARE(json["trailers"].toArray().size(), 1);
        QCOMPARE(json["connection"]["number"], 7);
        QCOMPARE(json["connection"]["tls"], "TLSv1.3");

        received.body = QByteArray("\0\xff", 2);
        received.bodyOctets = 2;
        QCOMPARE(jsonOf(received)["body"]["base64"], "AP8=");
        received.bodyOctets = 3;
        QVERIFY(jsonOf(received)["body"]["note"].toString().contains("1 MiB"));
        QVERIFY(keepsBody("/echo"));
        QVERIFY(keepsBody("/anything/x"));
        QVERIFY(!keepsBody("/upload"));
    }

    void redirects()
    {
        QCOMPARE(field(respond(asked("/redirect/3?code=307")), "Location"), "/redirect/2?code=307");
        QCOMPARE(respond(asked("/redirect/3?code=307")).head.status, 307);
        QCOMPARE(field(respond(asked("/redirect/1")), "Location"), "/echo");
        QCOMPARE(field(respond(asked("/redirect-to?url=https%3A%2F%2Fa.test%2F")), "Location"),
                 "https://a.test/");
    }

    void cookies()
    {
        const Plan set = respond(asked("/cookies/set?a=1&b=2"));
        QCOMPARE(set.head.headers.values("Set-Cookie").size(), size_t(2));
        QCOMPARE(field(set, "Location"), "/cookies");
        Received received = asked("/cookies");
        received.headers = {{"cookie", "a=1"}, {"cookie", "b=2; c=3"}};
        QCOMPARE(jsonOf(received).array().size(), 3);
        received.path = "/cookies/clear";
        const Plan clear = respond(received);
        QVERIFY(field(clear, "Set-Cookie").contains("Max-Age=0"));
    }

    void basicAuth()
    {
        Received received = asked("/basic-auth");
        QVERIFY(field(respond(received), "WWW-Authenticate").startsWith("Basic realm="));
        received.headers = {{"Authorization", "basic c29uZGU6c29uZGU="}};
        QCOMPARE(respond(received).head.status, 200);
        received.headers = {{"Authorization", "Basic d3Jvbmc6d3Jvbmc="}};
        QCOMPARE(respond(received).head.status, 401);
        QVERIFY(contentOf(received).contains("wrong"));
    }

    void theTokenOfALoginOpensTheOrders()
    {
        Received login = asked("/login", "POST");
        login.body = R"({"user": "sonde", "password": "wrong"})";
        QCOMPARE(respond(login).head.status, 401);
        login.body = "{}";
        QCOMPARE(respond(login).head.status, 401);
        login.body = R"({"user": "sonde", "password": "sonde"})";
        const QByteArray token = jsonOf(login)["token"].toString().toUtf8();
        QCOMPARE(token.size(), 32);
        Received orders = asked("/orders");
        QVERIFY(field(respond(orders), "WWW-Authenticate").startsWith("Bearer realm="));
        orders.headers = {{"Authorization", "Bearer " + token + "0"}};
        QCOMPARE(respond(orders).head.status, 401);
        orders.headers = {{"Authorization", "bearer " + token}};
        QCOMPARE(jsonOf(orders)["orders"].toArray().size(), 3);
        orders.path = "/orders/3";
        QCOMPARE(jsonOf(orders)["id"].toInt(), 3);
        for (const char *path : {"/orders/0", "/orders/4", "/orders/x"}) {
            orders.path = path;
            QCOMPARE(respond(orders).head.status, 404);
        }
    }

    void etag()
    {
        Received received = asked("/etag");
        QCOMPARE(respond(received).head.status, 200);
        received.headers = {{"If-None-Match", "\"other\", \"sonde-1\""}};
        QCOMPARE(respond(received).head.status, 304);
    }

    void big()
    {
        Plan plan = respond(asked("/big/200kB"));
        const Outcome outcome = carriedOut(plan);
        QCOMPARE(outcome.content.size(), 200'000);
        QCOMPARE(outcome.pieces, 4);
        for (qsizetype line = 0; (line + 1) * 64 <= outcome.content.size(); line += 97) {
            QCOMPARE(outcome.content.sliced(line * 64, 11).toLongLong(nullptr, 16), line * 64);
            QCOMPARE(outcome.content[line * 64 + 63], '\n');
        }
    }

    void sizes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("octets");
        const auto row = [](const char *text, qint64 octets) {
            QTest::newRow(text) << QByteArray(text) << octets;
        };
        row("0", 0);
        row("12b", 12);
        row("1k", 1000);
        row("1KB", 1000);
        row("1KiB", 1024);
        row("10mb", 10'000'000);
        row("64GiB", 64LL << 30);
        row("", -1);
        row("k", -1);
        row("1kk", -1);
        row("1.5k", -1);
        row("-1", -1);
        row("99999999999g", -1);
    }

    void sizes()
    {
        QFETCH(QByteArray, text);
        QTEST(sizeNumber(text).value_or(-1), "octets");
    }

    void paced()
    {
        Plan plan = respond(asked("/stream?chunks=3&size=20&pace=7"));
        QVERIFY(plan.length.kind == wire::ContentLength::Kind::Unknown);
        const Outcome outcome = carriedOut(plan);
        QCOMPARE(outcome.content.size(), 60);
        QCOMPARE(outcome.pieces, 3);
        QCOMPARE(outcome.pauses[0], milliseconds(7));
        QCOMPARE(contentOf(asked("/sse?events=4&pace=0")).count("\nevent: tick\ndata: {"), 4);
        Received again = asked("/sse?events=2&pace=0&retry=1500");
        again.headers.append("Last-Event-ID", "4");
        const QByteArray more = contentOf(again);
        QVERIFY2(more.startsWith("retry: 1500\nid: 5\n"), more.constData());
        QVERIFY2(more.contains("\n\nid: 6\n"), more.constData());
        const QList<QByteArray> lines = contentOf(asked("/ndjson?lines=3&pace=0")).split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(QJsonDocument::fromJson(lines[2])["number"], 3);
        QCOMPARE(respond(asked("/delay/40")).delay, milliseconds(40));
    }

    void longJson()
    {
        QCOMPARE(jsonOf(asked("/json?items=100"))["planets"].toArray().size(), 100);
        QCOMPARE(jsonOf(asked("/json?items=101"))["planets"].toArray().size(), 101);
        QCOMPARE(jsonOf(asked("/json?items=2500"))["planets"].toArray().size(), 2500);
    }

    void endings()
    {
        const Plan reset = respond(asked("/reset?after=100"));
        QCOMPARE(reset.ending, Ending::Reset);
        QVERIFY(reset.length.octets > 100);
        QVERIFY(!respond(asked("/hang")).hasHead);
        QVERIFY(respond(asked("/hang?after=head")).hasHead);
    }

    void trailers()
    {
        Plan plan = respond(asked("/trailers"));
        QVERIFY(field(plan, "Trailer").contains("Content-SHA256"));
        const QByteArray content = carriedOut(plan).content;
        QCOMPARE(plan.trailers.combined("Content-SHA256"),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        Received old = asked("/trailers");
        old.version = http::Version::Http10;
        QVERIFY(respond(old).trailers.isEmpty());
    }

    void earlyHints()
    {
        const Plan plan = respond(asked("/early-hints?pause=5"));
        QCOMPARE(plan.interim.size(), size_t(1));
        QCOMPARE(plan.interim[0].status, 103);
        QCOMPARE(plan.interim[0].headers.values("Link").size(), size_t(2));
        QCOMPARE(plan.delay, milliseconds(5));
    }

    void codings_data()
    {
        QTest::addColumn<QByteArray>("coding");
        for (const char *coding : {"gzip", "deflate", "br", "zstd"})
            QTest::newRow(coding) << QByteArray(coding);
    }

    void codings()
    {
        QFETCH(QByteArray, coding);
        Plan plan = respond(asked('/' + coding));
        QCOMPARE(field(plan, "Content-Encoding"), coding);
        const QByteArray content = carriedOut(plan).content;
        QVERIFY(content.size() > 100 && content.size() < 4000);
        QVERIFY(!content.contains("bottles hanging on the wall\n"));
    }

    void image()
    {
        const QByteArray png = contentOf(asked("/image.png"));
        QVERIFY(png.startsWith("\x89PNG\r\n\x1a\n"));
        QVERIFY(png.contains("IEND"));
        QVERIFY(png.size() > 500 && png.size() < 200'000);
    }

    void charsets()
    {
        QVERIFY(contentOf(asked("/text?charset=iso-8859-1")).contains("Zw\xf6lf"));
        QVERIFY(contentOf(asked("/text?charset=utf-16")).startsWith("\xfe\xff"));
        QVERIFY(contentOf(asked("/text")).contains("Zwölf"));
    }

    void repeatedFields()
    {
        const Plan plan = respond(asked("/duplicate-headers"));
        QCOMPARE(plan.head.headers.values("x-order").size(), size_t(3));
        QCOMPARE(plan.head.headers.values("set-cookie").size(), size_t(2));
    }

    void parameters()
    {
        Received received = asked("/x?a=1&a=2&b&c=%41+%2B&=v");
        QCOMPARE(received.parameter("a"), "1");
        QCOMPARE(received.parameter("b"), "");
        QCOMPARE(received.parameter("c"), "A +");
        QVERIFY(!received.parameter("d"));
        QCOMPARE(quoted("a\"\\\n\x02\xff"), "\"a\\\"\\\\\\n\\u0002\xef\xbf\xbd\"");
    }
};

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"

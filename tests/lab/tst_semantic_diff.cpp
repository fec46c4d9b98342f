// Which differences between answers depend on the protocol, and which come with every answer.
#include "lab/semantic_diff.h"

#include <QCryptographicHash>
#include <QTest>

using namespace sonde;
using namespace sonde::lab;

namespace
{

Observation answer(http::Headers headers, const QByteArray &body = {}, int status = 200)
{
    return {.status = status,
            .headers = std::move(headers),
            .decodedOctets = quint64(body.size()),
            .bodyHash = QCryptographicHash::hash(body, QCryptographicHash::Sha256),
            .body = body};
}

// "nature aspect name" of every difference.
QStringList told(const std::vector<std::vector<Observation>> &arms)
{
    QStringList lines;
    for (const Difference &difference : compareResponses(arms)) {
        lines += QStringLiteral("%1 %2 %3")
                     .arg(QLatin1String(name(difference.nature)),
                          QLatin1String(name(difference.feature.aspect)),
                          QString::fromUtf8(difference.feature.name))
                     .trimmed();
    }
    return lines;
}

} // namespace

class TestSemanticDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAnswersDoNotDiffer()
    {
        const auto one = answer({{"Content-Type", "text/plain"}}, "hello");
        QCOMPARE(told({{one, one}, {one, one}}), QStringList());
        QCOMPARE(told({{one, one}, {}}), QStringList());
        QCOMPARE(told({}), QStringList());
    }

    // What the two versions merely write differently is the same.
    void notationIsNormalised()
    {
        const auto h1 = answer({{"Content-Type", "text/plain"},
                                {"Connection", "keep-alive"},
                                {"Keep-Alive", "timeout=5"},
                                {"Transfer-Encoding", "chunked"},
                                {"Vary", "Accept"},
                                {"Vary", " Origin "}});
        const auto h2 = answer({{"content-type", "text/plain"}, {"vary", "Accept, Origin"}});
        QCOMPARE(told({{h1, h1}, {h2, h2}}), QStringList());
    }

    void volatileFieldsAreLearned()
    {
        const auto at = [](const QByteArray &date, const QByteArray &id) {
            return answer({{"Date", date}, {"X-Request-Id", id}});
        };
        QCOMPARE(told({{at("1", "a"), at("2", "b")}, {at("1", "c"), at("2", "d")}}),
                 (QStringList{"volatile field date", "volatile field x-request-id"}));
    }

    void plantedFieldIsNamed()
    {
        const auto h1 = answer({{"Date", "1"}});
        const auto later = answer({{"Date", "2"}});
        const auto h2 = answer({{"Date", "1"}, {"Alt-Svc", "clear"}});
        const auto h2Later = answer({{"Date", "2"}, {"Alt-Svc", "clear"}});
        QCOMPARE(told({{h1, later}, {h2, h2Later}}),
                 (QStringList{"protocol-dependent field alt-svc", "volatile field date"}));
    }

    // There over one version alone, with a new value each time.
    void presenceDependsThoughTheValueDoesNot()
    {
        const auto without = answer({});
        QCOMPARE(told({{without, without}, {answer({{"X-Id", "1"}}), answer({{"X-Id", "2"}})}}),
                 QStringList("protocol-dependent field x-id"));
        // Sometimes there over both: no protocol's doing.
        const auto with = answer({{"X-Id", "1"}});
        QCOMPARE(told({{without, with}, {without, with}}), QStringList("volatile field x-id"));
    }

    void oneAnswerProvesNothing()
    {
        const auto a = answer({{"Server", "a"}});
        const auto b = answer({{"Server", "b"}});
        QCOMPARE(told({{a}, {b}}), QStringList("seen-once field server"));
    }

    void cookiesAreNeverJoined()
    {
        const auto h1 = answer({{"Set-Cookie", "sid=1; Path=/"}, {"Set-Cookie", "theme=dark"}});
        const auto later = answer({{"Set-Cookie", "sid=2; Path=/"}, {"Set-Cookie", "theme=dark"}});
        const auto h2 = answer({{"set-cookie", "sid=3; Path=/"}, {"set-cookie", "theme=light"}});
        const auto h2Later =
            answer({{"set-cookie", "sid=4; Path=/"}, {"set-cookie", "theme=light"}});
        QCOMPARE(told({{h1, later}, {h2, h2Later}}),
                 (QStringList{"protocol-dependent cookie theme", "volatile cookie sid"}));
    }

    void jsonIsComparedByPlace()
    {
        const auto body = [](int time, const char *proto) {
            return answer({}, QStringLiteral("{\"time\":%1,\"via\":{\"proto\":\"%2\"},\"n\":[1,2]}")
                                  .arg(time)
                                  .arg(QLatin1String(proto))
                                  .toUtf8());
        };
        QCOMPARE(
            told({{body(1, "h1"), body(2, "h1")}, {body(3, "h2"), body(4, "h2")}}),
            (QStringList{"protocol-dependent body-part /via/proto", "volatile body-part /time"}));
        // White space and order of keys are no difference.
        QCOMPARE(
            told({{answer({}, "{\"a\":1,\"b\":2}"), answer({}, "{\"a\":1,\"b\":2}")},
                  {answer({}, "{ \"b\": 2, \"a\": 1 }"), answer({}, "{ \"b\": 2, \"a\": 1 }")}}),
            QStringList());
    }

    void textIsComparedByLine()
    {
        const auto h1 = answer({}, "one\ntoken 1\nthree");
        const auto later = answer({}, "one\ntoken 2\nthree");
        const auto h2 = answer({}, "one\ntoken 3\nTHREE");
        const auto h2Later = answer({}, "one\ntoken 4\nTHREE");
        QCOMPARE(told({{h1, later}, {h2, h2Later}}),
                 (QStringList{"protocol-dependent body-part     3", "volatile body-part     2"}));
    }

    void binaryIsComparedAsAWhole()
    {
        const QByteArray a("\0\1\2", 3);
        const QByteArray b("\0\1\3", 3);
        QCOMPARE(told({{answer({}, a), answer({}, a)}, {answer({}, b), answer({}, b)}}),
                 QStringList("protocol-dependent body"));
        QCOMPARE(told({{answer({}, a), answer({}, b)}, {answer({}, b), answer({}, a)}}),
                 QStringList("volatile body"));
    }

    void everythingElse_data()
    {
        QTest::addColumn<QByteArray>("change");
        for (const char *aspect : {"status", "interim 103", "trailer x-sum", "coding", "redirects",
                                   "end", "server", "certificate", "tls"})
            QTest::newRow(aspect) << QByteArray(aspect);
    }
    void everythingElse()
    {
        QFETCH(QByteArray, change);
        auto h1 = answer({});
        auto h2 = h1;
        if (change == "status")
            h2.status = 404;
        else if (change == "interim 103")
            h2.interim = {{.status = 103, .headers = {{"Link", "</a>"}}}};
        else if (change == "trailer x-sum")
            h2.trailers = {{"X-Sum", "1"}};
        else if (change == "coding")
            h2.contentCodings = "gzip";
        else if (change == "redirects")
            h2.redirects = {"http://a.test/"};
        else if (change == "end")
            h1.proven = false;
        else if (change == "server")
            h2.server = "192.0.2.1:443";
        else if (change == "certificate")
            h2.certificate = "x";
        else
            h2.tls = "TLSv1.2";
        QCOMPARE(told({{h1, h1}, {h2, h2}}),
                 QStringList("protocol-dependent " + QString::fromLatin1(change)));
    }

    // What a hostile server sends costs bounded time and says so in one line.
    void deepAndLargeBodies()
    {
        QByteArray deep;
        for (int i = 0; i < 200; ++i)
            deep += '[';
        for (int i = 0; i < 200; ++i)
            deep += ']';
        QCOMPARE(told({{answer({}, deep), answer({}, deep)},
                       {answer({}, deep + ' '), answer({}, deep + ' ')}}),
                 QStringList("protocol-dependent body-part     1"));
        QByteArray lines(20'000, '\n');
        QByteArray other = lines + 'x';
        QCOMPARE(
            told({{answer({}, lines), answer({}, lines)}, {answer({}, other), answer({}, other)}}),
            QStringList("protocol-dependent body"));
        const auto differences = compareResponses(std::vector<std::vector<Observation>>{
            {answer({{"A", QByteArray(10'000, 'a')}})}, {answer({})}});
        QCOMPARE(differences.front().values.front()->size(), 500);
        QVERIFY(!differences.front().values.back());
    }
};

QTEST_GUILESS_MAIN(TestSemanticDiff)
#include "tst_semantic_diff.moc"

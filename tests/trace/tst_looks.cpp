// The projections behind overview, TLS and timing panes: layers of size, checks of certificates,
// the wait split, what a server says of its time, names of TLS messages.
#include "trace/certificate_checks.h"
#include "trace/conversation.h"
#include "trace/size_layers.h"
#include "trace/wait_split.h"

#include <QTest>

using namespace sonde;
using namespace sonde::trace;
using namespace std::chrono_literals;

namespace
{

Stamp ms(qint64 value)
{
    return {value * 1'000'000};
}

ExchangeState answered(http::Headers headers = {})
{
    Exchange exchange(http::Request{});
    exchange.update([](ExchangeState &state) { state.events = {{ms(0), 0, What::Created}}; });
    exchange.record(What::SendHeadStarted, ms(10));
    exchange.record(What::SendHeadFinished, ms(11));
    exchange.record(What::HeadStarted, ms(61));
    exchange.update([&](ExchangeState &state) {
        state.response.emplace();
        state.response->status = 200;
        state.response->headers = std::move(headers);
    });
    return exchange.state();
}

ConnectionState connectedIn(qint64 milliseconds)
{
    ConnectionState state;
    state.attempts = {{.address = "[::1]:1",
                       .started = ms(1),
                       .ended = ms(2),
                       .outcome = Attempt::Outcome::Failed},
                      {.address = "127.0.0.1:1",
                       .started = ms(2),
                       .ended = ms(2 + milliseconds),
                       .outcome = Attempt::Outcome::Connected}};
    return state;
}

Conversation pinged(Direction direction, qint64 milliseconds)
{
    Conversation conversation;
    Frame ping{.at = ms(100), .ended = ms(100), .length = 8, .direction = direction, .type = 6};
    ping.payload = PingPayload{"12345678"};
    Frame answer = ping;
    answer.number = 1;
    answer.flags = frameflag::ack;
    answer.direction = direction == Direction::Sent ? Direction::Received : Direction::Sent;
    answer.at = answer.ended = ms(100 + milliseconds);
    conversation.frames = {ping, answer};
    return conversation;
}

} // namespace

class TestLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLayeredBeforeItIsThere()
    {
        QVERIFY(!sentLayers(ExchangeState{}));
        QVERIFY(!receivedLayers(ExchangeState{}));
    }

    void layersOfHttp1AreItsText()
    {
        ExchangeState state;
        state.sentHeaders = {{"Host", "a.test"}};
        state.response = http::ResponseHead{.version = http::Version::Http11, .status = 200};
        state.sizes = {.requestHeadWire = 40,
                       .requestContent = 10,
                       .requestBodyWire = 16,
                       .responseHeadWire = 70,
                       .responseBodyWire = 900,
                       .responseEncoded = 890,
                       .responseDecoded = 3000};
        QCOMPARE(*sentLayers(state), (SizeLayers{40, 40, 16, 10, std::nullopt}));
        QCOMPARE(*receivedLayers(state), (SizeLayers{70, 70, 900, 890, 3000}));
        QCOMPARE(receivedLayers(state)->wire(), quint64(970));
    }

    void headsOfHttp2AreWrittenOut()
    {
        ExchangeState state;
        state.sentHeaders = {
            {":method", "GET"}, {":scheme", "https"}, {":authority", "a.test"}, {":path", "/x"}};
        state.sizes = {.requestHeadWire = 20, .responseHeadWire = 15};
        const QByteArray request = "GET /x HTTP/1.1\r\nHost: a.test\r\n\r\n";
        QCOMPARE(sentLayers(state)->headText, quint64(request.size()));
        QCOMPARE(sentLayers(state)->headWire, quint64(20));
        state.response = http::ResponseHead{
            .version = http::Version::Http2, .status = 200, .headers = {{"server", "b"}}};
        const QByteArray response = "HTTP/1.1 200 \r\nserver: b\r\n\r\n";
        QCOMPARE(receivedLayers(state)->headText, quint64(response.size()));
        state.response->headers = {{":status", "200"}, {"server", "b"}};
        QCOMPARE(receivedLayers(state)->headText, quint64(response.size()));
    }

    void everyCheckOfACertificateIsTold()
    {
        using Check = CertificateCheck;
        using Verdict = CertificateAnswer::Verdict;
        TlsReport report{.verification = Verification::Failed, .chain = {{}, {}}};
        report.chain[0].problems = {QStringLiteral("It expired."), QStringLiteral("Other name.")};
        report.chain[0].failed = {Check::Dates, Check::Name};
        const auto leaf = certificateAnswers(report, 0);
        QCOMPARE(leaf.size(), 5u); // nothing of another kind
        QCOMPARE(leaf[0],
                 (CertificateAnswer{Check::Dates, Verdict::Failed, QStringLiteral("It expired.")}));
        QCOMPARE(leaf[1].verdict, Verdict::Failed);
        QCOMPARE(leaf[2], (CertificateAnswer{Check::Issuer, Verdict::Passed, {}}));
        const auto issuer = certificateAnswers(report, 1);
        QCOMPARE(issuer.size(), 4u); // no name is asked of it
        QVERIFY(std::ranges::all_of(issuer, [](const CertificateAnswer &answer) {
            return answer.verdict == Verdict::Passed;
        }));
        QVERIFY(certificateAnswers(report, 2).empty());
    }

    void whatWasNotCheckedHasNotPassed()
    {
        const TlsReport report{.chain = {{}}};
        for (const auto &answer : certificateAnswers(report, 0))
            QCOMPARE(answer.verdict, CertificateAnswer::Verdict::NotChecked);
    }

    void aMissingIssuerIsToldOfTheLastSent()
    {
        TlsReport report{.verification = Verification::Failed,
                         .problem = QStringLiteral("Nobody knows who issued it."),
                         .problemDepth = 2,
                         .chain = {{}, {}}};
        QCOMPARE(certificateAnswers(report, 0)[2].verdict, CertificateAnswer::Verdict::Passed);
        const auto last = certificateAnswers(report, 1);
        const auto issuer =
            std::ranges::find(last, CertificateCheck::Issuer, &CertificateAnswer::check);
        QCOMPARE(issuer->verdict, CertificateAnswer::Verdict::Failed);
        QCOMPARE(issuer->problem, report.problem);
    }

    void problemsOfOlderRecordsAreKept()
    {
        TlsReport report{.verification = Verification::Ignored, .chain = {{}}};
        report.chain[0].problems = {QStringLiteral("Something.")};
        const auto answers = certificateAnswers(report, 0);
        QCOMPARE(answers.back().check, CertificateCheck::Other);
        QCOMPARE(answers.back().problem, QStringLiteral("Something."));
    }

    void theBlamedOneHasFailed()
    {
        const TlsReport report{.verification = Verification::Failed,
                               .problem = QStringLiteral("It is not trusted."),
                               .problemDepth = 0,
                               .chain = {{}}};
        const auto last = certificateAnswers(report, 0).back();
        QCOMPARE(last.check, CertificateCheck::Other);
        QCOMPARE(last.problem, report.problem);
    }

    void pemHasLinesOf64()
    {
        const auto pem = pemOf({.der = QByteArray(60, 'x')});
        const auto lines = pem.split('\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[0], QByteArray("-----BEGIN CERTIFICATE-----"));
        QCOMPARE(lines[1].size(), 64);
        QCOMPARE(lines[2].size(), 16);
        QCOMPARE(lines[3], QByteArray("-----END CERTIFICATE-----"));
        QCOMPARE(QByteArray::fromBase64(lines[1] + lines[2]), QByteArray(60, 'x'));
    }

    void theWaitIsSplit()
    {
        const auto state = answered();
        const auto split = splitWait(state, connectedIn(8));
        QCOMPARE(split->wait, std::chrono::nanoseconds(50ms));
        QCOMPARE(split->roundTrip, std::chrono::nanoseconds(8ms));
        QCOMPARE(split->server, std::chrono::nanoseconds(42ms));
        QCOMPARE(split->source, WaitSplit::Source::Connect);
        // A round trip that is longer than the wait leaves nothing to the server.
        QCOMPARE(splitWait(state, connectedIn(80))->server, std::chrono::nanoseconds(0));
        QVERIFY(!splitWait(state, ConnectionState{}));
        QVERIFY(!splitWait(Exchange(http::Request{}).state(), connectedIn(8)));
    }

    void aPingOfOursMeasuresBest()
    {
        const auto ours = pinged(Direction::Sent, 5);
        const auto split = splitWait(answered(), connectedIn(8), &ours);
        QCOMPARE(split->roundTrip, std::chrono::nanoseconds(5ms));
        QCOMPARE(split->source, WaitSplit::Source::Ping);
        const auto theirs = pinged(Direction::Received, 5); // how long we took to answer
        QCOMPARE(splitWait(answered(), connectedIn(8), &theirs)->source,
                 WaitSplit::Source::Connect);
    }

    void theKernelKnowsTheLeastRoundTrip()
    {
        ConnectionState state = connectedIn(8);
        state.tcp = {{.at = ms(10), .roundTrip = 4'000, .leastRoundTrip = 3'000},
                     {.at = ms(60), .roundTrip = 3'500, .leastRoundTrip = 2'500}};
        const auto split = splitWait(answered(), state);
        QCOMPARE(split->roundTrip, std::chrono::nanoseconds(2'500us));
        QCOMPARE(split->source, WaitSplit::Source::Kernel);
        const auto faster = pinged(Direction::Sent, 2);
        QCOMPARE(splitWait(answered(), state, &faster)->source, WaitSplit::Source::Ping);
        // That of TCP ends at a proxy, that of the ping does not.
        const auto slower = pinged(Direction::Sent, 9);
        QCOMPARE(splitWait(answered(), state, &slower)->source, WaitSplit::Source::Kernel);
        state.proxy = "http://127.0.0.1:3128";
        QCOMPARE(splitWait(answered(), state, &slower)->source, WaitSplit::Source::Ping);
        QCOMPARE(splitWait(answered(), state)->source, WaitSplit::Source::Kernel);
    }

    void serversTellTheirTime_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char *name, const char *value, const char *told) {
            QTest::newRow(name) << QByteArray(value) << QByteArray(told);
        };
        row("two", "db;dur=53.2, app;dur=47", "db=53200/ app=47000/");
        row("described", "cache;desc=\"Cache, \\\"cold\\\"\";DUR=\"1.5\"",
            "cache=1500/Cache, \"cold\"");
        row("no time", "miss, hit;dur=x, low;dur=-1, far;dur=1e300", "miss=/ hit=/ low=/ far=/");
        row("first counts", "a;dur=1;dur=2", "a=1000/");
        row("nothing", " , ;dur=4", "");
        row("open quote", "a;desc=\"b, c", "a=/\"b, c");
    }
    void serversTellTheirTime()
    {
        QFETCH(QByteArray, value);
        QByteArrayList told;
        for (const auto &timing : serverTimings(answered({{"Server-Timing", value}}))) {
            QByteArray text = timing.name + '=';
            if (timing.duration)
                text += QByteArray::number(timing.duration->count() / 1000);
            told << text + '/' + timing.description;
        }
        QTEST(told.join(' '), "told");
    }

    void timingsAreBounded()
    {
        QByteArray many = "a";
        for (int i = 0; i < 1000; ++i)
            many += ",b";
        QCOMPARE(serverTimings(answered({{"server-timing", many}})).size(), 50u);
    }

    void messagesHaveNames()
    {
        using Kind = TlsMessage::Kind;
        QCOMPARE(messageName({.type = 1}), QByteArray("ClientHello"));
        QCOMPARE(messageName({.type = 99}), QByteArray("type 99"));
        QCOMPARE(messageName({.kind = Kind::Alert, .type = 45}),
                 QByteArray("alert: certificate_expired"));
        QCOMPARE(messageName({.kind = Kind::ChangeCipherSpec}), QByteArray("ChangeCipherSpec"));
    }
};

QTEST_APPLESS_MAIN(TestLooks)

#include "tst_looks.moc"

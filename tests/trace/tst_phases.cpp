// The phase projection on hand-made traces: new and reused connections, 1xx, early responses,
// failures.
#include "trace/phases.h"

#include <QTest>

using namespace sonde;
using namespace sonde::trace;

namespace
{

const PhaseSpan &find(const std::vector<PhaseSpan> &spans, Phase phase)
{
    return *std::ranges::find(spans, phase, &PhaseSpan::phase);
}

Stamp ms(qint64 value)
{
    return {value * 1'000'000};
}

// An exchange whose events are set by hand, its creation at zero.
class Script
{
public:
    Script()
        : exchange(http::Request{})
    {
        exchange.update([](ExchangeState &state) { state.events = {{ms(0), 0, What::Created}}; });
        at(1, What::Dispatched);
    }
    Script &at(qint64 milliseconds, What what, quint64 value = 0)
    {
        exchange.record(what, ms(milliseconds), value);
        return *this;
    }
    Script &on(const std::shared_ptr<Connection> &connection, bool reused)
    {
        exchange.update([&](ExchangeState &state) {
            state.connection = connection;
            state.connectionReused = reused;
        });
        return *this;
    }
    Script &end(End how)
    {
        exchange.update([&](ExchangeState &state) { state.end = how; });
        return *this;
    }
    std::vector<PhaseSpan> spans() const { return phases(exchange.state()); }

    Exchange exchange;
};

std::shared_ptr<Connection> tlsConnection(ExchangeId owner)
{
    auto connection = std::make_shared<Connection>(owner, http::Origin{"https", "a.test", 443});
    connection->record(What::ResolveStarted, ms(1));
    connection->record(What::ResolveFinished, ms(3), 2);
    connection->record(What::ConnectStarted, ms(3));
    connection->record(What::ConnectFinished, ms(8));
    connection->record(What::TlsStarted, ms(8));
    connection->record(What::TlsFinished, ms(20));
    connection->record(What::Ready, ms(20));
    return connection;
}

} // namespace

class TestPhases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownedConnection()
    {
        Script script;
        script.on(tlsConnection(script.exchange.id()), false)
            .at(1, What::ConnectionAwaited)
            .at(20, What::ConnectionAssigned)
            .at(21, What::SendHeadStarted)
            .at(22, What::SendHeadFinished)
            .at(40, What::HeadStarted)
            .at(41, What::HeadFinished)
            .at(41, What::BodyStarted)
            .at(60, What::BodyFinished)
            .at(60, What::Ended)
            .end(End::ContentLength);
        const auto spans = script.spans();
        QCOMPARE(find(spans, Phase::Resolve).start, ms(1));
        QCOMPARE(find(spans, Phase::Resolve).end, ms(3));
        QCOMPARE(find(spans, Phase::Tls).state, PhaseState::Done);
        QVERIFY(!find(spans, Phase::Tls).shared);
        // The set-up phases tell it all: an owner does not wait for itself as well.
        QCOMPARE(find(spans, Phase::ConnectionWait).state, PhaseState::NotApplicable);
        QCOMPARE(find(spans, Phase::Proxy).state, PhaseState::NotApplicable);
        QCOMPARE(find(spans, Phase::Wait).start, ms(22));
        QCOMPARE(find(spans, Phase::Wait).end, ms(40));
        QVERIFY(!find(spans, Phase::Wait).early);
        QCOMPARE(find(spans, Phase::Body).end, ms(60));
        QCOMPARE(extent(script.exchange.state()).end, ms(60));
    }

    void sharedHandshake()
    {
        Script script;
        script.on(tlsConnection(ExchangeId(0)), false)
            .at(5, What::ConnectionAwaited)
            .at(20, What::ConnectionAssigned);
        const auto spans = script.spans();
        QVERIFY(find(spans, Phase::Tls).shared);
        QCOMPARE(find(spans, Phase::ConnectionWait).start, ms(5));
        QCOMPARE(find(spans, Phase::ConnectionWait).end, ms(20));
    }

    void reusedConnection()
    {
        Script script;
        script.on(tlsConnection(ExchangeId(0)), true).at(2, What::ConnectionAssigned);
        for (const Phase phase : {Phase::Resolve, Phase::Connect, Phase::Tls}) {
            QCOMPARE(find(script.spans(), phase).state, PhaseState::Reused);
            QVERIFY(!find(script.spans(), phase).start);
        }
    }

    void interimHeads()
    {
        Script script;
        script.at(2, What::SendHeadStarted)
            .at(3, What::SendHeadFinished)
            .at(10, What::InterimHeadStarted)
            .at(11, What::InterimHeadFinished, 0)
            .at(12, What::InterimHeadStarted)
            .at(13, What::InterimHeadFinished, 1)
            .at(30, What::HeadStarted);
        const auto spans = script.spans();
        QCOMPARE(std::ranges::count(spans, Phase::Interim, &PhaseSpan::phase), 2);
        // Waiting goes on through interim heads, to the first octet of the final one.
        QCOMPARE(find(spans, Phase::Wait).start, ms(3));
        QCOMPARE(find(spans, Phase::Wait).end, ms(30));
    }

    void earlyResponse()
    {
        Script script;
        script.at(2, What::SendHeadStarted)
            .at(3, What::SendHeadFinished)
            .at(3, What::SendBodyStarted)
            .at(10, What::HeadStarted)
            .at(25, What::SendBodyFinished, 1000);
        const PhaseSpan wait = find(script.spans(), Phase::Wait);
        QVERIFY(wait.early);
        QCOMPARE(*wait.end - *wait.start, std::chrono::nanoseconds(0));
        const PhaseSpan send = find(script.spans(), Phase::SendBody);
        QVERIFY2(*send.end > *wait.start, "phases of a full-duplex exchange overlap");
    }

    void failureMarksItsPhase()
    {
        Script script;
        script.at(2, What::SendHeadStarted).at(3, What::SendHeadFinished);
        script.exchange.update([](ExchangeState &state) {
            state.error = http::Error{.layer = http::Layer::Client,
                                      .code = http::Code::FirstByteTimeout,
                                      .phase = http::Phase::Wait};
        });
        script.at(50, What::Failed).end(End::Failed);
        const PhaseSpan wait = find(script.spans(), Phase::Wait);
        QCOMPARE(wait.state, PhaseState::Failed);
        QCOMPARE(wait.end, ms(50));
    }

    void failedHandshake()
    {
        Script script;
        auto connection = std::make_shared<Connection>(script.exchange.id(),
                                                       http::Origin{"https", "a.test", 443});
        connection->record(What::TlsStarted, ms(8));
        connection->record(What::TlsFailed, ms(12));
        script.on(connection, false).at(12, What::Failed).end(End::Failed);
        QCOMPARE(find(script.spans(), Phase::Tls).state, PhaseState::Failed);
        QCOMPARE(find(script.spans(), Phase::Tls).end, ms(12));
    }

    void preparationForTls()
    {
        Connection connection(ExchangeId(1), http::Origin{"https", "a.test", 443});
        const auto found = [&] { return tlsPreparation(connection.state()); };
        connection.record(What::ConnectFinished, ms(3));
        QVERIFY(!found());
        connection.record(What::TlsStarted, ms(8));
        QCOMPARE(found(), (TlsPreparation{ms(3), ms(8)}));
        // Behind a proxy it begins when that has let us through.
        connection.record(What::ProxyFinished, ms(6));
        QCOMPARE(found(), (TlsPreparation{ms(6), ms(8)}));
        connection.update([](ConnectionState &state) { state.events.back().at = ms(8); });
        QVERIFY(!found()); // less than a millisecond is no gap that anybody sees
    }

    void runningPhase()
    {
        Script script;
        script.at(2, What::SendHeadStarted);
        QCOMPARE(find(script.spans(), Phase::SendHead).state, PhaseState::Running);
        QVERIFY(!find(script.spans(), Phase::SendHead).end);
    }

    void chunksStayBounded()
    {
        Exchange exchange{http::Request{}};
        for (int i = 0; i < 65'536; ++i)
            exchange.recordChunk(ms(i), 10);
        QCOMPARE(exchange.chunks().size(), size_t(32'768));
        QCOMPARE(exchange.chunkGeneration(), 1);
        const auto tail = exchange.chunks(32'767);
        QCOMPARE(tail.front().offset, quint64(655'340));
        QCOMPARE(tail.front().length, quint32(20));
        QCOMPARE(exchange.state().sizes.responseEncoded, quint64(655'360));
    }
};

QTEST_GUILESS_MAIN(TestPhases)
#include "tst_phases.moc"

// Flow control in the HTTP/2 conversation of a connection: the ledger of its windows, what breaks
// them, and where sending stalled.
#include "http2_talk.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;
using namespace sonde::wire::test;
using trace::Direction;
using trace::Verdict;
using trace::WindowChange;

namespace
{

QByteArray words(const WindowChange &change)
{
    static const QByteArray causes[] = {"opened", "content", "update", "settings"};
    return QByteArray(change.direction == Direction::Sent ? "out " : "in ") +
           QByteArray::number(change.stream) + " " + causes[int(change.cause)] + " " +
           QByteArray::number(change.value) + " @" + QByteArray::number(change.at.ns);
}

QByteArrayList ledger(const trace::Conversation &conversation)
{
    QByteArrayList lines;
    for (const auto &change : trace::windowLedger(conversation))
        lines.append(words(change));
    return lines;
}

} // namespace

class TestConversationFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ledgerIsExact();
    void flowControlBroken_data();
    void flowControlBroken();
    void stallsWhenSending();
    void stallsOfTheConnection();
    void stallsWhenReceiving();
};

void TestConversationFlow::ledgerIsExact()
{
    Talk talk;
    talk.sent(preface + setting(4, 1000) + grow(0, 100'000));                    // 1
    talk.received(setting(4, 300) + ack);                                        // 2
    talk.sent(frame(HeadersFrame, EndHeaders, 1, get) + data(500, 1));           // 3
    talk.sent(ack);                                                              // 4
    talk.received(grow(1, 50) + grow(0, 7));                                     // 5
    talk.received(frame(HeadersFrame, EndHeaders, 1, status200) + data(200, 1)); // 6
    talk.sent(grow(1, 200));                                                     // 7
    talk.received(frame(Data, EndStream | Padded, 1,
                        QByteArray(1, '\4') + "abcde" + QByteArray(4, '\0'))); // 8
    QCOMPARE(ledger(talk.result()),
             (QByteArrayList{
                 "in 0 update 165535 @1",
                 "out 1 opened 65535 @3",
                 "in 1 opened 1000 @3",
                 "out 0 content 65035 @3",
                 "out 1 content 65035 @3",
                 "out 1 settings -200 @4", // what was sent before they took effect stays sent
                 "out 1 update -150 @5",
                 "out 0 update 65042 @5",
                 "in 0 content 165335 @6",
                 "in 1 content 800 @6",
                 "in 1 update 1000 @7",
                 "in 0 content 165325 @8",
                 "in 1 content 990 @8",
             }));
    for (const auto &each : talk.result().frames)
        QCOMPARE(each.verdict, Verdict{});
}

void TestConversationFlow::flowControlBroken_data()
{
    QTest::addColumn<QByteArray>("received");
    QTest::newRow("stream") << frame(HeadersFrame, EndHeaders, 1, status200) + data(101, 1);
    QTest::newRow("connection") << frame(HeadersFrame, EndHeaders, 1, status200) + data(100, 1) +
                                       frame(HeadersFrame, EndHeaders, 3, status200) + data(1, 3);
    QTest::newRow("window of 2^31") << grow(0, 0x7fffffff);
    QTest::newRow("stream window of 2^31") << grow(1, 0x7fffffff);
}

void TestConversationFlow::flowControlBroken()
{
    QFETCH(QByteArray, received);
    Talk talk;
    talk.sent(preface + setting(4, 100)).received(frame(Settings, 0, 0) + ack).sent(ack);
    for (const quint32 stream : {1, 3, 5, 7, 9})
        talk.sent(frame(HeadersFrame, EndHeaders, stream, get));
    // All but 100 octets of the connection are used up.
    talk.received(frame(HeadersFrame, EndHeaders, 9, status200));
    for (int left = 65'435; left > 0; left -= 100) {
        talk.sent(grow(9, 100));
        talk.received(data(std::min(left, 100), 9));
    }
    QVERIFY(!talk.last().verdict.isViolation());
    talk.received(received);
    QVERIFY(talk.last().verdict.isViolation());
    QCOMPARE(talk.last().verdict.code, quint32(http2code::flowControlError));
    QCOMPARE(talk.last().verdict.section, QByteArray("RFC 9113 section 6.9.1"));
}

void TestConversationFlow::stallsWhenSending()
{
    using Stall = trace::Stall;
    Talk talk;
    talk.sent(preface + frame(Settings, 0, 0)).received(setting(4, 100) + ack).sent(ack); // 1 2 3
    talk.sent(frame(HeadersFrame, EndHeaders, 1, get) + data(100, 1)); // 4: frames 4 and 5
    talk.now = 50;
    talk.received(grow(1, 100)); // 51
    talk.sent(data(60, 1));      // 52: at once
    QCOMPARE(
        trace::stalls(talk.result()),
        (std::vector<Stall>{
            {{4}, {51}, 5, 6, 1, Direction::Sent, Stall::Scope::Stream, Stall::Certainty::Exact}}));
    talk.sent(data(40, 1));                         // 53: used up again
    talk.received(grow(1, 100));                    // 54
    talk.sent(frame(test::Ping, 0, 0, "12345678")); // 55: the way was free, content was not there
    talk.sent(data(1, 1));
    const auto second = trace::stalls(talk.result()).at(1);
    QCOMPARE(second.certainty, Stall::Certainty::Inferred);
    QCOMPARE(second.from, trace::Stamp{53});
    QCOMPARE(second.to, trace::Stamp{54});
    // A message that was over did not wait.
    talk.sent(data(99, 1, EndStream)).received(grow(0, 1));
    QCOMPARE(trace::stalls(talk.result()).size(), size_t(2));
}

void TestConversationFlow::stallsOfTheConnection()
{
    using Stall = trace::Stall;
    Talk talk;
    talk.sent(preface + frame(Settings, 0, 0)).received(setting(4, 70'000) + ack).sent(ack);
    talk.sent(frame(HeadersFrame, EndHeaders, 1, get) + data(16'384, 1) + data(16'384, 1) +
              data(16'384, 1) + data(16'383, 1));       // 4: 65,535 in all
    talk.sent(frame(HeadersFrame, EndHeaders, 3, get)); // 5: nothing can go out with it
    talk.now = 20;
    talk.received(grow(0, 10));         // 21
    talk.sent(data(5, 1) + data(5, 3)); // 22
    const auto found = trace::stalls(talk.result());
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0].stream, quint32(1));
    QCOMPARE(found[0].from, trace::Stamp{4});
    QCOMPARE(found[0].to, trace::Stamp{21});
    QCOMPARE(found[0].scope, Stall::Scope::Connection);
    QCOMPARE(found[1].stream, quint32(3));
    QCOMPARE(found[1].from, trace::Stamp{5}); // not before it began
    QCOMPARE(found[1].certainty, Stall::Certainty::Exact);
}

void TestConversationFlow::stallsWhenReceiving()
{
    using Stall = trace::Stall;
    Talk talk;
    talk.sent(preface + setting(4, 10)).received(frame(Settings, 0, 0) + ack).sent(ack);
    talk.sent(frame(HeadersFrame, EndHeaders | EndStream, 1, get));             // 4
    talk.received(frame(HeadersFrame, EndHeaders, 1, status200) + data(10, 1)); // 5
    talk.now = 30;
    talk.sent(grow(1, 10));               // 31
    talk.received(data(3, 1));            // 32
    talk.received(data(7, 1, EndStream)); // 33: the window is used up, and so is the message
    QCOMPARE(trace::stalls(talk.result()), (std::vector<Stall>{{{5},
                                                                {32},
                                                                6,
                                                                7,
                                                                1,
                                                                Direction::Received,
                                                                Stall::Scope::Stream,
                                                                Stall::Certainty::Inferred}}));
}

QTEST_GUILESS_MAIN(TestConversationFlow)
#include "tst_conversation_flow.moc"

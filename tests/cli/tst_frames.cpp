// Frames in words: every type with what it adds, verdicts, and nothing that could command a
// terminal.
#include "cli/frames.h"

#include <QTest>

using namespace sonde;
using namespace sonde::cli;
using trace::Frame;
using trace::FrameType;

class TestFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<Frame>("frame");
        QTest::addColumn<QByteArray>("line");
        const auto add = [](FrameType type, quint8 flags, quint32 stream, quint32 length,
                            trace::FramePayload payload, const QByteArray &line) {
            QTest::addRow("%s", line.constData()) << Frame{.length = length,
                                                           .stream = stream,
                                                           .type = quint8(type),
                                                           .flags = flags,
                                                           .payload = std::move(payload)}
                                                  << line;
        };
        add(FrameType::Data, 1, 3, 10, trace::DataPayload{5, 10},
            "DATA stream=3 flags=END_STREAM length=10 offset=5");
        add(FrameType::Headers, 0x24, 1, 9,
            trace::HeadersPayload{trace::StreamPriority{3, 200, true}, 4},
            "HEADERS stream=1 flags=END_HEADERS,PRIORITY length=9 dependency=3 weight=200 "
            "exclusive");
        add(FrameType::RstStream, 0, 1, 4, trace::RstStreamPayload{8},
            "RST_STREAM stream=1 length=4 code=CANCEL");
        add(FrameType::Settings, 0, 0, 12, trace::SettingsPayload{{{3, 100}, {0xf0, 1}}},
            "SETTINGS stream=0 length=12 MAX_CONCURRENT_STREAMS=100 SETTING_0xf0=1");
        add(FrameType::Ping, 1, 0, 8, trace::PingPayload{"12345678"},
            "PING stream=0 flags=ACK length=8 opaque=3132333435363738");
        add(FrameType::GoAway, 0, 0, 11, trace::GoAwayPayload{7, 2, "a\x1b["},
            "GOAWAY stream=0 length=11 last=7 code=INTERNAL_ERROR debug=\"a\\x1b[\"");
        add(FrameType::WindowUpdate, 0, 0, 4, trace::WindowUpdatePayload{100},
            "WINDOW_UPDATE stream=0 length=4 increment=100");
        add(FrameType::PriorityUpdate, 0, 0, 7, trace::PriorityUpdatePayload{5, "u=1"},
            "PRIORITY_UPDATE stream=0 length=7 prioritized=5 value=\"u=1\"");
        add(FrameType(0x1f), 0x40, 9, 1, trace::OpaquePayload{"x"},
            "TYPE_0x1f stream=9 flags=0x40 length=1");
    }
    void lines()
    {
        QFETCH(Frame, frame);
        QTEST(frameLine(frame), "line");
    }

    void verdictsStandAtTheEnd()
    {
        Frame frame{.type = quint8(FrameType::WindowUpdate),
                    .payload = trace::WindowUpdatePayload{0}};
        frame.verdict = {.kind = trace::Verdict::Kind::Violation,
                         .code = 1,
                         .section = "RFC 9113 section 6.9",
                         .sentence = QStringLiteral("It grows by nothing.")};
        QVERIFY(frameLine(frame).endsWith(
            "increment=0 violation: It grows by nothing. (RFC 9113 section 6.9)"));
    }

    void neighboursShareALine()
    {
        const Frame frame{.length = 10, .stream = 1, .payload = trace::DataPayload{5, 10}};
        QCOMPARE(contentLine(frame, 3, 30), "DATA stream=1 frames=3 length=30 offset=5");
        QCOMPARE(contentLine(frame, 1, 10), frameLine(frame));
    }
};

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"

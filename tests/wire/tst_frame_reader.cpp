// The frame reader against the public frames, cut everywhere, with content left out, and against
// lengths that lie.
#include "http2_pair.h"
#include "wire/frame_reader.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace sonde;
using namespace sonde::wire;
using trace::Direction;

namespace
{

const QByteArray settings = test::frame(test::Settings, 0, 0);
const QByteArray preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

using Reads = std::vector<FrameReader::Read>;

void read(FrameReader &reader, QByteArrayView octets, trace::Stamp at, Reads &frames)
{
    while (auto frame = reader.next(octets, at))
        frames.push_back(*std::move(frame));
}

void skip(FrameReader &reader, quint64 octets, trace::Stamp at, Reads &frames)
{
    reader.skip(octets, at);
    read(reader, {}, at, frames);
}

Reads readAll(QByteArrayView octets, Direction direction = Direction::Received)
{
    FrameReader reader(direction);
    Reads frames;
    read(reader, octets, {1}, frames);
    return frames;
}

// The only frame after SETTINGS.
FrameReader::Read readOne(QByteArrayView octets)
{
    auto frames = readAll(settings + octets.toByteArray());
    if (frames.size() != 2)
        qFatal("%zu frames", frames.size());
    return frames[1];
}

// A JSON member, null as 0.
quint32 number(const QJsonObject &object, const char *member)
{
    return quint32(object[QLatin1String(member)].toInteger());
}

QByteArray text(const QJsonObject &object, const char *member)
{
    return object[QLatin1String(member)].toString().toLatin1();
}

trace::StreamPriority priorityOf(const QJsonObject &object)
{
    return {number(object, "stream_dependency"), quint16(number(object, "weight")),
            object[u"exclusive"].toBool()};
}

trace::FramePayload expectedPayload(quint8 type, const QJsonObject &object)
{
    using namespace trace;
    const auto fragment = quint32(text(object, "header_block_fragment").size());
    switch (trace::FrameType(type)) {
    case trace::FrameType::Data:
        return DataPayload{0, quint32(text(object, "data").size())};
    case trace::FrameType::Headers: {
        HeadersPayload payload{.fragmentOctets = fragment};
        if (!object[u"weight"].isNull())
            payload.priority = priorityOf(object);
        return payload;
    }
    case trace::FrameType::Priority:
        return PriorityPayload{priorityOf(object)};
    case trace::FrameType::RstStream:
        return RstStreamPayload{number(object, "error_code")};
    case trace::FrameType::Settings: {
        SettingsPayload payload;
        for (const auto &pair : object[u"settings"].toArray())
            payload.values.push_back({quint16(pair[0].toInteger()), quint32(pair[1].toInteger())});
        return payload;
    }
    case trace::FrameType::PushPromise:
        return PushPromisePayload{number(object, "promised_stream_id"), fragment};
    case trace::FrameType::Ping:
        return PingPayload{text(object, "opaque_data")};
    case trace::FrameType::GoAway:
        return GoAwayPayload{number(object, "last_stream_id"), number(object, "error_code"),
                             text(object, "additional_debug_data")};
    case trace::FrameType::WindowUpdate:
        return WindowUpdatePayload{number(object, "window_size_increment")};
    case trace::FrameType::Continuation:
        return ContinuationPayload{fragment};
    default:
        return OpaquePayload{};
    }
}

// A bit of everything, as a server might say it.
QByteArray conversation()
{
    using namespace test;
    return settings + frame(Settings, 0, 0, QByteArray::fromHex("000400100000000500008000")) +
           frame(HeadersFrame, 0, 1, "abc") + frame(Continuation, EndHeaders, 1, "de") +
           frame(Data, 0, 1, QByteArray(300, 'x')) +
           frame(Data, Padded, 1, QByteArray(1, '\5') + "hello" + QByteArray(5, '\0')) +
           frame(Data, Padded, 1, QByteArray(1, '\3') + QByteArray(3, '\0')) + frame(Data, 0, 1) +
           frame(test::Ping, 0, 0, "12345678") + frame(0x77, 0xff, 9, "whatever") +
           frame(Data, EndStream, 1, "end") + frame(7, 0, 0, QByteArray(8, '\0') + "bye");
}

bool isSame(const Reads &a, const Reads &b)
{
    return std::ranges::equal(a, b, [](const auto &x, const auto &y) {
        auto left = x.frame;
        left.at = y.frame.at;
        left.ended = y.frame.ended;
        return left == y.frame && x.fragment == y.fragment;
    });
}

} // namespace

class TestFrameReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suite_data();
    void suite();
    void readsTheNewerTypes();
    void verdicts_data();
    void verdicts();
    void cutAnywhere();
    void contentLeftOut();
    void beginsWithThePreface();
    void tellsWhatIsNoHttp2();
    void lengthsThatLie();
    void tellsWhatIsUnfinished();
    void stampsFirstAndLastOctet();
    void namesThings();
};

void TestFrameReader::suite_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(SONDE_SUITES "/http2-frames"), {QStringLiteral("*.json")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = files.next();
        QTest::addRow("%s", qPrintable(path.section(u'/', -2))) << path;
    }
}

void TestFrameReader::suite()
{
    if (!QDir(QStringLiteral(SONDE_SUITES "/http2-frames")).exists()) {
        if (qEnvironmentVariableIsSet("CI"))
            QFAIL("the http2-frames suite is missing");
        QSKIP("the http2-frames suite is not here: nothing was tested");
    }
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto test = QJsonDocument::fromJson(file.readAll()).object();
    const auto wire = QByteArray::fromHex(test[u"wire"].toString().toLatin1());
    const auto [frame, fragment] = readOne(wire);
    if (const auto codes = test[u"error"].toArray(); !codes.isEmpty()) {
        QVERIFY(frame.verdict.isViolation());
        QVERIFY(codes.contains(qint64(frame.verdict.code)));
        QVERIFY(frame.verdict.section.startsWith("RFC 9113 section "));
        QVERIFY(!frame.verdict.sentence.isEmpty());
        return;
    }
    const auto expected = test[u"frame"].toObject();
    const auto payload = expected[u"frame_payload"].toObject();
    QVERIFY(!frame.verdict.isViolation());
    QCOMPARE(frame.length, number(expected, "length"));
    QCOMPARE(frame.type, quint8(number(expected, "type")));
    QCOMPARE(frame.flags, quint8(number(expected, "flags")));
    QCOMPARE(frame.stream, number(expected, "stream_identifier"));
    QCOMPARE(frame.padding, quint16(number(payload, "padding_length")));
    QVERIFY(frame.payload == expectedPayload(frame.type, payload));
    QCOMPARE(fragment, text(payload, "header_block_fragment"));
}

void TestFrameReader::readsTheNewerTypes()
{
    using namespace test;
    const QByteArray origins = QByteArray::fromHex("000d") + "https://a.tst" +
                               QByteArray::fromHex("000d") + "https://b.tst";
    const auto origin = readOne(test::frame(12, 0, 0, origins)).frame;
    QVERIFY(origin.payload ==
            trace::FramePayload(trace::OriginPayload{{"https://a.tst", "https://b.tst"}}));
    QCOMPARE(origin.verdict.kind, trace::Verdict::Kind::Ignored);
    const auto alternative =
        readOne(test::frame(10, 0, 1, QByteArray(2, '\0') + "h3=\":443\"")).frame;
    QVERIFY(alternative.payload == trace::FramePayload(trace::AltSvcPayload{"", "h3=\":443\""}));
    const auto update =
        readAll(preface + settings + test::frame(16, 0, 0, number32(5) + "u=1"), Direction::Sent)[1]
            .frame;
    QVERIFY(update.payload == trace::FramePayload(trace::PriorityUpdatePayload{5, "u=1"}));
    QCOMPARE(update.verdict, trace::Verdict{});
    const auto strange = readOne(test::frame(0x1f, 0, 3, QByteArray(300, 'x'))).frame;
    QVERIFY(strange.payload == trace::FramePayload(trace::OpaquePayload{QByteArray(256, 'x')}));
    QCOMPARE(strange.verdict.kind, trace::Verdict::Kind::Ignored);
}

void TestFrameReader::verdicts_data()
{
    using namespace test;
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<quint32>("code");
    const auto add = [](const char *name, const QByteArray &octets, quint32 code) {
        QTest::newRow(name) << octets << code;
    };
    const auto pair = [](quint16 id, quint32 value) {
        return test::frame(Settings, 0, 0, number32(id).sliced(2) + number32(value));
    };
    add("a server enables push", pair(2, 1), 1);
    add("push is 2", pair(2, 2), 1);
    add("a window of 2^31", pair(4, 0x80000000), 3);
    add("the largest window", pair(4, 0x7fffffff), 0);
    add("frames of 16383", pair(5, 16'383), 1);
    add("frames of 2^24", pair(5, 1 << 24), 1);
    add("a setting that is not known", pair(0xf0, 1), 0);
    add("two settings, the first wrong",
        test::frame(Settings, 0, 0, QByteArray::fromHex("000200000001000400000001")), 1);
    add("PRIORITY_UPDATE from a server", test::frame(16, 0, 0, number32(5)), 1);
    add("PRIORITY_UPDATE on a stream", test::frame(16, 0, 3, number32(5)), 1);
    add("PRIORITY_UPDATE cut off", test::frame(16, 0, 0, "ab"), 6);
    add("padding without its length", test::frame(HeadersFrame, Padded, 1), 6);
    add("DATA, padding without its length", test::frame(Data, Padded, 1), 6);
    add("priority cut off", test::frame(HeadersFrame, 0x20, 1, "abcd"), 6);
    add("CONTINUATION on stream 0", test::frame(Continuation, 0, 0, "a"), 1);
    add("promise cut off", test::frame(test::PushPromise, 0, 1, "abc"), 6);
    add("ORIGIN on a stream is ignored", test::frame(12, 0, 1, QByteArray(2, '\0')), 0);
    add("ALTSVC with a length too long is ignored", test::frame(10, 0, 0, "\xff\xffx"), 0);
}

void TestFrameReader::verdicts()
{
    QFETCH(QByteArray, octets);
    QFETCH(quint32, code);
    const auto verdict = readOne(octets).frame.verdict;
    QCOMPARE(verdict.isViolation(), code != 0);
    QCOMPARE(verdict.code, code);
}

void TestFrameReader::cutAnywhere()
{
    const auto octets = conversation();
    const auto whole = readAll(octets);
    QCOMPARE(whole.size(), size_t(12));
    for (qsizetype cut = 0; cut <= octets.size(); ++cut) {
        FrameReader reader(Direction::Received);
        Reads frames;
        read(reader, QByteArrayView(octets).first(cut), {1}, frames);
        read(reader, QByteArrayView(octets).sliced(cut), {2}, frames);
        QVERIFY2(isSame(frames, whole), qPrintable(QString::number(cut)));
        QVERIFY(!reader.unfinished());
    }
    FrameReader reader(Direction::Received);
    Reads frames;
    for (qsizetype i = 0; i < octets.size(); ++i)
        read(reader, QByteArrayView(octets).sliced(i, 1), {i}, frames);
    QVERIFY(isSame(frames, whole));
    QCOMPARE(reader.offset(), quint64(octets.size()));
}

// As the record holds it: everything but the content of DATA.
void TestFrameReader::contentLeftOut()
{
    const auto octets = conversation();
    const auto whole = readAll(octets);
    QRandomGenerator random(2);
    for (int round = 0; round < 300; ++round) {
        FrameReader reader(Direction::Received);
        FrameCutter cutter(Direction::Received);
        Reads frames;
        quint64 elided = 0;
        for (qsizetype at = 0; at < octets.size();) {
            auto rest = QByteArrayView(octets).sliced(
                at, std::min<qsizetype>(1 + random.bounded(90), octets.size() - at));
            at += rest.size();
            for (;;) {
                const auto before = rest;
                const auto step = cutter.next(rest);
                if (step == FrameCutter::Step::Content) {
                    skip(reader, quint64(cutter.octets().size()), {1}, frames);
                    elided += quint64(cutter.octets().size());
                } else {
                    read(reader, before.first(before.size() - rest.size()), {1}, frames);
                }
                if (step == FrameCutter::Step::Starved)
                    break;
            }
        }
        QCOMPARE(elided, quint64(308));
        QVERIFY(isSame(frames, whole));
    }
    FrameReader reader(Direction::Received);
    Reads frames;
    read(reader, settings, {1}, frames);
    skip(reader, 1, {1}, frames); // no DATA is under way
    QVERIFY(reader.brokenAt());
}

void TestFrameReader::beginsWithThePreface()
{
    const auto frames = readAll(preface + settings, Direction::Sent);
    QCOMPARE(frames.size(), size_t(1));
    QCOMPARE(frames[0].frame.offset, quint64(24));
    QCOMPARE(frames[0].frame.verdict, trace::Verdict{});
    const auto wrong = readAll(QByteArray(24, 'x') + settings, Direction::Sent);
    QCOMPARE(wrong.size(), size_t(1));
    QCOMPARE(wrong[0].frame.verdict.section, QByteArray("RFC 9113 section 3.4"));
}

void TestFrameReader::tellsWhatIsNoHttp2()
{
    FrameReader reader(Direction::Received);
    Reads frames;
    read(reader, "HTTP/1.1 400 Bad Request\r\n\r\n", {1}, frames);
    read(reader, settings, {1}, frames);
    QCOMPARE(frames.size(), size_t(1));
    QVERIFY(frames[0].frame.verdict.isViolation());
    QCOMPARE(frames[0].frame.verdict.section, QByteArray("RFC 9113 section 3.4"));
    QVERIFY(reader.brokenAt());
    QCOMPARE(reader.offset(), quint64(28 + 9));
}

void TestFrameReader::lengthsThatLie()
{
    for (const quint8 type : {0, 1, 4, 6, 0x99}) {
        FrameReader reader(Direction::Received);
        Reads frames;
        read(reader, settings, {1}, frames);
        read(reader, QByteArray::fromHex("ffffff") + char(type) + QByteArray(5, '\1'), {1}, frames);
        QCOMPARE(frames.size(), size_t(2));
        QCOMPARE(frames[1].frame.verdict.code, quint32(6));
        QCOMPARE(frames[1].frame.length, quint32(0xffffff));
        QVERIFY(reader.brokenAt());
    }
    FrameReader larger(Direction::Received);
    larger.setMaxFrameSize(20'000);
    Reads frames;
    read(larger, settings + test::frame(test::Data, 0, 1, QByteArray(20'000, 'x')), {1}, frames);
    QCOMPARE(frames.at(1).frame.verdict, trace::Verdict{});
    QRandomGenerator random(3);
    for (int round = 0; round < 5000; ++round) {
        QByteArray octets = settings;
        for (int i = random.bounded(120); i > 0; --i)
            octets += char(random.bounded(3) ? random.bounded(17) : random.bounded(256));
        (void)readAll(octets);
    }
}

void TestFrameReader::tellsWhatIsUnfinished()
{
    FrameReader reader(Direction::Received);
    Reads frames;
    const auto data = test::frame(test::Data, 0, 1, "hello");
    read(reader, settings, {1}, frames);
    QVERIFY(!reader.unfinished());
    read(reader, data.first(3), {2}, frames);
    QVERIFY(reader.unfinished());
    read(reader, data.sliced(3, 8), {3}, frames);
    const auto coming = reader.unfinished();
    QVERIFY(coming);
    QCOMPARE(coming->at, trace::Stamp{2});
    QCOMPARE(coming->ended, trace::Stamp{3});
    QCOMPARE(coming->length, quint32(5));
    QCOMPARE(frames.size(), size_t(1));
}

void TestFrameReader::stampsFirstAndLastOctet()
{
    FrameReader reader(Direction::Received);
    Reads frames;
    const auto data = test::frame(test::Data, 0, 1, "hello");
    read(reader, settings + data.first(1), {10}, frames);
    read(reader, data.sliced(1, 9), {20}, frames);
    skip(reader, 4, {30}, frames);
    QCOMPARE(frames.size(), size_t(2));
    QCOMPARE(frames[0].frame.at, trace::Stamp{10});
    QCOMPARE(frames[0].frame.ended, trace::Stamp{10});
    QCOMPARE(frames[1].frame.at, trace::Stamp{10});
    QCOMPARE(frames[1].frame.ended, trace::Stamp{30});
    QCOMPARE(frames[1].frame.offset, quint64(9));
    QCOMPARE(frames[1].frame.end(), quint64(23));
}

void TestFrameReader::namesThings()
{
    QCOMPARE(trace::frameTypeName(9), QByteArray("CONTINUATION"));
    QCOMPARE(trace::frameTypeName(0x1f), QByteArray("TYPE_0x1f"));
    QCOMPARE(trace::frameFlagNames(1, 0x65),
             (QList<QByteArray>{"END_STREAM", "END_HEADERS", "PRIORITY", "0x40"}));
    QCOMPARE(trace::frameFlagNames(6, 1), QList<QByteArray>{"ACK"});
    QCOMPARE(trace::settingName(4), QByteArray("INITIAL_WINDOW_SIZE"));
    QCOMPARE(trace::settingName(0xf0), QByteArray("SETTING_0xf0"));
    QCOMPARE(trace::errorCodeName(9), QByteArray("COMPRESSION_ERROR"));
    QCOMPARE(trace::errorCodeName(14), QByteArray("ERROR_0xe"));
}

QTEST_GUILESS_MAIN(TestFrameReader)
#include "tst_frame_reader.moc"

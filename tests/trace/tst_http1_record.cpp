// HTTP/1 conversations from the byte log: every part with its octets, whatever the cuts.
#include "trace/http1_record.h"

#include <QTest>

using namespace sonde::trace;

namespace
{

// Octets with content between { and }, which the log does not hold.
struct Said {
    Direction direction;
    QByteArray octets;
};

QByteArray kindName(Http1Part::Kind kind)
{
    static const QByteArray names[] = {"head", "size", "content", "end", "trailers", "stray"};
    return names[int(kind)];
}

QByteArrayList listed(const Http1Record &record, Direction direction)
{
    QByteArrayList lines;
    for (const auto &part : record.parts()) {
        if (part.direction != direction)
            continue;
        auto line = QByteArray::number(part.message) + " " + kindName(part.kind) + " @" +
                    QByteArray::number(part.offset) + " " + QByteArray::number(part.size);
        if (!part.extensions.isEmpty())
            line += " " + part.extensions;
        lines.append(line);
    }
    return lines;
}

// Appends piece by piece, cut after every `step` octets.
void say(ByteLog &log, const Said &said, qsizetype step, Stamp at)
{
    QByteArray octets;
    std::vector<bool> isContent;
    bool content = false;
    for (const char octet : said.octets) {
        if (octet == '{' || octet == '}') {
            content = octet == '{';
            continue;
        }
        octets += octet;
        isContent.push_back(content);
    }
    for (qsizetype from = 0; from < octets.size(); from += step) {
        const auto size = std::min(step, octets.size() - from);
        std::vector<ByteLog::Gap> gaps;
        for (qsizetype i = 0; i < size; ++i) {
            if (!isContent[size_t(from + i)])
                continue;
            if (!gaps.empty() && gaps.back().at + gaps.back().octets == i)
                ++gaps.back().octets;
            else
                gaps.push_back({quint32(i), 1});
        }
        log.append(said.direction, at, octets.sliced(from, size), gaps);
    }
}

const std::vector<Said> conversation{
    {Direction::Sent, "POST /a HTTP/1.1\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n"
                      "5\r\n{hello}\r\n0\r\n\r\n"},
    {Direction::Received, "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                          "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
                          "3;name=\"va;lue\"\r\n{abc}\r\n00A ;x\r\n{0123456789}\r\n"
                          "0\r\nTrailer: t\r\n\r\n"},
    {Direction::Sent, "HEAD /b HTTP/1.1\r\n\r\nGET /c HTTP/1.1\n\n"},
    {Direction::Received, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n{body}\r\n"},
};

} // namespace

class TestHttp1Record : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsWhateverTheCuts_data()
    {
        QTest::addColumn<int>("step");
        for (const int step : {1, 2, 3, 7, 20, 100'000})
            QTest::addRow("%d octets at a time", step) << step;
    }
    void partsWhateverTheCuts()
    {
        QFETCH(int, step);
        ByteLog log;
        Http1Record record;
        qint64 now = 0;
        for (const auto &said : conversation) {
            say(log, said, step, {++now});
            while (record.readOn(log)) {
            }
        }
        QCOMPARE(
            listed(record, Direction::Sent),
            (QByteArrayList{"1 head @0 54", "1 size @54 5", "1 content @57 5", "1 end @62 2",
                            "1 size @64 0", "1 trailers @67 2", "2 head @69 20", "3 head @89 17"}));
        QCOMPARE(listed(record, Direction::Received),
                 (QByteArrayList{"1 head @0 37", "1 head @37 47", "1 size @84 3 ;name=\"va;lue\"",
                                 "1 content @101 3", "1 end @104 2", "1 size @106 10 ;x",
                                 "1 content @114 10", "1 end @124 2", "1 size @126 0",
                                 "1 trailers @129 14", "2 head @143 47", "3 head @190 38",
                                 "3 content @228 4", "3 stray @232 2"}));
        // All that was kept is there, as it stood.
        QByteArray octets;
        for (const auto &part : record.parts()) {
            if (part.direction == Direction::Received)
                octets += part.octets;
        }
        QVERIFY(octets.startsWith("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200"));
        QVERIFY(octets.contains("3;name=\"va;lue\"\r\n\r\n00A ;x\r\n\r\n0\r\nTrailer: t\r\n\r\n"));
        QCOMPARE(record.parts().front().at, Stamp{1});
    }

    void stampsFirstAndLastOctet()
    {
        Http1Record record;
        record.take({{1}, Direction::Received, 0, "HTTP/1.1 200 OK\r\n", 0});
        record.take({{2}, Direction::Received, 17, "\r", 0});
        QVERIFY(record.parts().empty());
        record.take({{3}, Direction::Received, 18, "\n", 5});
        record.take({{4}, Direction::Received, 24, "", 6});
        QCOMPARE(record.parts().size(), size_t(2));
        QCOMPARE(record.parts()[0].at, Stamp{1});
        QCOMPARE(record.parts()[0].ended, Stamp{3});
        QCOMPARE(record.parts()[1].at, Stamp{3});
        QCOMPARE(record.parts()[1].ended, Stamp{4});
        QCOMPARE(record.parts()[1].size, quint64(11));
    }

    void tellsThatTheLogWasFull()
    {
        ByteLog log(200);
        Http1Record record;
        log.append(Direction::Sent, {1}, "GET / HTTP/1.1\r\n\r\n");
        log.append(Direction::Received, {2}, QByteArray(300, 'x'));
        QVERIFY(record.readOn(log));
        QVERIFY(record.truncation());
        QVERIFY(!record.readOn(log));
    }
};

QTEST_GUILESS_MAIN(TestHttp1Record)
#include "tst_http1_record.moc"

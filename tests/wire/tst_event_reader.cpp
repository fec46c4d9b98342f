// Events out of streams: the examples of the standard, every way to cut them, and what is too long.
#include "wire/event_reader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sonde::wire;

namespace
{

std::vector<StreamEvent> read(EventReader::Form form, const QByteArray &octets, qsizetype step)
{
    const auto reader = EventReader::make(form);
    std::vector<StreamEvent> events;
    const auto collect = [&] {
        while (auto event = reader->next())
            events.push_back(*std::move(event));
    };
    for (qsizetype at = 0; at < octets.size(); at += step) {
        reader->feed(QByteArrayView(octets).sliced(at, std::min(step, octets.size() - at)));
        collect();
    }
    reader->finish();
    collect();
    return events;
}

QByteArrayList told(const std::vector<StreamEvent> &events)
{
    QByteArrayList lines;
    for (const StreamEvent &event : events)
        lines.append(event.type + '|' + event.id + '|' + event.data);
    return lines;
}

} // namespace

class TestEventReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverSent_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QByteArrayList>("events");
        const auto row = [](const char *name, const QByteArray &octets,
                            const QByteArrayList &events) {
            QTest::newRow(name) << octets << events;
        };
        row("the standard's stocks", "data: YHOO\ndata: +2\ndata: 10\n\n",
            {"message||YHOO\n+2\n10"});
        row("the standard's ids",
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\n"
            "data:  third event\n\n",
            {"message|1|first event", "message||second event", "message|| third event"});
        row("the standard's empty data", "data\n\ndata\ndata\n\ndata:\n",
            {"message||", "message||\n"});
        row("the standard's optional blank", "data:test\n\ndata: test\n\n",
            {"message||test", "message||test"});
        row("carriage returns", "event: a\rdata: 1\r\rdata: 2\r\n\r\ndata: 3\n\r\n",
            {"a||1", "message||2", "message||3"});
        row("byte order mark",
            "\xEF\xBB\xBF"
            "data: x\n\n",
            {"message||x"});
        row("mark inside",
            "data: x\n\xEF\xBB\xBF"
            "data: y\n\n",
            {"message||x"});
        row("id with NUL", QByteArray("id: 1\0\ndata: x\n\n", 16), {"message||x"});
        row("id alone stays", "id: 7\n\ndata: x\n\n", {"message|7|x"});
        row("type without data is forgotten", "event: a\n\ndata: x\n\n", {"message||x"});
        row("unknown fields", "foo: bar\ndata: x\nDATA: y\n\n", {"message||x"});
        row("unfinished", "data: x\n\ndata: y\n", {"message||x"});
        row("colon in the value", "data: a:b\n\n", {"message||a:b"});
    }

    void serverSent()
    {
        QFETCH(const QByteArray, octets);
        const auto whole = read(EventReader::Form::ServerSent, octets, octets.size());
        QTEST(told(whole), "events");
        for (qsizetype step = 1; step < octets.size(); ++step) {
            auto cut = read(EventReader::Form::ServerSent, octets, step);
            QCOMPARE(told(cut), told(whole));
        }
    }

    void offsetsCoverTheBody()
    {
        const QByteArray octets("data: 1\n\n: pause\n\ndata: 2\r\n\r\ndata: 3\n\n");
        for (qsizetype step : {1, 2, 3, 1000}) {
            const auto events = read(EventReader::Form::ServerSent, octets, step);
            QCOMPARE(events.size(), 3U);
            QCOMPARE(octets.mid(events[0].from, events[0].to - events[0].from),
                     QByteArray("data: 1\n\n"));
            QVERIFY(
                octets.mid(events[1].from, events[1].to - events[1].from).startsWith("data: 2"));
            QCOMPARE(octets.mid(events[2].from, events[2].to - events[2].from),
                     QByteArray("data: 3\n\n"));
        }
    }

    void retryAndComments()
    {
        ServerSentReader reader;
        reader.feed("retry: 2500\nretry: -1\nretry: 1s\n: one\n:two\n\nid: 9\ndata: x\n\nid: 10\n");
        QCOMPARE(reader.retry(), std::optional(std::chrono::milliseconds(2500)));
        QCOMPARE(reader.comments(), 2);
        QCOMPARE(reader.lastEventId(), QByteArray("9"));
        QVERIFY(reader.pending() > 0);
    }

    void jsonLines()
    {
        const QByteArray octets("{\"a\":1}\n\r\n \x1E[2]\r\n3");
        for (qsizetype step = 1; step <= octets.size(); ++step) {
            const auto events = read(EventReader::Form::JsonLines, octets, step);
            QCOMPARE(told(events), QByteArrayList({"||{\"a\":1}", "||[2]", "||3"}));
            QCOMPARE(events[2].to, octets.size());
        }
    }

    void longEventsAreCutAndSaidSo()
    {
        const QByteArray piece = "data: " + QByteArray(1 << 20, 'x') + '\n';
        ServerSentReader reader;
        for (int i = 0; i < 20; ++i)
            reader.feed(piece);
        reader.feed("\ndata: y\n\n");
        const auto first = reader.next();
        QVERIFY(first);
        QVERIFY(first->isCut);
        QVERIFY(first->data.size() <= EventReader::longestEvent + 32);
        const auto second = reader.next();
        QVERIFY(second);
        QCOMPARE(second->data, QByteArray("y"));
        QVERIFY(!second->isCut);

        JsonLinesReader lines;
        for (int i = 0; i < 20; ++i)
            lines.feed(QByteArray(1 << 20, 'x'));
        lines.feed("\n1\n");
        QVERIFY(lines.next()->isCut);
        QCOMPARE(lines.next()->data, QByteArray("1"));
    }

    void mediaTypes()
    {
        QCOMPARE(EventReader::formOf("text/event-stream"), EventReader::Form::ServerSent);
        QCOMPARE(EventReader::formOf("Application/X-NDJSON"), EventReader::Form::JsonLines);
        QCOMPARE(EventReader::formOf("application/json-seq"), EventReader::Form::JsonLines);
        QVERIFY(!EventReader::formOf("application/json"));
    }
};

QTEST_GUILESS_MAIN(TestEventReader)
#include "tst_event_reader.moc"

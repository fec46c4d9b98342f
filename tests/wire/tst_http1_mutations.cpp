// Broken input, made at random from a fixed seed: for any octets the sessions end, say the same
// however the octets are cut, and say nothing of a stream after its end.
#include "http1_transcript.h"
#include "wire/http1.h"

#include <QTest>

#include <random>

using namespace sonde;
using namespace sonde::wire;

namespace
{

const QByteArrayList responses{
    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nA: b\r\n\r\nhello",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: "
    "chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n3\r\nabc\r\n0\r\nT: u\r\n\r\n",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 E\r\nLink: x\r\n\r\nHTTP/1.0 204 No\r\nConnection: "
    "keep-alive\r\n\r\n",
    "\r\nHTTP/1.1 200\nA : 1\n folded\nnonsense\n: x\n\nuntil the end",
    "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: gzip, chunked\r\n\r\n1 \nx\n0\n\n",
    "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n\x01\x02\x03",
    QByteArray("\x00\x00\x12\x04\x00\x00\x00\x00\x00", 9),
    "HTTP/1.1 304 Not Modified\r\nContent-Length: 7, 7\r\nETag: \"x\"\r\n\r\n",
};

const QByteArrayList requests{
    "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhelloGET / HTTP/1.0\r\n\r\n",
    "PUT /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
    "3;x\r\nabc\r\n0\r\nT: u\r\n\r\nGET / HTTP/1.1\r\nHost: y\r\n\r\n",
    "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n\x16\x03\x01",
};

class Mutator
{
public:
    explicit Mutator(quint32 seed)
        : m_random(seed)
    {
    }

    qsizetype below(qsizetype limit)
    {
        return limit > 0 ? qsizetype(m_random() % quint64(limit)) : 0;
    }

    QByteArray mutate(const QByteArrayList &seeds)
    {
        QByteArray text = seeds[below(seeds.size())];
        for (qsizetype times = 1 + below(4); times > 0; --times)
            change(text, seeds);
        return text;
    }
    QList<qsizetype> cut(qsizetype size)
    {
        QList<qsizetype> pieces;
        while (size > 0) {
            pieces.append(std::min(size, 1 + below(12)));
            size -= pieces.last();
        }
        return pieces;
    }

private:
    void change(QByteArray &text, const QByteArrayList &seeds)
    {
        static const QByteArrayList odd{"\r",
                                        "\n",
                                        "\r\n",
                                        "\r\n\r\n",
                                        QByteArray(1, '\0'),
                                        " ",
                                        "\t",
                                        ":",
                                        ";",
                                        "0\r\n",
                                        "ffffffffffffffff",
                                        ", 5",
                                        "\xff",
                                        "close",
                                        "chunked",
                                        "Content-Length: 4\r\n",
                                        "Transfer-Encoding: chunked\r\n",
                                        "HTTP/1.1 200 OK\r\n",
                                        "\""};
        const qsizetype at = below(text.size() + 1);
        switch (below(6)) {
        case 0:
            text.insert(at, odd[below(odd.size())]);
            break;
        case 1:
            text.remove(at, 1 + below(6));
            break;
        case 2:
            if (at < text.size())
                text[at] = char(below(256));
            break;
        case 3:
            text.truncate(at);
            break;
        case 4: // a part of it again
            text.insert(at, text.sliced(at, below(text.size() - at + 1)));
            break;
        default: { // a part of another
            const QByteArray &other = seeds[below(seeds.size())];
            text.insert(at, other.sliced(below(other.size())));
        }
        }
    }

    std::mt19937 m_random;
};

// Checks what must hold of events in a row, whatever the octets were.
class Watch
{
public:
    explicit Watch(qsizetype size)
        : m_size(size)
    {
    }

    void add(const std::vector<Event> &events)
    {
        for (const Event &event : events)
            std::visit([this](const auto &e) { see(e); }, event);
    }
    [[nodiscard]] const char *problem() const { return m_problem; }
    [[nodiscard]] int ends() const { return m_ends; }
    [[nodiscard]] bool isOver() const { return m_sessionFailed; }

private:
    void expect(bool holds, const char *problem)
    {
        if (!holds && !m_problem)
            m_problem = problem;
    }
    template <typename Of>
    void ofStream(const Of &event)
    {
        expect(!m_sessionFailed, "an event after the session failed");
        expect(event.stream != m_ended, "an event of a stream after its end");
    }
    template <typename Of>
    void see(const Of &event)
    {
        ofStream(event);
    }
    void see(const ContentReceived &event)
    {
        ofStream(event);
        m_wire += event.wireOctets;
        expect(quint64(event.octets.size()) <= event.wireOctets, "content larger than its framing");
        expect(m_wire <= quint64(m_size), "more content than octets");
    }
    void see(const MessageEnded &event)
    {
        ofStream(event);
        m_ended = event.stream;
        ++m_ends;
    }
    void see(const StreamFailed &event)
    {
        ofStream(event);
        expect(!event.error.sentence.isEmpty(), "an error without a sentence");
        m_ended = event.stream;
        ++m_ends;
    }
    void see(const SessionFailed &event)
    {
        expect(!m_sessionFailed, "the session failed twice");
        expect(event.error.layer == http::Layer::Http1, "an error of another layer");
        m_sessionFailed = true;
    }
    void see(const FindingNoticed &event)
    {
        expect(!event.finding.rule.isEmpty() && event.finding.sentence.endsWith('.'),
               "a finding without rule or sentence");
        expect(event.finding.offset >= -1 && event.finding.offset <= m_size,
               "a finding outside the octets");
    }
    void see(const GoAwayReceived &) { expect(false, "GOAWAY in HTTP/1"); }

    const qsizetype m_size;
    const char *m_problem = nullptr;
    StreamId m_ended{};
    quint64 m_wire = 0;
    int m_ends = 0;
    bool m_sessionFailed = false;
};

// One session's life: what it says, and the rules it broke.
template <typename MakeSession, typename AfterFeed>
QByteArrayList live(MakeSession makeSession, AfterFeed afterFeed, const QByteArray &input,
                    const QList<qsizetype> &cut, Watch &watch)
{
    auto session = makeSession();
    Http1Transcript transcript;
    const auto take = [&] {
        const std::vector<Event> events = session->takeEvents();
        watch.add(events);
        transcript.add(events);
    };
    qsizetype at = 0;
    for (const qsizetype size : cut) {
        const QByteArray piece = input.sliced(at, size);
        session->feed(piece, {});
        afterFeed(*session);
        take();
        at += size;
    }
    session->feedEnd({});
    take();
    session->feed("late", {});
    take();
    return transcript.lines();
}

} // namespace

class TestHttp1Mutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void responsesOfAnyKind();
    void requestsOfAnyKind();
};

void TestHttp1Mutations::responsesOfAnyKind()
{
    Mutator mutator(20260101);
    int complete = 0;
    int failed = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray input = mutator.mutate(responses);
        const QByteArray method = i % 5 == 0 ? "HEAD" : i % 7 == 0 ? "CONNECT" : "GET";
        const auto open = [&] {
            auto session = makeHttp1Client();
            if (!session->open({.method = method, .target = "a:1"}, {}))
                qFatal("open");
            return session;
        };
        const auto nothing = [](ClientSession &) {};
        Watch whole(input.size());
        Watch pieces(input.size());
        const QByteArrayList said = live(open, nothing, input, {input.size()}, whole);
        const QByteArrayList again = live(open, nothing, input, mutator.cut(input.size()), pieces);
        QVERIFY2(!whole.problem(), whole.problem());
        QVERIFY2(!pieces.problem(), pieces.problem());
        if (said != again)
            qWarning() << input << "\n" << said << "\n" << again;
        QVERIFY(said == again);
        QCOMPARE(whole.ends(), 1);
        (whole.isOver() ? failed : complete) += 1;
    }
    // Both kinds must be met often, or the test tests nothing.
    QVERIFY2(complete > 3000 && failed > 3000, qPrintable(QString::number(complete)));
}

void TestHttp1Mutations::requestsOfAnyKind()
{
    Mutator mutator(7);
    int failed = 0;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray input = mutator.mutate(requests);
        Watch whole(input.size());
        Watch pieces(input.size());
        const auto nothing = [](ServerSession &) {};
        const QByteArrayList said = live(makeHttp1Server, nothing, input, {input.size()}, whole);
        const QByteArrayList again =
            live(makeHttp1Server, nothing, input, mutator.cut(input.size()), pieces);
        QVERIFY2(!whole.problem(), whole.problem());
        QVERIFY2(!pieces.problem(), pieces.problem());
        if (said != again)
            qWarning() << input << "\n" << said << "\n" << again;
        QVERIFY(said == again);
        failed += int(whole.isOver());

        // Answered at once, whatever comes.
        Watch answered(input.size());
        const auto answer = [](ServerSession &session) {
            for (quint32 stream = 1; stream < 8; ++stream)
                session.sendHead(StreamId{stream}, {.status = 404}, {});
            QByteArray out;
            std::vector<SentMark> marks;
            (void)session.drain(out, marks);
        };
        (void)live(makeHttp1Server, answer, input, mutator.cut(input.size()), answered);
        QVERIFY2(!answered.problem(), answered.problem());
    }
    QVERIFY(failed > 1000);
}

QTEST_APPLESS_MAIN(TestHttp1Mutations)
#include "tst_http1_mutations.moc"

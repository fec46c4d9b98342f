// llhttp's response cases, read in place: what its log says against what our reader makes of the
// same octets, whole, one by one, cut in two everywhere, and with octets after the end. Where we
// differ, the table below says why.
#include "http1_transcript.h"
#include "wire/http1_reader.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace sonde;
using namespace sonde::wire;

namespace
{

struct Difference {
    QByteArray title;
    QByteArray ours; // as rendered below, the messages joined with " // "
    const char *why;
};

const QList<Difference> differences{
    {"HTTP/1.1 with keep-alive disabled and 204 status (lenient)",
     R"(HTTP/1.1 204 "No content" [Connection: close] "" complete // data after close)",
     "After close nothing more is read as a message, in llhttp's default mode as in ours."},
    {"HTTP/1.1 with keep-alive disabled, content-length (lenient)",
     R"(HTTP/1.1 200 "No content" [Content-Length: 5] [Connection: close] "2ad73" complete )"
     R"(// data after close)",
     "llhttp's lenient mode drops the octets in silence; a person should be told of them."},
    {"Bare CR after response line (lenient)", "refused",
     "A lone CR is no line end and makes the head invalid (RFC 9112 section 2.2)."},
    {"Invalid HTTP version (lenient)", "refused",
     "Version 5.6 has no rules to read it by; llhttp's default mode refuses it as well."},
    {"Tab after HTTP version", R"(HTTP/1.1 200 "OK" "" open)",
     "RFC 9112 section 4 allows white space of any kind to be taken for the space."},
    {"Invalid space after start line", "nothing",
     "RFC 9112 section 2.2 allows to leave such a line out; the case ends before its head does."},
    {"Extra space between HTTP version and status code", R"(HTTP/1.1 200 "OK" "" open)",
     "As above."},
    {"Only LFs present and no body", R"(HTTP/1.1 200 "OK" [Content-Length: 0] "" complete)",
     "RFC 9112 section 2.2 allows a lone LF as a line end; llhttp's lenient mode takes it."},
    {"Only LFs present", "HTTP/1.1 200 \"OK\" [Foo: abc] [Bar: def] \"BODY\n\\\" open",
     "As above."},
    {"No carriage ret",
     R"(HTTP/1.1 200 "OK" [Content-Type: text/html; charset=utf-8] [Connection: close] )"
     R"("these headers are from http://news.ycombinator.com/" open)",
     "As above."},
    {"RTSP response", "refused", "RTSP is not HTTP."},
    {"ICE response", "refused", "ICE is not HTTP."},
    {"HTTP version 0.9", "refused", "HTTP/0.9 has no status line: this is no version at all."},
    {"Spaces in header name",
     R"(HTTP/1.1 200 "OK" [Server: Microsoft-IIS/6.0] [X-Powered-By: ASP.NET] )"
     R"([en-US Content-Type: text/xml] [Content-Type: text/xml] [Content-Length: 16] )"
     R"([Date: Fri, 23 Jul 2010 18:45:38 GMT] [Connection: keep-alive] "<xml>hello</xml>" complete)",
     "It is shown, with a finding, and nothing is made of it: no known name has a space."},
    {"Trailing space on chunked body",
     R"(HTTP/1.1 200 "OK" [Content-Type: text/plain] [Transfer-Encoding: chunked] )"
     "\"This is the data in the first chunk\r\nand this is the second one\r\n\" complete",
     "White space after a chunk size does no harm in a response, and some servers send it."},
    {"No extension after semicolon",
     R"(HTTP/1.1 200 "OK" [Host: localhost] [Transfer-encoding: chunked] "aa" complete)",
     "An extension that is ignored anyway (section 7.1.1) need not be well-formed."},
    {"Unbalanced chunk extensions quoting",
     R"(HTTP/1.1 200 "OK" [Host: localhost] [Transfer-Encoding: chunked] "hello world" open)",
     "As above: a quoted string cannot reach over a line end."},
};

// What both sides are rendered to.
struct Message {
    QByteArray head; // version, status, reason, fields
    QByteArray content;
    QByteArray state; // complete, open, tunnel, refused
};

QByteArray render(const std::vector<Message> &messages, QByteArrayView rest)
{
    QByteArrayList parts;
    for (const Message &message : messages)
        parts.append(message.head + " \"" + message.content + "\" " + message.state);
    if (!rest.isEmpty())
        parts.append(rest.toByteArray());
    return parts.isEmpty() ? QByteArray("nothing") : parts.join(" // ");
}

QByteArray renderHead(QByteArrayView version, int status, QByteArrayView reason,
                      const http::Headers &fields)
{
    QByteArray text = "HTTP/" + version.toByteArray() + ' ' + QByteArray::number(status) + " \"" +
                      reason.toByteArray() + '"';
    for (const http::Field &field : fields)
        text += " [" + field.name + ": " + field.value + ']';
    return text;
}

struct Case {
    QByteArray title;
    QByteArray meta;
    QByteArray input;
    QByteArrayList log;
};

// How llhttp's documents write octets: a backslash before a line end joins lines, all other line
// ends are CRLF, and \r \n \t stand for themselves.
QByteArray unescape(QByteArray text)
{
    if (text.endsWith('\n'))
        text.chop(1);
    text.replace("\\\n", "");
    text.replace("\n", "\r\n");
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
}

std::vector<Case> readCases(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Case> cases;
    Case current;
    QByteArray *block = nullptr;
    QByteArray log;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (block && line.startsWith("```")) {
            if (block == &log) {
                current.log = log.split('\n');
                current.input = unescape(current.input);
                cases.push_back(current);
            }
            block = nullptr;
        } else if (block) {
            *block += line + '\n';
        } else if (line == "```http") {
            current.input.clear();
            block = &current.input;
        } else if (line == "```log") {
            log.clear();
            block = &log;
        } else if (line.startsWith("##")) {
            current.title = line.sliced(line.indexOf(' ') + 1);
        } else if (line.startsWith("<!-- meta=")) {
            current.meta = line;
        }
    }
    return cases;
}

// The log as messages. Its spans of content and values come in pieces, CR and LF by name.
class LogReader
{
public:
    QByteArray read(const QByteArrayList &log)
    {
        for (const QByteArray &line : log) {
            if (!line.isEmpty())
                readLine(line);
        }
        close("open");
        return render(m_messages, m_rest);
    }

private:
    static QByteArray spanText(const QByteArray &line)
    {
        const QByteArray text = line.sliced(line.indexOf("]=") + 2);
        if (text == "cr")
            return "\r";
        if (text == "lf")
            return "\n";
        return text.sliced(1, text.size() - 2);
    }

    void close(const QByteArray &state)
    {
        if (m_headDone) {
            m_messages.back().state = state;
            m_headDone = false;
        } else if (state == "refused") {
            m_rest = "refused";
        }
    }

    void readLine(const QByteArray &line)
    {
        const QByteArrayView what = QByteArrayView(line).sliced(line.indexOf(' ') + 1);
        if (what == "message begin")
            *this = LogReader(std::move(m_messages));
        else if (line.contains("span[version]"))
            m_version = spanText(line);
        else if (line.contains("span[status]"))
            m_reason += spanText(line);
        else if (line.contains("span[header_field]"))
            m_name += spanText(line);
        else if (line.contains("span[header_value]"))
            m_value += spanText(line);
        else if (what == "header_value complete")
            m_fields.append(std::exchange(m_name, {}), foldTrimmed(std::exchange(m_value, {})));
        else if (line.contains("span[body]"))
            m_messages.back().content += spanText(line);
        else if (what.startsWith("headers complete"))
            headersComplete(line);
        else if (what == "message complete" || line == "off=NULL finish=1")
            close("complete");
        else if (line.contains("error code=22"))
            m_messages.back().state = "tunnel";
        else if (line.contains("error code=5 "))
            m_rest = "data after close";
        else if (line.contains("error code="))
            close("refused");
    }

    void headersComplete(const QByteArray &line)
    {
        const auto match = QRegularExpression("status=(\\d+)").match(QString::fromLatin1(line));
        m_messages.push_back(
            {renderHead(m_version, match.captured(1).toInt(), m_reason, m_fields), {}, {}});
        m_headDone = true;
    }

    // llhttp leaves white space at the end of values, and the line end's place in a folded one.
    static QByteArray foldTrimmed(const QByteArray &value)
    {
        static const QRegularExpression blanks("[ \\t]{2,}");
        return QString::fromLatin1(value)
            .replace("\\t", "\t")
            .trimmed()
            .replace(blanks, " ")
            .toLatin1();
    }

    std::vector<Message> m_messages;
    QByteArray m_version;
    QByteArray m_reason;
    QByteArray m_name;
    QByteArray m_value;
    QByteArray m_rest;
    http::Headers m_fields;
    bool m_headDone = false;

public:
    explicit LogReader(std::vector<Message> messages = {})
        : m_messages(std::move(messages))
    {
    }
};

// Our reader, driven as a client that has asked often enough.
class OurReader
{
public:
    enum class AtEnd { StaysOpen, Closes };

    OurReader(const QByteArray &meta, AtEnd atEnd)
        : m_expected{meta.contains("skipBody") ? "HEAD" : "GET", true}
        , m_atEnd(atEnd)
    {
        m_reader.begin(StreamId{1}, m_expected);
    }

    // The messages, and how many octets after the last one were left.
    std::pair<QByteArray, qsizetype> read(const QByteArray &input, const QList<qsizetype> &cut,
                                          qsizetype trailing)
    {
        qsizetype at = 0;
        for (const qsizetype size : cut) {
            const QByteArray piece = input.sliced(at, size);
            feed(piece);
            at += size;
        }
        const qsizetype whole = m_rest.size();
        feed(QByteArray(trailing, '!'));
        if (m_atEnd == AtEnd::Closes) {
            m_reader.feedEnd({});
            take();
        }
        return {result(), m_rest.size() - whole};
    }
    [[nodiscard]] bool endedWithTheInput() const
    {
        return m_reader.state() == Http1Reader::State::Idle;
    }

private:
    void feed(QByteArrayView octets)
    {
        while (!octets.isEmpty()) {
            if (m_reader.state() == Http1Reader::State::Idle && !m_rest.isEmpty()) {
                m_rest += octets;
                return;
            }
            octets = octets.sliced(m_reader.feed(octets, {}));
            take();
            if (m_reader.state() != Http1Reader::State::Idle || octets.isEmpty())
                continue;
            // A next message: only where the connection lives, and something else than line ends
            // comes.
            const bool more = octets.front() != '!';
            if (!m_reader.keepsAlive() || !more) {
                m_rest += octets;
                return;
            }
            m_reader.begin(StreamId{2}, m_expected);
        }
    }
    void take()
    {
        for (const Event &event : std::exchange(m_events, {})) {
            if (const auto *head = std::get_if<ResponseHeadReceived>(&event)) {
                const QByteArrayView version = http::versionName(head->head.version);
                m_messages.push_back({renderHead(version.sliced(5), head->head.status,
                                                 head->head.reason, head->head.headers),
                                      {},
                                      head->head.isInterim() ? "complete" : "open"});
            } else if (const auto *content = std::get_if<ContentReceived>(&event)) {
                m_messages.back().content += content->octets;
            } else if (std::holds_alternative<MessageEnded>(event)) {
                m_messages.back().state = "complete";
            }
        }
    }
    QByteArray result()
    {
        QByteArray rest;
        if (m_reader.state() == Http1Reader::State::Tunnel)
            m_messages.back() = {m_messages.back().head, {}, "tunnel"};
        else if (m_reader.state() == Http1Reader::State::Failed && m_reader.hasHead())
            m_messages.back().state = "refused";
        else if (m_reader.state() == Http1Reader::State::Failed)
            rest = "refused";
        else if (!m_rest.trimmed().isEmpty() && !m_rest.startsWith('!'))
            rest = "data after close";
        return render(m_messages, rest);
    }

    std::vector<Event> m_events;
    Http1Reader m_reader{Http1Role::Response, m_events};
    Http1Expected m_expected;
    AtEnd m_atEnd;
    std::vector<Message> m_messages;
    QByteArray m_rest;
};

std::vector<Case> allCases()
{
    std::vector<Case> cases;
    const QDir folder(QStringLiteral(SONDE_SUITES "/http1-responses"));
    for (const QString &name : folder.entryList({"*.md"}, QDir::Files, QDir::Name)) {
        const auto some = readCases(folder.filePath(name));
        cases.insert(cases.end(), some.begin(), some.end());
    }
    return cases;
}

} // namespace

Q_DECLARE_METATYPE(Case)

class TestHttp1Suite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void response_data();
    void response();
    void theTableNamesRealCases();
};

void TestHttp1Suite::initTestCase()
{
    if (QDir(QStringLiteral(SONDE_SUITES "/http1-responses")).exists())
        return;
    if (qEnvironmentVariableIsSet("CI"))
        QFAIL("The public test vectors are missing: " SONDE_SUITES "/http1-responses");
    QSKIP("THE PUBLIC TEST VECTORS ARE MISSING, nothing was tested: " SONDE_SUITES
          "/http1-responses");
}

void TestHttp1Suite::response_data()
{
    QTest::addColumn<Case>("one");
    const auto cases = allCases();
    QVERIFY(cases.size() >= 85);
    for (const Case &one : cases)
        QTest::newRow(one.title.constData()) << one;
}

void TestHttp1Suite::response()
{
    QFETCH(Case, one);
    const QByteArray theirs = LogReader().read(one.log);
    const auto different = std::ranges::find(differences, one.title, &Difference::title);
    const QByteArray expected = different == differences.end() ? theirs : different->ours;
    if (different != differences.end())
        QVERIFY2(theirs != different->ours, "No difference any more: take it out of the table.");

    const auto atEnd =
        one.meta.contains("finish") ? OurReader::AtEnd::Closes : OurReader::AtEnd::StaysOpen;
    for (const auto &cut : cuttings(one.input.size())) {
        OurReader reader(one.meta, atEnd);
        QCOMPARE(reader.read(one.input, cut, 0).first, expected);
    }
    // With octets after the end: the messages that had ended are the same, and nothing of it is
    // taken.
    OurReader before(one.meta, OurReader::AtEnd::StaysOpen);
    const QByteArray without = before.read(one.input, {one.input.size()}, 0).first;
    if (!before.endedWithTheInput())
        return;
    for (const auto &cut : cuttings(one.input.size())) {
        OurReader reader(one.meta, OurReader::AtEnd::StaysOpen);
        const auto [messages, left] = reader.read(one.input, cut, 40);
        QCOMPARE(messages, without);
        QCOMPARE(left, 40);
    }
}

void TestHttp1Suite::theTableNamesRealCases()
{
    const auto cases = allCases();
    for (const Difference &difference : differences) {
        QVERIFY2(std::ranges::count(cases, difference.title, &Case::title) > 0,
                 difference.title.constData());
        QVERIFY(qstrlen(difference.why) > 5);
    }
}

QTEST_APPLESS_MAIN(TestHttp1Suite)
#include "tst_http1_suite.moc"

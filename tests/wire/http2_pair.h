// A client and a server wired in memory, and what each was told, as text. Shared by the HTTP/2
// tests.
#pragma once

#include "wire/http2.h"

#include <QMap>
#include <QStringList>

namespace sonde::wire::test
{

// Copies every fact out of events, per stream, so that two ways of cutting octets can be compared.
class Http2Log
{
public:
    void add(std::vector<Event> events)
    {
        for (const Event &event : events)
            std::visit([this](const auto &e) { note(e); }, event);
    }
    // The lines of one stream; 0: of the connection.
    QStringList lines(quint32 stream) const { return m_lines.value(stream); }
    QByteArray content(quint32 stream) const { return m_content.value(stream); }
    quint64 contentWire(quint32 stream) const { return m_contentWire.value(stream); }
    quint64 headWire(quint32 stream) const { return m_headWire.value(stream); }
    std::optional<http::Error> error(quint32 stream) const
    {
        return m_errors.contains(stream) ? std::optional(m_errors.value(stream)) : std::nullopt;
    }
    std::optional<http::Error> sessionError;
    std::vector<ResponseHeadReceived> heads;
    std::vector<RequestHeadReceived> requests;
    std::vector<TrailersReceived> trailers;
    std::vector<trace::Finding> findings;
    int contentWanted = 0;
    int ended = 0;

    bool operator==(const Http2Log &other) const
    {
        return m_lines == other.m_lines && m_content == other.m_content &&
               m_contentWire == other.m_contentWire && m_headWire == other.m_headWire;
    }

private:
    void line(StreamId stream, const QString &text) { m_lines[quint32(stream)] += text; }
    static QString fields(const http::Headers &headers)
    {
        QStringList all;
        for (const http::Field &field : headers)
            all += QString::fromLatin1(field.name + ": " + field.value);
        return all.join(QStringLiteral("; "));
    }
    void note(const HeadStarted &e) { line(e.stream, QStringLiteral("head begins")); }
    void note(const ResponseHeadReceived &e)
    {
        line(e.stream,
             QStringLiteral("head %1 {%2}").arg(e.head.status).arg(fields(e.head.headers)));
        m_headWire[quint32(e.stream)] += e.wireOctets;
        heads.push_back(e);
    }
    void note(const RequestHeadReceived &e)
    {
        line(e.stream, QString::fromLatin1(e.head.method + " " + e.head.scheme + "://" +
                                           e.head.authority + e.head.target + " {") +
                           fields(e.head.headers) + QStringLiteral("}"));
        requests.push_back(e);
    }
    void note(const ContentReceived &e)
    {
        m_content[quint32(e.stream)] += e.octets.toByteArray();
        m_contentWire[quint32(e.stream)] += e.wireOctets;
        QStringList &all = m_lines[quint32(e.stream)];
        if (all.isEmpty() || all.last() != QLatin1String("content"))
            all += QStringLiteral("content");
    }
    void note(const TrailersReceived &e)
    {
        line(e.stream, QStringLiteral("trailers {%1}").arg(fields(e.trailers)));
        trailers.push_back(e);
    }
    void note(const MessageEnded &e)
    {
        ++ended;
        m_contentWire[quint32(e.stream)] += e.wireOctets;
        line(e.stream, QStringLiteral("end"));
    }
    void note(const StreamFailed &e)
    {
        line(e.stream, QStringLiteral("failed: ") + e.error.sentence);
        m_errors[quint32(e.stream)] = e.error;
    }
    void note(const ContentWanted &) { ++contentWanted; }
    void note(const GoAwayReceived &e)
    {
        line({}, QStringLiteral("goaway %1 last %2 %3")
                     .arg(e.code)
                     .arg(quint32(e.lastStream))
                     .arg(QString::fromLatin1(e.debug)));
    }
    void note(const FindingNoticed &e)
    {
        line(e.stream, QStringLiteral("finding ") + QString::fromLatin1(e.finding.rule));
        findings.push_back(e.finding);
    }
    void note(const SessionFailed &e)
    {
        line({}, QStringLiteral("failed: ") + e.error.sentence);
        sessionError = e.error;
    }

    QMap<quint32, QStringList> m_lines;
    QMap<quint32, QByteArray> m_content;
    QMap<quint32, quint64> m_contentWire;
    QMap<quint32, quint64> m_headWire;
    QMap<quint32, http::Error> m_errors;
};

enum class Cut { Whole, Octets };

// Feeds octets whole or one by one, telling the log at once, as views die with the next feed.
inline void feed(Session &session, Http2Log &log, QByteArrayView octets, Cut cut,
                 trace::Stamp at = {1})
{
    const qsizetype step = cut == Cut::Whole ? std::max<qsizetype>(1, octets.size()) : 1;
    for (qsizetype i = 0; i < octets.size(); i += step) {
        const QByteArray piece = octets.sliced(i, std::min(step, octets.size() - i)).toByteArray();
        session.feed(piece, at);
        log.add(session.takeEvents());
    }
}

// A client and a server with a wire between them.
class Http2Pair
{
public:
    explicit Http2Pair(const Http2Options &ofClient = {}, const Http2Options &ofServer = {},
                       Cut how = Cut::Whole)
        : client(makeHttp2Client(ofClient))
        , server(makeHttp2Server(ofServer))
        , cut(how)
    {
        pump();
    }

    // Moves octets until both are quiet. Returns how many the client sent.
    quint64 pump()
    {
        quint64 sent = 0;
        for (bool busy = true; busy;) {
            QByteArray up;
            QByteArray down;
            busy = client->drain(up, clientMarks);
            clientLog.add(client->takeEvents());
            feed(*server, serverLog, up, cut);
            busy |= server->drain(down, serverMarks);
            serverLog.add(server->takeEvents());
            feed(*client, clientLog, down, cut);
            sent += quint64(up.size());
            received += quint64(down.size());
        }
        return sent;
    }

    StreamId get(const QByteArray &path)
    {
        RequestHead head;
        head.authority = "a.test";
        head.target = path;
        return *client->open(head, {});
    }
    StreamId post(const QByteArray &path)
    {
        RequestHead head;
        head.method = "POST";
        head.authority = "a.test";
        head.target = path;
        return *client->open(head, {ContentLength::Kind::Unknown});
    }
    // Answers with 200 and all of the content at once (64 KiB at most).
    void answer(StreamId stream, const QByteArray &content, const http::Headers &headers = {})
    {
        server->sendHead(stream, {.status = 200, .headers = headers},
                         {ContentLength::Kind::Unknown});
        server->sendContent(stream, content);
        server->endContent(stream);
    }

    std::unique_ptr<ClientSession> client;
    std::unique_ptr<ServerSession> server;
    Http2Log clientLog;
    Http2Log serverLog;
    std::vector<SentMark> clientMarks;
    std::vector<SentMark> serverMarks;
    quint64 received = 0; // octets that the client was fed
    Cut cut;
};

// --- frames by hand ---

enum FrameType : quint8 {
    Data = 0,
    HeadersFrame = 1,
    RstStream = 3,
    Settings = 4,
    PushPromise = 5,
    Ping = 6,
    GoAwayFrame = 7,
    WindowUpdate = 8,
    Continuation = 9
};
enum FrameFlag : quint8 { EndStream = 1, Ack = 1, EndHeaders = 4, Padded = 8 };

inline QByteArray number32(quint32 value)
{
    const char octets[] = {char(value >> 24), char(value >> 16), char(value >> 8), char(value)};
    return QByteArray(octets, 4);
}

inline QByteArray frame(quint8 type, quint8 flags, quint32 stream, const QByteArray &payload = {})
{
    return number32(quint32(payload.size())).sliced(1) + char(type) + char(flags) +
           number32(stream) + payload;
}

// A literal field without indexing and without Huffman code; both parts under 127 octets, or the
// value in a seven-bit prefix integer (RFC 7541 section 5.1).
inline QByteArray literal(const QByteArray &name, const QByteArray &value)
{
    const auto length = [](qsizetype n) {
        if (n < 127)
            return QByteArray(1, char(n));
        QByteArray octets(1, char(127));
        for (n -= 127; n >= 128; n /= 128)
            octets += char(n % 128 + 128);
        return octets + char(n);
    };
    return QByteArray(1, '\0') + length(name.size()) + name + length(value.size()) + value;
}

inline const QByteArray status200 = QByteArray(1, char(0x88)); // RFC 7541 appendix A, index 8

} // namespace sonde::wire::test

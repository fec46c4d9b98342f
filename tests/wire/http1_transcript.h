// Events as lines of text, so that a test reads like a record of the connection. Content that came
// in several pieces is one line: how octets were cut is no difference.
#pragma once

#include "trace/exchange.h"
#include "wire/http1_common.h"
#include "wire/session.h"

#include <QByteArrayList>

namespace sonde::wire
{

inline constexpr ContentLength noContent{};
inline constexpr ContentLength unknownLength{ContentLength::Kind::Unknown, 0};

inline ContentLength known(quint64 octets)
{
    return {ContentLength::Kind::Known, octets};
}

inline QByteArray drained(Session &session)
{
    QByteArray out;
    std::vector<SentMark> marks;
    (void)session.drain(out, marks);
    return out;
}

inline http::ResponseHead answer(int status, http::Headers headers = {})
{
    return {.status = status, .reason = "R", .headers = std::move(headers)};
}

inline QByteArray fieldText(const http::Headers &headers)
{
    QByteArray text;
    for (const http::Field &field : headers)
        text += " | " + field.name + ": " + field.value;
    return text;
}

class Http1Transcript
{
public:
    enum class Show { All, MessagesOnly }; // without findings and content-wanted

    explicit Http1Transcript(Show show = Show::All)
        : m_show(show)
    {
    }

    void add(const std::vector<Event> &events)
    {
        for (const Event &event : events)
            std::visit([this](const auto &e) { addOne(e); }, event);
    }
    [[nodiscard]] QByteArrayList lines()
    {
        flush();
        return m_lines;
    }

private:
    static QByteArray id(StreamId stream) { return QByteArray::number(quint32(stream)); }

    void put(const QByteArray &line)
    {
        flush();
        m_lines.append(line);
    }
    void flush()
    {
        if (m_wire > 0)
            m_lines.append("content " + m_content + " wire " + QByteArray::number(m_wire));
        m_content.clear();
        m_wire = 0;
    }
    static QByteArray errorText(const http::Error &error)
    {
        return http::name(error.code).toByteArray() + " in " +
               http::name(error.phase).toByteArray() + (error.retrySafe ? " retry-safe" : "") +
               ": " + error.sentence.toUtf8();
    }

    void addOne(const HeadStarted &) { put("head-started"); }
    void addOne(const ResponseHeadReceived &e)
    {
        put(http::versionName(e.head.version).toByteArray() + ' ' +
            QByteArray::number(e.head.status) + ' ' + e.head.reason + fieldText(e.head.headers) +
            " wire " + QByteArray::number(e.wireOctets));
    }
    void addOne(const RequestHeadReceived &e)
    {
        put(id(e.stream) + ' ' + e.head.method + ' ' + e.head.target + ' ' +
            http::versionName(e.head.version).toByteArray() + fieldText(e.head.headers));
    }
    void addOne(const ContentReceived &e)
    {
        m_content += e.octets;
        m_wire += e.wireOctets;
    }
    void addOne(const TrailersReceived &e)
    {
        put("trailers" + fieldText(e.trailers) + " wire " + QByteArray::number(e.wireOctets));
    }
    void addOne(const MessageEnded &e)
    {
        put("ended " + trace::name(e.how).toByteArray() +
            (e.wireOctets ? " wire " + QByteArray::number(e.wireOctets) : QByteArray()));
    }
    void addOne(const StreamFailed &e) { put("failed " + errorText(e.error)); }
    void addOne(const SessionFailed &e)
    {
        put("session " + http::name(e.error.code).toByteArray());
    }
    void addOne(const ContentWanted &)
    {
        if (m_show == Show::All)
            put("content-wanted");
    }
    void addOne(const GoAwayReceived &) { put("goaway"); }
    void addOne(const FindingNoticed &e)
    {
        if (m_show == Show::All)
            put("finding " + e.finding.rule + " @" + QByteArray::number(e.finding.offset));
    }

    Show m_show;
    QByteArrayList m_lines;
    QByteArray m_content;
    quint64 m_wire = 0;
};

// Ways to cut octets into feeds: whole, one by one, in two at each place (of short inputs), in
// sevens.
inline QList<QList<qsizetype>> cuttings(qsizetype size)
{
    QList<QList<qsizetype>> all{{size}};
    all.append(QList<qsizetype>(size, 1));
    QList<qsizetype> sevens(size / 7, 7);
    sevens.append(size % 7);
    all.append(sevens);
    for (qsizetype first = 1; first < size && size <= 400; ++first)
        all.append({first, size - first});
    return all;
}

// Feeds a session cut as asked, from copies of exactly that size, so that a view beyond is caught.
inline void feedCut(Session &session, QByteArrayView octets, const QList<qsizetype> &cut,
                    Http1Transcript &transcript)
{
    qsizetype at = 0;
    for (const qsizetype size : cut) {
        const QByteArray piece = octets.sliced(at, size).toByteArray();
        at += size;
        session.feed(piece, trace::Stamp{at});
        transcript.add(session.takeEvents());
    }
}

} // namespace sonde::wire

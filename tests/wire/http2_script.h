// A client with three streams open, to be told frames by hand. Shared by the HTTP/2 tests.
#pragma once

#include "http2_pair.h"

namespace sonde::wire::test
{

// A client with GET on 1, HEAD on 3 and an upload on 5.
class Client
{
public:
    explicit Client(Cut how = Cut::Whole, const Http2Options &options = {})
        : session(makeHttp2Client(options))
        , cut(how)
    {
        RequestHead head{.authority = "a.test"};
        (void)session->open(head, {});
        head.method = "HEAD";
        (void)session->open(head, {});
        head.method = "POST";
        (void)session->open(head, {ContentLength::Kind::Unknown});
        settle();
        sent.clear();
    }
    Client &say(QByteArrayView octets)
    {
        feed(*session, log, octets, cut);
        return *this;
    }
    Client &settle()
    {
        (void)session->drain(sent, marks);
        log.add(session->takeEvents());
        return *this;
    }
    Client &end()
    {
        session->feedEnd({2});
        log.add(session->takeEvents());
        return *this;
    }

    std::unique_ptr<ClientSession> session;
    Cut cut;
    Http2Log log;
    QByteArray sent;
    std::vector<SentMark> marks;
};

inline const QByteArray hello = frame(Settings, 0, 0);

inline QByteArray head(const QByteArray &fields, quint8 flags = EndHeaders, quint32 stream = 1)
{
    return frame(HeadersFrame, flags, stream, fields);
}

inline QByteArray setting(quint16 id, quint32 value)
{
    return number32(id).sliced(2) + number32(value);
}

} // namespace sonde::wire::test

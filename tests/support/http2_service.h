// An HTTP/2 server on a scripted peer: answers every complete request with 200
// and what the test says.
#pragma once

#include "tests/support/scripted_server.h"
#include "wire/http2.h"

#include <map>

namespace sonde::testing
{

class Http2Service
{
public:
    // What a request path is answered with.
    std::function<QByteArray(const QByteArray &path)> content = [](const QByteArray &) {
        return QByteArray("hello");
    };
    wire::Http2Options options;
    quint32 resetCode = 0; // instead of an answer, unless it is 0
    int requests = 0;

    // A script for ScriptedServer.
    [[nodiscard]] ScriptedServer::Script script()
    {
        return [this](Peer &peer) { serve(peer); };
    }
    [[nodiscard]] wire::ServerSession &session(Peer &peer)
    {
        auto &slot = m_sessions[&peer];
        if (!slot)
            slot = wire::makeHttp2Server(options);
        return *slot;
    }
    void flush(Peer &peer)
    {
        QByteArray out;
        std::vector<wire::SentMark> marks;
        while (session(peer).drain(out, marks)) {
        }
        if (!out.isEmpty())
            peer.send(out);
    }

private:
    void serve(Peer &peer)
    {
        auto &on = session(peer);
        on.feed(peer.received(), trace::now());
        peer.clear();
        for (auto &event : on.takeEvents()) {
            if (const auto *request = std::get_if<wire::RequestHeadReceived>(&event))
                m_paths[{&peer, request->stream}] = request->head.target;
            if (const auto *end = std::get_if<wire::MessageEnded>(&event))
                answer(on, end->stream, m_paths[{&peer, end->stream}]);
            if (const auto *body = std::get_if<wire::ContentReceived>(&event))
                on.consume(body->stream, body->octets.size());
        }
        flush(peer);
    }
    void answer(wire::ServerSession &on, wire::StreamId stream, const QByteArray &path)
    {
        ++requests;
        if (resetCode != 0)
            return on.abandon(stream, resetCode);
        const auto body = content(path);
        const auto length =
            wire::ContentLength{wire::ContentLength::Kind::Known, quint64(body.size())};
        http::ResponseHead head{.version = http::Version::Http2, .status = 200};
        on.sendHead(stream, head, length);
        on.sendContent(stream, body);
        on.endContent(stream);
    }

    std::map<Peer *, std::unique_ptr<wire::ServerSession>> m_sessions;
    std::map<std::pair<Peer *, wire::StreamId>, QByteArray> m_paths;
};

} // namespace sonde::testing

// One request on a connection: takes it in, asks the endpoint for a plan, carries the plan out at
// the pace of plan and peer. Owned by a Peer, on the playground's thread.
#pragma once

#include "playground/plan.h"

#include <QCryptographicHash>

namespace sonde::playground
{

class Responder
{
public:
    // `wakeAfter` asks to be resumed from the event loop when that much time has passed.
    Responder(wire::StreamId stream, wire::RequestHead head, ConnectionFacts connection,
              quint64 requestNumber, std::function<void(milliseconds)> wakeAfter);

    void take(QByteArrayView content);
    void takeTrailers(http::Headers trailers) { m_received.trailers = std::move(trailers); }
    // The request is complete: the plan is made.
    void requestEnded();

    enum class Outcome : quint8 {
        Waiting, // for the rest of the request, room, or the end of a pause
        Done,    // everything has been handed to the session
        Reset,   // the stream, or an HTTP/1 connection, is to be torn down
    };
    // Goes on as far as it can.
    [[nodiscard]] Outcome proceed(wire::ServerSession &session);
    // A pause is over; proceed() comes next.
    void resume() { m_paused = false; }

private:
    enum class State : quint8 {
        Receiving, // the request is coming in
        Interim,   // interim heads are next
        Head,      // the final head is next, after the delay
        Content,   // pieces are going out
        Breaking,  // all that was planned is out; the reset is next
        Silent,    // nothing more will come
        Done,
    };

    void pause(milliseconds duration);
    void sendInterim(wire::ServerSession &session);
    void sendHead(wire::ServerSession &session);
    void sendContent(wire::ServerSession &session);
    void endContent(wire::ServerSession &session);

    const wire::StreamId m_stream;
    Received m_received;
    Plan m_plan;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::function<void(milliseconds)> m_wakeAfter;
    QByteArray m_left; // of the piece that is going out
    milliseconds m_pauseAfter{0};
    State m_state = State::Receiving;
    bool m_keepsBody = false;
    bool m_expectsContinue = false;
    bool m_lastPiece = false;
    bool m_paused = false;
};

} // namespace sonde::playground

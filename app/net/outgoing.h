// The way out of a connection: session → TLS → kernel, one drain and one write a turn, and the
// stamps of what the kernel has taken. Owned by its connection.
#pragma once

#include "net/socket.h"
#include "net/tap.h"
#include "net/tls_stream.h"
#include "wire/session.h"

#include <deque>

namespace sonde::net
{

class Outgoing
{
public:
    // `tls` may be null. All four outlive this.
    Outgoing(Socket *socket, TlsStream *tls, wire::Session *session, Tap *tap)
        : m_socket(socket)
        , m_tls(tls)
        , m_session(session)
        , m_tap(tap)
    {
    }

    enum class State : quint8 {
        Idle,    // nothing is left to send
        Blocked, // the kernel takes no more for now
        More,    // the turn's share is used up; go on when the socket is writable
        Failed,  // number() or error() says why; nothing more will be sent
    };
    struct Due {
        wire::SentMark mark;
        trace::Stamp at;
    };
    // Appends to `due` what has been passed on since the last call.
    State flush(std::vector<Due> &due);

    [[nodiscard]] quint64 octetsSent() const { return m_sent; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    // errno of a failed write, 0 if there is none.
    [[nodiscard]] int number() const { return m_number; }

private:
    // Octets drained a turn, and no more while any of them waits for the kernel.
    static constexpr qsizetype share = 256 * 1024;

    struct Pending {
        wire::SentMark mark;
        quint64 position; // in the octets on the wire
    };
    [[nodiscard]] QByteArray &wire() { return m_tls ? m_tls->output() : m_plain; }
    [[nodiscard]] bool drain();
    [[nodiscard]] bool encrypt(const QByteArray &plain);
    void place(quint64 drainedTo, quint64 wireStart, quint64 wireEnd);
    [[nodiscard]] State send(std::vector<Due> &due);
    void collectDue(std::vector<Due> &due, trace::Stamp before, trace::Stamp after);

    Socket *m_socket;
    TlsStream *m_tls;
    wire::Session *m_session;
    Tap *m_tap;
    QByteArray m_plain;
    qsizetype m_wireAt = 0; // how much of wire() the kernel has
    quint64 m_drained = 0;  // plain octets ever
    quint64 m_sent = 0;     // octets on the wire ever
    std::vector<wire::SentMark> m_newMarks;
    size_t m_placed = 0; // of them
    std::deque<Pending> m_marks;
    bool m_failed = false;
    int m_number = 0;
};

} // namespace sonde::net

// Looks at the first octets of a server: a SETTINGS frame must stand there (RFC 9113 section 3.4).
// If something else does, it says in plain words what. Owned by the client session.
#pragma once

#include "http/error.h"

#include <optional>

namespace sonde::wire
{

class Http2Preface
{
public:
    enum class State : quint8 {
        Undecided, // too few octets so far
        Good,      // a SETTINGS frame begins
        Bad,       // error() says what it is instead
    };

    // Keeps the octets until it is decided; octets() then holds all of them.
    State add(QByteArrayView octets);
    // No more will come.
    State end();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QByteArray &octets() const { return m_octets; }
    [[nodiscard]] http::Error error() const;

private:
    State decide(bool atEnd);

    State m_state = State::Undecided;
    QByteArray m_octets;
};

} // namespace sonde::wire

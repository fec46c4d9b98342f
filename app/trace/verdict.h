// What a rule says about a frame or a header block as it stood on the wire: the judgement of our
// own reader, made without asking the library that speaks the protocol. A plain value.
#pragma once

#include <QByteArray>
#include <QString>

namespace sonde::trace
{

// Which way octets went, seen from Sonde.
enum class Direction : quint8 { Sent, Received };

struct Verdict {
    enum class Kind : quint8 {
        Ok,
        Ignored,   // allowed, and without effect on the receiver
        Violation, // a rule is broken; `code` is the error that the rule names
    };

    Kind kind = Kind::Ok;
    quint32 code = 0;   // HTTP/2 error code (RFC 9113 section 7); Violation only
    QByteArray section; // "RFC 9113 section 6.5"; empty if Ok
    QString sentence;   // plain English; empty if Ok

    [[nodiscard]] bool isViolation() const { return kind == Kind::Violation; }
    bool operator==(const Verdict &) const = default;
};

} // namespace sonde::trace

// Something a person should know about an exchange that is not an error: a deviation from a rule
// that was tolerated, a retry, a header list that the two decoders disagree on.
#pragma once

#include <QByteArray>
#include <QString>

namespace sonde::trace
{

enum class Severity : quint8 { Note, Warning, Violation };

struct Finding {
    Severity severity = Severity::Note;
    QByteArray rule;    // stable name: "http1.bare-lf", "http2.goaway-retry"
    QString sentence;   // plain English
    QByteArray section; // "RFC 9112 section 2.2"; empty if no rule stands behind it
    qint64 offset = -1; // octet offset in the connection's incoming stream; -1 if it has no place
    QByteArray field;   // of the response head, that it is about; empty if about none

    bool operator==(const Finding &) const = default;
};

} // namespace sonde::trace

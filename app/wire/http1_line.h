// Cuts the incoming octets into lines. A line that came whole is a view into what was fed; only a
// line that is cut by the end of a feed is copied.
#pragma once

#include "wire/http1_common.h"

#include <QByteArray>

namespace sonde::wire
{

struct Http1Line {
    // RFC 9112 section 2.2: the terminator is CRLF; a lone LF may be taken for one.
    enum class Ending : quint8 { CrLf, BareLf };

    QByteArrayView text;  // without its terminator; dies with the next take()
    qint64 offset = 0;    // of its first octet
    qsizetype octets = 0; // with the terminator
    Ending ending = Ending::CrLf;
};

class Http1LineBuffer
{
public:
    enum class Outcome : quint8 {
        Line,       // `line` is set
        Incomplete, // all octets taken, the line goes on
        TooLong,    // no line end within `limit` octets
    };

    // The cursor must not be empty. `limit` counts the terminator.
    Outcome take(Http1Cursor &in, qsizetype limit, Http1Line &line);

    // The octets of the line that is not complete yet.
    [[nodiscard]] QByteArrayView pending() const;

private:
    QByteArray m_pending;
    qint64 m_offset = 0;
    bool m_given = false; // m_pending is the line given last, to be forgotten
};

// What stands in a line beside ordinary text.
enum class Http1Octets : quint8 {
    Clean,
    Controls, // control characters other than tab
    BareCr,   // a CR that is not part of the line end
    Nul,
};

// The worst that the text holds.
[[nodiscard]] Http1Octets http1Inspect(QByteArrayView text);

} // namespace sonde::wire

// Whether a body is text, asked piece by piece. A value of the one who reads the body.
#pragma once

#include <QByteArray>

namespace sonde::cli
{

// Text is UTF-8 (RFC 3629) without NUL, which UTF-8 allows and no text has.
class TextCheck
{
public:
    // Pieces may cut a character.
    void add(const QByteArray &piece);
    // Of all pieces together; none are text.
    [[nodiscard]] bool isText() const { return m_valid && m_rest.isEmpty(); }

private:
    QByteArray m_rest; // the octets of a cut character, kept for the next piece
    bool m_valid = true;
};

} // namespace sonde::cli

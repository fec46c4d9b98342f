// Octets of one row as text that shows everything: what no charset can read, controls and
// characters that would reorder or hide others stand there as visible marks. One thread.
#pragma once

#include "body/charset.h"
#include "ui/widgets/theme.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace sonde::ui
{

// A stretch of text in one colour.
struct Span {
    qint32 start = 0;
    qint32 length = 0;
    Token token = Token::Text;

    bool operator==(const Span &) const = default;
};

struct DecodedText {
    QString text;
    std::vector<qint32> octetAt; // per UTF-16 unit and one past the end: the octet it came from
    std::vector<Span> marks;     // the visible stand-ins

    // The unit at which the character of an octet begins.
    [[nodiscard]] qint32 unitOf(qint32 octet) const;
};

// For places of one line: breaks and tabs as arrows, other controls and what would reorder or hide
// characters as the marks of a row.
[[nodiscard]] QString inOneLine(const QString &text);

class TextDecoder
{
public:
    // A name as of body::charsetNamed().
    explicit TextDecoder(QByteArray charset = "UTF-8");

    [[nodiscard]] const QByteArray &charset() const { return m_charset; }
    [[nodiscard]] DecodedText row(QByteArrayView octets);
    // For the clipboard: the text itself, nothing replaced but what cannot be read. Of any length.
    [[nodiscard]] QString plain(QByteArrayView octets);
    // The text itself in UTF-8, but for what cannot be read, which is marked as in a row.
    [[nodiscard]] QByteArray readable(QByteArrayView octets);
    [[nodiscard]] std::optional<QByteArray> encode(QStringView text)
    {
        return m_decoder.encode(text);
    }

private:
    QByteArray m_charset;
    body::CharsetDecoder m_decoder;
    bool m_showsAscii = false; // printable ASCII means itself
};

} // namespace sonde::ui

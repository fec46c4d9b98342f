// Which character set a body is written in: by byte order mark, by what the peer says, by guess;
// and octets as text with every broken one in its place. Converters are those of ICU. Pure
// functions, any thread; a CharsetDecoder belongs to one.
#pragma once

#include "body/row_index.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <span>

namespace sonde::body
{

struct CharsetChoice {
    enum class Reason : quint8 {
        Mark,      // a byte order mark
        Parameter, // the charset of a Content-Type
        Guess,
        Fallback, // nothing tells
    };
    QByteArray name; // as of charsetNamed()
    Reason reason = Reason::Fallback;
    qint32 mark = 0; // octets of the byte order mark

    bool operator==(const CharsetChoice &) const = default;
};

// `begin`: the first octets, 64 KiB are enough. A mark overrules what the peer says (WHATWG
// Encoding section 6.1); a name that nobody knows counts as none.
[[nodiscard]] CharsetChoice chooseCharset(QByteArrayView begin, QByteArrayView parameter);

// The one name for all spellings of a charset: “latin1” is windows-1252, as in every browser
// (WHATWG Encoding section 4.2). Nothing if it is not known.
[[nodiscard]] std::optional<QByteArray> charsetNamed(QByteArrayView label);
// Those to choose from, in the order of a menu.
[[nodiscard]] std::span<const QByteArrayView> charsetChoices();
// Octets of its smallest unit: 2 and 4 for UTF-16 and UTF-32, 1 for all others.
[[nodiscard]] qint32 unitSize(QByteArrayView charset);
// How its rows are told apart.
[[nodiscard]] RowCoding rowCodingOf(QByteArrayView charset);

struct DecodedOctets {
    QString text;
    std::vector<qint32> octetAt; // per UTF-16 unit and one past the end: the octet it came from
    std::vector<qint32> broken;  // units that stand, as U+FFFD, for one octet without meaning each

    bool operator==(const DecodedOctets &) const = default;
};

class CharsetDecoder
{
public:
    // UTF-8 if the charset is not known.
    explicit CharsetDecoder(QByteArrayView charset);
    ~CharsetDecoder();
    CharsetDecoder(CharsetDecoder &&other) noexcept;
    CharsetDecoder &operator=(CharsetDecoder &&other) noexcept;

    // One row, or any stretch that begins and ends between characters.
    [[nodiscard]] DecodedOctets decode(QByteArrayView octets);
    // What a search has to look for; nothing if the charset has not all of these characters.
    [[nodiscard]] std::optional<QByteArray> encode(QStringView text);

private:
    struct Converter;
    std::unique_ptr<Converter> m_converter;
};

} // namespace sonde::body

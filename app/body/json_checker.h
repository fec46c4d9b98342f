// Says whether octets are JSON (RFC 8259) and where they first are not, as they stream by, cut
// anywhere. Memory: one bit a level. Pure state, any thread.
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace sonde::body
{

struct JsonFault {
    qint64 offset = 0; // of the octet that cannot be there
    qint64 line = 0;   // from 0
    QString sentence;

    bool operator==(const JsonFault &) const = default;
};

class JsonChecker
{
public:
    // Many: values beside each other, as in JSON lines.
    enum class Documents : quint8 { One, Many };
    // Levels: a hostile body of brackets may cost 128 KiB of memory, not more.
    static constexpr qsizetype deepest = 1 << 20;

    explicit JsonChecker(Documents documents = Documents::One)
        : m_documents(documents)
    {
    }

    // Looks no further after a fault.
    void feed(QByteArrayView octets);
    // No more will come: what is still open is a fault.
    void finish();
    [[nodiscard]] const std::optional<JsonFault> &fault() const { return m_fault; }

private:
    enum class Place : quint8 {
        Value,        // one must come
        ValueOrClose, // after “[”
        KeyOrClose,   // after “{”
        Key,          // after a comma in an object
        Colon,
        CommaOrClose,
        String,
        Escape,
        Hex, // the four digits of \u
        Word,
        Sign, // a number after its minus
        Zero,
        Digits,
        Point,
        Fraction,
        Exponent,
        ExponentSign,
        ExponentDigits,
        Mark, // the octets of a byte order mark
    };

    [[nodiscard]] bool step(char c); // false: look at the same octet again
    void structure(char c);
    void value(char c);
    void key(char c);
    void close(char c);
    void afterValue();
    [[nodiscard]] bool number(char c);
    void word(char c);
    void escape(char c);
    void hex(char c);
    qsizetype skipString(QByteArrayView octets, qsizetype at) const;
    void complain(const QString &sentence);
    [[nodiscard]] bool inObject() const { return !m_levels.empty() && m_levels.back(); }

    Documents m_documents;
    Place m_place = Place::Value;
    std::vector<bool> m_levels; // true for an object
    std::optional<JsonFault> m_fault;
    qint64 m_offset = 0;
    qint64 m_line = 0;
    const char *m_word = nullptr; // what is left of true, false, null or a byte order mark
    int m_hexLeft = 0;
    bool m_isKey = false;
    bool m_any = false; // a value has come
};

// The words for an octet in a sentence: “x”, or “octet 0x1f”.
[[nodiscard]] QString octetName(char octet);

} // namespace sonde::body

// A header or trailer section: fields in wire order, case kept, duplicates kept. Look-ups ignore
// case.
#pragma once

#include "http/error.h"

#include <optional>
#include <vector>

namespace sonde::http
{

struct Field {
    QByteArray name;
    QByteArray value;
    // HTTP/2 only: sent as "never indexed" (RFC 7541 section 6.2.3), so that no proxy may index it.
    bool neverIndexed = false;

    bool operator==(const Field &) const = default;
};

class Headers
{
public:
    Headers() = default;
    Headers(std::initializer_list<Field> fields)
        : m_fields(fields)
    {
    }

    void append(QByteArray name, QByteArray value);
    void append(Field field) { m_fields.push_back(std::move(field)); }
    void reserve(qsizetype fields) { m_fields.reserve(size_t(fields)); }
    // Replaces the value of the first field of that name, drops the others; appends if there is
    // none.
    void set(const QByteArray &name, const QByteArray &value);
    // How many were removed.
    qsizetype remove(QByteArrayView name);

    [[nodiscard]] bool contains(QByteArrayView name) const;
    // The first value of that name.
    [[nodiscard]] std::optional<QByteArrayView> value(QByteArrayView name) const;
    [[nodiscard]] std::vector<QByteArrayView> values(QByteArrayView name) const;
    // All values of that name joined with ", " (RFC 9110 section 5.3); empty if there is none.
    [[nodiscard]] QByteArray combined(QByteArrayView name) const;
    // True if a comma-separated list field holds this member, ignoring case and parameters.
    [[nodiscard]] bool listContains(QByteArrayView name, QByteArrayView member) const;

    [[nodiscard]] const std::vector<Field> &fields() const { return m_fields; }
    [[nodiscard]] bool isEmpty() const { return m_fields.empty(); }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_fields.size()); }
    [[nodiscard]] auto begin() const { return m_fields.begin(); }
    [[nodiscard]] auto end() const { return m_fields.end(); }

    bool operator==(const Headers &) const = default;

private:
    std::vector<Field> m_fields;
};

// Case-insensitive equality of field names (ASCII).
[[nodiscard]] bool sameLetters(QByteArrayView a, QByteArrayView b); // of equal length
[[nodiscard]] inline bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sameLetters(a, b);
}
// Without optional white space at both ends (RFC 9110 section 5.6.3: space and tab).
[[nodiscard]] QByteArrayView trimmed(QByteArrayView text);

// CR, LF or NUL, which no version of HTTP can carry in a value.
[[nodiscard]] bool holdsLineBreak(QByteArrayView text);

// Whether a field may be sent: name a token, value without CR, LF and NUL (RFC 9110 section 5.5).
[[nodiscard]] Result<void> checkField(const Field &field);

} // namespace sonde::http

#include "http/headers.h"

#include "http/method.h"

#include <algorithm>
#include <cstring>

namespace sonde::http
{
namespace
{

constexpr quint64 eachOctet(uchar value)
{
    return Q_UINT64_C(0x0101010101010101) * value;
}

quint64 octetsAt(const char *from)
{
    quint64 octets = 0;
    std::memcpy(&octets, from, sizeof octets);
    return octets;
}

// A zero borrows from its high bit, which it does not have itself.
bool holdsZero(quint64 octets)
{
    return ((octets - eachOctet(1)) & ~octets & eachOctet(0x80)) != 0;
}

} // namespace

bool sameLetters(QByteArrayView a, QByteArrayView b)
{
    constexpr int caseBit = 0x20;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const int difference = a[i] ^ b[i];
        if (difference == 0)
            continue;
        const char lower = char(a[i] | caseBit);
        if (difference != caseBit || lower < 'a' || lower > 'z')
            return false;
    }
    return true;
}

QByteArrayView trimmed(QByteArrayView text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && blank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && blank(text.back()))
        text.chop(1);
    return text;
}

void Headers::append(QByteArray name, QByteArray value)
{
    m_fields.push_back({.name = std::move(name), .value = std::move(value)});
}

void Headers::set(const QByteArray &name, const QByteArray &value)
{
    const auto first = std::ranges::find_if(
        m_fields, [&](const Field &field) { return sameName(field.name, name); });
    if (first == m_fields.end()) {
        append(name, value);
        return;
    }
    first->value = value;
    std::erase_if(m_fields, [&](const Field &field) {
        return &field > &*first && sameName(field.name, name);
    });
}

qsizetype Headers::remove(QByteArrayView name)
{
    return qsizetype(
        std::erase_if(m_fields, [&](const Field &field) { return sameName(field.name, name); }));
}

bool Headers::contains(QByteArrayView name) const
{
    return value(name).has_value();
}

std::optional<QByteArrayView> Headers::value(QByteArrayView name) const
{
    for (const Field &field : m_fields) {
        if (sameName(field.name, name))
            return field.value;
    }
    return std::nullopt;
}

std::vector<QByteArrayView> Headers::values(QByteArrayView name) const
{
    std::vector<QByteArrayView> found;
    for (const Field &field : m_fields) {
        if (sameName(field.name, name))
            found.emplace_back(field.value);
    }
    return found;
}

QByteArray Headers::combined(QByteArrayView name) const
{
    QByteArray joined; // shares the octets of a value that stands alone
    for (const Field &field : m_fields) {
        if (!sameName(field.name, name))
            continue;
        if (joined.isEmpty())
            joined = field.value;
        else
            joined.append(", ").append(field.value);
    }
    return joined;
}

bool Headers::listContains(QByteArrayView name, QByteArrayView member) const
{
    for (const Field &field : m_fields) {
        if (!sameName(field.name, name))
            continue;
        QByteArrayView rest = field.value;
        while (!rest.isEmpty()) {
            const qsizetype comma = rest.indexOf(',');
            QByteArrayView item = comma < 0 ? rest : rest.first(comma);
            rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
            if (const qsizetype semicolon = item.indexOf(';'); semicolon >= 0)
                item = item.first(semicolon);
            if (sameName(trimmed(item), member))
                return true;
        }
    }
    return false;
}

bool holdsLineBreak(QByteArrayView text)
{
    // Without a branch in the loops. Eight octets at a time, since most values are short; the last
    // eight may overlap those before.
    constexpr qsizetype step = 8;
    bool found = false;
    if (text.size() < step) {
        for (const char c : text)
            found |= (c == '\r') | (c == '\n') | (c == '\0');
        return found;
    }
    for (qsizetype at = 0; at < text.size(); at += step) {
        const auto octets = octetsAt(text.data() + std::min(at, text.size() - step));
        found |= holdsZero(octets) || holdsZero(octets ^ eachOctet('\r')) ||
                 holdsZero(octets ^ eachOctet('\n'));
    }
    return found;
}

Result<void> checkField(const Field &field)
{
    if (!isToken(field.name))
        return std::unexpected(Error{
            .layer = Layer::Request,
            .code = Code::MalformedHeader,
            .sentence =
                QStringLiteral("The field name “%1” is not a token: use letters, digits and "
                               "!#$%&'*+-.^_`|~ only, with no space before the colon.")
                    .arg(QString::fromUtf8(
                        field.name.first(std::min<qsizetype>(field.name.size(), 80)))),
        });
    if (holdsLineBreak(field.value))
        return std::unexpected(Error{
            .layer = Layer::Request,
            .code = Code::MalformedHeader,
            .sentence =
                QStringLiteral("The value of “%1” holds a line break or a NUL, which no HTTP "
                               "version can carry; remove it.")
                    .arg(QString::fromLatin1(field.name)),
        });
    return {};
}

} // namespace sonde::http

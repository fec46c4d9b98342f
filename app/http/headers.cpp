#include "http/headers.h"

#include "http/method.h"

#include <algorithm>

namespace sonde::http
{

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), b.data(), size_t(a.size())) == 0;
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
    QByteArray joined;
    for (const QByteArrayView value : values(name)) {
        if (!joined.isEmpty())
            joined += ", ";
        joined += value;
    }
    return joined;
}

bool Headers::listContains(QByteArrayView name, QByteArrayView member) const
{
    for (QByteArrayView rest : values(name)) {
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
    // Without a branch in the loop, so that the compiler makes vector code of it.
    bool forbidden = false;
    for (const char c : field.value)
        forbidden |= (c == '\r') | (c == '\n') | (c == '\0');
    if (forbidden)
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

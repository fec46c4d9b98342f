// A request method: any token (RFC 9110 section 9.1), kept as the user wrote it.
#pragma once

#include "http/error.h"

namespace sonde::http
{

// True for an RFC 9110 section 5.6.2 token: at least one tchar and nothing else.
[[nodiscard]] bool isToken(QByteArrayView text);

class Method
{
public:
    Method() = default; // GET
    [[nodiscard]] static Result<Method> parse(QByteArrayView token);

    [[nodiscard]] const QByteArray &token() const { return m_token; }
    // Safe and idempotent as RFC 9110 section 9.2 defines them; unknown methods are neither.
    [[nodiscard]] bool isSafe() const;
    [[nodiscard]] bool isIdempotent() const;

    bool operator==(const Method &) const = default;
    bool operator==(QByteArrayView token) const { return m_token == token; }

private:
    QByteArray m_token = QByteArrayLiteral("GET");
};

} // namespace sonde::http

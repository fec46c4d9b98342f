#include "http/method.h"

#include <algorithm>

namespace sonde::http
{

bool isToken(QByteArrayView text)
{
    static constexpr QByteArrayView symbols = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               symbols.contains(c);
    });
}

Result<Method> Method::parse(QByteArrayView token)
{
    if (!isToken(token))
        return std::unexpected(Error{
            .layer = Layer::Request,
            .code = Code::MalformedMethod,
            .sentence =
                QStringLiteral("The method “%1” is not a token: use letters, digits and "
                               "!#$%&'*+-.^_`|~ only, with no space.")
                    .arg(QString::fromUtf8(token.first(std::min<qsizetype>(token.size(), 80)))),
        });
    Method method;
    method.m_token = token.toByteArray();
    return method;
}

bool Method::isSafe() const
{
    return m_token == "GET" || m_token == "HEAD" || m_token == "OPTIONS" || m_token == "TRACE" ||
           m_token == "QUERY";
}

bool Method::isIdempotent() const
{
    return isSafe() || m_token == "PUT" || m_token == "DELETE";
}

} // namespace sonde::http

#include "http/method.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sonde::http
{

namespace
{

// RFC 9110 section 5.6.2: tchar, as a table since every octet of every name is looked up.
constexpr auto tokenOctets = [] {
    std::array<quint8, 256> table{};
    for (const char octet : std::string_view("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"
                                             "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        table[uchar(octet)] = 1;
    return table;
}();

} // namespace

bool isToken(QByteArrayView text)
{
    quint8 all = 1;
    for (const char octet : text)
        all &= tokenOctets[uchar(octet)];
    return all != 0 && !text.isEmpty();
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

// Takes what is for no one's eyes out of what leaves the program: credentials, cookies, and what a
// name calls a key. Tells what it took. Pure, any thread.
#pragma once

#include "http/headers.h"

#include <set>

namespace sonde::interop
{

class Redaction
{
public:
    // The scheme of credentials, the names of cookies and their attributes stay. Fields that hold
    // a URL lose what url() takes out.
    [[nodiscard]] http::Headers headers(const http::Headers &headers);
    [[nodiscard]] QByteArray value(const http::Field &field);
    // User info, and the values of key-like parameters in query and fragment.
    [[nodiscard]] QByteArray url(const QByteArray &url);
    // Parameters of a form, and members of JSON that hold a string or number.
    [[nodiscard]] QByteArray content(const QByteArray &text, QByteArrayView mediaType);

    // Names of what was taken out: "Authorization", "query api_key", "content access_token".
    [[nodiscard]] const std::set<QByteArray> &taken() const { return m_taken; }

private:
    [[nodiscard]] QByteArray parameters(const QByteArray &text, const QByteArray &where);
    [[nodiscard]] QByteArray setCookie(const QByteArray &value) const;
    [[nodiscard]] QByteArray cookie(const QByteArray &value) const;
    [[nodiscard]] QByteArray json(const QByteArray &text);

    std::set<QByteArray> m_taken;
};

} // namespace sonde::interop

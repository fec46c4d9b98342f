// Finds what is for no one's eyes in what leaves the program: credentials, cookies, and what a name
// calls a key. Pure, any thread.
#pragma once

#include "http/headers.h"
#include "trace/connection.h"

#include <QStringList>

#include <set>

namespace sonde::interop
{

// Octets of a text that are to be masked.
struct Secret {
    qsizetype at = 0;
    qsizetype size = 0;
    QByteArray name; // "Authorization", "query api_key", "content access_token"

    bool operator==(const Secret &) const = default;
};
using Secrets = std::vector<Secret>; // in order, without overlap

// Values that are masked wherever they stand, such as those of a private environment: as they are,
// and as a URL or JSON spells them. What is shorter than four octets is too common to be looked
// for.
class SecretValues
{
public:
    SecretValues() = default; // none
    explicit SecretValues(const QStringList &values);

    [[nodiscard]] bool isEmpty() const { return m_spelled.isEmpty(); }
    [[nodiscard]] Secrets in(const QByteArray &text) const;
    // `found` and what of the values stands elsewhere in `text`.
    [[nodiscard]] Secrets addedTo(Secrets found, const QByteArray &text) const;

private:
    QList<QByteArray> m_spelled; // the longest first
};

// In the value of the field. The scheme of credentials, the names of cookies and their attributes
// are none; a field that holds a URL has the secrets of that.
[[nodiscard]] Secrets secretsIn(const http::Field &field);
// User info, and the values of key-like parameters in query and fragment.
[[nodiscard]] Secrets secretsInUrl(const QByteArray &url);
// Parameters of a form, and members of JSON that hold a string or number.
[[nodiscard]] Secrets secretsInContent(const QByteArray &text, QByteArrayView mediaType);

// In a message head in the form of HTTP/1.
[[nodiscard]] Secrets secretsInHead(const QByteArray &head);

// In what was said to a proxy and what it answered: with stars. Gives the names.
std::set<QByteArray> redactTunnel(std::vector<trace::ByteLog::Piece> &tunnel);

// With stars, what of them is in `octets`, which begin at `from` of the text.
void overwrite(const Secrets &secrets, qint64 from, QByteArray &octets);

// Masks with *** and tells what it masked.
class Redaction
{
public:
    explicit Redaction(SecretValues values = {})
        : m_values(std::move(values))
    {
    }
    [[nodiscard]] http::Headers headers(const http::Headers &headers);
    [[nodiscard]] QByteArray url(const QByteArray &url);
    [[nodiscard]] QByteArray content(const QByteArray &text, QByteArrayView mediaType);

    // Any other text: the values alone.
    [[nodiscard]] QByteArray text(const QByteArray &text);

    [[nodiscard]] const std::set<QByteArray> &taken() const { return m_taken; }
    [[nodiscard]] const SecretValues &values() const { return m_values; }

private:
    [[nodiscard]] QByteArray masked(const QByteArray &text, const Secrets &secrets);

    SecretValues m_values;
    std::set<QByteArray> m_taken;
};

} // namespace sonde::interop

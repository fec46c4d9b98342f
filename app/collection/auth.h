// How a request says who it is: a view of its header lines and parameters, which stay the place
// where it stands, so that other programs send the same. Pure functions.
#pragma once

#include "collection/request_document.h"

namespace sonde::collection
{

struct Auth {
    enum class Kind : quint8 {
        Default, // nothing said: what the file or folder gives
        None,    // nothing is sent, whatever they give
        Basic,
        Bearer,
        ApiKey,
        Other, // an Authorization line of another scheme: edited as a header
    };
    enum class Place : quint8 { Header, Query };

    Kind kind = Kind::Default;
    QString user; // Basic
    QString password;
    QString token; // Bearer, and the whole value of Other
    QString name;  // of the header or parameter of an API key
    QString value;
    Place place = Place::Header;
    bool operator==(const Auth &) const = default;
};

[[nodiscard]] Auth authOf(const RequestDocument &document);
// The lines that said it before make room for those that say it now, in their place.
[[nodiscard]] RequestDocument withAuth(RequestDocument document, const Auth &auth);

// "Basic {{user}} {{password}}", as the programs that read .http files take it; in Base64 where
// blanks or colons leave no other spelling. Of Basic, Bearer and Other.
[[nodiscard]] QString authorizationValue(const Auth &auth);

// The two parts of "Basic user password" and "Basic user:password", before variables are filled in,
// so that a blank in a value does not part it. Nothing for any other value.
struct Credentials {
    QString user;
    QString password;
};
[[nodiscard]] std::optional<Credentials> plainCredentials(const QString &value);

} // namespace sonde::collection

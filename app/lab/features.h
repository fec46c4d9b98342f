// A response taken apart into named values, normalised so that what HTTP/1.1 and HTTP/2 merely
// write differently is the same. Pure.
#pragma once

#include "lab/observation.h"

#include <map>
#include <tuple>

namespace sonde::lab
{

enum class Aspect : quint8 {
    Status,
    Redirects,
    Interim, // one per status of the 1xx heads
    Field,
    Cookie, // one per cookie, Set-Cookie never joined (RFC 9110 section 5.3)
    Trailer,
    Coding,
    Body,     // as a whole
    BodyPart, // a JSON value by its pointer, or a line of text by its number
    End,
    Server,
    Certificate,
    Tls,
};
[[nodiscard]] QByteArrayView name(Aspect aspect);

struct Feature {
    Aspect aspect{};
    QByteArray name; // of the field, the cookie, the place in the body; empty for the others
    bool operator==(const Feature &) const = default;
    friend bool operator<(const Feature &a, const Feature &b)
    {
        return std::tie(a.aspect, a.name) < std::tie(b.aspect, b.name);
    }
};
using Features = std::map<Feature, QByteArray>;

// How the bodies of all observations of one request are compared, so that all have the same parts.
enum class BodyShape : quint8 { Opaque, Json, Text };
[[nodiscard]] BodyShape bodyShape(std::span<const Observation> all);

[[nodiscard]] Features featuresOf(const Observation &seen, BodyShape shape);

} // namespace sonde::lab

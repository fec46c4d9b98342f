// What a Content-Type says: the type and the charset, which is all that anybody asks of it. Pure.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace sonde::http
{

struct MediaType {
    QByteArray type; // lower case, without parameters
    QByteArray charset;
};

// Of the field's value; RFC 9110 section 8.3.1: type/subtype and parameters, values bare or quoted.
[[nodiscard]] MediaType mediaTypeOf(QByteArrayView field);

} // namespace sonde::http

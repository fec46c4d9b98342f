#include "ui/request/field_names.h"

#include <QMap>

namespace sonde::ui
{

const QStringList &commonFieldNames()
{
    static const QStringList names{
        QStringLiteral("Accept"),
        QStringLiteral("Accept-Encoding"),
        QStringLiteral("Accept-Language"),
        QStringLiteral("Access-Control-Request-Headers"),
        QStringLiteral("Access-Control-Request-Method"),
        QStringLiteral("Authorization"),
        QStringLiteral("Cache-Control"),
        QStringLiteral("Connection"),
        QStringLiteral("Content-Disposition"),
        QStringLiteral("Content-Encoding"),
        QStringLiteral("Content-Language"),
        QStringLiteral("Content-Type"),
        QStringLiteral("Cookie"),
        QStringLiteral("DNT"),
        QStringLiteral("Date"),
        QStringLiteral("Expect"),
        QStringLiteral("Forwarded"),
        QStringLiteral("From"),
        QStringLiteral("Host"),
        QStringLiteral("Idempotency-Key"),
        QStringLiteral("If-Match"),
        QStringLiteral("If-Modified-Since"),
        QStringLiteral("If-None-Match"),
        QStringLiteral("If-Range"),
        QStringLiteral("If-Unmodified-Since"),
        QStringLiteral("Last-Event-ID"),
        QStringLiteral("Link"),
        QStringLiteral("Max-Forwards"),
        QStringLiteral("Origin"),
        QStringLiteral("Pragma"),
        QStringLiteral("Prefer"),
        QStringLiteral("Priority"),
        QStringLiteral("Proxy-Authorization"),
        QStringLiteral("Range"),
        QStringLiteral("Referer"),
        QStringLiteral("TE"),
        QStringLiteral("Trailer"),
        QStringLiteral("Transfer-Encoding"),
        QStringLiteral("Upgrade"),
        QStringLiteral("User-Agent"),
        QStringLiteral("Via"),
        QStringLiteral("X-API-Key"),
        QStringLiteral("X-Forwarded-For"),
        QStringLiteral("X-Forwarded-Host"),
        QStringLiteral("X-Forwarded-Proto"),
        QStringLiteral("X-Request-ID"),
        QStringLiteral("X-Requested-With"),
        QStringLiteral("traceparent"),
    };
    return names;
}

const QStringList &commonMediaTypes()
{
    static const QStringList types{
        QStringLiteral("application/json"),
        QStringLiteral("application/ld+json"),
        QStringLiteral("application/octet-stream"),
        QStringLiteral("application/problem+json"),
        QStringLiteral("application/x-ndjson"),
        QStringLiteral("application/x-www-form-urlencoded"),
        QStringLiteral("application/xml"),
        QStringLiteral("image/png"),
        QStringLiteral("multipart/form-data"),
        QStringLiteral("text/csv"),
        QStringLiteral("text/event-stream"),
        QStringLiteral("text/html"),
        QStringLiteral("text/plain"),
        QStringLiteral("text/plain; charset=utf-8"),
    };
    return types;
}

QStringList commonFieldValues(const QString &name)
{
    using List = QStringList;
    static const QMap<QString, List> values{
        {QStringLiteral("accept"), commonMediaTypes() + List{QStringLiteral("*/*")}},
        {QStringLiteral("content-type"), commonMediaTypes()},
        {QStringLiteral("accept-encoding"),
         {QStringLiteral("gzip"), QStringLiteral("gzip, deflate, br, zstd"),
          QStringLiteral("identity"), QStringLiteral("br"), QStringLiteral("zstd")}},
        {QStringLiteral("accept-language"),
         {QStringLiteral("en"), QStringLiteral("en-US,en;q=0.9"), QStringLiteral("de"),
          QStringLiteral("de-DE,de;q=0.9,en;q=0.5")}},
        {QStringLiteral("authorization"),
         {QStringLiteral("Basic "), QStringLiteral("Bearer "), QStringLiteral("Digest ")}},
        {QStringLiteral("cache-control"),
         {QStringLiteral("max-age=0"), QStringLiteral("no-cache"), QStringLiteral("no-store"),
          QStringLiteral("only-if-cached")}},
        {QStringLiteral("connection"), {QStringLiteral("close"), QStringLiteral("keep-alive")}},
        {QStringLiteral("content-encoding"),
         {QStringLiteral("br"), QStringLiteral("deflate"), QStringLiteral("gzip"),
          QStringLiteral("zstd")}},
        {QStringLiteral("expect"), {QStringLiteral("100-continue")}},
        {QStringLiteral("if-none-match"), {QStringLiteral("*")}},
        {QStringLiteral("if-match"), {QStringLiteral("*")}},
        {QStringLiteral("pragma"), {QStringLiteral("no-cache")}},
        {QStringLiteral("prefer"),
         {QStringLiteral("return=minimal"), QStringLiteral("return=representation"),
          QStringLiteral("respond-async")}},
        {QStringLiteral("priority"),
         {QStringLiteral("u=0"), QStringLiteral("u=3, i"), QStringLiteral("u=7")}},
        {QStringLiteral("range"), {QStringLiteral("bytes=0-1023"), QStringLiteral("bytes=-1024")}},
        {QStringLiteral("te"), {QStringLiteral("trailers")}},
        {QStringLiteral("x-requested-with"), {QStringLiteral("XMLHttpRequest")}},
    };
    return values.value(name.toLower());
}

} // namespace sonde::ui

#include "playground/endpoints.h"

#include "playground/replies.h"

#include <QDateTime>
#include <QLocale>

namespace sonde::playground
{
namespace
{

Plan index(const Received &, QByteArrayView);

constexpr Endpoint table[] = {
    {"", "/", "This list.", index},
    {"echo", "/echo?a=1", "Says what was sent: method, URL, version, headers in order, body.",
     endpoint::echo, true, true},
    {"anything", "/anything/at/all", "As /echo, under any path.", endpoint::echo, true, true},
    {"method", "/method", "The request method.", endpoint::method, true},
    {"headers", "/headers", "The request headers as they came.", endpoint::headers, true},
    {"version", "/version", "HTTP version, TLS and the number of this connection and request.",
     endpoint::version, true},
    {"upload", "/upload", "Counts and hashes the body while it comes in, and keeps none of it.",
     endpoint::upload, true},
    {"status", "/status/418", "Answers with that status, 200 to 599.", endpoint::status, true},
    {"redirect", "/redirect/3?code=302", "A chain of redirects that ends at /echo.",
     endpoint::redirect, true},
    {"redirect-to", "/redirect-to?url=/echo&code=307", "One redirect to any http or https URL.",
     endpoint::redirectTo, true},
    {"cookies", "/cookies/set?flavour=oat", "Shows cookies; /set sets them, /clear removes them.",
     endpoint::cookies},
    {"basic-auth", "/basic-auth", "Asks for Basic credentials: user sonde, password sonde.",
     endpoint::basicAuth, true},
    {"login", "/login", "POST {\"user\": \"sonde\", \"password\": \"sonde\"}: a token in JSON.",
     endpoint::login, true, true},
    {"orders", "/orders/1", "Asks for the token of /login as Bearer; the orders, or one of them.",
     endpoint::orders},
    {"etag", "/etag", "An ETag; answers 304 to If-None-Match.", endpoint::etag},
    {"delay", "/delay/500", "Answers after so many milliseconds, up to 60000.", endpoint::delay,
     true},
    {"stream", "/stream?chunks=20&size=64&pace=150", "Chunks of text at a pace in milliseconds.",
     endpoint::stream},
    {"sse", "/sse?events=10&pace=500", "Server-sent events, on from Last-Event-ID.", endpoint::sse},
    {"ndjson", "/ndjson?lines=20&pace=100", "JSON, one object a line.", endpoint::ndjson},
    {"big", "/big/10MB", "So much text with its offset on every line, up to 64 GiB.",
     endpoint::big},
    {"bytes", "/bytes/1024", "So many octets that look random and are always the same.",
     endpoint::bytes},
    {"trailers", "/trailers", "Content with a trailer section: its SHA-256.", endpoint::trailers},
    {"early-hints", "/early-hints?pause=400", "103 Early Hints, then the answer.",
     endpoint::earlyHints},
    {"reset", "/reset?after=65536", "Breaks off in mid-body.", endpoint::reset},
    {"hang", "/hang", "Never answers; ?after=head sends the head and then nothing.",
     endpoint::hang},
    {"json", "/json", "A JSON document; ?items=100000 makes it long.", endpoint::json},
    {"html", "/html", "A small HTML page.", endpoint::html},
    {"xml", "/xml", "A small XML document.", endpoint::xml},
    {"text", "/text", "Text in several scripts; ?charset=iso-8859-1 for another encoding.",
     endpoint::text},
    {"gzip", "/gzip", "Content coded with gzip.", endpoint::gzip},
    {"deflate", "/deflate", "Content coded with deflate.", endpoint::deflate},
    {"br", "/br", "Content coded with Brotli.", endpoint::brotli},
    {"zstd", "/zstd", "Content coded with Zstandard.", endpoint::zstd},
    {"image.png", "/image.png", "A small picture.", endpoint::image},
    {"duplicate-headers", "/duplicate-headers", "Fields that come more than once, in mixed case.",
     endpoint::duplicateHeaders},
    {"robots.txt", "/robots.txt", "What crawlers may do here: nothing.", endpoint::robots},
};

struct Place {
    const Endpoint *endpoint = nullptr;
    QByteArrayView argument;
};

Place find(QByteArrayView path)
{
    const QByteArrayView rest = path.startsWith('/') ? path.sliced(1) : path;
    const qsizetype slash = rest.indexOf('/');
    const QByteArrayView name = slash < 0 ? rest : rest.first(slash);
    const auto found = std::ranges::find(table, name, &Endpoint::name);
    if (found == std::end(table) || (name.isEmpty() && slash >= 0))
        return {};
    return {found, slash < 0 ? QByteArrayView() : rest.sliced(slash + 1)};
}

QByteArray htmlText(QByteArrayView text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

Plan index(const Received &, QByteArrayView)
{
    QByteArray page = "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
                      "<title>Sonde playground</title></head>\n<body>\n<h1>Sonde playground</h1>\n"
                      "<p>A server on this computer alone, to try requests on. It speaks HTTP/1.1, "
                      "HTTP/2 with prior knowledge, and both over TLS.</p>\n<table>\n";
    for (const Endpoint &endpoint : table) {
        const QByteArray path = htmlText(endpoint.example);
        page += "<tr><td><a href=\"" + path + "\">" + path + "</a></td><td>" +
                htmlText(endpoint.summary) + "</td></tr>\n";
    }
    return reply(200, "text/html; charset=utf-8", page + "</table>\n</body>\n</html>\n");
}

Plan notFound(const Received &received)
{
    QByteArray text =
        "There is nothing at “" + received.path.left(200) + "”. These paths answer:\n";
    for (const Endpoint &endpoint : table)
        text += "\n" + endpoint.example.toByteArray().leftJustified(40) +
                endpoint.summary.toByteArray();
    return textReply(404, text);
}

Plan refuseMethod(const Received &received, const Endpoint &endpoint)
{
    Plan plan = textReply(405, '/' + endpoint.name.toByteArray() + " answers GET and HEAD, not " +
                                   received.method.left(40) + ". /echo answers every method.");
    plan.head.headers.append("Allow", "GET, HEAD, OPTIONS");
    return plan;
}

Plan choose(const Received &received)
{
    const auto [endpoint, argument] = find(received.path);
    const bool isOptions = received.method == "OPTIONS";
    if (!endpoint && !(isOptions && received.path == "*"))
        return notFound(received);
    if (isOptions && !(endpoint && endpoint->keepsBody)) {
        Plan plan = bareReply(204);
        plan.head.headers.append("Allow", endpoint && !endpoint->anyMethod
                                              ? "GET, HEAD, OPTIONS"
                                              : "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        return plan;
    }
    if (!endpoint->anyMethod && received.method != "GET" && received.method != "HEAD")
        return refuseMethod(received, *endpoint);
    return endpoint->answer(received, argument);
}

// RFC 9110 section 5.6.7, in the one form that is to be written.
QByteArray httpDate()
{
    return QLocale::c()
               .toString(QDateTime::currentDateTimeUtc(),
                         QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"))
               .toLatin1() +
           " GMT";
}

} // namespace

std::span<const Endpoint> endpoints()
{
    return table;
}

bool keepsBody(QByteArrayView path)
{
    const Place place = find(path);
    return place.endpoint && place.endpoint->keepsBody;
}

Plan respond(const Received &received)
{
    Plan plan = choose(received);
    http::Headers headers{{"Date", httpDate()}, {"Server", "Sonde-Playground/" SONDE_VERSION}};
    for (const http::Field &field : plan.head.headers)
        headers.append(field);
    plan.head.headers = std::move(headers);
    return plan;
}

} // namespace sonde::playground

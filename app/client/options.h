// How one request is to be sent: policy, not content. Defaults are what a person expects of a first
// Send.
#pragma once

#include "net/pool.h"
#include "net/route.h"

namespace sonde::client
{

using std::chrono::milliseconds;

struct Timeouts {                                   // zero: no limit
    milliseconds connect{std::chrono::seconds(30)}; // look-up, TCP, proxy and TLS together
    milliseconds firstByte{0};                      // request sent → first octet of the final head
    milliseconds idle{0};                           // between two arrivals
    milliseconds total{0};                          // Send → end, redirects included
    milliseconds continueWait{std::chrono::seconds(1)}; // Expect: 100-continue
};

// What stays of content besides the decoded body: what was received, if a coding was taken off it,
// and with WireContent also what was sent from files, as exports need it.
enum class Keep : quint8 { Body, Received, WireContent };

struct Options {
    bool followRedirects = true;
    int maxRedirects = 20;
    bool keepCredentialsAcrossOrigins = false; // curl's --location-trusted
    bool decode = true;                        // undo Content-Encoding while it streams
    bool acceptEncoding = true;                // send Accept-Encoding if the request has none
    // Decoded octets at which a body that inflates more than 1,000 times its size is stopped; 0: no
    // limit.
    qint64 bombLimit = 256LL << 20;
    bool addDefaults = true; // User-Agent and Accept where the request has none
    // Fields that are not to be added, whatever the request lacks (curl's `-H "Accept:"`); those
    // that the request itself holds are sent all the same. Content-Length here makes HTTP/1.1 send
    // chunked.
    QList<QByteArray> suppressedFields;
    net::Reuse reuse = net::Reuse::Allowed;
    net::TlsPolicy tls;
    std::optional<net::Proxy> proxy;
    QList<net::AddressOverride> overrides;
    net::AddressFamily family = net::AddressFamily::Any;
    net::Isolation isolation;
    Timeouts timeouts;
    milliseconds linger{0}; // keep an HTTP/2 connection open this long after the last stream
    Keep keep = Keep::Body; // more than that also if a sink takes the body
    QString spoolFolder;    // empty: the default of body::ByteStore
};

} // namespace sonde::client

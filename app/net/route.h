// How to reach an origin: everything that decides whether two requests may share a connection.
#pragma once

#include "http/target.h"
#include "http/version.h"

#include <QList>

#include <chrono>
#include <optional>

namespace sonde::net
{

enum class Verify : quint8 { Yes, ReportOnly }; // ReportOnly: --insecure, the report still tells

struct TlsPolicy {
    Verify verify = Verify::Yes;
    QString caFile;          // PEM; empty: the system's trust store
    QString certificateFile; // client certificate, PEM
    QString keyFile;         // empty: in certificateFile
    QString keyPassword;
    QByteArray pinnedDer; // trust exactly this certificate besides the store (the playground's)

    [[nodiscard]] bool namesFiles() const
    {
        return !caFile.isEmpty() || !certificateFile.isEmpty();
    }
    bool operator==(const TlsPolicy &) const = default;
};

// --resolve host:port:address[,address]: no look-up for that host and port.
struct AddressOverride {
    QByteArray host;
    quint16 port = 0;
    QList<QByteArray> addresses; // numeric, without brackets
    bool operator==(const AddressOverride &) const = default;
};

// An HTTP proxy: absolute-form for http, CONNECT for https and h2c.
struct Proxy {
    QByteArray host;
    quint16 port = 0;
    QByteArray credentials; // "user:password"; empty: none
    bool tunnelAlways = false;
    bool operator==(const Proxy &) const = default;
};

enum class AddressFamily : quint8 { Any, IPv4, IPv6 };

// Keeps the connections of one purpose from those of others: a measurement must neither find an
// open connection or a ticket that it has not made, nor leave any.
struct Isolation {
    enum class Tickets : quint8 { Used, Refused }; // of TLS sessions

    quint32 group = 0;   // 0: everybody's. Tickets stay within a group, too.
    quint32 set = 0;     // connections stay within a set of a group
    int connections = 0; // per origin; 0: the limit of the pool
    Tickets tickets = Tickets::Used;
    bool operator==(const Isolation &) const = default;
};

enum class PinnedBy : quint8 { Request, Server }; // Server: HTTP_1_1_REQUIRED (RFC 9113 section 7)

struct RouteView;

struct Route {
    http::Origin origin;
    http::VersionPolicy version = http::VersionPolicy::Auto;
    PinnedBy pinnedBy = PinnedBy::Request; // who asked for that version
    TlsPolicy tls;
    std::optional<Proxy> proxy;
    QList<AddressOverride> overrides;
    AddressFamily family = AddressFamily::Any;
    Isolation isolation;
    std::chrono::milliseconds connectTimeout{
        std::chrono::seconds(30)}; // look-up to ready; not compared by the pool

    [[nodiscard]] RouteView view() const;
};

// A route whose parts belong to somebody else: the pool is asked with it, and copies nothing if a
// connection is open.
struct RouteView {
    const http::Origin &origin;
    http::VersionPolicy version;
    PinnedBy pinnedBy;
    const TlsPolicy &tls;
    const std::optional<Proxy> &proxy;
    const QList<AddressOverride> &overrides;
    AddressFamily family;
    const Isolation &isolation;
    std::chrono::milliseconds connectTimeout;

    [[nodiscard]] Route copy() const;
};

} // namespace sonde::net

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

struct Route {
    http::Origin origin;
    http::VersionPolicy version = http::VersionPolicy::Auto;
    TlsPolicy tls;
    std::optional<Proxy> proxy;
    QList<AddressOverride> overrides;
    AddressFamily family = AddressFamily::Any;
    std::chrono::milliseconds connectTimeout{
        std::chrono::seconds(30)}; // look-up to ready; not compared by the pool
};

} // namespace sonde::net

// The one error value of the engine: what failed, where, by whose hand, and whether trying again is
// safe. A 4xx or 5xx status is a response, not an Error.
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace sonde::http
{

// Which part of the machinery noticed.
enum class Layer : quint8 { Request, File, Dns, Tcp, Proxy, Tls, Http1, Http2, Content, Client };

// Who caused it: we or the user's request, or the other side.
enum class Blame : quint8 { Local, Remote };

// The moment in the life of an exchange when it happened.
enum class Phase : quint8 {
    Plan,
    Queue,
    Resolve,
    Connect,
    Proxy,
    TlsHandshake,
    Send,
    Wait,
    ReceiveHead,
    ReceiveBody,
    Store,
};

// What happened, one name per thing that a person would mend differently.
enum class Code : quint16 {
    // Request
    MalformedUrl,
    UnsupportedScheme,
    MalformedMethod,
    MalformedHeader,
    UnsupportedVersion,
    ConflictingOptions,
    UnresolvedVariable,
    // Files
    FileMissing,
    FileUnreadable,
    FileChanged,
    FileUnwritable,
    DiskFull,
    // Reaching the server
    HostNotFound,
    ResolverFailed,
    ConnectionRefused,
    HostUnreachable,
    ConnectFailed,
    ProxyRefused,
    ProxyNotFound,
    ProxyProtocol,
    // TLS
    TlsHandshakeFailed,
    CertificateUntrusted,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateNameMismatch,
    CertificateInvalid,
    CaFileUnusable,
    ClientCertificateUnusable,
    AlpnRefused,
    // Talking to it
    ConnectionClosed,  // ended before a response, nothing of it received
    TruncatedResponse, // ended inside a response
    SendFailed,
    ReceiveFailed,
    MalformedResponse,
    LimitExceeded,
    StreamReset,
    GoAway,
    ProtocolViolation,
    UnexpectedVersion,
    // Content
    ContentDecodingFailed,
    UnknownContentCoding,
    DecompressionBomb,
    // Policy
    ConnectTimeout,
    FirstByteTimeout,
    IdleTimeout,
    TotalTimeout,
    TooManyRedirects,
    MalformedRedirect,
    Cancelled,
    BodyNotReplayable,
    Internal,
};

struct Error {
    Layer layer = Layer::Client;
    Code code = Code::Internal;
    Blame blame = Blame::Local;
    Phase phase = Phase::Plan;
    // True when the request was certainly not processed, so that sending it again cannot double it
    // (RFC 9110 section 9.2.2, RFC 9113 section 8.7).
    bool retrySafe = false;
    // One plain English sentence: what is wrong, where, and what to do.
    QString sentence;
    // The words of the layer below (errno text, OpenSSL reason, GOAWAY debug data); may be empty.
    QString detail;
    // The number of the layer below: errno, getaddrinfo code, X509_V_ERR, HTTP/2 error code; 0 if
    // none.
    qint64 number = 0;

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

// Stable lower-case names for JSON and logs: "dns", "host-not-found", "remote", "resolve".
[[nodiscard]] QByteArrayView name(Layer layer);
[[nodiscard]] QByteArrayView name(Blame blame);
[[nodiscard]] QByteArrayView name(Phase phase);
[[nodiscard]] QByteArrayView name(Code code);

} // namespace sonde::http

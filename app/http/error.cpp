#include "http/error.h"

namespace sonde::http
{

QByteArrayView name(Layer layer)
{
    switch (layer) {
    case Layer::Request:
        return "request";
    case Layer::File:
        return "file";
    case Layer::Dns:
        return "dns";
    case Layer::Tcp:
        return "tcp";
    case Layer::Proxy:
        return "proxy";
    case Layer::Tls:
        return "tls";
    case Layer::Http1:
        return "http1";
    case Layer::Http2:
        return "http2";
    case Layer::Content:
        return "content";
    case Layer::Client:
        return "client";
    }
    Q_UNREACHABLE();
}

QByteArrayView name(Blame blame)
{
    switch (blame) {
    case Blame::Local:
        return "local";
    case Blame::Remote:
        return "remote";
    }
    Q_UNREACHABLE();
}

QByteArrayView name(Phase phase)
{
    switch (phase) {
    case Phase::Plan:
        return "plan";
    case Phase::Queue:
        return "queue";
    case Phase::Resolve:
        return "resolve";
    case Phase::Connect:
        return "connect";
    case Phase::Proxy:
        return "proxy";
    case Phase::TlsHandshake:
        return "tls-handshake";
    case Phase::Send:
        return "send";
    case Phase::Wait:
        return "wait";
    case Phase::ReceiveHead:
        return "receive-head";
    case Phase::ReceiveBody:
        return "receive-body";
    case Phase::Store:
        return "store";
    }
    Q_UNREACHABLE();
}

QByteArrayView name(Code code)
{
    switch (code) {
    case Code::MalformedUrl:
        return "malformed-url";
    case Code::UnsupportedScheme:
        return "unsupported-scheme";
    case Code::MalformedMethod:
        return "malformed-method";
    case Code::MalformedHeader:
        return "malformed-header";
    case Code::UnsupportedVersion:
        return "unsupported-version";
    case Code::ConflictingOptions:
        return "conflicting-options";
    case Code::UnresolvedVariable:
        return "unresolved-variable";
    case Code::FileMissing:
        return "file-missing";
    case Code::FileUnreadable:
        return "file-unreadable";
    case Code::FileChanged:
        return "file-changed";
    case Code::FileUnwritable:
        return "file-unwritable";
    case Code::DiskFull:
        return "disk-full";
    case Code::HostNotFound:
        return "host-not-found";
    case Code::ResolverFailed:
        return "resolver-failed";
    case Code::ConnectionRefused:
        return "connection-refused";
    case Code::HostUnreachable:
        return "host-unreachable";
    case Code::ConnectFailed:
        return "connect-failed";
    case Code::ProxyRefused:
        return "proxy-refused";
    case Code::ProxyNotFound:
        return "proxy-not-found";
    case Code::ProxyProtocol:
        return "proxy-protocol";
    case Code::TlsHandshakeFailed:
        return "tls-handshake-failed";
    case Code::CertificateUntrusted:
        return "certificate-untrusted";
    case Code::CertificateExpired:
        return "certificate-expired";
    case Code::CertificateNotYetValid:
        return "certificate-not-yet-valid";
    case Code::CertificateNameMismatch:
        return "certificate-name-mismatch";
    case Code::CertificateInvalid:
        return "certificate-invalid";
    case Code::CaFileUnusable:
        return "ca-file-unusable";
    case Code::ClientCertificateUnusable:
        return "client-certificate-unusable";
    case Code::AlpnRefused:
        return "alpn-refused";
    case Code::ConnectionClosed:
        return "connection-closed";
    case Code::TruncatedResponse:
        return "truncated-response";
    case Code::SendFailed:
        return "send-failed";
    case Code::ReceiveFailed:
        return "receive-failed";
    case Code::MalformedResponse:
        return "malformed-response";
    case Code::LimitExceeded:
        return "limit-exceeded";
    case Code::StreamReset:
        return "stream-reset";
    case Code::GoAway:
        return "go-away";
    case Code::ProtocolViolation:
        return "protocol-violation";
    case Code::UnexpectedVersion:
        return "unexpected-version";
    case Code::ContentDecodingFailed:
        return "content-decoding-failed";
    case Code::UnknownContentCoding:
        return "unknown-content-coding";
    case Code::DecompressionBomb:
        return "decompression-bomb";
    case Code::ConnectTimeout:
        return "connect-timeout";
    case Code::FirstByteTimeout:
        return "first-byte-timeout";
    case Code::IdleTimeout:
        return "idle-timeout";
    case Code::TotalTimeout:
        return "total-timeout";
    case Code::TooManyRedirects:
        return "too-many-redirects";
    case Code::MalformedRedirect:
        return "malformed-redirect";
    case Code::Cancelled:
        return "cancelled";
    case Code::BodyNotReplayable:
        return "body-not-replayable";
    case Code::Internal:
        return "internal";
    }
    Q_UNREACHABLE();
}

} // namespace sonde::http

#include "cli/advice.h"

namespace sonde::cli
{

QString advice(const http::Error &error)
{
    using http::Code;
    switch (error.code) {
    case Code::CertificateUntrusted:
        return QStringLiteral("--cacert FILE trusts the authority in FILE; --insecure goes on "
                              "without trust.");
    case Code::CertificateExpired:
    case Code::CertificateNotYetValid:
    case Code::CertificateNameMismatch:
    case Code::CertificateInvalid:
        return QStringLiteral("--insecure goes on without trust.");
    case Code::DecompressionBomb:
        return QStringLiteral("--bomb-limit OCTETS moves the limit, and 0 takes it away.");
    case Code::ConnectTimeout:
        return QStringLiteral("--connect-timeout SECONDS moves the limit.");
    case Code::FirstByteTimeout:
        return QStringLiteral("--first-byte-timeout SECONDS moves the limit.");
    case Code::IdleTimeout:
        return QStringLiteral("--idle-timeout SECONDS moves the limit.");
    case Code::TooManyRedirects:
        return QStringLiteral("--max-redirs NUMBER moves the limit.");
    default:
        return {};
    }
}

} // namespace sonde::cli

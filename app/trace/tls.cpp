#include "trace/tls.h"

#include <algorithm>
#include <span>
#include <utility>

namespace sonde::trace
{
namespace
{

using Names = std::pair<quint8, const char *>;

// RFC 8446 section 4 and 4.4.1, RFC 5246 section 7.4, RFC 6066 section 8.
constexpr Names handshakeNames[] = {{0, "HelloRequest"},        {1, "ClientHello"},
                                    {2, "ServerHello"},         {4, "NewSessionTicket"},
                                    {5, "EndOfEarlyData"},      {8, "EncryptedExtensions"},
                                    {11, "Certificate"},        {12, "ServerKeyExchange"},
                                    {13, "CertificateRequest"}, {14, "ServerHelloDone"},
                                    {15, "CertificateVerify"},  {16, "ClientKeyExchange"},
                                    {20, "Finished"},           {22, "CertificateStatus"},
                                    {24, "KeyUpdate"},          {25, "CompressedCertificate"}};

// RFC 8446 section 6, and those of RFC 5246 section 7.2 that it left out.
constexpr Names alertNames[] = {{0, "close_notify"},
                                {10, "unexpected_message"},
                                {20, "bad_record_mac"},
                                {22, "record_overflow"},
                                {40, "handshake_failure"},
                                {42, "bad_certificate"},
                                {43, "unsupported_certificate"},
                                {44, "certificate_revoked"},
                                {45, "certificate_expired"},
                                {46, "certificate_unknown"},
                                {47, "illegal_parameter"},
                                {48, "unknown_ca"},
                                {49, "access_denied"},
                                {50, "decode_error"},
                                {51, "decrypt_error"},
                                {70, "protocol_version"},
                                {71, "insufficient_security"},
                                {80, "internal_error"},
                                {86, "inappropriate_fallback"},
                                {90, "user_canceled"},
                                {100, "no_renegotiation"},
                                {109, "missing_extension"},
                                {110, "unsupported_extension"},
                                {112, "unrecognized_name"},
                                {113, "bad_certificate_status_response"},
                                {115, "unknown_psk_identity"},
                                {116, "certificate_required"},
                                {120, "no_application_protocol"}};

QByteArray nameIn(std::span<const Names> names, quint8 type)
{
    const auto found = std::ranges::find(names, type, &Names::first);
    return found == names.end() ? "type " + QByteArray::number(type) : QByteArray(found->second);
}

} // namespace

QByteArray messageName(const TlsMessage &message)
{
    switch (message.kind) {
    case TlsMessage::Kind::Handshake:
        return nameIn(handshakeNames, message.type);
    case TlsMessage::Kind::Alert:
        return "alert: " + nameIn(alertNames, message.type);
    case TlsMessage::Kind::ChangeCipherSpec:
        return "ChangeCipherSpec";
    }
    Q_UNREACHABLE();
}

} // namespace sonde::trace

#include "cli/exit_code.h"

#include <array>
#include <optional>

namespace sonde::cli
{
namespace
{

using http::Code;

constexpr auto rows = std::to_array<ExitCodeRow>({
    {0, "The transfer is complete, whatever its status"},
    {1, "The URL has a scheme other than http and https; of compare, run, lint and fmt: a check "
        "did not hold"},
    {2, "The command line is wrong, or asks for what cannot go together"},
    {3, "The URL, or one that a redirect names, is malformed"},
    {5, "The proxy's name was not found"},
    {6, "The host's name was not found"},
    {7, "The host or the proxy could not be connected to"},
    {8, "The server's answer is not HTTP, or not of the version that was pinned"},
    {16, "The HTTP/2 conversation broke down"},
    {18, "The connection ended inside the response"},
    {22, "The status is 400 or above, with --fail"},
    {23, "The body could not be written"},
    {26, "A file to send, or standard input, could not be read"},
    {28, "A time limit was reached"},
    {35, "The TLS handshake failed"},
    {43, "Sonde itself is at fault"},
    {47, "There were too many redirects"},
    {52, "The server closed without an answer"},
    {55, "Sending failed"},
    {56, "Receiving failed, or a limit was reached"},
    {58, "The client certificate or its key cannot be used"},
    {60, "The server's certificate could not be verified"},
    {61, "The content coding is unknown or broken"},
    {63, "The content inflates beyond the limit"},
    {65, "The content would have to be sent twice and can be read only once"},
    {77, "The file of --cacert cannot be used"},
    {92, "The HTTP/2 stream was reset"},
    {130, "Interrupted"},
});

// What speaks HTTP/2 has a number of its own in curl; everything else is a weird answer.
int protocolTrouble(const http::Error &error)
{
    return error.layer == http::Layer::Http2 ? 16 : 8;
}

// The end of a connection is another matter when it came by an error of the socket.
std::optional<int> brokenOff(const http::Error &error)
{
    if (error.number == 0)
        return std::nullopt;
    return error.phase == http::Phase::Send ? 55 : 56;
}

} // namespace

int exitCode(const http::Error &error)
{
    switch (error.code) {
    case Code::UnsupportedScheme:
        return 1;
    case Code::MalformedMethod:
    case Code::MalformedHeader:
    case Code::UnsupportedVersion:
    case Code::ConflictingOptions:
    case Code::UnresolvedVariable:
        return exit_code::usage;
    case Code::MalformedUrl:
    case Code::MalformedRedirect:
        return 3;
    case Code::ProxyNotFound:
        return 5;
    case Code::HostNotFound:
    case Code::ResolverFailed:
        return 6;
    case Code::ConnectionRefused:
    case Code::HostUnreachable:
    case Code::ConnectFailed:
    case Code::ProxyRefused:
        return 7;
    case Code::UnexpectedVersion:
        return 8;
    case Code::MalformedResponse:
    case Code::ProtocolViolation:
        return protocolTrouble(error);
    case Code::GoAway:
        return 16;
    case Code::TruncatedResponse:
        return brokenOff(error).value_or(18);
    case Code::FileUnwritable:
    case Code::DiskFull:
        return exit_code::writeFailed;
    case Code::FileMissing:
    case Code::FileUnreadable:
    case Code::FileChanged:
        return exit_code::readFailed;
    case Code::ConnectTimeout:
    case Code::FirstByteTimeout:
    case Code::IdleTimeout:
    case Code::TotalTimeout:
        return 28;
    case Code::TlsHandshakeFailed:
    case Code::AlpnRefused:
        return 35;
    case Code::Internal:
        return 43;
    case Code::TooManyRedirects:
        return 47;
    case Code::ConnectionClosed:
        return brokenOff(error).value_or(52);
    case Code::SendFailed:
        return 55;
    case Code::ProxyProtocol:
    case Code::ReceiveFailed:
    case Code::LimitExceeded:
        return 56;
    case Code::ClientCertificateUnusable:
        return 58;
    case Code::CertificateUntrusted:
    case Code::CertificateExpired:
    case Code::CertificateNotYetValid:
    case Code::CertificateNameMismatch:
    case Code::CertificateInvalid:
        return 60;
    case Code::ContentDecodingFailed:
    case Code::UnknownContentCoding:
        return 61;
    case Code::DecompressionBomb:
        return 63;
    case Code::BodyNotReplayable:
        return 65;
    case Code::CaFileUnusable:
        return 77;
    case Code::StreamReset:
        return 92;
    case Code::Cancelled:
        return exit_code::interrupted;
    }
    Q_UNREACHABLE();
}

std::span<const ExitCodeRow> exitCodes()
{
    return rows;
}

} // namespace sonde::cli

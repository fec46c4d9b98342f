#include "tests/support/tls_cases.h"

namespace sonde::testing
{
namespace
{

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

std::vector<TlsCase> datesAndNames()
{
    const auto leaf = [](const CertificateOptions &options) {
        return makeCertificate(options, testAuthority());
    };
    return {
        {.name = "expired",
         .server = {.identity = leaf({.startDays = -10, .endDays = -2})},
         .code = "certificate-expired",
         .sentence = words("The certificate for “localhost” expired on \\d{4}-\\d\\d-\\d\\d "
                           "\\(certificate 1 of 2, CN=leaf\\)\\.")},
        {.name = "not yet valid",
         .server = {.identity = leaf({.startDays = 2})},
         .code = "certificate-not-yet-valid",
         .sentence = words("The certificate for “localhost” is not valid before "
                           "\\d{4}-\\d\\d-\\d\\d \\(certificate 1 of 2, CN=leaf\\); check this "
                           "computer's clock\\.")},
        {.name = "wrong host",
         .server = {.identity = leaf({.names = {words("a.test"), words("*.b.test")}})},
         .code = "certificate-name-mismatch",
         .sentence = words("The certificate for “localhost” does not name this host: it is valid "
                           "for a\\.test, \\*\\.b\\.test\\.")},
        {.name = "wrong IP",
         .server = {.identity = leaf({.names = {words("192.0.2.1"), words("localhost")}})},
         .host = "127.0.0.1",
         .code = "certificate-name-mismatch",
         .sentence = words("The certificate for “127\\.0\\.0\\.1” does not name this host: it is "
                           "valid for 192\\.0\\.2\\.1, localhost\\.")},
    };
}

std::vector<TlsCase> chains()
{
    const auto middle =
        makeCertificate({.commonName = "Middle", .authority = true}, testAuthority());
    const auto stranger = makeCertificate({.commonName = "Stranger", .authority = true});
    const auto narrow = makeCertificate(
        {.commonName = "Narrow", .authority = true, .nameConstraints = "permitted;DNS:only.test"},
        testAuthority());
    const auto late =
        makeCertificate({.commonName = "Late", .startDays = -10, .endDays = -2, .authority = true},
                        testAuthority());
    return {
        {.name = "self-signed",
         .server = {.identity = makeCertificate({})},
         .code = "certificate-untrusted",
         .sentence = words("The certificate for “localhost” is self-signed \\(certificate 1 of 1, "
                           "CN=leaf\\): only who made it vouches for it\\.")},
        {.name = "unknown issuer",
         .server = {.identity = makeCertificate({}, stranger), .chain = {stranger}},
         .code = "certificate-untrusted",
         .depth = 1,
         .marked = 1,
         .sentence = words("The chain of the certificate for “localhost” ends in a root that is "
                           "not trusted here \\(certificate 2 of 2, CN=Stranger\\)\\.")},
        {.name = "missing intermediate",
         .server = {.identity = makeCertificate({}, middle)},
         .code = "certificate-untrusted",
         .sentence = words("The certificate for “localhost” was issued by “CN=Middle”, which is "
                           "not trusted here \\(certificate 1 of 1, CN=leaf\\): the chain is "
                           "incomplete or its authority unknown\\.")},
        {.name = "name constraints",
         .server = {.identity = makeCertificate({}, narrow), .chain = {narrow}},
         .code = "certificate-invalid",
         .sentence =
             words("The certificate for “localhost” bears a name that the authorities above it "
                   "may not certify \\(certificate 1 of 3, CN=leaf\\): their name "
                   "constraints rule it out\\.")},
        {.name = "expired intermediate",
         .server = {.identity = makeCertificate({}, late), .chain = {late}},
         .code = "certificate-expired",
         .depth = 1,
         .marked = 1,
         .sentence = words("The certificate for “localhost” rests on one that expired on "
                           "\\d{4}-\\d\\d-\\d\\d \\(certificate 2 of 3, CN=Late\\)\\.")},
    };
}

std::vector<TlsCase> strength()
{
    const auto weakAuthority = makeCertificate(
        {.commonName = "Weak", .authority = true, .rsaBits = 1024}, testAuthority());
    return {
        {.name = "weak key",
         .server = {.identity = makeCertificate({.rsaBits = 1024}, testAuthority())},
         .code = "certificate-invalid",
         .sentence = words("The certificate for “localhost” has a key that is too weak, RSA 1024 "
                           "\\(certificate 1 of 2, CN=leaf\\)\\.")},
        {.name = "weak key of an authority",
         .server = {.identity = makeCertificate({}, weakAuthority), .chain = {weakAuthority}},
         .code = "certificate-invalid",
         .depth = 1,
         .marked = 1,
         .sentence = words("The certificate for “localhost” rests on one with a key that is too "
                           "weak, RSA 1024 \\(certificate 2 of 3, CN=Weak\\)\\.")},
        {.name = "SHA-1",
         .server = {.identity = makeCertificate({.sha1 = true}, testAuthority())},
         .code = "certificate-invalid",
         .sentence = words("The certificate for “localhost” has a signature that is too weak, "
                           "ecdsa-with-SHA1 \\(certificate 1 of 2, CN=leaf\\)\\.")},
        {.name = "revoked",
         .server = {.staple = makeStaple(StapleKind::Revoked, testLeaf(), testAuthority())},
         .code = "certificate-invalid",
         .sentence = words("The certificate for “localhost” was revoked on \\d{4}-\\d\\d-\\d\\d "
                           "\\(keyCompromise\\), says the OCSP response that the server sent with "
                           "it\\.")},
        {.name = "TLS 1.0 only",
         .server = {.minVersion = TLS1_VERSION, .maxVersion = TLS1_VERSION},
         .code = "tls-handshake-failed",
         .exitCode = 35,
         .depth = -1,
         .marked = -1,
         .sentence =
             words("“localhost” (offers only TLS versions before 1\\.2, which are no longer "
                   "safe to use|accepts neither TLS 1\\.2 nor TLS 1\\.3 \\(alert "
                   "protocol_version\\): it is too old to be spoken to safely)\\.")},
        {.name = "no common cipher",
         .server = {.maxVersion = TLS1_2_VERSION, .ciphers = "ECDHE-ECDSA-NULL-SHA"},
         .code = "tls-handshake-failed",
         .exitCode = 35,
         .depth = -1,
         .marked = -1,
         .sentence = words("“localhost” found no cipher in common with us, or no other way to "
                           "speak safely \\(alert handshake_failure\\)\\.")},
    };
}

} // namespace

std::vector<TlsCase> tlsCases()
{
    std::vector<TlsCase> all;
    for (const auto &part : {datesAndNames(), chains(), strength()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace sonde::testing

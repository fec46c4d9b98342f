#include "net/tls_verify.h"

#include "net/certificate.h"
#include "net/errors.h"

#include <openssl/x509_vfy.h>

#include <algorithm>

namespace sonde::net
{
namespace
{

// Problems kept of one chain: a hostile one may have thousands.
constexpr size_t maxProblems = 32;

struct Problem {
    int error = 0;
    int depth = 0;
    X509 *certificate = nullptr; // borrowed from the context
};
using Problems = std::vector<Problem>;

// Our place in the context while X509_verify_cert runs.
int problemsIndex()
{
    static const int index = X509_STORE_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

// Notes the problem and goes on, so that all are known at the end.
int collect(int ok, X509_STORE_CTX *context) noexcept
{
    auto *problems = static_cast<Problems *>(X509_STORE_CTX_get_ex_data(context, problemsIndex()));
    if (ok || !problems || problems->size() >= maxProblems)
        return 1;
    const Problem problem{X509_STORE_CTX_get_error(context),
                          X509_STORE_CTX_get_error_depth(context),
                          X509_STORE_CTX_get_current_cert(context)};
    const auto same = [&](const Problem &p) {
        return p.error == problem.error && p.depth == problem.depth;
    };
    if (std::ranges::none_of(*problems, same))
        problems->push_back(problem);
    return 1;
}

bool isTrustProblem(int error)
{
    return verifyCode(error) == http::Code::CertificateUntrusted;
}

// What a person should read first: an unknown issuer makes the rest of the certificate hearsay.
int weight(int error)
{
    switch (verifyCode(error)) {
    case http::Code::CertificateUntrusted:
        return 1;
    case http::Code::CertificateNameMismatch:
        return 2;
    case http::Code::CertificateExpired:
    case http::Code::CertificateNotYetValid:
        return 3;
    default:
        return 0;
    }
}

trace::CertificateCheck checkOf(int error)
{
    using Check = trace::CertificateCheck;
    switch (error) {
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
        return Check::Key;
    case X509_V_ERR_CA_MD_TOO_WEAK:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        return Check::Signature;
    default:
        break;
    }
    switch (verifyCode(error)) {
    case http::Code::CertificateExpired:
    case http::Code::CertificateNotYetValid:
        return Check::Dates;
    case http::Code::CertificateNameMismatch:
        return Check::Name;
    case http::Code::CertificateUntrusted:
        return Check::Issuer;
    default:
        return Check::Other;
    }
}

// OpenSSL reports one missing issuer up to three times, in different words.
void dropEchoes(Problems &problems)
{
    const auto has = [&](int error) {
        return std::ranges::find(problems, error, &Problem::error) != problems.end();
    };
    const bool explained = has(X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY) ||
                           has(X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT) ||
                           has(X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN);
    if (explained) {
        std::erase_if(problems, [](const Problem &p) {
            return p.error == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE ||
                   p.error == X509_V_ERR_CERT_UNTRUSTED;
        });
    }
}

QString day(const QDateTime &date)
{
    return date.toString(QStringLiteral("yyyy-MM-dd"));
}

class Words
{
public:
    Words(const VerifyRequest &request, const trace::Certificate &leaf, int chainLength)
        : m_host(quoted(request.host))
        , m_leaf(leaf)
        , m_chainLength(chainLength)
    {
    }

    QString sentence(const Problem &problem) const
    {
        const auto certificate =
            problem.certificate ? describe(problem.certificate) : trace::Certificate{};
        const auto where = place(problem, certificate);
        const bool isLeaf = problem.depth == 0;
        switch (problem.error) {
        case X509_V_ERR_CERT_HAS_EXPIRED:
            return (isLeaf ? QStringLiteral("The certificate for %1 expired on %2 %3.")
                           : QStringLiteral("The certificate for %1 rests on one that expired on "
                                            "%2 %3."))
                .arg(m_host, day(certificate.notAfter), where);
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return (isLeaf ? QStringLiteral("The certificate for %1 is not valid before %2 %3; "
                                            "check this computer's clock.")
                           : QStringLiteral("The certificate for %1 rests on one that is not valid "
                                            "before %2 %3; check this computer's clock."))
                .arg(m_host, day(certificate.notBefore), where);
        case X509_V_ERR_HOSTNAME_MISMATCH:
        case X509_V_ERR_IP_ADDRESS_MISMATCH:
            return nameMismatch();
        default:
            return trustSentence(problem, certificate, where);
        }
    }

private:
    QString trustSentence(const Problem &problem, const trace::Certificate &certificate,
                          const QString &where) const
    {
        switch (problem.error) {
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
            return QStringLiteral(
                       "The certificate for %1 is self-signed %2: only who made it vouches "
                       "for it.")
                .arg(m_host, where);
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
            return QStringLiteral("The chain of the certificate for %1 ends in a root that is not "
                                  "trusted here %2.")
                .arg(m_host, where);
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
            return QStringLiteral("The certificate for %1 was issued by “%2”, which is not trusted "
                                  "here %3: the chain is incomplete or its authority unknown.")
                .arg(m_host, certificate.issuer, where);
        case X509_V_ERR_PERMITTED_VIOLATION:
        case X509_V_ERR_EXCLUDED_VIOLATION:
            return QStringLiteral("The certificate for %1 bears a name that the authorities above "
                                  "it may not certify %2: their name constraints rule it out.")
                .arg(m_host, where);
        case X509_V_ERR_EE_KEY_TOO_SMALL:
        case X509_V_ERR_CA_KEY_TOO_SMALL:
            return weakness(problem, QStringLiteral("key"), certificate.key, where);
        case X509_V_ERR_CA_MD_TOO_WEAK:
            return weakness(problem, QStringLiteral("signature"), certificate.signature, where);
        default:
            return QStringLiteral("The certificate for %1 is not acceptable: %2 %3.")
                .arg(m_host, QLatin1String(X509_verify_cert_error_string(problem.error)), where);
        }
    }

    QString weakness(const Problem &problem, const QString &what, const QString &which,
                     const QString &where) const
    {
        const auto sentence = problem.depth == 0
                                  ? QStringLiteral("The certificate for %1 has a %2 that is too "
                                                   "weak, %3 %4.")
                                  : QStringLiteral("The certificate for %1 rests on one with a %2 "
                                                   "that is too weak, %3 %4.");
        return sentence.arg(m_host, what, which, where);
    }

    QString nameMismatch() const
    {
        if (m_leaf.names.isEmpty()) {
            return QStringLiteral("The certificate for %1 does not name this host: it names none.")
                .arg(m_host);
        }
        constexpr int shownNames = 8;
        auto names = m_leaf.names.mid(0, shownNames).join(QStringLiteral(", "));
        if (m_leaf.names.size() > shownNames)
            names += QStringLiteral(" and %1 more").arg(m_leaf.names.size() - shownNames);
        return QStringLiteral("The certificate for %1 does not name this host: it is valid for %2.")
            .arg(m_host, names);
    }

    QString place(const Problem &problem, const trace::Certificate &certificate) const
    {
        return QStringLiteral("(certificate %1 of %2, %3)")
            .arg(problem.depth + 1)
            .arg(std::max(m_chainLength, problem.depth + 1))
            .arg(certificate.subject.isEmpty() ? QStringLiteral("without a name")
                                               : certificate.subject);
    }

    QString m_host;
    const trace::Certificate &m_leaf;
    int m_chainLength;
};

std::vector<trace::Certificate> sentChain(X509_STORE_CTX *context)
{
    std::vector<trace::Certificate> chain;
    auto *sent = X509_STORE_CTX_get0_untrusted(context);
    for (int i = 0; sent && i < sk_X509_num(sent); ++i)
        chain.push_back(describe(sk_X509_value(sent, i)));
    if (chain.empty() && X509_STORE_CTX_get0_cert(context))
        chain.push_back(describe(X509_STORE_CTX_get0_cert(context)));
    return chain;
}

Problems findProblems(X509_STORE_CTX *context)
{
    Problems problems;
    X509_STORE_CTX_set_ex_data(context, problemsIndex(), &problems);
    X509_STORE_CTX_set_verify_cb(context, collect);
    const int verified = X509_verify_cert(context);
    X509_STORE_CTX_set_ex_data(context, problemsIndex(), nullptr);
    // Some failures end the check without the callback: no memory, a broken chain.
    if (verified <= 0 && problems.empty()) {
        problems.push_back({X509_STORE_CTX_get_error(context),
                            X509_STORE_CTX_get_error_depth(context),
                            X509_STORE_CTX_get_current_cert(context)});
    }
    return problems;
}

} // namespace

http::Code verifyCode(int error)
{
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return http::Code::CertificateExpired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return http::Code::CertificateNotYetValid;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return http::Code::CertificateNameMismatch;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
        return http::Code::CertificateUntrusted;
    default:
        return http::Code::CertificateInvalid;
    }
}

VerifyOutcome verifyChain(X509_STORE_CTX *context, const VerifyRequest &request)
{
    VerifyOutcome outcome{.chain = sentChain(context)};
    auto problems = findProblems(context);
    dropEchoes(problems);
    if (!request.pinnedDer.isEmpty() && !outcome.chain.empty() &&
        outcome.chain.front().der == request.pinnedDer)
        outcome.pinned =
            std::erase_if(problems, [](const Problem &p) { return isTrustProblem(p.error); }) > 0;
    if (problems.empty())
        return outcome;

    const auto main =
        std::ranges::min_element(problems, {}, [](const Problem &p) { return weight(p.error); });
    std::rotate(problems.begin(), main, main + 1);
    const auto *built = X509_STORE_CTX_get0_chain(context);
    const trace::Certificate nobody;
    const Words words(request, outcome.chain.empty() ? nobody : outcome.chain.front(),
                      built ? sk_X509_num(built) : 0);
    for (const auto &problem : problems) {
        const auto sentence = words.sentence(problem);
        outcome.problems.append(sentence);
        const auto der = problem.certificate ? derOf(problem.certificate) : QByteArray();
        const auto sent = std::ranges::find(outcome.chain, der, &trace::Certificate::der);
        if (sent != outcome.chain.end()) {
            sent->problems.append(sentence);
            sent->failed.push_back(checkOf(problem.error));
        }
    }
    outcome.problem = outcome.problems.front();
    outcome.problemCode = problems.front().error;
    outcome.problemDepth = problems.front().depth;
    outcome.code = verifyCode(problems.front().error);
    return outcome;
}

} // namespace sonde::net

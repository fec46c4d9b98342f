#include "trace/certificate_checks.h"

#include <algorithm>

namespace sonde::trace
{
namespace
{

using AnswerVerdict = CertificateAnswer::Verdict;

// All sentences of one check.
QString problemsOf(const Certificate &certificate, CertificateCheck check)
{
    QStringList found;
    for (qsizetype i = 0; i < certificate.problems.size(); ++i) {
        // A record that is older than the checks: its problems are of no known kind.
        const bool known = size_t(i) < certificate.failed.size();
        const auto kind = known ? certificate.failed[size_t(i)] : CertificateCheck::Other;
        if (kind == check)
            found << certificate.problems[i];
    }
    return found.join(u' ');
}

} // namespace

std::vector<CertificateAnswer> certificateAnswers(const TlsReport &report, size_t place)
{
    std::vector<CertificateAnswer> answers;
    if (place >= report.chain.size())
        return answers;
    const Certificate &certificate = report.chain[place];
    const bool checked = report.verification != Verification::NotDone;
    // One that is blamed without a sentence of its own.
    const bool blamed = report.problemDepth == int(place) && !report.problem.isEmpty() &&
                        !certificate.problems.contains(report.problem);
    for (const auto check :
         {CertificateCheck::Dates, CertificateCheck::Name, CertificateCheck::Issuer,
          CertificateCheck::Key, CertificateCheck::Signature, CertificateCheck::Other}) {
        if (check == CertificateCheck::Name && place > 0)
            continue;
        QString problem = problemsOf(certificate, check);
        if (check == CertificateCheck::Other && blamed)
            problem = problem.isEmpty() ? report.problem : report.problem + u' ' + problem;
        if (check == CertificateCheck::Other && problem.isEmpty())
            continue;
        const bool waived = report.pinned && place == 0 && check == CertificateCheck::Issuer;
        const auto verdict = !problem.isEmpty() ? AnswerVerdict::Failed
                             : waived           ? AnswerVerdict::Waived
                             : checked          ? AnswerVerdict::Passed
                                                : AnswerVerdict::NotChecked;
        answers.push_back({.check = check, .verdict = verdict, .problem = std::move(problem)});
    }
    // The chain is judged as built, which may go beyond what was sent: an issuer that is not there
    // is missing from the last one that is.
    const bool beyond = report.problemDepth >= int(report.chain.size()) &&
                        place + 1 == report.chain.size() && !report.problem.isEmpty();
    if (beyond) {
        const auto issuer =
            std::ranges::find(answers, CertificateCheck::Issuer, &CertificateAnswer::check);
        issuer->verdict = AnswerVerdict::Failed;
        issuer->problem = report.problem;
    }
    return answers;
}

QByteArray pemOf(const Certificate &certificate)
{
    constexpr qsizetype line = 64; // RFC 7468 section 2
    const QByteArray text = certificate.der.toBase64();
    QByteArray pem = "-----BEGIN CERTIFICATE-----\n";
    for (qsizetype at = 0; at < text.size(); at += line)
        pem += text.mid(at, line) + '\n';
    return pem + "-----END CERTIFICATE-----\n";
}

} // namespace sonde::trace

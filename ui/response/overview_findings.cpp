#include "ui/response/overview_findings.h"

#include "trace/head_check.h"
#include "trace/header_lint.h"
#include "ui/protocol/wire_words.h"
#include "ui/response/error_text.h"
#include "ui/widgets/sentence.h"

#include <QCoreApplication>

namespace sonde::ui
{
namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

using trace::Severity;
using Where = Evidence::Where;

// What is said first is what one reads; the Frames tab has them all.
constexpr int mostFrames = 20;

QString latin(QByteArrayView octets)
{
    return QString::fromLatin1(octets);
}

QString inOurWords(const char *english)
{
    return QCoreApplication::translate("sonde::trace::HeaderLint", english);
}

class Findings
{
public:
    Findings(const HopSnapshot &hop, const WireView &wire)
        : m_hop(hop)
        , m_exchange(hop.exchange)
        , m_wire(wire)
    {
    }

    std::vector<OverviewFinding> take()
    {
        addError();
        addTls();
        for (const trace::Finding &finding : m_exchange.findings)
            add(finding, evidenceOf(finding));
        addDisagreements();
        addFrames();
        addEnd();
        for (const trace::Finding &finding : trace::lintHead(m_exchange, inOurWords))
            add(finding, {.where = Where::Field, .field = finding.field});
        return worstFirst();
    }

private:
    // Those of one severity stay in the order in which they were found.
    [[nodiscard]] std::vector<OverviewFinding> worstFirst() const
    {
        std::vector<OverviewFinding> sorted;
        for (const Severity severity : {Severity::Violation, Severity::Warning, Severity::Note})
            std::ranges::copy_if(
                m_list, std::back_inserter(sorted),
                [&](const OverviewFinding &finding) { return finding.severity == severity; });
        return sorted;
    }

    void add(const trace::Finding &finding, Evidence evidence)
    {
        m_list.push_back({finding.severity, inWindowLanguage(finding.sentence),
                          latin(finding.section), std::move(evidence)});
    }

    static Evidence evidenceOf(const trace::Finding &finding)
    {
        if (finding.offset >= 0)
            return {.where = Where::Octet, .number = quint64(finding.offset)};
        if (!finding.field.isEmpty())
            return {.where = Where::Field, .field = finding.field};
        return {};
    }

    void addError()
    {
        if (!m_exchange.error || m_exchange.error->code == http::Code::Cancelled)
            return;
        m_list.push_back(
            {.severity = Severity::Violation,
             .sentence = QStringLiteral("%1: %2").arg(errorText(*m_exchange.error).title,
                                                      inWindowLanguage(m_exchange.error->sentence)),
             .evidence = {.where = Where::Problem}});
    }

    void addTls()
    {
        const trace::TlsReport *tls = m_hop.tls();
        if (!tls)
            return;
        if (tls->ocsp && tls->ocsp->status == trace::OcspStaple::Status::Revoked)
            m_list.push_back({.severity = Severity::Violation,
                              .sentence = Text::tr("The server itself hands over a statement that "
                                                   "its certificate was revoked."),
                              .section = QStringLiteral("RFC 6066 section 8"),
                              .evidence = {.where = Where::Tls}});
        if (tls->verification == trace::Verification::Ignored)
            m_list.push_back({.severity = Severity::Violation,
                              .sentence = Text::tr("The certificate was not verified, as asked: %1")
                                              .arg(inWindowLanguage(tls->problem)),
                              .section = QStringLiteral("RFC 9110 section 4.3.4"),
                              .evidence = {.where = Where::Tls}});
        else if (tls->verification == trace::Verification::Failed)
            m_list.push_back({.severity = Severity::Violation,
                              .sentence = inWindowLanguage(tls->problem),
                              .section = QStringLiteral("RFC 9110 section 4.3.4"),
                              .evidence = {.where = Where::Tls}});
    }

    // Two readers of the same octets: one of them is wrong.
    void addDisagreements()
    {
        if (!m_wire.http2 || !m_exchange.isOver())
            return;
        for (const trace::Finding &finding : trace::checkHeads(m_exchange, *m_wire.http2))
            add(finding, {.where = Where::Field});
    }

    void addFrames()
    {
        if (!m_wire.http2)
            return;
        int more = 0;
        quint64 first = 0; // of those that are left out
        for (const trace::Frame &frame : m_wire.http2->frames) {
            const bool own = frame.stream == 0 || frame.stream == m_exchange.streamId;
            if (!own || frame.verdict.kind == trace::Verdict::Kind::Ok)
                continue;
            if (++m_frames > mostFrames) {
                first = more++ == 0 ? frame.number : first;
                continue;
            }
            m_list.push_back(
                {.severity = frame.verdict.isViolation() ? Severity::Violation : Severity::Note,
                 //: %1 a frame type such as DATA, %2 "sent" or "received", %3 a sentence
                 .sentence = Text::tr("%1, %2: %3")
                                 .arg(latin(trace::frameTypeName(frame.type)),
                                      directionText(frame.direction),
                                      inWindowLanguage(frame.verdict.sentence)),
                 .section = latin(frame.verdict.section),
                 .evidence = {.where = Where::Frame, .number = frame.number}});
        }
        if (more > 0)
            m_list.push_back({.sentence = Text::tr("There is something to say of %n more frame(s).",
                                                   nullptr, more),
                              .evidence = {.where = Where::Frame, .number = first}});
    }

    void addEnd()
    {
        if (m_exchange.end == trace::End::Close)
            m_list.push_back(
                {.severity = Severity::Warning,
                 .sentence = Text::tr("The body ended with the connection: nothing proves that it "
                                      "is whole."),
                 .section = QStringLiteral("RFC 9112 section 8")});
    }

    const HopSnapshot &m_hop;
    const trace::ExchangeState &m_exchange;
    const WireView &m_wire;
    std::vector<OverviewFinding> m_list;
    int m_frames = 0;
};

} // namespace

std::vector<OverviewFinding> overviewFindings(const HopSnapshot &hop, const WireView &wire)
{
    return Findings(hop, wire).take();
}

QString noFindingsText(const HopSnapshot &hop)
{
    if (!hop.exchange.isOver())
        return Text::tr("Nothing so far; the response is still on its way.");
    if (!hop.exchange.response)
        return Text::tr("No response came, so there is nothing to judge.");
    return Text::tr("Nothing: no rule was broken, and the header section is as it should be.");
}

QString evidenceText(const Evidence &evidence)
{
    switch (evidence.where) {
    case Where::Nowhere:
        return {};
    case Where::Problem:
        return Text::tr("Show the problem");
    case Where::Field:
        return evidence.field.isEmpty() ? Text::tr("Show the headers") : Text::tr("Show the field");
    case Where::Frame:
        return Text::tr("Show the frame");
    case Where::Octet:
        return Text::tr("Show the octets");
    case Where::Tls:
        return Text::tr("Show the certificate");
    }
    Q_UNREACHABLE();
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return Text::tr("Note");
    case Severity::Warning:
        return Text::tr("Warning");
    case Severity::Violation:
        return Text::tr("Violation");
    }
    Q_UNREACHABLE();
}

} // namespace sonde::ui

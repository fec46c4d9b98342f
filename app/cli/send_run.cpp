#include "cli/send_run.h"

#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/report_json.h"
#include "cli/waterfall.h"
#include "cli/write_out.h"
#include "client/engine.h"

#include <QEventLoop>
#include <QLocale>
#include <QTimer>

namespace sonde::cli
{
namespace
{

using interop::OutputPlan;
using namespace std::chrono_literals;

bool isInterrupted()
{
    return Interrupt::signal() != 0;
}

Progress::Show progressFor(const OutputPlan &plan)
{
    return isTerminal(2) && !plan.silent && !plan.verbose ? Progress::Show::WhenSlow
                                                          : Progress::Show::Never;
}

// The window shows such content as it came. A program that asked for it decoded must be told.
std::optional<http::Error> unknownCoding(const trace::ExchangeState &hop)
{
    const auto found = std::ranges::find(hop.findings, QByteArrayView("client.unknown-coding"),
                                         &trace::Finding::rule);
    if (found == hop.findings.end())
        return std::nullopt;
    return http::Error{.layer = http::Layer::Content,
                       .code = http::Code::UnknownContentCoding,
                       .blame = http::Blame::Remote,
                       .phase = http::Phase::ReceiveBody,
                       .sentence = found->sentence};
}

} // namespace

SendRun::SendRun(const OutputPlan &plan, const QString &file)
    : m_plan(plan)
    , m_standard(OutputStream::standardOutput())
    , m_body(std::make_shared<BodyOutput>(*m_standard, plan, file))
    , m_colour(colourFor(2))
    , m_conversation(plan.showSecrets ? Secrets::Shown : Secrets::Masked, m_colour)
    , m_progress(progressFor(plan))
    , m_bodyOnTerminal(file.isEmpty() && isTerminal(1))
{
}

int SendRun::run(SendRequest send, const interop::RequestPlan &asked)
{
    client::Engine engine(client::Engine::Where::CallersThread);
    // The report takes the body from its store, so that it can look at all of it first.
    const bool toStore = m_plan.jsonReport && m_body->file().isEmpty();
    m_body->beforeBody = [this] {
        showNews();
        if (m_bodyOnTerminal)
            m_progress.giveWay();
    };
    if (wantsEvidence(m_plan))
        send.options.keep = client::Keep::WireContent;
    m_call =
        engine.start(std::move(send.request), std::move(send.options), toStore ? nullptr : m_body);

    QEventLoop loop;
    client::Watcher watcher(m_call);
    QObject::connect(&watcher, &client::Watcher::changed, &loop, [this] { showNews(); });
    QObject::connect(&watcher, &client::Watcher::finished, &loop, &QEventLoop::quit);
    const Interrupt interrupt([this] { m_call->cancel(); });
    QTimer redraw; // progress goes on while nothing happens
    QObject::connect(&redraw, &QTimer::timeout, &loop, [this] { showNews(); });
    redraw.start(100ms);
    if (!m_call->isOver())
        loop.exec();
    redraw.stop();
    m_progress.clear();
    showNews();
    if (m_plan.heads && !m_plan.jsonReport)
        m_body->writeText(HeadPrinter::trailers(states()));

    Report result = report(asked);
    settle(result);
    tell(result);
    m_place = streamPlace(result);
    engine.shutdown();
    return result.exitCode;
}

// WHATWG HTML section 9.2.2: another status than 200 ends it for good, a lost connection does not.
std::optional<StreamPlace> SendRun::streamPlace(const Report &report) const
{
    const auto &response = report.hops.back().response;
    const bool lost = !report.error || report.error->blame == http::Blame::Remote;
    if (isInterrupted() || !lost || !response || response->status != 200)
        return std::nullopt;
    return m_body->place();
}

std::vector<trace::ExchangeState> SendRun::states() const
{
    std::vector<trace::ExchangeState> states;
    for (const client::Hop &hop : m_call->hops())
        states.push_back(hop.exchange->state());
    return states;
}

void SendRun::showNews()
{
    const bool heads = m_plan.heads && !m_plan.jsonReport;
    if (!m_call)
        return;
    const bool frames = m_plan.traceFrames && !m_plan.jsonReport;
    if (!heads && !m_plan.verbose && !frames) {
        m_progress.update(m_call->last().exchange->state());
        return;
    }
    const auto hops = states();
    m_progress.update(hops.back());
    if (heads)
        writeHeads(m_heads.news(hops));
    if (m_plan.verbose)
        print(m_conversation.news(hops));
    if (frames)
        print(m_frameTrace.news(hops));
}

void SendRun::writeHeads(const QByteArray &text)
{
    if (!text.isEmpty() && m_bodyOnTerminal)
        m_progress.giveWay();
    m_body->writeText(text);
}

void SendRun::print(const QByteArray &text)
{
    if (text.isEmpty())
        return;
    m_progress.clear();
    printError(text);
}

Report SendRun::report(const interop::RequestPlan &asked)
{
    Report report{.method = interop::methodOf(asked),
                  .url = asked.url,
                  .policy = asked.versionPolicy,
                  .hops = states(),
                  .withFrames = m_plan.traceFrames};
    if (m_plan.jsonReport)
        checkHeads(report.hops);
    report.error = report.hops.back().error;
    if (m_plan.jsonReport && m_body->file().isEmpty()) {
        report.body = m_call->last().body;
    } else if (report.hops.back().response) {
        report.bodyFile = m_body->file();
        report.bodyHash = m_body->hash();
    }
    return report;
}

// Everything goes out, and the exit code is found: an interruption first, then what failed.
void SendRun::settle(Report &report)
{
    if (const auto written = m_body->finish(isInterrupted); !written && !report.error)
        report.error = written.error();
    if (const auto written = writeEvidence(m_plan, *m_call); !written && !report.error)
        report.error = written.error();
    if (!report.error)
        report.error = unknownCoding(report.hops.back());
    const trace::ExchangeState &last = report.hops.back();
    if (const int signal = Interrupt::signal(); signal != 0)
        report.exitCode = 128 + signal;
    else if (report.error)
        report.exitCode = exitCode(*report.error);
    else if (m_plan.fail != OutputPlan::Fail::Never && last.response &&
             last.response->status >= 400)
        report.exitCode = exit_code::httpStatus;
}

void SendRun::tell(const Report &report)
{
    tellTrust(report);
    const bool speaks = !m_plan.silent || m_plan.showError;
    if (speaks && report.error)
        print(errorText(*report.error, m_colour));
    else if (speaks && report.exitCode == exit_code::httpStatus)
        print(errorText(
            QStringLiteral("The server answered with status %1, which --fail makes a failure.")
                .arg(report.hops.back().response->status),
            {}, m_colour));
    if (speaks && !report.error && !m_body->remark().isEmpty())
        print(errorText(m_body->remark(), {}, m_colour));
    if (speaks && report.error && m_body->keptOctets() > 0 && !m_body->file().isEmpty())
        print("       “" + m_body->file().toUtf8() + "” keeps the " +
              QLocale(QLocale::English, QLocale::UnitedStates)
                  .toString(m_body->keptOctets())
                  .toUtf8() +
              " octets that arrived.\n");
    if (m_plan.timings) {
        const WaterfallStyle style{
            .width = terminalWidth(), .colour = m_colour, .blocks = isUtf8Locale()};
        print(waterfall(report, style));
    }
    if (m_plan.jsonReport)
        writeJson(report);
    if (m_plan.writeOut && !m_plan.writeOut->isEmpty()) {
        const WrittenOut written = writeOut(*m_plan.writeOut, report);
        (void)m_standard->write(written.out);
        print(written.error);
    }
    (void)m_standard->flush(isInterrupted);
}

// --insecure is shown wherever its result is.
void SendRun::tellTrust(const Report &report)
{
    for (const trace::ExchangeState &hop : report.hops) {
        if (!hop.connection || hop.connectionReused)
            continue;
        const auto tls = hop.connection->state().tls;
        if (tls && tls->verification == trace::Verification::Ignored && !m_plan.silent)
            print(painted("sonde: certificate NOT verified: " + harmless(tls->problem.toUtf8()),
                          Ink::Error, m_colour) +
                  '\n');
    }
}

void SendRun::writeJson(const Report &report)
{
    http::Result<void> complete;
    {
        JsonWriter json([this](QByteArrayView text) {
            (void)m_standard->write(text);
            // A report is written at the end, when nothing else waits: its reader may be waited
            // for.
            (void)m_standard->flush(isInterrupted);
        });
        complete = writeReport(json, report);
    }
    if (!complete)
        print(errorText(complete.error(), m_colour));
}

} // namespace sonde::cli

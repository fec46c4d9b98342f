// One send while it lives: starts it on the engine, shows what the flags ask for as it happens, and
// tells how it went. Owned by sendCommand; main thread.
#pragma once

#include "cli/body_output.h"
#include "cli/conversation.h"
#include "cli/head_printer.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/send_request.h"

namespace sonde::cli
{

class SendRun
{
public:
    // `file` empty: the body goes to standard output.
    SendRun(const interop::OutputPlan &plan, const QString &file);

    // Runs the event loop until the send is over. Returns the exit code.
    [[nodiscard]] int run(SendRequest send, const interop::RequestPlan &asked);
    // After it: where a stream of server-sent events ended that one may connect to again.
    [[nodiscard]] std::optional<StreamPlace> place() const { return m_place; }

private:
    void showNews();
    [[nodiscard]] std::vector<trace::ExchangeState> states() const;
    [[nodiscard]] Report report(const interop::RequestPlan &asked);
    void settle(Report &report);
    [[nodiscard]] std::optional<StreamPlace> streamPlace(const Report &report) const;
    void tell(const Report &report);
    void tellTrust(const Report &report);
    void writeHeads(const QByteArray &text);
    void writeJson(const Report &report);
    void print(const QByteArray &text); // on standard error, past the progress line

    const interop::OutputPlan &m_plan;
    const std::unique_ptr<OutputStream> m_standard;
    const std::shared_ptr<BodyOutput> m_body;
    const Colour m_colour;
    Conversation m_conversation;
    FrameTrace m_frameTrace;
    HeadPrinter m_heads;
    Progress m_progress;
    const bool m_bodyOnTerminal;
    std::shared_ptr<client::Call> m_call;
    std::optional<StreamPlace> m_place;
};

} // namespace sonde::cli

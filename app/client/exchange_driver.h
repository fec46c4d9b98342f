// One exchange on one stream, from open() to its end: turns what the connection tells into the
// trace, the body and an outcome. Owned by the frame that drives the call; network thread.
#pragma once

#include "client/body_writer.h"
#include "client/redirect.h"
#include "client/request_plan.h"
#include "client/stop_signal.h"
#include "client/upload.h"
#include "net/completion.h"

namespace sonde::client
{

struct ExchangeOutcome {
    std::optional<http::Error> error;
    std::optional<Redirect> redirect; // to be followed
    bool answered = false;            // an octet of a response has come
};

class ExchangeDriver final : public net::StreamOwner
{
public:
    struct Setup {
        std::shared_ptr<Call> call;
        Hop hop;
        std::shared_ptr<net::Connection> connection;
        bool reused = false;
        const http::Request *request = nullptr; // as planned for this hop
        RequestPlan plan;
        const Options *options = nullptr;
        ContentSource *source = nullptr; // null: no content
        std::shared_ptr<BodySink> sink;  // null: the hop's store
        const StopSignal *stop = nullptr;
        int redirectsFollowed = 0;
    };

    explicit ExchangeDriver(Setup setup);
    ~ExchangeDriver() override;
    ExchangeDriver(const ExchangeDriver &) = delete;
    ExchangeDriver &operator=(const ExchangeDriver &) = delete;

    // Opens the stream; the outcome comes later, also if that fails.
    void start();
    // Completed exactly once, after start(). Who awaits it tells the call's listeners.
    [[nodiscard]] net::Completion<ExchangeOutcome> outcome() const { return m_outcome; }

    void headStarted(trace::Stamp at) override;
    void headReceived(wire::ResponseHeadReceived event) override;
    void contentReceived(const wire::ContentReceived &event) override;
    void trailersReceived(wire::TrailersReceived event) override;
    void findingNoticed(const trace::Finding &finding) override;
    void sent(const wire::SentMark &mark, trace::Stamp at) override;
    void contentWanted() override;
    void ended(trace::Stamp at, trace::End how) override;
    void failed(trace::Stamp at, const http::Error &error) override;

private:
    struct PendingEnd {
        trace::Stamp at;
        trace::End how;
    };

    void describeStream();
    void interimReceived(wire::ResponseHeadReceived event);
    void openSink(const http::ResponseHead &head);
    void prepareDecoder(const http::ResponseHead &head);
    void requestSent(trace::Stamp at);

    void beginUpload();
    void pump();
    void endContinueWait(trace::Stamp at);

    // `credit` is what the writer earned; an error of it ends the exchange.
    void settle(const http::Result<qint64> &credit);
    void sinkDrained();
    void cutRedirectContent();

    [[nodiscard]] std::optional<trace::Stamp> idleBy() const;
    [[nodiscard]] std::optional<trace::Stamp> firstByteBy() const;
    void rearm();
    void alarmRang();
    void stopped();
    void leave(trace::Stamp at);

    // We end it: the stream is released.
    void giveUp(http::Error error);
    // The only way to the outcome.
    void finish(trace::Stamp at, trace::End how, std::optional<http::Error> error);
    void finishWhole(trace::Stamp at, trace::End how);
    void recordBodyEnd(trace::ExchangeState &state) const;

    [[nodiscard]] trace::Exchange &exchange() const { return *m_setup.hop.exchange; }
    [[nodiscard]] const Timeouts &timeouts() const { return m_setup.options->timeouts; }
    [[nodiscard]] bool isOver() const { return m_outcome.isComplete(); }

    Setup m_setup;
    net::Completion<ExchangeOutcome> m_outcome;
    net::CancelRegistration m_stopped;
    BodyWriter m_writer;
    Upload m_upload;
    wire::StreamId m_stream{};
    bool m_streamOpen = false;

    std::optional<trace::Stamp> m_headStarted; // a head is coming in, interim or final
    bool m_answered = false;
    bool m_hasHead = false;
    bool m_bodyStarted = false;
    trace::Stamp m_lastArrival;
    trace::Stamp m_lastContent;
    std::optional<PendingEnd> m_pendingEnd; // complete, but the sink still holds octets back
    http::Result<std::optional<Redirect>> m_redirect;

    bool m_waitsForContinue = false;
    std::optional<trace::Stamp> m_continueBy;
    std::optional<trace::Stamp> m_sentAt;  // last octet of the request
    std::optional<trace::Stamp> m_leaveBy; // after a 101: what came with it has been taken
    std::unique_ptr<QTimer> m_alarm;       // made when there is a limit to watch
};

} // namespace sonde::client

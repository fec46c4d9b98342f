// Sends the requests of a plan in order, with captures handed on and assertions checked. A QObject
// for window and terminal: lives on a thread with an event loop, which scanning of large bodies may
// hold up.
#pragma once

#include "client/engine.h"
#include "collection/captures.h"
#include "collection/variables.h"
#include "lab/assert_check.h"
#include "lab/capture_store.h"
#include "lab/run_plan.h"

#include <QObject>

namespace sonde::lab
{

struct RunOptions {
    int parallel = 1; // requests under way at once, 1 to 64
    enum class OnFailure : quint8 { GoOn, Stop };
    OnFailure onFailure = OnFailure::GoOn;
    enum class Certificates : quint8 { AsWritten, NotVerified };
    Certificates certificates = Certificates::AsWritten;
    QString caFile;                       // PEM, instead of the system's trust store
    std::chrono::milliseconds timeout{0}; // for requests that set none; 0: none
    enum class Keep : quint8 { Figures, Calls };
    Keep keep = Keep::Figures; // Calls: RunResult::call stays, with head, trace and body
    // Has the last word on how each is sent; the window trusts its playground there.
    std::function<void(const http::Request &, client::Options &)> adjust;
    // Told of each as it is sent, on the thread of the run, which it may hold up.
    std::function<void(const std::shared_ptr<client::Call> &, const PlannedRequest &)> sent;
};

struct RunCheck {
    QString text;    // "status == 200"
    size_t line = 0; // 0-based
    AssertResult result;
};

// The assertions above a request, read before anything is sent: a spelling mistake costs no
// request.
using ReadChecks = std::vector<std::pair<RunCheck, AssertCheck>>;
[[nodiscard]] http::Result<ReadChecks> readChecks(const collection::HttpRequest &request,
                                                  collection::Expander &expander);

struct RunResult {
    enum class Outcome : quint8 {
        Waiting,
        Running,
        Passed,
        Failed,  // it was answered, and an assertion does not hold
        Error,   // it could not be made, sent or answered
        Skipped, // not sendable, or the run was stopped
    };
    Outcome outcome = Outcome::Waiting;
    QByteArray method;
    QByteArray url; // as sent, without user info
    int status = 0;
    std::chrono::nanoseconds time{0};
    qint64 bodySize = 0;
    std::vector<RunCheck> checks;
    QStringList captured; // names
    std::optional<http::Error> error;
    QString reason; // of Skipped
    std::shared_ptr<client::Call> call;
};

struct RunCounts {
    size_t passed = 0;
    size_t failed = 0; // Failed and Error
    size_t skipped = 0;
    size_t checks = 0;
    size_t failedChecks = 0;
};

class CollectionRun : public QObject
{
    Q_OBJECT
public:
    // `engine` has to outlive it.
    CollectionRun(client::Engine &engine, RunPlan plan, RunOptions options,
                  QObject *parent = nullptr);
    ~CollectionRun() override; // cancels what is under way

    void start();
    // What is under way ends within 100 ms; the rest is skipped.
    void stop();

    [[nodiscard]] const std::vector<PlannedRequest> &requests() const { return m_plan.requests; }
    // One for each request.
    [[nodiscard]] const std::vector<RunResult> &results() const { return m_results; }
    [[nodiscard]] RunCounts counts() const;
    [[nodiscard]] bool isOver() const { return m_isOver; }

Q_SIGNALS:
    void requestStarted(size_t index);
    void requestFinished(size_t index);
    void finished(); // from the event loop, once

private:
    struct Running;
    void pump();
    [[nodiscard]] bool mayStart(size_t index) const;
    void begin(size_t index);
    [[nodiscard]] http::Result<collection::Resolved> prepare(size_t index, Running &running);
    [[nodiscard]] QString whyNotYet(const RunFile &file, const QString &name,
                                    const collection::Variables &literals);
    void conclude(size_t index);
    void end(size_t index, RunResult::Outcome outcome);

    client::Engine &m_engine;
    const RunPlan m_plan;
    const RunOptions m_options;
    std::vector<RunResult> m_results;
    CaptureStore m_captures;
    QHash<QString, collection::Capturers> m_capturers; // by file, once it misses a name
    std::vector<std::unique_ptr<Running>> m_running;
    size_t m_next = 0;
    bool m_isStopped = false;
    bool m_isOver = false;
    bool m_isPumping = false;
};

} // namespace sonde::lab

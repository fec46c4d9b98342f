#include "lab/collection_run.h"

#include <QFileInfo>

namespace sonde::lab
{
namespace
{

using Outcome = RunResult::Outcome;

} // namespace

http::Result<ReadChecks> readChecks(const collection::HttpRequest &request,
                                    collection::Expander &expander)
{
    ReadChecks checks;
    for (const collection::Annotation &annotation : request.annotations) {
        if (annotation.key != u"assert")
            continue;
        const QString where = QStringLiteral("the assertion in line %1").arg(annotation.line + 1);
        const auto text = expander.expand(annotation.value, where);
        if (!text)
            return std::unexpected(text.error());
        auto check = AssertCheck::parse(*text);
        if (!check) {
            http::Error error = check.error();
            error.sentence += QStringLiteral(" (line %1)").arg(annotation.line + 1);
            return std::unexpected(error);
        }
        checks.emplace_back(RunCheck{.text = *text, .line = annotation.line}, std::move(*check));
    }
    return checks;
}

struct CollectionRun::Running {
    size_t index = 0;
    http::Request request;
    ReadChecks checks;
    std::shared_ptr<client::Call> call;
    std::unique_ptr<client::Watcher> watcher;
};

CollectionRun::CollectionRun(client::Engine &engine, RunPlan plan, RunOptions options,
                             QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_plan(std::move(plan))
    , m_options(std::move(options))
    , m_results(m_plan.requests.size())
{
}

CollectionRun::~CollectionRun()
{
    for (const auto &running : m_running)
        running->call->cancel();
}

void CollectionRun::start()
{
    QMetaObject::invokeMethod(this, &CollectionRun::pump, Qt::QueuedConnection);
}

void CollectionRun::stop()
{
    m_isStopped = true;
    for (const auto &running : m_running)
        running->call->cancel();
    QMetaObject::invokeMethod(this, &CollectionRun::pump, Qt::QueuedConnection);
}

RunCounts CollectionRun::counts() const
{
    RunCounts counts;
    for (const RunResult &result : m_results) {
        counts.passed += result.outcome == Outcome::Passed;
        counts.failed += result.outcome == Outcome::Failed || result.outcome == Outcome::Error;
        counts.skipped += result.outcome == Outcome::Skipped;
        counts.checks += result.checks.size();
        counts.failedChecks += size_t(std::ranges::count_if(
            result.checks, [](const RunCheck &check) { return !check.result.holds; }));
    }
    return counts;
}

// A request that brings something others may need is over before any later one starts.
bool CollectionRun::mayStart(size_t index) const
{
    if (m_running.size() >= size_t(std::clamp(m_options.parallel, 1, 64)))
        return false;
    return std::ranges::none_of(m_running, [&](const std::unique_ptr<Running> &running) {
        return running->index < index && m_plan.requests[running->index].goesFirst;
    });
}

void CollectionRun::pump()
{
    if (m_isOver || m_isPumping)
        return;
    m_isPumping = true;
    while (m_next < m_plan.requests.size() && (m_isStopped || mayStart(m_next)))
        begin(m_next++);
    m_isPumping = false;
    if (m_next == m_plan.requests.size() && m_running.empty()) {
        m_isOver = true;
        Q_EMIT finished();
    }
}

void CollectionRun::begin(size_t index)
{
    const collection::HttpRequest &request = m_plan.requests[index].request();
    RunResult &result = m_results[index];
    result.method = request.document.method.toUtf8();
    result.url = request.document.url.toUtf8();
    if (m_isStopped || !request.problem.isEmpty()) {
        result.reason = m_isStopped ? QStringLiteral("The run was stopped.") : request.problem;
        return end(index, Outcome::Skipped);
    }
    auto running = std::make_unique<Running>();
    auto resolved = prepare(index, *running);
    if (!resolved) {
        result.error = resolved.error();
        return end(index, Outcome::Error);
    }
    result.url = resolved->request.target.url();
    result.outcome = Outcome::Running;
    Q_EMIT requestStarted(index);
    running->index = index;
    running->request = resolved->request;
    running->call = m_engine.start(std::move(resolved->request), std::move(resolved->options));
    if (m_options.sent)
        m_options.sent(running->call, m_plan.requests[index]);
    running->watcher = std::make_unique<client::Watcher>(running->call);
    connect(running->watcher.get(), &client::Watcher::finished, this,
            [this, index] { conclude(index); });
    m_running.push_back(std::move(running));
}

// A name that a response should have brought, of this file or of one beside it.
QString CollectionRun::whyNotYet(const RunFile &file, const QString &name,
                                 const collection::Variables &literals)
{
    if (name.startsWith(u'$') || name.contains(u'.') || literals.contains(name) ||
        file.variables.contains(name) || file.missing.contains(name))
        return {};
    auto known = m_capturers.constFind(file.path);
    if (known == m_capturers.cend())
        known = m_capturers.insert(file.path,
                                   collection::merged(collection::capturersBeside(file.path),
                                                      collection::capturersOf(file.requests)));
    return collection::notYetCaptured(name, *known, file.variables);
}

http::Result<collection::Resolved> CollectionRun::prepare(size_t index, Running &running)
{
    const PlannedRequest &planned = m_plan.requests[index];
    const collection::HttpRequest &request = planned.request();
    const RunFile &file = *planned.file;
    auto literals =
        m_captures.literals(file.path, request.document, file.variables, file.requestNames);
    if (!literals)
        return std::unexpected(literals.error());
    for (auto it = m_plan.fixed.begin(); it != m_plan.fixed.end(); ++it)
        literals->remove(it.key());
    for (auto it = file.secretVariables.begin(); it != file.secretVariables.end(); ++it) {
        if (!literals->contains(it.key())) // a capture beats an environment
            literals->insert(it.key(), *it);
    }
    const QStringList used = namesUsed(request.document, file.variables);
    for (const QString &name : used) {
        if (const QString why = whyNotYet(file, name, *literals); !why.isEmpty())
            return std::unexpected(http::Error{.layer = http::Layer::Request,
                                               .code = http::Code::UnresolvedVariable,
                                               .sentence = why});
        if (file.missing.contains(name) && !literals->contains(name))
            return std::unexpected(http::Error{.layer = http::Layer::Request,
                                               .code = http::Code::UnresolvedVariable,
                                               .sentence = file.missing.value(name)});
    }
    // A name means one value in the request and in its assertions, also one that is made anew.
    collection::Expander expander(file.variables, *literals);
    for (const QString &name : used) {
        if (const auto value =
                expander.expand(QStringLiteral("{{%1}}").arg(name), QStringLiteral("the request")))
            literals->insert(name, *value);
    }
    auto checks = readChecks(request, expander);
    if (!checks)
        return std::unexpected(checks.error());
    running.checks = std::move(*checks);
    for (const collection::Annotation &annotation : request.annotations) {
        if (annotation.key != u"capture")
            continue;
        if (const auto rule = parseCapture(annotation.value); !rule)
            return std::unexpected(rule.error());
    }
    auto resolved = collection::resolve(request.document, file.variables,
                                        QFileInfo(file.path).absolutePath(), *literals);
    if (!resolved)
        return resolved;
    if (m_options.certificates == RunOptions::Certificates::NotVerified)
        resolved->options.tls.verify = net::Verify::ReportOnly;
    if (!m_options.caFile.isEmpty())
        resolved->options.tls.caFile = m_options.caFile;
    if (resolved->options.timeouts.total.count() == 0)
        resolved->options.timeouts.total = m_options.timeout;
    if (m_options.adjust)
        m_options.adjust(resolved->request, resolved->options);
    return resolved;
}

void CollectionRun::conclude(size_t index)
{
    const auto found = std::ranges::find(
        m_running, index, [](const std::unique_ptr<Running> &r) { return r->index; });
    if (found == m_running.end())
        return;
    const std::unique_ptr<Running> running = std::move(*found);
    m_running.erase(found);
    running->watcher.release()->deleteLater(); // it is telling us
    RunResult &result = m_results[index];
    const auto answer = answerOf(*running->call);
    if (m_options.keep == RunOptions::Keep::Calls)
        result.call = running->call;
    if (!answer) {
        result.error = running->call->last().exchange->state().error;
        end(index, m_isStopped ? Outcome::Skipped : Outcome::Error);
        if (m_isStopped)
            m_results[index].reason = QStringLiteral("The run was stopped.");
        return pump();
    }
    result.status = answer->status;
    result.time = answer->time;
    result.bodySize = answer->body ? answer->body->size() : 0;
    for (auto &[told, assertion] : running->checks) {
        told.result = assertion.check(*answer);
        result.checks.push_back(std::move(told));
    }
    const PlannedRequest &planned = m_plan.requests[index];
    const auto learned =
        m_captures.learn(planned.file->path, planned.request(), running->request, *answer);
    if (learned)
        result.captured = *learned;
    else
        result.error = learned.error();
    const bool failed = std::ranges::any_of(
        result.checks, [](const RunCheck &check) { return !check.result.holds; });
    end(index, failed ? Outcome::Failed : result.error ? Outcome::Error : Outcome::Passed);
    pump();
}

void CollectionRun::end(size_t index, Outcome outcome)
{
    m_results[index].outcome = outcome;
    const bool bad = outcome == Outcome::Failed || outcome == Outcome::Error;
    if (bad && m_options.onFailure == RunOptions::OnFailure::Stop && !m_isStopped)
        stop();
    Q_EMIT requestFinished(index);
}

} // namespace sonde::lab

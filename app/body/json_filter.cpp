#include "body/json_filter.h"

#include "body/json_compact.h"
#include "body/json_path_run.h"

#include <chrono>

namespace sonde::body
{
namespace
{

using namespace std::chrono_literals;

constexpr qint64 block = 256 << 10; // octets of a value copied at a time
constexpr qsizetype buffered = 64 << 10;
constexpr auto news = 50ms; // between two looks at a result that grows

} // namespace

struct JsonFilter::Job {
    Job(JsonPath path, const std::shared_ptr<const ByteSource> &from)
        : source(from)
        , evaluation(std::move(path), from, stop)
    {
    }

    StopMark stop = makeStopMark();
    const std::shared_ptr<const ByteSource> source;
    std::shared_ptr<ByteStore> target = std::make_shared<ByteStore>();
    JsonPathRun evaluation; // worker only
    QByteArray pending;     // worker only: what is not in the target yet
    std::atomic<qint64> matches = 0;
    mutable std::mutex mutex;
    QString problem;

    bool flush()
    {
        const auto written = target->append(pending);
        pending.resize(0);
        if (!written)
            fail(written.error().sentence);
        return written.has_value();
    }

    bool add(const JsonMatch &match)
    {
        pending += matches++ == 0 ? "[\n" : ",\n";
        JsonCompact compact;
        for (qint64 at = match.from; at < match.to && !*stop; at += block) {
            const auto octets = source->read(at, std::min(block, match.to - at));
            if (!octets) {
                fail(octets.error().sentence);
                return false;
            }
            compact.feed(*octets, pending);
            if (pending.size() >= buffered && !flush())
                return false;
        }
        return true;
    }

    void fail(const QString &why)
    {
        {
            const std::scoped_lock lock(mutex);
            problem = why;
        }
        target->finish();
    }
};

JsonFilter::JsonFilter(JsonPath path, std::shared_ptr<const ByteSource> source, QObject *parent)
    : QObject(parent)
    , m_job(std::make_shared<Job>(std::move(path), source))
{
    noteGrowth();
}

JsonFilter::~JsonFilter()
{
    *m_job->stop = true;
}

std::shared_ptr<const ByteStore> JsonFilter::result() const
{
    return m_job->target;
}

qint64 JsonFilter::matches() const
{
    return m_job->matches;
}

QString JsonFilter::problem() const
{
    const std::scoped_lock lock(m_job->mutex);
    return m_job->problem;
}

void JsonFilter::noteGrowth()
{
    if (m_job->target->isFinished())
        return;
    if (m_running) {
        m_grown = true;
        return;
    }
    m_running = true;
    const auto job = m_job;
    startWork(
        this, [job](const Announce &announce) { run(job, announce); },
        [this] { Q_EMIT progressed(); }, [this] { takeOver(); });
}

void JsonFilter::run(const std::shared_ptr<Job> &job, const Announce &announce)
{
    auto shown = std::chrono::steady_clock::now();
    JsonMatch match;
    while (true) {
        switch (job->evaluation.next(match)) {
        case JsonPathRun::Step::Match:
            if (!job->add(match))
                return;
            break;
        case JsonPathRun::Step::End:
            job->pending += job->matches == 0 ? "[]\n" : "\n]\n";
            if (job->flush())
                job->target->finish();
            return;
        case JsonPathRun::Step::More:
            (void)job->flush();
            return;
        case JsonPathRun::Step::Stopped:
            return;
        case JsonPathRun::Step::Failed:
            job->fail(job->evaluation.problem());
            return;
        }
        if (const auto now = std::chrono::steady_clock::now(); now - shown > news) {
            shown = now;
            if (!job->flush())
                return;
            announce();
        }
    }
}

void JsonFilter::takeOver()
{
    m_running = false;
    if (std::exchange(m_grown, false))
        noteGrowth();
    Q_EMIT progressed();
}

} // namespace sonde::body

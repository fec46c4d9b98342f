#include "body/pretty_body.h"

#include "body/json_formatter.h"

namespace sonde::body
{
namespace
{

constexpr qint64 block = 64 << 10; // octets: something to see at once, and a stop is seen soon

} // namespace

struct PrettyBody::Job {
    std::shared_ptr<const ByteSource> source;
    std::shared_ptr<ByteStore> target = std::make_shared<ByteStore>();
    JsonFormatter formatter; // worker only
    qint64 position = 0;     // worker only
    std::atomic<bool> stop = false;
    mutable std::mutex mutex;
    QString problem;

    void fail(const QString &why)
    {
        {
            const std::scoped_lock lock(mutex);
            problem = why;
        }
        target->finish();
    }
};

PrettyBody::PrettyBody(std::shared_ptr<const ByteSource> source, QObject *parent)
    : QObject(parent)
    , m_job(std::make_shared<Job>())
{
    m_job->source = std::move(source);
    noteGrowth();
}

PrettyBody::~PrettyBody()
{
    m_job->stop = true;
}

std::shared_ptr<const ByteStore> PrettyBody::formatted() const
{
    return m_job->target;
}

QString PrettyBody::problem() const
{
    const std::scoped_lock lock(m_job->mutex);
    return m_job->problem;
}

void PrettyBody::noteGrowth()
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

void PrettyBody::run(const std::shared_ptr<Job> &job, const Announce &announce)
{
    QByteArray formatted;
    while (!job->stop) {
        // In this order: what was appended before finish() is then seen whenever the finish is.
        const bool finished = job->source->isFinished();
        const auto octets = job->source->read(job->position, block);
        if (!octets) {
            job->fail(octets.error().sentence);
            return;
        }
        if (octets->isEmpty()) {
            if (finished)
                job->target->finish();
            return;
        }
        job->position += octets->size();
        formatted.clear();
        job->formatter.feed(*octets, formatted);
        if (const auto written = job->target->append(formatted); !written) {
            job->fail(written.error().sentence);
            return;
        }
        announce();
    }
}

void PrettyBody::takeOver()
{
    m_running = false;
    if (std::exchange(m_grown, false))
        noteGrowth();
    Q_EMIT progressed();
}

} // namespace sonde::body

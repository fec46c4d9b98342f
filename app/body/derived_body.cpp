#include "body/derived_body.h"

namespace sonde::body
{
namespace
{

constexpr qint64 block = 64 << 10; // octets: something to see at once, and a stop is seen soon
constexpr qint64 keptForArrival = 1 << 30; // octets of the disk

} // namespace

struct DerivedBody::Job {
    std::shared_ptr<const ByteSource> source;
    std::shared_ptr<ByteStore> target = std::make_shared<ByteStore>();
    std::unique_ptr<Derivation> derivation; // worker only
    qint64 position = 0;                    // worker only
    std::atomic<bool> stop = false;
    mutable std::mutex mutex;
    std::optional<http::Error> error;

    void fail(const http::Error &why)
    {
        {
            const std::scoped_lock lock(mutex);
            error = why;
        }
        target->finish();
    }
};

DerivedBody::DerivedBody(std::shared_ptr<const ByteSource> source,
                         std::unique_ptr<Derivation> derivation, QObject *parent)
    : QObject(parent)
    , m_job(std::make_shared<Job>())
{
    m_job->source = std::move(source);
    m_job->derivation = std::move(derivation);
    noteGrowth();
}

DerivedBody::~DerivedBody()
{
    m_job->stop = true;
}

std::shared_ptr<const ByteStore> DerivedBody::result() const
{
    return m_job->target;
}

QString DerivedBody::problem() const
{
    const auto why = error();
    return why ? why->sentence : QString();
}

std::optional<http::Error> DerivedBody::error() const
{
    const std::scoped_lock lock(m_job->mutex);
    return m_job->error;
}

void DerivedBody::noteGrowth()
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
        this, [job](const Announce &announce) { run(*job, announce); },
        [this] { Q_EMIT progressed(); }, [this] { takeOver(); });
}

void DerivedBody::run(Job &job, const Announce &announce)
{
    // A little may become very much: a stop is looked for at each piece.
    const Derivation::Sink sink = [&job](QByteArrayView octets) -> http::Result<void> {
        return job.stop ? std::unexpected(http::Error{}) : job.target->append(octets);
    };
    while (!job.stop) {
        // In this order: what was appended before finish() is then seen whenever the finish is.
        const bool finished = job.source->isFinished();
        // The last room of a disk is for what still arrives; what is made of it can wait.
        if (!finished && job.target->roomLeft().value_or(keptForArrival) < keptForArrival)
            return;
        const auto octets = job.source->read(job.position, block);
        if (!octets) {
            job.fail(octets.error());
            return;
        }
        job.position += octets->size();
        const bool ends = octets->isEmpty() && finished;
        const auto made = ends ? job.derivation->finish(sink) : job.derivation->feed(*octets, sink);
        if (!made && !job.stop)
            job.fail(made.error());
        else if (ends)
            job.target->finish();
        if (!made || octets->isEmpty())
            return;
        announce();
    }
}

void DerivedBody::takeOver()
{
    m_running = false;
    if (std::exchange(m_grown, false))
        noteGrowth();
    Q_EMIT progressed();
}

} // namespace sonde::body

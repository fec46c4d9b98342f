#include "body/row_indexer.h"

namespace sonde::body
{
namespace
{

constexpr qint64 firstBlock = 64 << 10; // octets: something to look at before the rest is read
constexpr qint64 block = 256 << 10;     // read into the processor's cache, and a stop is seen soon

} // namespace

RowIndexer::RowIndexer(std::shared_ptr<const ByteSource> source, RowCoding coding, QObject *parent)
    : QObject(parent)
    , m_job(std::make_shared<Job>(coding))
{
    m_job->source = std::move(source);
    noteGrowth();
}

RowIndexer::~RowIndexer()
{
    m_job->stop = true;
}

void RowIndexer::noteGrowth()
{
    if (m_complete)
        return;
    if (m_running) {
        m_grown = true;
        return;
    }
    m_running = true;
    const auto job = m_job;
    startWork(
        this, [job](const Announce &announce) { run(job, announce); },
        [this] { Q_EMIT advanced(); }, [this] { takeOver(); });
}

void RowIndexer::run(const std::shared_ptr<Job> &job, const Announce &announce)
{
    while (!job->stop && step(*job))
        announce();
}

// One block. False when there is nothing to add for now.
bool RowIndexer::step(Job &job)
{
    // In this order: octets appended before finish() are then seen whenever the finish is.
    const bool finished = job.source->isFinished();
    const qint64 size = job.source->size();
    const qint64 from = job.index.nextOffset();
    const qint64 wanted = std::min(size - from, from == 0 ? firstBlock : block);
    if (wanted <= 0)
        return false;
    const auto octets = job.source->read(from, wanted);
    if (!octets || octets->isEmpty())
        return false;
    const bool last = finished && from + octets->size() == size;
    return job.index.take(*octets, last ? Following::Nothing : Following::More) > 0;
}

void RowIndexer::takeOver()
{
    m_running = false;
    const bool complete =
        m_job->source->isFinished() && m_job->index.nextOffset() == m_job->source->size();
    if (m_grown && !complete) {
        m_grown = false;
        noteGrowth();
    }
    m_complete = complete;
    Q_EMIT advanced();
    if (m_complete)
        Q_EMIT completed();
}

} // namespace sonde::body

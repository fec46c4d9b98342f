#include "client/event_index.h"

namespace sonde::client
{
namespace
{

constexpr qint64 block = 256 << 10; // octets

} // namespace

struct EventIndex::Job {
    std::shared_ptr<const body::ByteSource> source;
    std::unique_ptr<wire::EventReader> reader; // worker only
    qint64 position = 0;                       // worker only
    std::atomic<bool> stop = false;
    std::mutex mutex;
    std::vector<Place> found; // since the last take-over
    qint64 count = 0;
    qint64 unfinished = 0;
    bool whole = false;
    QByteArray lastEventId;
    std::optional<std::chrono::milliseconds> retry;

    void drain()
    {
        const std::scoped_lock lock(mutex);
        while (const auto event = reader->next()) {
            if (count++ < mostEvents)
                found.push_back({event->from, event->to});
        }
        unfinished = reader->pending();
        lastEventId = reader->lastEventId();
        retry = reader->retry();
    }
};

EventIndex::EventIndex(std::shared_ptr<const body::ByteSource> source, wire::EventReader::Form form,
                       QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_form(form)
    , m_job(std::make_shared<Job>())
{
    m_job->source = m_source;
    m_job->reader = wire::EventReader::make(form);
    noteGrowth();
}

EventIndex::~EventIndex()
{
    m_job->stop = true;
}

void EventIndex::noteGrowth()
{
    if (m_running) {
        m_grown = true;
        return;
    }
    m_running = true;
    const auto job = m_job;
    body::startWork(
        this, [job](const body::Announce &announce) { run(*job, announce); },
        [this] { takeOver(); },
        [this] {
            m_running = false;
            takeOver();
            if (std::exchange(m_grown, false))
                noteGrowth();
        });
}

void EventIndex::run(Job &job, const body::Announce &announce)
{
    while (!job.stop) {
        // In this order: what was appended before finish() is then seen whenever the finish is.
        const bool finished = job.source->isFinished();
        const auto octets = job.source->read(job.position, block);
        if (!octets || octets->isEmpty()) {
            if (finished)
                job.reader->finish();
            job.drain();
            const std::scoped_lock lock(job.mutex);
            job.whole = finished;
            return;
        }
        job.position += octets->size();
        job.reader->feed(*octets);
        job.drain();
        announce();
    }
}

void EventIndex::takeOver()
{
    {
        const std::scoped_lock lock(m_job->mutex);
        m_places.insert(m_places.end(), m_job->found.begin(), m_job->found.end());
        m_job->found.clear();
        m_count = m_job->count;
        m_unfinished = m_job->unfinished;
        m_whole = m_job->whole;
        m_lastEventId = m_job->lastEventId;
        m_retry = m_job->retry;
    }
    Q_EMIT advanced();
}

wire::StreamEvent EventIndex::eventAt(Place place, qint64 octets) const
{
    const bool cut = place.to - place.from > octets;
    const QByteArray text =
        m_source->read(place.from, std::min(octets, place.to - place.from)).value_or(QByteArray());
    const auto reader = wire::EventReader::make(m_form);
    reader->feed(text);
    if (cut)
        reader->feed("\n\n");
    reader->finish();
    wire::StreamEvent event = reader->next().value_or(wire::StreamEvent{.data = text});
    event.from = place.from;
    event.to = place.to;
    event.isCut = event.isCut || cut;
    return event;
}

} // namespace sonde::client

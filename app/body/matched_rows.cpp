#include "body/matched_rows.h"

#include "body/row_reader.h"

#include <QCoreApplication>
#include <QPointer>

namespace sonde::body
{
namespace
{

constexpr qint64 batch = 64 << 10; // matches handed to the worker at a time

} // namespace

struct MatchedRows::Job {
    std::vector<Hit> hits;
    std::vector<Place> places;
    StopMark stop;

    void run(const std::shared_ptr<const ByteSource> &source, const RowIndex &index)
    {
        RowReader reader(source, index);
        qint64 after = -1; // of the row found last
        for (const Hit &hit : hits) {
            if (hit.from < after)
                continue;
            if (*stop)
                return;
            const qint64 number = reader.rowAt(hit.from);
            const auto rows = reader.rows(number, 1);
            if (rows.empty())
                return;
            places.push_back({number, rows.front().offset});
            after = rows.front().after();
        }
    }
};

MatchedRows::MatchedRows(std::shared_ptr<const ByteSource> source,
                         std::shared_ptr<const RowIndex> index, const BodySearch &search,
                         QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_index(std::move(index))
    , m_search(search)
{
    noteProgress();
}

MatchedRows::~MatchedRows()
{
    *m_stop = true;
}

void MatchedRows::noteProgress()
{
    if (m_running)
        return;
    auto job = std::make_shared<Job>();
    job->stop = m_stop;
    job->hits = m_search.hitsByNumber(m_taken, batch);
    // A row that is not whole yet may still grow: its matches wait.
    const qint64 known = m_index->nextOffset();
    while (!job->hits.empty() && job->hits.back().from >= known)
        job->hits.pop_back();
    if (job->hits.empty())
        return;
    m_running = true;
    const QPointer<MatchedRows> self(this);
    // Through the application, which outlives the worker; `self` is only looked at on the main
    // thread.
    workers().start([job, self, source = m_source, index = m_index] {
        job->run(source, *index);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [job, self] {
                if (self)
                    self->takeOver(*job);
            },
            Qt::QueuedConnection);
    });
}

void MatchedRows::takeOver(const Job &job)
{
    m_running = false;
    m_taken += qint64(job.hits.size());
    for (const Place &place : job.places) {
        if (m_places.empty() || m_places.back().row != place.row)
            m_places.push_back(place);
    }
    noteProgress();
    Q_EMIT advanced();
}

} // namespace sonde::body

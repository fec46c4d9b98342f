// The rows that hold the matches of a search, in order, each once: what a filter view shows. Worked
// out by a worker as matches come. Lives on the main thread; may be destroyed while the worker
// runs.
#pragma once

#include "body/body_search.h"
#include "body/row_index.h"

namespace sonde::body
{

class MatchedRows : public QObject
{
    Q_OBJECT
public:
    struct Place {
        qint64 row = 0;
        qint64 offset = 0; // of its first octet

        bool operator==(const Place &) const = default;
    };

    // `search` must outlive this.
    MatchedRows(std::shared_ptr<const ByteSource> source, std::shared_ptr<const RowIndex> index,
                const BodySearch &search, QObject *parent = nullptr);
    ~MatchedRows() override;

    // The search or the index has come further.
    void noteProgress();
    [[nodiscard]] const std::vector<Place> &places() const { return m_places; }

Q_SIGNALS:
    void advanced();

private:
    struct Job;
    void takeOver(const Job &job);

    std::shared_ptr<const ByteSource> m_source;
    std::shared_ptr<const RowIndex> m_index;
    const BodySearch &m_search;
    std::vector<Place> m_places;
    qint64 m_taken = 0; // matches whose rows are known
    StopMark m_stop = makeStopMark();
    bool m_running = false;
};

} // namespace sonde::body

// Keeps the RowIndex of one source up to date from a worker. Lives on the main thread; may be
// destroyed while the worker runs.
#pragma once

#include "body/byte_source.h"
#include "body/row_index.h"
#include "body/workers.h"

#include <QObject>

namespace sonde::body
{

class RowIndexer : public QObject
{
    Q_OBJECT
public:
    explicit RowIndexer(std::shared_ptr<const ByteSource> source,
                        RowCoding coding = RowCoding::Octets, QObject *parent = nullptr);
    ~RowIndexer() override;

    [[nodiscard]] const RowIndex &index() const { return m_job->index; }
    // For workers that may outlive this.
    [[nodiscard]] std::shared_ptr<const RowIndex> sharedIndex() const
    {
        return {m_job, &m_job->index};
    }
    // The source has grown or is finished: goes on where it stopped.
    void noteGrowth();
    // Every octet of a finished source is in a row.
    [[nodiscard]] bool isComplete() const { return m_complete; }

Q_SIGNALS:
    void advanced(); // more rows; the first time after 64 KiB
    void completed();

private:
    struct Job {
        explicit Job(RowCoding coding)
            : index(coding)
        {
        }

        std::shared_ptr<const ByteSource> source;
        RowIndex index;
        std::atomic<bool> stop = false;
    };
    static void run(const std::shared_ptr<Job> &job, const Announce &announce);
    static bool step(Job &job);
    void takeOver();

    std::shared_ptr<Job> m_job;
    bool m_running = false;
    bool m_grown = false;
    bool m_complete = false;
};

} // namespace sonde::body

// Two bodies compared by a worker: row by row, octet by octet, or as JSON values. Compares what
// there is when it starts. Lives on the main thread; may be destroyed while the worker runs.
#pragma once

#include "body/json_diff.h"
#include "body/row_index.h"
#include "body/sequence_diff.h"

#include <QObject>

namespace sonde::body
{

class BodyDiff : public QObject
{
    Q_OBJECT
public:
    // Rows of a body that are compared, 16 MiB of hashes; what follows them is left out.
    static constexpr qint64 mostRows = 2'000'000;
    // Bodies up to this are aligned octet by octet, larger ones compared at equal offsets.
    static constexpr qint64 alignedOctets = 2 << 20;
    static constexpr size_t mostStretches = 1'000'000;

    enum class Kind : quint8 { Rows, Octets, Json };
    struct Side {
        std::shared_ptr<const ByteSource> source;
        RowCoding coding = RowCoding::Octets;
    };

    BodyDiff(Side first, Side second, Kind kind, ElementOrder order, QObject *parent = nullptr);
    ~BodyDiff() override;

    [[nodiscard]] Kind kind() const { return m_job->kind; }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    // What follows is to be asked once it is finished.
    [[nodiscard]] const SequenceDiff &sequence() const { return m_job->sequence; }
    [[nodiscard]] const JsonDiff &json() const { return m_job->json; }
    // Rows of a side, 0 or 1, that were compared, and where they stand.
    [[nodiscard]] const RowIndex &index(int side) const { return m_job->sides[side].index; }
    [[nodiscard]] const std::shared_ptr<const ByteSource> &source(int side) const
    {
        return m_job->sides[side].source;
    }
    // Not everything could be compared.
    [[nodiscard]] bool isCut() const { return m_job->cut; }
    // The octets were compared at equal offsets.
    [[nodiscard]] bool isByOffset() const { return m_job->byOffset; }
    [[nodiscard]] const QString &problem() const { return m_job->problem; }

Q_SIGNALS:
    void finished();

private:
    struct JobSide {
        explicit JobSide(Side side)
            : source(std::move(side.source))
            , index(side.coding)
        {
        }

        std::shared_ptr<const ByteSource> source;
        RowIndex index;
        std::vector<quint64> hashes; // of rows, while it works
    };
    struct Job {
        Job(Side first, Side second)
            : sides{JobSide(std::move(first)), JobSide(std::move(second))}
        {
        }

        JobSide sides[2];
        Kind kind = Kind::Rows;
        ElementOrder order = ElementOrder::Matters;
        StopMark stop = makeStopMark();
        SequenceDiff sequence;
        JsonDiff json;
        QString problem;
        bool cut = false;
        bool byOffset = false;
    };
    static void run(Job &job);
    static bool hashRows(Job &job, JobSide &side);
    static void compareOctets(Job &job);
    static void compareByOffset(Job &job);

    std::shared_ptr<Job> m_job;
    bool m_finished = false;
};

} // namespace sonde::body

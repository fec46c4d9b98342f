// Looks for a literal in a source, from a worker, and goes on as the source grows. Lives on the
// main thread; may be destroyed while the worker runs.
#pragma once

#include "body/byte_source.h"
#include "body/workers.h"

#include <QObject>

#include <mutex>

namespace sonde::body
{

enum class LetterCase : quint8 { Same, Any }; // Any: of ASCII letters

class BodySearch : public QObject
{
    Q_OBJECT
public:
    // Offsets kept, 8 MiB; beyond it matches are only counted.
    static constexpr qint64 offsetsKept = 1 << 20;

    explicit BodySearch(QObject *parent = nullptr);
    ~BodySearch() override;

    // Drops what was found and starts anew; an empty needle finds nothing.
    void start(std::shared_ptr<const ByteSource> source, QByteArray needle, LetterCase letterCase);
    void stop();
    void noteGrowth();

    [[nodiscard]] const QByteArray &needle() const { return m_needle; }
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] bool isComplete() const; // everything there is has been looked at
    // Those that touch [from, to).
    [[nodiscard]] std::vector<qint64> hits(qint64 from, qint64 to) const;
    // The first at or after `offset`, the last before it; around the end if there is none.
    [[nodiscard]] std::optional<qint64> next(qint64 offset) const;
    [[nodiscard]] std::optional<qint64> previous(qint64 offset) const;
    // Its place among the matches, from 1; 0 if there is none at `offset`.
    [[nodiscard]] qint64 ordinal(qint64 offset) const;

Q_SIGNALS:
    void progressed();

private:
    struct Job;
    static void run(const std::shared_ptr<Job> &job, const std::function<void()> &announce);
    void go();
    void takeOver(const std::shared_ptr<Job> &job);

    std::shared_ptr<Job> m_job;
    QByteArray m_needle;
    bool m_running = false;
    bool m_grown = false;
};

} // namespace sonde::body

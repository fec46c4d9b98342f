// Looks for a text or a pattern in a source, from a worker, and goes on as the source grows. Lives
// on the main thread; may be destroyed while the worker runs.
#pragma once

#include "body/finder.h"
#include "body/workers.h"

#include <QObject>

#include <mutex>

namespace sonde::body
{

class BodySearch : public QObject
{
    Q_OBJECT
public:
    // Offsets kept, 8 MiB; beyond it matches are only counted.
    static constexpr qint64 offsetsKept = 1 << 20;

    explicit BodySearch(QObject *parent = nullptr);
    ~BodySearch() override;

    // Drops what was found and starts anew; an empty text finds nothing. The text is UTF-8, the
    // charset that of the source, by its name as of charsetNamed().
    void start(std::shared_ptr<const ByteSource> source, const Wanted &wanted,
               const QByteArray &charset = "UTF-8");
    void stop();
    void noteGrowth();

    [[nodiscard]] const Wanted &wanted() const { return m_wanted; }
    [[nodiscard]] bool isActive() const { return !m_wanted.text.isEmpty(); }
    // One sentence when the pattern cannot be used or the octets cannot be read; empty if all is
    // well.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] qint64 searched() const; // octets
    [[nodiscard]] bool isComplete() const; // everything there is has been looked at
    // Those that touch [from, to).
    [[nodiscard]] std::vector<Hit> hits(qint64 from, qint64 to) const;
    // By number, from 0, of those that are kept.
    [[nodiscard]] std::vector<Hit> hitsByNumber(qint64 first, qint64 count) const;
    // The first at or after `offset`, the last before it; around the end if there is none.
    [[nodiscard]] std::optional<Hit> next(qint64 offset) const;
    [[nodiscard]] std::optional<Hit> previous(qint64 offset) const;
    // Its place among the matches, from 1; 0 if there is none at `offset`.
    [[nodiscard]] qint64 ordinal(qint64 offset) const;
    // How many of the kept ones begin in each of `parts` equal parts of [0, size): the overview.
    [[nodiscard]] std::vector<qint64> overview(qint64 size, qsizetype parts) const;

Q_SIGNALS:
    void progressed();

private:
    struct Job;
    static void run(const std::shared_ptr<Job> &job, const Announce &announce);
    void go();
    void takeOver(const std::shared_ptr<Job> &job);

    std::shared_ptr<Job> m_job;
    Wanted m_wanted;
    QString m_refused; // why there is no job
    bool m_running = false;
    bool m_grown = false;
};

} // namespace sonde::body

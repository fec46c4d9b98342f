#include "body/body_search.h"

#include "body/utf8_copy.h"

#include <algorithm>

namespace sonde::body
{
struct BodySearch::Job {
    Job(std::shared_ptr<const ByteSource> from, Finder with)
        : source(std::move(from))
        , finder(std::move(with))
    {
    }

    const std::shared_ptr<const ByteSource> source;
    Finder finder;                  // worker only
    std::unique_ptr<Utf8Copy> copy; // worker only; null where the source is UTF-8
    std::atomic<bool> stop = false;
    std::atomic<qint64> seen = 0; // octets looked at
    mutable std::mutex mutex;
    std::vector<qint64> offsets;
    std::vector<qint32> lengths; // empty while all are `length`
    qint64 length = 0;
    qint64 longest = 0;
    qint64 count = 0;
    QString problem;

    // One block further.
    [[nodiscard]] Finder::Step step(std::vector<Hit> &found)
    {
        if (!copy) {
            const auto step = finder.step(*source, found);
            seen = finder.position();
            return step;
        }
        const Utf8Copy::Step copied = copy->advance();
        auto step = finder.step(copy->copy(), found);
        while (step == Finder::Step::Partial && copied != Utf8Copy::Step::Partial && !stop)
            step = finder.step(copy->copy(), found);
        for (Hit &hit : found)
            hit = {copy->sourceOffset(hit.from), copy->sourceOffset(hit.to)};
        seen = copy->sourceOffset(finder.position());
        if (copied == Utf8Copy::Step::Failed || step == Finder::Step::Failed)
            return Finder::Step::Failed;
        return copied == Utf8Copy::Step::Waiting ? Finder::Step::Waiting : Finder::Step::Partial;
    }
    [[nodiscard]] QString whyFailed() const
    {
        return copy && !copy->problem().isEmpty() ? copy->problem() : finder.problem();
    }

    void keep(const std::vector<Hit> &found)
    {
        const std::scoped_lock lock(mutex);
        count += qint64(found.size());
        for (const Hit &hit : found) {
            if (qint64(offsets.size()) == offsetsKept)
                return;
            add(hit);
        }
    }

    [[nodiscard]] Hit at(std::vector<qint64>::const_iterator place) const
    {
        const auto number = size_t(place - offsets.begin());
        return {*place, *place + (lengths.empty() ? length : lengths[number])};
    }

private:
    void add(Hit hit)
    {
        const qint64 octets = hit.to - hit.from;
        if (offsets.empty())
            length = octets;
        if (lengths.empty() && octets != length)
            lengths.assign(offsets.size(), qint32(length));
        offsets.push_back(hit.from);
        if (!lengths.empty() || octets != length)
            lengths.push_back(qint32(octets));
        longest = std::max(longest, octets);
    }
};

BodySearch::BodySearch(QObject *parent)
    : QObject(parent)
{
}

BodySearch::~BodySearch()
{
    stop();
}

void BodySearch::start(std::shared_ptr<const ByteSource> source, const Wanted &wanted,
                       const QByteArray &charset)
{
    stop();
    m_wanted = wanted;
    if (!wanted.text.isEmpty() && source) {
        auto finder = Finder::make(wanted);
        if (finder) {
            m_job = std::make_shared<Job>(source, *std::move(finder));
            if (charset != "UTF-8")
                m_job->copy = std::make_unique<Utf8Copy>(std::move(source), charset);
            go();
            return;
        }
        m_refused = finder.error().sentence;
    }
    Q_EMIT progressed();
}

void BodySearch::stop()
{
    if (m_job)
        m_job->stop = true;
    m_job.reset();
    m_wanted = {};
    m_refused.clear();
    m_running = false;
    m_grown = false;
}

QString BodySearch::problem() const
{
    if (!m_job)
        return m_refused;
    const std::scoped_lock lock(m_job->mutex);
    return m_job->problem;
}

void BodySearch::noteGrowth()
{
    if (!m_job)
        return;
    if (m_running)
        m_grown = true;
    else
        go();
}

void BodySearch::go()
{
    m_running = true;
    const auto job = m_job;
    startWork(
        this, [job](const Announce &announce) { run(job, announce); },
        [this, job] {
            if (m_job == job)
                Q_EMIT progressed();
        },
        [this, job] { takeOver(job); });
}

void BodySearch::run(const std::shared_ptr<Job> &job, const Announce &announce)
{
    std::vector<Hit> found;
    auto step = Finder::Step::Partial;
    while (!job->stop && step == Finder::Step::Partial) {
        found.clear();
        step = job->step(found);
        job->keep(found);
        announce();
    }
    if (step == Finder::Step::Failed) {
        const std::scoped_lock lock(job->mutex);
        job->problem = job->whyFailed();
    }
}

void BodySearch::takeOver(const std::shared_ptr<Job> &job)
{
    if (job != m_job)
        return;
    m_running = false;
    const bool grown = std::exchange(m_grown, false);
    if (grown)
        go();
    Q_EMIT progressed();
}

qint64 BodySearch::count() const
{
    if (!m_job)
        return 0;
    const std::scoped_lock lock(m_job->mutex);
    return m_job->count;
}

bool BodySearch::isComplete() const
{
    return !m_job || !m_running;
}

qint64 BodySearch::searched() const
{
    return m_job ? m_job->seen.load() : 0;
}

std::vector<Hit> BodySearch::hits(qint64 from, qint64 to) const
{
    std::vector<Hit> touching;
    if (!m_job)
        return touching;
    const std::scoped_lock lock(m_job->mutex);
    const auto &offsets = m_job->offsets;
    auto at = std::lower_bound(offsets.begin(), offsets.end(), from - m_job->longest + 1);
    for (; at != offsets.end() && *at < to; ++at) {
        const Hit hit = m_job->at(at);
        if (hit.to > from)
            touching.push_back(hit);
    }
    return touching;
}

std::vector<Hit> BodySearch::hitsByNumber(qint64 first, qint64 count) const
{
    std::vector<Hit> found;
    if (!m_job)
        return found;
    const std::scoped_lock lock(m_job->mutex);
    const auto &offsets = m_job->offsets;
    const qint64 end = std::min(first + count, qint64(offsets.size()));
    for (qint64 number = first; number < end; ++number)
        found.push_back(m_job->at(offsets.begin() + number));
    return found;
}

std::optional<Hit> BodySearch::next(qint64 offset) const
{
    if (!m_job)
        return std::nullopt;
    const std::scoped_lock lock(m_job->mutex);
    const auto &offsets = m_job->offsets;
    if (offsets.empty())
        return std::nullopt;
    const auto found = std::lower_bound(offsets.begin(), offsets.end(), offset);
    return m_job->at(found == offsets.end() ? offsets.begin() : found);
}

std::optional<Hit> BodySearch::previous(qint64 offset) const
{
    if (!m_job)
        return std::nullopt;
    const std::scoped_lock lock(m_job->mutex);
    const auto &offsets = m_job->offsets;
    if (offsets.empty())
        return std::nullopt;
    const auto found = std::lower_bound(offsets.begin(), offsets.end(), offset);
    return m_job->at(std::prev(found == offsets.begin() ? offsets.end() : found));
}

qint64 BodySearch::ordinal(qint64 offset) const
{
    if (!m_job)
        return 0;
    const std::scoped_lock lock(m_job->mutex);
    const auto &offsets = m_job->offsets;
    const auto found = std::lower_bound(offsets.begin(), offsets.end(), offset);
    return found == offsets.end() || *found != offset ? 0 : found - offsets.begin() + 1;
}

std::vector<qint64> BodySearch::overview(qint64 size, qsizetype parts) const
{
    std::vector<qint64> counts(size_t(std::max<qsizetype>(parts, 0)));
    if (!m_job || counts.empty() || size <= 0)
        return counts;
    const std::scoped_lock lock(m_job->mutex);
    const auto &offsets = m_job->offsets;
    auto from = offsets.begin();
    for (size_t part = 0; part < counts.size(); ++part) {
        const auto until = qint64(double(size) * double(part + 1) / double(counts.size()));
        const auto to = std::lower_bound(from, offsets.end(), until);
        counts[part] = to - from;
        from = to;
    }
    return counts;
}

} // namespace sonde::body

#include "body/body_search.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <cstring>

namespace sonde::body
{
namespace
{

constexpr qint64 block = 1 << 20; // octets read at a time; also how soon a stop is seen

void foldLetters(QByteArray &octets)
{
    for (char &c : octets) {
        if (c >= 'A' && c <= 'Z')
            c = char(c + ('a' - 'A'));
    }
}

} // namespace

struct BodySearch::Job {
    std::shared_ptr<const ByteSource> source;
    QByteArray needle; // folded if letterCase is Any
    LetterCase letterCase = LetterCase::Same;
    qint64 position = 0; // worker only: the first octet at which a match may still begin
    std::atomic<bool> stop = false;
    std::atomic<bool> announced = false;
    std::atomic<qint64> seen = 0; // octets looked at
    mutable std::mutex mutex;
    std::vector<qint64> offsets;
    qint64 count = 0;

    void keep(const std::vector<qint64> &found)
    {
        const std::scoped_lock lock(mutex);
        count += qint64(found.size());
        const qint64 room = offsetsKept - qint64(offsets.size());
        const auto part = std::min<qint64>(room, qint64(found.size()));
        offsets.insert(offsets.end(), found.begin(), found.begin() + part);
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

void BodySearch::start(std::shared_ptr<const ByteSource> source, QByteArray needle,
                       LetterCase letterCase)
{
    stop();
    m_needle = needle;
    if (needle.isEmpty() || !source) {
        Q_EMIT progressed();
        return;
    }
    m_job = std::make_shared<Job>();
    m_job->source = std::move(source);
    m_job->letterCase = letterCase;
    m_job->needle = std::move(needle);
    if (letterCase == LetterCase::Any)
        foldLetters(m_job->needle);
    go();
}

void BodySearch::stop()
{
    if (m_job)
        m_job->stop = true;
    m_job.reset();
    m_needle.clear();
    m_running = false;
    m_grown = false;
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
    const QPointer<BodySearch> self(this);
    // Through the application, which outlives the worker; `self` is only looked at on the main
    // thread.
    const auto announce = [job, self] {
        if (job->announced.exchange(true))
            return;
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [job, self] {
                job->announced = false;
                if (self && self->m_job == job)
                    Q_EMIT self->progressed();
            },
            Qt::QueuedConnection);
    };
    workers().start([job, self, announce] {
        run(job, announce);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [job, self] {
                if (self)
                    self->takeOver(job);
            },
            Qt::QueuedConnection);
    });
}

void BodySearch::run(const std::shared_ptr<Job> &job, const std::function<void()> &announce)
{
    const qint64 length = job->needle.size();
    std::vector<qint64> found;
    while (!job->stop) {
        const qint64 from = job->position;
        // Blocks overlap by one octet less than the needle, so that no match falls between two.
        auto octets = job->source->read(from, block + length - 1);
        if (!octets || octets->size() < length)
            break;
        if (job->letterCase == LetterCase::Any)
            foldLetters(*octets);
        found.clear();
        const char *at = octets->constData();
        const char *end = at + octets->size();
        while (const void *hit =
                   memmem(at, size_t(end - at), job->needle.constData(), size_t(length))) {
            at = static_cast<const char *>(hit);
            found.push_back(from + (at - octets->constData()));
            at += length; // matches do not overlap
        }
        job->position =
            std::max(from + octets->size() - length + 1, found.empty() ? 0 : found.back() + length);
        job->keep(found);
        job->seen = from + octets->size();
        announce();
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

std::vector<qint64> BodySearch::hits(qint64 from, qint64 to) const
{
    if (!m_job)
        return {};
    const std::scoped_lock lock(m_job->mutex);
    const auto &offsets = m_job->offsets;
    const qint64 reach = m_job->needle.size() - 1;
    const auto first = std::lower_bound(offsets.begin(), offsets.end(), from - reach);
    const auto last = std::lower_bound(first, offsets.end(), to);
    return {first, last};
}

std::optional<qint64> BodySearch::next(qint64 offset) const
{
    if (!m_job)
        return std::nullopt;
    const std::scoped_lock lock(m_job->mutex);
    const auto &offsets = m_job->offsets;
    if (offsets.empty())
        return std::nullopt;
    const auto found = std::lower_bound(offsets.begin(), offsets.end(), offset);
    return found == offsets.end() ? offsets.front() : *found;
}

std::optional<qint64> BodySearch::previous(qint64 offset) const
{
    if (!m_job)
        return std::nullopt;
    const std::scoped_lock lock(m_job->mutex);
    const auto &offsets = m_job->offsets;
    if (offsets.empty())
        return std::nullopt;
    const auto found = std::lower_bound(offsets.begin(), offsets.end(), offset);
    return found == offsets.begin() ? offsets.back() : *std::prev(found);
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

} // namespace sonde::body

#include "body/body_diff.h"

#include <algorithm>

namespace sonde::body
{
namespace
{

constexpr qint64 block = 1 << 20; // octets

// Of a read that gave less than there is.
template <typename T>
QString whyShort(const http::Result<T> &read)
{
    return read ? QStringLiteral("The body could not be read to its end.") : read.error().sentence;
}

std::vector<quint64> octetsOf(const QByteArray &octets)
{
    std::vector<quint64> result;
    result.reserve(size_t(octets.size()));
    for (const char octet : octets)
        result.push_back(static_cast<unsigned char>(octet));
    return result;
}

} // namespace

BodyDiff::BodyDiff(Side first, Side second, Kind kind, ElementOrder order, QObject *parent)
    : QObject(parent)
    , m_job(std::make_shared<Job>(std::move(first), std::move(second)))
{
    m_job->kind = kind;
    m_job->order = order;
    startWork(
        this, [job = m_job](const Announce &) { run(*job); }, [] {},
        [this] {
            m_finished = true;
            Q_EMIT finished();
        });
}

BodyDiff::~BodyDiff()
{
    *m_job->stop = true;
}

void BodyDiff::run(Job &job)
{
    switch (job.kind) {
    case Kind::Rows:
        for (JobSide &side : job.sides) {
            if (!hashRows(job, side))
                return;
        }
        job.sequence = diffSequences(job.sides[0].hashes, job.sides[1].hashes, job.stop);
        for (JobSide &side : job.sides)
            side.hashes = {};
        break;
    case Kind::Octets:
        if (std::max(job.sides[0].source->size(), job.sides[1].source->size()) <= alignedOctets)
            compareOctets(job);
        else
            compareByOffset(job);
        break;
    case Kind::Json:
        job.json = diffJson(job.sides[0].source, job.sides[1].source, job.order, job.stop);
        job.cut = job.json.end != JsonDiff::End::Whole;
        job.problem = job.json.problem;
        break;
    }
}

// Without what ends them: a body with other line ends is told by the octets.
bool BodyDiff::hashRows(Job &job, JobSide &side)
{
    const qint64 size = side.source->size();
    while (!*job.stop) {
        const qint64 from = side.index.nextOffset();
        if (from >= size)
            return true;
        if (qint64(side.hashes.size()) >= mostRows) {
            job.cut = true;
            return true;
        }
        const auto octets = side.source->read(from, std::min(block, size - from));
        if (!octets || octets->isEmpty()) {
            job.problem = whyShort(octets);
            return false;
        }
        const auto following = from + octets->size() == size ? Following::Nothing : Following::More;
        const qint64 taken = side.index.take(*octets, following);
        QByteArrayView rest = QByteArrayView(*octets).first(taken);
        while (!rest.isEmpty()) {
            const auto end = rowEnd(rest, Following::Nothing, side.index.coding());
            if (!end || end->length <= 0)
                break;
            side.hashes.push_back(octetsHash(rest.first(end->length - end->terminator)));
            rest = rest.sliced(end->length);
        }
        if (taken == 0) {
            job.problem = whyShort(octets);
            return false;
        }
    }
    return false;
}

void BodyDiff::compareOctets(Job &job)
{
    std::vector<quint64> octets[2];
    for (int side = 0; side < 2; ++side) {
        const auto &source = job.sides[side].source;
        const qint64 size = source->size();
        const auto read = source->read(0, size);
        if (!read || read->size() < size) {
            job.problem = whyShort(read);
            return;
        }
        octets[side] = octetsOf(*read);
    }
    job.sequence = diffSequences(octets[0], octets[1], job.stop);
}

void BodyDiff::compareByOffset(Job &job)
{
    job.byOffset = true;
    const qint64 sizes[2] = {job.sides[0].source->size(), job.sides[1].source->size()};
    const qint64 both = std::min(sizes[0], sizes[1]);
    auto &stretches = job.sequence.stretches;
    QByteArray octets[2] = {QByteArray(block, Qt::Uninitialized),
                            QByteArray(block, Qt::Uninitialized)};
    for (qint64 at = 0; at < both && !*job.stop && !job.cut;) {
        const qint64 wanted = std::min(block, both - at);
        for (int side = 0; side < 2; ++side) {
            const auto read =
                job.sides[side].source->read(at, std::span(octets[side].data(), size_t(wanted)));
            if (!read || *read < wanted) {
                job.problem = whyShort(read);
                return;
            }
        }
        if (std::memcmp(octets[0].constData(), octets[1].constData(), size_t(wanted)) != 0) {
            for (qint64 i = 0; i < wanted; ++i) {
                if (octets[0][i] == octets[1][i])
                    continue;
                const qint64 here = at + i;
                if (!stretches.empty() &&
                    stretches.back().first + stretches.back().firstCount == here)
                    stretches.back().secondCount = ++stretches.back().firstCount;
                else
                    stretches.push_back({here, 1, here, 1});
            }
            job.cut = stretches.size() >= mostStretches;
        }
        at += wanted;
    }
    if (sizes[0] != sizes[1] && !job.cut)
        stretches.push_back({both, sizes[0] - both, both, sizes[1] - both});
}

} // namespace sonde::body

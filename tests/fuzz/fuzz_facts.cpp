// Whatever a recording or a font claims, it is told about after a few reads of bounded size, and in
// numbers that can be; of the same octets the same is told.
#include "body/audio_facts.h"
#include "tests/fuzz/fuzz.h"
#include "ui/body/font_sample.h"

#include <QGuiApplication>

#include <algorithm>

using namespace sonde;

namespace
{

constexpr qint64 mostRead = 64 << 10; // octets at once
constexpr int mostReads = 70;         // sixty-four chunks of a RIFF file, and the ends of any other

// The octets, with a hole of nothing but zeros in their middle; counts what is asked of it.
class Holed final : public body::ByteSource
{
public:
    Holed(QByteArrayView octets, qint64 hole)
        : m_octets(octets)
        , m_cut(octets.size() / 2)
        , m_hole(hole)
    {
    }

    [[nodiscard]] qint64 size() const override { return m_octets.size() + m_hole; }
    [[nodiscard]] bool isFinished() const override { return true; }
    [[nodiscard]] http::Result<qint64> read(qint64 offset, std::span<char> into) const override
    {
        INVARIANT(qint64(into.size()) <= mostRead && ++m_reads <= mostReads);
        const qint64 count = std::clamp<qint64>(size() - offset, 0, qint64(into.size()));
        for (qint64 i = 0; i < count; ++i)
            into[size_t(i)] = at(offset + i);
        return count;
    }
    using ByteSource::read;

private:
    [[nodiscard]] char at(qint64 offset) const
    {
        if (offset < m_cut)
            return m_octets[offset];
        return offset < m_cut + m_hole ? '\0' : m_octets[offset - m_hole];
    }

    const QByteArrayView m_octets;
    const qint64 m_cut;
    const qint64 m_hole;
    mutable int m_reads = 0;
};

void recording(QByteArrayView octets, qint64 hole)
{
    const auto facts = body::audioFacts(Holed(octets, hole));
    INVARIANT(facts == body::audioFacts(Holed(octets, hole)));
    if (!facts)
        return;
    INVARIANT(!facts->container.isEmpty() && facts->codec.size() < 40);
    INVARIANT(facts->sampleRate >= 0 && facts->sampleRate <= 0xFFFFFFFF);
    INVARIANT(facts->channels >= 0 && facts->channels <= 0xFFFF);
    INVARIANT(facts->bits >= 0 && facts->bits <= 0xFFFF);
    INVARIANT(!facts->duration ||
              (facts->duration->count() >= 0 && *facts->duration <= std::chrono::hours(24 * 366)));
}

void font(QByteArrayView octets)
{
    const auto sample =
        ui::fontSample(octets.toByteArray(), {.ink = Qt::black, .paper = Qt::white});
    INVARIANT(sample.glyphs >= 0 && sample.glyphs <= 0xFFFF);
    INVARIANT(sample.image.width() <= 2000 && sample.image.height() <= 2000);
    INVARIANT(!sample.image.isNull() || (sample.family.isEmpty() && sample.tables.isEmpty()));
    INVARIANT(sample.tables.size() < 100);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // fonts are read by what draws the window
    qInstallMessageHandler([](auto...) {});  // of every glyph that cannot be loaded it says so
    static QGuiApplication application(*argc, *argv);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 1 || size > 16 * 1024)
        return 0;
    const auto all = fuzz::octets(data, size);
    const auto how = quint8(all.front());
    if (how & 1)
        font(all.sliced(1));
    else
        recording(all.sliced(1), qint64(how) * how * how * how); // as far as 4 GB
    return 0;
}

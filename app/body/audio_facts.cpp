#include "body/audio_facts.h"

#include <QtEndian>

#include <array>

namespace sonde::body
{
namespace
{

using std::chrono::milliseconds;

constexpr qint64 portion = 64 << 10; // octets
constexpr int mostChunks = 64;       // of a RIFF file, before its data
constexpr qint64 longestHours = 24 * 366;

QByteArray readAt(const ByteSource &source, qint64 offset, qint64 length)
{
    return source.read(offset, length).value_or(QByteArray());
}

template <typename T>
T little(const QByteArray &octets, qsizetype at)
{
    return at >= 0 && at + qsizetype(sizeof(T)) <= octets.size()
               ? qFromLittleEndian<T>(octets.constData() + at)
               : T(0);
}

template <typename T>
T big(const QByteArray &octets, qsizetype at)
{
    return at >= 0 && at + qsizetype(sizeof(T)) <= octets.size()
               ? qFromBigEndian<T>(octets.constData() + at)
               : T(0);
}

std::optional<milliseconds> lasting(quint64 samples, qint64 rate)
{
    if (rate <= 0 || samples == 0)
        return std::nullopt;
    const double seconds = double(samples) / double(rate);
    if (seconds > double(longestHours) * 3600)
        return std::nullopt; // nobody records that: the number is wrong
    return milliseconds(qint64(seconds * 1000));
}

QByteArray waveCodec(quint16 tag)
{
    switch (tag) {
    case 0x0001:
    case 0xFFFE: // says more further on; of those in use nearly all are PCM
        return "PCM";
    case 0x0003:
        return "PCM float";
    case 0x0006:
        return "A-law";
    case 0x0007:
        return "µ-law";
    case 0x0011:
        return "IMA ADPCM";
    case 0x0055:
        return "MP3";
    default:
        return "0x" + QByteArray::number(tag, 16);
    }
}

std::optional<AudioFacts> waveFacts(const ByteSource &source)
{
    AudioFacts facts{.container = "WAV"};
    quint32 octetRate = 0;
    qint64 at = 12; // behind “RIFF”, a size and “WAVE”
    for (int i = 0; i < mostChunks && at < source.size(); ++i) {
        const QByteArray chunk = readAt(source, at, 40);
        const qint64 size = little<quint32>(chunk, 4);
        if (chunk.startsWith("fmt ") && size >= 16) {
            facts.codec = waveCodec(little<quint16>(chunk, 8));
            facts.channels = little<quint16>(chunk, 10);
            facts.sampleRate = little<quint32>(chunk, 12);
            octetRate = little<quint32>(chunk, 16);
            facts.bits = little<quint16>(chunk, 22);
        } else if (chunk.startsWith("data")) {
            facts.duration = lasting(quint64(size), octetRate);
            break;
        }
        at += 8 + size + (size & 1);
    }
    if (facts.codec.isEmpty())
        return std::nullopt;
    return facts;
}

// The first metadata block (RFC 9639 section 8.2), its octets from the rates on.
void takeStreamInfo(const QByteArray &octets, qsizetype at, AudioFacts &facts)
{
    const auto packed = big<quint64>(octets, at + 10);
    facts.codec = "FLAC";
    facts.sampleRate = qint64(packed >> 44);
    facts.channels = int((packed >> 41) & 7) + 1;
    facts.bits = int((packed >> 36) & 31) + 1;
    facts.duration = lasting(packed & ((1ULL << 36) - 1), facts.sampleRate);
}

// RFC 3533 section 6: a granule position stands in the head of each page, the last one's counts.
quint64 lastGranule(const ByteSource &source, quint32 stream)
{
    const qint64 from = std::max<qint64>(source.size() - portion, 0);
    const QByteArray end = readAt(source, from, portion);
    for (qsizetype at = end.lastIndexOf("OggS"); at >= 0;
         at = at > 0 ? end.lastIndexOf("OggS", at - 1) : -1) {
        const auto granule = little<quint64>(end, at + 6);
        if (end.size() - at >= 27 && little<quint32>(end, at + 14) == stream &&
            granule != ~quint64(0))
            return granule;
    }
    return 0;
}

std::optional<AudioFacts> oggFacts(const ByteSource &source, const QByteArray &begin)
{
    AudioFacts facts{.container = "Ogg"};
    const qsizetype at = 27 + qsizetype(little<quint8>(begin, 26)); // behind the segment table
    const QByteArray packet = begin.mid(at, 64);
    const quint64 granule = lastGranule(source, little<quint32>(begin, 14));
    if (packet.startsWith("OpusHead")) { // RFC 7845 section 5.1
        constexpr qint64 clock = 48'000; // of its granules, whatever the source was
        const quint64 skipped = little<quint16>(packet, 10);
        facts.codec = "Opus";
        facts.channels = little<quint8>(packet, 9);
        facts.sampleRate = clock;
        facts.duration = lasting(granule > skipped ? granule - skipped : 0, clock);
    } else if (packet.startsWith("\x01vorbis")) {
        facts.codec = "Vorbis";
        facts.channels = little<quint8>(packet, 11);
        facts.sampleRate = little<quint32>(packet, 12);
        facts.duration = lasting(granule, facts.sampleRate);
    } else if (packet.startsWith("\x7F"
                                 "FLAC")) {
        takeStreamInfo(packet, 17, facts); // behind its own head, “fLaC” and a block head
    } else {
        return std::nullopt;
    }
    return facts;
}

struct MpegFrame {
    int version = 0; // 1, 2; 25 is 2.5
    int layer = 0;
    qint64 bitRate = 0;
    qint64 sampleRate = 0;
    int channels = 0;
    qint64 length = 0; // octets
    int samples = 0;
};

// ISO/IEC 11172-3 section 2.4.1.3 and 13818-3.
std::optional<MpegFrame> mpegFrame(const QByteArray &octets, qsizetype at)
{
    constexpr std::array<std::array<qint64, 15>, 5> rates{{
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448}, // 1, layer I
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},    // 1, layer II
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},     // 1, layer III
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},    // 2, layer I
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},         // 2, II and III
    }};
    constexpr std::array<qint64, 3> frequencies{44'100, 48'000, 32'000};
    const auto head = big<quint32>(octets, at);
    const auto version = (head >> 19) & 3;
    const auto layer = (head >> 17) & 3;
    const auto rate = (head >> 12) & 15;
    const auto frequency = (head >> 10) & 3;
    if ((head >> 21) != 0x7FF || version == 1 || layer == 0 || rate == 0 || rate == 15 ||
        frequency == 3)
        return std::nullopt;
    MpegFrame frame{.version = version == 3 ? 1 : (version == 2 ? 2 : 25), .layer = 4 - int(layer)};
    const bool first = frame.version == 1;
    const int second = frame.layer == 1 ? 3 : 4; // row of version 2
    frame.bitRate = rates[size_t(first ? frame.layer - 1 : second)][rate] * 1000;
    frame.sampleRate = frequencies[frequency] / (first ? 1 : (frame.version == 2 ? 2 : 4));
    frame.channels = ((head >> 6) & 3) == 3 ? 1 : 2;
    const qint64 padding = (head >> 9) & 1;
    frame.samples = frame.layer == 1 ? 384 : (frame.layer == 3 && !first ? 576 : 1152);
    frame.length = frame.layer == 1
                       ? (12 * frame.bitRate / frame.sampleRate + padding) * 4
                       : frame.samples / 8 * frame.bitRate / frame.sampleRate + padding;
    return frame;
}

// What an encoder notes in the first frame: how many there are. 0 if it does not.
quint32 notedFrames(const QByteArray &octets, qsizetype at, const MpegFrame &frame)
{
    const qsizetype side =
        frame.version == 1 ? (frame.channels == 1 ? 17 : 32) : (frame.channels == 1 ? 9 : 17);
    const QByteArrayView tag =
        QByteArrayView(octets).sliced(std::min(at + 4 + side, octets.size()));
    if (tag.startsWith("Xing") || tag.startsWith("Info"))
        return big<quint32>(octets, at + 4 + side + 4) & 1 ? big<quint32>(octets, at + side + 12)
                                                           : 0;
    if (octets.mid(at + 36, 4) == "VBRI")
        return big<quint32>(octets, at + 36 + 14);
    return 0;
}

std::optional<AudioFacts> mpegFacts(const ByteSource &source, const QByteArray &begin)
{
    qint64 skipped = 0;
    if (begin.startsWith("ID3") && begin.size() >= 10) // seven bits an octet
        skipped = 10 + ((qint64(begin[6] & 127) << 21) | ((begin[7] & 127) << 14) |
                        ((begin[8] & 127) << 7) | (begin[9] & 127));
    const QByteArray octets = skipped > 0 ? readAt(source, skipped, portion) : begin;
    for (qsizetype at = octets.indexOf('\xFF'); at >= 0; at = octets.indexOf('\xFF', at + 1)) {
        const auto frame = mpegFrame(octets, at);
        // One may look like a frame by chance; two behind each other do not.
        if (!frame || (at + frame->length + 4 <= octets.size() &&
                       !mpegFrame(octets, at + qsizetype(frame->length))))
            continue;
        AudioFacts facts{.container = "MP3",
                         .codec = "MPEG layer " + QByteArray(frame->layer, 'I'),
                         .sampleRate = frame->sampleRate,
                         .channels = frame->channels};
        if (const quint32 frames = notedFrames(octets, at, *frame); frames > 0)
            facts.duration = lasting(quint64(frames) * quint64(frame->samples), frame->sampleRate);
        else
            facts.duration = lasting(quint64(std::max<qint64>(source.size() - skipped - at, 0)) * 8,
                                     frame->bitRate);
        return facts;
    }
    return std::nullopt;
}

} // namespace

std::optional<AudioFacts> audioFacts(const ByteSource &source)
{
    const QByteArray begin = readAt(source, 0, portion);
    if (begin.startsWith("RIFF") && begin.mid(8, 4) == "WAVE")
        return waveFacts(source);
    if (begin.startsWith("fLaC") && begin.size() >= 26) {
        AudioFacts facts{.container = "FLAC"};
        takeStreamInfo(begin, 8, facts);
        return facts;
    }
    if (begin.startsWith("OggS"))
        return oggFacts(source, begin);
    return mpegFacts(source, begin);
}

} // namespace sonde::body

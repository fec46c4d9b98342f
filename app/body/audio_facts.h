// What the first octets of a recording say of it: container, codec, rate, channels, how long it
// lasts. WAV, FLAC, Ogg (Opus, Vorbis, FLAC), MP3. A few reads of at most 64 KiB, whatever the
// octets claim; pure, any thread.
#pragma once

#include "body/byte_source.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace sonde::body
{

struct AudioFacts {
    QByteArray container;  // "WAV", "FLAC", "Ogg", "MP3"
    QByteArray codec;      // "PCM", "Opus"; may be empty
    qint64 sampleRate = 0; // in Hz; these are 0 where nothing is said
    int channels = 0;
    int bits = 0; // of a sample
    // Of all of it; of a body that still grows, as far as its beginning tells.
    std::optional<std::chrono::milliseconds> duration;

    bool operator==(const AudioFacts &) const = default;
};

// Nothing if it is none of them, or broken before it says anything.
[[nodiscard]] std::optional<AudioFacts> audioFacts(const ByteSource &source);

} // namespace sonde::body

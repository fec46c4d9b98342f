// Parts of a saved body for the terminal: rows, octets in hex, rows with a match. One thread.
#pragma once

#include "body/byte_source.h"
#include "body/finder.h"
#include "cli/body_transform.h"

namespace sonde::cli
{

// First and last, both included.
struct Span {
    qint64 first = 0;
    qint64 last = 0;
};
// "7", "7-9", "0x10-0x20"; "7-" to the end. Error: ConflictingOptions.
[[nodiscard]] http::Result<Span> readSpan(const QByteArray &text, QByteArrayView option);

using TextSink = BodyTransform::Sink;
// Lines by number, from 1, their octets as they are.
[[nodiscard]] http::Result<void> printLines(const body::ByteSource &source, Span lines,
                                            const TextSink &sink);
// Sixteen octets a row with what they are as text.
[[nodiscard]] http::Result<void> printHex(const body::ByteSource &source, Span octets,
                                          const TextSink &sink);
// Each row with a match, once: line, offset of the first match, text. How many matches there are.
[[nodiscard]] http::Result<qint64> printMatches(std::shared_ptr<const body::ByteSource> source,
                                                const body::Wanted &wanted, const TextSink &sink);

} // namespace sonde::cli

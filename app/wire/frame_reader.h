// Reads the frames of one direction of an HTTP/2 connection from its recorded octets, in which the
// content of DATA frames may be left out. Any cutting of the octets gives the same frames. Off the
// hot path; not thread-safe.
#pragma once

#include "wire/frame_payload.h"

namespace sonde::wire
{

class FrameReader
{
public:
    // A frame, and what of it is needed only until its header block is whole.
    struct Read {
        trace::Frame frame; // `number` and `block` are not set
        QByteArray fragment;
    };

    explicit FrameReader(trace::Direction direction)
        : m_direction(direction)
        , m_cutter(direction)
    {
    }

    // SETTINGS_MAX_FRAME_SIZE of the receiver, once it is acknowledged.
    void setMaxFrameSize(quint32 octets) { m_maxFrameSize = octets; }

    // Takes octets as they stood on the wire off the front of `rest`, up to the end of a frame.
    // Call it until it gives none; all octets are taken then.
    [[nodiscard]] std::optional<Read> next(QByteArrayView &rest, trace::Stamp at);
    // `octets` of content have gone by that were not recorded. Call next() after it.
    void skip(quint64 octets, trace::Stamp at);

    // The frame that is coming, if any of it has come: `ended` is the stamp of its newest octet.
    [[nodiscard]] std::optional<trace::Frame> unfinished() const;
    // From this octet on nothing can be read: what came is no HTTP/2, or a frame was larger than
    // allowed. The last frame says why.
    [[nodiscard]] std::optional<quint64> brokenAt() const { return m_brokenAt; }
    // Octets ever given.
    [[nodiscard]] quint64 offset() const { return m_offset; }

private:
    [[nodiscard]] std::optional<Read> take(FrameCutter::Step step, trace::Stamp at);
    void beginFrame();
    [[nodiscard]] Read endFrame(trace::Stamp at);
    [[nodiscard]] trace::Verdict headerVerdict() const;

    const trace::Direction m_direction;
    FrameCutter m_cutter;
    QByteArray m_preface;
    trace::Frame m_frame;
    QByteArray m_payload;
    quint64 m_offset = 0;
    quint32 m_maxFrameSize = 16'384; // RFC 9113 section 6.5.2
    bool m_first = true;             // no frame has come yet
    std::optional<quint64> m_brokenAt;
};

} // namespace sonde::wire

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

    // Octets as they stood on the wire. Appends the frames that are whole now.
    void read(QByteArrayView octets, trace::Stamp at, std::vector<Read> &out);
    // `octets` of content that were not recorded.
    void readElided(quint64 octets, trace::Stamp at, std::vector<Read> &out);

    // The frame that is coming, if any of it has come: `ended` is the stamp of its newest octet.
    [[nodiscard]] std::optional<trace::Frame> unfinished() const;
    // Past this nothing can be read: what came is no HTTP/2, or a frame was larger than allowed.
    // The last frame says why.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    // Octets ever given.
    [[nodiscard]] quint64 offset() const { return m_offset; }

private:
    void step(FrameCutter::Step step, trace::Stamp at, std::vector<Read> &out);
    void beginFrame();
    void endFrame(trace::Stamp at, std::vector<Read> &out);
    [[nodiscard]] trace::Verdict headerVerdict() const;

    const trace::Direction m_direction;
    FrameCutter m_cutter;
    QByteArray m_preface;
    trace::Frame m_frame;
    QByteArray m_payload;
    quint64 m_offset = 0;
    quint32 m_maxFrameSize = 16'384; // RFC 9113 section 6.5.2
    bool m_first = true;             // no frame has come yet
    bool m_broken = false;
};

} // namespace sonde::wire

// All segments of a request's content as one stream. Owned by the call that sends it; network
// thread.
#pragma once

#include "client/segment_reader.h"
#include "wire/session.h"

namespace sonde::client
{

class ContentSource
{
public:
    using State = SegmentReader::State;
    using Piece = SegmentReader::Piece;
    // Octets that one read() gives at most.
    static constexpr qsizetype pieceLimit = 64 * 1024;

    ContentSource() = default; // no content
    // Errors: FileMissing, FileUnreadable.
    [[nodiscard]] static http::Result<ContentSource> open(const http::Content &content);

    // None if there is not an octet to send.
    [[nodiscard]] wire::ContentLength length() const { return m_length; }
    // At most min(limit, pieceLimit) octets. Errors: FileUnreadable, FileChanged.
    [[nodiscard]] http::Result<Piece> read(qsizetype limit);
    // After State::Later, called once when there is more. Replaces the one before.
    void onReadable(const std::function<void()> &listener);
    // Back to the first octet; false if some of it can be read only once and has been.
    [[nodiscard]] bool rewind();

private:
    std::vector<std::unique_ptr<SegmentReader>> m_segments;
    size_t m_current = 0;
    wire::ContentLength m_length;
};

} // namespace sonde::client

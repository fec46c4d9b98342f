// One segment of content as a stream that is read piece by piece. Network thread.
#pragma once

#include "http/request.h"

#include <functional>

namespace sonde::client
{

class SegmentReader
{
public:
    // Nothing is opened for good; files are looked at. Errors: FileMissing, FileUnreadable.
    [[nodiscard]] static http::Result<std::unique_ptr<SegmentReader>>
    make(const http::Segment &segment);

    enum class State : quint8 {
        More,  // `octets` holds some, and there may be more
        Later, // none now; `readable` is called once when there are
        End,
    };
    struct Piece {
        State state = State::End;
        QByteArray octets;
    };

    virtual ~SegmentReader() = default;
    // Nothing if it is not known before the end.
    [[nodiscard]] virtual std::optional<quint64> size() const = 0;
    // At most `limit` octets. Errors: FileUnreadable, FileChanged.
    [[nodiscard]] virtual http::Result<Piece> read(qsizetype limit) = 0;
    // Back to the first octet; false if that cannot be.
    [[nodiscard]] virtual bool rewind() = 0;

    std::function<void()> readable;
};

} // namespace sonde::client

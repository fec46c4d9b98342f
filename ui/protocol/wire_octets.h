// All octets that went one way on a connection, as something to read at any offset: heads and
// framing from its log, content from the body where that has it. Any thread.
#pragma once

#include "body/byte_source.h"
#include "trace/connection.h"

#include <memory>
#include <mutex>

namespace sonde::ui
{

class WireOctets : public body::ByteSource
{
public:
    WireOctets(std::shared_ptr<const trace::Connection> connection, trace::Direction direction);

    // Content that stands in a body: octets [from, to) of the direction, from `bodyOffset` on.
    struct Reference {
        quint64 from = 0;
        quint64 to = 0;
        quint64 bodyOffset = 0;

        bool operator==(const Reference &) const = default;
    };
    using References = std::vector<Reference>; // in order, apart
    void setBody(std::shared_ptr<const body::ByteSource> body, References references);

    [[nodiscard]] qint64 size() const override;
    [[nodiscard]] bool isFinished() const override { return false; } // a connection may say more
    // What is neither in the log nor in the body reads as zeros: WireMap tells where that is.
    [[nodiscard]] http::Result<qint64> read(qint64 offset, std::span<char> into) const override;
    using body::ByteSource::read;

private:
    struct Content {
        std::shared_ptr<const body::ByteSource> body;
        References references;
    };
    [[nodiscard]] std::shared_ptr<const Content> content() const;

    const std::shared_ptr<const trace::Connection> m_connection;
    const trace::Direction m_direction;
    mutable std::mutex m_mutex;
    std::shared_ptr<const Content> m_content; // replaced, never changed
};

} // namespace sonde::ui

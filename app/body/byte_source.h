// Octets that can be read at any offset while they may still grow: a body, or a file. Any thread
// reads.
#pragma once

#include "http/error.h"

#include <span>

namespace sonde::body
{

class ByteSource
{
public:
    virtual ~ByteSource() = default;

    // Octets there are so far. Those below it never change.
    [[nodiscard]] virtual qint64 size() const = 0;
    // True once no more will come.
    [[nodiscard]] virtual bool isFinished() const = 0;
    // Copies what there is of [offset, offset + into.size()) and returns how many octets that was.
    [[nodiscard]] virtual http::Result<qint64> read(qint64 offset, std::span<char> into) const = 0;
    [[nodiscard]] http::Result<QByteArray> read(qint64 offset, qint64 length) const;
};

} // namespace sonde::body

// Octets at rest, append-only: in memory up to 1 MiB, then in an unlinked spool file. One thread
// appends, any thread reads ranges while it grows.
#pragma once

#include "body/byte_source.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace sonde::body
{

class ByteStore final : public ByteSource
{
public:
    static constexpr qint64 memoryLimit = 1 << 20; // octets; larger bodies spill

    // `spoolFolder` empty: $XDG_CACHE_HOME/sonde/spool. The folder is made when first needed.
    explicit ByteStore(QString spoolFolder = {});
    ~ByteStore() override;
    ByteStore(const ByteStore &) = delete;
    ByteStore &operator=(const ByteStore &) = delete;

    // Octets appended so far. Those below it never change.
    [[nodiscard]] qint64 size() const override { return m_size.load(std::memory_order_acquire); }
    // True once no more will come.
    [[nodiscard]] bool isFinished() const override
    {
        return m_finished.load(std::memory_order_acquire);
    }
    [[nodiscard]] bool isSpooled() const;
    // Octets for which its disk has room, if it is on one and tells; on the thread that appends.
    [[nodiscard]] std::optional<qint64> roomLeft() const;

    // Errors: DiskFull or FileUnwritable, with the folder in the sentence; nothing of `octets`
    // counts then.
    [[nodiscard]] http::Result<void> append(QByteArrayView octets);
    void finish() { m_finished.store(true, std::memory_order_release); }

    // Copies what is stored of [offset, offset + into.size()) and returns how many octets that was.
    [[nodiscard]] http::Result<qint64> read(qint64 offset, std::span<char> into) const override;
    using ByteSource::read;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
    std::atomic<qint64> m_size = 0;
    std::atomic<bool> m_finished = false;
};

} // namespace sonde::body

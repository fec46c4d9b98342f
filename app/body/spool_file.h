// A file without a name that holds the part of a body that memory does not: gone with its
// descriptor, whatever happens to the process. One thread writes, any thread reads what write() has
// returned for.
#pragma once

#include "http/error.h"

#include <optional>
#include <span>

namespace sonde::body
{

class SpoolFile
{
public:
    // `folder` empty: $XDG_CACHE_HOME/sonde/spool. Nothing is touched before the first write().
    explicit SpoolFile(QString folder)
        : m_folder(std::move(folder))
    {
    }
    ~SpoolFile();
    SpoolFile(const SpoolFile &) = delete;
    SpoolFile &operator=(const SpoolFile &) = delete;

    // All octets or an error: DiskFull or FileUnwritable.
    [[nodiscard]] http::Result<void> write(qint64 offset, QByteArrayView octets);
    // Fills `into` from what was written; FileUnreadable otherwise.
    [[nodiscard]] http::Result<void> read(qint64 offset, std::span<char> into) const;
    // Octets that it may still take, if that is known; after the first write(), on its thread.
    [[nodiscard]] std::optional<qint64> roomLeft() const;

private:
    [[nodiscard]] http::Result<void> open();

    QString m_folder;
    int m_descriptor = -1; // written once, before the first write() returns
};

} // namespace sonde::body

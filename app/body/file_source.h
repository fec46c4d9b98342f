// A file on disk as a ByteSource, read by pread: a mapped file that another program cuts short
// would end the process. Any thread reads.
#pragma once

#include "body/byte_source.h"

#include <memory>

namespace sonde::body
{

class FileSource : public ByteSource
{
public:
    // Errors: FileUnreadable; only regular files, since a pipe has no offsets.
    [[nodiscard]] static http::Result<std::shared_ptr<const FileSource>> open(const QString &path);
    ~FileSource() override;
    FileSource(const FileSource &) = delete;
    FileSource &operator=(const FileSource &) = delete;

    // As it was when the file was opened.
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] bool isFinished() const override { return true; }
    using ByteSource::read;
    // FileUnreadable also when the file has been cut short since.
    [[nodiscard]] http::Result<qint64> read(qint64 offset, std::span<char> into) const override;

private:
    FileSource(QString path, int descriptor, qint64 size)
        : m_path(std::move(path))
        , m_descriptor(descriptor)
        , m_size(size)
    {
    }

    const QString m_path;
    const int m_descriptor;
    const qint64 m_size;
};

} // namespace sonde::body

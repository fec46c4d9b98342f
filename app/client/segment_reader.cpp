#include "client/segment_reader.h"

#include "client/file_error.h"
#include "client/file_reader.h"
#include "client/stream_reader.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace sonde::client
{
namespace
{

using Made = http::Result<std::unique_ptr<SegmentReader>>;

class OctetsReader : public SegmentReader
{
public:
    explicit OctetsReader(QByteArray octets)
        : m_octets(std::move(octets))
    {
    }

    std::optional<quint64> size() const override { return quint64(m_octets.size()); }
    http::Result<Piece> read(qsizetype limit) override
    {
        const qsizetype count = std::min(limit, m_octets.size() - m_done);
        if (count == 0)
            return Piece{};
        // All of it is shared, a part is copied.
        Piece piece{.state = State::More, .octets = m_octets.mid(m_done, count)};
        m_done += count;
        return piece;
    }
    bool rewind() override
    {
        m_done = 0;
        return true;
    }

private:
    const QByteArray m_octets;
    qsizetype m_done = 0;
};

Made makeFile(const QString &path)
{
    if (path.isEmpty())
        return std::unexpected(
            http::Error{.layer = http::Layer::File,
                        .code = http::Code::FileMissing,
                        .sentence = QStringLiteral("No file is chosen as content.")});
    // O_NONBLOCK: a FIFO without a writer must not hold the network thread.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return std::unexpected(fileError(path, errno, http::Phase::Plan));
    struct stat status;
    if (::fstat(descriptor, &status) != 0 || S_ISDIR(status.st_mode)) {
        const int number = S_ISDIR(status.st_mode) ? EISDIR : errno;
        ::close(descriptor);
        return std::unexpected(fileError(path, number, http::Phase::Plan));
    }
    if (!S_ISREG(status.st_mode))
        return std::make_unique<StreamReader>(descriptor, path, StreamReader::Ownership::Ours);
    ::close(descriptor);
    return std::make_unique<FileReader>(path, status);
}

Made makeStdin()
{
    struct stat status;
    if (::fstat(STDIN_FILENO, &status) != 0)
        return std::unexpected(fileError({}, errno, http::Phase::Plan));
    if (S_ISDIR(status.st_mode))
        return std::unexpected(fileError({}, EISDIR, http::Phase::Plan));
    if (S_ISREG(status.st_mode))
        return std::make_unique<FileReader>(STDIN_FILENO, status);
    return std::make_unique<StreamReader>(STDIN_FILENO, QString(),
                                          StreamReader::Ownership::Callers);
}

} // namespace

Made SegmentReader::make(const http::Segment &segment)
{
    if (const auto *octets = std::get_if<http::OctetsSegment>(&segment))
        return std::make_unique<OctetsReader>(octets->octets);
    if (const auto *file = std::get_if<http::FileSegment>(&segment))
        return makeFile(file->path);
    return makeStdin();
}

} // namespace sonde::client

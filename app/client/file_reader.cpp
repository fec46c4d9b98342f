#include "client/file_reader.h"

#include "client/file_error.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace sonde::client
{
namespace
{

bool isSameFile(const struct stat &a, const struct stat &b)
{
    return a.st_size == b.st_size && a.st_ino == b.st_ino && a.st_dev == b.st_dev &&
           a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

} // namespace

FileReader::FileReader(QString path, const struct stat &status)
    : m_path(std::move(path))
    , m_status(status)
    , m_size(quint64(status.st_size))
{
}

FileReader::FileReader(int descriptor, const struct stat &status)
    : m_status(status)
    , m_descriptor(descriptor)
{
    m_start = std::clamp<qint64>(::lseek(descriptor, 0, SEEK_CUR), 0, status.st_size);
    m_size = quint64(status.st_size - m_start);
}

FileReader::~FileReader()
{
    close();
}

void FileReader::close()
{
    if (m_descriptor >= 0 && !m_path.isEmpty())
        ::close(std::exchange(m_descriptor, -1));
}

http::Result<void> FileReader::open()
{
    m_descriptor = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CLOEXEC);
    if (m_descriptor < 0)
        return std::unexpected(fileError(m_path, errno, http::Phase::Send));
    return checkUnchanged();
}

http::Result<void> FileReader::checkUnchanged() const
{
    struct stat now;
    if (::fstat(m_descriptor, &now) != 0)
        return std::unexpected(fileError(m_path, errno, http::Phase::Send));
    if (isSameFile(m_status, now))
        return {};
    return std::unexpected(changed(now.st_size == m_status.st_size
                                       ? QStringLiteral("it was written to or replaced")
                                       : QStringLiteral("it had %1 octets and has %2")
                                             .arg(m_status.st_size)
                                             .arg(now.st_size)));
}

http::Error FileReader::changed(const QString &how) const
{
    const QString what = m_path.isEmpty() ? QStringLiteral("Standard input")
                                          : QStringLiteral("The file “%1”").arg(m_path);
    return {.layer = http::Layer::File,
            .code = http::Code::FileChanged,
            .phase = http::Phase::Send,
            .sentence = QStringLiteral(
                            "%1 changed while it was being sent (%2): send it again when nothing "
                            "writes to it.")
                            .arg(what, how)};
}

http::Result<SegmentReader::Piece> FileReader::read(qsizetype limit)
{
    if (m_done == m_size) {
        close();
        return Piece{};
    }
    if (m_descriptor < 0) {
        if (const auto opened = open(); !opened)
            return std::unexpected(opened.error());
    }
    Piece piece{.state = State::More};
    piece.octets.resize(qsizetype(std::min(quint64(limit), m_size - m_done)));
    ssize_t count = 0;
    do {
        count = ::pread(m_descriptor, piece.octets.data(), size_t(piece.octets.size()),
                        off_t(m_start + qint64(m_done)));
    } while (count < 0 && errno == EINTR);
    if (count < 0)
        return std::unexpected(fileError(m_path, errno, http::Phase::Send));
    if (count == 0)
        return std::unexpected(changed(QStringLiteral("it had %1 octets and ends after %2")
                                           .arg(m_status.st_size)
                                           .arg(m_start + qint64(m_done))));
    piece.octets.truncate(count);
    m_done += quint64(count);
    // With the last octets held back, no server can take a mixture for the whole.
    if (m_done == m_size) {
        if (const auto same = checkUnchanged(); !same)
            return std::unexpected(same.error());
    }
    return piece;
}

bool FileReader::rewind()
{
    m_done = 0;
    return true;
}

} // namespace sonde::client

#include "body/file_source.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sonde::body
{
namespace
{

http::Error unreadable(const QString &path, int number)
{
    const bool missing = number == ENOENT || number == ENOTDIR;
    QString sentence;
    if (missing)
        sentence = QStringLiteral("There is no file “%1”: check its name and folder.").arg(path);
    else if (number == EISDIR)
        sentence = QStringLiteral("“%1” is a folder: name a file in it.").arg(path);
    else if (number == ESPIPE)
        sentence =
            QStringLiteral("“%1” is not a regular file: save its octets to one first.").arg(path);
    else if (number == EACCES)
        sentence =
            QStringLiteral("The file “%1” may not be read: check its permissions.").arg(path);
    else
        sentence = QStringLiteral("The file “%1” cannot be read.").arg(path);
    return {.layer = http::Layer::File,
            .code = missing ? http::Code::FileMissing : http::Code::FileUnreadable,
            .sentence = sentence,
            .detail = QString::fromLocal8Bit(std::strerror(number)),
            .number = number};
}

} // namespace

http::Result<std::shared_ptr<const FileSource>> FileSource::open(const QString &path)
{
    // Without O_NONBLOCK a pipe that nobody writes to would never open.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return std::unexpected(unreadable(path, errno));
    struct stat facts{};
    int problem = ::fstat(descriptor, &facts) == 0 ? 0 : errno;
    if (problem == 0 && !S_ISREG(facts.st_mode))
        problem = S_ISDIR(facts.st_mode) ? EISDIR : ESPIPE;
    if (problem != 0) {
        ::close(descriptor);
        return std::unexpected(unreadable(path, problem));
    }
    return std::shared_ptr<const FileSource>(new FileSource(path, descriptor, facts.st_size));
}

FileSource::~FileSource()
{
    ::close(m_descriptor);
}

http::Result<qint64> FileSource::read(qint64 offset, std::span<char> into) const
{
    if (offset < 0 || offset >= m_size)
        return 0;
    const qint64 wanted = std::min(m_size - offset, qint64(into.size()));
    qint64 read = 0;
    while (read < wanted) {
        const ssize_t count =
            ::pread(m_descriptor, into.data() + read, size_t(wanted - read), offset + read);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(unreadable(m_path, errno));
        if (count == 0)
            return std::unexpected(http::Error{
                .layer = http::Layer::File,
                .code = http::Code::FileChanged,
                .sentence = QStringLiteral("The file “%1” has become shorter while it was read: "
                                           "open it again.")
                                .arg(m_path)});
        read += count;
    }
    return wanted;
}

} // namespace sonde::body

#include "body/spool_file.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace sonde::body
{
namespace
{

QString systemText(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

bool isFull(int number)
{
    // EFBIG: the limit of this process or file system; to a person that is the same lack of room.
    return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

http::Error unwritable(const QString &folder, int number)
{
    const bool full = isFull(number);
    return {
        .layer = http::Layer::File,
        .code = full ? http::Code::DiskFull : http::Code::FileUnwritable,
        .phase = http::Phase::Store,
        .sentence =
            full ? QStringLiteral("There is no room left in “%1” for more octets: free some space, "
                                  "or set XDG_CACHE_HOME to a folder on another disk.")
                       .arg(folder)
                 : QStringLiteral(
                       "The body cannot be written to “%1”: make that folder writable, or set "
                       "XDG_CACHE_HOME to one that is.")
                       .arg(folder),
        .detail = systemText(number),
        .number = number,
    };
}

// An unlinked file where the file system knows no O_TMPFILE (overlay and network file systems).
int openUnlinked(const QByteArray &folder)
{
    QByteArray name = folder + "/body-XXXXXX";
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor >= 0)
        ::unlink(name.constData());
    return descriptor;
}

// Folders above it belong to the user and are made as usual; the last one is ours and private.
bool makeFolder(const QString &folder)
{
    const QDir above = QFileInfo(folder).dir();
    if (!QDir().mkpath(above.path()))
        return false;
    return ::mkdir(QFile::encodeName(folder).constData(), 0700) == 0 || errno == EEXIST;
}

} // namespace

SpoolFile::~SpoolFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

http::Result<void> SpoolFile::open()
{
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                   QStringLiteral("/sonde/spool");
    errno = 0;
    if (!makeFolder(m_folder))
        return std::unexpected(unwritable(m_folder, errno != 0 ? errno : EACCES));
    const QByteArray folder = QFile::encodeName(m_folder);
    m_descriptor = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (m_descriptor < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == ENOENT))
        m_descriptor = openUnlinked(folder);
    if (m_descriptor < 0)
        return std::unexpected(unwritable(m_folder, errno));
    return {};
}

http::Result<void> SpoolFile::write(qint64 offset, QByteArrayView octets)
{
    if (m_descriptor < 0) {
        const auto opened = open();
        if (!opened)
            return opened;
    }
    const qint64 start = offset;
    while (!octets.isEmpty()) {
        const ssize_t count = ::pwrite(m_descriptor, octets.data(), size_t(octets.size()), offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            const int number = count < 0 ? errno : ENOSPC;
            // Gives back what a part of these octets took: a full disk is in need of it.
            if (::ftruncate(m_descriptor, start) != 0)
                errno = 0; // nothing depends on it
            return std::unexpected(unwritable(m_folder, number));
        }
        octets = octets.sliced(count);
        offset += count;
    }
    return {};
}

std::optional<qint64> SpoolFile::roomLeft() const
{
    struct statvfs disk = {};
    struct stat file = {};
    rlimit longest{};
    if (m_descriptor < 0 || ::fstatvfs(m_descriptor, &disk) != 0 ||
        ::fstat(m_descriptor, &file) != 0 || ::getrlimit(RLIMIT_FSIZE, &longest) != 0)
        return std::nullopt;
    const quint64 left = quint64(disk.f_bavail) * disk.f_frsize;
    const quint64 allowed =
        longest.rlim_cur - std::min<quint64>(longest.rlim_cur, quint64(file.st_size));
    return qint64(std::min({left, allowed, quint64(std::numeric_limits<qint64>::max())}));
}

http::Result<void> SpoolFile::read(qint64 offset, std::span<char> into) const
{
    while (!into.empty()) {
        const ssize_t count = ::pread(m_descriptor, into.data(), into.size(), offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            const int number = count < 0 ? errno : EIO;
            return std::unexpected(http::Error{
                .layer = http::Layer::File,
                .code = http::Code::FileUnreadable,
                .phase = http::Phase::Store,
                .sentence =
                    QStringLiteral("The stored body can no longer be read from “%1”: its disk "
                                   "reports an error.")
                        .arg(m_folder),
                .detail = systemText(number),
                .number = number,
            });
        }
        into = into.subspan(size_t(count));
        offset += count;
    }
    return {};
}

} // namespace sonde::body

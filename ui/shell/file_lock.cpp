#include "ui/shell/file_lock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sonde::ui
{

namespace
{

// False for a file that its last holder has removed between our opening and our locking it.
bool isStillThere(int descriptor, const QByteArray &path)
{
    struct stat held{};
    struct stat there{};
    return ::fstat(descriptor, &held) == 0 && ::stat(path.constData(), &there) == 0 &&
           held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

} // namespace

FileLock::FileLock(const QString &path)
    : m_path(QFile::encodeName(path))
{
    constexpr mode_t ownersAlone = 0600;
    for (;;) {
        const int descriptor =
            ::open(m_path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, ownersAlone);
        if (descriptor < 0)
            return;
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            ::close(descriptor);
            return;
        }
        if (isStillThere(descriptor, m_path)) {
            m_descriptor = descriptor;
            return;
        }
        ::close(descriptor);
    }
}

FileLock::~FileLock()
{
    if (!isHeld())
        return;
    ::unlink(m_path.constData()); // while it is held: whoever opened it sees that it is gone
    ::close(m_descriptor);
}

} // namespace sonde::ui

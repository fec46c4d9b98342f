#include "collection/file_exchange.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Error;
using http::Result;

std::unexpected<Error> failed(const QString &path, int number)
{
    const bool full = number == ENOSPC || number == EDQUOT;
    const bool isBusy = number == EWOULDBLOCK;
    const bool isGone = number == ENOENT || number == ENOTDIR;
    const bool readOnly = number == EROFS || number == EACCES || number == EPERM;
    const QString why =
        full     ? QStringLiteral("There is no room on the disk for “%1”; nothing was changed.")
        : isBusy ? QStringLiteral("Another program keeps the folder of “%1” locked; try again when "
                                  "it has ended. Nothing was changed.")
        : isGone ? QStringLiteral("The folder of “%1” is not there; nothing was written.")
        : readOnly ? QStringLiteral("“%1” could not be changed: its folder cannot be written to. "
                                    "Check its permissions.")
                   : QStringLiteral("“%1” could not be changed; it is as it was.");
    return std::unexpected(Error{.layer = http::Layer::File,
                                 .code = full ? Code::DiskFull : Code::FileUnwritable,
                                 .sentence = why.arg(path),
                                 .detail = QString::fromLocal8Bit(std::strerror(number)),
                                 .number = number});
}

// A file beside `path` that goes away again unless it is let go.
class Beside
{
public:
    explicit Beside(const QByteArray &path)
    {
        const qsizetype slash = path.lastIndexOf('/') + 1;
        // Hidden, so that a list of requests does not show it.
        m_name = path.first(slash) + '.' + path.sliced(slash).left(200) + ".XXXXXX";
        m_descriptor = ::mkostemp(m_name.data(), O_CLOEXEC);
    }
    ~Beside()
    {
        close();
        if (m_descriptor >= 0)
            ::unlink(m_name.constData());
    }
    Q_DISABLE_COPY_MOVE(Beside)

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] const char *name() const { return m_name.constData(); }
    void letGo() { m_descriptor = -1; }

    [[nodiscard]] bool fill(const QByteArray &octets, mode_t mode)
    {
        for (qsizetype done = 0; done < octets.size();) {
            const auto wrote =
                ::write(m_descriptor, octets.constData() + done, size_t(octets.size() - done));
            if (wrote < 0 && errno != EINTR)
                return false;
            done += std::max<ssize_t>(wrote, 0);
        }
        // On the disk before its name is: an end of the power leaves the old file or the new one.
        return ::fchmod(m_descriptor, mode) == 0 && ::fsync(m_descriptor) == 0;
    }
    void close()
    {
        if (m_descriptor >= 0 && !m_closed)
            ::close(m_descriptor);
        m_closed = true;
    }

private:
    QByteArray m_name;
    int m_descriptor = -1;
    bool m_closed = false;
};

// Of all Sondes one at a time writes in a folder: none builds on what another is about to put back.
// A file system that knows no locks leaves it to the exchange.
class FolderLock
{
public:
    explicit FolderLock(const QByteArray &file)
        : m_descriptor(::open(file.first(std::max<qsizetype>(file.lastIndexOf('/'), 1)).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        // Held for a look and a renaming only: who waits five seconds waits for something else.
        for (int turn = 0; turn < 2500 && m_descriptor >= 0; ++turn) {
            if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
                return;
            ::usleep(2000);
        }
        m_isBusy = m_descriptor >= 0;
    }
    ~FolderLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(FolderLock)

    [[nodiscard]] bool isBusy() const { return m_isBusy; }

private:
    int m_descriptor;
    bool m_isBusy = false;
};

bool holds(const char *path, const QByteArray &octets)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) && file.size() == octets.size() &&
           file.readAll() == octets;
}

int rename(const char *from, const char *to, unsigned flags)
{
    return ::renameat2(AT_FDCWD, from, AT_FDCWD, to, flags);
}

// It can only be read by setting it: once.
mode_t fileMask()
{
    static const mode_t mask = [] {
        const mode_t known = ::umask(022);
        ::umask(known);
        return known;
    }();
    return mask;
}

bool isUnknownHere(int number)
{
    return number == EINVAL || number == ENOSYS || number == ENOTSUP;
}

} // namespace

Result<Exchanged> replaceFile(const QString &path, const QByteArray &expected,
                              const QByteArray &octets)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty())
        return Exchanged::HasChanged;
    const QByteArray target = QFile::encodeName(real);
    struct stat there{};
    if (::stat(target.constData(), &there) != 0 || !holds(target.constData(), expected))
        return Exchanged::HasChanged;
    if (::access(target.constData(), W_OK) != 0) // renaming would replace it all the same
        return failed(path, errno);
    if (octets == expected)
        return Exchanged::Yes;
    Beside beside(target);
    if (!beside.isOpen() || !beside.fill(octets, there.st_mode & 07777U))
        return failed(path, errno);
    beside.close();
    const FolderLock lock(target);
    if (lock.isBusy())
        return failed(path, EWOULDBLOCK);
    if (!holds(target.constData(), expected))
        return Exchanged::HasChanged;
    if (rename(beside.name(), target.constData(), RENAME_EXCHANGE) != 0) {
        if (!isUnknownHere(errno))
            return failed(path, errno);
        // A file system that cannot exchange: looking and renaming are two steps there.
        if (::rename(beside.name(), target.constData()) != 0)
            return failed(path, errno);
        beside.letGo();
        return Exchanged::Yes;
    }
    if (holds(beside.name(), expected))
        return Exchanged::Yes;
    // What was taken away is somebody's: back with it. Unless a third one has come meanwhile: then
    // theirs is the newest.
    if (rename(beside.name(), target.constData(), RENAME_EXCHANGE) == 0 &&
        !holds(beside.name(), octets) &&
        rename(beside.name(), target.constData(), RENAME_EXCHANGE) != 0)
        return failed(path, errno);
    return Exchanged::HasChanged;
}

Result<Exchanged> createFile(const QString &path, const QByteArray &octets)
{
    const QByteArray target = QFile::encodeName(path);
    Beside beside(target);
    if (!beside.isOpen() || !beside.fill(octets, 0666U & ~fileMask()))
        return failed(path, errno);
    beside.close();
    if (::link(beside.name(), target.constData()) == 0)
        return Exchanged::Yes;
    if (errno == EEXIST)
        return Exchanged::HasChanged;
    if (rename(beside.name(), target.constData(), RENAME_NOREPLACE) == 0) { // no links there
        beside.letGo();
        return Exchanged::Yes;
    }
    return errno == EEXIST ? Result<Exchanged>(Exchanged::HasChanged) : failed(path, errno);
}

Result<Exchanged> renameEntry(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (rename(source.constData(), target.constData(), RENAME_NOREPLACE) == 0)
        return Exchanged::Yes;
    if (errno == EEXIST || errno == ENOENT)
        return Exchanged::HasChanged;
    if (!isUnknownHere(errno))
        return failed(from, errno);
    struct stat there{};
    if (::lstat(target.constData(), &there) == 0)
        return Exchanged::HasChanged;
    return ::rename(source.constData(), target.constData()) == 0 ? Result<Exchanged>(Exchanged::Yes)
                                                                 : failed(from, errno);
}

} // namespace sonde::collection

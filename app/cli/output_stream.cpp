#include "cli/output_stream.h"

#include <QAbstractEventDispatcher>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>

#include <cerrno>
#include <climits>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sonde::cli
{

OutputStream::OutputStream(int descriptor, Kind kind, QString name)
    : m_descriptor(descriptor)
    , m_kind(kind)
    , m_name(std::move(name))
{
}

OutputStream::~OutputStream()
{
    m_notifier.reset();
    if (m_descriptor != STDOUT_FILENO)
        ::close(m_descriptor);
}

std::unique_ptr<OutputStream> OutputStream::standardOutput()
{
    const QString name = QStringLiteral("standard output");
    const auto make = [&](int descriptor, Kind kind) {
        return std::unique_ptr<OutputStream>(new OutputStream(descriptor, kind, name));
    };
    struct stat info{};
    if (::fstat(STDOUT_FILENO, &info) != 0 || S_ISREG(info.st_mode) || S_ISBLK(info.st_mode))
        return make(STDOUT_FILENO, Kind::Plain);
    if (S_ISSOCK(info.st_mode))
        return make(STDOUT_FILENO, Kind::Socket);
    if (S_ISFIFO(info.st_mode)) {
        const int own = ::open("/proc/self/fd/1", O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        if (own >= 0)
            return make(own, Kind::Owned);
    }
    return make(STDOUT_FILENO, Kind::Borrowed);
}

http::Result<std::unique_ptr<OutputStream>> OutputStream::toFile(const QString &path,
                                                                 Folders folders)
{
    if (folders == Folders::Make)
        QDir().mkpath(QFileInfo(path).absolutePath());
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        const int number = errno;
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = http::Code::FileUnwritable,
            .phase = http::Phase::Store,
            .sentence =
                QStringLiteral("The file “%1” cannot be written; nothing was kept.").arg(path),
            .detail = QString::fromLocal8Bit(std::strerror(number)),
            .number = number,
        });
    }
    return std::unique_ptr<OutputStream>(
        new OutputStream(descriptor, Kind::Plain, QStringLiteral("the file “%1”").arg(path)));
}

qsizetype OutputStream::tryWrite(QByteArrayView octets)
{
    switch (m_kind) {
    case Kind::Plain:
    case Kind::Owned:
        return ::write(m_descriptor, octets.data(), size_t(octets.size()));
    case Kind::Socket:
        return ::send(m_descriptor, octets.data(), size_t(octets.size()),
                      MSG_DONTWAIT | MSG_NOSIGNAL);
    case Kind::Borrowed: {
        pollfd ready{.fd = m_descriptor, .events = POLLOUT, .revents = 0};
        if (::poll(&ready, 1, 0) == 0) {
            errno = EAGAIN;
            return -1;
        }
        // POSIX: a pipe that is writable takes PIPE_BUF octets at once.
        return ::write(m_descriptor, octets.data(),
                       size_t(std::min<qsizetype>(octets.size(), PIPE_BUF)));
    }
    }
    Q_UNREACHABLE();
}

http::Error OutputStream::failure(int number) const
{
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    QString sentence =
        QStringLiteral("Writing to %1 failed; what came before is kept.").arg(m_name);
    if (number == EPIPE)
        sentence =
            QStringLiteral("Whoever read %1 has closed it; the rest was not kept.").arg(m_name);
    else if (full)
        sentence =
            QStringLiteral("There is no room left for %1; what came before is kept.").arg(m_name);
    return {.layer = http::Layer::File,
            .code = full ? http::Code::DiskFull : http::Code::FileUnwritable,
            .phase = http::Phase::Store,
            .sentence = sentence,
            .detail = QString::fromLocal8Bit(std::strerror(number)),
            .number = number};
}

http::Result<bool> OutputStream::write(QByteArrayView octets)
{
    while (!m_error && m_held.isEmpty() && !octets.isEmpty()) {
        const qsizetype count = tryWrite(octets);
        if (count >= 0)
            octets = octets.sliced(count);
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            break;
        else if (errno != EINTR)
            m_error = failure(errno);
    }
    if (m_error)
        return std::unexpected(*m_error);
    if (octets.isEmpty())
        return m_held.isEmpty();
    m_held.append(octets);
    if (!QAbstractEventDispatcher::instance()) // nobody to be told by: flush() will wait
        return false;
    if (!m_notifier) {
        m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                         [this] { advance(); });
    }
    m_notifier->setEnabled(true);
    return false;
}

void OutputStream::advance()
{
    const QByteArray held = std::exchange(m_held, {});
    const auto written = write(QByteArrayView(held));
    if (written && !*written)
        return;
    m_notifier->setEnabled(false);
    if (drained)
        drained();
}

http::Result<void> OutputStream::flush(const std::function<bool()> &isInterrupted)
{
    while (!m_error && !m_held.isEmpty()) {
        pollfd ready{.fd = m_descriptor, .events = POLLOUT, .revents = 0};
        if (::poll(&ready, 1, -1) < 0 && errno == EINTR && isInterrupted && isInterrupted())
            break;
        const QByteArray held = std::exchange(m_held, {});
        (void)write(QByteArrayView(held));
    }
    if (m_notifier)
        m_notifier->setEnabled(false);
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

} // namespace sonde::cli

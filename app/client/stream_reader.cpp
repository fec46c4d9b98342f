#include "client/stream_reader.h"

#include "client/file_error.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace sonde::client
{

StreamReader::StreamReader(int descriptor, QString path, Ownership ownership)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
    , m_ownership(ownership)
{
}

StreamReader::~StreamReader()
{
    m_notifier.reset();
    if (m_ownership == Ownership::Ours)
        ::close(m_descriptor);
}

// Asking poll() first instead of setting O_NONBLOCK: that flag belongs to everybody who shares the
// descriptor, the shell's terminal among them. It also tells a FIFO that nobody writes yet from one
// that everybody has left.
http::Result<SegmentReader::Piece> StreamReader::read(qsizetype limit)
{
    pollfd waiting{.fd = m_descriptor, .events = POLLIN, .revents = 0};
    if (::poll(&waiting, 1, 0) == 0) {
        waitForMore();
        return Piece{.state = State::Later};
    }
    Piece piece{.state = State::More};
    piece.octets.resize(limit);
    ssize_t count = 0;
    do {
        count = ::read(m_descriptor, piece.octets.data(), size_t(limit));
    } while (count < 0 && errno == EINTR);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
        waitForMore();
        return Piece{.state = State::Later};
    }
    m_touched = true;
    if (count < 0)
        return std::unexpected(fileError(m_path, errno, http::Phase::Send));
    piece.octets.truncate(count);
    if (count == 0)
        piece.state = State::End;
    return piece;
}

void StreamReader::waitForMore()
{
    if (!m_notifier) {
        m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] {
            m_notifier->setEnabled(false);
            if (readable)
                readable();
        });
    }
    m_notifier->setEnabled(true);
}

} // namespace sonde::client

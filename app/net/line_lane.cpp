#include "net/line_lane.h"

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <unistd.h>

namespace sonde::net
{
namespace
{

bool isForLater(int number)
{
    return number == EAGAIN || number == EWOULDBLOCK || number == EINTR;
}

} // namespace

LineLane::LineLane(std::shared_ptr<LineEnd> end, int client, const SystemEndpoint &target,
                   Stamp dialAt)
    : m_end(std::move(end))
    , m_target(target)
    , m_next(dialAt)
    , m_client(client)
{
}

LineLane::~LineLane()
{
    if (m_server >= 0)
        ::close(m_server);
    if (m_client >= 0)
        ::close(m_client);
}

std::optional<LineLane::Stamp> LineLane::wakeAt() const
{
    const bool timed = m_state == State::Waiting || m_state == State::Answered;
    return timed ? std::optional(m_next) : std::nullopt;
}

void LineLane::step(Stamp now, std::chrono::nanoseconds oneWay)
{
    if (m_state == State::Waiting && m_next <= now)
        dial(now, oneWay);
    else if (m_state == State::Dialling) {
        int number = 0;
        socklen_t length = sizeof number;
        if (::getsockopt(m_server, SOL_SOCKET, SO_ERROR, &number, &length) < 0)
            number = errno;
        answer(number, now, oneWay);
    }
    if (m_state == State::Answered && m_next <= now)
        conclude();
}

// The SYN has come through.
void LineLane::dial(Stamp now, std::chrono::nanoseconds oneWay)
{
    m_server = ::socket(m_target.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC,
                        IPPROTO_TCP);
    if (m_server < 0)
        return answer(errno, now, oneWay);
    const int on = 1;
    ::setsockopt(m_server, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_state = State::Dialling;
    if (::connect(m_server, m_target.get(), m_target.length) == 0)
        answer(0, now, oneWay);
    else if (errno != EINPROGRESS)
        answer(errno, now, oneWay);
}

void LineLane::answer(int number, Stamp now, std::chrono::nanoseconds oneWay)
{
    m_number = number;
    m_state = State::Answered;
    m_next = now + oneWay;
}

void LineLane::conclude()
{
    m_end->refused = m_number;
    if (m_number == 0) {
        m_end->local = SystemEndpoint::ofLocal(m_server).text();
        m_end->remote = SystemEndpoint::ofPeer(m_server).text();
    }
    m_state = m_number == 0 ? State::Open : State::Over;
    const quint64 one = 1;
    [[maybe_unused]] const auto told = ::write(m_end->answer, &one, sizeof one);
}

short LineLane::serverEvents(bool hasRoom) const
{
    if (m_state == State::Dialling)
        return POLLOUT;
    if (m_state != State::Open)
        return 0;
    const bool reads = hasRoom && !m_serverEnded;
    return short((reads ? POLLIN : 0) | (m_toServer.isEmpty() ? 0 : POLLOUT));
}

// While it connects, only whether the client has given up.
short LineLane::clientEvents(bool hasRoom) const
{
    if (m_state == State::Over)
        return 0;
    const bool reads = (hasRoom || m_state != State::Open) && !m_clientEnded;
    return short((reads ? POLLIN : 0) | (m_toClient.isEmpty() ? 0 : POLLOUT));
}

LineLane::Read LineLane::readFrom(int descriptor, qint64 most, bool &ended, bool keepsFailure)
{
    constexpr qint64 piece = 64 * 1024;
    Read read{.octets = QByteArray(qsizetype(std::min(most, piece)), Qt::Uninitialized)};
    const auto count = ::recv(descriptor, read.octets.data(), size_t(read.octets.size()), 0);
    if (count < 0 && isForLater(errno))
        return {};
    if (count < 0 && keepsFailure)
        m_end->failure = errno;
    read.octets.truncate(std::max<qsizetype>(count, 0));
    read.ended = count <= 0;
    ended = ended || read.ended;
    return read;
}

LineLane::Read LineLane::readServer(qint64 most)
{
    return readFrom(m_server, most, m_serverEnded, true);
}

// Once the client has closed its end nobody waits for what comes down.
LineLane::Read LineLane::readClient(qint64 most)
{
    auto read = readFrom(m_client, most, m_clientEnded, false);
    if (read.ended && m_state != State::Open)
        m_state = State::Over;
    return read;
}

// False: there is nobody at that end any more.
bool LineLane::write(int descriptor, QByteArray &held)
{
    while (!held.isEmpty()) {
        const auto count = ::send(descriptor, held.constData(), size_t(held.size()), MSG_NOSIGNAL);
        if (count < 0)
            return isForLater(errno);
        held.remove(0, qsizetype(count));
    }
    return true;
}

void LineLane::deliver(LineModel::Way way, const QByteArray &octets, bool isEnd)
{
    const bool up = way == LineModel::Way::Up;
    (up ? m_toServer : m_toClient) += octets;
    (up ? m_endsServer : m_endsClient) |= isEnd;
    flush();
}

void LineLane::flush()
{
    if (m_state != State::Open)
        return;
    const bool server = write(m_server, m_toServer);
    if (!server) {
        // What the server still has to say is read before its reset is.
        m_toServer.clear();
        m_endsServer = m_endsServer || m_clientEnded;
    }
    const bool client = write(m_client, m_toClient);
    if (m_endsServer && m_toServer.isEmpty()) {
        m_state = State::Over; // the client is gone, and all it sent is out
        return;
    }
    if (!client || (m_endsClient && m_toClient.isEmpty()))
        ::shutdown(m_client, SHUT_WR);
    if (!client)
        m_toClient.clear();
}

} // namespace sonde::net

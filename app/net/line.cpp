#include "net/line.h"

#include "net/line_lane.h"

#include <atomic>
#include <cerrno>
#include <ctime>
#include <mutex>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace sonde::net
{
namespace
{

using std::chrono::nanoseconds;
using Way = LineModel::Way;

} // namespace

class Line::Thread
{
public:
    explicit Thread(const LineSpec &spec)
        : m_spec(spec)
        , m_model(spec)
        , m_wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
        , m_thread([this] { live(); })
    {
    }
    ~Thread()
    {
        stop();
        ::close(m_wake);
    }

    void stop()
    {
        m_stopping = true;
        wake();
        if (m_thread.joinable())
            m_thread.join();
    }

    void add(std::unique_ptr<LineLane> lane)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_new.push_back(std::move(lane));
        }
        wake();
    }

    [[nodiscard]] const LineSpec &spec() const { return m_spec; }
    [[nodiscard]] Usage usage()
    {
        return {.cpu = m_thread.joinable() ? cpuTime() : m_cpuAtEnd,
                .latest = nanoseconds(m_latest.load()),
                .pieces = m_pieces,
                .octets = m_octets};
    }
    void beginLatest() { m_latest = 0; }

private:
    void wake() const
    {
        const quint64 one = 1;
        [[maybe_unused]] const auto told = ::write(m_wake, &one, sizeof one);
    }

    nanoseconds cpuTime()
    {
        clockid_t clock{};
        return ::pthread_getcpuclockid(m_thread.native_handle(), &clock) == 0 ? read(clock)
                                                                              : nanoseconds{};
    }

    static nanoseconds read(clockid_t clock)
    {
        timespec spent{};
        if (::clock_gettime(clock, &spent) != 0)
            return {};
        return std::chrono::seconds(spent.tv_sec) + nanoseconds(spent.tv_nsec);
    }

    void live()
    {
        // Timers of a thread may be 50 µs late unless it says otherwise.
        ::prctl(PR_SET_TIMERSLACK, 1UL);
        while (!m_stopping) {
            takeNew();
            deliver();
            std::erase_if(m_lanes, [this](const auto &entry) {
                if (entry.second->state() != LineLane::State::Over)
                    return false;
                m_model.drop(entry.first);
                return true;
            });
            wait();
        }
        m_lanes.clear();
        {
            const std::scoped_lock lock(m_mutex);
            m_new.clear();
        }
        m_cpuAtEnd = read(CLOCK_THREAD_CPUTIME_ID); // nobody else can ask once it has ended
    }

    void takeNew()
    {
        const std::scoped_lock lock(m_mutex);
        for (auto &lane : m_new)
            m_lanes.emplace(++m_lastLane, std::move(lane));
        m_new.clear();
    }

    void deliver()
    {
        const auto now = trace::now();
        for (const auto &[id, lane] : m_lanes) {
            if (lane->wakeAt())
                lane->step(now, m_model.oneWay());
        }
        while (auto piece = m_model.next(now)) {
            const auto lane = m_lanes.find(piece->lane);
            if (lane == m_lanes.end())
                continue;
            const auto late = (now - piece->due).count();
            if (late > m_latest)
                m_latest = late;
            ++m_pieces;
            m_octets += quint64(piece->octets.size());
            lane->second->deliver(piece->way, piece->octets, piece->isEnd);
        }
    }

    [[nodiscard]] qint64 room(LineModel::Lane id, const LineLane &lane, Way way) const
    {
        return m_model.room(way) - m_model.inside(id, way) - lane.held(way);
    }

    void wait()
    {
        m_polled = {{.fd = m_wake, .events = POLLIN, .revents = 0}};
        m_ids.clear();
        auto wakeAt = m_model.wakeAt();
        for (const auto &[id, lane] : m_lanes) {
            if (const auto next = lane->wakeAt())
                wakeAt = wakeAt ? std::min(*wakeAt, *next) : *next;
            const short server = lane->serverEvents(room(id, *lane, Way::Down) > 0);
            const short client = lane->clientEvents(room(id, *lane, Way::Up) > 0);
            m_ids.push_back(id);
            // A descriptor below zero is passed over.
            m_polled.push_back(
                {.fd = server ? lane->server() : -1, .events = server, .revents = 0});
            m_polled.push_back(
                {.fd = client ? lane->client() : -1, .events = client, .revents = 0});
        }
        timespec patience{};
        if (wakeAt) {
            const auto left = std::max<qint64>((*wakeAt - trace::now()).count(), 0);
            patience = {.tv_sec = left / 1'000'000'000, .tv_nsec = left % 1'000'000'000};
        }
        if (::ppoll(m_polled.data(), m_polled.size(), wakeAt ? &patience : nullptr, nullptr) > 0)
            readAll();
    }

    void readAll()
    {
        const auto now = trace::now();
        if (m_polled[0].revents != 0) {
            quint64 count = 0;
            [[maybe_unused]] const auto taken = ::read(m_wake, &count, sizeof count);
        }
        for (size_t i = 0; i < m_ids.size(); ++i) {
            LineLane &lane = *m_lanes[m_ids[i]];
            const short server = m_polled[1 + 2 * i].revents;
            const short client = m_polled[2 + 2 * i].revents;
            if (lane.state() == LineLane::State::Dialling && server != 0)
                lane.step(now, m_model.oneWay());
            else if (reads(1 + 2 * i))
                take(m_ids[i], Way::Down, lane.readServer(room(m_ids[i], lane, Way::Down)), now);
            if (reads(2 + 2 * i))
                take(m_ids[i], Way::Up, lane.readClient(room(m_ids[i], lane, Way::Up)), now);
            if (((server | client) & (POLLOUT | POLLERR | POLLHUP)) != 0)
                lane.flush();
        }
    }

    // Also at an end or a failure, which recv() tells; but not where nobody asked.
    [[nodiscard]] bool reads(size_t at) const
    {
        return (m_polled[at].events & POLLIN) != 0 && (m_polled[at].revents & ~POLLOUT) != 0;
    }

    void take(LineModel::Lane id, Way way, const LineLane::Read &read, trace::Stamp now)
    {
        if (!read.octets.isEmpty())
            m_model.push(id, way, read.octets, now);
        if (read.ended)
            m_model.end(id, way, now);
    }

    const LineSpec m_spec;
    LineModel m_model;
    const int m_wake;
    std::atomic<bool> m_stopping = false;
    std::atomic<qint64> m_latest = 0; // ns
    std::atomic<quint64> m_pieces = 0;
    std::atomic<quint64> m_octets = 0;
    nanoseconds m_cpuAtEnd{0};
    std::mutex m_mutex;
    std::vector<std::unique_ptr<LineLane>> m_new; // under m_mutex
    std::map<LineModel::Lane, std::unique_ptr<LineLane>> m_lanes;
    LineModel::Lane m_lastLane = 0;
    std::vector<pollfd> m_polled;
    std::vector<LineModel::Lane> m_ids; // two of m_polled each
    std::thread m_thread;               // the last: it uses all of the above
};

namespace
{
thread_local Line *lineOfThisThread = nullptr;
} // namespace

Line::Scope::Scope(Line *line)
    : m_before(std::exchange(lineOfThisThread, line))
{
}

Line::Scope::~Scope()
{
    lineOfThisThread = m_before;
}

Line *Line::ofThisThread()
{
    return lineOfThisThread;
}

Line::Line(const LineSpec &spec)
    : m_thread(std::make_unique<Thread>(spec))
{
}

Line::~Line() = default;

const LineSpec &Line::spec() const
{
    return m_thread->spec();
}

std::shared_ptr<LineEnd> Line::connect(const QHostAddress &address, quint16 port, int &number)
{
    int pair[2] = {-1, -1};
    auto end = std::make_shared<LineEnd>();
    end->answer = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (end->answer < 0 ||
        ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair) < 0) {
        number = errno;
        return nullptr;
    }
    number = 0;
    end->stream = pair[0];
    m_thread->add(std::make_unique<LineLane>(end, pair[1], SystemEndpoint::of(address, port),
                                             trace::now() + spec().rtt / 2));
    return end;
}

void Line::stop()
{
    m_thread->stop();
}

Line::Usage Line::usage() const
{
    return m_thread->usage();
}

void Line::beginLatest()
{
    m_thread->beginLatest();
}

} // namespace sonde::net

#include "lab/engine_bench.h"

#include "net/deadline.h"

#include <QHostAddress>

#include <ctime>
#include <set>

namespace sonde::lab
{
namespace
{

using http::VersionPolicy;
using net::Isolation;

constexpr int observationsKept = 64;           // of one request over one arm
constexpr qint64 bodiesKept = qint64(1) << 30; // octets in all kept calls; large ones lie on disk

double threadMilliseconds()
{
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
}

double milliseconds(std::chrono::nanoseconds time)
{
    return double(time.count()) / 1e6;
}

// The numeric address of "127.0.0.1:80" or "[::1]:80".
QByteArray addressOf(const QByteArray &endpoint)
{
    QByteArray address = endpoint.left(endpoint.lastIndexOf(':'));
    if (address.startsWith('['))
        address = address.sliced(1, address.size() - 2);
    return QHostAddress(QString::fromLatin1(address)).isNull() ? QByteArray() : address;
}

} // namespace

struct EngineBench::Batch {
    trace::Stamp started;
    double cpuAtStart = 0;
    double cpuAtEnd = 0;
    net::Line *line = nullptr;
    net::Line::Usage lineAtStart;
    net::Line::Usage lineAtEnd;
    std::vector<std::shared_ptr<client::Call>> calls;
    size_t left = 0;
    net::Completion<bool> over;

    void callEnded()
    {
        if (--left > 0)
            return;
        cpuAtEnd = threadMilliseconds();
        if (line)
            lineAtEnd = line->usage();
        over.complete(true);
    }
};

EngineBench::EngineBench(Setup setup)
    : m_setup(std::move(setup))
{
    if (!m_setup.plan.line.isNone())
        m_network = std::make_unique<Network>(m_setup.plan.line);
}

http::Request EngineBench::request(size_t item, const Arm &arm) const
{
    auto request = m_setup.requests[item % m_setup.requests.size()];
    request.version = arm.version;
    return request;
}

client::Options EngineBench::options(size_t item, const Slot &slot) const
{
    const Arm &arm = m_setup.plan.arms[size_t(slot.arm)];
    auto options = m_setup.options;
    options.overrides = m_pinned + options.overrides;
    options.reuse = net::Reuse::Allowed;
    if (options.timeouts.total.count() <= 0 || options.timeouts.total > m_setup.plan.trialLimit)
        options.timeouts.total = m_setup.plan.trialLimit;
    auto &isolation = options.isolation;
    isolation.group = quint32(slot.control ? m_setup.plan.arms.size() : size_t(slot.arm)) + 1;
    isolation.tickets =
        arm.start == Start::Resumed ? Isolation::Tickets::Used : Isolation::Tickets::Refused;
    const auto connections = quint32(arm.connections);
    // Only a warm trial finds the connections of the one before it.
    isolation.set = arm.start == Start::Warm ? 0 : m_trials * limit::connections;
    if (arm.version == VersionPolicy::Http11 || arm.version == VersionPolicy::Http10) {
        isolation.connections = arm.connections;
    } else {
        // One HTTP/2 connection would take them all: requests are dealt out in turn.
        isolation.set += quint32(item) % connections;
        isolation.connections = 1;
    }
    return options;
}

std::shared_ptr<EngineBench::Batch> EngineBench::begin(const Slot &slot, size_t items)
{
    const Arm &arm = m_setup.plan.arms[size_t(slot.arm)];
    ++m_trials;
    std::vector<http::Request> requests;
    std::vector<client::Options> options;
    for (size_t i = 0; i < items; ++i) {
        requests.push_back(request(i, arm));
        options.push_back(this->options(i, slot));
    }
    auto batch = std::make_shared<Batch>();
    batch->left = items;
    batch->calls.reserve(items);
    if (m_network) {
        batch->line = &m_network->line;
        batch->line->beginLatest();
        batch->lineAtStart = batch->line->usage();
    }
    batch->cpuAtStart = threadMilliseconds();
    batch->started = trace::now();
    for (size_t i = 0; i < items; ++i)
        batch->calls.push_back(m_engine.start(std::move(requests[i]), std::move(options[i])));
    for (const auto &call : batch->calls) {
        // Calls go on from the event loop, on this thread: none is over before it is listened to,
        // but for those that were refused at once.
        const auto told = std::make_shared<bool>(false);
        const auto look = [batch, told, call = call.get()] {
            if (call->isOver() && !std::exchange(*told, true))
                batch->callEnded();
        };
        call->onChange(look);
        look();
    }
    return batch;
}

QCoro::Task<http::Result<Trial>> EngineBench::look(int arm)
{
    const Slot slot{.arm = arm};
    m_current = begin(slot, 1);
    const auto batch = m_current;
    co_await batch->over;
    settle();
    auto trial = end(*batch, slot);
    m_engine.disconnect(quint32(arm) + 1);
    if (auto error = trial.error())
        co_return std::unexpected(*error);
    if (arm == 0)
        pin(trial);
    co_return std::move(trial);
}

QCoro::Task<Trial> EngineBench::run(Slot slot)
{
    const net::Completion<bool> rested;
    const auto pause = net::completeAfter(m_setup.plan.pause, rested, true);
    co_await rested;
    const size_t items = m_setup.requests.size() * size_t(m_setup.plan.batch);
    m_current = begin(slot, items);
    const auto batch = m_current;
    co_await batch->over;
    settle();
    auto trial = end(*batch, slot);
    if (m_setup.plan.arms[size_t(slot.arm)].start != Start::Warm)
        m_engine.disconnect(quint32(slot.control ? m_setup.plan.arms.size() : size_t(slot.arm)) +
                            1);
    co_return std::move(trial);
}

// Listener and call hold each other until here.
void EngineBench::settle()
{
    for (const auto &call : m_current->calls)
        call->onChange({});
    m_current.reset();
}

void EngineBench::stop()
{
    if (!m_current)
        return;
    for (const auto &call : m_current->calls)
        call->cancel();
}

// Every trial goes to the address that the first look found, whatever DNS says meanwhile.
void EngineBench::pin(const Trial &look)
{
    const auto exchange = look.calls.front()->hops().front().exchange->state();
    if (!exchange.connection || m_setup.options.proxy)
        return;
    const QByteArray address = addressOf(exchange.connection->state().remote);
    const auto &origin = exchange.request.target.origin;
    if (!address.isEmpty())
        m_pinned = {{.host = origin.host, .port = origin.port, .addresses = {address}}};
}

Trial EngineBench::end(const Batch &batch, const Slot &slot)
{
    Trial trial{.slot = slot,
                .cpu = batch.cpuAtEnd - batch.cpuAtStart,
                .lineCpu = milliseconds(batch.lineAtEnd.cpu - batch.lineAtStart.cpu),
                .lineLate = milliseconds(batch.lineAtEnd.latest)};
    addItems(trial, batch);
    addConnections(trial, batch);
    keepObservations(trial);
    keepCalls(trial, batch);
    return trial;
}

void EngineBench::addItems(Trial &trial, const Batch &batch)
{
    std::vector<trace::ExchangeState> exchanges;
    for (const auto &call : batch.calls) {
        trial.calls.push_back(call);
        for (const auto &hop : call->hops()) {
            exchanges.push_back(hop.exchange->state());
            trial.repeated += exchanges.back().origin == trace::Origin::Retry ? 1 : 0;
        }
        const auto &last = exchanges.back();
        Item item{.status = last.response ? last.response->status : 0, .error = last.error};
        if (!last.events.empty())
            item.milliseconds = milliseconds(last.events.back().at - batch.started);
        trial.makespan = std::max(trial.makespan, item.milliseconds);
        const auto &first = call->hops().front().exchange->state().events;
        if (const auto created = trace::firstOf(first, trace::What::Created))
            trial.dispatch = std::max(trial.dispatch, milliseconds(*created - batch.started));
        trial.items.push_back(std::move(item));
    }
    trial.ledger = ledgerOf(exchanges);
}

void EngineBench::addConnections(Trial &trial, const Batch &batch)
{
    std::map<trace::ConnectionId, std::shared_ptr<const trace::Connection>> carriers;
    std::set<trace::ConnectionId> opened;
    for (const auto &call : batch.calls) {
        for (const auto &hop : call->hops()) {
            const auto state = hop.exchange->state();
            if (state.connection)
                carriers[state.connection->id()] = state.connection;
        }
    }
    for (const auto &[id, connection] : carriers) {
        const auto state = connection->state();
        const auto &log = connection->log();
        const Counted now{.sent = state.octetsSent,
                          .received = state.octetsReceived,
                          .plain = log.octets(trace::Direction::Sent) +
                                   log.octets(trace::Direction::Received)};
        const Counted before = std::exchange(m_counted[id], now);
        trial.ledger.sent += now.sent - before.sent;
        trial.ledger.received += now.received - before.received;
        trial.ledger.plain += now.plain - before.plain;
        ++trial.connections;
        const auto first = state.events.empty() ? trace::Stamp{} : state.events.front().at;
        if (first < batch.started)
            continue;
        ++trial.opened;
        trial.resumed += state.tls && state.tls->resumed ? 1 : 0;
        trial.ledger.handshake += handshakeOctets(state);
    }
    if (m_setup.plan.arms[size_t(trial.slot.arm)].start != Start::Warm)
        m_counted.clear(); // none comes back
}

void EngineBench::keepObservations(Trial &trial)
{
    const int arm = trial.slot.arm;
    for (size_t i = 0; i < trial.calls.size(); ++i) {
        const size_t request = i % m_setup.requests.size();
        if (m_observed[{arm, request}] >= observationsKept)
            continue;
        if (auto seen = observe(*trial.calls[i])) {
            ++m_observed[{arm, request}];
            trial.observations.emplace_back(request, *std::move(seen));
        }
    }
}

// Traces are kept whole; of bodies as much as is reasonable.
void EngineBench::keepCalls(Trial &trial, const Batch &batch)
{
    for (size_t i = 0; i < batch.calls.size(); ++i) {
        auto hops = batch.calls[i]->hops();
        qint64 octets = 0;
        for (const auto &hop : hops)
            octets += hop.body->size();
        if (m_keptOctets + octets <= bodiesKept) {
            m_keptOctets += octets;
            continue;
        }
        for (auto &hop : hops) {
            hop.body = std::make_shared<body::ByteStore>();
            hop.body->finish();
        }
        trial.calls[i] = client::Call::recorded(std::move(hops));
    }
}

} // namespace sonde::lab

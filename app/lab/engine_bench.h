// Trials on client::Engine: each arm in an isolated group of connections, so that none finds a
// connection or a ticket of another. Lives on the network thread, which is the engine's.
#pragma once

#include "client/engine.h"
#include "lab/bench.h"
#include "net/line.h"

namespace sonde::lab
{

class EngineBench final : public Bench
{
public:
    struct Setup {
        Plan plan;
        std::vector<http::Request> requests; // one origin; a batch is so many copies of all
        client::Options options;
    };
    explicit EngineBench(Setup setup);

    [[nodiscard]] QCoro::Task<http::Result<Trial>> look(int arm) override;
    [[nodiscard]] QCoro::Task<Trial> run(Slot slot) override;
    void stop() override;

private:
    struct Batch;
    [[nodiscard]] http::Request request(size_t item, const Arm &arm) const;
    [[nodiscard]] client::Options options(size_t item, const Slot &slot) const;
    [[nodiscard]] std::shared_ptr<Batch> begin(const Slot &slot, size_t items);
    void settle();
    [[nodiscard]] Trial end(const Batch &batch, const Slot &slot);
    void addItems(Trial &trial, const Batch &batch);
    void addConnections(Trial &trial, const Batch &batch);
    void keepObservations(Trial &trial);
    void keepCalls(Trial &trial, const Batch &batch);
    void pin(const Trial &look);

    const Setup m_setup;
    struct Network {
        explicit Network(const net::LineSpec &spec)
            : line(spec)
            , scope(&line)
        {
        }
        net::Line line;
        net::Line::Scope scope;
    };
    std::unique_ptr<Network> m_network; // null: the one that is there
    client::Engine m_engine{client::Engine::Where::CallersThread};
    QList<net::AddressOverride> m_pinned;
    std::shared_ptr<Batch> m_current;
    quint32 m_trials = 0;
    std::map<std::pair<int, size_t>, int> m_observed; // by arm and request
    struct Counted {
        quint64 sent = 0;
        quint64 received = 0;
        quint64 plain = 0;
    };
    // Octets of a warm connection that earlier trials have accounted for.
    std::map<trace::ConnectionId, Counted> m_counted;
    qint64 m_keptOctets = 0; // of bodies, in calls that are kept
};

} // namespace sonde::lab

#include "lab/warnings.h"

#include <array>
#include <set>

namespace sonde::lab
{
namespace
{

using Kind = Warning::Kind;

constexpr double busyShare = 0.7; // of one core, from which on the client is what is measured

const Difference *findDifference(const Result &result, Aspect aspect)
{
    for (const auto &request : result.responses) {
        for (const Difference &difference : request) {
            if (difference.feature.aspect == aspect)
                return &difference;
        }
    }
    return nullptr;
}

class Warnings
{
public:
    Warnings(const Experiment::Setup &setup, const Experiment::State &state, const Result &result,
             const Words &language)
        : m_setup(setup)
        , m_state(state)
        , m_result(result)
        , words(language)
    {
    }

    std::vector<Warning> all()
    {
        endpoints();
        proxy();
        answers();
        for (const ArmResult &arm : m_result.arms) {
            failures(arm);
            connections(arm);
            cpu(arm);
            lateLine(arm);
        }
        control();
        incomplete();
        return std::move(m_warnings);
    }

private:
    void add(Kind kind, const QString &sentence) { m_warnings.push_back({kind, sentence}); }

    void endpoints()
    {
        if (findDifference(m_result, Aspect::Server) ||
            findDifference(m_result, Aspect::Certificate))
            add(Kind::DifferentServers,
                words("The arms were answered by different servers (another address or "
                      "certificate): their times cannot be compared."));
        if (const auto *tls = findDifference(m_result, Aspect::Tls)) {
            QStringList values;
            for (const auto &value : tls->values)
                values += QString::fromUtf8(value.value_or(QByteArray("none")));
            add(Kind::DifferentTls,
                words("The arms did not agree on the same TLS version, cipher and group "
                      "(%1).")
                    .arg(values.join(QStringLiteral(" / "))));
        }
    }

    void proxy()
    {
        if (m_setup.options.proxy)
            add(Kind::Proxied,
                words("The requests go through the proxy %1: it takes part in every time, may "
                      "answer from its cache, and the server's address is its choice.")
                    .arg(QString::fromUtf8(m_setup.options.proxy->host.left(120))));
    }

    void answers()
    {
        if (findDifference(m_result, Aspect::Status))
            add(Kind::DifferentStatus,
                words("The status was not the same in all answers: the times are those of "
                      "different work."));
        std::set<QByteArray> others;
        for (const auto &look : m_state.looks) {
            for (const auto &call : look->calls) {
                for (const auto &hop : call->hops()) {
                    const auto origin = hop.exchange->state().request.target.origin;
                    if (!(origin == m_setup.requests.front().target.origin))
                        others.insert(origin.authority());
                }
            }
        }
        for (const QByteArray &other : others)
            add(Kind::OtherHost,
                words("A redirect leads to %1, whose address is not pinned: its look-up "
                      "is part of the times.")
                    .arg(QString::fromUtf8(other.left(120))));
    }

    void failures(const ArmResult &arm)
    {
        if (arm.failed == 0)
            return;
        QString why;
        for (const auto &trial : m_state.trials) {
            if (trial->slot.arm == armIndex(arm) && why.isEmpty() && trial->error())
                why = words(" The first: %1").arg(words.error(*trial->error()));
        }
        add(Kind::Failures, words("%1: %2 of %3 trials failed and their blocks do not "
                                  "count.%4")
                                .arg(arm.label(words))
                                .arg(arm.failed)
                                .arg(arm.failed + arm.trials)
                                .arg(why));
    }

    int armIndex(const ArmResult &arm) const
    {
        return arm.control ? 0 : int(&arm - m_result.arms.data());
    }

    void connections(const ArmResult &arm)
    {
        if (arm.reopened > 0)
            add(Kind::Reopened,
                words("%1: %2 of %3 warm trials had to open a connection, because the "
                      "server had ended the old one (its keep-alive limit).")
                    .arg(arm.label(words))
                    .arg(arm.reopened)
                    .arg(arm.trials));
        if (arm.unresumed > 0)
            add(Kind::NotResumed,
                words("%1: %2 of %3 trials were to resume TLS and made a full handshake: "
                      "the server gave no usable ticket.")
                    .arg(arm.label(words))
                    .arg(arm.unresumed)
                    .arg(arm.trials));
        const auto items = m_setup.requests.size() * size_t(m_setup.plan.batch);
        const int wanted = int(std::min(items, size_t(arm.arm.connections)));
        if (arm.trials > 0 && arm.connections < wanted)
            add(Kind::FewerConnections,
                words("%1: at most %2 of the %3 connections carried a request.")
                    .arg(arm.label(words))
                    .arg(arm.connections)
                    .arg(wanted));
    }

    void cpu(const ArmResult &arm)
    {
        if (arm.cpuShare > busyShare)
            add(Kind::CpuBound,
                words("%1: the client computed for %2 % of the time; it may be what was "
                      "measured.")
                    .arg(arm.label(words))
                    .arg(qRound(arm.cpuShare * 100)));
    }

    void lateLine(const ArmResult &arm)
    {
        constexpr double least = 1; // ms
        constexpr double share = 0.02;
        if (!m_result.line.isNone() && arm.trials > 0 &&
            arm.lineLate > std::max(least, share * arm.median))
            add(Kind::LineLate,
                words("%1: in half of the trials the emulated line handed octets over up to %2 ms "
                      "late, because the machine was busy.")
                    .arg(arm.label(words), words.number(arm.lineLate, 1)));
    }

    void control()
    {
        if (m_result.noise && m_result.noise->blocks >= blocksForVerdict &&
            !m_result.noise->interval.contains(0))
            add(Kind::ControlDiffers,
                words("The control, the first arm against itself, differs by %1 ms: "
                      "something but the protocol moves these times.")
                    .arg(words.number(m_result.noise->median, 1)));
        if (m_result.count(Nature::SeenOnce) > 0)
            add(Kind::SeenOnce,
                words("An arm gave a single answer: whether what differs depends on the "
                      "version or changes every time cannot be told."));
    }

    void incomplete()
    {
        const bool refused = !m_state.trials.empty() && !counts(*m_state.trials.back()) &&
                             !m_state.trials.back()->error();
        if (refused)
            add(Kind::Incomplete,
                words("The server answered 429, too many requests, in trial %1 of %2, so no more "
                      "were sent; what was measured before is kept.")
                    .arg(m_state.trials.size())
                    .arg(m_state.planned));
        else if (m_state.error)
            add(Kind::Incomplete, words.error(*m_state.error));
        else if (m_state.trials.size() < m_state.planned)
            add(Kind::Incomplete, words("Stopped after %1 of %2 trials.")
                                      .arg(m_state.trials.size())
                                      .arg(m_state.planned));
    }

    const Experiment::Setup &m_setup;
    const Experiment::State &m_state;
    const Result &m_result;
    const Words &words; // named so that its texts are found
    std::vector<Warning> m_warnings;
};

} // namespace

bool counts(const Trial &trial)
{
    return !trial.error() && std::ranges::none_of(trial.items, [](const Item &item) {
        return item.status == tooManyRequests;
    });
}

QByteArrayView name(Warning::Kind kind)
{
    constexpr auto names = std::to_array<QByteArrayView>(
        {"different-servers", "different-tls", "different-status", "failures", "reopened",
         "fewer-connections", "not-resumed", "cpu-bound", "control-differs", "other-host",
         "seen-once", "incomplete", "proxied", "line-late"});
    return names[size_t(kind)];
}

std::vector<Warning> warningsOf(const Experiment::Setup &setup, const Experiment::State &state,
                                const Result &result, const Words &words)
{
    return Warnings(setup, state, result, words).all();
}

} // namespace sonde::lab

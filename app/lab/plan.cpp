#include "lab/plan.h"

#include <numeric>

namespace sonde::lab
{
namespace
{

using http::VersionPolicy;

http::Error refusal(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

http::Result<void> checkNumbers(const Plan &plan, size_t requests)
{
    const auto within = [](int value, int least, int most) {
        return value >= least && value <= most;
    };
    if (plan.arms.size() < 2 || plan.arms.size() > size_t(limit::arms))
        return std::unexpected(
            refusal(QStringLiteral("A comparison takes two to %1 arms: name at least two versions.")
                        .arg(limit::arms)));
    if (!within(plan.batch, 1, limit::batch))
        return std::unexpected(
            refusal(QStringLiteral("A batch has 1 to %1 requests.").arg(limit::batch)));
    if (!within(plan.blocks, 1, limit::blocks))
        return std::unexpected(
            refusal(QStringLiteral("A comparison has 1 to %1 blocks.").arg(limit::blocks)));
    for (const Arm &arm : plan.arms) {
        if (!within(arm.connections, 1, limit::connections))
            return std::unexpected(
                refusal(QStringLiteral("An arm has 1 to %1 connections.").arg(limit::connections)));
    }
    const auto trials = qint64(schedule(plan).size());
    const qint64 batch = plan.batch * qint64(requests);
    if (trials > limit::trials || trials * batch > limit::requests)
        return std::unexpected(refusal(
            QStringLiteral("The plan asks for %1 trials of %2 requests; the limit is %3 trials and "
                           "%4 requests. Ask for fewer blocks or a smaller batch.")
                .arg(trials)
                .arg(batch)
                .arg(limit::trials)
                .arg(limit::requests)));
    return {};
}

http::Result<void> checkScheme(const Arm &arm, const http::Origin &origin)
{
    if (arm.version == VersionPolicy::Auto)
        return std::unexpected(
            refusal(QStringLiteral("Each arm must name the version that it measures.")));
    if (origin.isTls() && arm.version == VersionPolicy::H2c)
        return std::unexpected(refusal(QStringLiteral(
            "h2c is HTTP/2 without TLS and cannot go to an https URL: name 2 instead.")));
    if (!origin.isTls() && arm.version == VersionPolicy::Http2)
        return std::unexpected(refusal(QStringLiteral(
            "HTTP/2 to an http URL is h2c: name h2c instead of 2, or use an https URL.")));
    if (!origin.isTls() && arm.start == Start::Resumed)
        return std::unexpected(refusal(QStringLiteral(
            "There is no TLS session to resume on an http URL: choose cold or warm.")));
    return {};
}

// Baseline, other arms, control.
std::vector<Slot> labels(const Plan &plan)
{
    std::vector<Slot> labels;
    for (int arm = 0; arm < int(plan.arms.size()); ++arm)
        labels.push_back({.arm = arm});
    labels.push_back({.arm = 0, .control = true});
    return labels;
}

void addMirrored(std::vector<Slot> &slots, std::vector<Slot> labels, Random &random)
{
    random.shuffle(std::span(labels));
    slots.insert(slots.end(), labels.begin(), labels.end());
    slots.insert(slots.end(), labels.rbegin(), labels.rend());
}

// The cyclic square with rows, columns and labels in random order.
void addLatinSquare(std::vector<Slot> &slots, std::vector<Slot> labels, Random &random)
{
    const size_t size = labels.size();
    std::vector<size_t> rows(size);
    std::iota(rows.begin(), rows.end(), size_t(0));
    auto columns = rows;
    random.shuffle(std::span(labels));
    random.shuffle(std::span(rows));
    random.shuffle(std::span(columns));
    for (const size_t row : rows) {
        for (const size_t column : columns)
            slots.push_back(labels[(row + column) % size]);
    }
}

} // namespace

QByteArrayView name(Start start)
{
    switch (start) {
    case Start::Cold:
        return "cold";
    case Start::Resumed:
        return "resumed";
    case Start::Warm:
        return "warm";
    }
    Q_UNREACHABLE();
}

QByteArray Arm::label() const
{
    const QByteArray name = http::policyName(version).toByteArray();
    return connections == 1 ? name : name + " ×" + QByteArray::number(connections);
}

http::Result<void> checkPlan(const Plan &plan, const http::Origin &origin, size_t requests)
{
    if (auto numbers = checkNumbers(plan, requests); !numbers)
        return numbers;
    for (size_t i = 0; i < plan.arms.size(); ++i) {
        if (auto scheme = checkScheme(plan.arms[i], origin); !scheme)
            return scheme;
        if (std::ranges::count(plan.arms, plan.arms[i]) > 1)
            return std::unexpected(
                refusal(QStringLiteral("The arm %1 stands twice in the plan; the control compares "
                                       "the first arm with itself anyway.")
                            .arg(QString::fromUtf8(plan.arms[i].label()))));
    }
    return {};
}

bool needsConsent(std::span<const http::Request> requests)
{
    return std::ranges::any_of(
        requests, [](const http::Request &request) { return !request.method.isIdempotent(); });
}

std::vector<Slot> schedule(const Plan &plan)
{
    Random random(plan.seed);
    std::vector<Slot> slots;
    const auto all = labels(plan);
    for (int block = 0; block <= plan.blocks; ++block) {
        const size_t begin = slots.size();
        if (plan.arms.size() == 2)
            addMirrored(slots, all, random);
        else
            addLatinSquare(slots, all, random);
        for (size_t i = begin; i < slots.size(); ++i)
            slots[i].block = block;
    }
    return slots;
}

} // namespace sonde::lab

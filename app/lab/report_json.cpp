#include "lab/report_json.h"

#include "lab/line_words.h"

#include <QJsonArray>

namespace sonde::lab
{
namespace
{

QJsonValue text(QByteArrayView octets)
{
    return QString::fromUtf8(octets);
}

QJsonArray numbers(const Samples &samples)
{
    QJsonArray array;
    for (const double value : samples)
        array.append(value);
    return array;
}

QJsonObject pairedObject(const Paired &paired)
{
    return {{"median", paired.median},
            {"low", paired.interval.low},
            {"high", paired.interval.high},
            {"blocks", paired.blocks}};
}

QJsonObject armObject(const Arm &arm)
{
    return {{"label", text(arm.label())},
            {"version", text(http::policyName(arm.version))},
            {"start", text(name(arm.start))},
            {"connections", arm.connections}};
}

QJsonValue rate(qint64 bits)
{
    return bits > 0 ? QJsonValue(bits) : QJsonValue();
}

// Null: none in the way.
QJsonValue lineObject(const net::LineSpec &line)
{
    if (line.isNone())
        return {};
    const bool modelled = line.window == net::LineSpec::Window::Modelled;
    return QJsonObject{
        {"spec", text(line.text())},
        {"method", lineSentence(line)},
        {"layer", "above TCP"},
        {"rttMs", double(line.rtt.count()) / 1e3},
        {"downBitsPerSecond", rate(line.downBits)},
        {"upBitsPerSecond", rate(line.upBits)},
        {"slowStart", modelled ? "modelled" : "none"},
        {"loss", "none"},
    };
}

QJsonObject planObject(const Run &run)
{
    const Experiment::Setup &setup = run.setup;
    const Plan &plan = setup.plan;
    QJsonArray requests;
    for (const http::Request &request : setup.requests)
        requests.append(QJsonObject{{"method", text(request.method.token())},
                                    {"url", text(request.target.url())}});
    QJsonArray arms;
    for (const Arm &arm : plan.arms)
        arms.append(armObject(arm));
    QJsonObject environment;
    for (const auto &[key, value] : run.environment)
        environment[QLatin1String(key)] = value;
    return {{"requests", requests},
            {"arms", arms},
            {"batch", plan.batch},
            {"blocks", plan.blocks},
            {"discardedBlocks", 1},
            {"order", plan.arms.size() == 2 ? "ABBA/BAAB with A/A control" : "Latin squares"},
            {"seed", QString::number(plan.seed)}, // 64 bits do not fit into a JSON number
            {"marginShare", plan.margin.share},
            {"marginMs", plan.margin.milliseconds},
            {"pauseMs", double(plan.pause.count())},
            {"line", lineObject(plan.line)},
            {"environment", environment}};
}

QJsonObject ledgerObject(const Ledger &ledger)
{
    QJsonObject object{{"sent", double(ledger.sent)}, {"received", double(ledger.received)}};
    for (const LedgerLine &line : ledgerLines(ledger))
        object[QLatin1String(line.key)] = double(line.octets);
    return object;
}

QJsonArray trialsOf(const Experiment::State &state, int arm, bool control)
{
    QJsonArray trials;
    for (size_t i = 0; i < state.trials.size(); ++i) {
        const Trial &trial = *state.trials[i];
        if (trial.slot.arm != arm || trial.slot.control != control)
            continue;
        QJsonArray items;
        for (const Item &item : trial.items)
            items.append(item.milliseconds);
        QJsonObject object{{"place", double(i)},
                           {"block", trial.slot.block},
                           {"makespanMs", trial.makespan},
                           {"itemsMs", items},
                           {"cpuMs", trial.cpu},
                           {"connections", trial.connections},
                           {"opened", trial.opened},
                           {"octets", double(trial.ledger.sent + trial.ledger.received)}};
        if (const auto error = trial.error())
            object[u"error"] = error->sentence;
        trials.append(object);
    }
    return trials;
}

QJsonObject armResultObject(const ArmResult &arm, const Experiment::State &state, int index)
{
    QJsonObject object = armObject(arm.arm);
    object[u"control"] = arm.control;
    object[u"trials"] = arm.trials;
    object[u"failed"] = arm.failed;
    object[u"medianMs"] = arm.median;
    object[u"itemMedianMs"] = arm.itemMedian;
    object[u"item95Ms"] = arm.itemTail ? QJsonValue(*arm.itemTail) : QJsonValue();
    object[u"clientCpuShare"] = arm.cpuShare;
    object[u"harnessMs"] = arm.dispatch;
    object[u"lineCpuMs"] = arm.lineCpu;
    object[u"lineLateMs"] = arm.lineLate;
    object[u"connectionsUsed"] = arm.connections;
    object[u"octets"] = ledgerObject(arm.ledger);
    object[u"tls"] = arm.tls.isEmpty() ? QJsonValue() : text(arm.tls);
    object[u"server"] = text(arm.server);
    object[u"raw"] = trialsOf(state, index, arm.control);
    return object;
}

QJsonArray differences(const Result &result)
{
    QJsonArray array;
    for (const Comparison &comparison : result.comparisons) {
        array.append(QJsonObject{
            {"arm", text(result.arms[size_t(comparison.arm)].arm.label())},
            {"baseline", text(result.baseline().arm.label())},
            {"outcome", text(name(comparison.outcome))},
            {"differenceMs", pairedObject(comparison.difference)},
            {"ratio", pairedObject(comparison.ratio)},
            {"cliffsDelta", comparison.cliffsDelta},
            {"marginMs", comparison.margin},
            {"noiseMs", result.noise ? QJsonValue(pairedObject(*result.noise)) : QJsonValue()},
            {"blocksMs", numbers(comparison.blocks)},
            {"sentence", verdictSentence(result, comparison)}});
    }
    return array;
}

QJsonArray responses(const Experiment::Setup &setup, const Result &result)
{
    QJsonArray array;
    for (size_t request = 0; request < result.responses.size(); ++request) {
        for (const Difference &difference : result.responses[request]) {
            QJsonObject values;
            for (size_t arm = 0; arm < difference.values.size(); ++arm) {
                const auto &value = difference.values[arm];
                values[QString::fromUtf8(setup.plan.arms[arm].label())] =
                    value ? text(*value) : QJsonValue();
            }
            array.append(QJsonObject{{"request", double(request)},
                                     {"nature", text(name(difference.nature))},
                                     {"aspect", text(name(difference.feature.aspect))},
                                     {"name", text(difference.feature.name.trimmed())},
                                     {"values", values}});
        }
    }
    return array;
}

QJsonArray warnings(const Result &result)
{
    QJsonArray array;
    for (const Warning &warning : result.warnings)
        array.append(
            QJsonObject{{"kind", text(name(warning.kind))}, {"sentence", warning.sentence}});
    return array;
}

} // namespace

QJsonObject reportJson(const Run &run, const Result &result)
{
    QJsonArray arms;
    for (size_t i = 0; i < result.arms.size(); ++i) {
        const ArmResult &arm = result.arms[i];
        arms.append(armResultObject(arm, run.state, arm.control ? 0 : int(i)));
    }
    return {{"plan", planObject(run)},
            {"arms", arms},
            {"differences", differences(result)},
            {"responses", responses(run.setup, result)},
            {"verdict", verdictText(run.setup, result)},
            {"warnings", warnings(result)}};
}

} // namespace sonde::lab

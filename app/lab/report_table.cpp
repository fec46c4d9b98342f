#include "lab/report_table.h"

namespace sonde::lab
{
namespace
{

constexpr qsizetype shownCharacters = 60;

QString shown(const std::optional<QByteArray> &value)
{
    if (!value)
        return QStringLiteral("–");
    QString text = QString::fromUtf8(*value);
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u' ';
    }
    return text.size() > shownCharacters ? text.left(shownCharacters - 1) + u'…' : text;
}

} // namespace

Table measureTable(const Result &result, const Words &words)
{
    Table table;
    for (const ArmResult &arm : result.arms)
        table.heads += arm.label(words);
    const auto add = [&](const QString &name, auto cell) {
        TableRow row{.name = name};
        for (const ArmResult &arm : result.arms)
            row.cells += arm.trials > 0 ? cell(arm) : QStringLiteral("–");
        table.rows.push_back(std::move(row));
    };
    const auto number = [&](auto value) { return words.count(qint64(value)); };
    add(words("Trials"), [&](const ArmResult &arm) { return number(arm.trials); });
    add(words("Median time"), [&](const ArmResult &arm) { return timeText(arm.median, words); });
    add(words("Fastest"),
        [&](const ArmResult &arm) { return timeText(quantile(arm.makespans, 0), words); });
    add(words("Slowest"),
        [&](const ArmResult &arm) { return timeText(quantile(arm.makespans, 1), words); });
    if (result.baseline().items.size() > result.baseline().makespans.size())
        add(words("Median of one request"),
            [&](const ArmResult &arm) { return timeText(arm.itemMedian, words); });
    if (result.baseline().itemTail)
        add(words("95 % of requests within"), [&](const ArmResult &arm) {
            return arm.itemTail ? timeText(*arm.itemTail, words) : QStringLiteral("–");
        });
    add(words("Connections"), [&](const ArmResult &arm) { return number(arm.connections); });
    for (size_t line = 0; line < ledgerLines({}).size(); ++line) {
        add(words("%1, octets").arg(ledgerLines({}, words)[line].name),
            [&](const ArmResult &arm) { return number(ledgerLines(arm.ledger)[line].octets); });
    }
    add(words("Client CPU"),
        [&](const ArmResult &arm) { return words("%1 %").arg(qRound(arm.cpuShare * 100)); });
    add(words("Harness"), [&](const ArmResult &arm) { return timeText(arm.dispatch, words); });
    if (result.line.isNone())
        return table;
    add(words("CPU of the emulated line"),
        [&](const ArmResult &arm) { return timeText(arm.lineCpu, words); });
    add(words("Line late by at most"),
        [&](const ArmResult &arm) { return timeText(arm.lineLate, words); });
    return table;
}

QString natureName(Nature nature, const Words &words)
{
    switch (nature) {
    case Nature::ProtocolDependent:
        return words("protocol-dependent");
    case Nature::Volatile:
        return words("volatile");
    case Nature::SeenOnce:
        return words("seen-once");
    }
    Q_UNREACHABLE();
}

Table responseTable(const Experiment::Setup &setup, const Result &result, const Words &words)
{
    Table table;
    for (const Arm &arm : setup.plan.arms)
        table.heads += QString::fromUtf8(arm.label());
    table.heads += words("Nature");
    for (const auto &request : result.responses) {
        for (const Difference &difference : request) {
            TableRow row{.name = featureName(difference.feature, words)};
            for (const auto &value : difference.values)
                row.cells += shown(value);
            row.cells += natureName(difference.nature, words);
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

Table blocksTable(const Result &result, const Words &words)
{
    Table table;
    size_t rows = result.noiseBlocks.size();
    for (const Comparison &comparison : result.comparisons) {
        table.heads += QString::fromUtf8(result.arms[size_t(comparison.arm)].arm.label());
        rows = std::max(rows, comparison.blocks.size());
    }
    table.heads += words("control");
    const auto cell = [&](const Samples &blocks, size_t row) {
        return row < blocks.size() ? signedTimeText(blocks[row], words) : QString();
    };
    for (size_t i = 0; i < rows; ++i) {
        TableRow row{.name = QString::number(i + 1)};
        for (const Comparison &comparison : result.comparisons)
            row.cells += cell(comparison.blocks, i);
        row.cells += cell(result.noiseBlocks, i);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table trialTable(const Run &run, const Words &words)
{
    Table table{.heads = {words("Block"), words("Arm"), words("Time"), words("Octets"),
                          words("Connections"), words("Client CPU"), words("Remark")}};
    for (size_t i = 0; i < run.state.trials.size(); ++i) {
        const Trial &trial = *run.state.trials[i];
        const ArmResult arm{.arm = run.setup.plan.arms[size_t(trial.slot.arm)],
                            .control = trial.slot.control};
        QString remark = trial.slot.block == 0 ? words("discarded") : QString();
        if (const auto error = trial.error())
            remark = words.error(*error);
        else if (trial.repeated > 0)
            remark = words("sent again: %1").arg(trial.repeated);
        table.rows.push_back(
            {.name = QString::number(i + 1),
             .cells = {QString::number(trial.slot.block), arm.label(words),
                       timeText(trial.makespan, words),
                       words.count(qint64(trial.ledger.sent + trial.ledger.received)),
                       trial.opened > 0
                           ? words("%1, %2 new").arg(trial.connections).arg(trial.opened)
                           : QString::number(trial.connections),
                       timeText(trial.cpu, words), remark}});
    }
    return table;
}

} // namespace sonde::lab

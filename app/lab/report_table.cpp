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

Table measureTable(const Result &result)
{
    Table table;
    for (const ArmResult &arm : result.arms)
        table.heads += arm.label();
    const auto add = [&](const QString &name, auto cell) {
        TableRow row{.name = name};
        for (const ArmResult &arm : result.arms)
            row.cells += arm.trials > 0 ? cell(arm) : QStringLiteral("–");
        table.rows.push_back(std::move(row));
    };
    const auto number = [](auto value) { return QString::number(value); };
    add(QStringLiteral("Trials"), [&](const ArmResult &arm) { return number(arm.trials); });
    add(QStringLiteral("Median time"), [](const ArmResult &arm) { return timeText(arm.median); });
    add(QStringLiteral("Fastest"),
        [](const ArmResult &arm) { return timeText(quantile(arm.makespans, 0)); });
    add(QStringLiteral("Slowest"),
        [](const ArmResult &arm) { return timeText(quantile(arm.makespans, 1)); });
    if (result.baseline().items.size() > result.baseline().makespans.size())
        add(QStringLiteral("Median of one request"),
            [](const ArmResult &arm) { return timeText(arm.itemMedian); });
    if (result.baseline().itemTail)
        add(QStringLiteral("95 % of requests within"), [](const ArmResult &arm) {
            return arm.itemTail ? timeText(*arm.itemTail) : QStringLiteral("–");
        });
    add(QStringLiteral("Connections"),
        [&](const ArmResult &arm) { return number(arm.connections); });
    for (size_t line = 0; line < ledgerLines({}).size(); ++line) {
        add(QStringLiteral("%1, octets").arg(QLatin1String(ledgerLines({})[line].name)),
            [&](const ArmResult &arm) { return number(ledgerLines(arm.ledger)[line].octets); });
    }
    add(QStringLiteral("Client CPU"), [](const ArmResult &arm) {
        return QStringLiteral("%1 %").arg(qRound(arm.cpuShare * 100));
    });
    add(QStringLiteral("Harness"), [](const ArmResult &arm) { return timeText(arm.dispatch); });
    return table;
}

Table responseTable(const Experiment::Setup &setup, const Result &result)
{
    Table table;
    for (const Arm &arm : setup.plan.arms)
        table.heads += QString::fromUtf8(arm.label());
    table.heads += QStringLiteral("Nature");
    for (const auto &request : result.responses) {
        for (const Difference &difference : request) {
            TableRow row{.name = featureName(difference.feature)};
            for (const auto &value : difference.values)
                row.cells += shown(value);
            row.cells += QLatin1String(name(difference.nature));
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

} // namespace sonde::lab

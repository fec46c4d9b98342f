#include "lab/report_markdown.h"

namespace sonde::lab
{
namespace
{

QString escaped(QString text)
{
    for (const char *special : {"\\", "|", "*", "_", "`", "<", "["})
        text.replace(QLatin1String(special), u'\\' + QString::fromLatin1(special));
    return text;
}

QString tableText(const Table &table)
{
    QString text = QStringLiteral("| |");
    QString rule = QStringLiteral("|---|");
    for (const QString &head : table.heads) {
        text += u' ' + escaped(head) + QStringLiteral(" |");
        rule += QStringLiteral("---:|");
    }
    text += u'\n' + rule + u'\n';
    for (const TableRow &row : table.rows) {
        text += QStringLiteral("| ") + escaped(row.name) + QStringLiteral(" |");
        for (const QString &cell : row.cells)
            text += u' ' + escaped(cell) + QStringLiteral(" |");
        text += u'\n';
    }
    return text;
}

} // namespace

QString methodSentence(const Experiment::Setup &setup, const Result &result)
{
    const Plan &plan = setup.plan;
    QString text =
        QStringLiteral("%1 blocks and one discarded before them, %2, seed %3; medians of paired "
                       "block differences with 95 % block-bootstrap intervals; time from the start "
                       "of the batch to its last octet; equivalent means within the larger of %4 % "
                       "and %5 ms; no network emulation; Sonde %6.")
            .arg(plan.blocks)
            .arg(plan.arms.size() == 2 ? QStringLiteral("ABBA or BAAB with an A/A control")
                                       : QStringLiteral("Latin squares with an A/A control"))
            .arg(plan.seed)
            .arg(plan.margin.share * 100)
            .arg(plan.margin.milliseconds)
            .arg(QStringLiteral(SONDE_VERSION));
    if (!result.baseline().tls.isEmpty())
        text += QStringLiteral(" TLS: %1.").arg(QString::fromUtf8(result.baseline().tls));
    if (!result.baseline().server.isEmpty())
        text += QStringLiteral(" Server: %1.").arg(QString::fromUtf8(result.baseline().server));
    return text;
}

QByteArray reportMarkdown(const Experiment::Setup &setup, const Result &result)
{
    QString text = QStringLiteral("# %1\n\n").arg(escaped(subjectOf(setup)));
    for (const Comparison &comparison : result.comparisons)
        text += QStringLiteral("**%1**\n\n").arg(escaped(verdictSentence(result, comparison)));
    text += escaped(responsesSentence(result)) + QStringLiteral("\n\n");
    for (const Warning &warning : result.warnings)
        text += QStringLiteral("- Warning: %1\n").arg(escaped(warning.sentence));
    if (!result.warnings.empty())
        text += u'\n';
    text += tableText(measureTable(result)) + u'\n';
    const Table responses = responseTable(setup, result);
    if (!responses.rows.empty())
        text += QStringLiteral("## Responses\n\n") + tableText(responses) + u'\n';
    text += escaped(methodSentence(setup, result)) + u'\n';
    return text.toUtf8();
}

} // namespace sonde::lab

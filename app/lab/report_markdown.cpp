#include "lab/report_markdown.h"

#include "lab/line_words.h"

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

QString methodSentence(const Experiment::Setup &setup, const Result &result, const Words &words)
{
    const Plan &plan = setup.plan;
    QString text =
        words(
            "%1 blocks and one discarded before them, %2, seed %3; medians of paired block "
            "differences with 95 % block-bootstrap intervals; time from the start of the batch to "
            "its last octet; equivalent means within the larger of %4 % and %5 ms; Sonde %6.")
            .arg(plan.blocks)
            .arg(plan.arms.size() == 2 ? words("ABBA or BAAB with an A/A control")
                                       : words("Latin squares with an A/A control"))
            .arg(plan.seed)
            .arg(words.locale.toString(plan.margin.share * 100))
            .arg(words.locale.toString(plan.margin.milliseconds))
            .arg(QStringLiteral(SONDE_VERSION));
    text += u' ' + lineSentence(plan.line, words);
    if (!result.baseline().tls.isEmpty())
        text += words(" TLS: %1.").arg(QString::fromUtf8(result.baseline().tls));
    if (!result.baseline().server.isEmpty())
        text += words(" Server: %1.").arg(QString::fromUtf8(result.baseline().server));
    return text;
}

QByteArray reportMarkdown(const Experiment::Setup &setup, const Result &result, const Words &words)
{
    QString text = QStringLiteral("# %1\n\n").arg(escaped(subjectOf(setup, words)));
    for (const Comparison &comparison : result.comparisons)
        text +=
            QStringLiteral("**%1**\n\n").arg(escaped(verdictSentence(result, comparison, words)));
    text += escaped(responsesSentence(result, words)) + QStringLiteral("\n\n");
    if (!setup.plan.line.isNone())
        text += escaped(lineSentence(setup.plan.line, words)) + QStringLiteral("\n\n");
    for (const Warning &warning : result.warnings)
        text += QStringLiteral("- %1\n").arg(escaped(words("Warning: %1").arg(warning.sentence)));
    if (!result.warnings.empty())
        text += u'\n';
    text += tableText(measureTable(result, words)) + u'\n';
    const Table responses = responseTable(setup, result, words);
    if (!responses.rows.empty())
        text += QStringLiteral("## %1\n\n").arg(words("Responses")) + tableText(responses) + u'\n';
    text += escaped(methodSentence(setup, result, words)) + u'\n';
    return text.toUtf8();
}

} // namespace sonde::lab

#include "cli/compare_text.h"

#include "lab/report_markdown.h"

namespace sonde::cli
{
namespace
{

QString safe(const QString &text)
{
    return QString::fromUtf8(harmless(text.toUtf8()));
}

QByteArray tableText(const lab::Table &table, Colour colour)
{
    std::vector<qsizetype> widths(size_t(table.heads.size()) + 1, 0);
    for (const lab::TableRow &row : table.rows) {
        widths[0] = std::max(widths[0], safe(row.name).size());
        for (qsizetype i = 0; i < row.cells.size(); ++i)
            widths[size_t(i) + 1] = std::max(widths[size_t(i) + 1], safe(row.cells[i]).size());
    }
    for (qsizetype i = 0; i < table.heads.size(); ++i)
        widths[size_t(i) + 1] = std::max(widths[size_t(i) + 1], table.heads[i].size());
    const auto line = [&](const QString &name, const QStringList &cells) {
        QString text = safe(name).leftJustified(widths[0]);
        for (qsizetype i = 0; i < cells.size(); ++i)
            text += QStringLiteral("  ") + safe(cells[i]).rightJustified(widths[size_t(i) + 1]);
        return text.toUtf8();
    };
    QByteArray text = painted(line({}, table.heads), Ink::Strong, colour) + '\n';
    for (const lab::TableRow &row : table.rows)
        text += line(row.name, row.cells) + '\n';
    return text;
}

} // namespace

QByteArray comparisonText(const lab::Experiment::Setup &setup, const lab::Experiment::State &state,
                          const lab::Result &result, Colour colour)
{
    QByteArray text =
        painted(safe(lab::verdictText(setup, result)).toUtf8(), Ink::Strong, colour) + "\n\n";
    for (const lab::Warning &warning : result.warnings)
        text += painted("warning:", Ink::Warning, colour) + ' ' + safe(warning.sentence).toUtf8() +
                '\n';
    if (!result.warnings.empty())
        text += '\n';
    if (!state.trials.empty())
        text += tableText(lab::measureTable(result), colour) + '\n';
    const auto responses = lab::responseTable(setup, result);
    if (!responses.rows.empty())
        text += tableText(responses, colour) + '\n';
    return text + painted(safe(lab::methodSentence(setup, result)).toUtf8(), Ink::Faint, colour) +
           '\n';
}

QByteArray progressLine(const lab::Experiment::State &state)
{
    if (state.stage == lab::Experiment::Stage::Looking)
        return "looking at each version once";
    QByteArray text = "trial " + QByteArray::number(quint64(state.trials.size())) + " of " +
                      QByteArray::number(quint64(state.planned));
    if (const auto left = lab::timeLeft(state))
        text += ", about " + QByteArray::number((left->count() + 999) / 1000) +
                " s left; Ctrl-C keeps what is done";
    return text;
}

} // namespace sonde::cli

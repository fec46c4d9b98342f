#include "lab/report_html.h"

#include "lab/plots.h"
#include "lab/report_markdown.h"

namespace sonde::lab
{
namespace
{

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray element(const char *name, const QString &text)
{
    return '<' + QByteArray(name) + '>' + escaped(text) + "</" + name + ">\n";
}

QByteArray tableText(const Table &table, const QString &caption)
{
    QByteArray text = "<table>" + element("caption", caption) + "<thead><tr><td></td>";
    for (const QString &head : table.heads)
        text += "<th scope=\"col\">" + escaped(head) + "</th>";
    text += "</tr></thead>\n<tbody>\n";
    for (const TableRow &row : table.rows) {
        text += "<tr><th scope=\"row\">" + escaped(row.name) + "</th>";
        for (const QString &cell : row.cells)
            text += "<td>" + escaped(cell) + "</td>";
        text += "</tr>\n";
    }
    return text + "</tbody></table>\n";
}

// The dots of the second plot as numbers.
Table blocksTable(const Result &result)
{
    Table table;
    size_t rows = result.noiseBlocks.size();
    for (const Comparison &comparison : result.comparisons) {
        table.heads += QString::fromUtf8(result.arms[size_t(comparison.arm)].arm.label());
        rows = std::max(rows, comparison.blocks.size());
    }
    table.heads += QStringLiteral("Control");
    const auto cell = [](const Samples &blocks, size_t row) {
        return row < blocks.size() ? signedTimeText(blocks[row]) : QString();
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

constexpr QByteArrayView head =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<style>\n"
    ":root { color-scheme: light dark }\n"
    "body { font: 15px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }\n"
    "table { border-collapse: collapse; margin: 1.5rem 0; font-variant-numeric: tabular-nums }\n"
    "caption { text-align: left; font-weight: bold }\n"
    "th, td { padding: 0.15rem 0.8rem; text-align: right; border-bottom: 1px solid; "
    "overflow-wrap: anywhere }\n"
    "tbody th { text-align: left; font-weight: normal }\n"
    "svg { width: 100%; height: auto; margin: 0.5rem 0 }\n"
    "</style>\n";

} // namespace

QByteArray reportHtml(const Experiment::Setup &setup, const Result &result)
{
    const QString subject = subjectOf(setup);
    QByteArray text =
        head.toByteArray() + element("title", subject) + "</head><body>\n" + element("h1", subject);
    for (const Comparison &comparison : result.comparisons)
        text += "<p><strong>" + escaped(verdictSentence(result, comparison)) + "</strong></p>\n";
    text += element("p", responsesSentence(result));
    if (!result.warnings.empty()) {
        text += "<ul>\n";
        for (const Warning &warning : result.warnings)
            text += element("li", QStringLiteral("Warning: %1").arg(warning.sentence));
        text += "</ul>\n";
    }
    text += element("h2", QStringLiteral("Share of trials over by each time")) + ecdfPlot(result);
    text += element("h2", QStringLiteral("Difference to the first arm, by block"));
    text += element("p", QStringLiteral("One dot a block; the bar is the 95 % interval with the "
                                        "median, the band the A/A noise."));
    text += pairedPlot(result);
    text += tableText(measureTable(result), QStringLiteral("Side by side"));
    const Table responses = responseTable(setup, result);
    if (!responses.rows.empty())
        text += tableText(responses, QStringLiteral("What the answers differ in"));
    text += "<details>" + element("summary", QStringLiteral("Block by block")) +
            tableText(blocksTable(result), QStringLiteral("Difference to the first arm")) +
            "</details>\n";
    return text + element("p", methodSentence(setup, result)) + "</body></html>\n";
}

} // namespace sonde::lab

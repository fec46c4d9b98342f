#include "lab/report_html.h"

#include "lab/line_words.h"
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

QByteArray tableHtml(const Table &table, const QString &caption)
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

constexpr QByteArrayView head =
    "<head><meta charset=\"utf-8\">\n"
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

QByteArray reportHtml(const Experiment::Setup &setup, const Result &result, const Words &words)
{
    const QString subject = subjectOf(setup, words);
    const QByteArray language =
        words.say ? words.locale.bcp47Name().toLatin1() : QByteArrayLiteral("en");
    QByteArray text = "<!DOCTYPE html>\n<html lang=\"" + language + "\">" + head.toByteArray() +
                      element("title", subject) + "</head><body>\n" + element("h1", subject);
    for (const Comparison &comparison : result.comparisons)
        text +=
            "<p><strong>" + escaped(verdictSentence(result, comparison, words)) + "</strong></p>\n";
    text += element("p", responsesSentence(result, words));
    if (!setup.plan.line.isNone())
        text += element("p", lineSentence(setup.plan.line, words));
    if (!result.warnings.empty()) {
        text += "<ul>\n";
        for (const Warning &warning : result.warnings)
            text += element("li", words("Warning: %1").arg(warning.sentence));
        text += "</ul>\n";
    }
    text +=
        element("h2", words("Share of trials over by each time")) + svgOf(ecdfPlot(result, words));
    text += element("h2", words("Difference to the first arm, by block"));
    text += element("p", words("One dot a block; the bar is the 95 % interval with the "
                               "median, the band the A/A noise."));
    text += svgOf(pairedPlot(result, words));
    text += element("h2", words("Octets of a trial besides its content"));
    text += svgOf(octetPlot(result, words));
    text += tableHtml(measureTable(result, words), words("Side by side"));
    const Table responses = responseTable(setup, result, words);
    if (!responses.rows.empty())
        text += tableHtml(responses, words("What the answers differ in"));
    text += "<details>" + element("summary", words("Block by block")) +
            tableHtml(blocksTable(result, words), words("Difference to the first arm")) +
            "</details>\n";
    return text + element("p", methodSentence(setup, result, words)) + "</body></html>\n";
}

} // namespace sonde::lab

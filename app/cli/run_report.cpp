#include "cli/run_report.h"

#include "cli/json_writer.h"
#include "cli/waterfall.h"

#include <QFile>
#include <QFileInfo>

namespace sonde::cli
{
namespace
{

using lab::RunResult;
using Outcome = RunResult::Outcome;

QByteArrayView outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting:
        return "waiting";
    case Outcome::Running:
        return "running";
    case Outcome::Passed:
        return "passed";
    case Outcome::Failed:
        return "failed";
    case Outcome::Error:
        return "error";
    case Outcome::Skipped:
        return "skipped";
    }
    Q_UNREACHABLE();
}

Ink inkOf(Outcome outcome)
{
    return outcome == Outcome::Passed    ? Ink::Good
           : outcome == Outcome::Skipped ? Ink::Warning
                                         : Ink::Error;
}

QByteArray count(size_t number, const char *noun)
{
    return QByteArray::number(quint64(number)) + ' ' + noun + (number == 1 ? "" : "s");
}

void writeCheck(JsonWriter &json, const lab::RunCheck &check)
{
    json.beginObject(JsonWriter::Lines::One);
    json.string("assert", check.text);
    json.number("line", qint64(check.line) + 1);
    json.boolean("holds", check.result.holds);
    json.string("expected", check.result.expected);
    json.string("got", check.result.got);
    json.endObject();
}

void writeResult(JsonWriter &json, const lab::PlannedRequest &planned, const RunResult &result)
{
    const collection::HttpRequest &request = planned.request();
    json.beginObject();
    json.string("file", planned.file->path);
    json.number("line", qint64(request.firstLine) + 1);
    json.string("name", request.label());
    json.string("method", result.method);
    json.string("url", result.url);
    json.string("outcome", outcomeName(result.outcome));
    json.number("status", result.status > 0 ? std::optional<qint64>(result.status) : std::nullopt);
    json.number("timeNs",
                result.status > 0 ? std::optional<qint64>(result.time.count()) : std::nullopt);
    json.number("bodyBytes", result.bodySize);
    json.key("checks");
    json.beginArray();
    for (const lab::RunCheck &check : result.checks)
        writeCheck(json, check);
    json.endArray();
    json.key("captured");
    json.beginArray(JsonWriter::Lines::One);
    for (const QString &name : result.captured)
        json.string(name);
    json.endArray();
    json.key("error");
    if (result.error)
        json.string(result.error->sentence);
    else if (!result.reason.isEmpty())
        json.string(result.reason);
    else
        json.null();
    json.endObject();
}

} // namespace

QByteArray runLines(const lab::PlannedRequest &planned, const RunResult &result, Colour colour)
{
    const collection::HttpRequest &request = planned.request();
    QByteArray text =
        painted(outcomeName(result.outcome).toByteArray(), inkOf(result.outcome), colour) +
        QByteArray(9 - outcomeName(result.outcome).size(), ' ') +
        harmless(request.label().toUtf8());
    if (!request.document.title.isEmpty())
        text += "  " + painted(harmless(result.method + ' ' + result.url), Ink::Faint, colour);
    if (result.status > 0)
        text += "  " + QByteArray::number(result.status) + "  " + durationText(result.time) + "  " +
                sizeText(quint64(result.bodySize));
    text += '\n';
    const QByteArray file = harmless(QFile::encodeName(planned.file->path));
    for (const lab::RunCheck &check : result.checks) {
        if (check.result.holds)
            continue;
        text += "         " + painted(harmless(check.text.toUtf8()), Ink::Error, colour) + "  (" +
                file + ':' + QByteArray::number(quint64(check.line) + 1) + ")\n" +
                "           expected " + harmless(check.result.expected.toUtf8()) + "\n" +
                "           got      " + harmless(check.result.got.toUtf8()) + '\n';
    }
    if (result.error)
        text += "         " + harmless(result.error->sentence.toUtf8()) + "  (" + file + ':' +
                QByteArray::number(quint64(request.firstLine) + 1) + ")\n";
    if (!result.reason.isEmpty())
        text += "         " + harmless(result.reason.toUtf8()) + '\n';
    return text;
}

QByteArray runSummary(const lab::CollectionRun &run, std::chrono::nanoseconds took, Colour colour)
{
    const lab::RunCounts counts = run.counts();
    QByteArray text = '\n' + count(run.results().size(), "request") + ": " +
                      QByteArray::number(quint64(counts.passed)) + " passed, " +
                      QByteArray::number(quint64(counts.failed)) + " failed, " +
                      QByteArray::number(quint64(counts.skipped)) + " skipped; " +
                      count(counts.checks, "assertion") + ", " +
                      QByteArray::number(quint64(counts.failedChecks)) + " failed; " +
                      durationText(took);
    return painted(text, counts.failed > 0 ? Ink::Error : Ink::Good, colour) + '\n';
}

QByteArray runJson(const lab::CollectionRun &run, std::chrono::nanoseconds took)
{
    QByteArray text;
    {
        JsonWriter json([&](QByteArrayView piece) { text += piece; });
        const lab::RunCounts counts = run.counts();
        json.beginObject();
        json.key("requests");
        json.beginArray();
        for (size_t i = 0; i < run.results().size(); ++i)
            writeResult(json, run.requests()[i], run.results()[i]);
        json.endArray();
        json.number("passed", qint64(counts.passed));
        json.number("failed", qint64(counts.failed));
        json.number("skipped", qint64(counts.skipped));
        json.number("checks", qint64(counts.checks));
        json.number("failedChecks", qint64(counts.failedChecks));
        json.number("timeNs", qint64(took.count()));
        json.endObject();
    }
    return text;
}

} // namespace sonde::cli

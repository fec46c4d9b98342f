#include "cli/compare_request.h"

#include "cli/send_request.h"
#include "lab/batch_source.h"

#include <QFileInfo>

namespace sonde::cli
{
namespace
{

using http::Result;
using interop::RequestPlan;

http::Error usage(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

bool isRequestFile(const QByteArray &word)
{
    const QString path = QFile::decodeName(word);
    return (path.endsWith(u".http") || path.endsWith(u".rest")) && !path.contains(u"://") &&
           QFileInfo::exists(path);
}

Result<void> checkOutput(const RequestPlan &plan)
{
    const interop::OutputPlan &output = plan.output;
    if (output.file || output.remoteName || output.heads || output.verbose || output.timings ||
        output.writeOut || output.fail != interop::OutputPlan::Fail::Never)
        return std::unexpected(
            usage(QStringLiteral("Options of send that say what becomes of one response, such as "
                                 "-o, -i, -v and -w, mean nothing for compare: leave them out.")));
    return {};
}

// The URLs, once a method before them has been taken away.
QList<QByteArray> takeUrls(RequestPlan &plan)
{
    QList<QByteArray> words = plan.moreUrls;
    if (!plan.url.isEmpty())
        words.prepend(plan.url);
    plan.moreUrls.clear();
    if (words.size() > 1) {
        RequestPlan first = plan;
        first.url = words[0];
        first.moreUrls = {words[1]};
        if (settleWords(first)) {
            plan.method = first.method;
            words.removeFirst();
        }
    }
    return words;
}

Result<lab::PlannedRequest> findRequest(const lab::RunPlan &plan, const QString &path,
                                        const std::optional<QByteArray> &name)
{
    QStringList labels;
    for (const lab::PlannedRequest &planned : plan.requests) {
        const collection::HttpRequest &request = planned.request();
        labels += request.label();
        const QString wanted = name ? QString::fromUtf8(*name) : QString();
        if (name ? request.name == wanted || request.document.title == wanted
                 : plan.requests.size() == 1)
            return planned;
    }
    if (labels.isEmpty())
        return std::unexpected(usage(QStringLiteral("%1 holds no request.").arg(path)));
    return std::unexpected(usage(QStringLiteral("%1 holds %2 requests; choose one with --name: %3.")
                                     .arg(path)
                                     .arg(labels.size())
                                     .arg(labels.mid(0, 10).join(QStringLiteral(", ")).left(400))));
}

lab::RunChoice runChoice(const QString &path, const CompareChoice &choice)
{
    return {.path = path,
            .topFolder = {},
            .names = {},
            .environment = choice.environment,
            .environmentFile = {},
            .variables = choice.variables};
}

Result<collection::Resolved> resolveFile(const QByteArray &word, const CompareChoice &choice)
{
    const QString path = QFile::decodeName(word);
    const auto plan = lab::planRun(runChoice(path, choice));
    if (!plan)
        return std::unexpected(plan.error());
    const auto found = findRequest(*plan, path, choice.name);
    if (!found)
        return std::unexpected(found.error());
    const collection::HttpRequest &request = found->request();
    if (!request.problem.isEmpty())
        return std::unexpected(usage(request.problem));
    return collection::resolve(request.document, found->file->variables,
                               QFileInfo(path).absolutePath());
}

// TLS, proxy and time limits come from the options, the rest from the file.
Result<CompareRequest> fromFile(RequestPlan plan, const QByteArray &word,
                                const CompareChoice &choice)
{
    auto resolved = resolveFile(word, choice);
    if (!resolved)
        return std::unexpected(resolved.error());
    plan.url = resolved->request.target.url();
    auto built = buildRequest(std::move(plan));
    if (!built)
        return std::unexpected(built.error());
    CompareRequest result{.requests = {resolved->request}, .options = built->options};
    result.options.followRedirects = resolved->options.followRedirects;
    if (resolved->options.tls.verify == net::Verify::ReportOnly)
        result.options.tls.verify = net::Verify::ReportOnly;
    return result;
}

Result<CompareRequest> fromUrls(const RequestPlan &plan, const QList<QByteArray> &urls)
{
    CompareRequest result;
    for (const QByteArray &url : urls) {
        RequestPlan one = plan;
        one.url = url;
        auto built = buildRequest(std::move(one));
        if (!built)
            return std::unexpected(built.error());
        result.requests.push_back(std::move(built->request));
        result.options = std::move(built->options);
    }
    return result;
}

// A folder, a recorded page load, a list of URLs.
Result<CompareRequest> fromBatch(RequestPlan plan, const QString &path, const CompareChoice &choice)
{
    auto batch = lab::readBatch(runChoice(path, choice));
    if (!batch)
        return std::unexpected(batch.error());
    plan.url = batch->requests.front().target.url();
    auto built = buildRequest(std::move(plan));
    if (!built)
        return std::unexpected(built.error());
    return CompareRequest{.requests = std::move(batch->requests),
                          .options = std::move(built->options),
                          .notes = std::move(batch->notes)};
}

Result<void> check(const CompareRequest &compared)
{
    const auto &first = compared.requests.front();
    for (const http::Request &request : compared.requests) {
        if (!request.content.isReplayable())
            return std::unexpected(
                http::Error{.layer = http::Layer::Request,
                            .code = http::Code::BodyNotReplayable,
                            .sentence = QStringLiteral("Standard input can be read only once, and "
                                                       "comparing sends it many times: give the "
                                                       "content as a file.")});
        if (!(request.target.origin == first.target.origin))
            return std::unexpected(
                usage(QStringLiteral("A batch goes to one origin; %1 and %2 are two.")
                          .arg(QString::fromUtf8(first.target.origin.authority()),
                               QString::fromUtf8(request.target.origin.authority()))));
    }
    return {};
}

} // namespace

Result<CompareRequest> readCompareRequest(std::span<const QByteArray> words,
                                          const CompareChoice &choice)
{
    const auto arguments = interop::readCurlArguments(words, interop::Tool::SondeSend);
    if (!arguments)
        return std::unexpected(arguments.error());
    auto plan = interop::planRequest(*arguments, interop::Tool::SondeSend);
    if (!plan)
        return std::unexpected(plan.error());
    if (const auto output = checkOutput(*plan); !output)
        return std::unexpected(output.error());
    const auto urls = takeUrls(*plan);
    if (urls.isEmpty())
        return std::unexpected(
            usage(QStringLiteral("What is to be compared? Give a URL or a request file.")));
    const bool file = urls.size() == 1 && isRequestFile(urls.front());
    if (choice.name && !file)
        return std::unexpected(
            usage(QStringLiteral("--name chooses a request of a .http file that is there.")));
    const QString kept = QFile::decodeName(urls.front());
    const bool batch = urls.size() == 1 && lab::isBatchSource(kept);
    if (!file && !batch && (!choice.environment.isEmpty() || !choice.variables.isEmpty()))
        return std::unexpected(usage(QStringLiteral(
            "--env and --var are for the requests of files that are there, not for a URL.")));
    if (!batch)
        plan->url = urls.front();
    if (const auto checked = batch ? Result<void>() : checkPlan(*plan); !checked)
        return std::unexpected(checked.error());
    auto result = batch  ? fromBatch(*std::move(plan), kept, choice)
                  : file ? fromFile(*std::move(plan), urls.front(), choice)
                         : fromUrls(*plan, urls);
    if (!result)
        return std::unexpected(result.error());
    if (const auto checked = check(*result); !checked)
        return std::unexpected(checked.error());
    return result;
}

} // namespace sonde::cli

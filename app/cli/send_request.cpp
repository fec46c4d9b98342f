#include "cli/send_request.h"

#include "cli/body_transform.h"
#include "cli/cookie_file.h"
#include "cli/password_prompt.h"
#include "cli/send_content.h"
#include "interop/curl_values.h"

#include <QFile>

namespace sonde::cli
{
namespace
{

using interop::HeaderLine;
using interop::RequestPlan;

http::Error usage(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence};
}

http::Error unsupported(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::UnsupportedVersion,
            .sentence = sentence};
}

// A word that can only be a method: a token without what host names and paths are made of.
bool isMethodWord(const QByteArray &word)
{
    return http::isToken(word) && !word.contains('.') && word.toLower() != "localhost";
}

http::Result<void> readHeaderFiles(RequestPlan &plan)
{
    std::vector<HeaderLine> lines;
    for (const HeaderLine &line : plan.headers) {
        if (line.kind != HeaderLine::Kind::File) {
            lines.push_back(line);
            continue;
        }
        const auto text = line.name == "-" ? textOf({{.source = interop::DataPiece::Source::Stdin}})
                                           : readWholeFile(line.name);
        if (!text)
            return std::unexpected(text.error());
        for (const QByteArray &raw : text->split('\n')) {
            const QByteArray field = raw.trimmed();
            if (field.isEmpty())
                continue;
            HeaderLine read = interop::readHeaderLine(field);
            if (read.name.isEmpty())
                return std::unexpected(usage(
                    QStringLiteral("“%1” in the file “%2” is no header line, as in “Name: "
                                   "value”.")
                        .arg(QString::fromUtf8(field.left(80)), QFile::decodeName(line.name))));
            lines.push_back(std::move(read));
        }
    }
    plan.headers = std::move(lines);
    return {};
}

http::Result<void> readCookieFiles(RequestPlan &plan, const http::Target &target)
{
    for (const QByteArray &path : plan.cookieFiles) {
        const auto text = readWholeFile(path);
        if (!text)
            return std::unexpected(text.error());
        const QByteArray cookies = cookiesFor(target, *text, QDateTime::currentDateTimeUtc());
        if (!cookies.isEmpty())
            plan.cookies += (plan.cookies.isEmpty() ? "" : "; ") + cookies;
    }
    return {};
}

http::Result<http::Target> targetOf(const RequestPlan &plan)
{
    std::vector<interop::DataPiece> pieces = plan.query;
    if (plan.get)
        pieces.insert(pieces.end(), plan.data.begin(), plan.data.end());
    const auto query = textOf(pieces);
    if (!query)
        return std::unexpected(query.error());
    auto target = http::Target::parse(QString::fromUtf8(interop::urlOf(plan, *query)));
    if (target && plan.requestTarget)
        target->pathAndQuery = *plan.requestTarget;
    return target;
}

http::Result<void> settleProxy(client::Options &options, const RequestPlan &plan,
                               const http::Origin &origin)
{
    if (!options.proxy && plan.noProxy != "*") {
        auto found = environmentProxy(origin);
        if (!found)
            return std::unexpected(found.error());
        options.proxy = *std::move(found);
    }
    if (interop::isListed(plan.noProxy, origin.host))
        options.proxy.reset();
    return {};
}

void askForPassword(RequestPlan &plan)
{
    if (!plan.user || plan.user->contains(':') || plan.bearer)
        return;
    *plan.user += ':' + askPassword("Password for " + *plan.user + ": ");
}

QByteArray environment(const char *name)
{
    const QByteArray lower = qgetenv(name);
    return lower.isEmpty() ? qgetenv(QByteArray(name).toUpper().constData()) : lower;
}

} // namespace

http::Result<void> settleWords(RequestPlan &plan)
{
    const auto isJson = [](const QByteArray &word) {
        return word.startsWith('{') || word.startsWith('[') || word.startsWith('"');
    };
    if (plan.output.jsonReport && (isJson(plan.url) || std::ranges::any_of(plan.moreUrls, isJson)))
        return std::unexpected(
            usage(QStringLiteral("--json prints a report here and takes no value: what curl calls "
                                 "--json DATA is --json-data DATA.")));
    if (plan.url.isEmpty() && plan.moreUrls.isEmpty())
        return std::unexpected(usage(QStringLiteral(
            "There is no URL: write sonde send [METHOD] URL; sonde help send tells more.")));
    if (plan.moreUrls.isEmpty())
        return {};
    if (plan.moreUrls.size() > 1 || !isMethodWord(plan.url))
        return std::unexpected(
            usage(QStringLiteral("sonde send takes one URL at a time; “%1” is one more.")
                      .arg(QString::fromUtf8(plan.moreUrls.back().left(120)))));
    if (plan.method)
        return std::unexpected(
            usage(QStringLiteral("The method is given twice, as “%1” and with -X.")
                      .arg(QString::fromUtf8(plan.url.left(40)))));
    plan.method = plan.url;
    plan.url = plan.moreUrls.takeFirst();
    return {};
}

http::Result<void> checkPlan(const RequestPlan &plan)
{
    // What cannot be sent as it was asked for is not sent.
    if (!plan.notes.empty())
        return std::unexpected(usage(plan.notes.front().text()));
    const int contents =
        (!plan.data.empty() && !plan.get) + !plan.form.empty() + plan.upload.has_value();
    if (contents > 1)
        return std::unexpected(
            usage(QStringLiteral("-d, -F and -T each make a body of their own; use one of them.")));
    if (plan.http3)
        return std::unexpected(unsupported(
            QStringLiteral("HTTP/3 is reserved and not sent by this version of Sonde: leave "
                           "--http3 out, and HTTP/2 or HTTP/1.1 is agreed on.")));
    if (plan.output.filter) {
        if (const auto filter = filterTransform(*plan.output.filter, FilterShows::Values); !filter)
            return std::unexpected(filter.error());
    }
    if (plan.output.jq) {
        if (const auto jq = jqTransform(*plan.output.jq, FilterShows::Values); !jq)
            return std::unexpected(jq.error());
    }
    if (plan.output.filter && plan.output.jq)
        return std::unexpected(
            usage(QStringLiteral("--filter and --jq both choose from the body; use one of them.")));
    const bool shaped = plan.output.filter || plan.output.jq || plan.output.pretty;
    if ((shaped && plan.output.events) ||
        ((shaped || plan.output.events) && plan.output.jsonReport))
        return std::unexpected(
            usage(QStringLiteral("--events and --json cannot stand beside --filter, --jq and "
                                 "--pretty: each prints the body in a form of its own.")));
    const bool toFiles = plan.output.file.value_or("-") != "-" || plan.output.remoteName ||
                         plan.output.har || plan.output.pcapng || plan.output.bundle;
    if (plan.output.reconnects > 0 && (!plan.output.events || toFiles))
        return std::unexpected(
            usage(QStringLiteral("--reconnect needs --events and prints to the terminal: each new "
                                 "connection would write the files of the one before anew.")));
    if (plan.output.file && plan.output.remoteName)
        return std::unexpected(
            usage(QStringLiteral("-o and -O both name the output; use one of them.")));
    return {};
}

http::Result<SendRequest> buildRequest(RequestPlan plan)
{
    askForPassword(plan);
    SendRequest send{.options = plan.options};
    auto method = http::Method::parse(interop::methodOf(plan));
    if (!method)
        return std::unexpected(method.error());
    send.request.method = *std::move(method);
    auto target = targetOf(plan);
    if (!target)
        return std::unexpected(target.error());
    send.request.target = *std::move(target);
    if (const auto read = readHeaderFiles(plan); !read)
        return std::unexpected(read.error());
    if (const auto read = readCookieFiles(plan, send.request.target); !read)
        return std::unexpected(read.error());
    send.request.headers = interop::fieldsOf(plan);
    for (const HeaderLine &line : plan.headers) {
        if (line.kind == HeaderLine::Kind::Leave)
            send.options.suppressedFields.append(line.name);
    }
    if (plan.userAgent && plan.userAgent->isEmpty())
        send.options.suppressedFields.append("User-Agent");
    auto content = contentOf(plan);
    if (!content)
        return std::unexpected(content.error());
    send.request.content = *std::move(content);
    send.request.version = plan.versionPolicy;
    if (plan.versionPolicy == http::VersionPolicy::Http2 && !send.request.target.origin.isTls())
        return std::unexpected(unsupported(
            QStringLiteral("--http2 is agreed on inside TLS, and this URL is http: use https, or "
                           "--http2-prior-knowledge, which needs no TLS.")));
    // Over TLS, prior knowledge is ALPN with h2 alone (RFC 9113 section 3.2).
    if (plan.versionPolicy == http::VersionPolicy::H2c && send.request.target.origin.isTls())
        send.request.version = http::VersionPolicy::Http2;
    if (const auto settled = settleProxy(send.options, plan, send.request.target.origin); !settled)
        return std::unexpected(settled.error());
    return send;
}

http::Result<std::optional<net::Proxy>> environmentProxy(const http::Origin &origin)
{
    if (interop::isListed(environment("no_proxy"), origin.host))
        return std::nullopt;
    // HTTP_PROXY in capitals is left alone: a CGI program would take it from a request's Proxy
    // field.
    QByteArray proxy = origin.isTls() ? environment("https_proxy") : qgetenv("http_proxy");
    if (proxy.isEmpty())
        proxy = environment("all_proxy");
    auto read = interop::readProxy(proxy);
    if (!read)
        return std::unexpected(usage(read.error().text()));
    return *std::move(read);
}

http::Result<QString> remoteName(const http::Target &target)
{
    QByteArray path = target.pathAndQuery;
    if (const qsizetype mark = path.indexOf('?'); mark >= 0)
        path.truncate(mark);
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    if (name.isEmpty() || name == "." || name == "..")
        return std::unexpected(
            usage(QStringLiteral("The URL ends in no file name for -O; name the file with -o.")));
    return QString::fromUtf8(name);
}

} // namespace sonde::cli

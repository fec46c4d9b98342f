#include "cli/compare_words.h"

#include "cli/compare_request.h"

#include <QFile>
#include <QRandomGenerator>

#include <map>

namespace sonde::cli
{
namespace
{

using http::Result;
using http::VersionPolicy;

constexpr VerbOption options[] = {
    {"versions", "LIST",
     "The versions to compare, the first is the baseline: 1.1,2 (https) or 1.1,h2c (http) unless "
     "given"},
    {"name", "NAME", "The request of the file that has this name or title"},
    {"env", "NAME", "Take variables from this environment of the http-client.env.json files"},
    {"var", "NAME=VALUE", "Set a variable; it beats files and environments"},
    {"cold", "", "Each trial opens its connections and knows no TLS ticket"},
    {"resumed", "", "Each trial opens its connections with a TLS ticket of an earlier one"},
    {"warm", "", "Each trial finds open connections; this is the default"},
    {"batch", "K", "Start K copies of the request at once and measure until the last has ended"},
    {"connections", "LIST",
     "Connections of an arm, as h1=6,h2=1; a version named twice becomes two arms. Unless given, a "
     "batch over HTTP/1.1 has 6 as in browsers, everything else 1"},
    {"blocks", "N", "Blocks to measure, 15 unless given; under 6 there is no verdict"},
    {"line", "SPEC",
     "Put an emulated line in front of the server, as rtt=40ms,down=5mbit,up=1mbit: a delay, "
     "connecting included, and one bucket each way that all connections share. It stands above "
     "TCP: no slow start, no loss; window=iw10 adds a modelled slow start"},
    {"seed", "S", "Repeat the order of trials of a run with this seed"},
    {"json", "", "Print one object {plan, arms, differences, responses, verdict, warnings}"},
    {"markdown", "", "Print the report as Markdown"},
    {"csv", "", "Print every request of every trial as a line of comma-separated values"},
    {"save", "FILE",
     "Write plan, seed, environment and every trial into this file; credentials "
     "are masked"},
    {"open", "FILE", "Read a run that was saved and report on it; nothing is sent"},
    {"html", "FILE", "Write the report with its plots into this file"},
    {"fail-if", "CONDITION",
     "End with 1 if a version is slower:5% (shown to be so, and by that much), or if the answers "
     "are different; may be given again"},
    {"yes", "", "Repeat a request although its method is not idempotent, such as POST"},
};

http::Error usage(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::ConflictingOptions,
            .sentence = sentence + QStringLiteral(" See sonde help compare.")};
}

QString shown(const QByteArray &word)
{
    return QString::fromUtf8(word.left(80));
}

Result<int> number(const VerbWords &words, QByteArrayView name, int otherwise)
{
    const auto word = words.value(name);
    if (!word)
        return otherwise;
    bool ok = false;
    const int value = word->toInt(&ok);
    if (!ok)
        return std::unexpected(usage(QStringLiteral("--%1 takes a number; “%2” is none.")
                                         .arg(QLatin1String(name), shown(*word))));
    return value;
}

Result<quint64> seedOf(const VerbWords &words)
{
    const auto word = words.value("seed");
    if (!word)
        return QRandomGenerator::system()->generate64();
    bool ok = false;
    const quint64 seed = word->toULongLong(&ok);
    if (!ok)
        return std::unexpected(usage(
            QStringLiteral("--seed takes a number from 0 on; “%1” is none.").arg(shown(*word))));
    return seed;
}

Result<std::vector<VersionPolicy>> versionsOf(const VerbWords &words, const http::Origin &origin)
{
    const QByteArray list =
        words.value("versions")
            .value_or(origin.isTls() ? QByteArray("1.1,2") : QByteArray("1.1,h2c"));
    static const std::map<QByteArray, VersionPolicy> known = {{"1.0", VersionPolicy::Http10},
                                                              {"1.1", VersionPolicy::Http11},
                                                              {"2", VersionPolicy::Http2},
                                                              {"h2", VersionPolicy::Http2},
                                                              {"h2c", VersionPolicy::H2c}};
    std::vector<VersionPolicy> versions;
    for (const QByteArray &word : list.split(',')) {
        const auto version = known.find(word.trimmed().toLower());
        if (version == known.end())
            return std::unexpected(
                usage(QStringLiteral("--versions knows 1.0, 1.1, 2 and h2c; “%1” is none of them.")
                          .arg(shown(word))));
        versions.push_back(version->second);
    }
    return versions;
}

Result<lab::Start> startOf(const VerbWords &words)
{
    const int given = int(words.has("cold")) + int(words.has("warm")) + int(words.has("resumed"));
    if (given > 1)
        return std::unexpected(
            usage(QStringLiteral("Only one of --cold, --resumed and --warm can be chosen.")));
    return words.has("cold")      ? lab::Start::Cold
           : words.has("resumed") ? lab::Start::Resumed
                                  : lab::Start::Warm;
}

// h1 → {1, 6}, h2 → {1}.
using Connections = std::multimap<QByteArray, int>;

Result<Connections> connectionsOf(const VerbWords &words)
{
    Connections connections;
    for (const QByteArray &list : words.values("connections")) {
        for (const QByteArray &entry : list.split(',')) {
            const qsizetype equals = entry.indexOf('=');
            const QByteArray version = entry.left(equals).trimmed();
            bool ok = false;
            const int count = entry.mid(equals + 1).toInt(&ok);
            if (equals < 0 || !ok || (version != "h1" && version != "h2"))
                return std::unexpected(
                    usage(QStringLiteral("--connections takes h1=6,h2=1; “%1” cannot be read.")
                              .arg(shown(entry))));
            connections.emplace(version, count);
        }
    }
    return connections;
}

std::vector<lab::Arm> armsOf(const std::vector<VersionPolicy> &versions, lab::Start start,
                             const Connections &connections, size_t items)
{
    std::vector<lab::Arm> arms;
    for (const VersionPolicy version : versions) {
        const bool one = version == VersionPolicy::Http11 || version == VersionPolicy::Http10;
        const auto [first, last] = connections.equal_range(one ? "h1" : "h2");
        for (auto it = first; it != last; ++it)
            arms.push_back({.version = version, .start = start, .connections = it->second});
        // Six is Firefox's documented default, and Chrome's.
        if (first == last)
            arms.push_back(
                {.version = version, .start = start, .connections = one && items > 1 ? 6 : 1});
    }
    return arms;
}

Result<std::vector<FailIf>> failIfOf(const VerbWords &words)
{
    std::vector<FailIf> conditions;
    for (const QByteArray &word : words.values("fail-if")) {
        if (word == "different") {
            conditions.push_back({.what = FailIf::What::Different});
            continue;
        }
        bool ok = false;
        const double share = word.startsWith("slower:") && word.endsWith('%')
                                 ? word.sliced(7).chopped(1).toDouble(&ok)
                                 : 0;
        if (!ok || !(share >= 0 && share <= 10'000))
            return std::unexpected(
                usage(QStringLiteral("--fail-if takes slower:5% or different; “%1” is neither.")
                          .arg(shown(word))));
        conditions.push_back({.what = FailIf::What::Slower, .share = share / 100});
    }
    return conditions;
}

// Words of our own options first, the others as they came.
struct Split {
    std::vector<QByteArray> own;
    std::vector<QByteArray> request;
};

Split split(std::span<const QByteArray> words)
{
    Split split;
    for (size_t i = 0; i < words.size(); ++i) {
        const QByteArray &word = words[i];
        const qsizetype equals = word.indexOf('=');
        const QByteArray name =
            word.startsWith("--") ? word.sliced(2).split('=').front() : QByteArray();
        const auto option = std::ranges::find(options, QByteArrayView(name), &VerbOption::name);
        const bool help = word == "--help" || word == "-h";
        if (option == std::end(options) && !help) {
            split.request.push_back(word);
            continue;
        }
        split.own.push_back(word);
        if (!help && !option->value.isEmpty() && equals < 0 && i + 1 < words.size())
            split.own.push_back(words[++i]);
    }
    return split;
}

Result<void> readPlan(const VerbWords &words, lab::Experiment::Setup &setup)
{
    const http::Origin origin = setup.requests.front().target.origin;
    const auto versions = versionsOf(words, origin);
    if (!versions)
        return std::unexpected(versions.error());
    const auto start = startOf(words);
    if (!start)
        return std::unexpected(start.error());
    const auto connections = connectionsOf(words);
    if (!connections)
        return std::unexpected(connections.error());
    const auto batch = number(words, "batch", 1);
    if (!batch)
        return std::unexpected(batch.error());
    const auto blocks = number(words, "blocks", 15);
    if (!blocks)
        return std::unexpected(blocks.error());
    const auto seed = seedOf(words);
    if (!seed)
        return std::unexpected(seed.error());
    const size_t items = setup.requests.size() * size_t(std::max(*batch, 1));
    setup.plan.arms = armsOf(*versions, *start, *connections, items);
    setup.plan.batch = *batch;
    setup.plan.blocks = *blocks;
    setup.plan.seed = *seed;
    if (const auto line = words.value("line")) {
        const auto spec = net::lineFrom(*line);
        if (!spec)
            return std::unexpected(spec.error());
        setup.plan.line = *spec;
    }
    return lab::checkPlan(setup.plan, origin, setup.requests.size());
}

Result<CompareChoice> choiceOf(const VerbWords &words)
{
    CompareChoice choice{.name = words.value("name"),
                         .environment =
                             QString::fromUtf8(words.value("env").value_or(QByteArray())),
                         .variables = {}};
    for (const QByteArray &word : words.values("var")) {
        const qsizetype equals = word.indexOf('=');
        if (equals <= 0)
            return std::unexpected(usage(
                QStringLiteral("--var takes NAME=VALUE; “%1” is no such thing.").arg(shown(word))));
        choice.variables.insert(QString::fromUtf8(word.first(equals)),
                                QString::fromUtf8(word.sliced(equals + 1)));
    }
    return choice;
}

QString fileOf(const VerbWords &words, QByteArrayView name)
{
    return QFile::decodeName(words.value(name).value_or(QByteArray()));
}

} // namespace

const VerbSyntax &compareSyntax()
{
    static constexpr VerbSyntax syntax{
        .name = "compare",
        .arguments = "URL…|FILE.http|FOLDER|FILE.har|FILE.txt",
        .help =
            "Sends a request again and again over several HTTP versions in random, balanced order "
            "and says which is sooner, by how much and how sure that is, and what they answer "
            "differently. The options of send that shape a request, such as -H, -d and --cacert, "
            "hold here as well; several URLs of one origin are one batch, and so are the "
            "requests of a folder, of a recorded page load (HAR), or of a list with a URL a line. "
            "Times run from the start of a batch to its last octet, so that waiting for a free "
            "connection counts. h2load's “time for request” begins with the first octet that is "
            "sent: of HTTP/1.1 it leaves that wait out, of HTTP/2, which sends everything at once, "
            "it does not, and its means must not be set side by side. What it calls “finished in” "
            "is the time that is meant here.",
        .options = options,
        .least = 0,
        .most = 0,
    };
    return syntax;
}

bool holds(const FailIf &condition, const lab::Result &result)
{
    if (condition.what == FailIf::What::Different)
        return result.count(lab::Nature::ProtocolDependent) > 0;
    return std::ranges::any_of(result.comparisons, [&](const lab::Comparison &comparison) {
        return comparison.outcome == lab::Outcome::Different &&
               comparison.ratio.median >= 1 + condition.share;
    });
}

Result<CompareWords> readCompareWords(std::span<const QByteArray> words)
{
    const Split parts = split(words);
    const auto own = VerbWords::read(parts.own, compareSyntax());
    if (!own)
        return std::unexpected(own.error());
    CompareWords result{.help = own->wantsHelp(),
                        .json = own->has("json"),
                        .markdown = own->has("markdown"),
                        .csv = own->has("csv"),
                        .htmlFile = fileOf(*own, "html"),
                        .saveFile = fileOf(*own, "save"),
                        .openFile = fileOf(*own, "open")};
    if (result.help)
        return result;
    if (int(result.json) + int(result.markdown) + int(result.csv) > 1)
        return std::unexpected(
            usage(QStringLiteral("Choose one of --json, --markdown and --csv.")));
    auto failIf = failIfOf(*own);
    if (!failIf)
        return std::unexpected(failIf.error());
    result.failIf = *std::move(failIf);
    if (!result.openFile.isEmpty()) {
        if (!parts.request.empty() || !result.saveFile.isEmpty())
            return std::unexpected(usage(QStringLiteral(
                "--open reports on a run that was saved; it takes no URL and saves nothing.")));
        return result;
    }
    const auto choice = choiceOf(*own);
    if (!choice)
        return std::unexpected(choice.error());
    auto request = readCompareRequest(parts.request, *choice);
    if (!request)
        return std::unexpected(request.error());
    result.setup.requests = std::move(request->requests);
    result.setup.options = std::move(request->options);
    result.notes = std::move(request->notes);
    if (lab::needsConsent(result.setup.requests) && !own->has("yes"))
        return std::unexpected(usage(QStringLiteral(
            "Measuring repeats the request, and its method is not idempotent: each repeat may "
            "change something on the server. Say --yes if that is wanted.")));
    if (const auto planned = readPlan(*own, result.setup); !planned)
        return std::unexpected(planned.error());
    return result;
}

} // namespace sonde::cli

#include "cli/run_command.h"

#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/help_text.h"
#include "cli/interrupt.h"
#include "cli/run_report.h"
#include "cli/terminal_secrets.h"
#include "history/archive.h"
#include "lab/run_keeping.h"
#include "net/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QFile>

namespace sonde::cli
{
namespace
{

using http::Result;

constexpr VerbOption options[] = {
    {"name", "NAME", "Send the requests of this name or title alone; may be given again"},
    {"env", "NAME", "Take variables from this environment of the http-client.env.json files"},
    {"var", "NAME=VALUE", "Set a variable; it beats files, environments and captures"},
    {"env-file", "FILE",
     "Take variables from this file too: JSON of the same form, or NAME=value "
     "lines"},
    {"parallel", "N",
     "Send up to N requests at once, 1 to 64. One that captures, or whose response another refers "
     "to, is over before any later one starts"},
    {"bail", "", "Stop after the first failure"},
    {"timeout", "SECONDS", "Give up a request that sets no limit of its own after this time"},
    {"insecure", "", "Do not verify certificates"},
    {"cacert", "FILE", "Trust the certificates of this PEM file instead of the system's"},
    {"history", "",
     "Keep every call of the run in the history, which sonde history and the window show and "
     "from:run finds; credentials are overwritten in it. Without this option nothing that the "
     "terminal sends is kept"},
    {"quiet", "", "Print failures and the summary alone"},
    {"json", "", "Print the results as one JSON object"},
};

std::unexpected<http::Error> usage(const QString &sentence)
{
    return std::unexpected(http::Error{.layer = http::Layer::Request,
                                       .code = http::Code::ConflictingOptions,
                                       .sentence = sentence});
}

Result<lab::RunOptions> optionsOf(const VerbWords &words)
{
    lab::RunOptions result;
    if (const auto parallel = words.value("parallel")) {
        bool ok = false;
        result.parallel = parallel->toInt(&ok);
        if (!ok || result.parallel < 1 || result.parallel > 64)
            return usage(QStringLiteral("--parallel takes a number from 1 to 64."));
    }
    if (const auto timeout = words.value("timeout")) {
        bool ok = false;
        const double seconds = timeout->toDouble(&ok);
        if (!ok || !(seconds > 0) || seconds > 86'400)
            return usage(QStringLiteral("--timeout takes seconds, more than 0 and at most a day."));
        result.timeout = std::chrono::milliseconds(std::max<qint64>(1, qint64(seconds * 1000)));
    }
    if (words.has("bail"))
        result.onFailure = lab::RunOptions::OnFailure::Stop;
    if (words.has("insecure"))
        result.certificates = lab::RunOptions::Certificates::NotVerified;
    result.caFile = QFile::decodeName(words.value("cacert").value_or(QByteArray()));
    return result;
}

int carryOut(lab::RunPlan plan, lab::RunOptions options, const VerbWords &words)
{
    const Colour colour = colourFor(1);
    const bool json = words.has("json");
    const bool quiet = words.has("quiet");
    // What is kept may hold up this thread, and must not hold up what is measured.
    const bool keeps = words.has("history");
    history::Archive archive(history::defaultFolder());
    if (keeps) {
        archive.setLimits(keptLimits());
        options.sent = [follow = archive.follower()](const std::shared_ptr<client::Call> &call,
                                                     const lab::PlannedRequest &request) {
            follow(call, lab::sentOf(request));
        };
    }
    client::Engine engine(keeps ? client::Engine::Where::OwnThread
                                : client::Engine::Where::CallersThread);
    lab::CollectionRun run(engine, std::move(plan), std::move(options));
    const Interrupt interrupt([&] { run.stop(); });
    QObject::connect(&run, &lab::CollectionRun::requestFinished, &run, [&](size_t index) {
        const lab::RunResult &result = run.results()[index];
        if (!json && !(quiet && result.outcome == lab::RunResult::Outcome::Passed))
            printText(runLines(run.requests()[index], result, colour));
    });
    QObject::connect(&run, &lab::CollectionRun::finished, QCoreApplication::instance(),
                     &QCoreApplication::quit, Qt::QueuedConnection);
    const auto started = std::chrono::steady_clock::now();
    run.start();
    QCoreApplication::exec();
    const auto took = std::chrono::steady_clock::now() - started;
    printText(json ? runJson(run, took) : runSummary(run, took, colour));
    engine.shutdown();
    const auto kept = archive.finishWriting();
    if (!kept)
        printError(errorText(kept.error(), colourFor(2)));
    if (const int signal = Interrupt::signal(); signal != 0)
        return 128 + signal;
    if (run.counts().failed > 0)
        return exit_code::checkFailed;
    return kept ? exit_code::success : exitCode(kept.error());
}

} // namespace

Result<lab::RunChoice> runChoice(const VerbWords &words)
{
    lab::RunChoice choice{
        .path = QFile::decodeName(words.plain().front()),
        .environment = QString::fromUtf8(words.value("env").value_or(QByteArray())),
        .environmentFile = QFile::decodeName(words.value("env-file").value_or(QByteArray()))};
    for (const QByteArray &name : words.values("name"))
        choice.names.append(QString::fromUtf8(name));
    for (const QByteArray &variable : words.values("var")) {
        const qsizetype equals = variable.indexOf('=');
        if (equals <= 0)
            return usage(QStringLiteral("--var wants NAME=VALUE; “%1” is none.")
                             .arg(QString::fromUtf8(variable.left(80))));
        choice.variables.insert(QString::fromUtf8(variable.first(equals)),
                                QString::fromUtf8(variable.sliced(equals + 1)));
    }
    return choice;
}

const VerbSyntax &runSyntax()
{
    static constexpr VerbSyntax syntax{
        .name = "run",
        .arguments = "FILE|FOLDER",
        .help =
            "Sends the requests of .http files in the order they stand. `# [capture] token = "
            "body.$.token` above a request keeps a value of its response for later ones; "
            "`{{login.response.body.$.token}}` takes one from the response of the request named "
            "login. `# [assert] status == 200` checks it: status, time, size, version, "
            "header.NAME, body or body.$.path, then == != < <= > >= contains matches startsWith "
            "endsWith is exists, or !contains !matches !exists. A secret of an environment is "
            "taken from the keychain or the encrypted file that the window keeps it in. Ends with "
            "1 if a request or an assertion fails.",
        .options = options,
    };
    return syntax;
}

int runCommand(std::span<const QByteArray> words)
{
    const auto read = VerbWords::read(words, runSyntax());
    if (!read)
        return refuseWith(read.error());
    if (read->wantsHelp()) {
        printText(verbHelp(runSyntax()));
        return exit_code::success;
    }
    auto choice = runChoice(*read);
    if (!choice)
        return refuseWith(choice.error());
    choice->secrets = std::make_shared<TerminalSecrets>();
    auto options = optionsOf(*read);
    if (!options)
        return refuseWith(options.error());
    int argc = 1;
    char name[] = "sonde";
    char *argv[] = {name, nullptr};
    net::EpollDispatcher::install();
    QCoreApplication application(argc, argv);
    auto plan = lab::planRun(*choice);
    if (!plan)
        return refuseWith(plan.error());
    if (read->has("history")) {
        if (const auto store = history::Store::open(history::defaultFolder()); !store)
            return refuseWith(store.error());
    }
    return carryOut(std::move(*plan), std::move(*options), *read);
}

} // namespace sonde::cli

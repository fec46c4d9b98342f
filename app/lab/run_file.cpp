#include "lab/run_file.h"

#include "lab/run_values.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace sonde::lab
{
namespace
{

constexpr int format = 1;
constexpr qint64 fileLimit = 512LL << 20; // octets; JSON of this is held in memory
constexpr qsizetype requestLimit = 1000;

http::Error unreadable(const QString &sentence)
{
    return {.layer = http::Layer::File, .code = http::Code::FileUnreadable, .sentence = sentence};
}

QJsonArray trialsValue(const std::vector<std::shared_ptr<const Trial>> &trials,
                       interop::Redaction &mask)
{
    QJsonArray array;
    for (const auto &trial : trials)
        array.append(trialValue(*trial, mask));
    return array;
}

http::Result<std::vector<std::shared_ptr<const Trial>>> trialsFrom(const QJsonArray &array,
                                                                   const Experiment::Setup &setup)
{
    std::vector<std::shared_ptr<const Trial>> trials;
    if (array.size() > limit::trials)
        return std::unexpected(unreadable(
            QStringLiteral("The saved run holds more than %1 trials.").arg(limit::trials)));
    for (const QJsonValue &value : array) {
        auto trial = trialFrom(value.toObject(), setup.plan, setup.requests.size());
        if (!trial)
            return std::unexpected(
                unreadable(QStringLiteral("Trial %1 of the saved run does not belong to its plan, "
                                          "or a number of it makes no sense.")
                               .arg(trials.size() + 1)));
        trials.push_back(std::make_shared<const Trial>(*std::move(trial)));
    }
    return trials;
}

http::Result<Experiment::Setup> setupFrom(const QJsonObject &root)
{
    Experiment::Setup setup;
    const QJsonArray requests = root[u"requests"].toArray();
    for (const QJsonValue &value : requests) {
        auto request = requestFrom(value.toObject());
        if (!request || requests.size() > requestLimit)
            return std::unexpected(
                unreadable(QStringLiteral("A request of the saved run cannot be read.")));
        setup.requests.push_back(*std::move(request));
    }
    auto plan = planFrom(root[u"plan"].toObject());
    if (!plan || setup.requests.empty())
        return std::unexpected(unreadable(
            QStringLiteral("The saved run has no plan that can be read, or no request.")));
    setup.plan = *std::move(plan);
    if (auto sound =
            checkPlan(setup.plan, setup.requests.front().target.origin, setup.requests.size());
        !sound)
        return std::unexpected(unreadable(
            QStringLiteral("The plan of the saved run is none: %1").arg(sound.error().sentence)));
    setup.options = optionsFrom(root[u"options"].toObject());
    return setup;
}

} // namespace

QByteArray runText(const Run &run)
{
    interop::Redaction mask;
    QJsonArray requests;
    for (const http::Request &request : run.setup.requests)
        requests.append(requestValue(request, mask));
    QJsonArray environment;
    for (const auto &[key, value] : run.environment)
        environment.append(QJsonArray{QString::fromLatin1(key), value});
    QJsonObject root{{"sondeComparison", format},
                     {"plan", planValue(run.setup.plan)},
                     {"requests", requests},
                     {"options", optionsValue(run.setup.options)},
                     {"environment", environment},
                     {"taken", run.taken.toString(Qt::ISODateWithMs)},
                     {"planned", double(run.state.planned)},
                     {"measuredForMs", double(run.state.measuredFor.count()) / 1e6},
                     {"stopped", run.state.stopped},
                     {"looks", trialsValue(run.state.looks, mask)},
                     {"trials", trialsValue(run.state.trials, mask)}};
    QJsonArray redacted = QJsonArray::fromStringList(run.redacted);
    for (const QByteArray &name : mask.taken())
        redacted.append(QString::fromLatin1(name));
    root[u"redacted"] = redacted;
    if (run.state.error)
        root[u"error"] = errorValue(*run.state.error);
    return QJsonDocument(root).toJson();
}

http::Result<Run> readRun(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(text, &problem).object();
    if (problem.error != QJsonParseError::NoError || root[u"sondeComparison"].toInt() == 0)
        return std::unexpected(unreadable(QStringLiteral(
            "This is no saved comparison: it lacks the mark that Sonde writes into one.")));
    if (root[u"sondeComparison"].toInt() > format)
        return std::unexpected(unreadable(QStringLiteral(
            "The comparison was saved by a newer Sonde, in a form that this one does not know.")));
    auto setup = setupFrom(root);
    if (!setup)
        return std::unexpected(setup.error());
    auto looks = trialsFrom(root[u"looks"].toArray(), *setup);
    if (!looks)
        return std::unexpected(looks.error());
    auto trials = trialsFrom(root[u"trials"].toArray(), *setup);
    if (!trials)
        return std::unexpected(trials.error());
    Run run{.setup = *std::move(setup)};
    run.state.stage = Experiment::Stage::Over;
    run.state.planned = schedule(run.setup.plan).size();
    run.state.looks = *std::move(looks);
    run.state.trials = *std::move(trials);
    run.state.stopped = root[u"stopped"].toBool();
    const double ms = std::clamp(root[u"measuredForMs"].toDouble(), 0.0, 1e12);
    run.state.measuredFor = std::chrono::nanoseconds(qint64(ms * 1e6));
    if (root[u"error"].isObject())
        run.state.error = errorFrom(root[u"error"].toObject());
    for (const QJsonValue &one : root[u"redacted"].toArray())
        run.redacted.append(one.toString());
    run.taken = QDateTime::fromString(root[u"taken"].toString(), Qt::ISODateWithMs);
    for (const QJsonValue &pair : root[u"environment"].toArray())
        run.environment.emplace_back(pair[0].toString().toLatin1(), pair[1].toString());
    return run;
}

http::Result<void> saveRun(const Run &run, const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = runText(run);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return std::unexpected(
        http::Error{.layer = http::Layer::File,
                    .code = http::Code::FileUnwritable,
                    .sentence = QStringLiteral("The run could not be written to “%1”.").arg(path),
                    .detail = file.errorString()});
}

http::Result<Run> loadRun(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        auto error = unreadable(QStringLiteral("“%1” could not be read.").arg(path));
        error.code = file.exists() ? http::Code::FileUnreadable : http::Code::FileMissing;
        error.detail = file.errorString();
        return std::unexpected(std::move(error));
    }
    if (file.size() > fileLimit)
        return std::unexpected(
            unreadable(QStringLiteral("“%1” is larger than any run that Sonde saves.").arg(path)));
    auto run = readRun(file.readAll());
    if (!run)
        run.error().detail = path;
    return run;
}

} // namespace sonde::lab

#include "lab/run_plan.h"

#include "body/read_at_most.h"
#include "collection/environments.h"
#include "collection/inheritance.h"
#include "collection/library.h"
#include "collection/secrets.h"
#include "collection/variables.h"
#include "lab/capture_store.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace sonde::lab
{
namespace
{

using collection::Environments;
using collection::Variables;
using http::Code;
using http::Result;

constexpr qint64 dotenvLimit = 1 << 20; // octets

std::unexpected<http::Error> refuse(Code code, const QString &sentence)
{
    return std::unexpected(
        http::Error{.layer = http::Layer::File, .code = code, .sentence = sentence});
}

void gather(const collection::Entry &entry, QStringList &files)
{
    if (entry.kind == collection::Entry::Kind::File)
        files.append(entry.path);
    for (const collection::Entry &child : entry.children) {
        if (child.kind != collection::Entry::Kind::Request)
            gather(child, files);
    }
}

// NAME=value, a line each, quotes round the value taken away, as .env files are written.
Result<Variables> readDotenv(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(Code::FileUnreadable,
                      QStringLiteral("The environment file “%1” cannot be read.").arg(path));
    const QByteArray octets = body::readAtMost(file, dotenvLimit + 1);
    if (octets.size() > dotenvLimit)
        return refuse(Code::LimitExceeded,
                      QStringLiteral("The environment file “%1” is larger than 1 MiB.").arg(path));
    Variables variables;
    for (int number = 0; const QByteArray &line : octets.split('\n')) {
        ++number;
        QString text = QString::fromUtf8(line).trimmed();
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        if (text.startsWith(u"export "))
            text = text.sliced(7).trimmed();
        const qsizetype equals = text.indexOf(u'=');
        if (equals <= 0)
            return refuse(
                Code::FileUnreadable,
                QStringLiteral("Line %1 of “%2” is not NAME=value.").arg(number).arg(path));
        QString value = text.sliced(equals + 1).trimmed();
        const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                            (value.front() == u'"' || value.front() == u'\'');
        variables.insert(text.first(equals).trimmed(),
                         quoted ? value.sliced(1, value.size() - 2) : value);
    }
    return variables;
}

class Planner
{
public:
    Planner(const RunChoice &choice, std::stop_token stop)
        : m_choice(choice)
        , m_stop(std::move(stop))
    {
    }

    Result<RunPlan> run()
    {
        auto done = findFiles();
        if (done)
            done = readEnvironmentFile();
        for (const QString &path : std::as_const(m_files)) {
            if (done)
                done = addFile(path);
        }
        if (!done)
            return std::unexpected(done.error());
        if (!m_choice.environment.isEmpty() && !m_environmentSeen)
            return refuse(
                Code::UnresolvedVariable,
                QStringLiteral("There is no environment “%1”; there are: %2.")
                    .arg(
                        m_choice.environment,
                        m_environmentNames.isEmpty()
                            ? QStringLiteral("none")
                            : QStringList(m_environmentNames.values()).join(QStringLiteral(", "))));
        for (const QString &name : m_choice.names) {
            if (!m_namesFound.contains(name))
                return refuse(Code::FileMissing,
                              QStringLiteral("No request in “%1” has the name “%2”.")
                                  .arg(m_choice.path, name));
        }
        if (m_plan.requests.empty())
            return refuse(Code::FileMissing,
                          QStringLiteral("“%1” holds no requests.").arg(m_choice.path));
        m_plan.fixed = m_choice.variables;
        return std::move(m_plan);
    }

private:
    Result<void> findFiles();
    Result<void> readEnvironmentFile();
    Result<void> addFile(const QString &path);
    struct FolderEnvironment {
        Variables variables;
        QStringList secrets;
        collection::Definitions names;
    };
    Result<FolderEnvironment> environmentOf(const QString &folder);
    void choose(const Environments &environments);
    void addRequests(const std::shared_ptr<const RunFile> &file);
    Result<void> unlock(RunFile &file, collection::Definitions names);
    [[nodiscard]] bool isChosen(const collection::HttpRequest &request);

    const RunChoice &m_choice;
    std::stop_token m_stop;
    QString m_topFolder;
    QStringList m_files;
    Variables m_fromFile; // --env-file
    QMap<QString, FolderEnvironment> m_byFolder;
    bool m_environmentSeen = false;
    QSet<QString> m_environmentNames;
    QSet<QString> m_namesFound;
    RunPlan m_plan;
};

Result<void> Planner::findFiles()
{
    const QFileInfo info(m_choice.path);
    if (!info.exists())
        return refuse(Code::FileMissing,
                      QStringLiteral("“%1” does not exist; name a .http file or a folder of them.")
                          .arg(m_choice.path));
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    m_topFolder =
        collection::topmostFolder(m_choice.topFolder.isEmpty() ? folder : m_choice.topFolder);
    if (!info.isDir()) {
        m_files = {m_choice.path};
        return {};
    }
    const auto library = collection::scan(m_choice.path, {}, m_stop);
    if (!library)
        return std::unexpected(library.error());
    if (!library->isComplete)
        return refuse(Code::LimitExceeded,
                      QStringLiteral("“%1” holds more than 100,000 requests or files; run a folder "
                                     "inside it.")
                          .arg(m_choice.path));
    gather(library->root, m_files);
    return {};
}

Result<void> Planner::readEnvironmentFile()
{
    const QString &path = m_choice.environmentFile;
    if (path.isEmpty())
        return {};
    if (!path.endsWith(u".json")) {
        auto read = readDotenv(path);
        if (!read)
            return std::unexpected(read.error());
        m_fromFile = std::move(*read);
        return {};
    }
    const auto environments = Environments::loadFile(path);
    if (!environments)
        return std::unexpected(environments.error());
    choose(*environments);
    m_fromFile = environments->variables(m_choice.environment);
    return {};
}

void Planner::choose(const Environments &environments)
{
    m_environmentSeen = m_environmentSeen || environments.contains(m_choice.environment);
    for (const QString &name : environments.names())
        m_environmentNames.insert(name);
}

Result<Planner::FolderEnvironment> Planner::environmentOf(const QString &folder)
{
    if (const auto known = m_byFolder.constFind(folder); known != m_byFolder.cend())
        return *known;
    const auto environments = Environments::loadBetween(m_topFolder, folder);
    if (!environments)
        return std::unexpected(environments.error());
    choose(*environments);
    return *m_byFolder.insert(folder, {.variables = environments->variables(m_choice.environment),
                                       .secrets = environments->secretValues(m_choice.environment),
                                       .names = environments->definitions(m_choice.environment)});
}

Result<void> Planner::addFile(const QString &path)
{
    auto parsed = collection::HttpFile::load(path);
    if (!parsed)
        return std::unexpected(parsed.error());
    const auto environment = environmentOf(QFileInfo(path).absolutePath());
    if (!environment)
        return std::unexpected(environment.error());
    auto file = std::make_shared<RunFile>();
    file->secrets = environment->secrets;
    file->path = path;
    file->requests = parsed->requests();
    const auto inherited = collection::readInheritance(path);
    for (collection::HttpRequest &request : file->requests)
        request.document = collection::withInherited(std::move(request.document), inherited);
    file->variables = collection::merged(collection::merged(environment->variables, m_fromFile),
                                         parsed->variables());
    file->variables = collection::merged(file->variables, m_choice.variables);
    for (const collection::HttpRequest &request : file->requests) {
        if (!request.name.isEmpty())
            file->requestNames.append(request.name);
    }
    if (auto done = unlock(*file, environment->names); !done)
        return done;
    addRequests(file);
    return {};
}

// Only what a chosen request uses is asked for, and nothing that was said elsewhere.
Result<void> Planner::unlock(RunFile &file, collection::Definitions names)
{
    QStringList used;
    for (const collection::HttpRequest &request : file.requests) {
        if (isChosen(request))
            used += namesUsed(request.document, file.variables);
    }
    used.removeIf([&](const QString &name) { return file.variables.contains(name); });
    const QStringList wanted = collection::lockedSecrets(names, used);
    if (wanted.isEmpty())
        return {};
    if (m_choice.secrets) {
        const auto values = m_choice.secrets->read(wanted);
        if (!values)
            return refuse(Code::UnresolvedVariable, values.error().sentence);
        collection::unlockSecrets(names, *values);
    }
    for (const QString &name : std::as_const(used)) {
        const auto found = names.constFind(name);
        if (found == names.cend() || found->front().secretName.isEmpty() ||
            found->front().isLocked())
            continue;
        file.secretVariables.insert(name, found->front().value);
        file.secrets.append(found->front().value);
    }
    file.missing = collection::missingSecrets(
        names, used, m_choice.secrets ? m_choice.secrets->note() : QString());
    return {};
}

bool Planner::isChosen(const collection::HttpRequest &request)
{
    if (m_choice.names.isEmpty())
        return true;
    bool chosen = false;
    for (const QString &name : {request.name, request.document.title}) {
        if (!name.isEmpty() && m_choice.names.contains(name)) {
            m_namesFound.insert(name);
            chosen = true;
        }
    }
    return chosen;
}

void Planner::addRequests(const std::shared_ptr<const RunFile> &file)
{
    QSet<QString> needed; // names of requests that others refer to
    const QSet<QString> names(file->requestNames.begin(), file->requestNames.end());
    for (const collection::HttpRequest &request : file->requests) {
        if (names.isEmpty())
            break;
        for (const QString &name : namesUsed(request.document, file->variables)) {
            if (names.contains(name.section(u'.', 0, 0)))
                needed.insert(name.section(u'.', 0, 0));
        }
    }
    for (size_t i = 0; i < file->requests.size(); ++i) {
        const collection::HttpRequest &request = file->requests[i];
        if (!isChosen(request))
            continue;
        const bool captures =
            std::ranges::any_of(request.annotations, [](const collection::Annotation &annotation) {
                return annotation.key == u"capture";
            });
        m_plan.requests.push_back(
            {.file = file, .index = i, .goesFirst = captures || needed.contains(request.name)});
    }
}

} // namespace

Result<RunPlan> planRun(const RunChoice &choice, std::stop_token stop)
{
    return Planner(choice, std::move(stop)).run();
}

} // namespace sonde::lab

#include "ui/shell/variable_desk.h"

#include "collection/secrets.h"
#include "ui/shell/backend.h"
#include "ui/shell/collection_desk.h"
#include "ui/shell/file_watch.h"
#include "ui/widgets/worker.h"

#include <QFileInfo>
#include <QPointer>
#include <QSettings>

#include <mutex>

namespace sonde::ui
{

using collection::RequestDocument;
using collection::Scope;

namespace
{

const QString chosenKey = QStringLiteral("environments/chosen");
const QString lockedKey = QStringLiteral("environments/locked");
const QString coloursKey = QStringLiteral("environments/colours");

bool needsDisk(const Draft &draft, const collection::Variables &program)
{
    const auto mode = draft.document.body.mode;
    if (!draft.file.isEmpty() || mode == collection::BodyMode::File ||
        mode == collection::BodyMode::Multipart)
        return true;
    return std::ranges::any_of(lab::namesUsed(draft.document, program), [&](const QString &name) {
        return !name.startsWith(u'$') && !program.contains(name);
    });
}

collection::SecretVault::Options vaultOptions(const Places &places)
{
    auto options = collection::SecretVault::optionsOfThisUser();
    options.file = places.secretFile;
    return options;
}

// As it stands in the file now; nothing if something else stands there.
std::optional<collection::HttpRequest> requestOf(const collection::HttpFile &file,
                                                 const Draft &draft)
{
    if (draft.index < 0 || draft.index >= int(file.requests().size()))
        return std::nullopt;
    const collection::HttpRequest &request = file.requests()[size_t(draft.index)];
    const RequestDocument &there = request.document;
    if (there.title != draft.saved.title || there.method != draft.saved.method ||
        there.url != draft.saved.url)
        return std::nullopt;
    return request;
}

} // namespace

struct VariableDesk::Captures {
    std::mutex mutex; // one worker at a time, but an asker may outlive the desk
    lab::CaptureStore store;

    [[nodiscard]] collection::Variables all()
    {
        const std::scoped_lock lock(mutex);
        return store.captured();
    }
};

VariableDesk::VariableDesk(Backend *backend, const CollectionDesk *collections, Places places,
                           QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_collections(collections)
    , m_places(std::move(places))
    , m_watch(new FileWatch(this))
    , m_captures(std::make_shared<Captures>())
    , m_secrets(std::make_shared<collection::SecretVault>(vaultOptions(m_places)))
{
    m_worker.setMaxThreadCount(1);
    const QSettings settings(m_places.configFile, QSettings::IniFormat);
    m_chosen = settings.value(chosenKey).toMap();
    m_locked = settings.value(lockedKey).toMap();
    m_colours = settings.value(coloursKey).toMap();
    connect(m_watch, &FileWatch::changed, this, &VariableDesk::read);
    connect(backend, &Backend::readied, this, &VariableDesk::read);
}

VariableDesk::~VariableDesk()
{
    m_worker.waitForDone();
}

QString VariableDesk::topFolder(const QString &file) const
{
    const QStringList &folders = m_collections->folders();
    if (file.isEmpty()) // a request that is nowhere yet belongs to what was opened last
        return folders.value(folders.size() - 1);
    QString top;
    for (const QString &folder : folders) {
        if (file.startsWith(folder + u'/') && folder.size() > top.size())
            top = folder;
    }
    return top.isEmpty() ? QFileInfo(file).path() : top;
}

QString VariableDesk::chosen(const QString &file) const
{
    return m_chosen.value(topFolder(file)).toString();
}

void VariableDesk::choose(const QString &file, const QString &environment)
{
    m_secrets->forget(); // another program may have changed them
    m_chosen.insert(topFolder(file), environment);
    QSettings(m_places.configFile, QSettings::IniFormat).setValue(chosenKey, m_chosen);
    read();
}

// Until somebody says otherwise, the name says it.
bool VariableDesk::isLocked(const QString &environment) const
{
    return m_locked
        .value(environment, environment.contains(QLatin1String("prod"), Qt::CaseInsensitive))
        .toBool();
}

void VariableDesk::setLocked(const QString &environment, bool locked)
{
    m_locked.insert(environment, locked);
    QSettings(m_places.configFile, QSettings::IniFormat).setValue(lockedKey, m_locked);
    read();
}

void VariableDesk::setColour(const QString &environment, EnvironmentColour colour)
{
    keepColour(m_colours, environment, colour);
    QSettings(m_places.configFile, QSettings::IniFormat).setValue(coloursKey, m_colours);
    read();
}

collection::ScopeChoice VariableDesk::choiceFor(const QString &file) const
{
    return {.topFolder = topFolder(file),
            .file = file,
            .environment = chosen(file),
            .program = m_backend->variables(file)};
}

void VariableDesk::follow(const QString &file)
{
    m_followed = file;
    read();
}

void VariableDesk::read()
{
    const quint64 number = ++m_reading;
    runOnWorker(
        m_worker, this,
        [choice = choiceFor(m_followed), captures = m_captures, vault = m_secrets] {
            Scope scope = collection::readScope(choice);
            collection::placeSecrets(scope.names,
                                     [&](const QString &name) { return vault->placeOf(name); });
            return collection::withCaptures(std::move(scope), captures->all());
        },
        [this, number, file = m_followed](Scope scope) {
            if (number != m_reading)
                return;
            QStringList watched = scope.files;
            for (const QString &path : scope.files)
                watched.append(QFileInfo(path).path()); // one that is made later is seen there
            watched.removeDuplicates();
            m_watch->watch(watched);
            Q_EMIT scopeRead(file, std::make_shared<const Scope>(std::move(scope)));
        });
}

Prepared VariableDesk::prepareNow(const collection::ScopeChoice &choice, const Draft &typed,
                                  Captures &captures, const Unlocked &unlocked)
{
    Scope scope = collection::readScope(choice);
    collection::unlockSecrets(scope.names, unlocked.values);
    Draft draft = typed;
    draft.document = collection::withInherited(std::move(draft.document), scope.inherited);
    const collection::Variables variables = scope.variables();
    Prepared prepared{.resolved = std::unexpected(http::Error{}),
                      .file = draft.file,
                      .request = {},
                      .checks = {},
                      .secrets = scope.secrets(),
                      .locked = {}};
    QStringList names;
    if (!draft.file.isEmpty()) {
        if (const auto file = collection::HttpFile::load(draft.file)) {
            prepared.request = requestOf(*file, draft);
            for (const collection::HttpRequest &one : file->requests())
                names.append(one.name);
        }
    }
    names.removeAll(QString());
    const auto fail = [&](const http::Error &error) {
        prepared.resolved = std::unexpected(error);
        // What could not be read explains what is missing.
        if (error.code == http::Code::UnresolvedVariable && !scope.problem.isEmpty())
            prepared.resolved.error().sentence += u' ' + scope.problem;
        return prepared;
    };
    auto literals = [&] {
        const std::scoped_lock lock(captures.mutex);
        return captures.store.literals(draft.file, draft.document, variables, names);
    }();
    if (!literals)
        return fail(literals.error());
    QStringList used = lab::namesUsed(draft.document, variables);
    used.removeIf([&](const QString &name) { return literals->contains(name); });
    if (!unlocked.asked) {
        prepared.locked = collection::lockedSecrets(scope.names, used);
        if (!prepared.locked.isEmpty())
            return prepared;
    }
    for (const QString &name : std::as_const(used)) {
        const collection::Definition *found = scope.find(name);
        if (found && !found->secretName.isEmpty() && !found->isLocked())
            literals->insert(name, found->value); // taken as it is
    }
    for (const QString &name : std::as_const(used)) {
        const QString why = collection::notYetCaptured(name, scope.capturers, variables);
        if (!why.isEmpty())
            return fail({.layer = http::Layer::Request,
                         .code = http::Code::UnresolvedVariable,
                         .sentence = why});
    }
    const auto missing = collection::missingSecrets(scope.names, used, unlocked.note);
    if (!missing.isEmpty())
        return fail({.layer = http::Layer::Request,
                     .code = http::Code::UnresolvedVariable,
                     .sentence = unlocked.fault.isEmpty() ? missing.first() : unlocked.fault});
    collection::Expander expander(variables, *literals);
    for (const QString &name : std::as_const(used)) {
        if (const auto value =
                expander.expand(QStringLiteral("{{%1}}").arg(name), QStringLiteral("the request")))
            literals->insert(name, *value);
    }
    if (prepared.request) {
        auto checks = lab::readChecks(*prepared.request, expander);
        if (!checks)
            return fail(checks.error());
        prepared.checks = std::move(*checks);
    }
    const QString folder = draft.file.isEmpty() ? QString() : QFileInfo(draft.file).path();
    auto resolved = collection::resolve(draft.document, variables, folder, *literals);
    if (!resolved)
        return fail(resolved.error());
    prepared.resolved = std::move(resolved);
    return prepared;
}

void VariableDesk::prepare(QObject *asker, const Draft &draft, std::function<void(Prepared)> then)
{
    const collection::ScopeChoice choice = choiceFor(draft.file);
    if (!needsDisk(draft, choice.program)) {
        const collection::ScopeChoice none{.program = choice.program};
        then(prepareNow(none, draft, *m_captures, {}));
        return;
    }
    prepareWith(asker, draft, {}, std::move(then));
}

void VariableDesk::prepareWith(QObject *asker, const Draft &draft, const Unlocked &unlocked,
                               std::function<void(Prepared)> then)
{
    runOnWorker(
        m_worker, asker,
        [=, choice = choiceFor(draft.file), captures = m_captures] {
            return prepareNow(choice, draft, *captures, unlocked);
        },
        [this, asker = QPointer<QObject>(asker), draft,
         then = std::move(then)](Prepared prepared) mutable {
            if (prepared.locked.isEmpty())
                then(std::move(prepared));
            else if (asker)
                unlock(asker, draft, prepared.locked, std::move(then));
        });
}

// On a thread of its own, because a keychain may wait for a person, and other requests must not.
void VariableDesk::unlock(QObject *asker, const Draft &draft, const QStringList &names,
                          std::function<void(Prepared)> then)
{
    struct Answer {
        collection::SecretResult<collection::SecretValues> values;
        QString note;
    };
    const auto goOn = [this, asker = QPointer<QObject>(asker), draft,
                       then](const Unlocked &unlocked) {
        if (asker)
            prepareWith(asker, draft, unlocked, then);
    };
    runOnWorker(
        this,
        [vault = m_secrets, names] {
            auto values = vault->read(names);
            return Answer{std::move(values), vault->note()};
        },
        [=, this, asker = QPointer<QObject>(asker)](const Answer &answer) {
            if (answer.values) {
                read(); // which store has them is known now
                return goOn({.values = *answer.values, .note = answer.note, .asked = true});
            }
            using Kind = collection::SecretFault::Kind;
            const collection::SecretFault fault = answer.values.error();
            const Unlocked failed{.fault = fault.sentence, .asked = true};
            if (fault.kind != Kind::NeedsPassphrase && fault.kind != Kind::WrongPassphrase)
                return goOn(failed);
            Q_EMIT passphraseWanted(fault.sentence, [=, this](bool opened) {
                if (!opened)
                    goOn(failed);
                else if (asker)
                    unlock(asker, draft, names, then);
            });
        });
}

void VariableDesk::learn(QObject *asker, const std::shared_ptr<const Prepared> &prepared,
                         const http::Request &sent, std::shared_ptr<client::Call> call,
                         std::function<void(Learned)> then)
{
    if (!prepared->request)
        return;
    const bool asks = !prepared->checks.empty() || !prepared->request->name.isEmpty() ||
                      !prepared->request->annotations.empty();
    if (!asks)
        return;
    runOnWorker(
        m_worker, asker,
        [prepared, sent, call = std::move(call), captures = m_captures] {
            Learned learned;
            const auto answer = lab::answerOf(*call);
            if (!answer)
                return learned;
            for (const auto &[told, assertion] : prepared->checks) {
                learned.checks.push_back(told);
                learned.checks.back().result = assertion.check(*answer);
            }
            const std::scoped_lock lock(captures->mutex);
            const auto names =
                captures->store.learn(prepared->file, *prepared->request, sent, *answer);
            if (names)
                learned.captured = *names;
            else
                learned.problem = names.error().sentence;
            return learned;
        },
        [this, then = std::move(then)](Learned learned) {
            if (!learned.captured.isEmpty()) {
                m_hasCaptured = true;
                read();
            }
            then(std::move(learned));
        });
}

void VariableDesk::forgetCaptured()
{
    m_hasCaptured = false;
    runOnWorker(
        m_worker, this,
        [captures = m_captures] {
            const std::scoped_lock lock(captures->mutex);
            captures->store = {};
            return true;
        },
        [this](bool) { read(); });
}

} // namespace sonde::ui

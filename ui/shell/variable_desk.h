// The variables of the window: which environment is chosen where, what names mean for a file, what
// responses brought, and requests made ready to be sent. Files are read on a worker of its own, one
// question after the other; answers come to the GUI thread.
#pragma once

#include "collection/scope.h"
#include "collection/secret_vault.h"
#include "lab/collection_run.h"
#include "ui/shell/environment_colour.h"
#include "ui/shell/places.h"

#include <QObject>
#include <QThreadPool>

namespace sonde::ui
{

class Backend;
class CollectionDesk;
class FileWatch;

// A request as its tab has it, on its way out.
struct Draft {
    QString file; // empty: none
    int index = -1;
    collection::RequestDocument saved; // as it was read from the file
    collection::RequestDocument document;
};

struct Prepared {
    http::Result<collection::Resolved> resolved;
    QString file;
    std::optional<collection::HttpRequest> request; // as it stands in the file, with annotations
    lab::ReadChecks checks;
    QStringList secrets;
    QStringList locked; // names in the keychain of what it needs and was not read yet
};

struct Learned {
    std::vector<lab::RunCheck> checks;
    QStringList captured; // names
    QString problem;      // of a capture, one sentence
};

class VariableDesk : public QObject
{
    Q_OBJECT
public:
    VariableDesk(Backend *backend, const CollectionDesk *collections, Places places,
                 QObject *parent = nullptr);
    ~VariableDesk() override;

    // The request of this file is looked at from now on; answers with scopeRead(), again whenever
    // something changes.
    void follow(const QString &file);
    void choose(const QString &file, const QString &environment);
    [[nodiscard]] QString chosen(const QString &file) const;
    // Where the environments of a file begin: the folder in the sidebar it is in, or its own.
    [[nodiscard]] QString topFolder(const QString &file) const;
    // Sending what may change something there is asked about first.
    [[nodiscard]] bool isLocked(const QString &environment) const;
    void setLocked(const QString &environment, bool locked);
    [[nodiscard]] const QVariantMap &colours() const { return m_colours; } // by environment
    void setColour(const QString &environment, EnvironmentColour colour);

    // Calls `then` on the GUI thread unless `asker` is gone; at once if no file has a say in it.
    void prepare(QObject *asker, const Draft &draft, std::function<void(Prepared)> then);
    // Takes the captures of an answer and checks it.
    void learn(QObject *asker, const std::shared_ptr<const Prepared> &prepared,
               const http::Request &sent, std::shared_ptr<client::Call> call,
               std::function<void(Learned)> then);
    void forgetCaptured();
    // Asked on workers alone: a keychain may want to be unlocked first.
    [[nodiscard]] std::shared_ptr<collection::SecretVault> secrets() const { return m_secrets; }
    [[nodiscard]] bool hasCaptured() const { return m_hasCaptured; }

Q_SIGNALS:
    void scopeRead(const QString &file,
                   const std::shared_ptr<const sonde::collection::Scope> &scope);
    // The file of secrets is locked: `answer` says whether a person has opened it.
    void passphraseWanted(const QString &sentence, const std::function<void(bool)> &answer);

private:
    struct Captures;
    [[nodiscard]] collection::ScopeChoice choiceFor(const QString &file) const;
    void read();
    struct Unlocked { // what the keychain said
        collection::SecretValues values;
        QString note;
        QString fault;
        bool asked = false;
    };
    [[nodiscard]] static Prepared prepareNow(const collection::ScopeChoice &choice,
                                             const Draft &draft, Captures &captures,
                                             const Unlocked &unlocked);
    void prepareWith(QObject *asker, const Draft &draft, const Unlocked &unlocked,
                     std::function<void(Prepared)> then);
    void unlock(QObject *asker, const Draft &draft, const QStringList &names,
                std::function<void(Prepared)> then);

    Backend *m_backend;
    const CollectionDesk *m_collections;
    Places m_places;
    QThreadPool m_worker; // one thread: what a response brought is there for the next request
    FileWatch *m_watch;
    std::shared_ptr<Captures> m_captures;
    std::shared_ptr<collection::SecretVault> m_secrets;
    QVariantMap m_chosen; // by folder
    QVariantMap m_locked; // by environment
    QVariantMap m_colours;
    QString m_followed;
    quint64 m_reading = 0;
    bool m_hasCaptured = false;
};

} // namespace sonde::ui

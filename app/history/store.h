// The history on disk: an index in SQLite, and a file in the form of an evidence bundle for each
// call. Used by one thread at a time; any number of stores, in any number of processes, may stand
// on one folder. What a process was writing when it ended never shows.
#pragma once

#include "history/entry.h"
#include "history/filter.h"
#include "history/limits.h"
#include "interop/evidence_bundle.h"

#include <limits>

namespace sonde::history
{

class Database;
class FilterQuery;

// What is found of a call, beside what a list shows of it.
struct Searchable {
    QByteArray head; // header fields of request and response, UTF-8, without secrets
    QByteArray body; // text of the bodies, likewise
};
// A call made ready to be kept.
struct Recording {
    Entry entry;
    Searchable searchable;
    QByteArray document; // the request as it was edited, as JSON; without secrets
};

// What a list has of each entry before it is looked at.
struct Listed {
    EntryId id{};
    qint64 at = 0;
    bool operator==(const Listed &) const = default;
};

class Store
{
public:
    // Folder and index are made if they are not there. Errors: of the database; FileUnwritable.
    [[nodiscard]] static http::Result<std::unique_ptr<Store>> open(const QString &folder);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    // Writes both; the entry is there when all of it is on disk. Holds nothing to the limits.
    [[nodiscard]] http::Result<EntryId> add(const Recording &recording,
                                            const std::vector<client::Hop> &hops,
                                            interop::ExportSecrets secrets,
                                            const interop::SecretValues &values = {});

    // The newest first, at most so many. Error Cancelled once `stop`, which may be empty, says so.
    [[nodiscard]] http::Result<std::vector<Listed>>
    find(const Filter &filter, std::function<bool()> stop = {},
         size_t most = std::numeric_limits<size_t>::max());
    // In the order asked for; those that are gone are left out.
    [[nodiscard]] http::Result<std::vector<Entry>> entries(std::span<const EntryId> ids);
    [[nodiscard]] http::Result<QByteArray> document(EntryId id);
    // Errors: those of readBundle(); FileMissing if there is no such entry.
    [[nodiscard]] http::Result<interop::Bundle> reopen(EntryId id);

    [[nodiscard]] http::Result<void> setPinned(std::span<const EntryId> ids, bool pinned);
    // They are hidden, and can be restored until enforce() finds them an hour later.
    [[nodiscard]] http::Result<void> remove(std::span<const EntryId> ids);
    [[nodiscard]] http::Result<void> restore(std::span<const EntryId> ids);

    // Takes away what is beyond the limits, the oldest first and nothing that is pinned, what was
    // removed an hour ago, and files that no entry stands for. Returns how many entries went.
    [[nodiscard]] http::Result<int> enforce(const Limits &limits, qint64 now);

    struct Usage {
        qint64 entries = 0;
        qint64 octets = 0; // of contents and of what is searched
    };
    [[nodiscard]] http::Result<Usage> usage();
    // Differs after another process, or another store of this one, has written.
    [[nodiscard]] qint64 version();

private:
    Store(QString folder, std::unique_ptr<Database> database);
    // All that is there, the newest first.
    [[nodiscard]] http::Result<const std::vector<Listed> *> listed();
    // With its URL read where it is needed.
    [[nodiscard]] http::Result<std::vector<Listed>> findAmong(const std::vector<Listed> &all,
                                                              FilterQuery &query);
    [[nodiscard]] QString pathOf(const QString &item) const;
    enum class Durability : quint8 { Machine, Process }; // what may end right behind it
    [[nodiscard]] http::Result<QString> writeItem(const std::vector<client::Hop> &hops,
                                                  interop::ExportSecrets secrets,
                                                  const interop::SecretValues &values,
                                                  Durability durability);
    [[nodiscard]] http::Result<void> mark(const char *column, qint64 value,
                                          std::span<const EntryId> ids);
    // Of these rows, and their files.
    [[nodiscard]] http::Result<int> drop(const QByteArray &where);
    [[nodiscard]] http::Result<void> sweep(qint64 now);

    const QString m_folder;
    std::unique_ptr<Database> m_database;
    bool m_swept = false;
    // Letters are typed faster than calls are written: what listed() read is kept while nobody
    // wrote, which leaves a search to do the searching.
    struct Stand {
        qint64 version = 0;
        qint64 changes = 0;
        bool operator==(const Stand &) const = default;
    };
    std::vector<Listed> m_listed;
    std::optional<Stand> m_listedAt;
};

[[nodiscard]] http::Result<void> makeSchema(Database &database);

} // namespace sonde::history

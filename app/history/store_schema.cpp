// The tables of the history. A change to them is a new number, and a step from the one before.
#include "history/database.h"
#include "history/store.h"

namespace sonde::history
{
namespace
{

constexpr qint64 schemaVersion = 2;

// `entry` is walked through with every letter that is typed into the filter: it holds nothing long
// but the URL. What is deleted is overwritten.
constexpr const char *tables = R"sql(
CREATE TABLE entry(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0,
  pinned INTEGER NOT NULL DEFAULT 0,
  status INTEGER NOT NULL,
  version INTEGER NOT NULL,
  duration INTEGER NOT NULL,
  octets INTEGER NOT NULL,
  hops INTEGER NOT NULL,
  cut INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  method TEXT NOT NULL,
  host TEXT NOT NULL,
  url TEXT NOT NULL,
  error TEXT NOT NULL,
  title TEXT NOT NULL,
  file TEXT NOT NULL,
  identity TEXT NOT NULL,
  item TEXT NOT NULL
);
CREATE INDEX entry_identity ON entry(identity);
CREATE INDEX entry_at ON entry(at);
CREATE INDEX entry_item ON entry(item);
CREATE TABLE more(id INTEGER PRIMARY KEY, url TEXT NOT NULL, document TEXT NOT NULL);
CREATE VIRTUAL TABLE text USING fts5(head, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '3');
)sql";

// 1 to 2: the index of the words knows their beginnings, too. Some of number 1 do already.
constexpr const char *beginnings = R"sql(
CREATE VIRTUAL TABLE text2 USING fts5(head, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '3');
INSERT INTO text2(rowid, head, body) SELECT rowid, head, body FROM text;
DROP TABLE text;
ALTER TABLE text2 RENAME TO text;
)sql";

http::Result<void> fromFirst(Database &database)
{
    const auto knows = database.number(
        "SELECT count(*) FROM sqlite_master WHERE name = 'text' AND sql LIKE '%prefix%'");
    if (!knows)
        return std::unexpected(knows.error());
    return *knows > 0 ? http::Result<void>() : database.run(beginnings);
}

// Made anew, or step by step from what it is. All of it or nothing.
http::Result<qint64> bringForward(Database &database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    // Another process may have done it in this moment.
    const auto known = database.number("PRAGMA user_version");
    if (!known || *known >= schemaVersion)
        return known;
    const auto made = *known == 0 ? database.run(tables) : fromFirst(database);
    if (!made)
        return std::unexpected(made.error());
    const QByteArray number = "PRAGMA user_version = " + QByteArray::number(schemaVersion);
    if (const auto set = database.run(number.constData()); !set)
        return std::unexpected(set.error());
    if (const auto committed = transaction->commit(); !committed)
        return std::unexpected(committed.error());
    return schemaVersion;
}

} // namespace

http::Result<void> makeSchema(Database &database)
{
    for (const char *setting :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA secure_delete = ON",
          "PRAGMA cache_size = -16000", "PRAGMA journal_size_limit = 4194304"}) {
        if (const auto set = database.run(setting); !set)
            return set;
    }
    auto known = database.number("PRAGMA user_version");
    if (known && *known < schemaVersion)
        known = bringForward(database);
    if (!known)
        return std::unexpected(known.error());
    if (*known > schemaVersion)
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = http::Code::UnsupportedVersion,
            .phase = http::Phase::Store,
            .sentence = QStringLiteral("The history was written by a later version of Sonde, and "
                                       "is left alone.")});
    return {};
}

} // namespace sonde::history

// The tables of the history. A change to them is a new number, and a step from the one before.
#include "history/database.h"
#include "history/store.h"

namespace sonde::history
{
namespace
{

constexpr qint64 schemaVersion = 4;

// `entry` is walked through with every letter that is typed into the filter: it holds nothing long
// but the URL. What is deleted is overwritten. The beginning of a word that `text` does not know as
// one costs five times as much: all words that begin like it are put together anew.
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
  item TEXT NOT NULL,
  origin INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entry_identity ON entry(identity);
CREATE INDEX entry_at ON entry(at);
CREATE INDEX entry_item ON entry(item);
CREATE TABLE more(id INTEGER PRIMARY KEY, url TEXT NOT NULL, document TEXT NOT NULL);
CREATE VIRTUAL TABLE text USING fts5(head, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4 5 6 7 8');
)sql";

// 3 to 4: how it came to be sent.
constexpr const char *origins = "ALTER TABLE entry ADD COLUMN origin INTEGER NOT NULL DEFAULT 0";

// 1 and 2 to 3: the index of the words knows more of their beginnings.
constexpr const char *beginnings = R"sql(
CREATE VIRTUAL TABLE text2 USING fts5(head, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4 5 6 7 8');
INSERT INTO text2(rowid, head, body) SELECT rowid, head, body FROM text;
DROP TABLE text;
ALTER TABLE text2 RENAME TO text;
)sql";

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
    auto made = database.run(*known == 0 ? tables : origins);
    if (made && *known > 0 && *known < 3)
        made = database.run(beginnings);
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

// SQLite as far as the history needs it: a connection, and statements whose values are bound. Used
// by one thread at a time.
#pragma once

#include "http/error.h"

#include <memory>
#include <span>

struct sqlite3;
struct sqlite3_stmt;

namespace sonde::history
{

class Statement
{
public:
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement(Statement &&other) noexcept
        : m_database(other.m_database)
        , m_statement(std::exchange(other.m_statement, nullptr))
        , m_bound(other.m_bound)
    {
    }
    ~Statement();

    // The next parameter. A null text is bound as an empty one.
    Statement &operator<<(qint64 value);
    Statement &operator<<(const QString &value);
    Statement &operator<<(const QByteArray &value); // octets that are UTF-8 text

    // True: there is a row. Errors: as Database::error().
    [[nodiscard]] http::Result<bool> step();
    [[nodiscard]] http::Result<void> run(); // to its end
    // To be run again with other values.
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    // Valid until the next step.
    [[nodiscard]] QByteArrayView octets(int column) const;

private:
    friend class Database;
    Statement(sqlite3 *database, sqlite3_stmt *statement)
        : m_database(database)
        , m_statement(statement)
    {
    }
    sqlite3 *m_database;
    sqlite3_stmt *m_statement;
    int m_bound = 0;
};

class Database
{
public:
    // Made if it is not there. Errors: FileUnwritable, with what SQLite says in the detail.
    [[nodiscard]] static http::Result<std::unique_ptr<Database>> open(const QString &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] http::Result<void> run(const char *sql);
    [[nodiscard]] http::Result<Statement> prepare(const QByteArray &sql);
    [[nodiscard]] http::Result<qint64> number(const QByteArray &sql); // of the first row
    [[nodiscard]] qint64 lastRow() const;
    [[nodiscard]] qint64 changes() const; // rows that this connection has changed
    // Ends what a statement is doing as soon as `stop` returns true; asked every few thousand
    // steps. Empty: never.
    void stopWhen(std::function<bool()> stop);

private:
    explicit Database(sqlite3 *handle)
        : m_handle(handle)
    {
    }
    sqlite3 *m_handle;
    std::function<bool()> m_stop;
};

// Everything between begin and commit happens, or nothing of it.
class Transaction
{
public:
    [[nodiscard]] static http::Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction(); // rolls back unless committed
    [[nodiscard]] http::Result<void> commit();

private:
    explicit Transaction(Database *database)
        : m_database(database)
    {
    }
    Database *m_database;
};

// What the database could not do. Code Cancelled if it was stopped.
[[nodiscard]] http::Error databaseError(sqlite3 *handle);

} // namespace sonde::history

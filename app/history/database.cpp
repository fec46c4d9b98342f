#include "history/database.h"

#include <QFile>

#include <sqlite3.h>

namespace sonde::history
{

using http::Result;

http::Error databaseError(sqlite3 *handle)
{
    const int code = sqlite3_errcode(handle) & 0xff;
    http::Error error{.layer = http::Layer::Client,
                      .code = http::Code::FileUnwritable,
                      .phase = http::Phase::Store,
                      .sentence = QStringLiteral("The history cannot be read or written."),
                      .detail = QString::fromUtf8(sqlite3_errmsg(handle))};
    if (code == SQLITE_INTERRUPT)
        error.code = http::Code::Cancelled;
    if (code == SQLITE_FULL) {
        error.code = http::Code::DiskFull;
        error.sentence = QStringLiteral("The disk is full: nothing more goes into the history.");
    }
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
        error.code = http::Code::FileUnreadable;
        error.sentence = QStringLiteral("The index of the history is damaged. Move its folder "
                                        "away and a new one is begun.");
    }
    return error;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement &Statement::operator<<(qint64 value)
{
    sqlite3_bind_int64(m_statement, ++m_bound, value);
    return *this;
}

Statement &Statement::operator<<(const QString &value)
{
    return *this << value.toUtf8();
}

Statement &Statement::operator<<(const QByteArray &value)
{
    sqlite3_bind_text64(m_statement, ++m_bound, value.constData(), quint64(value.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return std::unexpected(databaseError(m_database));
    }
}

Result<void> Statement::run()
{
    auto more = step();
    while (more && *more)
        more = step();
    if (!more)
        return std::unexpected(more.error());
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    m_bound = 0;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArrayView Statement::octets(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return {text, sqlite3_column_bytes(m_statement, column)};
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(octets(column));
}

Result<std::unique_ptr<Database>> Database::open(const QString &file)
{
    constexpr int patience = 10'000; // milliseconds, while another process writes
    sqlite3 *handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
    const int opened =
        sqlite3_open_v2(QFile::encodeName(file).constData(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle));
    if (opened != SQLITE_OK)
        return std::unexpected(databaseError(handle));
    sqlite3_busy_timeout(handle, patience);
    return database;
}

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

Result<void> Database::run(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return std::unexpected(databaseError(m_handle));
    return {};
}

Result<Statement> Database::prepare(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql.constData(), int(sql.size()), &statement, nullptr) !=
        SQLITE_OK)
        return std::unexpected(databaseError(m_handle));
    return Statement(m_handle, statement);
}

Result<qint64> Database::number(const QByteArray &sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
}

qint64 Database::lastRow() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

qint64 Database::changes() const
{
    return sqlite3_total_changes(m_handle);
}

void Database::stopWhen(std::function<bool()> stop)
{
    constexpr int steps = 5000; // of the virtual machine: a fraction of a millisecond
    m_stop = std::move(stop);
    const auto ask = [](void *self) { return static_cast<Database *>(self)->m_stop() ? 1 : 0; };
    sqlite3_progress_handler(m_handle, m_stop ? steps : 0, m_stop ? +ask : nullptr, this);
}

Result<Transaction> Transaction::begin(Database &database)
{
    // At once the one that writes: two processes wait for each other instead of failing later.
    if (const auto begun = database.run("BEGIN IMMEDIATE"); !begun)
        return std::unexpected(begun.error());
    return Transaction(&database);
}

Transaction::~Transaction()
{
    if (m_database)
        (void)m_database->run("ROLLBACK");
}

Result<void> Transaction::commit()
{
    const auto committed = m_database->run("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace sonde::history

#include "history/store.h"

#include "history/database.h"
#include "history/filter_query.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QUrl>
#include <QUuid>

#include <unistd.h>

namespace sonde::history
{

using http::Result;

namespace
{

constexpr qint64 undoTime = 3600'000; // milliseconds in which what was removed can be restored
// A file without an entry may be one that is being written.
constexpr qint64 orphanTime = 3600'000;

http::Error fileError(http::Code code, const QString &sentence, const QString &detail)
{
    return {.layer = http::Layer::File,
            .code = code,
            .phase = http::Phase::Store,
            .sentence = sentence,
            .detail = detail};
}

QByteArray listOf(std::span<const EntryId> ids)
{
    QByteArray list;
    for (const EntryId id : ids)
        list += (list.isEmpty() ? "" : ",") + QByteArray::number(qint64(id));
    return list;
}

// For its owner alone, like all of the history.
constexpr QFile::Permissions ownersFile = QFile::ReadOwner | QFile::WriteOwner;
bool makeFolder(const QString &path)
{
    return QDir().mkpath(path) && QFile::setPermissions(path, ownersFile | QFile::ExeOwner);
}

} // namespace

Store::Store(QString folder, std::unique_ptr<Database> database)
    : m_folder(std::move(folder))
    , m_database(std::move(database))
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &folder)
{
    if (!makeFolder(folder))
        return std::unexpected(fileError(
            http::Code::FileUnwritable,
            QStringLiteral("The history cannot be kept: its folder cannot be made."), folder));
    const QString index = folder + QStringLiteral("/index.db");
    auto database = Database::open(index);
    if (!database)
        return std::unexpected(database.error());
    QFile::setPermissions(index, ownersFile); // before its journal is made, which takes after it
    if (const auto made = makeSchema(**database); !made)
        return std::unexpected(made.error());
    return std::unique_ptr<Store>(new Store(folder, *std::move(database)));
}

QString Store::pathOf(const QString &item) const
{
    return m_folder + u'/' + item;
}

Result<QString> Store::writeItem(const std::vector<client::Hop> &hops,
                                 interop::ExportSecrets secrets,
                                 const interop::SecretValues &values, Durability durability)
{
    // A folder for each month, so that none grows without end.
    const QString month = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM"));
    const QString item =
        month + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1String(".sonde");
    QFile file(pathOf(item) + QLatin1String(".part"));
    const auto fail = [&] {
        const QString why = file.errorString();
        file.remove();
        return std::unexpected(
            fileError(http::Code::FileUnwritable,
                      QStringLiteral("A call could not be written to the history."), why));
    };
    if (!makeFolder(pathOf(month)) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail();
    file.setPermissions(ownersFile);
    if (const auto written =
            interop::writeBundle(file, hops, secrets, values, interop::BundleScope::Own);
        !written) {
        file.remove();
        return std::unexpected(written.error());
    }
    // On disk before the index says that it is there.
    const bool onDisk =
        file.flush() && (durability == Durability::Process || ::fdatasync(file.handle()) == 0);
    if (!onDisk || !file.rename(pathOf(item)))
        return fail();
    return item;
}

Result<EntryId> Store::add(const Recording &recording, const std::vector<client::Hop> &hops,
                           interop::ExportSecrets secrets, const interop::SecretValues &values)
{
    // A run sends more in a second than a disk takes one by one.
    const auto durability =
        recording.entry.origin == Origin::Run ? Durability::Process : Durability::Machine;
    const auto item = writeItem(hops, secrets, values, durability);
    if (!item)
        return std::unexpected(item.error());
    const auto write = [&]() -> Result<EntryId> {
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return std::unexpected(transaction.error());
        auto row = m_database->prepare("INSERT INTO entry(at, status, version, duration, octets, "
                                       "hops, cut, pinned, origin, weight, "
                                       "method, host, url, error, title, file, identity, item) "
                                       "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        auto more = m_database->prepare("INSERT INTO more(id, url, document) VALUES(?,?,?)");
        auto text = m_database->prepare("INSERT INTO text(rowid, head, body) VALUES(?,?,?)");
        for (const auto *statement : {&row, &more, &text}) {
            if (!*statement)
                return std::unexpected(statement->error());
        }
        const Entry &entry = recording.entry;
        const Searchable &words = recording.searchable;
        // What is searched is kept as it stands, by its words, and by how they begin.
        const qint64 weight = QFileInfo(pathOf(*item)).size() + recording.document.size() +
                              3 * (words.head.size() + words.body.size());
        *row << entry.at << qint64(entry.status) << qint64(entry.version ? int(*entry.version) : -1)
             << qint64(entry.duration.count()) << entry.octets << qint64(entry.hops)
             << qint64(entry.isCut) << qint64(entry.isPinned) << qint64(entry.origin) << weight
             << entry.method << QUrl(entry.url).host().toLower() << entry.url.toLower()
             << entry.error << entry.title << entry.file << entry.identity << *item;
        if (const auto run = row->run(); !run)
            return std::unexpected(run.error());
        const qint64 id = m_database->lastRow();
        *more << id << entry.url << recording.document;
        *text << id << words.head << words.body;
        for (auto *statement : {&more, &text}) {
            if (const auto run = (*statement)->run(); !run)
                return std::unexpected(run.error());
        }
        if (const auto committed = transaction->commit(); !committed)
            return std::unexpected(committed.error());
        return EntryId(id);
    };
    auto added = write();
    if (!added)
        QFile::remove(pathOf(*item));
    return added;
}

Result<std::vector<Listed>> Store::find(const Filter &filter, std::function<bool()> stop,
                                        size_t most)
{
    struct Unstop {
        Database &database;
        ~Unstop() { database.stopWhen({}); }
    } const unstop{*m_database};
    m_database->stopWhen(std::move(stop));
    FilterQuery query(filter);
    if (const auto known = query.lookUp(*m_database); !known)
        return std::unexpected(known.error());
    if (query.isTextAlone() && most == std::numeric_limits<size_t>::max()) {
        const auto all = listed();
        if (!all)
            return std::unexpected(all.error());
        // One row after the other costs ten times as much to find as all of them.
        if (query.urlsToRead((*all)->size()) <= (*all)->size() / 10)
            return findAmong(**all, query);
    }
    auto rows = m_database->prepare(query.sql());
    if (!rows)
        return std::unexpected(rows.error());
    query.bind(*rows);
    std::vector<Listed> found;
    auto more = rows->step();
    for (; more && *more && found.size() < most; more = rows->step()) {
        const qint64 id = rows->integer(0);
        if (query.holds(id, [&] { return rows->octets(2); }))
            found.push_back({EntryId(id), rows->integer(1)});
    }
    if (!more)
        return std::unexpected(more.error());
    return found;
}

Result<std::vector<Listed>> Store::findAmong(const std::vector<Listed> &all, FilterQuery &query)
{
    auto row = m_database->prepare("SELECT url FROM entry WHERE id = ?");
    if (!row)
        return std::unexpected(row.error());
    Result<void> sound;
    std::vector<Listed> found;
    for (const Listed &one : all) {
        const bool holds = query.holds(qint64(one.id), [&]() -> QByteArrayView {
            row->reset();
            *row << qint64(one.id);
            const auto there = row->step();
            if (!there)
                sound = std::unexpected(there.error());
            return there && *there ? row->octets(0) : QByteArrayView();
        });
        if (!sound)
            return std::unexpected(sound.error());
        if (holds)
            found.push_back(one);
    }
    return found;
}

Result<const std::vector<Listed> *> Store::listed()
{
    // Asked before the rows are read: what somebody writes in between is read twice, never missed.
    const Stand now{.version = version(), .changes = m_database->changes()};
    if (m_listedAt == now)
        return &m_listed;
    m_listedAt.reset();
    m_listed.clear();
    auto rows = m_database->prepare(FilterQuery({}).sql());
    if (!rows)
        return std::unexpected(rows.error());
    auto more = rows->step();
    for (; more && *more; more = rows->step())
        m_listed.push_back({EntryId(rows->integer(0)), rows->integer(1)});
    if (!more)
        return std::unexpected(more.error());
    m_listedAt = now;
    return &m_listed;
}

Result<std::vector<Entry>> Store::entries(std::span<const EntryId> ids)
{
    auto row = m_database->prepare(
        "SELECT at, method, more.url, status, version, duration, octets, error, hops, pinned, cut, "
        "title, file, identity, origin FROM entry JOIN more USING(id) WHERE id = ?");
    if (!row)
        return std::unexpected(row.error());
    std::vector<Entry> entries;
    for (const EntryId id : ids) {
        row->reset();
        *row << qint64(id);
        const auto there = row->step();
        if (!there)
            return std::unexpected(there.error());
        if (!*there)
            continue;
        Entry entry{.id = id,
                    .at = row->integer(0),
                    .method = row->text(1),
                    .url = row->text(2),
                    .status = int(row->integer(3)),
                    .version = {},
                    .duration = std::chrono::microseconds(row->integer(5)),
                    .octets = row->integer(6),
                    .error = row->text(7),
                    .hops = int(row->integer(8)),
                    .isPinned = row->integer(9) != 0,
                    .isCut = row->integer(10) != 0,
                    .origin = row->integer(14) == qint64(Origin::Run) ? Origin::Run : Origin::Send,
                    .title = row->text(11),
                    .file = row->text(12),
                    .identity = row->text(13)};
        if (const qint64 version = row->integer(4);
            version >= 0 && version <= qint64(http::Version::Http2))
            entry.version = http::Version(version);
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<QByteArray> Store::document(EntryId id)
{
    auto row = m_database->prepare("SELECT document FROM more WHERE id = ?");
    if (!row)
        return std::unexpected(row.error());
    *row << qint64(id);
    const auto there = row->step();
    if (!there)
        return std::unexpected(there.error());
    return *there ? row->octets(0).toByteArray() : QByteArray();
}

Result<interop::Bundle> Store::reopen(EntryId id)
{
    auto row = m_database->prepare("SELECT item FROM entry WHERE id = ?");
    if (!row)
        return std::unexpected(row.error());
    *row << qint64(id);
    const auto there = row->step();
    if (!there)
        return std::unexpected(there.error());
    QFile file(*there ? pathOf(row->text(0)) : QString());
    if (!*there || !file.open(QIODevice::ReadOnly))
        return std::unexpected(fileError(http::Code::FileMissing,
                                         QStringLiteral("This call is no longer in the history."),
                                         file.errorString()));
    return interop::readBundle(file);
}

Result<void> Store::mark(const char *column, qint64 value, std::span<const EntryId> ids)
{
    constexpr size_t atOnce = 10'000; // a statement is at most a million octets
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    for (size_t at = 0; at < ids.size(); at += atOnce) {
        const auto some = ids.subspan(at, std::min(atOnce, ids.size() - at));
        const QByteArray sql = "UPDATE entry SET " + QByteArray(column) + " = " +
                               QByteArray::number(value) + " WHERE id IN (" + listOf(some) + ')';
        if (const auto run = m_database->run(sql.constData()); !run)
            return run;
    }
    return transaction->commit();
}

Result<void> Store::setPinned(std::span<const EntryId> ids, bool pinned)
{
    return mark("pinned", pinned ? 1 : 0, ids);
}

Result<void> Store::remove(std::span<const EntryId> ids)
{
    return mark("gone", QDateTime::currentMSecsSinceEpoch(), ids);
}

Result<void> Store::restore(std::span<const EntryId> ids)
{
    return mark("gone", 0, ids);
}

Result<int> Store::drop(const QByteArray &where)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto rows = m_database->prepare("SELECT id, item FROM entry WHERE " + where);
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<EntryId> ids;
    QStringList items;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        ids.push_back(EntryId(rows->integer(0)));
        items.append(rows->text(1));
    }
    if (!more)
        return std::unexpected(more.error());
    rows->reset();
    if (ids.empty())
        return 0;
    const QByteArray list = listOf(ids);
    for (const QByteArray &sql : {"DELETE FROM text WHERE rowid IN (" + list + ')',
                                  "DELETE FROM more WHERE id IN (" + list + ')',
                                  "DELETE FROM entry WHERE id IN (" + list + ')'}) {
        if (const auto run = m_database->run(sql.constData()); !run)
            return std::unexpected(run.error());
    }
    if (const auto committed = transaction->commit(); !committed)
        return std::unexpected(committed.error());
    // After the index has forgotten them; one that stays behind is swept away.
    for (const QString &item : std::as_const(items))
        QFile::remove(pathOf(item));
    return int(ids.size());
}

Result<int> Store::enforce(const Limits &limits, qint64 now)
{
    constexpr int atOnce = 200; // entries of one transaction, so that others may write in between
    const QByteArray isOfRun = "origin = " + QByteArray::number(int(Origin::Run));
    int dropped = 0;
    const auto dropAll = [&](const QByteArray &where) -> Result<void> {
        for (;;) {
            const auto some = drop("id IN (SELECT id FROM entry WHERE " + where +
                                   " ORDER BY id LIMIT " + QByteArray::number(atOnce) + ')');
            if (!some)
                return std::unexpected(some.error());
            dropped += *some;
            if (*some < atOnce)
                return {};
        }
    };
    if (const auto done = dropAll("gone <> 0 AND gone < " + QByteArray::number(now - undoTime));
        !done)
        return std::unexpected(done.error());
    const qint64 oldest = now - qint64(limits.days) * 86'400'000;
    if (limits.days > 0) {
        const auto done = dropAll("pinned = 0 AND at < " + QByteArray::number(oldest));
        if (!done)
            return std::unexpected(done.error());
    }
    auto used = m_database->number("SELECT total(weight) FROM entry");
    while (used && *used > limits.octets) {
        // The oldest until it fits; what runs sent as long as it is more than half of all that may
        // be there, so that a large run drives out nothing that was sent by hand.
        const auto ofRuns = m_database->number("SELECT total(weight) FROM entry WHERE " + isOfRun);
        if (!ofRuns)
            return std::unexpected(ofRuns.error());
        const qint64 tooMuch = *ofRuns - limits.octets / 2;
        const QByteArray excess = QByteArray::number(
            tooMuch > 0 ? std::min(tooMuch, *used - limits.octets) : *used - limits.octets);
        const auto dropOldest = [&](const QByteArray &condition) {
            return drop(
                "id IN (SELECT id FROM (SELECT id, sum(weight) OVER (ORDER BY id) - weight AS "
                "before FROM entry WHERE pinned = 0" +
                condition + ") WHERE before < " + excess + " LIMIT " + QByteArray::number(atOnce) +
                ')');
        };
        auto some = tooMuch > 0 ? dropOldest(" AND " + isOfRun) : Result<int>(0);
        if (some && *some == 0)
            some = dropOldest({});
        if (!some)
            return std::unexpected(some.error());
        if (*some == 0)
            break; // all that is left is pinned
        dropped += *some;
        used = m_database->number("SELECT total(weight) FROM entry");
    }
    if (!used)
        return std::unexpected(used.error());
    if (!std::exchange(m_swept, true)) {
        if (const auto swept = sweep(now); !swept)
            return std::unexpected(swept.error());
    }
    return dropped;
}

// Files whose writer ended before the index knew of them.
Result<void> Store::sweep(qint64 now)
{
    auto known = m_database->prepare("SELECT 1 FROM entry WHERE item = ?");
    if (!known)
        return std::unexpected(known.error());
    QDirIterator files(m_folder, {QStringLiteral("*.sonde"), QStringLiteral("*.part")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (files.fileInfo().lastModified().toMSecsSinceEpoch() > now - orphanTime)
            continue;
        known->reset();
        *known << path.sliced(m_folder.size() + 1);
        const auto there = known->step();
        if (!there)
            return std::unexpected(there.error());
        if (!*there)
            QFile::remove(path);
    }
    return {};
}

Result<Store::Usage> Store::usage()
{
    auto row = m_database->prepare("SELECT count(*), total(weight) FROM entry WHERE gone = 0");
    if (!row)
        return std::unexpected(row.error());
    if (const auto there = row->step(); !there)
        return std::unexpected(there.error());
    return Usage{row->integer(0), row->integer(1)};
}

qint64 Store::version()
{
    return m_database->number("PRAGMA data_version").value_or(0);
}

} // namespace sonde::history

// The history on disk: what is found again, what is kept and for how long, and what earlier and
// later versions of it are.
#include "history/database.h"
#include "made_calls.h"
#include "opened_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::history;
using namespace sonde::testing;

class TestHistoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatItHolds_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("numbers"); // of the calls below, the newest first
        const auto row = [](const char *filter, const char *numbers) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromLatin1(numbers);
        };
        row("", "3210");
        row("status:2xx", "20");
        row("status:none", "3");
        row("-status:2xx", "31");
        row("method:post", "1");
        row("host:shop", "1");
        row("orders", "10");
        row("ORD", "10");
        row("rder", "10"); // inside a word of the URL
        row("url:orders", "10");
        row("-orders", "32");
        row("header:etag", "2");
        row("etag", "2");
        row("body:pineapple", "2");
        row("pineap", "2");
        row("\"pineapple juice\"", "2");
        row("\"juice pineapple\"", "");
        row("body:etag", "");
        row("müsli", "1");
        row("name:breakfast", "1");
        row("is:failed", "3");
        row("is:pinned", "0");
        row("orders status:5xx", "1");
        row("on:today -is:pinned", "321");
        row("before:yesterday", "0");
        row("version:2", "");
        row("version:1.1", "210");
        row("\"'; DROP TABLE entry; --\"", "");
        row("body:\"a OR b) NEAR\"", "");
    }
    void findsWhatItHolds()
    {
        QFETCH(QString, filter);
        QFETCH(QString, numbers);
        QTemporaryDir folder;
        const auto store = opened(folder.path());
        const EntryId first = MadeCall{}.into(*store, 10);
        QVERIFY(store->setPinned(std::span(&first, 1), true));
        const EntryId ids[] = {
            first,
            MadeCall{.url = QStringLiteral("http://shop.example/orders/7?q=1"),
                     .method = "POST",
                     .status = 503,
                     .sent = R"({"dish":"Müsli"})",
                     .title = QStringLiteral("Breakfast order")}
                .into(*store),
            MadeCall{.url = QStringLiteral("http://api.example/"),
                     .response = {{"ETag", "x"}, {"Content-Type", "text/plain"}},
                     .body = "pineapple juice"}
                .into(*store),
            MadeCall{.url = QStringLiteral("http://gone.example/"), .status = 0, .body = {}}.into(
                *store)};
        QString got;
        for (const EntryId id : found(*store, filter))
            got += QString::number(std::ranges::find(ids, id) - std::begin(ids));
        QCOMPARE(got, numbers);
    }

    void entriesAreWhatWasSent()
    {
        QTemporaryDir folder;
        const auto store = opened(folder.path());
        const MadeCall call{.method = "PUT",
                            .file = QStringLiteral("/a/b.http"),
                            .title = QStringLiteral("Change it")};
        const EntryId id = call.into(*store);
        const auto entries = store->entries(std::span(&id, 1));
        QVERIFY(entries && entries->size() == 1);
        const Entry &entry = entries->front();
        QCOMPARE(entry.method, QStringLiteral("PUT"));
        QCOMPARE(entry.url, QStringLiteral("http://api.example/orders"));
        QCOMPARE(entry.status, 200);
        QCOMPARE(entry.version, http::Version::Http11);
        QCOMPARE(entry.octets, 11);
        QCOMPARE(entry.title, QStringLiteral("Change it"));
        QCOMPARE(entry.file, QStringLiteral("/a/b.http"));
        QVERIFY(std::abs(entry.at - QDateTime::currentMSecsSinceEpoch()) < 60'000);
        // Its own history: over a change of the URL, because it has a name in a file.
        MadeCall later = call;
        later.url = QStringLiteral("http://api.example/orders/2");
        later.into(*store);
        MadeCall{}.into(*store);
        const auto own = store->find(Filter().ofRequest(identity(
            call.file, call.title, QString::fromLatin1(call.method), QStringLiteral("any"))));
        QVERIFY(own);
        QCOMPARE(own->size(), 2U);
    }

    void removedIsRestored()
    {
        QTemporaryDir folder;
        const auto store = opened(folder.path());
        std::vector<EntryId> ids;
        for (int i = 0; i < 3; ++i)
            ids.push_back(MadeCall{}.into(*store));
        QVERIFY(store->remove(std::span(ids).first(2)));
        QCOMPARE(found(*store, {}).size(), 1U);
        QVERIFY(store->enforce({}, now + 1000));
        QVERIFY(store->restore(std::span(ids).first(2)));
        QCOMPARE(found(*store, {}).size(), 3U);
        QVERIFY(store->reopen(ids[0]));
        // An hour later nobody can.
        QVERIFY(store->remove(std::span(ids).first(2)));
        const auto dropped = store->enforce({}, now + 2 * 3600'000);
        QVERIFY(dropped);
        QCOMPARE(*dropped, 2);
        QVERIFY(store->restore(std::span(ids).first(2)));
        QCOMPARE(found(*store, {}).size(), 1U);
        QCOMPARE(itemsIn(folder.path()), 1);
        QVERIFY(!store->reopen(ids[0]));
    }

    void limitsHold()
    {
        QTemporaryDir folder;
        const auto store = opened(folder.path());
        const MadeCall large{.body = QByteArray(100'000, 'x')};
        const EntryId pinned = large.into(*store, 100);
        QVERIFY(store->setPinned(std::span(&pinned, 1), true));
        const EntryId old = large.into(*store, 91);
        std::vector<EntryId> fresh;
        for (int i = 0; i < 10; ++i)
            fresh.push_back(large.into(*store));
        QCOMPARE(store->enforce({}, now).value_or(-1), 1);
        QVERIFY(!store->reopen(old));
        // Room for four of them and the pinned one.
        Limits limits{.octets = 900'000};
        const int dropped = store->enforce(limits, now).value_or(-1);
        QVERIFY(dropped > 0 && dropped < 10);
        const auto usage = store->usage();
        QVERIFY(usage && usage->octets <= limits.octets);
        QCOMPARE(usage->entries, 11 - dropped);
        // The oldest went, and what is pinned did not.
        QVERIFY(store->reopen(pinned));
        QVERIFY(!store->reopen(fresh.front()));
        QVERIFY(store->reopen(fresh.back()));
        QCOMPARE(itemsIn(folder.path()), 11 - dropped);
        limits.octets = 0;
        QVERIFY(store->enforce(limits, now));
        QCOMPARE(found(*store, {}), std::vector{pinned});
    }

    // A large run drives out what earlier runs sent, and nothing that was sent by hand.
    void runsMakeRoomFirst()
    {
        QTemporaryDir folder;
        const auto store = opened(folder.path());
        MadeCall large{.body = QByteArray(100'000, 'x')};
        std::vector<EntryId> byHand;
        for (int i = 0; i < 3; ++i)
            byHand.push_back(large.into(*store));
        large.origin = Origin::Run;
        std::vector<EntryId> ofRun;
        for (int i = 0; i < 20; ++i)
            ofRun.push_back(large.into(*store));
        QCOMPARE(found(*store, QStringLiteral("from:run")).size(), 20U);
        QCOMPARE(found(*store, QStringLiteral("-from:run")).size(), 3U);
        QCOMPARE(store->entries(std::span(ofRun).first(1))->front().origin, Origin::Run);
        QCOMPARE(store->entries(std::span(byHand).first(1))->front().origin, Origin::Send);
        const Limits limits{.octets = 1'500'000};
        QVERIFY(store->enforce(limits, now).value_or(0) > 0);
        QVERIFY(store->usage()->octets <= limits.octets);
        QCOMPARE(found(*store, QStringLiteral("from:send")).size(), 3U);
        QVERIFY(found(*store, QStringLiteral("from:run")).front() == ofRun.back());
        // What is left of them is no more than its half; the oldest of all goes then.
        QVERIFY(store->enforce({.octets = 300'000}, now));
        QCOMPARE(found(*store, {}).size(), 1U);
        QCOMPARE(found(*store, {}).front(), byHand.back());
    }

    void limitsHoldWhoeverWrites()
    {
        QTemporaryDir folder;
        const MadeCall call{.body = QByteArray(100'000, 'x')};
        const Limits limits{.octets = 500'000};
        // A store for each call, as processes have.
        for (int i = 0; i < 20; ++i)
            QVERIFY(keep(*opened(folder.path()), call.hops(), call.asSent(), limits));
        const auto usage = opened(folder.path())->usage();
        QVERIFY(usage && usage->entries > 0);
        QVERIFY2(usage->octets <= limits.octets, qPrintable(QString::number(usage->octets)));
    }

    void isForItsOwnerAlone()
    {
        QTemporaryDir folder;
        const QString index = folder.filePath(QStringLiteral("index.db"));
        {
            QFile before(index);
            QVERIFY(before.open(QIODevice::WriteOnly));
            before.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        }
        const auto store = opened(folder.path());
        MadeCall{}.into(*store);
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        int files = 0;
        QDirIterator all(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        for (; all.hasNext(); ++files) {
            const QString path = all.next();
            QVERIFY2(!(QFile::permissions(path) & others), qPrintable(path));
        }
        QVERIFY(files >= 3); // index, journal, call
    }

    void filesWithoutAnEntryAreSweptAway()
    {
        QTemporaryDir folder;
        opened(folder.path());
        const QString stray = folder.filePath(QStringLiteral("stray.sonde"));
        const QString half = folder.filePath(QStringLiteral("half.sonde.part"));
        for (const QString &path : {stray, half}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        // They may be about to get one.
        QVERIFY(opened(folder.path())->enforce({}, now));
        QVERIFY(QFile::exists(stray));
        QVERIFY(opened(folder.path())->enforce({}, now + 2 * 3600'000));
        QVERIFY(!QFile::exists(stray));
        QVERIFY(!QFile::exists(half));
    }

    void twoStoresSeeEachOther()
    {
        QTemporaryDir folder;
        const auto one = opened(folder.path());
        const auto two = opened(folder.path());
        const qint64 before = two->version();
        const EntryId id = MadeCall{}.into(*one);
        QVERIFY(two->version() != before);
        QCOMPARE(found(*two, {}), std::vector{id});
        QVERIFY(two->remove(std::span(&id, 1)));
        QVERIFY(found(*one, {}).empty());
    }

    void stops()
    {
        QTemporaryDir folder;
        const auto store = opened(folder.path());
        for (int i = 0; i < 300; ++i)
            MadeCall{.body = "word"}.into(*store);
        int asked = 0;
        const auto stopped = store->find({}, [&asked] { return ++asked > 0; });
        if (stopped) // it may have been quicker than the first question
            QCOMPARE(asked, 0);
        else
            QCOMPARE(stopped.error().code, http::Code::Cancelled);
        QCOMPARE(found(*store, {}).size(), 300U);
    }

    // What is listed is kept between two questions, and never longer than it is true.
    void aListThatWasReadIsReadAgainWhenSomebodyWrites()
    {
        QTemporaryDir folder;
        const auto one = opened(folder.path());
        const EntryId first = MadeCall{.body = "two words"}.into(*one);
        QCOMPARE(found(*one, {}), std::vector{first});
        const EntryId second = MadeCall{.body = "two words"}.into(*one); // this store itself
        QCOMPARE(found(*one, QStringLiteral("\"two words\"")), (std::vector{second, first}));
        QVERIFY(one->remove(std::span(&second, 1)));
        QCOMPARE(found(*one, QStringLiteral("\"two words\"")), std::vector{first});
        QVERIFY(one->restore(std::span(&second, 1)));
        QCOMPARE(found(*one, {}), (std::vector{second, first}));
        const auto other = opened(folder.path()); // as another process has it
        const EntryId third = MadeCall{.body = "two words"}.into(*other);
        QCOMPARE(found(*one, QStringLiteral("\"two words\"")), (std::vector{third, second, first}));
        // A question that was stopped leaves nothing half read behind.
        MadeCall{.body = "two words"}.into(*other);
        const auto stopped = one->find({}, [] { return true; });
        QVERIFY(!stopped || stopped->size() == 4);
        QCOMPARE(found(*one, {}).size(), 4U);
        QCOMPARE(one->enforce({.octets = 0}, now + 7200'000).value_or(-1), 4);
        QVERIFY(found(*one, {}).empty());
    }

    // Most calls are found by their words, and the URL of the others is read one by one.
    void aWordThatNearlyAllHaveIsFoundInTheUrlOfTheOthers()
    {
        QTemporaryDir folder;
        const auto store = opened(folder.path());
        for (int i = 0; i < 40; ++i)
            MadeCall{.url = QStringLiteral("http://h/"), .body = "apple"}.into(*store);
        const EntryId named =
            MadeCall{.url = QStringLiteral("http://h/pineAPPLE"), .body = "pear"}.into(*store);
        const EntryId other =
            MadeCall{.url = QStringLiteral("http://h/plum"), .body = "pear"}.into(*store);
        const auto apples = found(*store, QStringLiteral("apple"));
        QCOMPARE(apples.size(), 41U);
        QCOMPARE(apples.front(), named);
        QCOMPARE(found(*store, QStringLiteral("-apple")), std::vector{other});
        QCOMPARE(found(*store, QStringLiteral("apple -pear")).size(), 40U);
        QVERIFY(store->remove(std::span(&named, 1)));
        QCOMPARE(found(*store, QStringLiteral("apple")).size(), 40U);
    }

    void earlierVersionsAreBroughtForward_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("without beginnings of words") << QByteArray() << QByteArray("1");
        QTest::newRow("with them, and the number of before")
            << QByteArray(", prefix = '3'") << QByteArray("1");
        QTest::newRow("with the shortest") << QByteArray(", prefix = '3'") << QByteArray("2");
        QTest::newRow("without where a call comes from")
            << QByteArray(", prefix = '3 4 5 6 7 8'") << QByteArray("3");
    }
    void earlierVersionsAreBroughtForward()
    {
        QFETCH(QByteArray, prefix);
        QFETCH(QByteArray, version);
        QTemporaryDir folder;
        EntryId id{};
        {
            const auto store = opened(folder.path());
            MadeCall{.body = "apple"}.into(*store);
            id = MadeCall{.body = "pineapple juice"}.into(*store);
            const EntryId gone = MadeCall{.body = "pineapple cake"}.into(*store);
            QVERIFY(store->remove(std::span(&gone, 1)));
        }
        const auto index = [&] {
            return *Database::open(folder.filePath(QStringLiteral("index.db")));
        };
        const QByteArray before =
            "ALTER TABLE text RENAME TO newer; CREATE VIRTUAL TABLE text USING fts5(head, body, "
            "tokenize = 'unicode61 remove_diacritics 2'" +
            prefix +
            "); INSERT INTO text(rowid, head, body) SELECT rowid, head, body FROM newer; "
            "DROP TABLE newer; ALTER TABLE entry DROP COLUMN origin; PRAGMA user_version = " +
            version;
        QVERIFY(index()->run(before.constData()));
        const auto prefixed =
            "SELECT count(*) FROM sqlite_master WHERE name = 'text' AND sql LIKE '%7 8%'";
        QCOMPARE(index()->number(prefixed).value_or(-1), version == "3" ? 1 : 0);
        for (int time = 0; time < 2; ++time) { // the second one finds nothing to do
            const auto store = opened(folder.path());
            QCOMPARE(found(*store, QStringLiteral("body:pineap")), std::vector{id});
            QCOMPARE(found(*store, QStringLiteral("body:\"pineapple juice\"")), std::vector{id});
            QVERIFY(store->reopen(id));
            QCOMPARE(found(*store, QStringLiteral("from:send")).size(), 2U);
        }
        QCOMPARE(index()->number(prefixed).value_or(-1), 1);
        QCOMPARE(index()->number("PRAGMA user_version").value_or(-1), 4);
        QCOMPARE(index()->number("SELECT count(*) FROM text").value_or(-1), 3);
        QCOMPARE(index()
                     ->number("SELECT count(*) FROM sqlite_master WHERE name LIKE 'text2%'")
                     .value_or(-1),
                 0);
        QVERIFY(index()->run("INSERT INTO text(text) VALUES('integrity-check')"));
        // It goes on being written.
        const EntryId later = MadeCall{.body = "pineapple"}.into(*opened(folder.path()));
        QCOMPARE(found(*opened(folder.path()), QStringLiteral("body:pineap")),
                 (std::vector{later, id}));
    }

    void laterVersionsAreLeftAlone()
    {
        QTemporaryDir folder;
        opened(folder.path());
        auto database = Database::open(folder.filePath(QStringLiteral("index.db")));
        QVERIFY(database && (*database)->run("PRAGMA user_version = 99"));
        const auto store = Store::open(folder.path());
        QVERIFY(!store);
        QCOMPARE(store.error().code, http::Code::UnsupportedVersion);
    }
};

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_history_store.moc"

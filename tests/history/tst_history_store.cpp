// The history on disk: what is found again, what is kept and for how long, that secrets are not in
// it, and that a call opens again as it was.
#include "client/connection_record.h"
#include "history/archive.h"
#include "history/database.h"
#include "made_calls.h"
#include "tests/interop/live_calls.h"
#include "trace/phases.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::history;
using testing::LiveCalls;
using testing::MadeCall;

namespace
{

const qint64 now = QDateTime::currentMSecsSinceEpoch();

std::unique_ptr<Store> opened(const QString &folder)
{
    auto store = Store::open(folder);
    if (!store)
        qFatal("%s", qPrintable(store.error().sentence + store.error().detail));
    return *std::move(store);
}

std::vector<EntryId> found(Store &store, const QString &text)
{
    const auto filter = Filter::parse(text, now);
    if (!filter)
        qFatal("%s", qPrintable(sentence(filter.error())));
    const auto list = store.find(*filter);
    if (!list)
        qFatal("%s", qPrintable(list.error().detail));
    std::vector<EntryId> ids;
    for (const Listed &one : *list)
        ids.push_back(one.id);
    return ids;
}

int itemsIn(const QString &folder)
{
    int count = 0;
    QDirIterator files(folder, {QStringLiteral("*.sonde*")}, QDir::Files,
                       QDirIterator::Subdirectories);
    for (; files.hasNext(); files.next())
        ++count;
    return count;
}

// Every file of the folder, the journal of the database among them.
bool holds(const QString &folder, const QByteArray &octets)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("unreadable");
        if (file.readAll().contains(octets))
            return true;
    }
    return false;
}

// What panes show of a call.
QByteArray projection(const client::Call &call)
{
    QByteArray text;
    for (const client::Hop &hop : call.hops()) {
        const trace::ExchangeState state = hop.exchange->state();
        text += state.request.method.token() + ' ' + state.request.target.url() + '\n';
        for (const http::Field &field : state.sentHeaders)
            text += field.name + ": " + field.value + '\n';
        text += QByteArray::number(state.response ? state.response->status : 0) + '\n';
        if (state.response) {
            for (const http::Field &field : state.response->headers)
                text += field.name + ": " + field.value + '\n';
        }
        for (const trace::Event &event : state.events)
            text += trace::name(event.what).toByteArray() + ' ' + QByteArray::number(event.at.ns) +
                    '\n';
        for (const trace::Chunk &chunk : hop.exchange->chunks())
            text +=
                QByteArray::number(chunk.offset) + '+' + QByteArray::number(chunk.length) + '\n';
        text += hop.body->read(0, hop.body->size()).value_or("unreadable") + '\n';
        if (!state.connection)
            continue;
        client::ConnectionRecord record(state.connection);
        while (record.readOn() == client::ConnectionRecord::News::Some) {
        }
        if (const auto *http2 = record.conversation()) {
            for (const trace::Frame &frame : http2->frames)
                text += QByteArray::number(int(frame.type)) + ' ' +
                        QByteArray::number(frame.length) + '\n';
            for (const trace::HeaderBlock &block : http2->blocks) {
                for (const auto &field : block.fields)
                    text += field.name + ": " + field.value + '\n';
            }
        }
        if (const auto *http1 = record.http1()) {
            for (const trace::Http1Part &part : http1->parts())
                text += part.octets + '\n';
        }
    }
    return text;
}

} // namespace

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

    void longBodiesAreCut()
    {
        QTemporaryDir folder;
        const auto store = opened(folder.path());
        const EntryId id =
            MadeCall{.body = QByteArray(Limits::bodyOctets + 1000, 'y')}.into(*store);
        const auto again = store->reopen(id);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().sentence));
        QCOMPARE(again->call->last().body->size(), Limits::bodyOctets);
        const auto entry = store->entries(std::span(&id, 1));
        QVERIFY(entry->front().isCut);
        QCOMPARE(entry->front().octets, Limits::bodyOctets + 1000);
        QCOMPARE(found(*store, QStringLiteral("is:cut")).size(), 1U);
        // The window's way in says so, too.
        {
            Archive archive(folder.path());
            QSignalSpy changed(&archive, &Archive::changed);
            const MadeCall longer{.body = QByteArray(Limits::bodyOctets + 1, 'z')};
            archive.follow(client::Call::recorded(longer.hops()), longer.asSent());
            QVERIFY(changed.wait(20'000));
        }
        QCOMPARE(found(*store, QStringLiteral("is:cut")).size(), 2U);
    }

    void earlierVersionsAreBroughtForward_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::newRow("without beginnings of words") << QByteArray();
        QTest::newRow("with them, and the number of before") << QByteArray(", prefix = '3'");
    }
    void earlierVersionsAreBroughtForward()
    {
        QFETCH(QByteArray, prefix);
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
            "DROP TABLE newer; PRAGMA user_version = 1";
        QVERIFY(index()->run(before.constData()));
        const auto prefixed =
            "SELECT count(*) FROM sqlite_master WHERE name = 'text' AND sql LIKE '%prefix%'";
        QCOMPARE(index()->number(prefixed).value_or(-1), prefix.isEmpty() ? 0 : 1);
        for (int time = 0; time < 2; ++time) { // the second one finds nothing to do
            const auto store = opened(folder.path());
            QCOMPARE(found(*store, QStringLiteral("body:pineap")), std::vector{id});
            QCOMPARE(found(*store, QStringLiteral("body:\"pineapple juice\"")), std::vector{id});
            QVERIFY(store->reopen(id));
        }
        QCOMPARE(index()->number(prefixed).value_or(-1), 1);
        QCOMPARE(index()->number("PRAGMA user_version").value_or(-1), 2);
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

    void secretsAreNowhere_data()
    {
        QTest::addColumn<int>("over");
        QTest::newRow("HTTP/1.1") << int(LiveCalls::Over::Http1);
        QTest::newRow("h2c") << int(LiveCalls::Over::H2c);
        QTest::newRow("https h2") << int(LiveCalls::Over::Https2);
    }
    void secretsAreNowhere()
    {
        QFETCH(int, over);
        LiveCalls live;
        QVERIFY(live.start());
        QTemporaryDir folder;
        const QByteArrayList secrets{"Zq81-authorization", "Zq82-cookie", "Zq83-query", "Zq84-json",
                                     "Zq85-variable"};
        // The echo returns what it got, so all of it comes back, too.
        const auto call = live.call(
            LiveCalls::Over(over), "/echo?api_key=" + secrets[2] + "&v=" + secrets[4],
            [&](http::Request &request, client::Options &) {
                request.method = *http::Method::parse("POST");
                request.headers.append({"Authorization", "Bearer " + secrets[0]});
                request.headers.append({"Cookie", "sid=" + secrets[1]});
                request.headers.append({"X-Harmless", "carries " + secrets[4] + " inside"});
                const QByteArray content = R"({"password":"%1","note":"%2"})";
                request.content = http::Content::of(
                    QByteArray(content).replace("%1", secrets[3]).replace("%2", secrets[4]),
                    "application/json");
            });
        Sent sent{.document = {.title = QStringLiteral("Log in"),
                               .method = QStringLiteral("POST"),
                               .url = QStringLiteral("http://h/echo?api_key=%1&v=%2")
                                          .arg(QString::fromLatin1(secrets[2]),
                                               QString::fromLatin1(secrets[4])),
                               .headers = {{QStringLiteral("Authorization"),
                                            QStringLiteral("Bearer ") +
                                                QString::fromLatin1(secrets[0])}}},
                  .file = {},
                  .secrets = {QString::fromLatin1(secrets[4])}};
        sent.document.body = {.mode = collection::BodyMode::Json,
                              .text = QStringLiteral(R"({"password":"%1","token":"{{token}}"})")
                                          .arg(QString::fromLatin1(secrets[3]))};
        {
            Archive archive(folder.path());
            QSignalSpy changed(&archive, &Archive::changed);
            archive.follow(call, sent);
            QVERIFY(changed.wait(20'000));
        }
        QCOMPARE(itemsIn(folder.path()), 1);
        for (const QByteArray &secret : secrets)
            QVERIFY2(!holds(folder.path(), secret), secret.constData());
        // What is no secret is there.
        QVERIFY(holds(folder.path(), "X-Harmless") || holds(folder.path(), "x-harmless"));
        const auto store = opened(folder.path());
        const EntryId id = found(*store, {}).front();
        const QByteArray document = store->document(id).value_or("");
        QVERIFY(document.contains("{{token}}"));
        // Unless a person wants them.
        {
            Archive archive(folder.path());
            archive.setLimits({.keepsSecrets = true});
            QSignalSpy changed(&archive, &Archive::changed);
            archive.follow(call, sent);
            QVERIFY(changed.wait(20'000));
        }
        QVERIFY(holds(folder.path(), secrets[0]));
    }

    // The password of Basic comes back decoded.
    void decodedPasswordsAreNowhere()
    {
        const QByteArray password = "Zq86-password";
        const auto hops =
            MadeCall{.request = {{"Authorization", "Basic " + ("anna:" + password).toBase64()}},
                     .body = "you are anna, " + password}
                .hops();
        QTemporaryDir folder;
        {
            Archive archive(folder.path());
            QSignalSpy changed(&archive, &Archive::changed);
            archive.follow(client::Call::recorded(hops), {});
            QVERIFY(changed.wait(20'000));
        }
        QVERIFY(!holds(folder.path(), password));
        QVERIFY(holds(folder.path(), "you are anna"));
    }

    void reopensAsItWas_data()
    {
        QTest::addColumn<int>("over");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("HTTP/1.1") << int(LiveCalls::Over::Http1) << QByteArray("/echo");
        QTest::newRow("https h2, redirects")
            << int(LiveCalls::Over::Https2) << QByteArray("/redirect/3");
        QTest::newRow("h2c, gzip") << int(LiveCalls::Over::H2c) << QByteArray("/gzip");
        QTest::newRow("https, trailers") << int(LiveCalls::Over::Https1) << QByteArray("/trailers");
    }
    void reopensAsItWas()
    {
        QFETCH(int, over);
        QFETCH(QByteArray, path);
        LiveCalls live;
        QVERIFY(live.start());
        QTemporaryDir folder;
        const auto call = live.call(LiveCalls::Over(over), path);
        const auto store = opened(folder.path());
        const auto recording = recordingOf(call->hops(), {}, interop::ExportSecrets::Masked);
        QVERIFY(recording);
        const auto id =
            store->add(*recording, keptHops(call->hops()), interop::ExportSecrets::Masked);
        QVERIFY(id);
        const auto again = store->reopen(*id);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().sentence));
        QVERIFY(again->call->isOver());
        QCOMPARE(projection(*again->call), projection(*call));
    }

    // Calls that still run when the history ends are written as far as they came, if they end.
    void followsARunningCall()
    {
        QTemporaryDir folder;
        const auto hops = MadeCall{}.hops();
        const auto call = client::Call::recorded(hops, false);
        {
            Archive archive(folder.path());
            QSignalSpy changed(&archive, &Archive::changed);
            archive.follow(call, MadeCall{}.asSent());
            call->noteChange();
            QVERIFY(!changed.wait(50));
            std::thread ender([&] { call->finish(); });
            QVERIFY(changed.wait(20'000));
            ender.join();
            archive.follow(client::Call::recorded(hops, false), {}); // never ends
        }
        QCOMPARE(found(*opened(folder.path()), {}).size(), 1U);
    }

    void offMeansOff()
    {
        QTemporaryDir folder;
        const QString inside = folder.filePath(QStringLiteral("history"));
        {
            Archive archive(inside);
            archive.setLimits({.isOn = false});
            archive.follow(client::Call::recorded(MadeCall{}.hops()), {});
        }
        QVERIFY(!QFile::exists(inside));
    }
};

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_history_store.moc"

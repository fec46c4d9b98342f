// What goes into the history as calls end: without their secrets, cut where they are long, and so
// that a call opens again as it was.
#include "client/connection_record.h"
#include "history/archive.h"
#include "made_calls.h"
#include "opened_store.h"
#include "tests/interop/live_calls.h"
#include "tests/support/folder_search.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::history;
using namespace sonde::testing;

namespace
{

// Every file of the folder, the journal of the database among them.
bool holds(const QString &folder, const QByteArray &octets)
{
    return !filesWith(folder, octets).isEmpty();
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

class TestHistoryArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    void callsOfAConnectionDoNotHoldEachOther_data()
    {
        QTest::addColumn<int>("over");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("with a length") << int(LiveCalls::Over::Http1) << QByteArray("/echo");
        QTest::newRow("in chunks") << int(LiveCalls::Over::Https1) << QByteArray("/trailers");
    }
    void callsOfAConnectionDoNotHoldEachOther()
    {
        QFETCH(int, over);
        QFETCH(QByteArray, path);
        constexpr quint32 calls = 20;
        LiveCalls live;
        QVERIFY(live.start());
        std::vector<std::shared_ptr<client::Call>> made;
        for (quint32 i = 1; i <= calls; ++i)
            made.push_back(live.call(
                LiveCalls::Over(over), path, [i](http::Request &request, client::Options &) {
                    request.headers.append({"X-Number", "number-" + QByteArray::number(i)});
                }));
        const trace::ExchangeState state = made.back()->hops().front().exchange->state();
        QCOMPARE(state.connection, made.front()->hops().front().exchange->state().connection);
        QTemporaryDir folder;
        const auto store = opened(folder.path());
        QVERIFY(keep(*store, made.back()->hops(), {}, {}));
        QVERIFY(holds(folder.path(), "number-20"));
        QVERIFY(!holds(folder.path(), "number-19"));
        // Nor of those that came after it, before it was written.
        QTemporaryDir other;
        const auto middle = opened(other.path());
        QVERIFY(keep(*middle, made[9]->hops(), {}, {}));
        QVERIFY(holds(other.path(), "number-10"));
        for (const char *foreign : {"number-9", "number-11", "number-20"})
            QVERIFY2(!holds(other.path(), foreign), foreign);
        const auto found10 = middle->reopen(found(*middle, {}).front());
        QVERIFY(found10);
        QCOMPARE(found10->call->last().body->read(0, 1 << 20).value_or(""),
                 made[9]->last().body->read(0, 1 << 20).value_or("-"));

        const auto again = store->reopen(found(*store, {}).front());
        QVERIFY(again);
        const auto connection = again->call->hops().front().exchange->state().connection;
        const auto partsOf = [](const std::shared_ptr<const trace::Connection> &of) {
            client::ConnectionRecord record(of);
            while (record.readOn() == client::ConnectionRecord::News::Some) {
            }
            return record.http1()->parts();
        };
        // Every octet of its own is where it was, and the place of the others is known.
        std::vector<trace::Http1Part> own;
        for (trace::Http1Part &part : partsOf(state.connection)) {
            if (std::exchange(part.message, 1) == calls)
                own.push_back(part);
        }
        auto kept = partsOf(connection);
        QVERIFY(kept.size() > 2);
        for (int gap = 0; gap < 2; ++gap) {
            QCOMPARE(kept.front().kind, trace::Http1Part::Kind::Content);
            QCOMPARE(kept.front().message, 0U);
            kept.erase(kept.begin());
        }
        QVERIFY(kept == own);
        for (const auto direction : {trace::Direction::Sent, trace::Direction::Received})
            QCOMPARE(connection->log().octets(direction),
                     state.connection->log().octets(direction));
    }

    // A run of thousands over one connection must not keep all of it thousands of times.
    void aLongConnectionIsNotKeptWithEachCall()
    {
        constexpr int calls = 120;
        LiveCalls live;
        QVERIFY(live.start());
        QTemporaryDir folder;
        const auto store = opened(folder.path());
        std::shared_ptr<client::Call> last;
        std::vector<qint64> sizes;
        for (int i = 0; i < calls; ++i) {
            last = live.call(LiveCalls::Over::H2c, "/echo",
                             [](http::Request &request, client::Options &) {
                                 QByteArray filler; // as nothing compresses
                                 for (int octet = 0; octet < 1000; ++octet)
                                     filler += char('a' + QRandomGenerator::global()->bounded(26));
                                 request.headers.append({"X-Filler", filler});
                             });
            QVERIFY(keep(*store, last->hops(), {}, {}));
        }
        QDirIterator items(folder.path(), {QStringLiteral("*.sonde")}, QDir::Files,
                           QDirIterator::Subdirectories);
        for (; items.hasNext(); sizes.push_back(items.fileInfo().size()))
            items.next();
        QCOMPARE(sizes.size(), size_t(calls));
        QVERIFY2(std::ranges::max(sizes) < 200'000,
                 qPrintable(QString::number(std::ranges::max(sizes))));
        // What it said itself is there.
        const auto again = store->reopen(found(*store, {}).front());
        QVERIFY(again);
        const client::Hop &hop = again->call->last();
        QCOMPARE(hop.exchange->state().response->status, 200);
        QCOMPARE(hop.body->read(0, 1 << 20).value_or(""),
                 last->last().body->read(0, 1 << 20).value_or("-"));
        QVERIFY(hop.exchange->state().connection->log().truncation());
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

    // As a run does, from a thread of its own and faster than a disk.
    void followsManyFromAnotherThread()
    {
        constexpr int many = 2 * Archive::mostWaiting;
        QTemporaryDir folder;
        Archive::Follower late;
        {
            Archive archive(folder.path());
            QSignalSpy changed(&archive, &Archive::changed);
            late = archive.follower();
            std::thread run([follow = archive.follower()] {
                const MadeCall call{.title = QStringLiteral("one of many"), .origin = Origin::Run};
                for (int i = 0; i < many; ++i)
                    follow(client::Call::recorded(call.hops()), call.asSent());
            });
            run.join();
            QVERIFY(archive.finishWriting());
            QTRY_VERIFY(!changed.isEmpty());
            QVERIFY2(changed.size() < many / 4, "the list is told of each");
        }
        late(client::Call::recorded(MadeCall{}.hops()), {}); // nobody is there any more
        const auto store = opened(folder.path());
        QCOMPARE(found(*store, QStringLiteral("from:run name:many")).size(), size_t(many));
        QCOMPARE(found(*store, {}).size(), size_t(many));
    }

    void tellsThatNothingCanBeWritten()
    {
        QTemporaryDir folder;
        const QString taken = folder.filePath(QStringLiteral("taken"));
        QVERIFY(QFile(taken).open(QIODevice::WriteOnly));
        Archive archive(taken);
        archive.follow(client::Call::recorded(MadeCall{}.hops()), {});
        QVERIFY(!archive.finishWriting());
        QVERIFY(archive.finishWriting()); // it is told once
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

QTEST_GUILESS_MAIN(TestHistoryArchive)
#include "tst_history_archive.moc"

// The engine itself: its two places to run, its connections seen from outside, and its end, with
// nothing alive after any test.
#include "engine_bench.h"
#include "tests/support/black_hole.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <future>
#include <thread>

using namespace sonde;
using namespace sonde::testing;
using namespace std::chrono_literals;
using client::Call;
using client::Engine;
using trace::End;

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_cache.isValid());
        qputenv("XDG_CACHE_HOME", m_cache.path().toUtf8());
    }

    void connectionsAreSeenAndClosedFromOutside()
    {
        LoopbackServer server(Speaks::Http1);
        Bench bench(Engine::Where::OwnThread);
        bench.run(requestTo(server.url(), Speaks::Http1));
        const auto look = [&] {
            std::promise<Engine::Standings> answer;
            bench.engine.askStandings(
                [&](Engine::Standings standings) { answer.set_value(std::move(standings)); });
            return answer.get_future().get();
        };
        auto standings = look();
        QCOMPARE(standings.size(), size_t(1));
        QCOMPARE(standings[0].connection->state().exchanges, 1);
        bench.engine.closeConnection(standings[0].connection->id());
        QVERIFY(look().empty());
        QCOMPARE(standings[0].connection->state().closeReason,
                 QStringLiteral("closed by the user"));
        bench.run(requestTo(server.url(), Speaks::Http1));
        QCOMPARE(server.connectionsMade(), 2);
        bench.engine.closeConnections();
        QVERIFY(look().empty());
    }

    void lingerKeepsTheConnection()
    {
        LoopbackServer server(Speaks::Http2);
        Bench bench;
        const auto call =
            bench.engine.start(requestTo(server.url(), Speaks::Http2), {.linger = 1s});
        QVERIFY(spinUntil([&] { return stateOf(*call).isOver(); }));
        QVERIFY(!call->isOver());
        QCOMPARE(server.connectionsOpen(), 1);
        QVERIFY(Bench::wait(*call));
    }

    // --- the engine itself

    void ownThread_data() { addVersions(); }
    void ownThread()
    {
        QFETCH(Speaks, speaks);
        LoopbackServer server(speaks, [](const LoopbackRequest &request) {
            return LoopbackReply{.content = pattern(200'000) + request.head.target};
        });
        Bench bench(Engine::Where::OwnThread);
        std::vector<std::unique_ptr<client::Watcher>> watchers;
        std::vector<std::unique_ptr<QSignalSpy>> spies;
        for (int i = 0; i < 20; ++i) {
            watchers.push_back(std::make_unique<client::Watcher>(
                bench.engine.start(requestTo(server.url(), speaks))));
            spies.push_back(
                std::make_unique<QSignalSpy>(watchers.back().get(), &client::Watcher::finished));
        }
        QVERIFY(spinUntil([&] {
            return std::ranges::all_of(spies, [](const auto &spy) { return !spy->isEmpty(); });
        }));
        for (const auto &watcher : watchers) {
            QVERIFY(!stateOf(*watcher->call()).error);
            QCOMPARE(bodyOf(*watcher->call()).size(), 200'001);
        }
        QVERIFY(!bench.engine.connections().empty());
        QCOMPARE(bench.engine.liveCalls(), 0);
        bench.engine.shutdown();
        QVERIFY(bench.engine.connections().empty());
        for (const auto &spy : spies)
            QCOMPARE(spy->size(), 1);
    }

    void startFromManyThreads()
    {
        LoopbackServer server(Speaks::Http1);
        Bench bench(Engine::Where::OwnThread);
        std::mutex mutex;
        std::vector<std::shared_ptr<Call>> calls;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] {
                for (int j = 0; j < 25; ++j) {
                    auto call = bench.engine.start(requestTo(server.url(), Speaks::Http1));
                    if (i == 0)
                        call->cancel();
                    const std::scoped_lock lock(mutex);
                    calls.push_back(std::move(call));
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        int cancelled = 0;
        for (const auto &call : calls) {
            QVERIFY(Bench::wait(*call));
            cancelled += stateOf(*call).end == End::Cancelled;
        }
        QCOMPARE(calls.size(), size_t(100));
        QVERIFY(cancelled <= 25);
    }

    void shutdownInTheMiddle_data()
    {
        QTest::addColumn<bool>("ownThread");
        QTest::newRow("own thread") << true;
        QTest::newRow("caller's thread") << false;
    }
    void shutdownInTheMiddle()
    {
        QFETCH(bool, ownThread);
        LoopbackServer server(Speaks::Http1, [](const LoopbackRequest &) {
            return LoopbackReply{.content = "some", .then = Then::Hang};
        });
        const BlackHole hole(QStringLiteral("127.0.0.1"));
        std::vector<std::shared_ptr<Call>> calls;
        {
            Engine engine(ownThread ? Engine::Where::OwnThread : Engine::Where::CallersThread);
            for (int i = 0; i < 10; ++i)
                calls.push_back(engine.start(requestTo(server.url(), Speaks::Http1)));
            calls.push_back(engine.start(
                requestTo("http://127.0.0.1:" + QByteArray::number(hole.port()), Speaks::Http1)));
            spinUntil([&] { return calls.front()->last().body->size() > 0; });
            engine.shutdown();
            QCOMPARE(engine.liveCalls(), 0);
            calls.push_back(engine.start(requestTo(server.url(), Speaks::Http1)));
            QVERIFY2(calls.back()->isOver(), "a closed engine starts nothing");
            engine.shutdown(); // once more does no harm
        }
        for (const auto &call : calls) {
            QVERIFY(call->isOver());
            QCOMPARE(stateOf(*call).end, End::Cancelled);
            QVERIFY(!stateOf(*call).error->sentence.isEmpty());
            call->cancel();
        }
        QCOMPARE(bodyOf(*calls.front()), "some");
    }

    void destroyedAtOnce()
    {
        for (int i = 0; i < 20; ++i) {
            std::shared_ptr<Call> call;
            {
                Engine engine(Engine::Where::OwnThread);
                call = engine.start(requestTo("http://127.0.0.1:1/", Speaks::Http1));
            }
            QVERIFY(call->isOver());
            client::Watcher watcher(call);
            QSignalSpy finished(&watcher, &client::Watcher::finished);
            QVERIFY(finished.wait());
        }
    }

private:
    QTemporaryDir m_cache;
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"

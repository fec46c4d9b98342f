// Recorded calls, listeners, the mailbox and the watcher: every change is told, the end exactly
// once, and either side may go first, on any thread.
#include "client/engine.h"
#include "client/mailbox.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <thread>

using namespace sonde;
using namespace sonde::client;
using namespace std::chrono_literals;

namespace
{

Hop makeHop()
{
    return {.exchange = std::make_shared<trace::Exchange>(http::Request{}),
            .body = std::make_shared<body::ByteStore>()};
}

} // namespace

class TestWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedCall()
    {
        const Hop first = makeHop();
        const Hop second = makeHop();
        const auto call = Call::recorded({first, second});
        QVERIFY(call->isOver());
        QCOMPARE(call->hops().size(), size_t(2));
        QCOMPARE(call->last().exchange, second.exchange);
        call->cancel(); // nothing to cancel, nothing happens
        QVERIFY(!Call::recorded({}, false)->last().exchange);
    }

    void overAlreadyIsToldOnce()
    {
        Watcher watcher(Call::recorded({makeHop()}));
        QSignalSpy changed(&watcher, &Watcher::changed);
        QSignalSpy finished(&watcher, &Watcher::finished);
        QVERIFY2(finished.isEmpty(), "listeners are connected after construction");
        QVERIFY(finished.wait());
        QTest::qWait(50);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(finished.size(), 1);
    }

    void manyChangesFewSignals()
    {
        const auto call = Call::recorded({makeHop()}, false);
        Watcher watcher(call);
        QSignalSpy changed(&watcher, &Watcher::changed);
        QSignalSpy finished(&watcher, &Watcher::finished);
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 60; ++i) {
            for (int j = 0; j < 100; ++j)
                call->noteChange();
            QTest::qWait(2);
        }
        const qint64 mostSignals = clock.elapsed() / 16 + 2;
        QVERIFY(changed.size() >= 2);
        QVERIFY(changed.size() <= mostSignals);
        QVERIFY(finished.isEmpty());
        call->finish();
        QVERIFY(finished.wait());
        call->noteChange();
        QTest::qWait(50);
        QCOMPARE(finished.size(), 1);
    }

    void lastChangeIsNeverLost()
    {
        const auto call = Call::recorded({makeHop()}, false);
        Watcher watcher(call);
        qint64 seen = -1;
        connect(&watcher, &Watcher::changed, this, [&] { seen = call->last().body->size(); });
        for (int i = 0; i < 200; ++i) {
            QVERIFY(call->last().body->append("x").has_value());
            call->noteChange();
            if (i % 20 == 0)
                QTest::qWait(3);
        }
        QTRY_COMPARE(seen, 200);
    }

    void twoWatchersOfOneCall()
    {
        const auto call = Call::recorded({makeHop()}, false);
        auto first = std::make_unique<Watcher>(call);
        Watcher second(call);
        int plain = 0;
        call->onChange([&] { ++plain; });
        QSignalSpy finished(&second, &Watcher::finished);
        first.reset();
        call->finish();
        QVERIFY(finished.wait());
        QCOMPARE(plain, 1);
        call->onChange({});
        call->noteChange();
        QCOMPARE(plain, 1);
    }

    void deletedByItsListener()
    {
        for (const bool atEnd : {false, true}) {
            const auto call = Call::recorded({makeHop()}, atEnd);
            auto *watcher = new Watcher(call);
            bool gone = false;
            connect(watcher, &QObject::destroyed, this, [&] { gone = true; });
            connect(watcher, &Watcher::changed, this, [=] { delete watcher; });
            QTRY_VERIFY(gone);
            call->noteChange();
        }
    }

    void writerOnAnotherThread()
    {
        for (int round = 0; round < 20; ++round) {
            const auto call = Call::recorded({makeHop()}, false);
            auto watcher = std::make_unique<Watcher>(call);
            QSignalSpy finished(watcher.get(), &Watcher::finished);
            std::thread writer([call] {
                for (int i = 0; i < 2'000; ++i) {
                    if (!call->last().body->append("x"))
                        return;
                    call->noteChange();
                }
                call->finish();
            });
            if (round % 2 == 0)
                QTRY_COMPARE(finished.size(), 1);
            else
                watcher.reset(); // while the writer writes
            writer.join();
        }
    }

    void mailboxDeliversInOrder()
    {
        Mailbox mailbox;
        QVERIFY(mailbox.isHere());
        std::vector<int> got;
        std::thread sender([&] {
            for (int i = 0; i < 1'000; ++i)
                QVERIFY(mailbox.post([&got, i] { got.push_back(i); }));
            QVERIFY(!mailbox.isHere());
        });
        sender.join();
        QVERIFY(got.empty());
        QTRY_COMPARE(got.size(), size_t(1'000));
        QVERIFY(std::ranges::is_sorted(got));
    }

    void closedMailboxTakesNothing()
    {
        auto mailbox = std::make_unique<Mailbox>();
        int calls = 0;
        auto held = std::make_shared<int>(1);
        QVERIFY(mailbox->post([&calls, &mailbox] {
            ++calls;
            mailbox->close(); // from within a delivery
        }));
        QVERIFY(mailbox->post([&calls, held] { ++calls; }));
        QTRY_COMPARE(calls, 2); // letters of the same delivery still arrive
        QVERIFY(!mailbox->post([&calls, held] { ++calls; }));
        mailbox.reset();
        QCOMPARE(held.use_count(), 1);
        QTest::qWait(10);
        QCOMPARE(calls, 2);
    }

    void mailboxOfAThread()
    {
        QThread thread;
        Mailbox mailbox;
        mailbox.moveTo(&thread);
        thread.start();
        std::atomic<bool> there = false;
        QVERIFY(mailbox.post([&] { there = QThread::currentThread() == &thread; }));
        QTRY_VERIFY(there);
        QVERIFY(mailbox.post([&] {
            mailbox.close();
            thread.quit();
        }));
        QVERIFY(thread.wait());
        QVERIFY(!mailbox.post([] {}));
    }
};

QTEST_GUILESS_MAIN(TestWatcher)
#include "tst_watcher.moc"

// Work for a view: news of it comes at once, then once a frame at most, and none is lost; none
// comes to an owner that is gone.
#include "body/workers.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>

#include <chrono>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace sonde::body;

namespace
{

constexpr int patience = 60'000; // ms; only to notice a hang
constexpr int frame = 16;        // ms

} // namespace

class TestWorkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newsComesOnceAFrame()
    {
        QObject owner;
        std::atomic<bool> stop = false;
        bool over = false;
        int times = 0;
        QElapsedTimer clock;
        clock.start();
        startWork(
            &owner,
            [&stop](const Announce &announce) {
                while (!stop)
                    announce();
            },
            [&] { stop = ++times == 10; }, [&] { over = true; });
        QTRY_VERIFY_WITH_TIMEOUT(over, patience);
        QVERIFY(clock.elapsed() >= 9 * frame);
        // One may still be on its way when the work is over.
        QTest::qWait(3 * frame);
        QVERIFY2(times == 10 || times == 11, qPrintable(QString::number(times)));
    }

    // The work finds something right behind the first news, then nothing for long.
    void theLastNewsIsNotLost()
    {
        QObject owner;
        QSemaphore told;
        std::atomic<int> found = 0;
        int known = 0;
        bool over = false;
        startWork(
            &owner,
            [&](const Announce &announce) {
                found = 1;
                announce();
                told.acquire();
                found = 2;
                announce();
                told.acquire(); // for ever, if nobody heard of it
            },
            [&] {
                if (const int now = found; now > known) {
                    known = now;
                    told.release();
                }
            },
            [&] { over = true; });
        QTRY_VERIFY_WITH_TIMEOUT(over, patience);
        QCOMPARE(known, 2);
    }

    void theDeadHearNothing()
    {
        auto owner = std::make_unique<QObject>();
        std::atomic<bool> stop = false;
        int times = 0;
        startWork(
            owner.get(),
            [&stop](const Announce &announce) {
                while (!stop)
                    announce();
            },
            [&] { ++times; }, [&] { times += 1000; });
        QTRY_VERIFY_WITH_TIMEOUT(times > 1, patience);
        owner.reset();
        const int before = times;
        QTest::qWait(3 * frame);
        stop = true;
        QVERIFY(workers().waitForDone(patience));
        QTest::qWait(3 * frame);
        QCOMPARE(times, before);
    }

    void givesWayToTheMainThread()
    {
        QObject owner;
        std::atomic<int> worker = 0;
        bool over = false;
        startWork(
            &owner,
            [&](const Announce &) { worker = ::getpriority(PRIO_PROCESS, id_t(::gettid())); },
            [] {}, [&] { over = true; });
        QTRY_VERIFY_WITH_TIMEOUT(over, patience);
        const int mine = ::getpriority(PRIO_PROCESS, id_t(::gettid()));
        QVERIFY(worker > mine || mine >= 5); // whoever started the tests may have done so kindly
    }
};

// What is still at work when the application goes is waited for.
int main(int argc, char **argv)
{
    static std::atomic<bool> ended = false;
    int failures = 0;
    {
        QCoreApplication application(argc, argv);
        TestWorkers test;
        failures = QTest::qExec(&test, argc, argv);
        workers().start([] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            ended = true;
        });
    }
    return ended ? failures : failures + 1;
}

#include "tst_workers.moc"

// The loop of network threads: posted events, wake-ups from elsewhere, sockets and timers, and each
// of them while a handler changes what the loop is about to do.
#include "net/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryFile>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <fcntl.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace sonde::net;
using namespace std::chrono_literals;

namespace
{

// Two ends of one connection, closed with it.
struct Pair {
    Pair() { [[maybe_unused]] const int made = ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends); }
    ~Pair()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;
    void closeEnd(int at)
    {
        if (ends[at] >= 0)
            ::close(std::exchange(ends[at], -1));
    }
    void write() const { QCOMPARE(::write(ends[1], "x", 1), 1); }
    void read() const
    {
        char octet = 0;
        QCOMPARE(::read(ends[0], &octet, 1), 1);
    }
    int ends[2] = {-1, -1};
};

using Told = std::vector<int>;

std::unique_ptr<QSocketNotifier> listen(int descriptor, QSocketNotifier::Type type,
                                        std::function<void()> then)
{
    auto notifier = std::make_unique<QSocketNotifier>(descriptor, type);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), std::move(then));
    return notifier;
}

// One turn that does not wait.
void turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    QCoreApplication::eventDispatcher()->processEvents(flags);
}

class Counter : public QObject
{
public:
    int events = 0;
    bool event(QEvent *event) override
    {
        events += event->type() == QEvent::User ? 1 : 0;
        return QObject::event(event);
    }
};

} // namespace

class TestEpollDispatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(dynamic_cast<EpollDispatcher *>(QCoreApplication::eventDispatcher()));
    }
    // What a handler posts wakes the loop that it runs in.
    void aPostWithinTheLoopIsNotWaitedFor()
    {
        QEventLoop loop;
        Told told;
        const auto post = [&](int what, auto then) {
            QMetaObject::invokeMethod(
                &loop,
                [&told, what, then] {
                    told.push_back(what);
                    then();
                },
                Qt::QueuedConnection);
        };
        post(1, [&] { post(3, [&] { loop.quit(); }); });
        post(2, [] {});
        loop.exec();
        QCOMPARE(told, (Told{1, 2, 3}));
    }
    void aPostFromAnotherThreadWakesTheLoop()
    {
        constexpr int posts = 2000;
        Counter counter;
        std::jthread poster([&counter] {
            for (int at = 0; at < posts; ++at) {
                QCoreApplication::postEvent(&counter, new QEvent(QEvent::User));
                if (at % 50 == 0)
                    std::this_thread::sleep_for(100us); // the loop falls asleep
            }
        });
        while (counter.events < posts)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCOMPARE(counter.events, posts);
    }
    // The order of quit() and the first wait is up to the scheduler: a lost wake-up hangs here.
    void aThreadThatIsToldToQuitEnds()
    {
        for (int at = 0; at < 200; ++at) {
            QThread thread;
            thread.setEventDispatcher(new EpollDispatcher);
            thread.start();
            thread.quit();
            QVERIFY(thread.wait(30'000));
        }
    }
    void interruptEndsAWait()
    {
        std::jthread other([dispatcher = QCoreApplication::eventDispatcher()] {
            std::this_thread::sleep_for(1ms);
            dispatcher->interrupt();
        });
        QCoreApplication::eventDispatcher()->processEvents(QEventLoop::WaitForMoreEvents);
    }

    void aReaderIsToldUntilItHasRead()
    {
        const Pair pair;
        int told = 0;
        const auto reader = listen(pair.ends[0], QSocketNotifier::Read, [&] { ++told; });
        turn();
        QCOMPARE(told, 0);
        pair.write();
        turn();
        turn();
        QCOMPARE(told, 2);
        reader->setEnabled(false);
        turn();
        QCOMPARE(told, 2);
        reader->setEnabled(true);
        turn();
        QCOMPARE(told, 3);
        pair.read();
        turn();
        QCOMPARE(told, 3);
    }
    void readerAndWriterShareADescriptor()
    {
        const Pair pair;
        int reads = 0;
        int writes = 0;
        const auto reader = listen(pair.ends[0], QSocketNotifier::Read, [&] { ++reads; });
        auto writer = listen(pair.ends[0], QSocketNotifier::Write, [&] { ++writes; });
        turn();
        QCOMPARE(reads, 0);
        QCOMPARE(writes, 1);
        writer.reset();
        pair.write();
        turn();
        QCOMPARE(reads, 1);
        QCOMPARE(writes, 1);
    }
    void anEndThatIsClosedIsReadable()
    {
        Pair pair;
        int told = 0;
        const auto reader = listen(pair.ends[0], QSocketNotifier::Read, [&] { ++told; });
        pair.closeEnd(1);
        turn();
        QCOMPARE(told, 1);
    }
    // Two are ready; whoever is first takes the other away and gives its number to a new one, which
    // has nothing to read.
    void aNumberThatIsUsedAgainIsNotToldOfItsPast()
    {
        Pair pairs[2];
        pairs[0].write();
        pairs[1].write();
        const Pair fresh;
        int told = 0;
        int toldFresh = 0;
        std::unique_ptr<QSocketNotifier> readers[2];
        std::unique_ptr<QSocketNotifier> late;
        for (int at = 0; at < 2; ++at) {
            readers[at] = listen(pairs[at].ends[0], QSocketNotifier::Read, [&, at] {
                ++told;
                Pair &other = pairs[1 - at];
                const int number = other.ends[0];
                readers[1 - at].reset();
                other.closeEnd(0);
                QCOMPARE(::dup2(fresh.ends[0], number), number);
                other.ends[0] = number;
                late = listen(number, QSocketNotifier::Read, [&] { ++toldFresh; });
                readers[at]->setEnabled(false);
            });
        }
        turn();
        QCOMPARE(told, 1);
        QCOMPARE(toldFresh, 0);
        fresh.write();
        turn();
        QCOMPARE(told, 1);
        QCOMPARE(toldFresh, 1);
    }
    void aLoopWithinAHandlerServesTheOthersOnce()
    {
        const Pair pairs[2];
        Told told;
        std::unique_ptr<QSocketNotifier> readers[2];
        for (int at = 0; at < 2; ++at) {
            pairs[at].write();
            readers[at] = listen(pairs[at].ends[0], QSocketNotifier::Read, [&, at] {
                told.push_back(at);
                pairs[at].read(); // would wait for ever if it were told twice
                turn();
            });
        }
        turn();
        std::ranges::sort(told);
        QCOMPARE(told, (Told{0, 1}));
    }
    void aNotifierMayGoInItsOwnHandler()
    {
        const Pair pair;
        pair.write();
        int told = 0;
        std::unique_ptr<QSocketNotifier> reader;
        reader = listen(pair.ends[0], QSocketNotifier::Read, [&] {
            ++told;
            reader.reset();
        });
        turn();
        turn();
        QCOMPARE(told, 1);
    }
    // A loop within a handler takes the wake-up, but may not take the object.
    void whatWasToGoWithinALoopGoesAfterIt()
    {
        QEventLoop outer;
        auto *doomed = new QObject;
        connect(doomed, &QObject::destroyed, &outer, &QEventLoop::quit);
        QTimer::singleShot(3s, &outer, [&] { outer.exit(1); });
        const auto loop = [&] {
            doomed->deleteLater();
            QEventLoop inner;
            QTimer::singleShot(1ms, &inner, &QEventLoop::quit);
            inner.exec();
        };
        QMetaObject::invokeMethod(&outer, loop, Qt::QueuedConnection);
        QCOMPARE(outer.exec(), 0);
    }
    void excludedSocketsWait()
    {
        const Pair pair;
        int told = 0;
        const auto reader = listen(pair.ends[0], QSocketNotifier::Read, [&] { ++told; });
        pair.write();
        turn(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(told, 0);
        turn();
        QCOMPARE(told, 1);
    }
    // epoll refuses it; standard input may be one.
    void aFileIsAlwaysReady()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        int told = 0;
        auto reader = listen(file.handle(), QSocketNotifier::Read, [&] { ++told; });
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        turn();
        QVERIFY(told >= 2);
        reader.reset();
        const int before = told;
        turn();
        QCOMPARE(told, before);
    }

    void timersRingInTheOrderOfTheirTimes()
    {
        QEventLoop loop;
        Told told;
        for (const int after : {30, 1, 15})
            QTimer::singleShot(after, &loop, [&told, after] { told.push_back(after); });
        QTimer::singleShot(60, &loop, &QEventLoop::quit);
        loop.exec();
        QCOMPARE(told, (Told{1, 15, 30}));
    }
    void aTimerRingsUntilItIsStopped()
    {
        QEventLoop loop;
        int rung = 0;
        QTimer timer;
        timer.setInterval(2ms);
        connect(&timer, &QTimer::timeout, &loop, [&] {
            if (++rung == 3) {
                timer.stop();
                QTimer::singleShot(20, &loop, &QEventLoop::quit);
            }
        });
        timer.start();
        QVERIFY(timer.remainingTime() >= 0);
        QVERIFY(timer.remainingTime() <= 2);
        loop.exec();
        QCOMPARE(rung, 3);
        QCOMPARE(timer.remainingTime(), -1);
    }
    // A timer of no time at all that starts another must not keep sockets from their turn.
    void whatAHandlerStartsWaitsForTheNextTurn()
    {
        int rung = 0;
        QTimer timers[2];
        connect(&timers[0], &QTimer::timeout, this, [&] {
            ++rung;
            timers[0].stop();
            timers[1].start(0);
        });
        connect(&timers[1], &QTimer::timeout, this, [&] { ++rung; });
        timers[0].start(0);
        turn();
        QCOMPARE(rung, 1);
        turn();
        QCOMPARE(rung, 2);
    }
    void aTimerDoesNotRingWithinItself()
    {
        int depth = 0;
        int deepest = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] {
            deepest = std::max(deepest, ++depth);
            turn();
            turn();
            --depth;
        });
        timer.start(0);
        turn();
        QCOMPARE(deepest, 1);
    }
    void timersGoWithTheirObject()
    {
        auto object = std::make_unique<QObject>();
        const int id = object->startTimer(1000);
        auto *dispatcher = QCoreApplication::eventDispatcher();
        const auto timers = dispatcher->registeredTimers(object.get());
        QCOMPARE(timers.size(), 1);
        QCOMPARE(timers.front().timerId, id);
        QCOMPARE(timers.front().interval, 1000);
        object.reset();
        QCOMPARE(dispatcher->remainingTime(id), -1);
    }
};

int main(int argc, char **argv)
{
    EpollDispatcher::install();
    QCoreApplication application(argc, argv);
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epoll_dispatcher.moc"

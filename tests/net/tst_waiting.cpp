// Completions, cancellation, deadlines: who is called, how often, in which order, and from where.
#include "net/cancel.h"
#include "net/completion.h"
#include "net/deadline.h"
#include "net/ready_queue.h"
#include "tests/support/await.h"

#include <QTest>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;
using namespace std::chrono_literals;

namespace
{

QCoro::Task<int> valueOf(Completion<int> completion)
{
    const int value = co_await completion;
    co_return value;
}

QCoro::Task<> note(Completion<int> completion, QList<int> *into)
{
    const int value = co_await completion;
    into->append(value);
}

struct Flush : Flushable {
    explicit Flush(QList<int> *into)
        : log(into)
    {
    }
    void flushNow() override { log->append(-1); }
    QList<int> *log;
};

QCoro::Task<> noteAndFlush(Completion<int> completion, QList<int> *into,
                           std::shared_ptr<Flush> flush)
{
    const int value = co_await completion;
    into->append(value);
    if (value == 1)
        flushSoon(flush);
}

} // namespace

class TestWaiting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCompleteValueDoesNotSuspend()
    {
        const Completion<int> completion;
        QVERIFY(completion.complete(7));
        Running<int> running(valueOf(completion));
        QVERIFY(running.isOver());
        QCOMPARE(running.value(), 7);
    }

    void theFirstCompletionWins()
    {
        const Completion<int> completion;
        Running<int> running(valueOf(completion));
        QVERIFY(completion.complete(1));
        QVERIFY(!completion.complete(2));
        QVERIFY(!running.isOver()); // never inside complete()
        QCOMPARE(running.value(), 1);
    }

    void aBatchResumesInOrderInOneTurn()
    {
        std::vector<Completion<int>> completions(100);
        QList<int> order;
        for (const auto &completion : completions)
            note(completion, &order);
        for (int i = 0; i < 100; ++i)
            completions[size_t(i)].complete(i);
        QVERIFY(order.isEmpty());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(order.size(), 100);
        QVERIFY(std::ranges::is_sorted(order));
    }

    void flushingComesAfterTheBatch()
    {
        std::vector<Completion<int>> completions(3);
        QList<int> order;
        const auto flush = std::make_shared<Flush>(&order);
        for (const auto &completion : completions)
            noteAndFlush(completion, &order, flush);
        for (int i = 0; i < 3; ++i)
            completions[size_t(i)].complete(i);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(order, (QList<int>{0, 1, 2, -1}));
    }

    void flushingOutsideABatchIsPosted()
    {
        QList<int> order;
        auto flush = std::make_shared<Flush>(&order);
        flushSoon(flush);
        QVERIFY(order.isEmpty());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(order, QList<int>{-1});
        flushSoon(flush);
        flush.reset(); // gone before its turn
        QCoreApplication::sendPostedEvents();
        QCOMPARE(order, QList<int>{-1});
    }

    void aLoopTurnNeedsNoPostedEvent()
    {
        const Completion<int> completion;
        Running<int> running(valueOf(completion));
        {
            const LoopTurn turn;
            completion.complete(3);
            QVERIFY(!running.isOver());
        }
        QVERIFY(running.isOver());
    }

    void whatFollowsRunsInTheSameTurn()
    {
        const Completion<int> completion;
        QList<int> order;
        const auto flush = std::make_shared<Flush>(&order);
        note(completion, &order);
        {
            const LoopTurn turn;
            callSoon([&] {
                order.append(1);
                completion.complete(2); // resumes in the next round
                callSoon([&] { order.append(3); });
                flushSoon(flush);
            });
            QVERIFY(order.isEmpty());
        }
        QCOMPARE(order, (QList<int>{1, -1, 2, 3}));
    }

    void aTurnEndsHoweverMuchFollows()
    {
        int calls = 0;
        std::function<void()> again = [&] {
            ++calls;
            callSoon(again);
        };
        {
            const LoopTurn turn;
            callSoon(again);
        }
        const int first = calls;
        QVERIFY(first >= 1 && first < 10);
        QCoreApplication::sendPostedEvents();
        QVERIFY(calls > first);
        again = [] {};
        QCoreApplication::sendPostedEvents();
    }

    void aLoopWithinATurnDoesNotHang()
    {
        const Completion<int> completion;
        Running<int> running(valueOf(completion));
        const LoopTurn turn;
        const auto deadline = completeAfter(5ms, completion, 9);
        QCOMPARE(running.value(), 9);
    }

    void cancellingCallsEveryListenerOnceInOrder()
    {
        CancelSource source;
        QList<int> calls;
        const auto a = source.token().onCancel([&] { calls.append(1); });
        auto b =
            std::make_unique<CancelRegistration>(source.token().onCancel([&] { calls.append(2); }));
        const auto c = source.token().onCancel([&] { calls.append(3); });
        b.reset();
        QVERIFY(!source.token().isCancelled());
        source.cancel();
        source.cancel();
        QCOMPARE(calls, (QList<int>{1, 3}));
        QVERIFY(source.token().isCancelled());
    }

    void aLateListenerIsCalledAtOnce()
    {
        CancelSource source;
        source.cancel();
        int calls = 0;
        const auto late = source.token().onCancel([&] { ++calls; });
        QCOMPARE(calls, 1);
    }

    void aListenerMayRemoveAnotherAndDestroyTheSource()
    {
        auto source = std::make_unique<CancelSource>();
        int calls = 0;
        std::unique_ptr<CancelRegistration> second;
        const auto first = source->token().onCancel([&] {
            second.reset();
            source.reset();
            ++calls;
        });
        second =
            std::make_unique<CancelRegistration>(source->token().onCancel([&] { calls += 10; }));
        source->cancel();
        QCOMPARE(calls, 1);
    }

    void aRegistrationMoves()
    {
        CancelSource source;
        int calls = 0;
        CancelRegistration kept;
        {
            auto registration = source.token().onCancel([&] { ++calls; });
            kept = std::move(registration);
        }
        source.cancel();
        QCOMPARE(calls, 1);
    }

    void anEmptyTokenIsNeverCancelled()
    {
        const CancelToken token;
        const auto registration = token.onCancel([] { QFAIL("called"); });
        QVERIFY(!token.isCancelled());
    }

    void aDeadlineCompletesUnlessCalledOff()
    {
        const Completion<int> completion;
        const auto deadline = completeAfter(10ms, completion, 5);
        QCOMPARE(await(valueOf(completion)), 5);

        const Completion<int> other;
        const auto calledOff = completeAfter(10ms, other, 5);
        calledOff->callOff();
        const auto never = completeAfter(0ms, other, 6);
        spinFor(60ms);
        QVERIFY(!other.isComplete());
    }

    void aDeadlineMayDestroyItself()
    {
        bool passed = false;
        std::unique_ptr<Deadline> deadline;
        deadline = std::make_unique<Deadline>(5ms, [&] {
            deadline.reset();
            passed = true;
        });
        QVERIFY(spinUntil([&] { return passed; }));
    }
};

QTEST_GUILESS_MAIN(TestWaiting)
#include "tst_waiting.moc"

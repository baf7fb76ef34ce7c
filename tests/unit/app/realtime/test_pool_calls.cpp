#include "app/realtime/pool_calls.h"
#include "tests/support/queue_executor.h"
#include <QtTest>
#include <optional>
#include <semaphore>

using namespace vox;

class TestPoolCalls : public QObject {
    Q_OBJECT
private slots:
    void resultsArriveOnTheExecutor()
    {
        WorkPool pool(2);
        QueueExecutor executor;
        PoolCalls calls(executor, pool);
        std::thread::id worked, delivered;
        const auto call = calls.submit(WorkPool::Urgency::Final, 0, [&](const std::atomic_bool &) -> Executor::Task {
            worked = std::this_thread::get_id();
            return [&] { delivered = std::this_thread::get_id(); };
        });
        QCOMPARE(executor.openCalls(), 1);
        QVERIFY(calls.isOut(call));
        QVERIFY(executor.runUntil([&] { return !calls.isOut(call); }));
        QCOMPARE(executor.openCalls(), 0);
        QVERIFY(delivered == std::this_thread::get_id());
        QVERIFY(worked != delivered);
    }

    void forgottenWorkIsCancelledAndNeverArrives()
    {
        WorkPool pool(1);
        QueueExecutor executor;
        PoolCalls calls(executor, pool);
        std::binary_semaphore begun(0), mayEnd(0);
        bool arrived = false, sawCancel = false, ranWaiting = false;
        const auto running = calls.submit(WorkPool::Urgency::Final, 0, [&](const std::atomic_bool &cancelled) -> Executor::Task {
            begun.release();
            mayEnd.acquire();
            sawCancel = cancelled;
            return [&] { arrived = true; };
        });
        const auto waiting = calls.submit(WorkPool::Urgency::Final, 0, [&](const std::atomic_bool &) -> Executor::Task {
            ranWaiting = true;
            return [&] { arrived = true; };
        });
        begun.acquire();
        calls.forget(running);
        calls.forget(waiting);
        calls.forget(waiting); // a second time does nothing
        QCOMPARE(executor.openCalls(), 0);
        mayEnd.release();
        bool last = false;
        calls.submit(WorkPool::Urgency::Background, 0, [&](const std::atomic_bool &) -> Executor::Task { return [&] { last = true; }; });
        QVERIFY(executor.runUntil([&] { return last; }));
        QVERIFY(sawCancel);
        QVERIFY(!ranWaiting);
        QVERIFY(!arrived);
    }

    void mayDieWithWorkRunningAndSoMayTheExecutor()
    {
        WorkPool pool(1);
        std::binary_semaphore begun(0), mayEnd(0);
        {
            std::optional<QueueExecutor> executor(std::in_place);
            std::optional<PoolCalls> calls(std::in_place, *executor, pool);
            calls->submit(WorkPool::Urgency::Final, 0, [&](const std::atomic_bool &) -> Executor::Task {
                begun.release();
                mayEnd.acquire();
                return [] { QFAIL("delivered to the dead"); };
            });
            begun.acquire();
            calls.reset();
            QCOMPARE(executor->openCalls(), 0);
        }
        mayEnd.release(); // the pool's end waits for the work; a sanitizer would see a late post()
    }

    void deliveryMayDestroyTheOwner()
    {
        WorkPool pool(1);
        QueueExecutor executor;
        auto calls = std::make_unique<PoolCalls>(executor, pool);
        calls->submit(WorkPool::Urgency::Final, 0, [&](const std::atomic_bool &) -> Executor::Task { return [&] { calls.reset(); }; });
        calls->submit(WorkPool::Urgency::Partial, 0, [&](const std::atomic_bool &) -> Executor::Task { return [] { QFAIL("late"); }; });
        QVERIFY(executor.runUntil([&] { return !calls; }));
        QCOMPARE(executor.openCalls(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPoolCalls)
#include "test_pool_calls.moc"

#include "app/realtime/live_executor.h"
#include "app/realtime/spsc_ring.h"
#include "app/realtime/virtual_executor.h"
#include "app/realtime/work_pool.h"
#include <QtTest>
#include <future>
#include <random>
#include <thread>

using namespace vox;

class TestExecutors : public QObject {
    Q_OBJECT
private slots:
    void timersFireInOrder();
    void timersMatchAReference();
    void liveRunsWhatIsPosted();
    void liveWakesForTimersAndForgetsCancelledOnes();
    void liveFinishesWhatWasPostedBeforeItGoes();
    void virtualTimeTakesNoTime();
    void virtualClockStandsStillWhileACallIsOpen();
    void virtualStopsFromAnotherThread();
    void ringKeepsOrderAcrossThreads();
    void poolDrains();
};

void TestExecutors::timersFireInOrder()
{
    TimerQueue queue;
    QString fired;
    queue.add(30, [&] { fired += u'c'; });
    queue.add(10, [&] { fired += u'a'; });
    const auto cancelled = queue.add(20, [&] { fired += u'x'; });
    queue.add(10, [&] { fired += u'b'; }); // same time: as set
    queue.cancel(cancelled);
    queue.cancel(cancelled);
    QCOMPARE(queue.nextUs().value(), std::int64_t(10));
    while (auto task = queue.take(25)) task();
    QCOMPARE(fired, QStringLiteral("ab"));
    queue.cancel(cancelled); // its slot is free or another's: nothing may happen
    while (auto task = queue.take(30)) task();
    QCOMPARE(fired, QStringLiteral("abc"));
    QVERIFY(!queue.nextUs());
}

void TestExecutors::timersMatchAReference()
{
    std::mt19937 random(7);
    TimerQueue queue;
    std::multimap<std::int64_t, int> reference; // equal keys stay in the order of insertion
    std::vector<std::pair<Executor::TimerId, int>> ids;
    std::vector<int> fired, expected;
    std::int64_t now = 0;
    for (int i = 0; i < 5000; ++i) {
        const auto at = now + std::int64_t(random() % 50);
        ids.emplace_back(queue.add(at, [&fired, i] { fired.push_back(i); }), i);
        reference.emplace(at, i);
        if (random() % 3 == 0) {
            const auto &[id, number] = ids[random() % ids.size()];
            queue.cancel(id);
            std::erase_if(reference, [n = number](const auto &entry) { return entry.second == n; });
        }
        if (random() % 4 == 0) {
            now += 10;
            while (auto task = queue.take(now)) task();
            while (!reference.empty() && reference.begin()->first <= now) {
                expected.push_back(reference.begin()->second);
                reference.erase(reference.begin());
            }
            QCOMPARE(fired, expected);
        }
    }
}

void TestExecutors::liveRunsWhatIsPosted()
{
    LiveExecutor executor;
    std::promise<std::vector<int>> done;
    auto seen = std::make_shared<std::vector<int>>();
    for (int i = 0; i < 1000; ++i) executor.post([seen, i] { seen->push_back(i); });
    executor.post([&] { done.set_value(*seen); });
    const auto order = done.get_future().get();
    QCOMPARE(order.size(), std::size_t(1000));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestExecutors::liveWakesForTimersAndForgetsCancelledOnes()
{
    LiveExecutor executor;
    std::promise<std::int64_t> fired;
    bool wrong = false;
    const std::int64_t begin = executor.nowUs();
    executor.post([&] {
        const auto never = executor.callAt(begin + 1000, [&] { wrong = true; });
        executor.callAt(begin + 3000, [&] { fired.set_value(executor.nowUs()); });
        executor.cancel(never);
    });
    QVERIFY(fired.get_future().get() >= begin + 3000);
    QVERIFY(!wrong);
}

void TestExecutors::liveFinishesWhatWasPostedBeforeItGoes()
{
    int ran = 0;
    {
        LiveExecutor executor;
        for (int i = 0; i < 100; ++i) executor.post([&] { ++ran; });
    }
    QCOMPARE(ran, 100);
}

void TestExecutors::virtualTimeTakesNoTime()
{
    VirtualExecutor executor;
    std::vector<std::int64_t> times;
    std::function<void()> tick = [&] {
        times.push_back(executor.nowUs());
        if (times.size() < 1000) executor.callAt(executor.nowUs() + 3600000000LL, tick);
    };
    executor.callAt(5, tick);
    QElapsedTimer timer;
    timer.start();
    executor.run();
    QVERIFY(timer.elapsed() < 2000);
    QCOMPARE(times.size(), std::size_t(1000));
    QCOMPARE(times.back(), 5 + 999 * 3600000000LL);
}

void TestExecutors::virtualClockStandsStillWhileACallIsOpen()
{
    VirtualExecutor executor;
    QStringList log;
    std::promise<void> go;
    std::thread provider;
    executor.post([&] {
        executor.callAt(10, [&] { log << QStringLiteral("timer %1").arg(executor.nowUs()); });
        executor.openCall();
        provider = std::thread([&] {
            go.get_future().wait();
            executor.post([&] {
                executor.closeCall();
                log << QStringLiteral("answer %1").arg(executor.nowUs());
            });
        });
        go.set_value();
    });
    executor.run();
    provider.join();
    QCOMPARE(log, (QStringList{QStringLiteral("answer 0"), QStringLiteral("timer 10")}));
}

void TestExecutors::virtualStopsFromAnotherThread()
{
    VirtualExecutor executor;
    std::thread runner([&] { executor.run(VirtualExecutor::Idle::Wait); });
    executor.stop();
    runner.join(); // the suite's time limit is the judge
}

void TestExecutors::ringKeepsOrderAcrossThreads()
{
    SpscRing<int> ring(64);
    QCOMPARE(ring.capacity(), std::size_t(64));
    std::thread pusher([&] {
        for (int i = 0; i < 200000;)
            if (ring.push(i)) ++i;
            else std::this_thread::yield();
    });
    int next = 0, value = 0;
    bool inOrder = true;
    while (next < 200000)
        if (ring.pop(value)) inOrder = inOrder && value == next++;
        else std::this_thread::yield();
    pusher.join();
    QVERIFY(inOrder);
    QCOMPARE(ring.size(), std::size_t(0));
}

void TestExecutors::poolDrains()
{
    WorkPool pool(2);
    std::atomic_int ran = 0;
    for (int i = 0; i < 50; ++i) pool.submit({WorkPool::Urgency::Background, 0, [&](const std::atomic_bool &) { ++ran; }});
    auto dropped = pool.submit({WorkPool::Urgency::Background, 99, [&](const std::atomic_bool &) {}});
    dropped.cancel();
    pool.drain();
    QCOMPARE(ran.load(), 50);
}

QTEST_GUILESS_MAIN(TestExecutors)
#include "test_executors.moc"

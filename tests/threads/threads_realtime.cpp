// The real-time parts without Qt, driven hard from several threads: what ThreadSanitizer reads. Also an ordinary test.
#include "app/realtime/journal_writer.h"
#include "app/realtime/live_executor.h"
#include "app/realtime/pool_calls.h"
#include "app/realtime/spsc_ring.h"
#include "app/realtime/work_pool.h"
#include "models/journal/record.h"
#include <cstdio>
#include <fstream>
#include <future>
#include <iterator>
#include <random>
#include <string>

using namespace vox;

namespace {

int failures = 0;

void expect(bool true_, const char *what)
{
    std::printf("%s: %s\n", true_ ? "pass" : "FAIL", what);
    failures += !true_;
}

// Runs a task on the executor and waits for what it returns.
template <typename F> auto on(LiveExecutor &executor, F task)
{
    std::packaged_task<decltype(task())()> packaged(std::move(task));
    auto answer = packaged.get_future();
    executor.post([shared = std::make_shared<decltype(packaged)>(std::move(packaged))] { (*shared)(); });
    return answer.get();
}

void ringKeepsOrder()
{
    constexpr int count = 50000;
    SpscRing<int> ring(64);
    std::thread pusher([&] {
        for (int i = 0; i < count;) ring.push(i) ? void(++i) : std::this_thread::yield();
    });
    bool inOrder = true;
    for (int expected = 0, value = 0; expected < count;) {
        if (!ring.pop(value)) { std::this_thread::yield(); continue; }
        inOrder = inOrder && value == expected++;
    }
    pusher.join();
    expect(inOrder, "a ring gives what was pushed, in order");
}

void executorKeepsOrder()
{
    constexpr int each = 2000;
    std::vector<int> lastOf(4, -1);
    bool inOrder = true;
    int ran = 0;
    {
        LiveExecutor executor;
        std::vector<std::thread> posters;
        for (int poster = 0; poster < 4; ++poster)
            posters.emplace_back([&, poster] {
                for (int i = 0; i < each; ++i)
                    executor.post([&, poster, i] {
                        inOrder = inOrder && lastOf[std::size_t(poster)] == i - 1;
                        lastOf[std::size_t(poster)] = i;
                        ++ran;
                    });
            });
        for (auto &poster : posters) poster.join();
    }
    expect(inOrder && ran == 4 * each, "an executor runs everything, each poster's tasks in order");
}

void poolRunsOrCancels()
{
    std::atomic_int ran{0};
    int submitted = 0;
    {
        WorkPool pool(4);
        for (int i = 0; i < 2000; ++i, ++submitted) {
            auto ticket = pool.submit({WorkPool::Urgency(i % 4), std::uint32_t(i), [&](const std::atomic_bool &) { ++ran; }});
            if (i % 3 == 0) ticket.cancel();
        }
        pool.drain();
    }
    expect(ran >= submitted * 2 / 3 && ran <= submitted, "a pool runs each job once unless it was cancelled before");
}

void callsDieInAnyOrder()
{
    WorkPool pool(4);
    std::atomic_int delivered{0};
    for (int round = 0; round < 100; ++round) {
        LiveExecutor executor;
        auto calls = on(executor, [&] {
            auto made = std::make_shared<PoolCalls>(executor, pool);
            for (int i = 0; i < 8; ++i)
                made->submit(WorkPool::Urgency::Speech, 1, [&](const std::atomic_bool &) -> Executor::Task { return [&] { ++delivered; }; });
            return made;
        });
        // Dropped on its own thread, with work still out; the executor goes right after it.
        executor.post([calls = std::move(calls)]() mutable { calls.reset(); });
    }
    pool.drain();
    expect(delivered <= 100 * 8, "calls and their executor may die while work is out");
}

void journalsKeepEverything()
{
    const auto folder = std::filesystem::temp_directory_path() / ("vox_threads_" + std::to_string(std::random_device{}()));
    std::filesystem::create_directories(folder);
    constexpr int records = 500, journals = 4;
    std::atomic_int flushed{0};
    {
        JournalWriter writer(1);
        std::vector<std::thread> users;
        for (int n = 0; n < journals; ++n)
            users.emplace_back([&, n] {
                const auto journal = writer.open(folder / std::to_string(n), [](const std::string &) {});
                for (int i = 0; i < records; ++i) {
                    journal->append(std::to_string(i));
                    if (i % 50 == 0) journal->flush([&] { ++flushed; });
                }
            });
        for (auto &user : users) user.join();
    }
    bool whole = flushed == journals * records / 50;
    for (int n = 0; n < journals; ++n) {
        std::ifstream file(folder / std::to_string(n), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), {});
        const auto parsed = journal::parseRecords(bytes);
        whole = whole && parsed.payloads.size() == records && parsed.payloads.back() == std::to_string(records - 1);
    }
    std::filesystem::remove_all(folder);
    expect(whole, "journals of several threads are on disk, whole and in order");
}

} // namespace

int main()
{
    ringKeepsOrder();
    executorKeepsOrder();
    poolRunsOrCancels();
    callsDieInAnyOrder();
    journalsKeepEverything();
    return failures == 0 ? 0 : 1;
}

#include "app/api/worker_pool.h"
#include <algorithm>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace vox {

namespace {

// What a large job needed would stay with the process, in pieces, until the next one.
void giveBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

constexpr std::size_t kTogether = 8; // quick jobs
constexpr auto kRetryOpening = std::chrono::milliseconds(250);

} // namespace

WorkerPool::WorkerPool(OpenStore open, int threads, std::size_t longestQueue) : m_open(std::move(open)), m_longest(longestQueue)
{
    const int processors = std::max(2, int(std::thread::hardware_concurrency()));
    m_lanes[std::size_t(Lane::Quick)].atOnce = std::min(threads, processors);
    m_lanes[std::size_t(Lane::Change)].atOnce = (threads + 1) / 2;
    m_lanes[std::size_t(Lane::Large)].atOnce = 1;
    m_lanes[std::size_t(Lane::Other)].atOnce = threads;
    for (int i = 0; i < threads; ++i) m_threads.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads) thread.join();
}

bool WorkerPool::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_ends || m_waiting >= m_longest) return false;
        Waiting &lane = m_lanes[std::size_t(job.lane)];
        lane.jobs.push_back(std::move(job));
        lane.numbers.push_back(++m_posted);
        ++m_waiting;
        // Its workers look again before they rest.
        if (lane.now >= lane.atOnce) return true;
    }
    m_wake.notify_one();
    return true;
}

int WorkerPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_waiting);
}

// The lane whose first job came first, of those that have a worker left.
WorkerPool::Waiting *WorkerPool::next()
{
    Waiting *found = nullptr;
    for (Waiting &lane : m_lanes)
        if (!lane.jobs.empty() && lane.now < lane.atOnce && (!found || lane.numbers.front() < found->numbers.front())) found = &lane;
    return found;
}

// One, or of quick ones a fair share of those that wait.
std::vector<WorkerPool::Job> WorkerPool::take(Waiting &from)
{
    std::size_t count = 1;
    if (&from == &m_lanes[std::size_t(Lane::Quick)]) {
        const std::size_t hands = std::size_t(std::max(1, from.atOnce - from.now));
        count = std::clamp<std::size_t>((from.jobs.size() + hands - 1) / hands, 1, kTogether);
    }
    std::vector<Job> out;
    for (; count > 0; --count) {
        out.push_back(std::move(from.jobs.front()));
        from.jobs.pop_front();
        from.numbers.pop_front();
        --m_waiting;
    }
    return out;
}

void WorkerPool::perform(std::vector<Job> &jobs, ServerStore *store)
{
    if (store && jobs.size() > 1) {
        for (const Job &job : jobs)
            if (job.foresee) job.foresee(*store);
        store->fetchForeseen();
    }
    for (Job &job : jobs) {
        job.foresee = {}; // who counts on being the last to hold something is `work`
        job.work(store);
        if (job.lane == Lane::Large) giveBack();
    }
    if (store) store->forgetForeseen();
}

void WorkerPool::work()
{
    std::unique_ptr<ServerStore> store;
    std::chrono::steady_clock::time_point lastTry{};
    std::unique_lock lock(m_mutex);
    for (;;) {
        Waiting *lane = nullptr;
        m_wake.wait(lock, [&] { return (lane = next()) || (m_ends && m_waiting == 0); });
        if (!lane) break;
        std::vector<Job> jobs = take(*lane);
        ++lane->now;
        if (next()) m_wake.notify_one(); // who came while this lane was full woke nobody
        lock.unlock();
        ++m_busy;
        // While the database is away, requests are refused at once instead of each waiting for it.
        if (const auto now = std::chrono::steady_clock::now(); !store && now - lastTry > kRetryOpening) {
            lastTry = now;
            if (auto opened = m_open()) {
                store = *std::move(opened);
                ++m_connections;
            }
        }
        perform(jobs, store.get());
        --m_busy;
        lock.lock();
        --lane->now;
    }
    lock.unlock();
    m_wake.notify_all(); // others may wait for a lane that ended
    if (store) --m_connections;
}

} // namespace vox

#include "app/api/worker_pool.h"

namespace vox {

namespace {

constexpr auto kRetryOpening = std::chrono::milliseconds(250);

} // namespace

WorkerPool::WorkerPool(OpenStore open, int threads, std::size_t longestQueue) : m_open(std::move(open)), m_longest(longestQueue)
{
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
        if (m_ends || m_jobs.size() >= m_longest) return false;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

int WorkerPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_jobs.size());
}

void WorkerPool::work()
{
    std::unique_ptr<ServerStore> store;
    std::chrono::steady_clock::time_point lastTry{};
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_ends || !m_jobs.empty(); });
        if (m_jobs.empty()) break;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
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
        job(store.get());
        --m_busy;
    }
    if (store) --m_connections;
}

} // namespace vox

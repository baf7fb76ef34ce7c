#include "app/realtime/work_pool.h"
#include <algorithm>
#include <tuple>

namespace vox {

struct WorkPool::Entry {
    Job job;
    std::uint64_t order;
    std::shared_ptr<std::atomic_bool> cancelled;
};

namespace {
// A heap's comparison: true when `a` should run after `b`.
constexpr auto runsLater = [](const auto &a, const auto &b) {
    return std::tuple(a->job.urgency, a->job.cost, a->order) > std::tuple(b->job.urgency, b->job.cost, b->order);
};
} // namespace

WorkPool::WorkPool(int threads)
{
    for (int i = 0; i < std::max(1, threads); ++i) m_threads.emplace_back([this] { serve(); });
}

WorkPool::~WorkPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        for (const auto &entry : m_queue) entry->cancelled->store(true);
        m_queue.clear();
    }
    m_wake.notify_all();
    for (auto &thread : m_threads) thread.join();
}

WorkPool::Ticket WorkPool::submit(Job job)
{
    Ticket ticket;
    ticket.m_cancelled = std::make_shared<std::atomic_bool>(false);
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::make_unique<Entry>(Entry{std::move(job), m_next++, ticket.m_cancelled}));
        std::push_heap(m_queue.begin(), m_queue.end(), runsLater);
    }
    m_wake.notify_one();
    return ticket;
}

std::size_t WorkPool::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_queue.size();
}

void WorkPool::drain()
{
    std::unique_lock lock(m_mutex);
    const std::uint64_t mark = m_next;
    m_done.wait(lock, [&] {
        const auto before = [mark](std::uint64_t order) { return order < mark; };
        return std::none_of(m_running.begin(), m_running.end(), before)
            && std::none_of(m_queue.begin(), m_queue.end(), [&](const auto &entry) { return before(entry->order); });
    });
}

void WorkPool::serve()
{
    for (;;) {
        std::unique_ptr<Entry> entry;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ending || !m_queue.empty(); });
            if (m_ending) return;
            std::pop_heap(m_queue.begin(), m_queue.end(), runsLater);
            entry = std::move(m_queue.back());
            m_queue.pop_back();
            m_running.push_back(entry->order);
        }
        const std::uint64_t order = entry->order;
        if (!entry->cancelled->load(std::memory_order_relaxed)) entry->job.run(*entry->cancelled);
        entry.reset();
        {
            const std::lock_guard lock(m_mutex);
            std::erase(m_running, order);
        }
        m_done.notify_all();
    }
}

} // namespace vox

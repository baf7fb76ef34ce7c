#pragma once
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace vox {

// The one bounded pool for inference and synthesis: conversations never wait, they queue here. Among waiting jobs the
// most urgent class runs first, then the cheapest (shortest segment first), then the oldest. Qt-free; any thread may
// submit. Destroying it cancels what has not begun and waits for what has.
class WorkPool {
public:
    enum class Urgency : std::uint8_t { Final, Speech, Partial, Background };
    struct Job {
        Urgency urgency = Urgency::Background;
        std::uint32_t cost = 0; // rough, e.g. samples to decode
        std::function<void(const std::atomic_bool &cancelled)> run;
    };
    // Cancels when asked; a job that has not begun is never run.
    class Ticket {
    public:
        void cancel() { if (m_cancelled) m_cancelled->store(true, std::memory_order_relaxed); }
        bool isNull() const { return !m_cancelled; }

    private:
        friend class WorkPool;
        std::shared_ptr<std::atomic_bool> m_cancelled;
    };

    explicit WorkPool(int threads = int(std::thread::hardware_concurrency()));
    ~WorkPool();
    WorkPool(const WorkPool &) = delete;
    WorkPool &operator=(const WorkPool &) = delete;

    Ticket submit(Job job);
    // Waits until every job submitted so far has run or was cancelled. Not from a job.
    void drain();
    int threads() const { return int(m_threads.size()); }
    std::size_t waiting() const;

private:
    struct Entry;
    void serve();

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    std::vector<std::unique_ptr<Entry>> m_queue; // a heap
    std::vector<std::uint64_t> m_running; // orders of the jobs that run now
    std::uint64_t m_next = 0;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace vox

#include "app/realtime/live_executor.h"
#include <chrono>

namespace vox {

using std::chrono::microseconds;
using std::chrono::steady_clock;

LiveExecutor::LiveExecutor()
{
    m_posted.reserve(64); // what is usual needs no more memory later
    m_running.reserve(64);
    m_thread = std::thread([this] { serve(); });
}

LiveExecutor::~LiveExecutor()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

std::int64_t LiveExecutor::nowUs() const
{
    return std::chrono::duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

void LiveExecutor::post(Task task)
{
    bool asleep = false;
    {
        const std::lock_guard lock(m_mutex);
        m_posted.push_back(std::move(task));
        asleep = m_asleep;
    }
    if (asleep) m_wake.notify_one(); // a thread that is awake looks again before it sleeps
}

Executor::TimerId LiveExecutor::callAt(std::int64_t atUs, Task task) { return m_timers.add(atUs, std::move(task)); }

void LiveExecutor::cancel(TimerId timer) { m_timers.cancel(timer); }

bool LiveExecutor::runPosted()
{
    {
        const std::lock_guard lock(m_mutex);
        m_running.swap(m_posted);
    }
    for (Task &task : m_running) {
        task();
        task = nullptr; // what it held is released before the next one runs
    }
    const bool any = !m_running.empty();
    m_running.clear();
    return any;
}

void LiveExecutor::serve()
{
    for (;;) {
        const bool ran = runPosted();
        if (Task due = m_timers.take(nowUs())) {
            due();
            continue; // one timer between two looks at the posted tasks: neither starves the other
        }
        if (ran) continue;
        const auto next = m_timers.nextUs();
        std::unique_lock lock(m_mutex);
        if (!m_posted.empty()) continue;
        if (m_ending) return;
        m_asleep = true;
        const auto ready = [this] { return !m_posted.empty() || m_ending; };
        if (next) m_wake.wait_until(lock, steady_clock::time_point(microseconds(*next)), ready);
        else m_wake.wait(lock, ready);
        m_asleep = false;
    }
}

} // namespace vox

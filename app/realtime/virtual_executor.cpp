#include "app/realtime/virtual_executor.h"
#include <algorithm>

namespace vox {

VirtualExecutor::VirtualExecutor()
{
    m_posted.reserve(64); // what is usual needs no more memory later
    m_running.reserve(64);
}

std::int64_t VirtualExecutor::nowUs() const
{
    const std::lock_guard lock(m_mutex);
    return m_nowUs;
}

void VirtualExecutor::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_posted.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void VirtualExecutor::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_one();
}

void VirtualExecutor::closeCall() { m_openCalls = std::max(0, m_openCalls - 1); }

// Moves what was posted into m_running, or moves the clock to the next timer, or waits. False: run() shall return.
bool VirtualExecutor::waitForPosted(Idle whenIdle)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (m_stopped) return false;
        if (!m_posted.empty()) {
            m_running.swap(m_posted);
            return true;
        }
        const auto next = m_timers.nextUs();
        if (m_openCalls == 0 && next) {
            m_nowUs = std::max(m_nowUs, *next);
            m_running.push_back(m_timers.take(m_nowUs));
            return true;
        }
        if (m_openCalls == 0 && whenIdle == Idle::Return) return false;
        m_wake.wait(lock, [this] { return m_stopped || !m_posted.empty(); });
    }
}

void VirtualExecutor::run(Idle whenIdle)
{
    while (waitForPosted(whenIdle)) {
        for (Task &task : m_running) {
            task();
            task = nullptr;
            const std::lock_guard lock(m_mutex);
            if (m_stopped) break;
        }
        m_running.clear();
    }
}

} // namespace vox

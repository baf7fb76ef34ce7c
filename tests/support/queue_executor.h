#pragma once
#include "app/realtime/executor.h"
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace vox {

// An executor whose thread is the test's: tasks posted from anywhere run inside runUntil(). No timers.
class QueueExecutor final : public Executor {
public:
    std::int64_t nowUs() const override
    {
        return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_start).count();
    }
    void post(Task task) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_tasks.push_back(std::move(task));
        }
        m_wake.notify_all();
    }
    TimerId callAt(std::int64_t, Task) override { return 0; }
    void cancel(TimerId) override {}
    void openCall() override { ++m_open; }
    void closeCall() override { --m_open; }

    // Calls opened and not closed.
    int openCalls() const { return m_open; }

    // Runs tasks until `done()`; false when nothing came for ten seconds.
    template <typename Done> bool runUntil(Done done)
    {
        while (!done()) {
            Task task;
            {
                std::unique_lock lock(m_mutex);
                if (!m_wake.wait_for(lock, std::chrono::seconds(10), [this] { return !m_tasks.empty(); })) return false;
                task = std::move(m_tasks.front());
                m_tasks.pop_front();
            }
            task();
        }
        return true;
    }
    // Runs tasks until nowUs() has reached `us`.
    void runTo(std::int64_t us)
    {
        while (nowUs() < us) {
            Task task;
            {
                std::unique_lock lock(m_mutex);
                if (!m_wake.wait_for(lock, std::chrono::microseconds(us - nowUs()), [this] { return !m_tasks.empty(); })) return;
                task = std::move(m_tasks.front());
                m_tasks.pop_front();
            }
            task();
        }
    }
    // Runs what has been posted so far.
    void runPosted()
    {
        for (;;) {
            Task task;
            {
                const std::lock_guard lock(m_mutex);
                if (m_tasks.empty()) return;
                task = std::move(m_tasks.front());
                m_tasks.pop_front();
            }
            task();
        }
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    int m_open = 0;
};

} // namespace vox

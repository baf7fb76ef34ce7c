#pragma once
#include "app/realtime/executor.h"
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace vox::test {

// An executor that runs on the test's own thread while runUntil() waits; timers are not used by what it tests.
class TestExecutor final : public Executor {
public:
    std::int64_t nowUs() const override
    {
        return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }
    void post(Task task) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_tasks.push_back(std::move(task));
        }
        m_wake.notify_one();
    }
    TimerId callAt(std::int64_t, Task) override { return 0; }
    void cancel(TimerId) override {}
    void openCall() override { ++m_open; }
    void closeCall() override { --m_open; }
    int openCalls() const { return m_open; }

    // Runs what is posted until `done` holds; false after ten seconds.
    template <typename Condition> bool runUntil(Condition done)
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (!done()) {
            Task task;
            {
                std::unique_lock lock(m_mutex);
                if (!m_wake.wait_until(lock, deadline, [this] { return !m_tasks.empty(); })) return done();
                task = std::move(m_tasks.front());
                m_tasks.pop_front();
            }
            task();
        }
        return true;
    }
    // Runs what is waiting now and no more.
    void drain()
    {
        std::deque<Task> tasks;
        {
            const std::lock_guard lock(m_mutex);
            tasks.swap(m_tasks);
        }
        for (auto &task : tasks) task();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    int m_open = 0;
};

} // namespace vox::test

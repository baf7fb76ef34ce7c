#pragma once
#include "app/realtime/executor.h"
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

namespace vox::test {

// An executor that runs on the test's own thread while runUntil() waits, timers too.
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
    TimerId callAt(std::int64_t timeUs, Task task) override
    {
        const std::lock_guard lock(m_mutex);
        m_timers.emplace(++m_lastTimer, std::make_pair(timeUs, std::move(task)));
        m_wake.notify_one();
        return m_lastTimer;
    }
    void cancel(TimerId timer) override
    {
        const std::lock_guard lock(m_mutex);
        m_timers.erase(timer);
    }
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
                while (m_tasks.empty()) {
                    const auto now = std::chrono::steady_clock::now();
                    if (now >= deadline) return done();
                    if (takeDue()) break;
                    m_wake.wait_until(lock, std::min(deadline, now + std::chrono::microseconds(untilNextUs())));
                }
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
    bool takeDue()
    {
        const std::int64_t now = nowUs();
        for (auto it = m_timers.begin(); it != m_timers.end(); ++it) {
            if (it->second.first > now) continue;
            m_tasks.push_back(std::move(it->second.second));
            m_timers.erase(it);
            return true;
        }
        return false;
    }
    std::int64_t untilNextUs() const
    {
        std::int64_t next = 10000000;
        for (const auto &[id, timer] : m_timers) next = std::min(next, std::max<std::int64_t>(timer.first - nowUs(), 1));
        return next;
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<TimerId, std::pair<std::int64_t, Task>> m_timers;
    TimerId m_lastTimer = 0;
    std::deque<Task> m_tasks;
    int m_open = 0;
};

} // namespace vox::test

#pragma once
#include "app/realtime/executor.h"
#include "app/realtime/timer_queue.h"
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace vox {

// A worker thread on the steady clock; carries many conversations. Sleeps until something is posted or a timer is due.
// Destroying it runs what was posted before, drops timers and joins.
class LiveExecutor final : public Executor {
public:
    LiveExecutor();
    ~LiveExecutor() override;
    LiveExecutor(const LiveExecutor &) = delete;
    LiveExecutor &operator=(const LiveExecutor &) = delete;

    std::int64_t nowUs() const override;
    void post(Task task) override;
    TimerId callAt(std::int64_t atUs, Task task) override;
    void cancel(TimerId timer) override;
    void openCall() override {}
    void closeCall() override {}

private:
    void serve();
    bool runPosted();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Task> m_posted;  // guarded by m_mutex
    bool m_ending = false;       // guarded by m_mutex
    bool m_asleep = false;       // guarded by m_mutex
    std::vector<Task> m_running; // own thread
    TimerQueue m_timers;         // own thread
    std::thread m_thread;
};

} // namespace vox

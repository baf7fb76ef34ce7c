#pragma once
#include "app/realtime/executor.h"
#include "app/realtime/timer_queue.h"
#include <condition_variable>
#include <mutex>
#include <vector>

namespace vox {

// One conversation on a virtual clock: whoever calls run() is its thread. The clock begins at 0, stands still while
// tasks are posted or a call to a provider is open, and else jumps to the next timer; so a conversation takes only the
// time it computes, and happens the same way every time.
class VirtualExecutor final : public Executor {
public:
    VirtualExecutor();
    // Runs until stop(), or until nothing is left to happen: no task, no timer, no open call.
    enum class Idle { Return, Wait };
    void run(Idle whenIdle = Idle::Return);
    // Makes run() return after the task that runs now. Any thread.
    void stop();

    std::int64_t nowUs() const override;
    void post(Task task) override;
    TimerId callAt(std::int64_t atUs, Task task) override { return m_timers.add(atUs, std::move(task)); }
    void cancel(TimerId timer) override { m_timers.cancel(timer); }
    void openCall() override { ++m_openCalls; }
    void closeCall() override;

private:
    bool waitForPosted(Idle whenIdle);

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Task> m_posted;  // guarded by m_mutex
    bool m_stopped = false;      // guarded by m_mutex
    std::int64_t m_nowUs = 0;    // guarded by m_mutex
    std::vector<Task> m_running; // run()'s thread, as all below
    TimerQueue m_timers;
    int m_openCalls = 0;
};

} // namespace vox

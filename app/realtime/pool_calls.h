#pragma once
#include "app/realtime/executor.h"
#include "app/realtime/work_pool.h"
#include <atomic>
#include <functional>
#include <map>
#include <memory>

namespace vox {

// Work that one part of a conversation has out on the pool. Results come back on the executor, and only while this
// object lives and has not forgotten the call; it may die with work still running, and so may the executor after it.
// Lives on the executor. The pool must outlive it.
class PoolCalls {
public:
    using CallId = std::uint64_t; // 0 is none
    // Runs on a pool thread and returns what is then done on the executor. It must own or share all it touches.
    using Work = std::function<Executor::Task(const std::atomic_bool &cancelled)>;

    PoolCalls(Executor &executor, WorkPool &pool);
    ~PoolCalls();
    PoolCalls(const PoolCalls &) = delete;
    PoolCalls &operator=(const PoolCalls &) = delete;

    CallId submit(WorkPool::Urgency urgency, std::uint32_t cost, Work work);
    // Cancels the call when it can still be, and drops its result in any case. Unknown ids do nothing.
    void forget(CallId call);
    void forgetAll();
    bool isOut(CallId call) const { return m_out.contains(call); }

private:
    struct Door;
    void arrive(CallId call, const Executor::Task &deliver);

    Executor &m_executor;
    WorkPool &m_pool;
    CallId m_last = 0;
    std::map<CallId, WorkPool::Ticket> m_out;
    std::shared_ptr<Door> m_door;
};

} // namespace vox

#include "app/realtime/pool_calls.h"
#include <mutex>
#include <utility>

namespace vox {

// Where running work hands in its result. Closed when its PoolCalls dies, so that nobody posts to an executor that may
// be gone; the lock is held for a post() only, so closing never waits for the work.
struct PoolCalls::Door {
    std::mutex mutex;
    Executor *executor = nullptr; // under the mutex
    PoolCalls *calls = nullptr;   // on the executor's thread only
};

PoolCalls::PoolCalls(Executor &executor, WorkPool &pool)
    : m_executor(executor), m_pool(pool), m_door(std::make_shared<Door>())
{
    m_door->executor = &executor;
    m_door->calls = this;
}

PoolCalls::~PoolCalls()
{
    m_door->calls = nullptr;
    {
        const std::lock_guard lock(m_door->mutex);
        m_door->executor = nullptr;
    }
    forgetAll();
}

PoolCalls::CallId PoolCalls::submit(WorkPool::Urgency urgency, std::uint32_t cost, Work work)
{
    const CallId call = ++m_last;
    m_executor.openCall();
    m_out[call] = m_pool.submit({urgency, cost, [door = m_door, call, work = std::move(work)](const std::atomic_bool &cancelled) {
        Executor::Task deliver = work(cancelled);
        const std::lock_guard lock(door->mutex);
        if (!door->executor) return;
        door->executor->post([door, call, deliver = std::move(deliver)] {
            if (door->calls) door->calls->arrive(call, deliver);
        });
    }});
    return call;
}

void PoolCalls::arrive(CallId call, const Executor::Task &deliver)
{
    if (m_out.erase(call) == 0) return; // forgotten meanwhile
    m_executor.closeCall();
    if (deliver) deliver(); // last: it may destroy this object
}

void PoolCalls::forget(CallId call)
{
    const auto found = m_out.find(call);
    if (found == m_out.end()) return;
    found->second.cancel();
    m_out.erase(found);
    m_executor.closeCall();
}

void PoolCalls::forgetAll()
{
    for (auto &[call, ticket] : std::exchange(m_out, {})) {
        ticket.cancel();
        m_executor.closeCall();
    }
}

} // namespace vox

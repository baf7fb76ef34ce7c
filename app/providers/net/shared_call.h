#pragma once
#include "app/realtime/executor.h"
#include <atomic>
#include <memory>
#include <mutex>

namespace vox {

// What the executor's side and the network's side share of one call or socket. Once closed it is silent at once, and the
// executor, which may die then, is not touched again.
template <typename Handlers> struct SharedCall {
    std::mutex door; // guards executor
    Executor *executor = nullptr;
    std::atomic_bool live{true};
    Handlers handlers;

    template <typename F> void deliver(const std::shared_ptr<SharedCall> &self, F call)
    {
        const std::lock_guard lock(door);
        if (!executor) return;
        executor->post([self, call = std::move(call)] {
            if (self->live.load(std::memory_order_acquire)) call(self->handlers);
        });
    }

    void close()
    {
        const std::lock_guard lock(door);
        live.store(false, std::memory_order_release);
        executor = nullptr;
    }
};

} // namespace vox

#pragma once
#include "app/realtime/executor.h"
#include <optional>
#include <vector>

namespace vox {

// Timers of one executor, ordered by time and then by when they were set. No clock and no lock of its own; adding,
// cancelling and taking do not allocate once the queue has grown to its working size.
class TimerQueue {
public:
    Executor::TimerId add(std::int64_t atUs, Executor::Task task);
    void cancel(Executor::TimerId timer); // unknown or fired: nothing happens
    // When the next timer is due; nothing when there is none.
    std::optional<std::int64_t> nextUs();
    // The next task whose time is `nowUs` or earlier; an empty task when there is none.
    Executor::Task take(std::int64_t nowUs);

private:
    struct Slot {
        Executor::Task task;
        std::uint32_t generation = 1;
        bool pending = false;
    };
    struct Entry {
        std::int64_t atUs;
        std::uint64_t order;
        std::uint32_t slot;
        std::uint32_t generation;
    };
    static bool later(const Entry &a, const Entry &b);
    void dropCancelled();
    void free(std::uint32_t slot);

    std::vector<Slot> m_slots;
    std::vector<std::uint32_t> m_free;
    std::vector<Entry> m_heap;
    std::uint64_t m_order = 0;
};

} // namespace vox

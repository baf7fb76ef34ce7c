#pragma once
#include <cstdint>
#include <functional>

namespace vox {

// Where a conversation lives: its tasks, its timers and its clock. One thread runs everything of one executor. Qt-free.
// Two implementations: LiveExecutor (a worker thread, steady clock) and VirtualExecutor (a virtual clock that stands
// still while a call to a provider is open, so that equal seeds give equal bytes).
class Executor {
public:
    using Task = std::function<void()>;
    using TimerId = std::uint64_t;

    virtual ~Executor() = default;

    // Microseconds on a monotonic axis of its own. Any thread.
    virtual std::int64_t nowUs() const = 0;
    // Runs the task on this executor's thread, in the order posted. Any thread.
    virtual void post(Task task) = 0;
    // Runs the task once nowUs() has reached `atUs`. Own thread. Cancelling an unknown or fired timer does nothing.
    virtual TimerId callAt(std::int64_t atUs, Task task) = 0;
    virtual void cancel(TimerId timer) = 0;
    // Brackets work done elsewhere (inference, network) whose result will be post()ed here: the virtual clock stands
    // still between the two. Own thread; closeCall is called from inside the posted task. A live executor ignores them.
    virtual void openCall() = 0;
    virtual void closeCall() = 0;
};

} // namespace vox

#pragma once
#include <functional>
#include <memory>

namespace vox {

// Made before anything else of a program runs; wait() returns when somebody asks it to end: SIGTERM, SIGINT, Ctrl+C.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;
    // SIGHUP meanwhile calls `refresh`, on this thread.
    void wait(const std::function<void()> &refresh = {});

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox

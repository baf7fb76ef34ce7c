#pragma once
#include <memory>

namespace vox {

// Made before anything else of a program runs; wait() returns when somebody asks it to end: SIGTERM, SIGINT, Ctrl+C.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;
    void wait();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox

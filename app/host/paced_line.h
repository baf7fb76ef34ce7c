#pragma once
#include "app/host/line.h"
#include "app/realtime/executor.h"

namespace vox {

// A line without a device: every 10 ms of the executor's clock, real or virtual, there is a block. Base of lines that make
// their sound themselves; block n is due n+1 blocks after start(), whatever happened to the ones before.
class PacedLine : public Line {
public:
    void start(Executor &executor, LineListener &listener) final;
    Captured captured(AudioBlock &into) final;
    void play(const AudioBlock &block) override { (void)block; }
    std::int64_t playoutDelayUs() const override { return 0; }
    void stop() final;

protected:
    // Fills the next 10 ms of the caller, or ends the line.
    virtual Captured next(AudioBlock &into) = 0;
    virtual void started() {}
    virtual void stopped() {}
    Executor &executor() const { return *m_executor; }
    LineListener &listener() const { return *m_listener; }
    bool running() const { return m_executor != nullptr; }
    std::int64_t blocks() const { return m_blocks; }

private:
    void wakeAtNext();

    Executor *m_executor = nullptr;
    LineListener *m_listener = nullptr;
    Executor::TimerId m_timer = 0;
    std::int64_t m_startUs = 0;
    std::int64_t m_blocks = 0;
};

} // namespace vox

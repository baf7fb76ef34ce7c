#pragma once
#include "app/host/paced_line.h"
#include <vector>

namespace vox {

// A caller from a recording: its sound starts with the call, then there is silence; the caller leaves once both sides have
// been silent for 10 s after its end. Keeps what the agent said when asked to.
class FileLine final : public PacedLine {
public:
    enum class Agent { Forget, Keep };
    explicit FileLine(std::vector<float> caller, Agent agent = Agent::Forget); // 16 kHz mono

    void play(const AudioBlock &block) override;
    const std::vector<float> &agentSound() const { return m_agent; } // after stop()

private:
    Captured next(AudioBlock &into) override;

    std::vector<float> m_caller;
    std::size_t m_at = 0;
    std::int64_t m_lastSoundBlock = 0;
    Agent m_keep;
    std::vector<float> m_agent;
};

} // namespace vox

#pragma once
#include "models/audio/block.h"
#include <vector>

namespace vox {

// Places the agent's sound on the recording's axis where it is heard: what is played now sounds after the delay of queue
// and device. Small changes of the estimated delay are not followed (they would tear the sound apart), larger ones are.
// Owned by its conversation; no allocation after the constructor.
class AgentLane {
public:
    AgentLane();

    // The sample position where the block that is played after `captured` samples will be heard.
    std::int64_t position(std::int64_t captured, std::int64_t delayUs);
    void place(std::int64_t position, const AudioBlock &block);
    // The last `samples` placed were dropped before they were heard.
    void drop(int samples);
    std::int64_t end() const { return m_end; } // behind the last sample placed
    // What is heard in the 10 ms that end at `captured`. Each stretch is taken once, in order.
    void take(std::int64_t captured, AudioBlock &out);

private:
    float &at(std::int64_t position) { return m_ring[std::size_t(position) % m_ring.size()]; }

    std::vector<float> m_ring;
    std::int64_t m_end = 0;   // behind the last sample placed
    std::int64_t m_taken = 0; // everything before was taken
};

} // namespace vox

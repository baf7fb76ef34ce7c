#pragma once
#include "models/audio/block.h"

namespace vox {

// Tells how likely it is that somebody speaks. One per conversation, fed on its worker in 10 ms blocks; never blocks and
// never waits for the pool.
class VoiceActivity {
public:
    virtual ~VoiceActivity() = default;
    // Hears the next block and returns the newest probability, 0..1. Samples that are no finite number count as silence.
    virtual float probability(const AudioBlock &block) = 0;
    // Forgets what was heard, as at the start of a call.
    virtual void reset() = 0;
};

} // namespace vox

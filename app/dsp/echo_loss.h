#pragma once
#include "models/audio/block.h"
#include <optional>

namespace vox {

// Echo return loss enhancement, as ITU-T G.168 has it: how much softer the microphone is after the canceller than before it,
// measured by energies over about the last second in which only the far side speaks. Standard library only; lives on its
// conversation's thread.
class EchoLoss {
public:
    // 10 ms: what the microphone heard, what is left of it, what the loudspeaker plays, and whether the caller speaks too.
    void add(const AudioBlock &near, const AudioBlock &clean, const AudioBlock &far, bool callerSpeaks);
    // Decibels, at least 0 and at most 60; nothing until a third of a second was measured.
    std::optional<float> db() const;

private:
    float m_near = 0, m_clean = 0; // energies, averaged
    int m_blocks = 0;
};

} // namespace vox

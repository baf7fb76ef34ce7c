#pragma once
#include "models/audio/block.h"
#include <array>
#include <cstddef>

namespace vox {

// Tells what an echo canceller has left of the loudspeaker from a caller who talks over it. A canceller needs a second of
// far speech to learn the room, and never takes off all of it; voice detection hears speech however soft it is. Standard
// library only; lives on its conversation's thread.
class EchoGate {
public:
    // `clean`: the microphone after the canceller; `far`: the loudspeaker in the same 10 ms. True: only echo is in it.
    bool isEcho(const AudioBlock &clean, const AudioBlock &far);

private:
    static constexpr std::size_t kBlocks = 30; // how long an echo may lag, in blocks
    std::array<float, kBlocks> m_far{};        // loudness of the latest far blocks
    std::size_t m_at = 0;
    int m_learned = 0; // blocks of far speech so far
};

} // namespace vox

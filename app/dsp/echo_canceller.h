#pragma once
#include "models/audio/block.h"
#include <memory>

namespace vox {

// Takes the loudspeaker's sound out of the microphone's, and steady noise with it. One per conversation, used on its
// worker, 10 ms at a time; process() neither allocates nor blocks. Qt-free.
class EchoCanceller {
public:
    enum class Noise { Keep, Suppress };

    // `tailMs`: how long an echo may lag behind the loudspeaker, devices' delay included; 50 to 500.
    explicit EchoCanceller(int tailMs = 250, Noise noise = Noise::Suppress);
    ~EchoCanceller();
    EchoCanceller(EchoCanceller &&) noexcept;
    EchoCanceller &operator=(EchoCanceller &&) noexcept;

    // `near`: what the microphone heard; `far`: what the loudspeaker was given in the same 10 ms. Returns near without far.
    void process(const AudioBlock &near, const AudioBlock &far, AudioBlock &out);
    // Forgets the room, as when a device changes.
    void reset();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace vox

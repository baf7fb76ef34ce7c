#pragma once
#include "models/audio/block.h"
#include <memory>

namespace vox {

// Takes the loudspeaker's sound out of the microphone's, and steady noise with it. One per conversation, used on its
// worker, 10 ms at a time; process() neither allocates nor blocks. Qt-free.
//
// speexdsp, because it lets the caller interrupt: on test_echo_canceller's babble it takes 21 dB off the echo (23 with a tail of 80 ms) and
// keeps a caller who talks over the agent at a correlation of 0.94 and -0.1 dB, for 40 to 70 us a block. webrtc-audio-processing 0.3
// takes off more and loses most of the caller (0.23).
class EchoCanceller {
public:
    enum class Noise { Keep, Suppress };

    // `tailMs`: how long an echo may lag behind the loudspeaker, devices' delay included; 50 to 500.
    explicit EchoCanceller(int tailMs = 200, Noise noise = Noise::Suppress);
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

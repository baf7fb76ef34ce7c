#pragma once
#include "app/dsp/resampler.h"
#include "models/audio/block.h"
#include <string>
#include <string_view>
#include <vector>

namespace vox {

// Samples as 16-bit little-endian PCM; what is beyond full scale is clipped. Qt-free.
std::string pcm16Of(Samples samples);

// The way back: mono 16-bit little-endian PCM in pieces of any size, even or odd, at any rate, into samples at 16 kHz.
// Used by one thread.
class Pcm16Decoder {
public:
    explicit Pcm16Decoder(int rateHz) : m_resampler(rateHz, kSampleRate, Resampler::Quality::Best) {}
    void feed(std::string_view bytes, std::vector<float> &out); // appends
    void finish(std::vector<float> &out);                       // what the resampler still holds; starts anew

private:
    Resampler m_resampler;
    std::vector<float> m_samples;
    char m_odd = 0;
    bool m_hasOdd = false;
};

} // namespace vox

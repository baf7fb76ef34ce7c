#include "models/audio/level.h"
#include <algorithm>
#include <cmath>

namespace vox {

Level levelOf(Samples samples)
{
    if (samples.empty()) return {};
    Level level;
    double squares = 0;
    for (const float sample : samples) {
        level.peak = std::max(level.peak, std::abs(sample));
        squares += double(sample) * double(sample);
    }
    level.rms = float(std::sqrt(squares / double(samples.size())));
    return level;
}

float decibels(float amplitude)
{
    constexpr float kFloor = 1e-6F; // -120 dB
    return 20.0F * std::log10(std::max(amplitude, kFloor));
}

} // namespace vox

#pragma once
#include "models/audio/block.h"
#include <algorithm>
#include <cmath>

// The one measure of "somebody can be heard" behind all latency figures: a sample above 1 % of full scale.
namespace vox {

inline constexpr float kAudible = 0.01f;

// Index of the first or last audible sample, -1 when there is none.
inline int firstAudible(Samples samples)
{
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (std::abs(samples[i]) > kAudible) return int(i);
    return -1;
}
inline int lastAudible(Samples samples)
{
    for (std::size_t i = samples.size(); i > 0; --i)
        if (std::abs(samples[i - 1]) > kAudible) return int(i - 1);
    return -1;
}

// Loudness in dBFS, not below -100.
inline float levelDb(Samples samples)
{
    float sum = 0;
    for (const float sample : samples) sum += sample * sample;
    return samples.empty() ? -100.0f : std::max(-100.0f, 10.0f * std::log10(sum / float(samples.size()) + 1e-12f));
}

} // namespace vox

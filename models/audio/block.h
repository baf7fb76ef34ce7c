#pragma once
#include <array>
#include <cstdint>
#include <span>

namespace vox {

inline constexpr int kSampleRate = 16000;  // Hz, everywhere inside; converted at the edges
inline constexpr int kBlockSamples = 160;  // 10 ms
inline constexpr std::int64_t kBlockUs = 10000;

// Ten milliseconds of mono sound, float32 in -1..1. A value; never allocated on a hot path.
struct AudioBlock {
    std::array<float, kBlockSamples> samples{};
};

using Samples = std::span<const float>; // mono, 16 kHz

} // namespace vox

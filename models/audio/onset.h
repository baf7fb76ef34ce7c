#pragma once
#include "models/audio/block.h"
#include <cstddef>
#include <optional>

namespace vox {

// What counts as sound when latencies are measured: 1 % of full scale.
inline constexpr float kAudible = 0.01F;

// Index of the first or last sample louder than `threshold`; nothing when all of it is quieter.
std::optional<std::size_t> firstAudible(Samples samples, float threshold = kAudible);
std::optional<std::size_t> lastAudible(Samples samples, float threshold = kAudible);

} // namespace vox

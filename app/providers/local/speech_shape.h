#pragma once
#include "models/audio/block.h"
#include <cstddef>

namespace vox {

// Mean square of the samples, 0 for none.
float meanSquare(Samples samples);

// A block is a pause when it is this much quieter than the loudest one (34 dB, as a share of power).
inline constexpr float kPauseShare = 4e-4f;

// How many of the samples lie in blocks that are no pause.
std::size_t speechWithin(Samples samples);

// The quietest 200 ms that begin in [from, to): their middle, and how quiet they are against the whole (share of power).
struct Pause {
    std::size_t middle = 0;
    float share = 1;
};
Pause quietestPause(Samples samples, std::size_t from, std::size_t to);

} // namespace vox

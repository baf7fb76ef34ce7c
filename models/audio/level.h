#pragma once
#include "models/audio/block.h"

namespace vox {

// How loud a stretch of sound is; both in 0..1 of full scale.
struct Level {
    float peak = 0;
    float rms = 0;
};

// Zero for no samples.
Level levelOf(Samples samples);

// 20 log10(amplitude), never below -120 dB. For meters.
float decibels(float amplitude);

} // namespace vox

#include "models/audio/block.h"

namespace vox {
static_assert(sizeof(AudioBlock) == kBlockSamples * sizeof(float));
} // namespace vox

#include "app/dsp/energy_voice_activity.h"
#include <algorithm>
#include <cmath>

namespace vox {

namespace {
constexpr float kQuietestDb = -80.0f;   // below this the line is dead
constexpr float kFloorRiseDb = 0.03f;   // a block: 3 dB a second, so that speech does not become the floor
constexpr float kFloorFall = 0.2f;      // share of the way down a block: the floor is found again within 0.1 s
constexpr float kHalfwayDb = 12.0f;     // this far above the floor the answer is 0.5
constexpr float kSlopeDb = 3.0f;
constexpr float kSmoothing = 0.5f;

float loudnessDb(const AudioBlock &block)
{
    float sum = 0;
    for (const float sample : block.samples) {
        const float clean = std::isfinite(sample) ? std::clamp(sample, -1.0f, 1.0f) : 0.0f;
        sum += clean * clean;
    }
    return std::max(kQuietestDb, 10.0f * std::log10(sum / kBlockSamples + 1e-12f));
}
} // namespace

float EnergyVoiceActivity::probability(const AudioBlock &block)
{
    const float level = loudnessDb(block);
    m_floorDb = level < m_floorDb ? m_floorDb + (level - m_floorDb) * kFloorFall : m_floorDb + kFloorRiseDb;
    const float now = 1.0f / (1.0f + std::exp(-(level - m_floorDb - kHalfwayDb) / kSlopeDb));
    m_probability += (now - m_probability) * kSmoothing;
    return m_probability;
}

} // namespace vox

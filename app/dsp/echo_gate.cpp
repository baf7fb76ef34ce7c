#include "app/dsp/echo_gate.h"
#include <algorithm>
#include <cmath>

namespace vox {

namespace {
constexpr float kFarSpeaks = 0.005F; // -46 dB
constexpr int kLearningBlocks = 120;
// Echo path of -10 dB and 12 dB of cancellation at the least; a caller at arm's length is well above it.
constexpr float kResidue = 0.08F;    // -22 dB

float loudness(const AudioBlock &block)
{
    float sum = 0;
    for (const float sample : block.samples) sum += sample * sample;
    return std::sqrt(sum / float(kBlockSamples));
}
} // namespace

bool EchoGate::isEcho(const AudioBlock &clean, const AudioBlock &far)
{
    const float farNow = loudness(far);
    m_far[m_at] = farNow;
    m_at = (m_at + 1) % kBlocks;
    if (farNow > kFarSpeaks && m_learned < kLearningBlocks) ++m_learned;
    const float farLately = *std::max_element(m_far.begin(), m_far.end());
    if (farLately <= kFarSpeaks) return false;
    return m_learned < kLearningBlocks || loudness(clean) < farLately * kResidue;
}

} // namespace vox

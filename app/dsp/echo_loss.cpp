#include "app/dsp/echo_loss.h"
#include <algorithm>
#include <cmath>

namespace vox {

namespace {

constexpr float kFarEnergy = 2.5e-5F * kBlockSamples; // -46 dB, as EchoGate has it
constexpr float kPace = 0.01F;                        // of 10 ms blocks: about a second
constexpr int kEnough = 33;
constexpr float kNothing = 1e-9F;

float energy(const AudioBlock &block)
{
    float sum = 0;
    for (const float sample : block.samples) sum += sample * sample;
    return sum;
}

} // namespace

void EchoLoss::add(const AudioBlock &near, const AudioBlock &clean, const AudioBlock &far, bool callerSpeaks)
{
    if (callerSpeaks || energy(far) < kFarEnergy) return;
    ++m_blocks;
    // The first blocks count in full, so that the figure is honest from its first second.
    const float pace = std::max(kPace, 1.0F / float(m_blocks));
    m_near += (energy(near) - m_near) * pace;
    m_clean += (energy(clean) - m_clean) * pace;
}

std::optional<float> EchoLoss::db() const
{
    if (m_blocks < kEnough || m_near < kNothing) return std::nullopt;
    return std::clamp(10 * std::log10(m_near / std::max(m_clean, kNothing)), 0.0F, 60.0F);
}

} // namespace vox

#include "app/host/agent_lane.h"
#include <algorithm>
#include <cstdlib>
#include <utility>

namespace vox {

namespace {
constexpr std::int64_t kLongestDelay = kSampleRate * 9 / 20; // 450 ms
constexpr std::int64_t kNotFollowed = kSampleRate * 5 / 1000;
} // namespace

AgentLane::AgentLane() : m_ring(std::size_t(kSampleRate / 2), 0.0f) {}

std::int64_t AgentLane::position(std::int64_t captured, std::int64_t delayUs)
{
    const std::int64_t delay = std::clamp<std::int64_t>(delayUs * kSampleRate / 1000000, 0, kLongestDelay);
    const std::int64_t wanted = captured + delay;
    return std::abs(wanted - m_end) <= kNotFollowed ? std::max(m_end, m_taken) : std::max(wanted, m_taken);
}

void AgentLane::place(std::int64_t position, const AudioBlock &block)
{
    for (int i = 0; i < kBlockSamples; ++i) at(position + i) = block.samples[std::size_t(i)];
    m_end = position + kBlockSamples;
}

void AgentLane::drop(int samples)
{
    for (int i = 0; i < samples && m_end > m_taken; ++i) at(--m_end) = 0.0f;
}

void AgentLane::take(std::int64_t captured, AudioBlock &out)
{
    const std::int64_t begin = captured - kBlockSamples;
    for (int i = 0; i < kBlockSamples; ++i) out.samples[std::size_t(i)] = std::exchange(at(begin + i), 0.0f);
    m_taken = captured;
}

} // namespace vox

#include "app/host/file_line.h"
#include "app/host/loudness.h"

namespace vox {

namespace {
constexpr std::int64_t kSilentBlocks = 1000; // 10 s
}

FileLine::FileLine(std::vector<float> caller, Agent agent) : m_caller(std::move(caller)), m_keep(agent) {}

Line::Captured FileLine::next(AudioBlock &into)
{
    if (m_at >= m_caller.size() && blocks() - m_lastSoundBlock >= kSilentBlocks) return Captured::Ended;
    into = {};
    const std::size_t count = std::min<std::size_t>(kBlockSamples, m_caller.size() - std::min(m_at, m_caller.size()));
    std::copy_n(m_caller.begin() + std::ptrdiff_t(m_at), count, into.samples.begin());
    m_at += count;
    if (count > 0 && (m_at >= m_caller.size() || lastAudible(into.samples) >= 0)) m_lastSoundBlock = blocks();
    return Captured::Block;
}

void FileLine::play(const AudioBlock &block)
{
    if (lastAudible(block.samples) >= 0) m_lastSoundBlock = blocks();
    if (m_keep == Agent::Keep) m_agent.insert(m_agent.end(), block.samples.begin(), block.samples.end());
}

} // namespace vox

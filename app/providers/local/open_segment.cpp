#include "app/providers/local/open_segment.h"
#include "app/providers/local/speech_shape.h"
#include <algorithm>
#include <cmath>

namespace vox {

void OpenSegment::add(Samples samples)
{
    while (!samples.empty()) {
        const Samples block = samples.first(std::min<std::size_t>(samples.size(), kBlockSamples));
        samples = samples.subspan(block.size());
        const std::size_t from = m_sound.size();
        for (const float sample : block) m_sound.push_back(std::isfinite(sample) ? std::clamp(sample, -1.0f, 1.0f) : 0.0f);
        const float level = meanSquare(Samples(m_sound).subspan(from));
        m_loudest = std::max(m_loudest, level);
        if (level <= 0 || level < m_loudest * kPauseShare) continue;
        m_speech += block.size();
        m_speechEnd = length();
    }
}

OpenSegment::Piece OpenSegment::takeOldest()
{
    const std::size_t last = std::min(m_longest, m_sound.size());
    const std::size_t cut = quietestPause(Samples(m_sound).first(last), last / 2, last).middle;
    Piece piece{m_start, {m_sound.begin(), m_sound.begin() + std::ptrdiff_t(cut)}};
    m_sound.erase(m_sound.begin(), m_sound.begin() + std::ptrdiff_t(cut));
    m_start += cut;
    return piece;
}

} // namespace vox

#include "app/providers/local/speech_shape.h"
#include <algorithm>

namespace vox {

namespace {
constexpr std::size_t kPauseLength = 20 * kBlockSamples;

Samples blockAt(Samples samples, std::size_t at)
{
    return samples.subspan(at, std::min<std::size_t>(kBlockSamples, samples.size() - at));
}
} // namespace

float meanSquare(Samples samples)
{
    float sum = 0;
    for (const float sample : samples) sum += sample * sample;
    return samples.empty() ? 0 : sum / float(samples.size());
}

std::size_t speechWithin(Samples samples)
{
    float loudest = 0;
    for (std::size_t at = 0; at < samples.size(); at += kBlockSamples) loudest = std::max(loudest, meanSquare(blockAt(samples, at)));
    std::size_t speech = 0;
    for (std::size_t at = 0; at < samples.size(); at += kBlockSamples)
        if (meanSquare(blockAt(samples, at)) > loudest * kPauseShare) speech += blockAt(samples, at).size();
    return speech;
}

Pause quietestPause(Samples samples, std::size_t from, std::size_t to)
{
    Pause best{std::min(to, samples.size()), 1};
    const float whole = meanSquare(samples);
    float quietest = 0;
    bool found = false;
    for (std::size_t at = from; at < to && at + kPauseLength <= samples.size(); at += kBlockSamples) {
        const float level = meanSquare(samples.subspan(at, kPauseLength));
        if (found && level > quietest) continue;
        found = true;
        quietest = level;
        best = {at + kPauseLength / 2, whole > 0 ? level / whole : 1};
    }
    return best;
}

} // namespace vox

#include "models/audio/onset.h"
#include <algorithm>
#include <cmath>

namespace vox {

namespace {
auto louderThan(float threshold)
{
    return [threshold](float sample) { return std::abs(sample) > threshold; };
}
} // namespace

std::optional<std::size_t> firstAudible(Samples samples, float threshold)
{
    const auto found = std::find_if(samples.begin(), samples.end(), louderThan(threshold));
    if (found == samples.end()) return std::nullopt;
    return std::size_t(found - samples.begin());
}

std::optional<std::size_t> lastAudible(Samples samples, float threshold)
{
    const auto found = std::find_if(samples.rbegin(), samples.rend(), louderThan(threshold));
    if (found == samples.rend()) return std::nullopt;
    return std::size_t(samples.rend() - found) - 1;
}

} // namespace vox

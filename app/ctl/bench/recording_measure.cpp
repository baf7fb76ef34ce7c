#include "app/ctl/bench/recording_measure.h"
#include "models/audio/onset.h"
#include <algorithm>
#include <cmath>

namespace vox::ctl {

std::vector<Utterance> utterancesIn(Samples lane, int gapMs)
{
    const auto gap = std::size_t(gapMs) * kSampleRate / 1000;
    const auto toUs = [](std::size_t sample) { return std::int64_t(sample) * 1000000 / kSampleRate; };
    std::vector<Utterance> out;
    std::optional<std::size_t> first, last;
    for (std::size_t i = 0; i < lane.size(); ++i) {
        if (std::fabs(lane[i]) <= kAudible) continue;
        if (last && i - *last >= gap) {
            out.push_back({toUs(*first), toUs(*last)});
            first.reset();
        }
        if (!first) first = i;
        last = i;
    }
    if (first) out.push_back({toUs(*first), toUs(*last)});
    return out;
}

std::vector<HeardTurn> heardTurns(const std::vector<Utterance> &caller, const std::vector<Utterance> &agent)
{
    std::vector<HeardTurn> turns;
    for (std::size_t i = 0; i < caller.size(); ++i) {
        const std::int64_t next = i + 1 < caller.size() ? caller[i + 1].startUs : INT64_MAX;
        const auto answer = std::find_if(agent.begin(), agent.end(), [&](const Utterance &said) { return said.startUs > caller[i].endUs; });
        if (answer != agent.end() && answer->startUs < next) turns.push_back({caller[i].endUs, answer->startUs});
    }
    return turns;
}

std::optional<std::int64_t> quantile(std::vector<std::int64_t> values, double q)
{
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto rank = std::int64_t(std::ceil(q * double(values.size()))) - 1;
    return values[std::size_t(std::clamp<std::int64_t>(rank, 0, std::int64_t(values.size()) - 1))];
}

} // namespace vox::ctl

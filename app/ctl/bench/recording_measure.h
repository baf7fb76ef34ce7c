#pragma once
#include "models/audio/block.h"
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vox::ctl {

// A stretch of sound on one lane of a recording: first and last sample above 1 % of full scale, no gap of `gapMs` or more
// between them. Microseconds since the recording began.
struct Utterance {
    std::int64_t startUs = 0;
    std::int64_t endUs = 0;
};

// What a stopwatch beside a recording would say, without a look into the log.
std::vector<Utterance> utterancesIn(Samples lane, int gapMs);

// Of each caller's utterance that the agent answered after its end: end of the utterance and begin of the answer.
struct HeardTurn {
    std::int64_t callerEndUs = 0;
    std::int64_t agentStartUs = 0;
};
std::vector<HeardTurn> heardTurns(const std::vector<Utterance> &caller, const std::vector<Utterance> &agent);

// Nearest rank; nullopt when there is none.
std::optional<std::int64_t> quantile(std::vector<std::int64_t> values, double q);

} // namespace vox::ctl

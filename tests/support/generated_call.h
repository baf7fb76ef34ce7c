#pragma once
#include "app/sound/sound_reader.h"
#include "tests/support/talk_run.h"

namespace vox::stubs {

// A conversation made up from a seed: what the caller says and how (pauses, interruptions, coughs), how slow recogniser,
// voice, model and tools are, and which of them fail. The agent asks, answers, books with a tool and thinks with a model.
std::unique_ptr<Line> generatedCaller(quint64 seed, StubPortFactory &ports);
std::shared_ptr<const Program> generatedAgent();

// The log's latencies against a stopwatch beside the recording.
struct Agreement {
    int turns = 0;               // that have a total
    int interrupted = 0, held = 0;
    qint64 worstUs = 0;          // the largest difference of a total
    qint64 worstUtterance = 0;
    int partsWrong = 0;          // turns whose parts do not add up to their total, to the microsecond
};
Agreement agreement(const ConversationSummary &summary, const TwoLanes &recorded);

} // namespace vox::stubs

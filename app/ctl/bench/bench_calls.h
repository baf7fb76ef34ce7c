#pragma once
#include "app/assembly/assembly.h"
#include "app/ctl/bench/made_up_callers.h"
#include "app/ctl/bench/recording_measure.h"
#include "app/host/simulated_caller.h"
#include "app/sound/sound_reader.h"
#include "models/base/result.h"
#include "models/conversation/projections.h"
#include "models/kinds/agents/agent.h"

// What the benches of voxctl share: an agent that answers anything, calls that are recorded, figures for people.
namespace vox::ctl {

// Answers whatever is said with the same words, so that only the loop is measured. `entity`: what it asks for ("phone",
// "email", "order_code"), empty: anything.
Agent answeringAgent(const QString &answer, const QString &entity = {});

// Every sound file below a folder, in the order of their names; silence at both ends cut off.
Result<std::vector<std::vector<float>>> recordedUtterances(const QString &folder);

struct Measured {
    ConversationSummary summary;
    TwoLanes lanes;
    int joined = 0; // utterances that were cut off and went on as one
};
// One call, recorded in a folder that goes away. Blocks until it is over.
Result<Measured> runRecorded(Assembly &assembly, const Agent &agent, QList<SimulatedCaller::Utterance> script,
                             ConversationHost::Pace pace = ConversationHost::Pace::RealTime);

// Loads recognition and speaks the agent's prompts beforehand; blocks.
void prepare(Assembly &assembly, const Agent &agent);

// "n 20  p50 266.0  p95 614.0  max 700.1", of microseconds in milliseconds.
QString figures(const std::vector<std::int64_t> &us);
// What the figures were taken on: processor, cores, and how much else was going on.
QString machine();

// How often callers who pause are cut off: utterances with pauses inserted, dictated digits and e-mail addresses, made
// from `seed`, `count` of each sort, through the whole English stack on the virtual clock. Answers the exit status.
int cutOffs(Assembly &assembly, const std::vector<std::vector<float>> &recorded, MadeUpCallers::Set set, quint64 seed, int count);

// Writes what is known at each pause and at each end of what such callers and the recorded people say to `file`, one row
// each: sort, 1 for an end, how likely the words are finished, the words. Answers the exit status.
int turnEnds(Assembly &assembly, const std::vector<std::vector<float>> &recorded, MadeUpCallers::Set set, quint64 seed, int count, const QString &file);

} // namespace vox::ctl

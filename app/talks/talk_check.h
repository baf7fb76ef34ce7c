#pragma once
#include "app/talks/talk_runner.h"

namespace vox {

// One difference between a talk and what happened, both in the words of talks.
struct TalkFault {
    int line = 0;      // of the talk; 0: nothing in it speaks of this
    QString expected;  // empty: nothing
    QString found;     // empty: nothing
};

// Compares a run with its talk. Empty: it passed. Lines of the agent must match one by one, in order, each within the
// tolerance; holds and resumes only where they are stated. Everything else is checked where it is stated, and tools and
// models also where they are not.
QList<TalkFault> checkTalk(const Talk &talk, const TalkRun &run);

// Whether this moment is what the line states, times aside.
bool states(const TalkLine &line, const TalkMoment &moment);

} // namespace vox

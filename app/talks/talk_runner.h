#pragma once
#include "app/talks/talk_agents.h"
#include "app/talks/talk_timeline.h"
#include "models/conversation/projections.h"

namespace vox {

// What came of one talk.
struct TalkRun {
    QList<ConversationEvent> events;
    ConversationSummary summary;
    QList<TalkMoment> timeline;
    QJsonArray history;      // what the dialogue remembers at the end: [{who, text}]
    QStringList unexpected;  // tools that were called though no line announced them
    QStringList unasked;     // tools that lines announced and nobody called
    bool stuck = false;      // lines of the caller never came due
};

// Runs a talk through the real host on a virtual clock: the same talk gives the same events, to the byte. Blocks for as
// long as it computes; any thread. `folder` is where the files stand that the talk names.
// Errors: of TalkAgents::plan() and readMono().
Result<TalkRun> runTalk(const Talk &talk, const QString &folder, TalkAgents &agents);

} // namespace vox

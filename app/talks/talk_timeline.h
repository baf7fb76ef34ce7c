#pragma once
#include "app/talks/talk_scene.h"
#include "models/conversation/event.h"

namespace vox {

// Something that was heard in a call, or done, as a talk would state it.
struct TalkMoment {
    TalkLine::Kind kind = TalkLine::Kind::AgentSpeaks;
    qint64 us = 0;      // conversation time
    qint64 cueUs = 0;   // end of what the caller did last before
    QString text;       // AgentSpeaks: the whole answer; AgentStops: what was heard of it; Tool: its name; Utterance: the words
    int line = 0;       // of the talk, for what the caller did
    qint64 orderUs = 0; // when it was decided: an answer that stops was silent a little earlier
};

// What happened, in order of time.
QList<TalkMoment> timelineOf(const Talk &talk, const TalkScene &scene, const QList<ConversationEvent> &events);

// "1.20" or, with a cue, "+0.35".
QString talkTime(TalkTime::Kind kind, const TalkMoment &moment);
// As a line of a talk: 'agent  speaks "Hello"'.
QString talkText(const TalkMoment &moment);
QString quotedForTalk(QString text);
// The whole timeline, a line each.
QString timelineText(const QList<TalkMoment> &timeline);

} // namespace vox

#pragma once
#include "models/conversation/projections.h"
#include <span>

// What a conversation's events say beside its words: tools, variables, where the sound is. Pure.
namespace vox {

// One call of a tool, with its answer once that is there.
struct ToolUse {
    QString name, method, url, receipt;
    bool changesOutside = false;
    bool returned = false;
    qint64 status = 0; // HTTP; 0: no answer came
    qint64 bytes = 0;
    QString body;      // cut at 4 KB
    Micros start, end;
    qint64 turn = 0;   // utterance that was being answered, 0 before the first
    friend bool operator==(const ToolUse &, const ToolUse &) = default;
};
QList<ToolUse> toolUses(std::span<const ConversationEvent> events);

// A variable as it stood at a moment.
struct VariableFact {
    QString name;
    QJsonValue value;
    qint64 turn = 0; // in which it changed last
    Micros at;
    friend bool operator==(const VariableFact &, const VariableFact &) = default;
};
// By name, as of `until` (included).
QList<VariableFact> variablesAt(std::span<const ConversationEvent> events, Micros until);
// A value in one line, as people read it: text without quotes, lists by their length when long.
QString valueText(const QJsonValue &value);

// The node a conversation was in at that moment; empty before the first.
struct NodeFact { QString id, name, type; };
NodeFact nodeAt(std::span<const ConversationEvent> events, Micros until);

// From where to where, in conversation time.
struct Stretch {
    Micros from, to;
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

// What is drawn over the lanes.
struct SoundMarks {
    struct Stop { Micros at; qint64 voiceToSilenceMs = 0; }; // from the caller's first sample
    struct Delay { Stretch gap; qint64 ms = 0; };
    QList<Stretch> caller, agent; // speech
    QList<Stretch> overlaps;      // both at once
    QList<Stop> stops;            // barge-ins
    QList<Delay> delays;          // silence before an answer
};
// `now`: what still goes on ends here.
SoundMarks soundMarks(const ConversationSummary &summary, std::span<const ConversationEvent> events, Micros now);

} // namespace vox

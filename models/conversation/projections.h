#pragma once
#include "models/conversation/event.h"
#include <QList>
#include <array>
#include <optional>
#include <span>

// What a screen, voxctl and search show of a conversation, computed from its events alone. Pure; a projection can be
// rebuilt at any time.
namespace vox {

struct TranscriptLine {
    Who who = Who::Caller;
    QString text;       // caller: final words; agent: what was planned
    QString heard;      // agent: the part of `text` that was played (all of it unless interrupted)
    Micros start, end;
    bool interrupted = false;
    bool partial = false; // live only: not final yet
    qint64 utterance = 0, answer = 0;
};

// One exchange: the caller's utterance and the answer to it. The parts partition [callerEnd, agentStart] exactly.
struct TurnLatency {
    qint64 utterance = 0;
    std::optional<Micros> callerEnd;  // absent where the caller did not speak
    std::optional<Micros> agentStart; // absent when no answer was heard
    std::array<std::optional<qint64>, 7> partUs; // by Part; sum equals the total
    struct Interval { Part part; Micros start, end; };
    QList<Interval> intervals;        // the partition itself, in time order
    std::optional<qint64> totalUs() const;
    bool interrupted = false;         // this turn's answer was cut
    QString callerText, agentText;
};

struct BargeIn { Micros firstSample, decided, silent; };
struct ConversationError { QString code, message; qint64 atMs = 0; QStringList args; };

struct ConversationSummary {
    events::Started started;
    std::optional<Outcome> outcome;
    QString reason;
    Micros duration;
    QString language;
    QList<TranscriptLine> transcript;
    QList<TurnLatency> turns;
    QList<BargeIn> stops;
    int holds = 0;
    QJsonObject variables;
    QList<ConversationError> errors;
    QString activeNode;
    std::optional<qint64> latencyMs(double quantile) const; // over turns with a total
};

// Folds events one at a time: the same code shows a live call and a stored one.
class ConversationProjection {
public:
    void add(const ConversationEvent &event);
    const ConversationSummary &summary() const { return m_summary; }

private:
    struct Work;
    ConversationSummary m_summary;
    // open spans and answers
    QList<events::Span> m_spans;
    QList<events::AnswerPlanned> m_planned;
    int turnOf(qint64 utterance);
    void finishTurn(int turn);
};

ConversationSummary summarise(std::span<const ConversationEvent> events);

} // namespace vox

#pragma once
#include "models/base/error.h"
#include "models/conversation/event.h"
#include <QHash>
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
    QList<Interval> intervals;        // the partition itself, in time order, without empty ones
    bool interrupted = false;         // this turn's answer was cut
    QString callerText, agentText;

    std::optional<qint64> totalUs() const;
    // Milliseconds as JSON and screens show them: the ends of intervals are rounded, not their lengths, so that the parts
    // always add up to the total.
    std::optional<qint64> totalMs() const;
    std::optional<qint64> partMs(Part part) const;
};

// Gives each microsecond of [callerEnd, agentStart] to the one span the answer then waited for: where spans overlap, to
// the part that comes first in the pipeline (work hidden under it counts nothing); where none is open, to Decision.
QList<TurnLatency::Interval> partitionLatency(const QList<events::Span> &spans, Micros callerEnd, Micros agentStart);

struct BargeIn { Micros firstSample, decided, silent; };
// app/wording makes the message of formats.md from code and args.
struct ConversationError { QString code; QStringList args; QString detail; qint64 atMs = 0; };
// The error an event stands for; Code::Unknown for codes of a newer version.
Error errorOf(const ConversationError &error);
Error errorOf(const events::Failure &failure);

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

// Folds events one at a time: the same code shows a live call and a stored one. A value.
class ConversationProjection {
public:
    void add(const ConversationEvent &event);
    const ConversationSummary &summary() const { return m_summary; }

private:
    void addUtterance(const events::Utterance &utterance);
    void addPartial(const events::Partial &partial, Micros at);
    void startAnswer(const events::AnswerStarted &started);
    void endAnswer(const events::AnswerEnded &ended);
    TurnLatency &turnOf(qint64 utterance);
    void measure(TurnLatency &turn);
    void hears(TurnLatency &turn, Micros start);
    TranscriptLine *lineOfAnswer(qint64 answer);
    void insertLine(TranscriptLine line);

    ConversationSummary m_summary;
    QHash<qint64, QList<events::Span>> m_spans;           // by utterance
    QHash<qint64, events::AnswerPlanned> m_planned;       // by answer
    QList<Micros> m_starts;                               // of the newest answers
    Micros m_speechStarted;                               // the caller's running speech
};

ConversationSummary summarise(std::span<const ConversationEvent> events);

} // namespace vox

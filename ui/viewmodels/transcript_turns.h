#pragma once
#include "models/conversation/projections.h"
#include "ui/viewmodels/conversation_facts.h"
#include <span>

// A conversation as people read it: exchanges of what the caller said and what the agent answered, and where each word
// lies in time. Pure; the same for a running call and a stored one.
namespace vox {

struct SpokenLine {
    Who who = Who::Caller;
    QString text;
    qsizetype heard = 0;       // leading characters of `text` that were heard; text.size() unless the agent was cut
    int heardWords = 0, words = 0;
    bool partial = false;      // the recogniser may still change it
    bool interrupted = false;
    Micros start, end;         // equal while the agent still speaks
    friend bool operator==(const SpokenLine &, const SpokenLine &) = default;
};

struct TranscriptTurn {
    qint64 utterance = 0;      // 0: what the agent said before the caller did
    Micros start;
    QList<SpokenLine> lines;   // in time order, at least one
    std::optional<TurnLatency> latency; // when there is a total
    bool prepared = false;     // its answer was prepared while the caller still spoke
    bool waiting = false;      // the caller spoke and no answer has been heard yet
    QList<ToolUse> tools;
    QList<VariableFact> changed;
};
QList<TranscriptTurn> transcriptTurns(const ConversationSummary &summary, std::span<const ConversationEvent> events);

// A word at its place in time; the recogniser gives times of utterances, so words share theirs by length.
struct PlacedWord {
    Micros start, end;
    QString text;
    Who who = Who::Caller;
    int line = 0;              // index among `lines`
    qsizetype position = 0;    // in the line's text
    bool heard = true, settled = true;
};
QList<PlacedWord> placedWords(const QList<SpokenLine> &lines);
// All lines of all turns in order of time.
QList<SpokenLine> allLines(const QList<TranscriptTurn> &turns);
// The line being spoken at that moment, else the last one before it; -1 before the first.
int lineAt(const QList<SpokenLine> &lines, Micros at);
// The word being spoken at that moment, or -1.
int wordAt(const QList<PlacedWord> &words, Micros at);

// Where `text` occurs in `line`, whatever the case: start and length. Words of `text` are looked for one by one when they
// do not stand there together.
struct Found { qsizetype start = 0, length = 0; };
QList<Found> findIn(const QString &line, const QString &text);

} // namespace vox

#pragma once
#include "ui/screens/call/transcript_view.h"
#include "ui/viewmodels/transcript_turns.h"

// From what a view model knows of a conversation to what its widgets draw.
namespace vox {

kit::LatencyParts latencyParts(const TurnLatency &turn);
// The full width of all bars of a view: the slowest answer, or a little more than the goal.
int latencyScale(const ConversationSummary &summary, int goalMs);

// One block an exchange, with marks and delay, for the bench.
QList<TranscriptBlock> exchangeBlocks(const QList<TranscriptTurn> &turns, int goalMs);
// One block a line, for reading along. `word` is the index in `words` that sounds now, -1 for none; `find` marks what a
// person looks for.
QList<TranscriptBlock> lineBlocks(const QList<SpokenLine> &lines, const QList<PlacedWord> &words, int word, const QString &find);

} // namespace vox

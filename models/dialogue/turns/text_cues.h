#pragma once
#include "models/dialogue/turns/turn_machine.h"
#include <QStringView>

namespace vox {

struct TextCues {
    TextCue cue = TextCue::None;
    int words = 0;
    float finished = TurnEvent::kUnknown; // with Neutral: how likely the sentence is over, 0..1
};

// Whose turn it was when the words were said. Over the agent's speech "yes" and "right" only mean "I follow".
enum class Floor { Caller, Agent };

// What words say about the turn, ru and en. `expects` is Listen::expects ("digits", "phone", "email", "spelling",
// "yes_no", "order_code", "number", "date" or "", with a colon and the number of digits and letters where that is known:
// "order_code:5"); `phrases`: what the agent listens for, as plainPhrases() gives it; `punctuated`: the recogniser sets
// marks and means them.
TextCues textCues(QStringView text, const QString &expects = {}, Floor floor = Floor::Caller, const QStringList &phrases = {}, bool punctuated = true);
// The phrases in lower case, without marks, sorted.
QStringList plainPhrases(const QStringList &phrases);

// "aha", "mm-hm", "угу", "да-да": the caller follows and does not ask for the turn.
bool isBackchannel(QStringView text);

} // namespace vox

#pragma once
#include "models/dialogue/turns/turn_machine.h"
#include <QStringView>

namespace vox {

struct TextCues {
    TextCue cue = TextCue::None;
    int words = 0;
};

// Whose turn it was when the words were said. Over the agent's speech "yes" and "right" only mean "I follow".
enum class Floor { Caller, Agent };

// What words say about the turn, ru and en. `expects` is Listen::expects ("digits", "phone", "email", "spelling",
// "yes_no", "order_code", "number", "date" or "", with a colon and the number of digits and letters where that is known:
// "order_code:5"); `punctuated`: the recogniser sets full stops and means them.
TextCues textCues(QStringView text, const QString &expects = {}, Floor floor = Floor::Caller, bool punctuated = true);

// "aha", "mm-hm", "угу", "да-да": the caller follows and does not ask for the turn.
bool isBackchannel(QStringView text);

} // namespace vox

#pragma once
#include "models/dialogue/retrieval/words.h"

namespace vox {

// Recognisers write dictated English digits as the words that sound alike: "for two oh one" is 4 2 0 1. Gives the digit
// words back where real digits stand in the same row; elsewhere "for" and "to" stay what they are. `Shaped`: a shape will prove
// the result, so one real digit is enough; otherwise two must be there, and three for "to" and "for" between them.
enum class Dictation { Free, Shaped };
QList<Word> withDigitsHeard(QList<Word> words, Dictation dictation);

} // namespace vox

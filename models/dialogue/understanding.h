#pragma once
#include "models/dialogue/compiled.h"

namespace vox {

// Intents whose examples share the utterance's words: 1 for the same words in any order, less for fewer. Best first,
// none under 0.5. Works without a trained classifier.
QList<IntentGuess> matchExamples(const Program::Compiled &program, const QString &text, const QString &language);

// Word stems in a canonical order, the key of Program::Compiled::examples.
QString exampleKey(const QString &text, const QString &language);

} // namespace vox

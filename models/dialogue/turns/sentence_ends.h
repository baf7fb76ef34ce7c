#pragma once
#include <QStringList>

namespace vox {

// Whether a sentence can be over after these words, as log-odds: above 0 rather yes, below 0 rather not. Learnt from
// sentences and their beginnings (tools/train_sentence_ends); Cyrillic words are judged as Russian, others as English.
// `words` in lower case without marks. Pure; a few microseconds.
float sentenceEndScore(const QStringList &words);

} // namespace vox

#pragma once
#include "models/store/word_stems.h"

namespace vox {

// The words of a text as a tsvector holds them: stems, and the words themselves where they differ, each once.
QStringList searchWords(const QString &text, WordStems &stems);

// The tsquery for what somebody typed, empty when there is no word in it. The last word counts as unfinished unless a space
// follows.
QString searchQuery(const QString &typed, WordStems &stems);

} // namespace vox

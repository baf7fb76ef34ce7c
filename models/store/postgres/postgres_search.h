#pragma once
#include "models/store/word_stems.h"

namespace vox {

// The tsquery for what somebody typed, empty when there is no word in it. The last word counts as unfinished unless a space
// follows.
QString searchQuery(const QString &typed, WordStems &stems);

} // namespace vox

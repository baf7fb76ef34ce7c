#pragma once
#include "models/store/conversation_store.h"
#include "models/store/word_stems.h"

namespace vox {

// What the search index holds for a conversation: its words and, marked, the filters it passes.
QString indexedText(const ConversationRow &row, const QString &words);

// The FTS5 expression for a query, empty when neither words nor filters need the index. The last word counts as unfinished
// unless a space follows.
QString matchExpression(const ConversationQuery &query, WordStems &stems);

} // namespace vox

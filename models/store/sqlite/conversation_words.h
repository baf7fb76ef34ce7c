#pragma once
#include "models/store/conversation_store.h"
#include "models/store/word_stems.h"
#include <functional>

namespace vox {

// What the search index holds for a conversation: its words and, marked, the filters it passes.
QString indexedText(const ConversationRow &row, const QString &words);

// An unfinished word of more letters than this is searched as the words it may become.
inline constexpr qsizetype indexedBeginning = 6;

// The words of the index that begin so; nullopt when there are too many of them.
using WordsThatBegin = std::function<std::optional<QStringList>(const QString &beginning)>;

// The FTS5 expression for a query, empty when neither words nor filters need the index. The last word counts as unfinished
// unless a space follows.
QString matchExpression(const ConversationQuery &query, WordStems &stems, const WordsThatBegin &wordsThatBegin);

} // namespace vox

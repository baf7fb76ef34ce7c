#pragma once
#include "models/conversation/projections.h"
#include "models/store/conversation_store.h"

namespace vox {

// What a conversation looks like in the store, computed from its events.
ConversationRow rowOf(ConversationId id, const ConversationSummary &summary);
// What search finds: the words of both sides, those that were heard.
QString searchTextOf(const ConversationSummary &summary);

} // namespace vox

#pragma once
#include "models/documents/release.h"
#include "models/documents/revision.h"
#include "models/store/conversation_store.h"
#include "models/store/feed_store.h"

namespace vox {

// The entries that stores of every kind write about what they keep. Cursor and time are the database's business.
FeedEntry revisedEntry(const Revision &revision, const RevisionId &id, const QString &name, Origin origin);
FeedEntry erasedEntry(const QString &contentSha256, Origin origin);
FeedEntry releasedEntry(const Release &release, Origin origin);
FeedEntry environmentEntry(const EnvironmentState &state, Origin origin);
FeedEntry finishedEntry(const ConversationRow &row, Origin origin);
FeedEntry conversationErasedEntry(ConversationId id, Origin origin);

// What a cursor that counts entries says: BadValue when it is no number of 0..end. Empty is 0.
Result<qint64> feedPlace(const FeedCursor &cursor, qint64 end);

} // namespace vox

#pragma once
#include "models/base/result.h"
#include "models/store/feed_store.h"

namespace vox {

class Store;

// How far the exchange of conversations has come in both feeds. Kept in the replica's settings, written with what it tells of.
struct ConversationPlaces {
    QString feed; // of the server
    FeedCursor push, pull;

    static Result<ConversationPlaces> load(Store &store);
    Result<void> save(Store &store) const;
};

// Whether trying again by oneself may make it better.
bool passesByItself(const Error &error);
// Whether the line's return makes it better; everything else is about one conversation.
bool isAboutTheLine(const Error &error);
// The recording in a conversation's folder; empty when it has none.
QString soundIn(const QString &folder);

} // namespace vox

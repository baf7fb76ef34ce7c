#pragma once
#include "models/sync/wire.h"

namespace vox {

class Store;

// The server's half of an exchange: what GET sync/changes answers. At most `limit` entries of the feed (1..wire::mostItems) and
// about wire::pageBytes. `feed` names the database's feed: made with the database, so that one restored into another database
// counts as another. BadValue for a cursor that is none or lies ahead of the feed.
Result<wire::Changes> changesAfter(Store &store, const FeedCursor &after, int limit, const QString &feed);

// What GET sync/conversations answers: the ids of conversations that were finished or erased, in order. Their rows and events are
// asked for one by one.
Result<wire::ConversationNotices> conversationsAfter(Store &store, const FeedCursor &after, int limit, const QString &feed);

// Which items are taken: a console's revisions, erasures as well, or also the authority's releases and environments
// (restoring a backup).
enum class Trust { Documents, Erasures, Everything };
// What POST sync/items does: all or nothing, in one transaction; what became split is merged as far as it can be and
// `split` names what remains. Refused {"items"} for an item beyond the trust; otherwise as ReplicaStore::receive.
Result<Received> takeItems(Store &store, const QList<ReplicaItem> &items, Trust trust);

// The size of an item in a page, roughly.
qint64 weightOf(const ReplicaItem &item);

} // namespace vox

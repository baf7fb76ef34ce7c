#pragma once
#include "models/base/result.h"
#include "models/base/time.h"
#include <QJsonObject>
#include <QList>
#include <QString>

namespace vox {

// A place in a workspace's feed: opaque text, handed back as it came; empty is the beginning. Places of different
// databases have nothing to do with each other.
using FeedCursor = QString;

// Where a step was made: here by a person or program of this replica, or taken over from another replica.
enum class Origin { Here, Elsewhere };

// One thing that happened, in the order it became visible to readers. Types: "document.revised" (subject: revision id;
// facts: document, kind, name, author, tombstone), "content.erased" (content hash), "release.made" (release id, facts:
// number), "environment.changed" (name of the environment), "conversation.finished", "conversation.erased" (conversation
// id). Further types are added as text. Facts never hold contents or secrets.
struct FeedEntry {
    FeedCursor cursor;
    QString type;
    QString subject;
    QJsonObject facts;
    UtcMs at;
    Origin origin = Origin::Here;
};

struct FeedPage {
    QList<FeedEntry> entries;
    FeedCursor next;   // where to go on, also when there are none
    bool more = false;
};

// What happened in the workspace: what replicas exchange and listeners follow. Part of a Store. Every write to documents,
// releases and conversations adds its entry in the same transaction. Nothing that a reader has passed ever appears
// before his cursor.
class FeedStore {
public:
    virtual ~FeedStore() = default;
    // At most `limit` entries (1..5000) after `cursor`. BadValue for a cursor that is none or lies behind the end: it is of
    // another database, or of this one before a backup was put back.
    virtual Result<FeedPage> after(const FeedCursor &cursor, int limit) = 0;
    // Only what was made here: what another replica still has to get.
    virtual Result<FeedPage> madeHereAfter(const FeedCursor &cursor, int limit) = 0;
    // Where the feed ends now.
    virtual Result<FeedCursor> end() = 0;
    // An entry of a type this interface does not write by itself. Its cursor is ignored; a time of 0 means now.
    virtual Result<void> add(const FeedEntry &entry) = 0;
};

} // namespace vox

#pragma once
#include "models/store/conversation_store.h"
#include "models/store/document_store.h"
#include "models/store/feed_store.h"
#include "models/store/release_store.h"
#include "models/store/replica_store.h"
#include "models/store/setting_store.h"
#include <functional>

namespace vox {

// Everything a workspace keeps in a database. One instance is one connection: synchronous, blocking, without a thread
// of its own; used by one thread at a time. A write is on disk when it returns. Any number of instances and processes
// may share a database; readers never block.
class Store {
public:
    virtual ~Store() = default;

    virtual WorkspaceId workspace() const = 0;
    virtual DocumentStore &documents() = 0;
    virtual ConversationStore &conversations() = 0;
    virtual SettingStore &settings() = 0;
    virtual FeedStore &feed() = 0;
    virtual ReplicaStore &replica() = 0;
    virtual ReleaseStore &releases() = 0;

    // Everything `work` writes becomes one step: all of it when it succeeds, nothing when it fails. Does not nest.
    virtual Result<void> transaction(const std::function<Result<void>()> &work) = 0;
    // A number that changes when another connection has written. Cheap enough to ask several times a second.
    virtual Result<qint64> changeStamp() = 0;
};

} // namespace vox

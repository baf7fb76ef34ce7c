#pragma once
#include "models/base/ids.h"
#include "models/people/people.h"
#include "models/store/store.h"
#include "models/store/stream_store.h"
#include <memory>

namespace vox {

// A workspace of a server, as lists show it.
struct WorkspaceInfo {
    WorkspaceId id;
    QString name;
    UtcMs created;
};

// Everything people prove themselves with, hashed: the rows behind PersonInfo, InvitationInfo and ApiKeyInfo. Declared
// in people_store.h beside this file.
class PeopleStore;
// Appends and reads AuditEntry; see audit_store.h.
class AuditStore;
// Sealed bytes by name; see secret_store.h.
class SecretStore;
// Answers by idempotency key; see idempotency_store.h.
class IdempotencyStore;

// One connection to the database of a server, which may hold several workspaces and be shared by several servers. The
// same rules as Store: synchronous, one thread at a time.
class ServerStore {
public:
    virtual ~ServerStore() = default;

    virtual Result<QList<WorkspaceInfo>> workspaces() = 0;
    virtual Result<WorkspaceInfo> createWorkspace(const WorkspaceInfo &workspace) = 0;
    // The part of this connection that speaks of one workspace: cheap, owned by this object, valid as long as it.
    virtual Store &workspace(WorkspaceId id) = 0;
    virtual StreamStore &streams(WorkspaceId id) = 0;

    virtual PeopleStore &people() = 0;
    virtual AuditStore &audit() = 0;
    virtual SecretStore &secrets() = 0;
    virtual IdempotencyStore &idempotency() = 0;

    // Everything `work` writes becomes one step. Does not nest.
    virtual Result<void> transaction(const std::function<Result<void>()> &work) = 0;
    // Asks at once for what the parts of this connection were told to foresee; and forgets what of that was not asked for.
    virtual void fetchForeseen() {}
    virtual void forgetForeseen() {}
    // How often this connection has waited for the database: what tests count.
    virtual qint64 journeys() const { return 0; }
    // Whether the database answers, and how fast it did (microseconds).
    virtual Result<qint64> ping() = 0;
    // Which step of its migrations the database stands at.
    virtual Result<qint64> schema() = 0;
};

} // namespace vox

#pragma once
#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/people/people.h"

namespace vox {

// Which entries of the audit somebody wants to see. Empty fields do not narrow.
struct AuditFilter {
    QString actorId;
    QString action;    // whole, or with a dot at its end the beginning: "person."
    QString subject;
    QString outcome;   // "done", "refused"
    UtcMs from;        // inclusive
    UtcMs to;          // exclusive
};

// Every access and change of a workspace, only ever added to: the database refuses to change or remove an entry. Part of
// a ServerStore; inside transaction() an entry stands or falls with what it tells of.
class AuditStore {
public:
    virtual ~AuditStore() = default;
    // Answers its number. `number` of the entry is ignored.
    virtual Result<qint64> add(WorkspaceId workspace, const AuditEntry &entry) = 0;
    // The same for who needs no number: inside a transaction it may be written as late as at its end.
    virtual Result<void> note(WorkspaceId workspace, const AuditEntry &entry)
    {
        auto added = add(workspace, entry);
        return added ? Result<void>() : added.error();
    }
    // Newest first, at most `limit` (1..1000) below number `before` (0: from the newest).
    virtual Result<QList<AuditEntry>> list(WorkspaceId workspace, const AuditFilter &filter, qint64 before, int limit) = 0;
};

} // namespace vox

#pragma once
#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/base/time.h"

namespace vox {

class ServerStore;

// Tells whoever follows the workspace that something about its people or their doors changed ("person.joined", "key.revoked"):
// an entry of the feed with an id and nothing else, so that lists are read anew and a changed role shows at once. Belongs
// into the transaction of what it tells of.
Result<void> announce(ServerStore &store, WorkspaceId workspace, const QString &type, const QString &subject, UtcMs now);
// Whether an action of the audit is one that is announced.
bool isAnnounced(const QString &action);

} // namespace vox

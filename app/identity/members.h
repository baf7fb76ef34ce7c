#pragma once
#include "app/identity/caller.h"
#include "models/base/result.h"
#include "models/base/time.h"
#include "models/people/people.h"

namespace vox {

class ServerStore;

// What owners do with people. All of these belong inside a transaction: the set of owners is locked until it ends, so that
// two owners who remove each other at the same moment leave one. LastOwner, NotFound, Forbidden.

Result<PersonInfo> memberInfo(ServerStore &store, WorkspaceId workspace, PersonId person);
// Counts for the person's next request, on every server.
Result<PersonInfo> changeRole(ServerStore &store, const Caller &by, PersonId person, Role role);
// Ends the person's sessions and keys here; his name stays for the histories.
Result<PersonInfo> removeMember(ServerStore &store, const Caller &by, PersonId person);

} // namespace vox

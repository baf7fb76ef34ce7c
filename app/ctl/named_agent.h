#pragma once
#include "app/workspace/agent_documents.h"

namespace vox {
class Workspace;
}

namespace vox::ctl {

// The agent a person named on the command line, by name or id. Two agents of one name are told apart by their ids.
Result<AgentSnapshot> namedAgent(Workspace &workspace, const QString &nameOrId);

} // namespace vox::ctl

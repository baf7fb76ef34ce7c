#pragma once
#include "app/ctl/command_line.h"

namespace vox::ctl {

// voxctl agents history | diff | restore: versions in a workspace, with or without a server.
int agentHistory(Workspace &workspace, const CommandLine &line);
int agentDiff(Workspace &workspace, const CommandLine &line);
int agentRestore(Workspace &workspace, const CommandLine &line);

// voxctl agents publish | rollback | drift: the environments of the server this workspace is a replica of.
int agentPublish(Workspace &workspace, const CommandLine &line);
int agentRollback(Workspace &workspace, const CommandLine &line);
int agentDrift(Workspace &workspace, const CommandLine &line);

} // namespace vox::ctl

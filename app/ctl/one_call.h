#pragma once
#include "app/calls/calls.h"

namespace vox {
class Assembly;
}

namespace vox::ctl {

// Runs one call to its end and puts it into the workspace's history; turns the event loop meanwhile.
Result<ConversationId> runCall(Workspace &workspace, Assembly &assembly, CallRequest request);

} // namespace vox::ctl

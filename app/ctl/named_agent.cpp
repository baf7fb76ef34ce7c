#include "app/ctl/named_agent.h"
#include "app/ctl/await.h"
#include "app/ctl/console_output.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

Result<AgentSnapshot> namedAgent(Workspace &workspace, const QString &nameOrId)
{
    auto agent = await(workspace.agents().loadByName(nameOrId));
    if (!agent && agent.error().code == Error::Code::Conflict)
        return Error(Error::Code::Usage, {translated("voxctl", "More than one agent is named “%1”: use the id that voxctl agents list shows.").arg(nameOrId)});
    return agent;
}

} // namespace vox::ctl

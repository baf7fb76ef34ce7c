#include "app/console/surroundings.h"
#include "app/secrets/desktop_secrets.h"
#include "app/workspace/join_server.h"
#include "app/workspace/workspace.h"
#include <QDesktopServices>

namespace vox::console {

Surroundings Surroundings::ofThisUser()
{
    return {Workspace::defaultFolder(), defaultServersFolder(), &DesktopSecrets::ofThisUser, &QDesktopServices::openUrl};
}

} // namespace vox::console

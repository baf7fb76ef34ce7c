#include "app/identity/announce.h"
#include "models/store/feed_store.h"
#include "models/store/server_store.h"
#include "models/store/store.h"

namespace vox {

using namespace Qt::StringLiterals;

Result<void> announce(ServerStore &store, WorkspaceId workspace, const QString &type, const QString &subject, UtcMs now)
{
    FeedEntry entry;
    entry.type = type;
    entry.subject = subject;
    entry.at = now;
    return store.workspace(workspace).feed().add(entry);
}

bool isAnnounced(const QString &action)
{
    for (const QLatin1StringView prefix : {"person."_L1, "invitation."_L1, "key."_L1, "secret."_L1, "identity_provider."_L1})
        if (action.startsWith(prefix)) return true;
    return false;
}

} // namespace vox

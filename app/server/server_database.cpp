#include "app/server/server_database.h"
#include "models/store/postgres/postgres_server.h"
#include <QDir>

namespace vox {

using namespace Qt::StringLiterals;

Result<ServerDatabase> ServerDatabase::open(const ServerOptions &options, UtcMs now)
{
    ServerDatabase out;
    out.url = options.database;
    if (out.url.isEmpty()) {
        auto cluster = PrivateCluster::start(QDir(options.data).filePath(u"postgres"_s));
        if (!cluster) return cluster.error();
        out.cluster = *std::move(cluster);
        out.url = out.cluster->url();
    }
    auto store = PostgresServerStore::open(out.url);
    if (!store) return store.error();
    out.store = *std::move(store);
    const auto workspaces = out.store->workspaces();
    if (!workspaces) return workspaces.error();
    if (!workspaces->isEmpty()) {
        out.workspace = workspaces->first();
        return out;
    }
    const auto made = out.store->createWorkspace({WorkspaceId::make(now), u"Workspace"_s, now});
    if (!made) return made.error();
    out.workspace = *made;
    return out;
}

} // namespace vox

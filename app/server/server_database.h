#pragma once
#include "app/cluster/private_cluster.h"
#include "app/server/server_options.h"
#include "models/store/server_store.h"
#include <memory>

namespace vox {

// The database of a server: the one that was named, or a private one that runs as long as this lives.
struct ServerDatabase {
    std::unique_ptr<PrivateCluster> cluster; // null: a database was named
    QString url;
    std::unique_ptr<ServerStore> store;      // of the main thread
    WorkspaceInfo workspace;                 // the first one; made when there was none

    static Result<ServerDatabase> open(const ServerOptions &options, UtcMs now);
};

} // namespace vox

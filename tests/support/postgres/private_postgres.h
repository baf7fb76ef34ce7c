#pragma once
#include "app/cluster/private_cluster.h"
#include "models/store/server_store.h"

namespace vox::test {

// PostgreSQL for tests: one cluster a build folder, made at the first use, shared by the test programs that run at the same
// time and stopped by the last; databases of one's own, which go with this object. One a test program or test; any thread.
//
//     auto postgres = PrivatePostgres::start();          // about 0.3 s, or at once beside another test
//     QVERIFY2(postgres, qPrintable(postgres.error().detail));
//     auto store = PostgresServerStore::open(*(*postgres)->freshDatabase());
//
// A test that restarts or breaks its PostgreSQL starts a PrivateCluster in a folder of its own instead.
class PrivatePostgres {
public:
    static Result<std::unique_ptr<PrivatePostgres>> start();
    ~PrivatePostgres();

    // The URL of a new, empty database (about 50 ms; opening it makes the tables, about as long).
    Result<QString> freshDatabase();

private:
    explicit PrivatePostgres(std::unique_ptr<PrivateCluster> cluster) : m_cluster(std::move(cluster)) {}

    std::unique_ptr<PrivateCluster> m_cluster;
    QStringList m_databases;
};

// A server store on a fresh database with one workspace in it, for tests that need no more.
struct ServerOfOneWorkspace {
    std::unique_ptr<PrivatePostgres> postgres;
    QString url;                        // for further connections
    std::unique_ptr<ServerStore> store;
    WorkspaceId workspace;

    static Result<ServerOfOneWorkspace> make();
};

} // namespace vox::test

#pragma once
#include "models/store/server_store.h"

namespace vox {

// A ServerStore in PostgreSQL 13 or newer. Opening makes or upgrades the tables; migrations go forward only and run in one
// program at a time. A lost connection is made anew, with a growing delay between attempts that fail; see Connection.
// Errors: Unreachable {address}, StoreNewer (made by a newer program), StoreBroken, StoreBusy, DiskFull, Conflict.
class PostgresServerStore final : public ServerStore {
public:
    // `url`: postgresql://… or "host=/run/x dbname=voxdesk"; its password never appears in an error.
    static Result<std::unique_ptr<ServerStore>> open(const QString &url);
    ~PostgresServerStore() override;

    Result<QList<WorkspaceInfo>> workspaces() override;
    Result<WorkspaceInfo> createWorkspace(const WorkspaceInfo &workspace) override;
    Store &workspace(WorkspaceId id) override;
    StreamStore &streams(WorkspaceId id) override;
    PeopleStore &people() override;
    AuditStore &audit() override;
    SecretStore &secrets() override;
    IdempotencyStore &idempotency() override;
    Result<void> transaction(const std::function<Result<void>()> &work) override;
    void fetchForeseen() override;
    void forgetForeseen() override;
    qint64 journeys() const override;
    Result<qint64> ping() override;
    Result<qint64> schema() override;

private:
    struct Private;
    explicit PostgresServerStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace vox

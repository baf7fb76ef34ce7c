#pragma once
#include "models/store/postgres/connection.h"
#include "models/store/store.h"

namespace vox {

// One workspace of a PostgreSQL database as a Store. Owned by a PostgresServerStore, whose connection it shares.
class PostgresStore final : public Store {
public:
    PostgresStore(Connection &connection, WorkspaceId workspace);
    ~PostgresStore() override;

    WorkspaceId workspace() const override;
    DocumentStore &documents() override;
    ConversationStore &conversations() override;
    SettingStore &settings() override;
    FeedStore &feed() override;
    ReplicaStore &replica() override;
    ReleaseStore &releases() override;
    Result<void> transaction(const std::function<Result<void>()> &work) override;
    Result<qint64> changeStamp() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox

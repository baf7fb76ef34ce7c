#pragma once
#include "models/store/store.h"
#include <memory>

namespace vox {

// A Store in one SQLite file (WAL). Opening makes or upgrades it; migrations go forward only.
// Errors: StoreNewer (made by a newer program), StoreBroken (damaged or no database), StoreBusy (another writer held it
// for 5 s), DiskFull (nothing was written), FileUnwritable.
class SqliteStore final : public Store {
public:
    // Identity and clock of a database that has to be made.
    struct Birth {
        WorkspaceId workspace;
        UtcMs at;
    };
    static Result<std::unique_ptr<Store>> open(const QString &path, const Birth &birth);
    ~SqliteStore() override;

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
    explicit SqliteStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace vox

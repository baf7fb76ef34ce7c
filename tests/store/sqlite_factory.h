#pragma once
#include "models/store/sqlite/sqlite_store.h"
#include "tests/store/store_factory.h"
#include <QTemporaryDir>

namespace vox::test {

// SQLite in a folder of its own.
class SqliteFactory final : public StoreFactory {
public:
    QString path() const { return m_folder.filePath(QStringLiteral("workspace.sqlite")); }
    Result<std::unique_ptr<Store>> connect() override
    {
        return SqliteStore::open(path(), {WorkspaceId::make({1}), {1'700'000'000'000}});
    }

private:
    QTemporaryDir m_folder;
};

} // namespace vox::test

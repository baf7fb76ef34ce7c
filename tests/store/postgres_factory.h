#pragma once
#include "tests/store/store_factory.h"
#include "tests/support/postgres/private_postgres.h"

namespace vox::test {

// PostgreSQL: a workspace of its own in the test program's database.
class PostgresFactory final : public StoreFactory {
public:
    PostgresFactory(const QString &url);
    Result<std::unique_ptr<Store>> connect() override;

private:
    QString m_url;
    WorkspaceId m_workspace;
};

} // namespace vox::test

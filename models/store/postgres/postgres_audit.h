#pragma once
#include "models/store/audit_store.h"
#include "models/store/postgres/connection.h"

namespace vox {

// AuditStore over PostgreSQL; triggers keep entries from being changed. Shares the connection of its server store.
class PostgresAudit final : public AuditStore {
public:
    explicit PostgresAudit(Connection &connection) : m_db(connection) {}
    Result<qint64> add(WorkspaceId workspace, const AuditEntry &entry) override;
    Result<void> note(WorkspaceId workspace, const AuditEntry &entry) override;
    Result<QList<AuditEntry>> list(WorkspaceId workspace, const AuditFilter &filter, qint64 before, int limit) override;

private:
    Connection &m_db;
};

} // namespace vox

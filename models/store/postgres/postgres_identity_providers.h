#pragma once
#include "models/store/people_store.h"
#include "models/store/postgres/connection.h"

namespace vox {

// IdentityProviderStore over PostgreSQL. Part of PostgresPeople.
class PostgresIdentityProviders final : public IdentityProviderStore {
public:
    explicit PostgresIdentityProviders(Connection &connection) : m_db(connection) {}

    Result<QList<IdentityProviderRow>> list(WorkspaceId workspace) override;
    Result<IdentityProviderRow> find(WorkspaceId workspace, const QString &name) override;
    Result<void> put(const IdentityProviderRow &provider) override;
    Result<void> remove(WorkspaceId workspace, const QString &name) override;
    Result<void> addPending(const PendingSignInRow &pending) override;
    Result<PendingSignInRow> takePending(const QByteArray &stateHash) override;
    Result<PersonId> personOfSubject(WorkspaceId workspace, const QString &provider, const QString &subject) override;
    Result<void> link(const SubjectRow &subject) override;

private:
    Connection &m_db;
};

} // namespace vox
